"""A gesture that begins only when the pointer has moved: until then it is a click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.edits.edit import EditError
from cjeditor.edits.locks import refuse_moving

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Drag(Gesture):
    """Drags what was pressed; a press that does not move selects it.

    A subclass says what is lifted (`begin`), shown (`follow`) and done (`drop`).
    """

    def __init__(self, view: "MapView", press: Press) -> None:
        super().__init__(view, press)
        self._lifted = False
        self._refused = False
        self._start = view.mapToScene(press.aim.spot)
        view.pick_press(press)

    def begin(self) -> None:
        """Lift what is dragged."""

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        """Show what a release at *x*, *y* of the scene would do."""

    def drop(self) -> None:
        """Do it."""

    def move(self, spot: QPoint, modifiers: Modifiers) -> None:
        way = (spot - self.press.aim.spot).manhattanLength()
        if not self._lifted and way < QApplication.startDragDistance():
            return
        if not self._lifted and not self._may_lift(modifiers):
            return
        if not self._lifted:
            self._lifted = True
            self.begin()
        now = self.view.mapToScene(spot)
        self.follow(now.x(), now.y(), modifiers)

    def _may_lift(self, modifiers: Modifiers) -> bool:
        """Tell whether what is selected may be moved; say once why not. Copies may always."""
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return True
        try:
            refuse_moving(self.view.session.journey, self.view.session.selection)
        except EditError as error:
            if not self._refused:
                self._refused = True
                self.view.viewport().setCursor(Qt.CursorShape.ForbiddenCursor)
                self.view.refused.emit(error)
            return False
        return True

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        if self._lifted:
            self.move(spot, modifiers)
            self.drop()
        elif not self._refused:
            self.view.pick_click(self.press)

    def moved_by(self, x: float, y: float) -> QPointF:
        """Return the way from the press to *x*, *y*, also when the view scrolled meanwhile."""
        return QPointF(x, y) - self._start
