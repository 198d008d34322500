"""Chosen changes are taken over with what they need, and records brought back as they were."""

import pytest
from maps import PIXEL_ID, full_map, small_map

from cjeditor.changes.compare import compare
from cjeditor.changes.take import TakeOver, bring_back, needed, sharing
from cjeditor.edits.cards import AddCard, MoveCards, SpanCard
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.stage_cuts import SplitStage
from cjeditor.edits.stages import AddStage
from cjeditor.edits.steps import MoveSteps
from cjeditor.files import cjm
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.model.integrity import faults
from cjeditor.model.records import Comment
from cjeditor.session.session import Session


def do(journey, *edits):
    for edit in edits:
        journey = edit.apply(journey)
    return journey


def take(before, after, *ids):
    changes = compare(before, after)
    chosen = needed(changes, [each for each in changes if each.id in ids])
    return chosen, TakeOver(chosen, after).apply(before)


def test_one_of_several_changes_is_taken_over():
    before = small_map()
    after = do(before, SetField(("p1",), "severity", 2), SetField(("a1",), "text", "Ask around"))

    chosen, taken = take(before, after, "p1")

    assert [each.id for each in chosen] == ["p1"]
    assert taken.cards["p1"].severity == 2
    assert taken.cards["a1"] is before.cards["a1"]


def test_a_card_brings_its_lane_and_its_step_along():
    before = small_map()
    after = do(
        before,
        AddLane(CardsLane(id="new-lane", title="Ideas"), None),
        AddStage(None, "After", ("Ride",)),
    )
    step = after.ordered_steps[-1]
    after = AddCard("new-lane", step.id, "idea", "A bell", None, "bell").apply(after)

    chosen, taken = take(before, after, "bell")

    assert {each.id for each in chosen} == {"new-lane", step.stage, step.id, "bell"}
    assert taken == after


def test_a_stage_comes_with_the_steps_that_went_to_it():
    before = small_map()
    after = SplitStage("s4", "Pay", "paying").apply(before)

    chosen, taken = take(before, after, "paying")

    assert {each.id for each in chosen} >= {"paying", "s4"}
    assert taken == after


def test_a_lane_goes_with_its_cards():
    before = small_map()
    after = Delete(("pain",)).apply(before)

    chosen, taken = take(before, after, "pain")

    assert [each.id for each in chosen] == ["pain", "p1", "e2"]
    assert taken == after


def test_what_is_not_chosen_does_not_come_with_a_person_that_goes():
    before = full_map()
    after = do(before, Delete(("dewi",)), SetField(("a1",), "text", "Runs"))

    _, taken = take(before, after, "dewi")

    assert "dewi" not in taken.personas
    assert taken.cards["a1"].personas == ()
    assert taken.cards["a1"].text == before.cards["a1"].text
    assert faults(taken) == []


def test_a_picture_comes_and_goes_with_what_shows_it():
    before = full_map()
    without = do(before, SetField(("dewi", "pic"), "picture", None))
    assert PIXEL_ID not in without.pictures

    for ids in (("pic",), ("dewi",)):
        _, taken = take(without, before, *ids)
        assert PIXEL_ID in taken.pictures
    changes = [each for each in compare(before, without) if each.table != "pictures"]
    assert PIXEL_ID not in TakeOver(tuple(changes), without).apply(before).pictures


def test_a_card_that_would_run_backwards_is_turned_round():
    before = SpanCard("a3", "s3", "s4").apply(small_map())
    after = MoveSteps(("s4",), "buy", 0).apply(before)

    _, taken = take(before, after, "s4")

    assert (taken.cards["a3"].first_step, taken.cards["a3"].last_step) == ("s4", "s3")


def test_a_feeling_follows_its_card():
    before = small_map()
    after = MoveCards(("p1",), "pain", "s4", 0).apply(before)
    only_card = tuple(each for each in compare(before, after) if each.id == "p1")

    taken = TakeOver(only_card, after).apply(before)

    assert taken.emotions["e2"].step == "s4"


