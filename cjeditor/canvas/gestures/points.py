"""Dragging a point of an emotion curve up and down."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.commands import set_feeling
from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.kinds.emotion_lane import value_at
from cjeditor.layout.sheet import LaneBand, Sheet

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_GRID = 0.5


class PointDrag(Drag):
    """Sets one feeling, in halves or, with Ctrl, freely; the curve follows at once."""

    def begin(self) -> None:
        assert self.press.aim.hit is not None
        self._emotion = self.press.aim.hit.element
        self._lane = lane_at(self.view.sheet, self.press.aim.y)
        self._value: float | None = None

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        if self._lane is None:
            return
        free = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        self._value = feeling_at(y - self._lane.y, free=free)
        self.view.preview_edit(set_feeling(self._emotion, self._value))
        block = self.view.paper.block_of(self._emotion)
        if block is not None:
            middle = block.rect.y + block.rect.height / 2
            self.view.preview.show_value(signed(self._value), block.rect.right, middle)

    def drop(self) -> None:
        if self._value is not None:
            self.view.do(set_feeling(self._emotion, self._value))


def lane_at(sheet: Sheet, y: float) -> LaneBand | None:
    """Return the lane at height *y* of the sheet."""
    for lane in sheet.lanes:
        if lane.y <= y < lane.y + lane.band.height:
            return lane
    return None


def feeling_at(band_y: float, *, free: bool) -> float:
    """Return the feeling at a height of its lane, in halves unless *free*."""
    value = value_at(band_y)
    return round(value, 2) if free else round(value / _GRID) * _GRID


def signed(value: float) -> str:
    """Return *value* as people write a feeling: "+1.5", "−2", "0"."""
    text = f"{abs(value):g}"
    return f"+{text}" if value > 0 else f"\N{MINUS SIGN}{text}" if value < 0 else text


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a point of a curve."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == "point":
        return PointDrag(view, press)
    return None
