"""The legend beside the title: whose curves and notes the map shows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cjeditor.core.words import mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Drawing,
    Line,
    Picture,
    Rect,
    Shape,
    Stroke,
    TextLine,
)
from cjeditor.display.text import ascent
from cjeditor.display.theme import Theme
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.curve_style import CurveKey, CurveStyle, CurveStyles, curve_styles
from cjeditor.kinds.emotion_average import draws_average
from cjeditor.kinds.emotion_ground import spread_colour
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.lane import Lane, Person
from cjeditor.kinds.look import SUBTITLE, Look
from cjeditor.kinds.marker import badge, dot
from cjeditor.kinds.marks import MARK, initials, initials_width, lettered, star
from cjeditor.kinds.paragraph import short_line
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.persona_invitation import PART, draw_invitation
from cjeditor.layout.portrait import portrait
from cjeditor.layout.style_key import WIDTH, style_sample, used_styles
from cjeditor.model.map import Map

_HEIGHT: Final = 26.0
_GAP: Final = 8.0
_PADDING: Final = 11.0
_SAMPLE: Final = 20.0
_LONG_SAMPLE: Final = 42.0
"""With a point on it."""

_BADGE: Final = 7.5
_LEAST: Final = 100.0
LENGTHS: Final = (120, 80, 60, 46, 34)
"""Characters of the longest text of an entry: as many as there is room for."""

_BROADEST: Final = 7.35
"""Average width of a character in points, at most."""


class _Entry(NamedTuple):
    """A line of the legend: a persona, a curve, or both.

    Attributes:
        stroke: A sample of the curve.
        style: Of the curve, if a sample of its points is shown too.
        band: Colour behind the sample.
        of_cards: A style of cards, of which a small card is shown.
        starred: Whether it tells what a star means.
        face: The persona's picture.
        part: Of its block.
    """

    element: str
    text: str
    stroke: Stroke | None = None
    style: CurveStyle | None = None
    person: Person | None = None
    band: str | None = None
    of_cards: CardStyle | None = None
    starred: bool = False
    face: Picture | None = None
    part: str = "legend"


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
        yield Block(entry.element, entry.part, x, number * (_HEIGHT + 6), drawing)
        x += drawing.width + _GAP


def _entries(
    journey: Map,
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
) -> Iterator[_Entry]:
    lanes = [(lane, kind_of_lane(lane).shows_curve) for lane in journey.ordered_lanes]
    styles = curve_styles(
        emotions, people, look, lambda key: any(shows(lane, *key) for lane, shows in lanes)
    )
    left = dict(styles)
    for person in people:
        role = journey.personas[person.id].role
        text = " · ".join(part for part in (person.name, role) if part)
        style = left.pop(CurveKey(person.id, "current"), None)
        entry = _of_person(person, text, style, alone=len(people) == 1)
        yield entry._replace(face=portrait(journey, person.id))
    yield from _others(styles, left, look, alone=len(styles) == 1 and not people)
    if any(draws_average(lane, styles) for lane, _ in lanes):
        yield _average(journey.ordered_lanes, look)
    if styles and any(step.moment_of_truth for step in journey.ordered_steps):
        yield _Entry("", look.words(mark("Moment of truth")), starred=True)
    if look.prompts and not people:
        yield _Entry("", look.words(mark("Add a persona")), part=PART)
    for used in used_styles(journey):
        name = " ".join(used.name.split()) or look.words(mark("Nameless style"))
        yield _Entry(used.id, name, of_cards=used)


def _of_person(person: Person, text: str, style: CurveStyle | None, *, alone: bool) -> _Entry:
    if style is None:
        return _Entry(person.id, text, person=None if alone else person)
    marked = None if style.initials or alone else person
    return _Entry(person.id, text, style.stroke, style if style.initials else None, marked)


def _others(styles: CurveStyles, left: CurveStyles, look: Look, *, alone: bool) -> Iterator[_Entry]:
    """Yield the curves that are no persona's current ones; many future ones as one entry."""
    future = [style for style in left.values() if style.key.state == "future"]
    several = len(future) > 1 and any(key.state == "current" for key in styles)
    for key, style in left.items():
        if not alone and not (several and style in future):
            yield _Entry(key.persona or "", style.name, style.stroke, style)
    if several:
        stroke = future[0].stroke._replace(colour=look.theme.quiet)
        style = future[0]._replace(stroke=stroke)
        yield _Entry("", look.words(STATES["future"]), stroke, style)


def _average(lanes: Sequence[Lane], look: Look) -> _Entry:
    theme = look.theme
    spread = any(isinstance(lane, EmotionLane) and lane.spread for lane in lanes)
    text = mark("Average and spread") if spread else mark("Average")
    band = spread_colour(theme) if spread else None
    return _Entry("", look.words(text), Stroke(theme.ink, 4), band=band)


def _brief(text: str, most: int) -> str:
    """Return *text*, cut behind a word where it is longer than *most*."""
    if len(text) <= most:
        return text
    whole, space, _ = text[:most].rpartition(" ")
    kept = whole if space and len(whole) > most / 2 else text[: most - 1]
    return kept.rstrip(" ,;:·-–—(/&") + "…"


def _draw(entry: _Entry, look: Look, longest: int, width: float) -> Drawing:
    if entry.part == PART:
        return draw_invitation(entry.text, _HEIGHT, look)
    room = max(_LEAST, width - 2 * _PADDING - _LONG_SAMPLE - _GAP - MARK - 5)
    line = short_line(_brief(entry.text, longest), SUBTITLE, min(longest * _BROADEST, room))
    shapes: list[Shape] = []
    x, middle = _PADDING, _HEIGHT / 2
    sample = _SAMPLE if entry.style is None else _LONG_SAMPLE
    if entry.band is not None:
        shapes.append(Box(Rect(x, middle - 7, sample, 14), entry.band))
    if entry.stroke is not None:
        shapes.append(Line(x, middle, x + sample, middle, entry.stroke))
        shapes += _sample(entry.style, x + sample / 2, middle, look.theme)
        x += sample + _GAP
    if entry.starred:
        shapes.append(star(x, middle - MARK / 2, MARK, look.theme.ink))
        x += MARK + 5
    if entry.of_cards is not None:
        shapes += style_sample(entry.of_cards, x - 3, middle, look)
        x += WIDTH + _GAP - 4
    if entry.face is not None:
        face = entry.face.rect
        shapes.append(entry.face._replace(rect=face.moved(x, middle - face.height / 2)))
        x += face.width + 6
    if entry.person is not None:
        size = lettered(look)
        shapes += initials(x, middle - size / 2, [entry.person], look)
        x += initials_width([entry.person], look) + 5
    baseline = middle - SUBTITLE.line_height / 2 + ascent(SUBTITLE)
    shapes.append(TextLine(x, baseline, line, look.theme.ink))
    width = x + line.width + _PADDING
    edge = Rect(0, 0, width, _HEIGHT).grown(-0.5)
    pill = Box(edge, look.theme.sheet, Stroke(look.theme.rule, 1), edge.height / 2)
    return Drawing(width, _HEIGHT, (pill, *shapes))


def _sample(style: CurveStyle | None, x: float, y: float, theme: Theme) -> list[Shape]:
    """Return a sample of the points of a curve; faces speak for themselves."""
    if style is None:
        return []
    ink = style.stroke.colour
    if style.initials:
        radius = _BADGE * style.enlarged
        return badge(style.form, style.initials, x, y, radius, ink, theme, style.enlarged)
    return [] if style.is_main else [dot(style.form, x, y, ink, theme)]
