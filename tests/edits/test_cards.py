"""Cards are added, moved, stretched and converted, and nothing else changes."""

import pytest
from maps import full_map, small_map

from cjeditor.edits.cards import AddCard, AddCards, ConvertCards, MoveCards, SpanCard
from cjeditor.edits.edit import EditError
from cjeditor.kinds.plain import Note
from cjeditor.model.integrity import faults


def ids(journey, lane, step):
    return [card.id for card in journey.cell(lane, step)]


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, ["new", "a1", "a2"]), (1, ["a1", "new", "a2"]), (None, ["a1", "a2", "new"])],
)
def test_a_card_is_added_at_its_place(index, order):
    after = AddCard("do", "s1", "pain", "Ouch", index, "new").apply(small_map())

    assert ids(after, "do", "s1") == order
    assert after.cards["new"].kind == "pain"


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (AddCard("feel", "s1", "note"), "This lane takes no cards."),
        (AddCard("do", "gone", "note"), "What you want to change is no longer on the map."),
        (AddCard("do", "s1", "poem"), "There is no kind of card named “poem”."),
        (AddCard("do", "s1", "note", card_id="a1"), "The map has a record named “a1” already."),
        (AddCard("do", "s1", "note", "x" * 200_001), "Text must have 200000 characters or fewer."),
        (MoveCards(("a1",), "feel", "s1"), "This lane takes no cards."),
        (ConvertCards(("a1",), "poem"), "There is no kind of card named “poem”."),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(edit, sentence):
    with pytest.raises(EditError) as caught:
        edit.apply(small_map())

    assert str(caught.value) == sentence


def test_finished_cards_are_added_where_they_say():
    card = Note(id="n", lane="do", first_step="s2", last_step="s4")

    after = AddCards((card,)).apply(small_map())

    assert after.cards["n"] is card


@pytest.mark.parametrize("wrong", [{"lane": "gone"}, {"last_step": "s1"}, {"id": "a1"}])
def test_finished_cards_that_do_not_fit_are_refused(wrong):
    card = Note(id="n", lane="do", first_step="s2", last_step="s2").replace(**wrong)

    with pytest.raises(EditError):
        AddCards((card,)).apply(small_map())


def test_cards_move_together_in_reading_order():
    after = MoveCards(("a3", "a1"), "pain", "s2", 1).apply(small_map())

    assert ids(after, "pain", "s2") == ["p1", "a1", "a3"]
    assert ids(after, "do", "s1") == ["a2"]


def test_a_move_within_a_cell_counts_the_cards_that_stay():
    after = MoveCards(("a1",), "do", "s1", 1).apply(small_map())

    assert ids(after, "do", "s1") == ["a2", "a1"]


@pytest.mark.parametrize("index", [0, -3])
def test_a_move_to_where_it_is_changes_nothing(index):
    journey = small_map()

    assert MoveCards(("a1",), "do", "s1", index).apply(journey) is journey


def test_a_span_keeps_its_length_as_far_as_the_map_goes():
    journey = SpanCard("a1", "s1", "s3").apply(small_map())

    moved = MoveCards(("a1",), "do", "s2").apply(journey).cards["a1"]
    at_end = MoveCards(("a1",), "do", "s3").apply(journey).cards["a1"]

    assert (moved.first_step, moved.last_step) == ("s2", "s4")
    assert (at_end.first_step, at_end.last_step) == ("s3", "s4")


def test_a_span_may_be_drawn_from_right_to_left():
    card = SpanCard("a3", "s4", "s1").apply(small_map()).cards["a3"]

    assert (card.first_step, card.last_step) == ("s1", "s4")


def test_a_feeling_follows_its_card():
    after = MoveCards(("p1",), "pain", "s4").apply(small_map())

    assert after.emotions["e2"].step == "s4"
    assert after.emotions["e2"].card == "p1"


def test_a_feeling_keeps_its_place_under_a_moved_span():
    journey = SpanCard("p1", "s1", "s2").apply(small_map())

    after = MoveCards(("p1",), "pain", "s2").apply(journey)

    assert journey.emotions["e2"].step == "s2"
    assert after.emotions["e2"].step == "s3"


def test_a_feeling_stays_under_a_card_that_gets_shorter():
    journey = SpanCard("p1", "s1", "s2").apply(small_map())

    after = SpanCard("p1", "s1", "s1").apply(journey)

    assert after.emotions["e2"].step == "s1"


def test_a_converted_card_keeps_what_both_kinds_have():
    after = ConvertCards(("p1",), "opportunity").apply(full_map())

    assert after.cards["p1"].kind == "opportunity"
    assert after.cards["p1"].owner == "IT"
    assert after.links.keys() == full_map().links.keys()


def test_converting_to_the_same_kind_changes_nothing():
    journey = full_map()

    assert ConvertCards(("p1",), "pain").apply(journey) is journey


def test_cards_that_share_a_position_get_their_own_when_one_comes_between():
    journey = small_map()
    tied = journey.put(journey.cards["a2"].replace(order="a0"))

    after = AddCard("do", "s1", "note", "", 1, "new").apply(tied)

    assert ids(after, "do", "s1") == ["a1", "new", "a2"]
    assert faults(after) == []


def test_a_thousand_cards_go_one_by_one_to_the_front():
    journey = small_map()
    for number in range(1000):
        journey = AddCard("do", "s4", "note", "", 0, f"n{number}").apply(journey)

    assert ids(journey, "do", "s4") == [f"n{number}" for number in reversed(range(1000))]
