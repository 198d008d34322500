"""Moving over the map with the arrow keys, cell by cell."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane, LaneKind
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.measured import metrics_over, steps_of
from cjeditor.model.map import Map
from cjeditor.model.metrics import Metric
from cjeditor.model.records import Stage, Step

Direction = Literal["left", "right", "up", "down", "home", "end", "next stage", "previous stage"]
Cell = tuple[Id, Id]

_TITLE, _STAGES, _STEPS = -3, -2, -1
"""Rows above the lanes, which are numbered from 0; lane titles stand in column -1."""

_LAST = 10**9
"""As a place in a cell: its last element."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the keyboard is: on an element, in a cell, or both.

    Attributes:
        element: None in an empty cell.
        cell: None outside of the lanes.
    """

    element: Id | None = None
    cell: Cell | None = None


def is_in(journey: Map, focus: Focus, cell: Cell) -> bool:
    """Tell whether what the keyboard is on, if anything, stands in *cell*."""
    record = journey.find(focus.element) if focus.element else None
    match record:
        case None:
            return focus.element is None
        case Card():
            column = journey.column_of
            inside = column[record.first_step] <= column[cell[1]] <= column[record.last_step]
            return record.lane == cell[0] and inside
        case Emotion():
            return record.step == cell[1]
        case Step():
            return record.id == cell[1]
        case Metric():
            return cell[1] in steps_of(journey, record.about)
        case _:
            return False


def shown_steps(journey: Map) -> Sequence[Step]:
    """Return the map's columns: without hidden stages, and of a collapsed one its first step."""
    shut = {stage.id for stage in journey.stages.values() if stage.shown != "open"}
    if not shut:
        return journey.ordered_steps
    return [
        step
        for step in journey.ordered_steps
        if step.stage not in shut
        or (journey.stages[step.stage].shown == "collapsed" and _is_first(journey, step))
    ]


def _is_first(journey: Map, step: Step) -> bool:
    return journey.steps_of[step.stage][0].id == step.id


def shown_lanes(journey: Map) -> Sequence[Lane]:
    """Return the lanes that are not hidden."""
    return [lane for lane in journey.ordered_lanes if lane.shown != "hidden"]


def walked(journey: Map, focus: Focus, direction: Direction) -> Focus:
    """Return where an arrow key leads from *focus*; the first card or cell from nowhere."""
    grid = _Grid(journey)
    if not grid.columns:
        return Focus(journey.id)
    row, column, index = grid.place_of(focus)
    if row is None:
        return grid.focus(0 if grid.rows else _STAGES, 0, 0)
    match direction:
        case "down" | "up":
            return grid.upright(row, column, index, 1 if direction == "down" else -1)
        case "left":
            beside = max(grid.first_column(row), column - 1)
            return grid.focus(row, beside, grid.along(focus, row, beside, index))
        case "right":
            beside = min(len(grid.columns) - 1, grid.end_of(focus, row, column) + 1)
            return grid.focus(row, beside, grid.along(focus, row, beside, index))
        case "home":
            return grid.focus(row, 0, 0)
        case "end":
            return grid.focus(row, len(grid.columns) - 1, 0)
        case "next stage":
            return grid.focus(row, grid.stage_after(column), 0)
        case "previous stage":
            return grid.focus(row, grid.stage_before(column), 0)


def jumped(journey: Map, focus: Focus, direction: Direction) -> Focus:
    """Return the next filled cell *direction* of *focus*, or the last cell that way.

    Home and end lead to the first and the last cell of the map.
    """
    grid = _Grid(journey)
    row, column, _index = grid.place_of(focus)
    if row is None or not grid.columns or not grid.rows:
        return walked(journey, focus, direction)
    last_row, last_column = len(grid.rows) - 1, len(grid.columns) - 1
    match direction:
        case "home":
            return grid.focus(0, 0, 0)
        case "end":
            return grid.focus(last_row, last_column, _LAST)
        case "left":
            ways = [(row, each) for each in range(column - 1, -1, -1)]
        case "right":
            after = grid.end_of(focus, row, column) + 1
            ways = [(row, each) for each in range(after, last_column + 1)]
        case "up":
            ways = [(each, max(column, 0)) for each in range(row - 1, -1, -1)]
        case "down":
            ways = [(each, max(column, 0)) for each in range(max(row + 1, 0), last_row + 1)]
        case _:
            return walked(journey, focus, direction)
    filled = (place for place in ways if place[0] < 0 or grid.is_filled(*place))
    place = next(filled, ways[-1] if ways else None)
    return focus if place is None else grid.focus(*place, 0)


