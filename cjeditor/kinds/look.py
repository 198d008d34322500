"""How a map is drawn: colours, words and type sizes."""

from dataclasses import dataclass, replace
from typing import Final

from cjeditor.core.words import Words
from cjeditor.display.text import Font
from cjeditor.display.theme import Theme

TITLE = Font(24, bold=True)
SUBTITLE = Font(12)
STAGE = Font(15, bold=True)
STEP = Font(13, bold=True)
LANE = Font(13, bold=True)
CARD = Font(12.5)
SMALL = Font(11)
QUOTE = Font(11.5, italic=True)
GHOST = Font(12, italic=True)

USUAL_COLUMN: Final = 152.0
"""Width of a step's column at 100 %, in points; wider and narrower steps are so beside it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a layout takes besides the map.

    Attributes:
        words: Of the map's own language, for labels drawn on the map.
        column: Width of a step's column in points.
        prompts: Whether empty cells show ghost text (screen only).
        on_screen: Whether what is collapsed or hidden can be opened in the drawing, and what
            is locked says so (screen only); else what is collapsed is drawn like the rest.
        least_type: Size in points below which no type is set, for what is read from afar.
    """

    theme: Theme
    words: Words
    column: float = USUAL_COLUMN
    prompts: bool = False
    on_screen: bool = False
    least_type: float = 0

    def draws_cards_as(self, other: "Look") -> bool:
        """Tell whether cards look the same as in *other*, but for type that is too small here."""
        alike = replace(other, prompts=self.prompts, least_type=self.least_type)
        return self == other or (other.least_type == 0 and self == alike)

    def enlarging(self, size: float) -> float:
        """Return how many times larger what has type of *size* points is drawn."""
        return max(1.0, self.least_type / size)
