"""The lanes of a sheet, laid out one below the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Band, Column, Content, Lane, LaneKind, Person
from cjeditor.kinds.look import LANE, SMALL, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import kind_of_lane, title_of
from cjeditor.layout.title import EDGE
from cjeditor.model.map import Map

_SYMBOL: Final = 18.0
_TOP: Final = 12.0
_TITLE_LINES: Final = 4
_STRETCH: Final = 0.5
_LINE_FONT: Final = Font(SMALL.size, bold=True)


@dataclass(frozen=True, slots=True, eq=False)
class LaneBand:
    """A lane's place on the sheet.

    Attributes:
        y: Of the band's top, on the sheet.
        title: The lane's title with its symbol, in sheet coordinates.
        shaded: Whether it is one of the tinted lanes.
        content: What it was laid out from.
    """

    lane: Id
    y: float
    band: Band
    title: Block
    record: Lane
    shaded: bool
    content: Content

    @property
    def bottom(self) -> float:
        return self.y + self.band.height

    def blocks(self) -> Iterator[Block]:
        """Yield what the band shows in sheet coordinates, from back to front."""
        for block in (*self.band.ground, *self.band.blocks):
            yield replace(block, y=block.y + self.y)
        yield self.title


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What all lanes of a sheet have in common.

    Attributes:
        emotions: By step, in order; see `Content`.
    """

    columns: tuple[Column, ...]
    emotions: Mapping[Id, tuple[Emotion, ...]]
    people: tuple[Person, ...]
    sizes: Mapping[Id, tuple[int, int]]
    left: float
    right: float
    look: Look


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
    kind = kind_of_lane(lane)
    title = _title(lane, kind, frame, y)
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
    own = kind.lay_out(lane, content, frame.look, before.band if before else None)
    behind = _ground(own.height, kind, frame, shaded)
    band = replace(own, ground=(Block("", "ground", 0, 0, behind), *own.ground))
    return LaneBand(lane.id, y, band, title, lane, shaded, content)


def stretch(lanes: Sequence[LaneBand], frame: Frame, spare: float) -> tuple[LaneBand, ...]:
    """Share *spare* height among the lanes of cards; none becomes more than half as high again."""
    roomy = [lane for lane in lanes if _takes_cards(lane)]
    share = spare / max(len(roomy), 1)
    found: list[LaneBand] = []
    moved = 0.0
    for lane in lanes:
        extra = min(share, lane.band.height * _STRETCH) if lane in roomy else 0.0
        found.append(_stretched(lane, frame, moved, extra))
        moved += extra
    return tuple(found)


def _takes_cards(lane: LaneBand) -> bool:
    return kind_of_lane(lane.record).card(lane.record) is not None


def _stretched(lane: LaneBand, frame: Frame, down: float, extra: float) -> LaneBand:
    band, title = lane.band, replace(lane.title, y=lane.title.y + down)
    height = band.height + extra
    behind = _ground(height, kind_of_lane(lane.record), frame, lane.shaded)
    ground = (replace(band.ground[0], drawing=behind), *band.ground[1:])
    return replace(
        lane, y=lane.y + down, title=title, band=replace(band, height=height, ground=ground)
    )


def _is_same(
    lane: Lane, cells: Mapping[Id, tuple[Card, ...]], frame: Frame, shaded: bool, before: LaneBand
) -> bool:
    old = before.content
    return (
        before.record is lane
        and before.shaded == shaded
        and old.cells is cells
        and old.columns is frame.columns
        and old.right == frame.right
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


def _title(lane: Lane, kind: LaneKind, frame: Frame, y: float) -> Block:
    look = frame.look
    text = title_of(lane, look.words)
    if kind.is_line:
        return _line_title(lane, text, frame, y)
    room = frame.left - EDGE - 8
    indent = _SYMBOL + 7
    shown = set_paragraph(
        text, LANE, room - indent, look.theme.ink, x=indent, max_lines=_TITLE_LINES
    )
    middle = LANE.line_height / 2
    symbol = Symbol(kind.symbol(lane), 0, middle - _SYMBOL / 2, _SYMBOL, look.theme.quiet)
    height = max(shown.height, _SYMBOL)
    drawing = Drawing(room, height, (symbol, *shown.lines))
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