def between(journey: Map, start: Focus, end: Focus) -> tuple[Id, ...] | None:
    """Return all that stands between two places, the element at *end* last.

    Heads of one row and lane titles make a range, and so do the cards and points of a block
    of cells; None is returned for two places that do not belong together.
    """
    grid = _Grid(journey)
    row, column, index = grid.place_of(start)
    last_row, last_column, last_index = grid.place_of(end)
    if row is None or last_row is None:
        return None
    in_heads = row < 0 or last_row < 0
    if (in_heads and row != last_row) or (column < 0) != (last_column < 0):
        return None
    if (row, column) == (last_row, last_column):
        low, high = sorted((index, last_index))
        found: Iterable[Id] = grid.elements(row, column)[low : high + 1]
    else:
        rows, columns = sorted((row, last_row)), sorted((column, last_column))
        found = (
            element
            for each in range(rows[0], rows[1] + 1)
            for step in range(columns[0], columns[1] + 1)
            for element in grid.elements(each, step)
        )
    ids = dict.fromkeys(found)
    if end.element in ids:
        del ids[end.element]
        ids[end.element] = None
    return tuple(ids)


class _Grid:
    """The map as rows and columns of elements; what is hidden is left out."""

    def __init__(self, journey: Map) -> None:
        self.journey = journey
        self.columns: Sequence[Step] = shown_steps(journey)
        self.rows: Sequence[Lane] = shown_lanes(journey)

    @cached_property
    def shut(self) -> frozenset[Id]:
        """The columns that stand for collapsed stages."""
        stages = self.journey.stages
        return frozenset(
            step.id for step in self.columns if stages[step.stage].shown == "collapsed"
        )

    @cached_property
    def column_of(self) -> Mapping[Id, int]:
        """The number of each step's column; of a hidden one that of the last before it."""
        if len(self.columns) == len(self.journey.ordered_steps):
            return self.journey.column_of
        shown = {step.id for step in self.columns}
        numbers, at = {}, -1
        for step in self.journey.ordered_steps:
            at += step.id in shown
            numbers[step.id] = max(at, 0)
        return numbers

    def first_column(self, row: int) -> int:
        return -1 if row >= 0 else 0

    def stage_after(self, column: int) -> int:
        """Return the first column of the next stage, or the last column."""
        stages = [step.stage for step in self.columns]
        here = stages[max(column, 0)]
        later = (n for n in range(max(column, 0), len(stages)) if stages[n] != here)
        return next(later, len(stages) - 1)

    def stage_before(self, column: int) -> int:
        """Return the first column of this stage, from there that of the one before."""
        stages = [step.stage for step in self.columns]
        return stages.index(stages[max(column - 1, 0)])

    def is_filled(self, row: int, column: int) -> bool:
        """Tell whether cards begin, or points stand, in a cell."""
        lane, step = self.rows[row], self.columns[column].id
        if step in self.shut or not _has_cells(lane):
            return False
        if kind_of_lane(lane).shows_emotions:
            return bool(self._points(lane, step))
        if kind_of_lane(lane).shows_gauges:
            return bool(metrics_over(self.journey, step))
        return bool(self.journey.cell(lane.id, step))

    def elements(self, row: int, column: int) -> list[Id]:
        """Return what stands there, from top to bottom."""
        journey = self.journey
        if row == _TITLE:
            return [journey.id]
        if row == _STAGES:
            return [self.columns[column].stage]
        if row == _STEPS:
            head = self.columns[column]
            return [head.stage if head.id in self.shut else head.id]
        lane = self.rows[row]
        if column < 0 or not _has_cells(lane):
            return [lane.id]
        step = self.columns[column].id
        if step in self.shut:
            return [self.columns[column].stage]
        if kind_of_lane(lane).shows_emotions:
            return [emotion.id for emotion in self._points(lane, step)]
        if kind_of_lane(lane).shows_gauges:
            return metrics_over(journey, step)
        return [card.id for card in self._covering(lane.id, column)]

    def _points(self, lane: Lane, step: Id) -> list[Emotion]:
        """Return the points of a step that a lane shows, from the best feeling to the worst."""
        shows = kind_of_lane(lane).shows_curve
        felt = self.journey.emotions_at.get(step, ())
        shown = [each for each in felt if shows(lane, each.persona, each.state)]
        return sorted(shown, key=lambda each: -each.value)

    def along(self, focus: Focus, row: int, column: int, index: int) -> int:
        """Return the place in a cell of the curve that the focus is on; *index* if it has none."""
        emotion = self.journey.emotions.get(focus.element or "")
        if emotion is None or row < 0 or column < 0:
            return index
        points = self._points(self.rows[row], self.columns[column].id)
        curves = [(each.persona, each.state) for each in points]
        here = (emotion.persona, emotion.state)
        return curves.index(here) if here in curves else index

    def _covering(self, lane: Id, column: int) -> list[Card]:
        order = self.journey.column_of
        at = order[self.columns[column].id]
        cards = [card for cell in self.journey.cells.get(lane, {}).values() for card in cell]
        found = [c for c in cards if order[c.first_step] <= at <= order[c.last_step]]
        return sorted(found, key=lambda card: (order[card.first_step], card.order, card.id))

    def place_of(self, focus: Focus) -> tuple[int | None, int, int]:
        """Return row, column and place in the cell; no row means nowhere."""
        record = self.journey.find(focus.element) if focus.element else None
        row, column = self._spot(record, focus)
        if row is None:
            return None, 0, 0
        found = self.elements(row, column)
        index = found.index(focus.element) if focus.element in found else 0
        return row, column, index

    def _spot(self, record: object, focus: Focus) -> tuple[int | None, int]:
        order = self.column_of
        if focus.element == self.journey.id:
            return _TITLE, 0
        match record:
            case Stage():
                begin = self.journey.steps_of[record.id][0].id
                row = self._row(focus.cell[0]) if focus.cell and begin in self.shut else None
                return (_STAGES if row is None else row), order[begin]
            case Step():
                return _STEPS, order[record.id]
            case Lane():
                inside = focus.cell and focus.cell[0] == record.id and not _has_cells(record)
                return self._row(record.id), order[focus.cell[1]] if focus.cell and inside else -1
            case Card():
                first, last = order[record.first_step], order[record.last_step]
                at = order.get(focus.cell[1], first) if focus.cell else first
                return self._row(record.lane), min(max(at, first), last)
            case Emotion():
                return self._row_of_emotions(focus), order[record.step]
            case Metric() if steps := steps_of(self.journey, record.about):
                step = focus.cell[1] if focus.cell and focus.cell[1] in steps else steps[0]
                return self._row_of_gauges(focus), order[step]
            case _:
                cell = focus.cell
                return (self._row(cell[0]), order[cell[1]]) if cell else (None, 0)

    def _row(self, lane: Id) -> int | None:
        return next((n for n, each in enumerate(self.rows) if each.id == lane), None)

    def _row_of_emotions(self, focus: Focus) -> int | None:
        """Return the row of the cursor if it shows emotions, else the first that does."""
        return self._row_among(lambda kind: kind.shows_emotions, focus)

    def _row_of_gauges(self, focus: Focus) -> int | None:
        """Return the row of the cursor if it shows metrics, else the first that does."""
        return self._row_among(lambda kind: kind.shows_gauges, focus)

    def _row_among(self, shows: Callable[[LaneKind], bool], focus: Focus) -> int | None:
        shown = [n for n, lane in enumerate(self.rows) if shows(kind_of_lane(lane))]
        own = self._row(focus.cell[0]) if focus.cell else None
        return own if own in shown else next(iter(shown), None)

    def upright(self, row: int, column: int, index: int, by: int) -> Focus:
        """Return the next element of the cell, or that of the next row."""
        here = self.elements(row, column)
        if 0 <= index + by < len(here):
            return self.focus(row, column, index + by)
        row = row + by
        if not _TITLE <= row < len(self.rows):
            return self.focus(row - by, column, index)
        if column < 0 and row < 0:
            column = 0
        return self.focus(row, column, 0 if by > 0 else _LAST)

    def end_of(self, focus: Focus, row: int, column: int) -> int:
        """Return the last column that the focused element covers."""
        record = self.journey.find(focus.element) if focus.element else None
        order = self.column_of
        if isinstance(record, Stage):
            return order[self.journey.steps_of[record.id][-1].id]
        return order[record.last_step] if isinstance(record, Card) else column

    def focus(self, row: int, column: int, index: int) -> Focus:
        """Return the element at a place, as far as there is one."""
        found = self.elements(row, column)
        element = found[min(index, len(found) - 1)] if found else None
        inside = row >= 0 and column >= 0
        return Focus(element, (self.rows[row].id, self.columns[column].id) if inside else None)


def _has_cells(lane: Lane) -> bool:
    kind = kind_of_lane(lane)
    has = kind.shows_emotions or kind.shows_gauges or kind.card(lane) is not None
    return lane.shown == "open" and has
