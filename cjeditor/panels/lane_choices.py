"""The lanes that can be added: each lane kind, and one for each kind of card where it takes any."""

from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import new_id
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.lane import Lane, LaneKind
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS, lane_kind


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """A lane that can be added.

    Attributes:
        name: Unique.
        label: English, marked.
        kind: Name of the lane kind.
        card: Kind of its cards, where the lane kind leaves the choice.
    """

    name: str
    label: str
    symbol: str
    kind: str
    card: str | None = None

    def lane(self) -> Lane:
        """Return a new lane of this choice."""
        record = lane_kind(self.kind).record
        if self.card is not None and issubclass(record, CardsLane):
            return record(id=new_id(), card=self.card)
        return record(kind=self.kind, id=new_id())


def _choices(kind: LaneKind) -> list[LaneChoice]:
    """Return one choice, or one for each kind of card where the lane takes any."""
    if "card" not in kind.record.model_fields:
        symbol = kind.symbol(kind.record(kind=kind.name, id="blank"))
        return [LaneChoice(kind.name, kind.label, symbol, kind.name)]
    return [
        LaneChoice(f"{kind.name} {card.name}", card.label, card.symbol, kind.name, card.name)
        for card in CARD_KINDS
    ]


LANE_CHOICES: Final = tuple(choice for kind in LANE_KINDS for choice in _choices(kind))


def lane_of_cards(card: str) -> LaneChoice:
    """Return the choice of a lane for cards of a kind."""
    return next(each for each in LANE_CHOICES if each.card == card)
