"""A card style of the map's own: a name for what its colour and its symbol mean."""

from dataclasses import replace
from functools import lru_cache
from typing import Annotated, Final

from pydantic import Field

from cjeditor.core.colours import Colour, mix, readable
from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.card import CardKind
from cjeditor.kinds.fields import Name

COLOURS: Final = (
    "#6b4fa0", "#a1337a", "#b3261e", "#8a5a00", "#2f6f3e", "#0b6e8a", "#1d4ed8", "#37506b",
)  # fmt: skip
"""Colours for styles, each readable on white and as text on its own tint."""

SYMBOLS: Final[dict[str, str]] = {
    "flag": mark("Flag"),
    "star": mark("Star"),
    "bookmark": mark("Bookmark"),
    "bolt": mark("Lightning"),
    "alert-circle": mark("Exclamation mark"),
    "urgent": mark("Alarm"),
    "clock": mark("Clock"),
    "lock": mark("Padlock"),
    "shield": mark("Shield"),
    "scale": mark("Scales"),
    "heart": mark("Heart"),
    "thumb-up": mark("Thumb up"),
    "thumb-down": mark("Thumb down"),
    "rocket": mark("Rocket"),
    "users": mark("People"),
}
"""Icons that a style can have, with their names."""

_TINT: Final = 0.14
"""Share of a style's colour in the ground of its cards."""


class CardStyle(Frozen):
    """What cards of any kind can be marked with: "Legal risk", in purple.

    Attributes:
        colour: Of the card's bar and symbol; its ground is a tint of it.
        symbol: One of `SYMBOLS`, in the place of the kind's; "" means the kind's own, and
            then the card names its style in words.
    """

    id: Id
    order: Order = FIRST
    name: Annotated[Name, Field(title=mark("Name"))] = ""
    colour: Annotated[Colour, Field(title=mark("Colour"))] = COLOURS[0]
    symbol: Annotated[Name, Field(title=mark("Symbol"))] = ""


@lru_cache(maxsize=512)
def styled(kind: CardKind, style: CardStyle) -> CardKind:
    """Return *kind* in the colours and with the symbol of *style*."""
    tint = mix(style.colour, "#ffffff", _TINT)
    dressed = replace(kind, tint=tint, full=readable(style.colour, tint, 4.5))
    if style.symbol not in SYMBOLS:
        return dressed
    return replace(dressed, symbol=style.symbol, symbol_of=None)


def named_in_words(style: CardStyle) -> str:
    """Return the name that a card of *style* shows; "" where its symbol says enough."""
    return "" if style.symbol in SYMBOLS else " ".join(style.name.split())
