"""What lies behind emotion curves, and inks that are seen on all of it."""

from functools import cache
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.display.theme import Theme

LINE: Final = 3.0
"""Contrast from which a line is seen."""

TEXT: Final = 4.5
"""Contrast from which a text is read."""


def wash_colours(theme: Theme) -> tuple[str, str]:
    """Return the colours at the top of a lane and at its bottom, good and bad."""
    share = 0.2 if theme.dark else 0.17
    return mix(theme.good, theme.sheet, share), mix(theme.bad, theme.sheet, share)


def spread_colour(theme: Theme) -> str:
    """Return the colour of the area between the lowest and the highest persona."""
    return mix(theme.ink, theme.sheet, 0.11)


def level_colour(theme: Theme) -> str:
    """Return the colour of the dotted levels: faint as hairlines are, unless contrast is high."""
    faint = mix(theme.quiet, theme.sheet, 0.45)
    return seen(faint, theme) if theme.card_edge else faint


@cache
def seen(colour: str, theme: Theme, ratio: float = LINE) -> str:
    """Return *colour*, changed as little as gives it *ratio* on everything behind the curves."""
    for ground in (theme.sheet, *wash_colours(theme), spread_colour(theme)):
        colour = readable(colour, ground, ratio)
    return colour
