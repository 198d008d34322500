"""Moving the view over the map: middle button, or left button with Space."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Pan(Gesture):
    """Drags the sheet itself."""

    scrolls = False

    def __init__(self, view: "MapView", press: Press) -> None:
        super().__init__(view, press)
        self._before = view.scrolled
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, spot: QPoint, modifiers: Modifiers) -> None:
        self.view.scroll_to(self._before - (spot - self.press.aim.spot).toPointF())

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        self.move(spot, modifiers)

    def cancel(self) -> None:
        self.view.scroll_to(self._before)


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin where a press means panning."""
    with_space = view.space_held and press.button == Qt.MouseButton.LeftButton
    if press.button == Qt.MouseButton.MiddleButton or with_space:
        return Pan(view, press)
    return None
