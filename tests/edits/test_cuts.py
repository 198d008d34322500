"""Stages and steps are split and joined; nothing that stood in them is lost."""

import pytest
from maps import full_map, small_map

from cjeditor.edits.cards import SpanCard
from cjeditor.edits.comments import AddComment
from cjeditor.edits.edit import EditError
from cjeditor.edits.emotions import SetEmotion
from cjeditor.edits.stage_cuts import JoinStages, SplitStage
from cjeditor.edits.step_cuts import JoinSteps, SplitStep
from cjeditor.model.feelings import curve_at
from cjeditor.model.flows import Flow
from cjeditor.model.integrity import faults
from cjeditor.model.metrics import Metric
from cjeditor.model.records import Comment


def columns(journey):
    return [(step.stage, step.id) for step in journey.ordered_steps]


def test_a_stage_is_split_at_a_step():
    after = SplitStage("s2", "Think", "think").apply(small_map())

    assert columns(after) == [("find", "s1"), ("think", "s2"), ("buy", "s3"), ("buy", "s4")]
    assert after.stages["think"].title == "Think"
    assert after.cards == small_map().cards


def test_a_stage_is_not_split_before_its_first_step():
    with pytest.raises(EditError, match="not its first"):
        SplitStage("s3").apply(small_map())


def test_stages_become_one_with_all_that_they_say():
    journey = small_map()
    find = journey.stages["find"].replace(goal="Know", duration="2 h", funnel="Lead")
    buy = journey.stages["buy"].replace(goal="Own", duration="1 h", funnel="Lead", colour="#112233")
    journey = AddComment(Comment(id="c", about="buy", text="Really?")).apply(journey.put(find, buy))

    after = JoinStages(("buy", "find")).apply(journey)

    stage = after.stages["find"]
    assert columns(after) == [("find", "s1"), ("find", "s2"), ("find", "s3"), ("find", "s4")]
    assert (stage.title, stage.goal) == ("Find / Buy", "Know\nOwn")
    assert (stage.duration, stage.funnel, stage.colour) == ("2 h + 1 h", "Lead", "#112233")
    assert after.comments["c"].about == "find"
    assert faults(after) == []


def test_a_stage_alone_is_not_joined():
    with pytest.raises(EditError, match="no other stage"):
        JoinStages(("find",)).apply(small_map())


def test_stages_that_do_not_stand_side_by_side_are_joined_and_spans_run_on():
    after = JoinStages(("before", "after")).apply(full_map())

    assert [step for _, step in columns(after)][:3] == ["arrive", "check-in", "leave"]
    night = after.cards["pr1"]
    assert (night.first_step, night.last_step) == ("leave", "sleep")
    assert faults(after) == []


def test_a_step_is_split_and_the_chosen_cards_go_over():
    journey = SpanCard("a3", "s1", "s2").apply(small_map())

    after = SplitStep("s2", ("p1",), "Weigh", "new").apply(journey)

    assert [step for _, step in columns(after)] == ["s1", "s2", "new", "s3", "s4"]
    assert (after.cards["p1"].first_step, after.cards["p1"].last_step) == ("new", "new")
    assert (after.cards["a3"].first_step, after.cards["a3"].last_step) == ("s1", "new")
    assert after.emotions["e2"].step == "new"
    assert faults(after) == []


def test_a_step_split_without_cards_keeps_them_all():
    after = SplitStep("s1", step_id="new").apply(small_map())

    assert after.cards == small_map().cards
    assert after.cell("do", "new") == ()


def test_joined_steps_hold_the_cards_of_both_in_order():
    journey = SpanCard("a3", "s2", "s3").apply(small_map())

    after = JoinSteps(("s2", "s1")).apply(journey)

    assert [step for _, step in columns(after)] == ["s1", "s3", "s4"]
    assert [card.id for card in after.cell("do", "s1")] == ["a1", "a2", "a3"]
    assert after.cards["a3"].last_step == "s3"
    assert after.steps["s1"].title == "Notice / Compare"
    assert faults(after) == []


def test_joined_steps_keep_both_points_of_a_curve():
    after = JoinSteps(("s1", "s2")).apply(small_map())

    assert [each.id for each in curve_at(after, "s1", None, "current")] == ["e1", "e2"]


def test_a_span_over_joined_steps_shrinks():
    journey = SetEmotion("s2", 1, card="a1").apply(SpanCard("a1", "s1", "s2").apply(small_map()))

    after = JoinSteps(("s1", "s2")).apply(journey)

    assert (after.cards["a1"].first_step, after.cards["a1"].last_step) == ("s1", "s1")
    assert faults(after) == []


def test_steps_of_two_stages_are_joined_unless_one_would_be_left_empty():
    after = JoinSteps(("s2", "s3")).apply(small_map())

    assert columns(after) == [("find", "s1"), ("find", "s2"), ("buy", "s4")]
    with pytest.raises(EditError, match="Join the stages"):
        JoinSteps(("s2", "s4")).apply(after)


@pytest.mark.parametrize(
    ("edit", "gone", "kept"),
    [(JoinSteps(("s1", "s2")), "s2", "s1"), (JoinStages(("find", "buy")), "buy", "find")],
)
def test_what_is_measured_and_said_about_what_goes_is_about_what_stays(edit, gone, kept):
    journey = small_map().put(Metric(id="m", about=gone), Comment(id="c", about=gone))
    if gone in journey.steps:
        journey = journey.put(Flow(id="f", about=gone))

    after = edit.apply(journey)

    assert faults(after) == []
    assert after.metrics["m"].about == after.comments["c"].about == kept
    assert {flow.about for flow in after.flows.values()} <= {kept}
