"""The cards that menus and keys offer to add, with their digits."""

from cjeditor.kinds.registry import CARD_KINDS, CardKind
from cjeditor.panels.lane_choices import LANE_CHOICES, LaneChoice
from cjeditor.panels.palette import key_of

__all__ = ["LANE_CHOICES", "LaneChoice", "card_choices"]


def card_choices() -> list[tuple[CardKind, str]]:
    """Return every kind of card with its digit; "" for those without."""
    return [(kind, key_of(index)) for index, kind in enumerate(CARD_KINDS)]
