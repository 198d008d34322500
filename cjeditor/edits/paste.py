"""Paste cards from the clipboard."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import begin_at
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free, lane_of_cards, one
from cjeditor.edits.place import place
from cjeditor.kinds.card import Card
from cjeditor.model.integrity import REFERENCES
from cjeditor.model.map import Map


def with_new_ids(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return *cards* under new ids, as pasting them wants it."""
    return tuple(card.replace(id=new_id()) for card in cards)


@dataclass(frozen=True, slots=True)
class Paste:
    """Put cards, of this map or of another, into a cell in the order given.

    What they say about personas, evidence and pictures that are not on this map is left
    out.

    Attributes:
        cards: Under ids that are not on the map.
        index: Their place among the cell's cards; None means the last.
    """

    cards: tuple[Card, ...]
    lane: Id
    step: Id
    index: int | None = None

    label = mark("Paste")

    def apply(self, journey: Map) -> Map:
        lane, step = lane_of_cards(journey, self.lane), one(journey.steps, self.step)
        if len({card.id for card in self.cards}) < len(self.cards):
            raise EditError(mark("Two of the cards have the same id."))
        pasted = []
        for card in self.cards:
            free(journey, card.id)
            pasted.append(_at_home(journey, begin_at(journey, card, lane.id, step.id)))
        return journey.put(*place(journey.cell(lane.id, step.id), self.index, pasted))


def _at_home(journey: Map, card: Card) -> Card:
    """Return *card* without what it says about records that are not on the map."""
    changes: dict[str, Any] = {}
    for field, table in REFERENCES["cards"].items():
        value, known = vars(card).get(field), journey.table(table)
        if isinstance(value, tuple):
            changes[field] = tuple(each for each in value if each in known)
        elif value is not None:
            changes[field] = value if value in known else None
    return card.replace(**changes)
