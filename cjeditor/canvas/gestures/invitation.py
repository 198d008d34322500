"""A click on the ghost that invites to add the first persona."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.layout.persona_invitation import PART

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class InvitationClick(Gesture):
    """Asks the window for a persona, if the button is let go where it was pressed."""

    scrolls = False

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        if self.view.aim(spot).part == PART:
            self.view.persona_wanted.emit()


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on the ghost."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == PART:
        return InvitationClick(view, press)
    return None
