"""The colours of a map on paper, on a light screen and on a dark one."""

from dataclasses import dataclass
from functools import cache

from cjeditor.core.colours import mix, readable


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
    """

    name: str
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

    def card_fill(self, tint: str, full: str) -> str:
        """Return the ground of a card: its *tint*, or in the dark 18 % of *full*."""
        return _over(full, self.sheet) if self.dark else tint

    def strong(self, full: str) -> str:
        """Return *full* as bars and symbols show it here: lighter by a step in the dark."""
        return readable(full, self.card_fill("#ffffff", full), 4.5) if self.dark else full


@cache
def _over(colour: str, sheet: str) -> str:
    return mix(colour, sheet, 0.18)


_HUES = ("#3b6ea8", "#3f8c9b", "#5b7f4f", "#b07d2b", "#9a5b7a", "#6a5d9e", "#4f7480", "#a35f43")
_STAGES = tuple(readable(hue, "#ffffff") for hue in _HUES)  # white text stands on them

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
