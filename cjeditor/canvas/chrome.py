"""Colours and measures of what the editor draws around a map: desk, rings, insertion lines."""

from dataclasses import dataclass
from typing import Final

from cjeditor.core.theme_names import ThemeName

RING_WIDTH: Final = 2.5
RING_GAP: Final = 2.0
RING_RADIUS: Final = 8.0
LINE_WIDTH: Final = 2.0
"""Pixels on the screen, whatever the zoom."""

LIFTED: Final = 0.96
"""Opacity of what is being dragged."""

TINTED: Final = 0.08
"""Share of the accent over the cell that something would land in."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """Colours, each `#rrggbb`.

    Attributes:
        accent: Selection, cursor, insertion lines.
        desk: What the sheet lies on.
        edge: Outline of a sheet without shadow.
        shadow: Its strength, 0 to 1, at the sheet's edge; 0 means none.
    """

    accent: str
    desk: str
    edge: str
    shadow: float


LIGHT: Final = Chrome(accent="#1a66d6", desk="#e9edf1", edge="#dbe1e8", shadow=0.10)
DARK: Final = Chrome(accent="#5b9bff", desk="#14181d", edge="#2a313a", shadow=0.45)


HIGH_CONTRAST: Final = Chrome(accent="#0037a8", desk="#ffffff", edge="#000000", shadow=0.0)
HIGH_CONTRAST_DARK: Final = Chrome(accent="#ffd60a", desk="#000000", edge="#ffffff", shadow=0.0)

_CHROMES: Final[dict[ThemeName, Chrome]] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": HIGH_CONTRAST,
    "contrast dark": HIGH_CONTRAST_DARK,
}


def chrome_for(theme: ThemeName) -> Chrome:
    """Return the colours that go with a map in *theme*."""
    return _CHROMES[theme]
