"""Dragging cards within a cell and between cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.gestures.gesture import Gesture, Press
from cjeditor.canvas.gestures.moving import MovingDrag
from cjeditor.canvas.landing import CardLanding, card_landing
from cjeditor.core.ids import Id
from cjeditor.edits.cards import MoveCards
from cjeditor.edits.edit import Edit

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class CardsDrag(MovingDrag):
    """Moves the selected cards to the cell and place pointed at."""

    table = "cards"
    _landing: CardLanding | None = None

    def land(self, x: float, y: float) -> None:
        self._landing = card_landing(self.view.sheet, x, y, self.moved)
        self.view.preview.show_landing(self._landing)
        self.view.session.try_out(self.edit(self.moved) if self.moved else None)

    def edit(self, ids: tuple[Id, ...]) -> Edit | None:
        at = self._landing
        return None if at is None else MoveCards(ids, at.lane, at.step, at.index)


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a card."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == "card":
        return CardsDrag(view, press)
    return None
