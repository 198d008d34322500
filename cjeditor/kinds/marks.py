"""Small figures that cards and heads carry: dots, stars, checks, initials, tags."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from cjeditor.core.colours import ink_on, mix, readable
from cjeditor.display.glyphs import Line
from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    LineTo,
    MoveTo,
    Rect,
    Segment,
    Shape,
    Stroke,
    TextLine,
)
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.kinds.fields import Strength
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import short_line

DOT: Final = 5.4
DOT_PITCH: Final = 8.0
MARK: Final = 12.0
"""Height and width of a mark; rows of marks are as high, unless those with letters are higher."""

_INITIALS: Final = 7.5
_UNSURE: Final = 8.0
"""Type sizes of bold letters in marks, as they are unless a look wants them larger."""

_BASELINE: Final = 8.7 / MARK
"""Of initials, from the top of their disc, as a share of its height."""

COUNT = Font(10.5)
_TAG = Font(10)
_TAG_PADDING: Final = 5.0
TAG_HEIGHT: Final = 15.0

BETWEEN: Final = 2.0
"""Between the initials of two people, and between two rows of marks."""


def dots(x: float, y: float, filled: int, of: int, colour: str) -> list[Shape]:
    """Return *filled* of *of* dots in a row that begins at *x* and is centred on *y*."""
    return [
        _disc(x + number * DOT_PITCH, y - DOT / 2, DOT, colour, filled=number < filled)
        for number in range(of)
    ]


def dots_width(of: int) -> float:
    return (of - 1) * DOT_PITCH + DOT


def _disc(x: float, y: float, size: float, colour: str, *, filled: bool) -> Box:
    if filled:
        return Box(Rect(x, y, size, size), fill=colour, radius=size / 2)
    inner = Rect(x + 0.5, y + 0.5, size - 1, size - 1)
    return Box(inner, stroke=Stroke(colour, 1), radius=inner.width / 2)


def star(x: float, y: float, size: float, colour: str) -> Curve:
    """Return a filled five-pointed star in a square of *size* with its corner at *x*, *y*."""
    corners: list[LineTo] = []
    for number in range(10):
        radius = size / 2 * (1.0 if number % 2 == 0 else 0.44)
        angle = -pi / 2 + number * pi / 5
        corner = LineTo(x + size / 2 + radius * cos(angle), y + size / 2 + radius * sin(angle))
        corners.append(corner)
    path: tuple[Segment, ...] = (MoveTo(*corners[0]), *corners[1:], Close())
    return Curve(path, stroke=Stroke(colour, 0.8), fill=colour)


def lettered(look: Look) -> float:
    """Return the height and width of a mark with letters in it."""
    return MARK * look.enlarging(_INITIALS)


def strength_size(strength: Strength | None, look: Look) -> float:
    """Return the height and width of the sign of how well a card is founded."""
    return lettered(look) if strength == "assumed" else MARK


def strength_mark(
    x: float, y: float, strength: Strength | None, colour: str, ground: str, look: Look
) -> list[Shape]:
    """Return the sign of how well a card is founded, different in form and not only in colour.

    Assumed: a dashed ring with a question mark. Heard: a check in a ring. Observed: the same
    on a tinted disc. Measured: a light check on a full disc. None, evidence of unknown
    strength, looks like heard.
    """
    size = MARK - 1
    disc = Rect(x + 0.5, y + 0.5, size, size)
    match strength:
        case "assumed":
            return _question(x, y, colour, lettered(look))
        case "heard" | None:
            return [Box(disc, stroke=Stroke(colour, 1), radius=size / 2), _check(x, y, colour)]
        case "observed":
            tinted = mix(colour, ground, 0.25)
            ring = Box(disc, fill=tinted, stroke=Stroke(colour, 1), radius=size / 2)
            return [ring, _check(x, y, readable(colour, tinted, 3))]
        case "measured":
            full = Box(disc.grown(0.5), fill=colour, radius=MARK / 2)
            return [full, _check(x, y, ground)]


def _question(x: float, y: float, colour: str, size: float) -> list[Shape]:
    disc = Rect(x, y, size, size).grown(-0.5)
    ring = Box(disc, stroke=Stroke(colour, 1, (1.6, 1.6)), radius=disc.width / 2)
    scale = size / MARK
    line = _bold("?", _UNSURE * scale)
    left, baseline = x + (size - line.width) / 2, y + size / 2 + 2.9 * scale
    return [ring, TextLine(left, baseline, line, colour)]


def _check(x: float, y: float, colour: str) -> Curve:
    path = (MoveTo(x + 3.4, y + 6.2), LineTo(x + 5.3, y + 8.2), LineTo(x + 8.8, y + 4.2))
    return Curve(path, stroke=Stroke(colour, 1.3))


def initials(x: float, y: float, people: Sequence[Person], look: Look) -> list[Shape]:
    """Return the people's initials on discs of their inks, side by side from *x*.

    Broad letters have room on a disc that is drawn out.
    """
    found: list[Shape] = []
    size = lettered(look)
    for person in people:
        line = _letters(person, look)
        width = _disc_width(line, size)
        found.append(Box(Rect(x, y, width, size), fill=person.ink, radius=size / 2))
        left, baseline = x + (width - line.width) / 2, y + _BASELINE * size
        found.append(TextLine(left, baseline, line, ink_on(person.ink)))
        x += width + BETWEEN
    return found


def initials_width(people: Sequence[Person], look: Look) -> float:
    """Return how wide the people's initials are, side by side."""
    size = lettered(look)
    widths = [_disc_width(_letters(person, look), size) for person in people]
    return sum(widths) + BETWEEN * max(len(widths) - 1, 0)


def _letters(person: Person, look: Look) -> Line:
    return _bold(person.initials, _INITIALS * look.enlarging(_INITIALS))


@lru_cache(maxsize=512)
def _bold(text: str, size: float) -> Line:
    """Return a short text, of which there are many alike, as one bold line."""
    return set_line(text, Font(size, bold=True))


def _disc_width(letters: Line, size: float) -> float:
    return size if letters.width <= size else letters.width + size / 4


def count_text(x: float, y: float, text: str, colour: str, width: float) -> TextLine:
    """Return a short text, at most *width* wide, in a row of marks whose top is at *y*."""
    line = short_line(text, COUNT, width)
    return TextLine(x, y + (MARK - COUNT.line_height) / 2 + ascent(COUNT), line, colour)


def tags(
    x: float, y: float, width: float, names: Sequence[str], ink: str, ground: str
) -> tuple[list[Shape], float]:
    """Return chips with *names*, flowing in rows of *width*, and the height that they take."""
    found: list[Shape] = []
    left, top = x, y
    for name in names:
        line = short_line(name, _TAG, width - 2 * _TAG_PADDING)
        chip = line.width + 2 * _TAG_PADDING
        if left > x and left + chip > x + width:
            left, top = x, top + TAG_HEIGHT + 3
        box = Rect(left, top, chip, TAG_HEIGHT)
        found.append(Box(box, fill=mix(ink, ground, 0.1), radius=TAG_HEIGHT / 2))
        baseline = top + (TAG_HEIGHT - _TAG.line_height) / 2 + ascent(_TAG)
        found.append(TextLine(left + _TAG_PADDING, baseline, line, ink))
        left += chip + 4
    return found, (top + TAG_HEIGHT - y if names else 0)
