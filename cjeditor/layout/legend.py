"""The legend beside the title: whose curves and notes the map shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Stroke, TextLine
from cjeditor.display.text import ascent
from cjeditor.kinds.curve_style import CurveKey, curve_styles
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import SUBTITLE, Look
from cjeditor.kinds.marks import MARK, initials
from cjeditor.kinds.paragraph import short_line
from cjeditor.model.map import Map

_HEIGHT: Final = 26.0
_GAP: Final = 8.0
_PADDING: Final = 11.0
_SAMPLE: Final = 20.0
_LEAST: Final = 100.0
LENGTHS: Final = (120, 80, 60, 46, 34)
"""Characters of the longest text of an entry: as many as there is room for."""

_BROADEST: Final = 7.35
"""Average width of a character in points, at most."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the legend: a persona, a curve, or both."""

    element: str
    text: str
    stroke: Stroke | None
    person: Person | None


def legend(
    journey: Map,
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
    width: float,
    longest: int = LENGTHS[-1],
) -> tuple[Block, ...]:
    """Return the legend's entries in rows of at most *width*, right-aligned, from 0, 0.

    Args:
        emotions: Those that the map shows; empty if it has no emotion lane.
        longest: Characters from which a text is cut.
    """
    entries = _entries(journey, emotions, people, look)
    drawn = [(entry, _draw(entry, look, longest, width)) for entry in entries]
    rows: list[list[tuple[_Entry, Drawing]]] = [[]]
    for each in drawn:
        used = sum(drawing.width + _GAP for _, drawing in rows[-1])
        if rows[-1] and used + each[1].width > width:
            rows.append([])
        rows[-1].append(each)
    return tuple(block for number, row in enumerate(rows) for block in _row(row, number, width))


def _row(row: list[tuple[_Entry, Drawing]], number: int, width: float) -> Iterator[Block]:
    x = width - sum(drawing.width + _GAP for _, drawing in row) + _GAP
    for entry, drawing in row:
        yield Block(entry.element, "legend", x, number * (_HEIGHT + 6), drawing)
        x += drawing.width + _GAP


def _entries(
    journey: Map,
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
) -> Iterator[_Entry]:
    styles = curve_styles(emotions, people, look)
    strokes = {key: style.stroke for key, style in styles.items()}
    for person in people:
        role = journey.personas[person.id].role
        text = " · ".join(part for part in (person.name, role) if part)
        stroke = strokes.pop(CurveKey(person.id, "current"), None)
        yield _Entry(person.id, text, stroke, person if len(people) > 1 else None)
    lone = len(styles) == 1 and not people
    for key, stroke in strokes.items():
        if not lone:
            yield _Entry(key.persona or "", styles[key].name, stroke, None)


def _brief(text: str, most: int) -> str:
    """Return *text*, cut behind a word where it is longer than *most*."""
    if len(text) <= most:
        return text
    whole, space, _ = text[:most].rpartition(" ")
    kept = whole if space and len(whole) > most / 2 else text[: most - 1]
    return kept.rstrip(" ,;:·-–—(/&") + "…"


def _draw(entry: _Entry, look: Look, longest: int, width: float) -> Drawing:
    room = max(_LEAST, width - 2 * _PADDING - _SAMPLE - _GAP - MARK - 5)
    line = short_line(_brief(entry.text, longest), SUBTITLE, min(longest * _BROADEST, room))
    shapes: list[Box | Line | TextLine] = []
    x, middle = _PADDING, _HEIGHT / 2
    if entry.stroke is not None:
        shapes.append(Line(x, middle, x + _SAMPLE, middle, entry.stroke))
        x += _SAMPLE + _GAP
    marks = [] if entry.person is None else initials(x, middle - MARK / 2, [entry.person])
    x += MARK + 5 if marks else 0
    baseline = middle - SUBTITLE.line_height / 2 + ascent(SUBTITLE)
    shapes.append(TextLine(x, baseline, line, look.theme.ink))
    width = x + line.width + _PADDING
    edge = Rect(0, 0, width, _HEIGHT).grown(-0.5)
    pill = Box(edge, look.theme.sheet, Stroke(look.theme.rule, 1), edge.height / 2)
    return Drawing(width, _HEIGHT, (pill, *shapes, *marks))
