"""Stages, steps and lanes are added and moved; what stands in them comes along."""

import pytest
from maps import small_map

from cjeditor.edits.cards import SpanCard
from cjeditor.edits.edit import EditError
from cjeditor.edits.emotions import SetEmotion
from cjeditor.edits.lanes import AddLane, MoveLanes
from cjeditor.edits.stages import AddStage, MoveStages
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.model.integrity import faults


def columns(journey):
    return [step.id for step in journey.ordered_steps]


def test_a_stage_is_added_with_its_steps():
    after = AddStage(1, "Think", ("Ask", "Sleep"), "think", ("t1", "t2")).apply(small_map())

    assert columns(after) == ["s1", "s2", "t1", "t2", "s3", "s4"]
    assert [after.steps[step].title for step in ("t1", "t2")] == ["Ask", "Sleep"]


def test_adding_a_stage_gives_the_same_map_each_time():
    edit = AddStage(None, "Think", ("Ask", "Sleep"))

    assert edit.apply(small_map()) == edit.apply(small_map())


def test_a_stage_without_a_step_is_refused():
    with pytest.raises(EditError, match="at least one step"):
        AddStage(steps=()).apply(small_map())


def test_a_step_is_added_at_its_place():
    after = AddStep("find", 1, "Wait", "new").apply(small_map())

    assert columns(after) == ["s1", "new", "s2", "s3", "s4"]


def test_a_moved_stage_takes_its_steps_along():
    assert columns(MoveStages(("find",), 1).apply(small_map())) == ["s3", "s4", "s1", "s2"]


def test_a_stage_moved_to_where_it_is_changes_nothing():
    journey = small_map()

    assert MoveStages(("find",), 0).apply(journey) is journey
    assert MoveSteps(("s3",), "buy", 0).apply(journey) is journey
    assert MoveLanes(("do", "pain"), 0).apply(journey) is journey


def test_a_step_moves_to_another_stage():
    after = MoveSteps(("s1",), "buy", 1).apply(small_map())

    assert columns(after) == ["s2", "s3", "s1", "s4"]


def test_steps_of_two_stages_move_together_in_their_order():
    after = MoveSteps(("s4", "s1"), "buy", 0).apply(small_map())

    assert columns(after) == ["s2", "s1", "s4", "s3"]


def test_the_last_step_of_a_stage_stays():
    with pytest.raises(EditError, match="Move the stage instead"):
        MoveSteps(("s1", "s2"), "buy", 0).apply(small_map())


def test_a_span_turns_round_when_its_ends_change_places():
    journey = SpanCard("a1", "s1", "s3").apply(small_map())

    card = MoveStages(("find",), 1).apply(journey).cards["a1"]

    assert (card.first_step, card.last_step) == ("s3", "s1")


def test_a_feeling_loses_a_card_that_no_longer_covers_its_step():
    journey = SpanCard("p1", "s1", "s3").apply(small_map())

    after = MoveSteps(("s2",), "buy", None).apply(journey)

    assert after.emotions["e2"].step == "s2"
    assert after.emotions["e2"].card is None
    assert faults(after) == []


def test_a_lane_is_added_and_moved():
    after = AddLane(CardsLane(id="new", card="quote"), 1).apply(small_map())
    moved = MoveLanes(("feel", "do"), 1).apply(after)

    assert [lane.id for lane in after.ordered_lanes] == ["do", "new", "pain", "feel"]
    assert [lane.id for lane in moved.ordered_lanes] == ["new", "do", "feel", "pain"]


def test_a_lane_for_an_unknown_kind_of_card_is_refused():
    with pytest.raises(EditError, match="does not exist"):
        AddLane(CardsLane(id="new", card="poem")).apply(small_map())


def test_a_line_is_a_lane_too():
    assert "new" in AddLane(LineLane(id="new")).apply(small_map()).lanes


def test_a_feeling_is_set_and_then_changed():
    once = SetEmotion("s4", 1.0, emotion_id="new").apply(small_map())
    twice = SetEmotion("s4", -2.0, emotion_id="newer").apply(once)

    assert twice.emotions["new"].value == -2.0
    assert "newer" not in twice.emotions
    assert SetEmotion("s4", -2.0).apply(twice) is twice


@pytest.mark.parametrize(
    "edit",
    [
        SetEmotion("s4", 2.5),
        SetEmotion("s1", float("nan")),
        SetEmotion("gone", 1.0),
        SetEmotion("s4", 1.0, persona="nobody"),
        SetEmotion("s4", 1.0, card="p1"),
    ],
)
def test_a_feeling_that_does_not_fit_is_refused(edit):
    with pytest.raises(EditError):
        edit.apply(small_map())
