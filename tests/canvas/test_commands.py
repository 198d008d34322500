import pytest
from maps import small_map

from cjeditor.canvas import commands
from cjeditor.canvas.walk import Focus
from cjeditor.model.map import Map


def test_on_an_empty_map_a_step_needs_a_stage_first():
    assert commands.add_step(Map(), Focus()) is None
    assert commands.add_stage(Map(), Focus()).apply(Map()).stages


@pytest.mark.parametrize(
    ("focus", "kind", "cell"),
    [
        (Focus(None, ("pain", "s3")), "action", ("pain", "s3")),
        (Focus(None, ("feel", "s3")), "pain", ("pain", "s3")),
        (Focus("buy"), "pain", ("pain", "s3")),
        (Focus(), "quote", ("do", "s1")),
        (Focus("a3"), "quote", ("do", "s3")),
    ],
)
def test_a_card_goes_where_the_keyboard_is_or_to_the_lane_of_its_kind(focus, kind, cell):
    edit = commands.add_card(small_map(), focus, kind)

    assert (edit.lane, edit.step) == cell
    assert edit.kind == kind


def test_without_a_lane_of_cards_there_is_no_card_to_add():
    journey = small_map().drop(["do", "pain", "a1", "a2", "a3", "p1", "e2"])

    assert commands.add_card(journey, Focus(), "pain") is None


def test_deleting_nothing_is_no_edit():
    assert commands.delete(small_map(), ["small", "gone"]) is None
