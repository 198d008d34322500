"""A whole map laid out on one sheet, and kept up to date edit by edit."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Box, Drawing, Rect
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.gauge import PlacedGauge
from cjeditor.kinds.lane import Column
from cjeditor.kinds.look import GHOST, Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.bands import Frame, HiddenRow, LaneBand, lay_out_bands, stretch
from cjeditor.layout.grid import Grid, lay_out_grid
from cjeditor.layout.head_rows import Heads, lay_out_heads
from cjeditor.layout.lane_titles import title_fonts
from cjeditor.layout.measured import placed_gauges, same_measures
from cjeditor.layout.people import people_of
from cjeditor.layout.style_key import same_styles
from cjeditor.layout.switches import HIDDEN_ROW, row_switch
from cjeditor.layout.title import EDGE, lay_out_title
from cjeditor.model.feelings import feeling_order
from cjeditor.model.map import Map

__all__ = ["LaneBand", "Sheet", "lay_out", "laying_out", "stretched"]

RIGHT: Final = 14.0
"""Free at the right of the last column; the last chevron's point reaches into it."""

_LEAST_WIDTH: Final = 480.0
_BLANK: Final = Rect(0, 0, 740, 420)
"""Size of a sheet without stages."""

_ABOVE_STAGES: Final = 14.0
_BOTTOM: Final = 10.0
_EMPTY: Final = 120.0
"""Height that a sheet without lanes keeps free for the first."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A map laid out; every length in points, y down from the sheet's top left corner.

    Attributes:
        title: Title, subtitle, personas and legend above the stages.
        stages, steps: The heads, one block for each stage and step.
        columns: Of the steps, from left to right; a collapsed stage has one for all of its.
        switches: In the heads, what opens collapsed and hidden stages.
        row_switches: Among the lane titles, what shows hidden lanes.
        lanes: From top to bottom.
        head: y at which the stages begin; they and the steps end at *top*.
        top: y at which the first lane begins.
        left: x at which the first column begins; the lane titles stand left of it.
        put_by: The lanes that are hidden, as they were laid out before, by their ids.
    """

    width: float
    height: float
    left: float
    head: float
    top: float
    title: tuple[Block, ...]
    stages: tuple[Block, ...]
    steps: tuple[Block, ...]
    columns: tuple[Column, ...]
    switches: tuple[Block, ...]
    row_switches: tuple[Block, ...]
    lanes: tuple[LaneBand, ...]
    look: Look
    journey: Map
    frame: Frame
    put_by: Mapping[Id, LaneBand]

    def blocks(self) -> Iterator[Block]:
        """Yield every block in sheet coordinates, from back to front: what a poster draws."""
        yield from self.grounds()
        yield from self.contents()

    def grounds(self) -> Iterator[Block]:
        """Yield what lies behind everything: the paper and the grounds of the lanes."""
        paper = Box(Rect(0, 0, self.width, self.height), fill=self.look.theme.sheet)
        yield Block("", "paper", 0, 0, Drawing(self.width, self.height, (paper,)))
        for lane in self.lanes:
            yield from lane.ground

    def contents(self) -> Iterator[Block]:
        """Yield all that has something to say."""
        yield from self.title
        for lane in self.lanes:
            yield from lane.blocks()
        yield from self.stages
        yield from self.steps
        yield from self.switches
        yield from self.row_switches

    def rect_of(self, element: Id) -> Rect | None:
        """Return where a record is drawn on the sheet; None if it is not drawn."""
        card = self.journey.cards.get(element)
        if card is not None:
            lane = self.lane_of.get(card.lane)
            return None if lane is None else self._in_lane(lane, element)
        head = self._heads.get(element)
        if head is not None:
            return head.rect
        content = "emotions" if element in self.journey.emotions else "gauges"
        shown = (lane for lane in self.lanes if getattr(lane.content, content))
        found = (self._in_lane(lane, element) for lane in shown)
        return next((rect for rect in found if rect is not None), None)

    def _in_lane(self, lane: LaneBand, element: Id) -> Rect | None:
        rect = lane.band.rect_of(element)
        return None if rect is None else rect.moved(0, lane.y)

    @cached_property
    def lane_of(self) -> Mapping[Id, LaneBand]:
        """The lanes by their ids."""
        return {lane.lane: lane for lane in self.lanes}

    @cached_property
    def column_of(self) -> Mapping[Id, Column]:
        """The columns by their steps' ids; the steps of a collapsed stage have one in common."""
        return self.frame.grid.column_of

    @cached_property
    def _heads(self) -> Mapping[Id, Block]:
        titles = (lane.title for lane in self.lanes)
        return {block.element: block for block in (*self.stages, *self.steps, *titles)}


