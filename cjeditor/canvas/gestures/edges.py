"""Dragging the right edge of a column or the lower edge of a lane."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.canvas.reshape_edits import column_width, fitted_column, lane_height, least_height
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.records import SetField
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.bands import is_thin

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_ZONE: Final = 6
"""Pixels on both sides of an edge that take hold of it."""

_GRID: Final = 4
"""Points in which widths and heights are dragged; with Ctrl freely."""


_NOTICED: Final = 0.6
"""Points; a smaller difference is that of rounding."""


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge of a column or lane.

    Attributes:
        element: The step or lane.
        is_column: Whether it is the right edge of a column, else the lower one of a lane.
        start: Where the column or lane begins, on the sheet.
        size: Its width or height now.
    """

    element: Id
    is_column: bool
    start: float
    size: float


class EdgeDrag(Gesture):
    """Shows where the edge would be and how wide or high that makes it; changes it at the end."""

    def __init__(self, view: "MapView", press: Press, edge: Edge) -> None:
        super().__init__(view, press)
        self.scrolls = edge.is_column  # a lane's title stands at the view's side already
        self._edge = edge
        self._size = edge.size
        self._least: float | None = None
        self._edit: SetField | None = None

    def move(self, spot: QPoint, modifiers: Modifiers) -> None:
        way = (spot - self.press.aim.spot).manhattanLength()
        if self._edit is None and way < QApplication.startDragDistance():
            return
        dx, dy = self.dragged(spot)
        size = self._edge.size + (dx if self._edge.is_column else dy)
        if not modifiers & Qt.KeyboardModifier.ControlModifier:
            size = round(size / _GRID) * _GRID
        make = column_width if self._edge.is_column else lane_height
        self._edit = make(self._alike(), max(size, self._smallest()))
        self._size = float(str(self._edit.value))
        self._show(self._size)

    def _smallest(self) -> float:
        """Return how low its content lets a lane be; a column may always be narrower."""
        if self._least is None:
            own = not self._edge.is_column
            self._least = least_height(self.view.sheet, self._edge.element) if own else 0.0
        return self._least

    def _alike(self) -> tuple[Id, ...]:
        """Return the selected steps or lanes if this is one of them, else this one."""
        journey, chosen = self.view.session.journey, self.view.session.selection
        table = journey.steps if self._edge.is_column else journey.lanes
        same = tuple(each for each in chosen if each in table)
        return same if self._edge.element in same else (self._edge.element,)

    def _show(self, size: float) -> None:
        sheet, preview = self.view.sheet, self.view.preview
        at = self._edge.start + size
        text = tr("{n} pt").format(n=round(size))
        if self._edge.is_column:
            top = sheet.head + self.view.paper.stuck[1]
            preview.show_line(((at, top), (at, sheet.height)))
            preview.show_value(text, at, (top + sheet.top + self.view.paper.stuck[1]) / 2)
        else:
            left = self.view.paper.stuck[0]
            preview.show_line(((left, at), (sheet.width, at)))
            preview.show_value(text, left + sheet.left / 2, at)

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        self.move(spot, modifiers)
        if self._edit is not None:
            if abs(self._size - self._edge.size) >= _NOTICED:
                self.view.do(self._edit)
        elif self._edge.is_column and self.press.aim.hit is not None:
            self.view.pick_click(self.press)


def edge_at(view: "MapView", aim: Aim) -> Edge | None:
    """Return the edge that *aim* is at: of a column in the heads, of a lane at its title."""
    sheet, zone = view.sheet, _ZONE / view.zoom
    if aim.part == "switch":
        return None
    if sheet.head <= aim.y < sheet.top and aim.x > sheet.left:
        return _column_edge(view, aim, zone)
    if aim.x < sheet.left and aim.y > sheet.top - zone:
        for lane in sheet.lanes:
            fixed = kind_of_lane(lane.record).is_line or is_thin(lane.record, sheet.look)
            if abs(aim.y - lane.bottom) <= zone and not fixed:
                return Edge(lane.lane, False, lane.y, lane.band.height)
    return None


def _column_edge(view: "MapView", aim: Aim, zone: float) -> Edge | None:
    sheet, journey = view.sheet, view.session.journey
    in_stages = any(block.y <= aim.y < block.rect.bottom for block in sheet.stages[:1])
    for column in sheet.frame.grid.open:
        right = column.x + column.width
        if abs(aim.x - right) <= zone:
            stage = journey.steps[column.step].stage
            if in_stages and journey.steps_of[stage][-1].id != column.step:
                return None
            return Edge(column.step, True, column.x, column.width)
    return None


def fit_edge(view: "MapView", aim: Aim) -> bool:
    """Fit the column or lane whose edge *aim* is at to its content; return whether one is."""
    edge = edge_at(view, aim)
    if edge is None:
        return False
    if edge.is_column:
        view.do(fitted_column(view.session.journey, edge.element))
    else:
        view.do(SetField((edge.element,), "height", None))
    return True


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin at the edge of a column or lane."""
    edge = edge_at(view, press.aim)
    if press.button == Qt.MouseButton.LeftButton and edge is not None:
        return EdgeDrag(view, press, edge)
    return None
