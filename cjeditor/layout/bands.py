"""The lanes of a sheet, laid out one below the other."""

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Shape, Stroke
from cjeditor.display.text import Font
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.gauge import PlacedGauge
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind, Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.folded import count_blocks, counts_in, thin_band
from cjeditor.layout.folds import Row, lane_runs
from cjeditor.layout.grid import Grid
from cjeditor.layout.lane_titles import TOP, lane_title
from cjeditor.layout.switches import HIDDEN_ROW, gap_lines, lane_switch
from cjeditor.layout.title import EDGE
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True, eq=False)
class LaneBand:
    """A lane's place on the sheet.

    Attributes:
        y: Of the band's top, on the sheet.
        title: The lane's title with its symbol, in sheet coordinates.
        font: Of the title.
        shaded: Whether it is one of the tinted lanes.
        content: What it was laid out from.
        source: The lane's cards on the map, of which *content* has what is seen.
        counts: How much it has in each collapsed stage.
        grid: The columns behind it.
        switch: What opens it, in its own coordinates; None unless it is collapsed.
        opened: The band as its kind has laid it out last, from which the next can take over;
            of a lane that is drawn thin, the one from before. None if it never was open.
    """

    lane: Id
    y: float
    band: Band
    title: Block
    font: Font
    record: Lane
    shaded: bool
    content: Content
    source: Row
    counts: tuple[int, ...]
    grid: Grid
    switch: Block | None = None
    opened: Band | None = None

    @property
    def bottom(self) -> float:
        return self.y + self.band.height

    def blocks(self) -> Iterator[Block]:
        """Yield what the band shows on its ground in sheet coordinates, from back to front."""
        yield from self._placed(self.band.blocks)
        yield from self.beside

    @property
    def ground(self) -> Iterator[Block]:
        """What lies behind all that the band shows, in sheet coordinates."""
        return self._placed(self.band.ground)

    def _placed(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            yield Block(block.element, block.part, block.x, block.y + self.y, block.drawing)

    @property
    def beside(self) -> tuple[Block, ...]:
        """What stands in the column of the lanes' titles, in sheet coordinates."""
        own = self.band.beside_title if self.switch is None else (self.switch,)
        return (self.title, *(block._replace(y=block.y + self.y) for block in own))


class Frame(NamedTuple):
    """What all lanes of a sheet have in common.

    Attributes:
        emotions: By step, in order; see `Content`.
        felt: All of them, also those in collapsed and hidden stages.
        fonts: Of the lanes' titles, by lane.
        truths: The steps that are moments of truth.
        gauges: The metrics over the open columns.
    """

    grid: Grid
    emotions: Mapping[Id, tuple[Emotion, ...]]
    felt: Mapping[Id, tuple[Emotion, ...]]
    people: tuple[Person, ...]
    sizes: Mapping[Id, tuple[int, int]]
    styles: Mapping[Id, CardStyle]
    left: float
    right: float
    look: Look
    fonts: Mapping[Id, Font]
    truths: tuple[Id, ...] = ()
    gauges: tuple[PlacedGauge, ...] = ()


_NO_CELLS: Final[Mapping[Id, tuple[Card, ...]]] = {}


class HiddenRow(NamedTuple):
    """Where hidden lanes, one below the other, would stand."""

    y: float
    lanes: tuple[Id, ...]


def lay_out_bands(
    journey: Map,
    frame: Frame,
    top: float,
    previous: Mapping[Id, LaneBand],
    framed: Collection[Id],
) -> Generator[float, None, tuple[tuple[LaneBand, ...], tuple[HiddenRow, ...]]]:
    """Lay the lanes out below *top*, yielding the share done; return also where lanes are hidden.

    Args:
        previous: The lanes before an edit, by lane. With the same columns, which no two looks
            have, those of which nothing has changed are taken over; else what their kinds can.
        framed: The lanes of which it is known that they were laid out in this very frame.
    """
    bands: list[LaneBand] = []
    rows: list[HiddenRow] = []
    y, shaded = top, True
    for hidden, lanes in lane_runs(journey):
        if hidden:
            if frame.look.on_screen:
                rows.append(HiddenRow(y, tuple(lane.id for lane in lanes)))
                y += HIDDEN_ROW
            continue
        shaded = not shaded and not kind_of_lane(lanes[0]).is_line
        lane, before = lanes[0], previous.get(lanes[0].id)
        source = journey.cells.get(lane.id, _NO_CELLS)
        if before and lane.id in framed and before.record is lane and before.source is source:
            band = _moved(before, frame, y, shaded)
        else:
            band = _lay_out_band(journey, lane, source, frame, y, shaded, before)
        bands.append(band)
        y = band.bottom
        yield len(bands) / len(journey.lanes)
    return tuple(bands), tuple(rows)


_NO_EMOTIONS: Final[Mapping[Id, tuple[Emotion, ...]]] = {}


def _lay_out_band(
    journey: Map,
    lane: Lane,
    source: Row,
    frame: Frame,
    y: float,
    shaded: bool,
    before: LaneBand | None,
) -> LaneBand:
    felt = frame.felt if kind_of_lane(lane).shows_emotions else _NO_EMOTIONS
    counts = _counts(journey, source, felt, frame.grid)
    if before is not None and _is_same(lane, source, counts, frame, before):
        return _moved(before, frame, y, shaded)
    font = frame.fonts[lane.id]
    title = lane_title(lane, font, frame.left, frame.right, frame.look, y)
    content = _content(lane, _seen(source, frame, before), frame, title.rect.bottom - y)
    band = _band(lane, content, counts, frame, shaded, before)
    switch: Block | None = None
    opened: Band | None = band
    if is_thin(lane, frame.look):
        switch = lane_switch(lane.id, EDGE - 5, band.height, frame.look)
        opened = before.opened if before else None
    return LaneBand(
        lane.id, y, band, title, font, lane, shaded, content, source, counts, frame.grid, switch,
        opened,
    )  # fmt: skip


def _moved(before: LaneBand, frame: Frame, y: float, shaded: bool) -> LaneBand:
    """Return a lane of which nothing has changed but its place and whether it is tinted."""
    if (before.y, before.shaded) == (y, shaded):
        return before
    title = before.title._replace(y=before.title.y + y - before.y)
    band, opened = before.band, before.opened
    if before.shaded != shaded:
        ground = _ground(band.height, kind_of_lane(before.record), frame, shaded)
        behind = Block("", "ground", 0, 0, ground)
        band = replace(band, ground=(behind, *band.ground[1:]))
        opened = band if opened is before.band else opened
    return replace(before, y=y, title=title, shaded=shaded, band=band, opened=opened)


def is_thin(lane: Lane, look: Look) -> bool:
    """Tell whether a lane is drawn as a thin band."""
    return look.on_screen and lane.shown == "collapsed" and not kind_of_lane(lane).is_line


def _counts(
    journey: Map, source: Row, felt: Mapping[Id, tuple[Emotion, ...]], grid: Grid
) -> tuple[int, ...]:
    if not grid.narrow:
        return ()
    steps = {
        column.step: [step.id for step in journey.steps_of[journey.steps[column.step].stage]]
        for column in grid.narrow
    }
    return counts_in(grid.narrow, steps, source, felt)


def _seen(source: Row, frame: Frame, before: LaneBand | None) -> Row:
    """Return what is seen of a lane's cards; the very same as before if they are the same."""
    if before is not None and before.source is source and before.grid is frame.grid:
        return before.content.cells
    return frame.grid.folds.row(source)


def _content(lane: Lane, cells: Row, frame: Frame, title: float) -> Content:
    """Return what a lane is laid out from; *title* is how far down its title reaches."""
    kind = kind_of_lane(lane)
    least = 0 if kind.is_line else title + TOP
    if lane.height is not None and not (kind.is_line or kind.shows_emotions):
        least = max(least, lane.height)  # a lane with curves shares its height out itself
    return Content(
        columns=frame.grid.open,
        cells=cells,
        emotions=frame.emotions if kind.shows_emotions else _NO_EMOTIONS,
        people=frame.people,
        sizes=frame.sizes,
        styles=frame.styles,
        left=frame.left,
        right=frame.right,
        least=least,
        truths=frame.truths if kind.shows_emotions else (),
        gauges=frame.gauges if kind.shows_gauges else (),
    )


def _band(
    lane: Lane,
    content: Content,
    counts: tuple[int, ...],
    frame: Frame,
    shaded: bool,
    before: LaneBand | None,
) -> Band:
    kind, look = kind_of_lane(lane), frame.look
    if is_thin(lane, look):
        own = thin_band(content, look)
    else:
        own = kind.lay_out(lane, content, look, before.opened if before else None)
    marks = count_blocks(frame.grid.narrow, counts, own, look)
    deepest = max((block.rect.bottom for block in marks), default=0.0)
    if deepest > own.height:
        own = kind.lay_out(lane, replace(content, least=deepest + 6), look, own)
    if before is not None and _same_ground(own.height, kind, frame, shaded, before):
        behind = before.band.ground[0]
    else:
        behind = Block("", "ground", 0, 0, _ground(own.height, kind, frame, shaded))
    return replace(own, ground=(behind, *own.ground, *marks))


def _same_ground(
    height: float, kind: LaneKind, frame: Frame, shaded: bool, before: LaneBand
) -> bool:
    """Tell whether the lane before stood on the same ground, in the same look."""
    old = before.content
    return (
        before.band.height == height
        and before.shaded == shaded
        and kind_of_lane(before.record) is kind
        and before.grid is frame.grid
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
    title = lane.title._replace(y=lane.title.y + y - lane.y)
    content = replace(lane.content, spare=spare)
    band = _band(lane.record, content, lane.counts, frame, lane.shaded, lane)
    return replace(lane, y=y, title=title, band=band, content=content, opened=band)


def _is_same(
    lane: Lane,
    source: Row,
    counts: tuple[int, ...],
    frame: Frame,
    before: LaneBand,
) -> bool:
    old = before.content
    return (
        before.record is lane
        and before.font == frame.fonts[lane.id]
        and before.source is source
        and before.counts == counts
        and before.grid is frame.grid
        and (old.left, old.right) == (frame.left, frame.right)
        and old.people is frame.people
        and old.sizes is frame.sizes
        and old.styles is frame.styles
        and (not kind_of_lane(lane).shows_emotions or _feels_same(old, frame))
        and (not kind_of_lane(lane).shows_gauges or old.gauges is frame.gauges)
    )


def _feels_same(old: Content, frame: Frame) -> bool:
    return old.emotions is frame.emotions and old.truths == frame.truths


def _ground(height: float, kind: LaneKind, frame: Frame, shaded: bool) -> Drawing:
    """Draw the tint of every second lane, the hairline above and the grid of the steps."""
    theme = frame.look.theme
    shapes: list[Shape] = []
    if shaded:
        shapes.append(Box(Rect(0, 0, frame.right, height), fill=theme.band))
    if not kind.is_line:
        hairline, dashed = Stroke(theme.rule, 1), Stroke(theme.grid, 1, (4, 4))
        for column in frame.grid.columns:
            x = column.x + column.width
            shapes.append(Line(x, 0, x, height, dashed))
        for gap in frame.grid.gaps:
            shapes += gap_lines(gap.x, height, frame.look)
        shapes.append(Line(0, 0, frame.right, 0, hairline))
        shapes.append(Line(0, height, frame.right, height, hairline))
        shapes.append(Line(frame.left, 0, frame.left, height, hairline))
    return Drawing(frame.right, height, tuple(shapes))
