import pytest
from maps import small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.emotions import AddEmotion, MoveEmotion
from cjeditor.edits.records import SetField
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.feelings import curve_at
from cjeditor.model.integrity import faults


def _values(journey, step):
    return [each.value for each in curve_at(journey, step, None, "current")]


@pytest.mark.parametrize(("index", "values"), [(0, [2, 1]), (1, [1, 2]), (None, [1, 2])])
def test_a_second_feeling_is_added_at_its_place_in_the_step(index, values):
    journey = AddEmotion("s1", 2.0, index=index).apply(small_map())

    assert _values(journey, "s1") == values
    assert not list(faults(journey))


def test_a_feeling_moves_to_another_step_with_its_words():
    journey = SetField(("e1",), "quote", "At last").apply(small_map())

    moved = MoveEmotion("e1", "s4").apply(journey)

    assert moved.emotions["e1"] == journey.emotions["e1"].replace(step="s4")


def test_a_feeling_that_leaves_its_card_is_one_of_the_whole_step():
    moved = MoveEmotion("e2", "s4").apply(small_map())

    assert moved.emotions["e2"].card is None
    assert not list(faults(moved))


def test_a_feeling_keeps_its_card_within_the_step():
    journey = AddEmotion("s2", 1.0).apply(small_map())

    moved = MoveEmotion("e2", "s2", 0, -1.0).apply(journey)

    assert (moved.emotions["e2"].card, _values(moved, "s2")) == ("p1", [-1, 1])


def test_a_feeling_moves_past_its_neighbour_and_takes_a_value_on_the_way():
    journey = AddEmotion("s1", 2.0, emotion_id="new").apply(small_map())

    moved = MoveEmotion("new", "s1", 0, 0.5).apply(journey)

    assert _values(moved, "s1") == [0.5, 1]


def test_a_feeling_put_where_it_is_changes_nothing():
    journey = small_map()

    assert MoveEmotion("e1", "s1", 0).apply(journey) is journey


@pytest.mark.parametrize("edit", [MoveEmotion("gone", "s1"), MoveEmotion("e1", "gone")])
def test_what_is_not_there_is_refused(edit):
    with pytest.raises(EditError):
        edit.apply(small_map())


def test_feelings_without_positions_stand_in_the_order_of_their_cards():
    journey = small_map().put(
        Emotion(id="x", step="s1", card="a2", value=2), Emotion(id="y", step="s1", card="a1")
    )

    assert [each.id for each in curve_at(journey, "s1", None, "current")] == ["e1", "y", "x"]
