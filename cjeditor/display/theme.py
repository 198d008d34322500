"""The colours of a map on paper, and on screens light, dark and of high contrast."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.core.theme_names import ThemeName


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything coloured that is not a card's own; every colour is `#rrggbb`.

    Attributes:
        sheet: The paper.
        band: Ground of every second lane.
        ink: Text.
        quiet: Secondary text.
        rule: Hairlines.
        grid: Dashed hairlines between steps.
        good, bad, even: Feelings above, below and at zero.
        stages: Hues of the stages in turn; white bold text stands on them.
        inks: Colours of the personas' curves in turn.
        card_edge: Outline of every card; cards have no tints then. "" means tints, no outline.
    """

    name: ThemeName
    dark: bool
    sheet: str
    band: str
    ink: str
    quiet: str
    rule: str
    grid: str
    good: str
    bad: str
    even: str
    stages: tuple[str, ...]
    inks: tuple[str, ...]
    card_edge: str = ""

    def card_fill(self, tint: str, full: str) -> str:
        """Return the ground of a card: its *tint*, or in the dark 18 % of *full*."""
        if self.card_edge:
            return self.sheet
        return _over(full, self.sheet) if self.dark else tint

    def strong(self, full: str) -> str:
        """Return *full* as bars and symbols show it here: lighter by a step in the dark."""
        if self.card_edge:
            return readable(full, self.sheet, HIGH)
        return readable(full, self.card_fill("#ffffff", full), 4.5) if self.dark else full


@cache
def _over(colour: str, sheet: str) -> str:
    return mix(colour, sheet, 0.18)


HIGH: Final = 7.0
"""Contrast of text and symbols in the themes of high contrast."""

_HUES = ("#3b6ea8", "#3f8c9b", "#5b7f4f", "#b07d2b", "#9a5b7a", "#6a5d9e", "#4f7480", "#a35f43")
_STAGES = tuple(readable(hue, "#ffffff") for hue in _HUES)  # white text stands on them
_DEEP = tuple(readable(hue, "#ffffff", 6.2) for hue in _HUES)  # and they stand out from black

LIGHT = Theme(
    name="light",
    dark=False,
    sheet="#ffffff",
    band="#f9fafc",
    ink="#1f2933",
    quiet="#55616d",
    rule="#dfe4ea",
    grid="#e3e8ee",
    good="#2f855a",
    bad="#c53030",
    even="#5f6b76",
    stages=_STAGES,
    inks=("#22395b", "#8a4b08", "#5b2a86", "#00695c", "#8c1d40", "#37474f"),
)

DARK = Theme(
    name="dark",
    dark=True,
    sheet="#1c2127",
    band="#20262d",
    ink="#e6eaee",
    quiet="#aab4be",
    rule="#38414b",
    grid="#313942",
    good="#6fcf97",
    bad="#ff8a8a",
    even="#aab4be",
    stages=_STAGES,
    inks=("#9cc2f5", "#f2b36b", "#c9a4f0", "#6fd6c7", "#f59ab5", "#c3ccd4"),
)

HIGH_CONTRAST = Theme(
    name="contrast",
    dark=False,
    sheet="#ffffff",
    band="#ffffff",
    ink="#000000",
    quiet="#2e2e2e",
    rule="#5c5c5c",
    grid="#767676",
    good="#0a5c2f",
    bad="#a30f0f",
    even="#2e2e2e",
    stages=_DEEP,
    inks=("#14294a", "#6b3500", "#4a1a75", "#004d43", "#7a0f31", "#263238"),
    card_edge="#000000",
)

HIGH_CONTRAST_DARK = Theme(
    name="contrast dark",
    dark=True,
    sheet="#000000",
    band="#000000",
    ink="#ffffff",
    quiet="#d6d6d6",
    rule="#9a9a9a",
    grid="#7d7d7d",
    good="#7ee8a8",
    bad="#ffa3a3",
    even="#d6d6d6",
    stages=_DEEP,
    inks=("#b3d4ff", "#ffc98a", "#dcc2ff", "#8ff0e0", "#ffb3c9", "#dfe7ec"),
    card_edge="#ffffff",
)

THEMES: Final = {each.name: each for each in (LIGHT, DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK)}
