"""The rubber band: selects every card and point that it meets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.board import ADDING
from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.canvas.map_scene import solid_in
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Band(Gesture):
    """Selects while it grows; with Shift or Ctrl it adds to what was selected."""

    def __init__(self, view: "MapView", press: Press) -> None:
        super().__init__(view, press)
        self._start = view.mapToScene(press.aim.spot)
        self._before = view.session.selection
        self._drawn = False

    def move(self, spot: QPoint, modifiers: Modifiers) -> None:
        way = (spot - self.press.aim.spot).manhattanLength()
        if not self._drawn and way < QApplication.startDragDistance():
            return
        self._drawn = True
        now = self.view.mapToScene(spot)
        left, right = sorted((self._start.x(), now.x()))
        top, bottom = sorted((self._start.y(), now.y()))
        rect = Rect(left, top, right - left, bottom - top)
        self.view.preview.band.show_tint(rect, self.view.chrome.accent, outlined=True)
        self.view.session.select((*self._kept(), *self._met(rect)))

    def _kept(self) -> tuple[Id, ...]:
        return self._before if self.press.modifiers & ADDING else ()

    def _met(self, rect: Rect) -> list[Id]:
        return [element for element, _rect in solid_in(self.view.sheet, rect)]

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        self.move(spot, modifiers)
        if not self._drawn:
            self.view.pick_click(self.press)

    def cancel(self) -> None:
        self.view.session.select(self._before)


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on anything that is not dragged itself."""
    if press.button == Qt.MouseButton.LeftButton:
        return Band(view, press)
    return None
