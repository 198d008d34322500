"""What parts of a map are called."""

from maps import small_map

from cjeditor.core.words import Words
from cjeditor.edits.records import SetField
from cjeditor.edits.stages import AddStage
from cjeditor.model.naming import step_head, step_name, step_title

ENGLISH = Words("en")


def test_the_one_untitled_step_of_a_stage_goes_by_the_stage():
    journey = AddStage(None, "Use", ("",), "use").apply(small_map())
    (step,) = journey.steps_of["use"]

    assert step_name(journey, step.id, ENGLISH) == "Use"
    assert step_head(journey, step.id, ENGLISH) == ""
    assert step_title(journey, step.id, ENGLISH) == "Step 1"


def test_one_of_several_untitled_steps_goes_by_its_number():
    journey = SetField(("s2",), "title", "").apply(small_map())

    assert step_name(journey, "s1", ENGLISH) == "Find / Notice"
    assert step_name(journey, "s2", ENGLISH) == "Find / Step 2"
