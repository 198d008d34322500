import pytest
from maps import big_map, small_map

from cjeditor.canvas.moves import moved, reordered
from cjeditor.canvas.walk import Focus
from cjeditor.model.integrity import faults


def test_at_the_maps_end_nothing_moves():
    journey = small_map()

    assert moved(journey, ["a1"], "left") is None
    assert moved(journey, ["s4"], "right") is None
    assert moved(journey, ["find"], "left") is None
    assert moved(journey, ["feel"], "down") is None
    assert moved(journey, ["find"], "up") is None


def test_a_step_moves_on_into_the_next_stage():
    after = moved(small_map(), ["s2"], "right").apply(small_map())

    assert [step.id for step in after.steps_of["buy"]] == ["s2", "s3", "s4"]


def cells(journey, *ids):
    return [(journey.cards[each].lane, journey.cards[each].first_step) for each in ids]


def test_cards_of_several_cells_move_side_by_side():
    after = moved(small_map(), ["a1", "a2", "p1"], "right").apply(small_map())

    assert cells(after, "a1", "a2", "p1") == [("do", "s2"), ("do", "s2"), ("pain", "s3")]
    assert faults(after) == []


def test_cards_of_several_cells_stay_together_where_one_cannot_move():
    assert moved(small_map(), ["a1", "a3", "p1"], "down") is None


def test_cards_of_a_cell_move_up_and_down_in_it_before_they_leave_it():
    journey = moved(small_map(), ["a1"], "down").apply(small_map())

    assert [card.id for card in journey.cell("do", "s1")] == ["a2", "a1"]
    after = moved(journey, ["a1"], "down").apply(journey)
    assert cells(after, "a1") == [("pain", "s1")]


@pytest.mark.parametrize(
    ("ids", "way", "order"),
    [
        (["lane0", "lane1"], "down", [2, 0, 1, 3, 4]),
        (["lane1", "lane3"], "up", [1, 3, 0, 2, 4]),
        (["lane3", "lane4"], "down", None),
    ],
)
def test_several_lanes_move_together(ids, way, order):
    journey = big_map(20, 5, 5)

    edit = moved(journey, ids, way)

    moved_lanes = edit and [lane.id for lane in edit.apply(journey).ordered_lanes]
    assert moved_lanes == (order and [f"lane{number}" for number in order])


@pytest.mark.parametrize(
    ("selection", "focus", "way", "table", "order"),
    [
        ([], Focus(None, ("do", "s1")), "right", "steps", ["s2", "s1", "s3", "s4"]),
        (["a1"], Focus("a1", ("do", "s1")), "down", "lanes", ["pain", "do", "feel"]),
        (["p1"], Focus("p1"), "left", "steps", ["s2", "s1", "s3", "s4"]),
        (["e1"], Focus("e1", ("feel", "s1")), "up", "lanes", ["do", "feel", "pain"]),
        (["buy"], Focus("buy"), "left", "stages", ["buy", "find"]),
    ],
)
def test_the_step_or_lane_of_the_cursor_is_reordered(selection, focus, way, table, order):
    after = reordered(small_map(), selection, focus, way).apply(small_map())

    assert [each.id for each in getattr(after, f"ordered_{table}")] == order


def test_without_a_cursor_nothing_is_reordered():
    assert reordered(small_map(), [], Focus(), "left") is None
