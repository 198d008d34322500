"""How large a stop of the projector is shown, on which screens, and where in the view."""

from dataclasses import dataclass
from typing import Final

from cjeditor.canvas.projector.large_type import LEAST
from cjeditor.canvas.projector.stops import Stop, screens
from cjeditor.canvas.zoom_view import HIGHEST
from cjeditor.display.shapes import Rect
from cjeditor.layout.sheet import Sheet

SMALLEST_WORDS: Final = 10.0
"""Points of the smallest words on a projector's map: those of tags. Smaller ones are enlarged."""

LEAST_ZOOM: Final = LEAST / SMALLEST_WORDS
EDGE: Final = 24
"""Pixels that stay free around what is in the light."""

_LARGEST: Final = 3.0
"""A small stage is not blown up beyond this zoom unless larger text is asked for."""

_LARGER: Final = 1.15
"""Factor of one step of the text's size."""

_LEAST_ROOM: Final = 40.0
"""Points that a screen shows at least, however small the view."""


@dataclass(frozen=True, slots=True)
class Framing:
    """What a view of *width* × *height* pixels shows of a sheet.

    Attributes:
        larger: Steps by which the text is larger than it was at first, or smaller.
    """

    sheet: Sheet
    width: int
    height: int
    larger: int = 0

    def zoom(self, stop: Stop) -> float:
        """Return the zoom at which the whole stop is as large as fits, if it can be read."""
        across = (self.width - 2 * EDGE) / (self.sheet.left + stop.rect.width)
        down = (self.height - 2 * EDGE) / (self._head + stop.rect.height)
        fitting = max(LEAST_ZOOM, min(across, down, _LARGEST))
        return min(max(fitting * _LARGER**self.larger, LEAST_ZOOM), HIGHEST)

    def screens(self, stop: Stop, zoom: float) -> tuple[Rect, ...]:
        """Return the parts of *stop* that fill the view beside lane titles and heads."""
        wide = (self.width - 2 * EDGE) / zoom - self.sheet.left
        high = (self.height - 2 * EDGE) / zoom - self._head
        return screens(stop, max(wide, _LEAST_ROOM), max(high, _LEAST_ROOM))

    def corner(self, rect: Rect, zoom: float) -> tuple[float, float]:
        """Return where the view begins, in pixels, with *rect* in the middle of its room.

        At the sheet's edges it moves out of the middle rather than show a lot of the desk.
        """
        sheet = self.sheet
        x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
        across = x * zoom - (sheet.left * zoom + self.width) / 2
        down = y * zoom - (self._head * zoom + self.height) / 2
        return (
            _kept(across, sheet.width * zoom, self.width),
            _kept(down, sheet.height * zoom, self.height),
        )

    @property
    def _head(self) -> float:
        """Height of stage and step heads, in points."""
        return self.sheet.top - self.sheet.head


def _kept(corner: float, content: float, view: float) -> float:
    """Return *corner* moved so that no more than the edge of the desk is seen."""
    if content + 2 * EDGE <= view:
        return (content - view) / 2
    return min(max(corner, -EDGE), content + EDGE - view)
