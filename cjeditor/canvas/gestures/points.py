"""Dragging a point of an emotion curve, and adding one where a curve is double-clicked."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.feelings import curve_for, dragged_to
from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.edits.edit import Edit
from cjeditor.edits.emotions import AddEmotion
from cjeditor.kinds.curve_style import CurveKey
from cjeditor.kinds.emotion_lane import EmotionBand
from cjeditor.kinds.lane import Column
from cjeditor.layout.hit import cell_at
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.feelings import curve_at
from cjeditor.model.naming import signed

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_GRID = 0.5


class PointDrag(Drag):
    """Sets one feeling, in halves or, with Ctrl, freely; the curve follows at once.

    Sideways the point goes to another step, or past its neighbours in its step.
    """

    def begin(self) -> None:
        assert self.press.aim.hit is not None
        self._emotion = self.press.aim.hit.element
        self._lane = lane_at(self.view.sheet, self.press.aim.y)
        self._middle = self._middle_of_slot()
        self._edit: Edit | None = None

    def _middle_of_slot(self) -> float:
        """Return x of the point's own place, from which others may have pushed it aside."""
        journey = self.view.session.journey
        point = journey.emotions[self._emotion]
        column = self.view.sheet.column_of[point.step]
        there = [each.id for each in curve_at(journey, point.step, point.persona, point.state)]
        share = (there.index(self._emotion) + 0.5) / len(there)
        return column.x + share * column.width

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        if self._lane is None or not isinstance(self._lane.band, EmotionBand):
            return
        free = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        value = _feeling_at(self._lane.band, y - self._lane.y, free=free)
        column, index = self._slot(self._middle + self.moved_by(x, y).x())
        journey = self.view.session.journey
        self._edit = dragged_to(journey, self._emotion, column.step, index, value)
        self.view.preview_edit(self._edit)
        block = self.view.paper.block_of(self._emotion)
        if block is not None:
            middle = block.rect.y + block.rect.height / 2
            self.view.preview.show_value(signed(value), block.rect.right, middle)

    def _slot(self, x: float) -> tuple[Column, int]:
        """Return the column at *x*, and the place there among the curve's other points."""
        journey = self.view.session.journey
        point = journey.emotions[self._emotion]
        column = _column_at(self.view.sheet.columns, x)
        there = curve_at(journey, column.step, point.persona, point.state)
        return column, _index(column, x, sum(each.id != point.id for each in there))

    def drop(self) -> None:
        if self._edit is not None:
            self.view.do(self._edit)


def new_point(sheet: Sheet, aim: Aim, in_hand: CurveKey | None) -> AddEmotion | None:
    """Return the edit that adds a point where *aim* points, off all points and words.

    It belongs to the curve there, or else to the one in hand. None is returned outside of
    the lanes with curves.
    """
    lane, cell = lane_at(sheet, aim.y), cell_at(sheet, aim.x, aim.y)
    if lane is None or cell is None or not isinstance(lane.band, EmotionBand):
        return None
    if aim.part not in ("", "curve"):
        return None
    y = aim.y - lane.y
    key = lane.band.curve_at(aim.x, y) or curve_for(sheet.journey, lane.lane, in_hand)
    there = curve_at(sheet.journey, cell.step, *key)
    index = _index(sheet.column_of[cell.step], aim.x, len(there))
    value = _feeling_at(lane.band, y, free=False)
    return AddEmotion(cell.step, value, key.persona, key.state, index)


def lane_at(sheet: Sheet, y: float) -> LaneBand | None:
    """Return the lane at height *y* of the sheet."""
    for lane in sheet.lanes:
        if lane.y <= y < lane.y + lane.band.height:
            return lane
    return None


def _feeling_at(band: EmotionBand, y: float, *, free: bool) -> float:
    """Return the feeling at a height of its lane, in halves unless *free*."""
    value = band.plot.value_at(y)
    return round(value, 2) if free else round(value / _GRID) * _GRID


def _column_at(columns: Sequence[Column], x: float) -> Column:
    """Return the column at *x*, or the one nearest to it."""
    return columns[max(0, bisect_right(columns, x, key=lambda column: column.x) - 1)]


def _index(column: Column, x: float, others: int) -> int:
    """Return the place at *x* of a point among *others* that share the column evenly with it."""
    share = (x - column.x) / column.width
    return min(others, max(0, int(share * (others + 1))))


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a point of a curve."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == "point":
        return PointDrag(view, press)
    return None