def lay_out(
    journey: Map,
    look: Look,
    previous: Sheet | None = None,
    progress: Progress = no_progress,
) -> Sheet:
    """Lay *journey* out.

    Args:
        previous: The sheet of the map before an edit. Bands whose cells, emotions, columns
            and look are the same (by identity) are taken over, so the cost is that of the
            cells that changed. From a sheet in another look, cards that look the same are.
        progress: Is told how far the lanes are.

    Raises:
        Cancelled: *progress* said so.
    """
    work = laying_out(journey, look, previous)
    while True:
        try:
            progress(next(work))
        except StopIteration as done:
            sheet: Sheet = done.value
            return sheet


def laying_out(
    journey: Map, look: Look, previous: Sheet | None = None
) -> Generator[float, None, Sheet]:
    """Lay *journey* out as `lay_out` does, yielding the share that is done after each lane."""
    before = previous if previous is not None and previous.look == look else None
    look = look if before is None else before.look
    frame = _frame(journey, look, before)
    title, head = _head(journey, frame, before)
    heads = _heads(journey, frame, head, before)
    top = heads.bottom
    known = {**previous.put_by, **previous.lane_of} if previous is not None else {}
    unmoved = before.lane_of.keys() if before is not None and before.frame is frame else set()
    lanes, rows = yield from lay_out_bands(journey, frame, top, known, unmoved)
    ends = [lane.bottom for lane in lanes[-1:]] + [row.y + HIDDEN_ROW for row in rows[-1:]]
    height = max(ends) + _BOTTOM if ends else top + _EMPTY
    height = height if journey.stages else max(height, _BLANK.height)
    return Sheet(
        frame.right, height, frame.left, head, top, title, heads.stages, heads.steps,
        frame.grid.columns, heads.switches, _row_switches(rows, frame), lanes, look, journey,
        frame, _put_by(journey, known),
    )  # fmt: skip


def _put_by(journey: Map, known: Mapping[Id, LaneBand]) -> Mapping[Id, LaneBand]:
    """Return those of the *known* lanes that are hidden now."""
    hidden = (lane.id for lane in journey.ordered_lanes if lane.shown == "hidden")
    return {lane: known[lane] for lane in hidden if lane in known}


def _row_switches(rows: Sequence[HiddenRow], frame: Frame) -> tuple[Block, ...]:
    room = frame.left - EDGE - 3
    return tuple(row_switch(row.lanes, row.y, EDGE, room, frame.look) for row in rows)


def stretched(sheet: Sheet, spare: float) -> Sheet:
    """Return *sheet* with *spare* more height given to its lanes, as far as suits them."""
    lanes = stretch(sheet.lanes, sheet.frame, spare)
    height = lanes[-1].bottom + _BOTTOM if lanes else sheet.height
    return replace(sheet, height=height, lanes=lanes)


def _frame(journey: Map, look: Look, before: Sheet | None) -> Frame:
    """Return what the lanes share, with the very parts of *before* that have not changed.

    If none has, it is the very frame of *before*.
    """
    if before is None:
        return _new_frame(journey, look, None)
    frame = _new_frame(journey, look, before)
    kept = _same_columns(before.journey, journey) and all(map(is_, frame, before.frame))
    return before.frame if kept else frame


def _new_frame(journey: Map, look: Look, before: Sheet | None) -> Frame:
    old = None if before is None else before.journey
    same = None if before is None else before.frame
    kept = same and old and old.ordered_lanes is journey.ordered_lanes
    fonts, left = (same.fonts, same.left) if same and kept else title_fonts(journey, look)
    grid = _grid(journey, look, left, before)
    kept = same and old and old.personas is journey.personas
    people = same.people if same and kept else people_of(journey, look.theme)
    kept = same and old and old.pictures is journey.pictures
    sizes = (
        same.sizes
        if same and kept
        else {each.id: (each.width, each.height) for each in journey.pictures.values()}
    )
    felt = _emotions(journey, old, same)
    shut = grid.folds.shut
    if same and same.felt is felt and same.grid is grid:
        emotions = same.emotions
    else:
        emotions = {s: e for s, e in felt.items() if s not in shut} if shut else felt
    if same and old and same.grid is grid and _same_columns(old, journey):
        right, truths = same.right, same.truths
    else:
        right = max(grid.right + RIGHT, _LEAST_WIDTH if grid.columns else _BLANK.width)
        open_steps = grid.folds.open_steps(journey)
        truths = tuple(step.id for step in open_steps if step.moment_of_truth)
    gauges = _gauges(journey, look, grid, old, same)
    return Frame(
        grid, emotions, felt, people, sizes, journey.styles, left, right, look, fonts, truths,
        gauges,
    )  # fmt: skip


def _same_columns(old: Map, journey: Map) -> bool:
    """Tell whether two maps have the very same stages and steps."""
    return (
        old.ordered_steps is journey.ordered_steps and old.ordered_stages is journey.ordered_stages
    )


