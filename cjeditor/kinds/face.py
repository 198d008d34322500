"""The faces on an emotion curve: the mouth tells the value, the ring its side of zero."""

from functools import lru_cache
from typing import Final

from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Rect,
    Shape,
    Stroke,
)
from cjeditor.display.theme import Theme

FACE: Final = 12.0
"""Radius of a face."""

_CALM: Final = 0.34
"""Values nearer to zero than this are neither good nor bad."""


def feeling_colour(value: float, theme: Theme) -> str:
    """Return the colour of a feeling: good, bad or even."""
    if abs(value) < _CALM:
        return theme.even
    return theme.good if value > 0 else theme.bad


@lru_cache(maxsize=256)  # a long curve shows few different faces
def draw_face(
    value: float, radius: float, ink: str, theme: Theme, *, square: bool = False
) -> Drawing:
    """Draw the face of *value*, -2 to 2; eyes and mouth in *ink*, the ring in its colour.

    Args:
        square: The ring has corners: another persona's face.
    """
    colour = feeling_colour(value, theme)
    scale = radius / FACE
    ring = Rect(0, 0, 2 * radius, 2 * radius).grown(-0.9)
    corner = 4 * scale if square else ring.width / 2
    shapes: list[Shape] = [
        Box(ring, fill=theme.sheet, stroke=Stroke(colour, 1.8), radius=corner),
        _eye(radius - 3.7 * scale, radius - 2.8 * scale, 1.25 * scale, ink),
        _eye(radius + 3.7 * scale, radius - 2.8 * scale, 1.25 * scale, ink),
        _mouth(value, radius, scale, ink),
    ]
    if value <= -1.5:
        shapes.append(_tear(radius + 4.6 * scale, radius - 0.4 * scale, scale, ink))
    return Drawing(2 * radius, 2 * radius, tuple(shapes))


def _eye(x: float, y: float, radius: float, ink: str) -> Box:
    return Box(Rect(x - radius, y - radius, 2 * radius, 2 * radius), fill=ink, radius=radius)


def _mouth(value: float, radius: float, scale: float, ink: str) -> Curve:
    """Return a mouth that bends with the value; beyond 1.5 it laughs with open mouth."""
    half, bend = 4.4 * scale, 2.9 * scale * max(-1.5, min(1.5, value)) / 1.5
    y = radius + 3.4 * scale - bend * 0.55
    left, right = radius - half, radius + half
    smile = CurveTo(left + half * 0.5, y + bend * 1.5, right - half * 0.5, y + bend * 1.5, right, y)
    if value >= 1.5:
        path = (MoveTo(left, y), LineTo(right, y), _back(smile, left, y), Close())
        return Curve(path, stroke=Stroke(ink, 1.3 * scale), fill=ink)
    return Curve((MoveTo(left, y), smile), stroke=Stroke(ink, 1.5 * scale))


def _back(curve: CurveTo, x: float, y: float) -> CurveTo:
    """Return *curve*, which began at *x*, *y*, in the other direction."""
    return CurveTo(curve.x2, curve.y2, curve.x1, curve.y1, x, y)


def _tear(x: float, y: float, scale: float, ink: str) -> Curve:
    r = 1.3 * scale
    path = (
        MoveTo(x, y),
        CurveTo(x + r * 0.6, y + r * 1.2, x + r, y + r * 1.6, x + r, y + r * 2.2),
        CurveTo(x + r, y + r * 3.4, x - r, y + r * 3.4, x - r, y + r * 2.2),
        CurveTo(x - r, y + r * 1.6, x - r * 0.6, y + r * 1.2, x, y),
        Close(),
    )
    return Curve(path, fill=ink)
