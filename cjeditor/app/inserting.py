"""The lanes and cards that menus and keys offer to add."""

from dataclasses import dataclass
from typing import Final

from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS, CardKind, LaneKind
from cjeditor.panels.palette import key_of


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


def card_choices() -> list[tuple[CardKind, str]]:
    """Return every kind of card with its digit; "" for those without."""
    return [(kind, key_of(index)) for index, kind in enumerate(CARD_KINDS)]
