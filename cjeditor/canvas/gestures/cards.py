"""Dragging cards within a cell and between cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.canvas.landing import CardLanding, card_landing
from cjeditor.core.ids import Id
from cjeditor.edits.cards import MoveCards

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class CardsDrag(Drag):
    """Moves the selected cards to the cell and place under the pointer."""

    def begin(self) -> None:
        cards = self.view.session.journey.cards
        self._ids: tuple[Id, ...] = tuple(i for i in self.view.session.selection if i in cards)
        self._landing: CardLanding | None = None
        self.view.lift(self._ids)

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        self.view.preview.lifted.setPos(self.moved_by(x, y))
        self._landing = card_landing(self.view.sheet, x, y, self._ids)
        self.view.preview.show_landing(self._landing)

    def drop(self) -> None:
        at = self._landing
        if at is not None and self._ids:
            self.view.do(MoveCards(self._ids, at.lane, at.step, at.index))


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a card."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == "card":
        return CardsDrag(view, press)
    return None
