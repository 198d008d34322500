"""What tells the points of several personas apart: a form of each one's own, and initials."""

from functools import lru_cache
from math import cos, pi, sin
from typing import Final, Literal

from cjeditor.core.colours import contrast
from cjeditor.display.shapes import (
    Close,
    Curve,
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Segment,
    Shape,
    Stroke,
    TextLine,
)
from cjeditor.display.text import Font
from cjeditor.display.theme import Theme
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import short_line

Form = Literal["circle", "square", "diamond", "hexagon", "triangle", "pentagon"]
FORMS: Final[tuple[Form, ...]] = (
    "circle", "square", "diamond", "hexagon", "triangle", "pentagon",
)  # fmt: skip

BADGE: Final = 9.0
"""Radius of a badge."""

DOT: Final = 4.5
"""Radius of the small hollow marker of a point of another curve."""

_INITIALS: Final = Font(8, bold=True)
_LETTERED: Final = 7.0
_KAPPA: Final = 0.5523
_CORNERS: Final[dict[Form, tuple[int, float, float]]] = {
    "square": (4, pi / 4, 1.2),
    "diamond": (4, 0.0, 1.22),
    "hexagon": (6, 0.0, 1.08),
    "triangle": (3, -pi / 2, 1.32),
    "pentagon": (5, -pi / 2, 1.12),
}
"""Number of corners, the first one's angle, and their distance as a share of the radius."""

_LOWER: Final = 0.2
"""A triangle's middle lies so much lower, as a share of the radius, to look centred."""


def outline(form: Form, x: float, y: float, radius: float) -> tuple[Segment, ...]:
    """Return the outline of a form around *x*, *y*, about as large for each form."""
    if form == "circle":
        return _circle(x, y, radius)
    count, turn, share = _CORNERS[form]
    far = share * radius
    y += _lower(form, radius)
    angles = [turn + 2 * pi * number / count for number in range(count)]
    corners = [LineTo(x + far * cos(angle), y + far * sin(angle)) for angle in angles]
    return (MoveTo(*corners[0]), *corners[1:], Close())


def _lower(form: Form, radius: float) -> float:
    return _LOWER * radius if form == "triangle" else 0


def _circle(x: float, y: float, r: float) -> tuple[Segment, ...]:
    k = r * _KAPPA
    return (
        MoveTo(x + r, y),
        CurveTo(x + r, y + k, x + k, y + r, x, y + r),
        CurveTo(x - k, y + r, x - r, y + k, x - r, y),
        CurveTo(x - r, y - k, x - k, y - r, x, y - r),
        CurveTo(x + k, y - r, x + r, y - k, x + r, y),
        Close(),
    )


def enlarging(look: Look) -> float:
    """Return how many times larger badges are in *look* than usually."""
    return look.enlarging(_INITIALS.size)


def badge(
    form: Form,
    letters: str,
    x: float,
    y: float,
    radius: float,
    ink: str,
    theme: Theme,
    enlarged: float = 1,
) -> list[Shape]:
    """Return a persona's marker around *x*, *y*: its form in its ink, with its initials.

    On a small one there is no room for them.

    Args:
        enlarged: How many times larger than usually the initials are.
    """
    path = outline(form, x, y, radius - 0.6)
    shapes: list[Shape] = [Curve(path, Stroke(theme.sheet, 2)), Curve(path, fill=ink)]
    if radius >= _LETTERED * enlarged:
        light = max(("#ffffff", "#101418"), key=lambda each: contrast(each, ink))
        font = _INITIALS._replace(size=_INITIALS.size * enlarged)
        line = short_line(letters, font, 2 * radius)
        baseline = y + 2.9 * enlarged + _lower(form, radius)
        shapes.append(TextLine(x - line.width / 2, baseline, line, light))
    return shapes


def dot(form: Form, x: float, y: float, ink: str, theme: Theme) -> Curve:
    """Return the small hollow marker, around *x*, *y*, of a point that is no badge or face."""
    return Curve(outline(form, x, y, DOT - 1), Stroke(ink, 1.8), theme.sheet)


@lru_cache(maxsize=256)
def draw_badge(
    form: Form, letters: str, radius: float, ink: str, theme: Theme, enlarged: float = 1
) -> Drawing:
    """Draw a badge in a square of twice *radius*."""
    shapes = badge(form, letters, radius, radius, radius, ink, theme, enlarged)
    return Drawing(2 * radius, 2 * radius, tuple(shapes))


@lru_cache(maxsize=64)
def draw_dot(form: Form, ink: str, theme: Theme) -> Drawing:
    """Draw a dot in a square of its size."""
    return Drawing(2 * DOT, 2 * DOT, (dot(form, DOT, DOT, ink, theme),))
