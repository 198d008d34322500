"""What is worked out from cells is right after any edit, and only for cells that it touched."""

from any_edits import edited
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import big_map, golden_map

from cjeditor.edits.records import SetField
from cjeditor.kinds.pain import Pain
from cjeditor.model.by_cell import ByCell, cards_of


def test_only_what_was_touched_is_worked_out_anew():
    asked = []
    counts = ByCell(lambda cards: asked.append(cards) or len(cards))
    journey = big_map(400, 5, 10)

    assert sum(counts.of(journey)) == 400
    assert len(asked) == 40

    asked.clear()
    after = SetField(("card7",), "text", "Other").apply(journey)
    assert sum(counts.of(after)) == 400
    assert [card.text for cards in asked for card in cards if card.id == "card7"] == ["Other"]
    assert len(asked) == 1


@settings(max_examples=25)
@given(st.data())
def test_cards_of_a_class_stand_as_the_map_is_read(data):
    journey = golden_map()
    cards_of(journey, Pain)

    after = edited(data, journey)

    assert cards_of(after, Pain) == [c for c in after.reading_order() if isinstance(c, Pain)]