def test_what_stood_in_a_lane_that_became_a_line_goes_where_it_is_there():
    before = small_map()
    after = do(before, MoveCards(("p1",), "do", "s2", 0)).put(LineLane(id="pain", order="a1"))
    only_lane = tuple(each for each in compare(before, after) if each.id == "pain")

    taken = TakeOver(only_lane, after).apply(before)

    assert taken.cards["p1"].lane == "do"
    assert faults(taken) == []


def test_taking_nothing_leaves_the_map_itself():
    journey = full_map()

    assert TakeOver((), full_map()).apply(journey) is journey
    assert bring_back(full_map(), None).apply(journey) is journey
    assert bring_back(full_map(), ["a1", "front", "full"]).apply(journey) is journey


def test_they_are_edits_of_one_step():
    before = small_map()
    session = Session(Delete(("do",)).apply(before))
    edit = bring_back(before, ["do"])

    assert isinstance(edit, Edit)
    session.do(edit)
    assert session.journey == before
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert "do" not in session.journey.lanes


@pytest.mark.parametrize(
    "gone", ["front", "check-in", "before", "dewi", "t1", "mood", "pic", "story", "ev1", "risk"]
)
def test_what_was_deleted_comes_back_with_what_stood_in_it(gone):
    then = full_map()
    now = Delete((gone,)).apply(then)

    back = bring_back(then, [gone]).apply(now)

    assert back.find(gone) == then.find(gone)
    left = {each.id for each in compare(back, then)}
    named_it = {"a1", "check-in", "night"}  # they named a persona or a source, and still could
    assert left <= named_it


def test_a_card_comes_back_as_it_was_and_the_rest_stays():
    then = small_map()
    now = do(then, SetField(("a1",), "text", "x"), SetField(("a2",), "text", "y"))

    back = bring_back(then, ["a1"]).apply(now)

    assert back.cards["a1"] == then.cards["a1"]
    assert back.cards["a2"].text == "y"


def test_a_link_comes_back_only_if_both_ends_are_there():
    then = full_map()
    now = Delete(("o1", "p1")).apply(then)

    assert bring_back(then, ["p1"]).apply(now).links.keys() == {"l2", "l3"}
    assert bring_back(then, ["p1", "o1"]).apply(now).links == then.links


def test_what_was_not_there_then_goes():
    then = small_map()
    now = do(then, AddLane(CardsLane(id="new"), None), AddCard("new", "s1", "note", "", None, "n"))
    now = MoveCards(("a1",), "new", "s2", 0).apply(now)

    back = bring_back(then, ["new"]).apply(now)

    assert back == then


def test_the_scope_is_brought_back_by_the_id_of_the_map():
    then = small_map()
    now = do(then, SetScope("title", "x"), SetField(("a1",), "text", "y"))

    back = bring_back(then, [then.id]).apply(now)

    assert back.scope == then.scope
    assert back.cards["a1"].text == "y"


def test_a_stage_keeps_a_step():
    then = small_map()
    now = do(then, AddStage(None, "New", ("Only",)))
    stage, step = now.ordered_stages[-1].id, now.ordered_steps[-1].id

    back = bring_back(then, [step]).apply(now)

    assert stage not in back.stages
    assert back == then


def test_everything_can_be_brought_back_from_another_document():
    then = small_map().put(Comment(id="c", about="small", text="All"))

    back = bring_back(then, None).apply(full_map())

    assert back.id == "full"
    assert back.comments["c"].about == "full"
    assert compare(back, then) == ()
    assert faults(back) == []


def test_a_version_shares_with_ours_all_that_is_the_same():
    mine = full_map()
    edited = SetField((next(iter(mine.cards)),), "text", "Theirs").apply(mine)
    theirs = cjm.loads(cjm.dumps(SetScope("title", "Their title").apply(edited)))

    shared = sharing(theirs, mine)

    assert shared == theirs
    assert [key for key in mine.cards if shared.cards[key] is not mine.cards[key]] == [
        next(iter(mine.cards))
    ]
    assert shared.lanes is mine.lanes
    assert sharing(cjm.loads(cjm.dumps(mine)), mine) is mine
