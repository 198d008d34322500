"""Small figures that cards and heads carry: dots, stars, checks, initials, tags."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from cjeditor.core.colours import contrast, mix, readable
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
from cjeditor.kinds.paragraph import short_line

DOT: Final = 5.4
DOT_PITCH: Final = 8.0
MARK: Final = 12.0
"""Height and width of a mark; rows of marks are as high."""

_INITIALS = Font(7.5, bold=True)
COUNT = Font(10.5)
_TAG = Font(10)
_TAG_PADDING: Final = 5.0
TAG_HEIGHT: Final = 15.0


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


def strength_mark(
    x: float, y: float, strength: Strength | None, colour: str, ground: str
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
            ring = Box(disc, stroke=Stroke(colour, 1, (1.6, 1.6)), radius=size / 2)
            question = set_line("?", Font(8, bold=True))
            left = x + (MARK - question.width) / 2
            return [ring, TextLine(left, y + MARK / 2 + 2.9, question, colour)]
        case "heard" | None:
            return [Box(disc, stroke=Stroke(colour, 1), radius=size / 2), _check(x, y, colour)]
        case "observed":
            tinted = mix(colour, ground, 0.25)
            ring = Box(disc, fill=tinted, stroke=Stroke(colour, 1), radius=size / 2)
            return [ring, _check(x, y, readable(colour, tinted, 3))]
        case "measured":
            full = Box(disc.grown(0.5), fill=colour, radius=MARK / 2)
            return [full, _check(x, y, ground)]


def _check(x: float, y: float, colour: str) -> Curve:
    path = (MoveTo(x + 3.4, y + 6.2), LineTo(x + 5.3, y + 8.2), LineTo(x + 8.8, y + 4.2))
    return Curve(path, stroke=Stroke(colour, 1.3))


def initials(x: float, y: float, people: Sequence[Person]) -> list[Shape]:
    """Return the people's initials on discs of their inks, side by side from *x*."""
    found: list[Shape] = []
    for number, person in enumerate(people):
        left = x + number * (MARK + 2)
        found.append(Box(Rect(left, y, MARK, MARK), fill=person.ink, radius=MARK / 2))
        line = short_line(person.initials, _INITIALS, MARK)
        light = max(("#ffffff", "#101418"), key=lambda each: contrast(each, person.ink))
        found.append(TextLine(left + (MARK - line.width) / 2, y + 8.7, line, light))
    return found


def initials_width(count: int) -> float:
    return count * (MARK + 2) - 2 if count else 0


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
