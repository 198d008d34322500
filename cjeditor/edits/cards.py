"""Add, move, stretch and convert cards."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.follow import put_cards
from cjeditor.edits.found import all_of, free, lane_of_cards, one
from cjeditor.edits.pictures import without_unused
from cjeditor.edits.place import place
from cjeditor.edits.valid import made
from cjeditor.kinds.card import Card, CardKind
from cjeditor.kinds.registry import card_kind, convert
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class AddCards:
    """Add finished cards where they say that they stand."""

    cards: tuple[Card, ...]

    label = mark("Add cards")

    def apply(self, journey: Map) -> Map:
        for card in self.cards:
            free(journey, card.id)
            if faults_of(journey, card):
                raise EditError(mark("A card names something that is not on the map."))
        if len({card.id for card in self.cards}) < len(self.cards):
            raise EditError(mark("Two of the cards have the same id."))
        return journey.put(*self.cards)


@dataclass(frozen=True, slots=True)
class AddCard:
    """Add a card to a cell.

    Attributes:
        index: Its place among the cell's cards; None means the last.
    """

    lane: Id
    step: Id
    kind: str
    text: str = ""
    index: int | None = None
    card_id: Id = field(default_factory=new_id)

    label = mark("Add card")

    def apply(self, journey: Map) -> Map:
        lane, step = lane_of_cards(journey, self.lane), one(journey.steps, self.step)
        card = made(
            _kind(self.kind).record,
            id=free(journey, self.card_id),
            lane=lane.id,
            first_step=step.id,
            last_step=step.id,
            text=self.text,
        )
        return journey.put(*place(journey.cell(lane.id, step.id), self.index, [card]))


@dataclass(frozen=True, slots=True)
class MoveCards:
    """Move cards to a cell, in reading order; spans keep their length as far as the map goes.

    Attributes:
        index: Their place among the cell's cards that stay; None means the last.
    """

    ids: tuple[Id, ...]
    lane: Id
    step: Id
    index: int | None = None

    label = mark("Move card")

    def apply(self, journey: Map) -> Map:
        lane_of_cards(journey, self.lane)
        one(journey.steps, self.step)
        cards = in_reading_order(journey, all_of(journey.cards, self.ids))
        moved = [begin_at(journey, card, self.lane, self.step) for card in cards]
        stay = [c for c in journey.cell(self.lane, self.step) if c.id not in self.ids]
        return put_cards(journey, place(stay, self.index, moved))


@dataclass(frozen=True, slots=True)
class SpanCard:
    """Let a card run from one step to another; the two may be given in either order."""

    card_id: Id
    first_step: Id
    last_step: Id

    label = mark("Stretch card")

    def apply(self, journey: Map) -> Map:
        card = one(journey.cards, self.card_id)
        ends = all_of(journey.steps, (self.first_step, self.last_step))
        first, *_, last = sorted([*ends, *ends], key=lambda step: journey.column_of[step.id])
        return put_cards(journey, [card.replace(first_step=first.id, last_step=last.id)])


@dataclass(frozen=True, slots=True)
class ConvertCards:
    """Make cards another kind; what the new kind has no field for becomes an own field."""

    ids: tuple[Id, ...]
    kind: str

    label = mark("Change kind of card")

    def apply(self, journey: Map) -> Map:
        kind = _kind(self.kind)
        cards = all_of(journey.cards, self.ids)
        after = journey.put(*(convert(card, kind) for card in cards if card.kind != kind.name))
        return without_unused(journey, after)


def begin_at(journey: Map, card: Card, lane: Id, step: Id) -> Card:
    """Return *card* begun at a cell; its length is kept as far as the map goes.

    A card of another map, whose steps are not here, covers the one step.
    """
    column = journey.column_of
    length = column.get(card.last_step, 0) - column.get(card.first_step, 0)
    last = min(column[step] + max(length, 0), len(column) - 1)
    return card.replace(lane=lane, first_step=step, last_step=journey.ordered_steps[last].id)


def in_reading_order(journey: Map, cards: Sequence[Card]) -> list[Card]:
    """Return *cards* lane by lane, each from left to right."""
    row = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}
    column = journey.column_of
    return sorted(cards, key=lambda c: (row[c.lane], column[c.first_step], c.order, c.id))


def _kind(name: str) -> CardKind:
    try:
        return card_kind(name)
    except KeyError:
        raise EditError(mark("There is no kind of card named “{kind}”."), kind=name) from None
