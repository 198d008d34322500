"""A persona's picture in the legend, as small as a line of text."""

from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Picture, Rect
from cjeditor.model.map import Map

_HIGHEST: Final = 22.0
_WIDEST: Final = 33.0


def portrait(journey: Map, persona: Id) -> Picture | None:
    """Return the picture of a persona with its corner at 0, 0; None if there is none."""
    picture = journey.pictures.get(journey.personas[persona].picture or "")
    if picture is None:
        return None
    scale = min(_HIGHEST / picture.height, _WIDEST / picture.width)
    return Picture(Rect(0, 0, picture.width * scale, picture.height * scale), picture.id)
