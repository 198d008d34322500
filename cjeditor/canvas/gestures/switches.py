"""Clicking what opens a collapsed lane or stage, or shows hidden ones."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.layout.folds import hidden_run
from cjeditor.layout.hit import folded_at
from cjeditor.layout.switches import PART

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Switch(Gesture):
    """Opens what is folded there, unless the pointer has left it."""

    scrolls = False

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        pressed, now = self.press.aim.hit, self.view.aim(spot).hit
        if pressed is not None and now is not None and now.element == pressed.element:
            run = hidden_run(self.view.session.journey, pressed.element)
            self.view.reshaping.show(run or (pressed.element,), "open")


def open_fold(view: "MapView", aim: Aim) -> bool:
    """Open the collapsed lane or stage whose cells *aim* is in; return whether it is in any."""
    folded = folded_at(view.sheet, aim.x, aim.y)
    return folded is not None and view.reshaping.show((folded,), "open")


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a switch."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == PART:
        return Switch(view, press)
    return None
