"""The lanes of a sheet, laid out one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import (
    Block,
    Box,
    Drawing,
    Line,
    Rect,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import Font, ascent, widest_word
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Band, Column, Content, Lane, LaneKind, Person
from cjeditor.kinds.look import LANE, SMALL, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import kind_of_lane, title_of
from cjeditor.layout.head_sizes import LANES, LOOKED_AT
from cjeditor.layout.title import EDGE
from cjeditor.model.map import Map

_LEFT: Final = 132.0
_BROADEST: Final = 190.0
"""Usual and largest width of the column of the lanes' titles."""

_SYMBOL: Final = 18.0
_INDENT: Final = _SYMBOL + 7
_BESIDE_TITLE: Final = EDGE + _INDENT + 8
"""Of that column's width, what a title cannot use."""

_TOP: Final = 12.0
_TITLE_LINES: Final = 4
_LINE_FONT: Final = Font(SMALL.size, bold=True)


@dataclass(frozen=True, slots=True, eq=False)
class LaneBand:
    """A lane's place on the sheet.

    Attributes:
        y: Of the band's top, on the sheet.
        title: The lane's title with its symbol, in sheet coordinates.
        font: Of the title.
        shaded: Whether it is one of the tinted lanes.
        content: What it was laid out from.
    """

    lane: Id
    y: float
    band: Band
    title: Block
    font: Font
    record: Lane
    shaded: bool
    content: Content

    @property
    def bottom(self) -> float:
        return self.y + self.band.height

    def blocks(self) -> Iterator[Block]:
        """Yield what the band shows in sheet coordinates, from back to front."""
        for block in (*self.band.ground, *self.band.blocks):
            yield Block(block.element, block.part, block.x, block.y + self.y, block.drawing)
        yield self.title


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What all lanes of a sheet have in common.

    Attributes:
        emotions: By step, in order; see `Content`.
        fonts: Of the lanes' titles, by lane.
    """

    columns: tuple[Column, ...]
    emotions: Mapping[Id, tuple[Emotion, ...]]
    people: tuple[Person, ...]
    sizes: Mapping[Id, tuple[int, int]]
    left: float
    right: float
    look: Look
    fonts: Mapping[Id, Font]


def lay_out_bands(
    journey: Map, frame: Frame, top: float, previous: Mapping[Id, LaneBand]
) -> tuple[LaneBand, ...]:
    """Lay the lanes out below *top*.

    Args:
        previous: The lanes before an edit with the same look and columns, by lane; those of
            which nothing has changed are taken over.
    """
    bands: list[LaneBand] = []
    y, shaded = top, True
    for lane in journey.ordered_lanes:
        shaded = not shaded and not kind_of_lane(lane).is_line
        cells = journey.cells.get(lane.id, _NO_CELLS)
        band = _lay_out_band(lane, cells, frame, y, shaded, previous.get(lane.id))
        bands.append(band)
        y = band.bottom
    return tuple(bands)


_NO_CELLS: Final[Mapping[Id, tuple[Card, ...]]] = {}
_NO_EMOTIONS: Final[Mapping[Id, tuple[Emotion, ...]]] = {}


def _lay_out_band(
    lane: Lane,
    cells: Mapping[Id, tuple[Card, ...]],
    frame: Frame,
    y: float,
    shaded: bool,
    before: LaneBand | None,
) -> LaneBand:
    if before is not None and _is_same(lane, cells, frame, shaded, before):
        if before.y == y:
            return before
        title = replace(before.title, y=before.title.y + y - before.y)
        return replace(before, y=y, title=title)
    kind, font = kind_of_lane(lane), frame.fonts[lane.id]
    title = _title(lane, kind, font, frame, y)
    content = Content(
        columns=frame.columns,
        cells=cells,
        emotions=frame.emotions if kind.shows_emotions else _NO_EMOTIONS,
        people=frame.people,
        sizes=frame.sizes,
        left=frame.left,
        right=frame.right,
        least=0 if kind.is_line else title.rect.bottom - y + _TOP,
    )
    band = _band(lane, content, frame, shaded, before)
    return LaneBand(lane.id, y, band, title, font, lane, shaded, content)


def _band(
    lane: Lane, content: Content, frame: Frame, shaded: bool, before: LaneBand | None
) -> Band:
    kind = kind_of_lane(lane)
    own = kind.lay_out(lane, content, frame.look, before.band if before else None)
    if before is not None and _same_ground(own.height, kind, frame, shaded, before):
        behind = before.band.ground[0]
    else:
        behind = Block("", "ground", 0, 0, _ground(own.height, kind, frame, shaded))
    return replace(own, ground=(behind, *own.ground))


def _same_ground(
    height: float, kind: LaneKind, frame: Frame, shaded: bool, before: LaneBand
) -> bool:
    """Tell whether the lane before stood on the same ground, in the same look."""
    old = before.content
    return (
        before.band.height == height
        and before.shaded == shaded
        and kind_of_lane(before.record) is kind
        and old.columns is frame.columns
        and (old.left, old.right) == (frame.left, frame.right)
    )


def stretch(lanes: Sequence[LaneBand], frame: Frame, spare: float) -> tuple[LaneBand, ...]:
    """Share *spare* height among the lanes, as far as suits each kind."""
    wishes = [kind_of_lane(lane.record).stretch * lane.band.height for lane in lanes]
    share = max(0.0, min(1.0, spare / (sum(wishes) or 1)))
    found: list[LaneBand] = []
    down = 0.0
    for lane, wish in zip(lanes, wishes, strict=True):
        found.append(_stretched(lane, frame, lane.y + down, share * wish))
        down += found[-1].band.height - lane.band.height
    return tuple(found)


def _stretched(lane: LaneBand, frame: Frame, y: float, spare: float) -> LaneBand:
    title = replace(lane.title, y=lane.title.y + y - lane.y)
    content = replace(lane.content, spare=spare)
    band = _band(lane.record, content, frame, lane.shaded, lane)
    return replace(lane, y=y, title=title, band=band, content=content)


def _is_same(
    lane: Lane, cells: Mapping[Id, tuple[Card, ...]], frame: Frame, shaded: bool, before: LaneBand
) -> bool:
    old = before.content
    return (
        before.record is lane
        and before.font == frame.fonts[lane.id]
        and before.shaded == shaded
        and old.cells is cells
        and old.columns is frame.columns
        and (old.left, old.right) == (frame.left, frame.right)
        and old.people is frame.people
        and old.sizes is frame.sizes
        and (not kind_of_lane(lane).shows_emotions or old.emotions is frame.emotions)
    )


def _ground(height: float, kind: LaneKind, frame: Frame, shaded: bool) -> Drawing:
    """Draw the tint of every second lane, the hairline above and the grid of the steps."""
    theme = frame.look.theme
    shapes: list[Shape] = []
    if shaded:
        shapes.append(Box(Rect(0, 0, frame.right, height), fill=theme.band))
    if not kind.is_line:
        hairline, dashed = Stroke(theme.rule, 1), Stroke(theme.grid, 1, (4, 4))
        for column in frame.columns:
            x = column.x + column.width
            shapes.append(Line(x, 0, x, height, dashed))
        shapes.append(Line(0, 0, frame.right, 0, hairline))
        shapes.append(Line(0, height, frame.right, height, hairline))
        shapes.append(Line(frame.left, 0, frame.left, height, hairline))
    return Drawing(frame.right, height, tuple(shapes))


def title_fonts(journey: Map, look: Look) -> tuple[Mapping[Id, Font], float]:
    """Return the fonts of the lanes' titles, and the width of the column they stand in.

    The column becomes wider before the type becomes smaller.
    """
    lanes = journey.ordered_lanes
    titles = ["" if kind_of_lane(lane).is_line else title_of(lane, look.words) for lane in lanes]
    widest = max((widest_word(title[:LOOKED_AT], LANE) for title in titles), default=0)
    left = min(max(_LEFT, ceil(widest) + _BESIDE_TITLE), _BROADEST)
    fonts = LANES.fonts(titles, [left - _BESIDE_TITLE] * len(titles))
    return {lane.id: font for lane, font in zip(lanes, fonts, strict=True)}, left


def _title(lane: Lane, kind: LaneKind, font: Font, frame: Frame, y: float) -> Block:
    look = frame.look
    text = title_of(lane, look.words)
    if kind.is_line:
        return _line_title(lane, text, frame, y)
    room = frame.left - _BESIDE_TITLE
    shown = set_paragraph(text, font, room, look.theme.ink, x=_INDENT, max_lines=_TITLE_LINES)
    middle = font.line_height / 2
    symbol = Symbol(kind.symbol(lane), 0, middle - _SYMBOL / 2, _SYMBOL, look.theme.quiet)
    height = max(shown.height, _SYMBOL)
    drawing = Drawing(_INDENT + room, height, (symbol, *shown.lines))
    return Block(lane.id, "lane", EDGE, y + _TOP, drawing)


def _line_title(lane: Lane, text: str, frame: Frame, y: float) -> Block:
    """Return the title of a lane that is a line, as a chip on the line."""
    theme = frame.look.theme
    line = short_line(text, _LINE_FONT, max(frame.right - 4 * EDGE, 40))
    width, height = line.width + 16, 20.0
    chip = Box(Rect(0, 0, width, height), theme.sheet, Stroke(theme.rule, 1), height / 2)
    baseline = (height - _LINE_FONT.line_height) / 2 + ascent(_LINE_FONT)
    shapes = (chip, TextLine(8, baseline, line, theme.quiet))
    return Block(lane.id, "lane", EDGE - 8, y + 5, Drawing(width, height, shapes))
