"""Moving over the map with the arrow keys, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

Direction = Literal["left", "right", "up", "down", "home", "end"]
Cell = tuple[Id, Id]

_TITLE, _STAGES, _STEPS = -3, -2, -1
"""Rows above the lanes, which are numbered from 0; lane titles stand in column -1."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the keyboard is: on an element, in a cell, or both.

    Attributes:
        element: None in an empty cell.
        cell: None outside of the lanes.
    """

    element: Id | None = None
    cell: Cell | None = None


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
            return grid.focus(row, max(grid.first_column(row), column - 1), index)
        case "right":
            last = len(grid.columns) - 1
            return grid.focus(row, min(last, grid.end_of(focus, row, column) + 1), index)
        case "home":
            return grid.focus(row, 0, 0)
        case "end":
            return grid.focus(row, len(grid.columns) - 1, 0)


class _Grid:
    """The map as rows and columns of elements."""

    def __init__(self, journey: Map) -> None:
        self.journey = journey
        self.columns: Sequence[Step] = journey.ordered_steps
        self.rows: Sequence[Lane] = journey.ordered_lanes

    def first_column(self, row: int) -> int:
        return -1 if row >= 0 else 0

    def elements(self, row: int, column: int) -> list[Id]:
        """Return what stands there, from top to bottom."""
        journey = self.journey
        if row == _TITLE:
            return [journey.id]
        if row == _STAGES:
            return [self.columns[column].stage]
        if row == _STEPS:
            return [self.columns[column].id]
        lane = self.rows[row]
        if column < 0 or not _has_cells(lane):
            return [lane.id]
        step = self.columns[column].id
        if kind_of_lane(lane).shows_emotions:
            return [emotion.id for emotion in journey.emotions_at.get(step, ())]
        return [card.id for card in self._covering(lane.id, column)]

    def _covering(self, lane: Id, column: int) -> list[Card]:
        order = self.journey.column_of
        cards = [card for cell in self.journey.cells.get(lane, {}).values() for card in cell]
        found = [c for c in cards if order[c.first_step] <= column <= order[c.last_step]]
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
        order = self.journey.column_of
        if focus.element == self.journey.id:
            return _TITLE, 0
        match record:
            case Stage():
                return _STAGES, order[self.journey.steps_of[record.id][0].id]
            case Step():
                return _STEPS, order[record.id]
            case Lane():
                return self.rows.index(record), -1
            case Card():
                first, last = order[record.first_step], order[record.last_step]
                at = order.get(focus.cell[1], first) if focus.cell else first
                return self._row(record.lane), min(max(at, first), last)
            case Emotion():
                shown = (n for n, lane in enumerate(self.rows) if kind_of_lane(lane).shows_emotions)
                return next(shown, None), order[record.step]
            case _:
                cell = focus.cell
                return (self._row(cell[0]), order[cell[1]]) if cell else (None, 0)

    def _row(self, lane: Id) -> int:
        return [each.id for each in self.rows].index(lane)

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
        return self.focus(row, column, 0 if by > 0 else 10**9)

    def end_of(self, focus: Focus, row: int, column: int) -> int:
        """Return the last column that the focused element covers."""
        record = self.journey.find(focus.element) if focus.element else None
        order = self.journey.column_of
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
    return kind.shows_emotions or kind.card(lane) is not None