def _gauges(
    journey: Map, look: Look, grid: Grid, old: Map | None, same: Frame | None
) -> tuple[PlacedGauge, ...]:
    """Return the metrics over the columns, if a lane shows them; the very same if they are."""
    if same and old and same.grid is grid and same_measures(old, journey):
        return same.gauges
    if not any(kind_of_lane(lane).shows_gauges for lane in journey.ordered_lanes):
        return ()
    found = placed_gauges(journey, grid.folds, look.words)
    return same.gauges if same and same.gauges == found else found


def _grid(journey: Map, look: Look, left: float, before: Sheet | None) -> Grid:
    if before is None:
        return lay_out_grid(journey, look, left, None)
    old, same = before.journey, before.frame
    if same.left == left and _same_columns(old, journey):
        return same.grid
    return lay_out_grid(journey, look, left, same.grid)


def _emotions(
    journey: Map, old: Map | None, same: Frame | None
) -> Mapping[Id, tuple[Emotion, ...]]:
    """Return the emotions of each step from left to right."""
    if same and old and _same_emotions(journey, old):
        return same.felt
    felt_at_cards = any(each.card is not None for each in journey.emotions.values())
    found = dict(journey.emotions_at)
    if felt_at_cards:
        place = feeling_order(journey)
        for step, emotions in found.items():
            found[step] = tuple(sorted(emotions, key=place))
    return same.felt if same and same.felt == found else found


def _same_emotions(journey: Map, old: Map) -> bool:
    """Tell whether the emotions and the places of the cards that they are felt at are the same."""
    if old.emotions is not journey.emotions:
        return False
    if old.cards is journey.cards and old.ordered_lanes is journey.ordered_lanes:
        return True
    return (
        old.ordered_lanes is journey.ordered_lanes
        and old.ordered_steps is journey.ordered_steps
        and all(
            _stays(old.cards[each.card], journey.cards[each.card])
            for each in journey.emotions.values()
            if each.card is not None
        )
    )


def _stays(before: Card, after: Card) -> bool:
    """Tell whether a card has kept its place."""
    return before is after or (before.lane, before.first_step, before.order) == (
        after.lane,
        after.first_step,
        after.order,
    )


def _head(journey: Map, frame: Frame, before: Sheet | None) -> tuple[tuple[Block, ...], float]:
    """Return what stands above the stages, and the y at which they begin."""
    if before is not None and _same_head(journey, frame, before):
        return before.title, before.head
    shown = _shown_emotions(journey, frame)
    title, bottom = lay_out_title(journey, shown, frame.people, frame.look, frame.right)
    head = bottom + _ABOVE_STAGES
    return (*title, *_invitation(journey, frame.look, head)), head


def _same_head(journey: Map, frame: Frame, before: Sheet) -> bool:
    """Tell whether nothing has changed that title, legend and invitation show."""
    old = before.journey
    return (
        frame.people is before.frame.people
        and frame.right == before.frame.right
        and old.scope is journey.scope
        and old.evidence is journey.evidence
        and old.ordered_lanes is journey.ordered_lanes
        and bool(old.stages) == bool(journey.stages)
        and _same_curves(frame, before.frame)
        and frame.truths == before.frame.truths
        and same_styles(old, journey)
    )


def _same_curves(frame: Frame, before: Frame) -> bool:
    """Tell whether the same personas have curves, of the same states."""
    if frame.emotions is before.emotions:
        return True
    some, others = (
        {(each.persona, each.state) for step in emotions.values() for each in step}
        for emotions in (frame.emotions, before.emotions)
    )
    return some == others


def _heads(journey: Map, frame: Frame, head: float, before: Sheet | None) -> Heads:
    """Return the stages and the steps below *head*."""
    if before is not None and head == before.head and _same_rows(journey, frame, before):
        return Heads(before.stages, before.steps, before.switches, before.top)
    return lay_out_heads(journey, frame, head)


def _same_rows(journey: Map, frame: Frame, before: Sheet) -> bool:
    """Tell whether nothing has changed that stages and steps show."""
    old = before.journey
    return (
        old.ordered_steps is journey.ordered_steps
        and old.ordered_stages is journey.ordered_stages
        and frame.people is before.frame.people
        and frame.grid is before.frame.grid
    )


def _shown_emotions(journey: Map, frame: Frame) -> Mapping[Id, tuple[Emotion, ...]]:
    lanes = journey.ordered_lanes
    return frame.emotions if any(kind_of_lane(lane).shows_emotions for lane in lanes) else {}


def _invitation(journey: Map, look: Look, y: float) -> Iterator[Block]:
    """Yield ghost text that says how to begin on a map without stages or lanes."""
    if not look.prompts or (journey.stages and journey.lanes):
        return
    text = mark("Add the first lane: what the customer does, thinks and feels.")
    if not journey.stages:
        text = mark("Add the first stage of the journey, in the customer's words.")
    width = _LEAST_WIDTH - 2 * EDGE
    shown = set_paragraph(look.words(text), GHOST, width, look.theme.quiet)
    top = y + (90 if journey.stages else 10)
    yield Block("", "prompt", EDGE, top, Drawing(width, shown.height, shown.lines))
