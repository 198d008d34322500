"""Text set in lines and put in place: left or right by its script, or centred."""

import re
from typing import Final, Literal, NamedTuple
from unicodedata import bidirectional

from cjeditor.display.glyphs import Line
from cjeditor.display.shapes import TextLine
from cjeditor.display.text import Font, ascent, shorten, wrap, wrap_whole

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Characters of Hebrew, Arabic and their like: a quick test for the few texts that have any."""


class Paragraph(NamedTuple):
    """Lines in place.

    Attributes:
        width: Of the widest line, with its indent.
        height: From the top of the first line to the bottom of the last.
    """

    lines: tuple[TextLine, ...]
    width: float
    height: float


def set_paragraph(
    text: str,
    font: Font,
    width: float,
    colour: str,
    *,
    x: float = 0,
    y: float = 0,
    indent: float = 0,
    max_lines: int | None = None,
    align: Literal["start", "centre"] = "start",
    whole: bool = False,
) -> Paragraph:
    """Break *text* into lines of at most *width* with their top left corner at *x*, *y*.

    Args:
        indent: Room kept free at the start of the first line.
        align: "start" means left, and right for text that is written from the right.
        whole: Words are never broken; what has no room ends with an ellipsis.
    """
    if max_lines is not None:
        text = _cut(text, font, width * max_lines)
    placed: list[TextLine] = []
    widest = 0.0
    pitch, baseline = font.line_height, y + ascent(font)
    if whole and max_lines is not None:
        found = [(line, _is_from_right(text)) for line in wrap_whole(text, font, width, max_lines)]
    else:
        found = _broken(text, font, width, indent, max_lines)
    for line, from_right in found:
        room = 0 if placed else indent
        left = x + room
        if align == "centre":
            left = x + (width - line.width) / 2
        elif from_right:
            left = x + width - line.width
        placed.append(TextLine(left, baseline, line, colour))
        baseline += pitch
        widest = max(widest, width if from_right else room + line.width)
    return Paragraph(tuple(placed), widest, len(placed) * pitch)


def short_line(text: str, font: Font, width: float) -> Line:
    """Return *text* as one line of at most *width*, ended by an ellipsis where it is cut."""
    return shorten(_cut(text, font, width), font, width)


_THINNEST: Final = 0.12
"""Width of a character, in ems: half of the thinnest letter's, because marks have none."""


def _cut(text: str, font: Font, length: float) -> str:
    """Return what of *text* can possibly be seen on *length* of lines; measuring takes time."""
    most = int(length / (font.size * _THINNEST)) + 100
    return text if len(text) <= most else text[:most] + "…"


def _broken(
    text: str, font: Font, width: float, indent: float, max_lines: int | None
) -> list[tuple[Line, bool]]:
    """Return the lines, and of each whether its paragraph is written from the right."""
    if not _RIGHT_TO_LEFT.search(text):
        found = wrap(text, font, width, indent=indent, max_lines=max_lines)
        return [(line, False) for line in found]
    lines: list[tuple[Line, bool]] = []
    for part in text.splitlines():
        left = None if max_lines is None else max_lines - len(lines)
        if left is not None and left <= 0:
            break
        found = wrap(part, font, width, indent=0 if lines else indent, max_lines=left)
        lines.extend((line, _is_from_right(part)) for line in found)
    return lines


def _is_from_right(paragraph: str) -> bool:
    """Tell whether the first letter with a direction is written from right to left."""
    directions = (bidirectional(character) for character in paragraph)
    return next((each in ("R", "AL") for each in directions if each in ("L", "R", "AL")), False)
