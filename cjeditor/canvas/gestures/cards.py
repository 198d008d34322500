"""Dragging cards within a cell and between cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.canvas.landing import CardLanding, card_landing
from cjeditor.core.ids import Id, new_id
from cjeditor.edits.cards import MoveCards
from cjeditor.edits.records import Duplicate
from cjeditor.edits.several import Several

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class CardsDrag(Drag):
    """Moves the selected cards, or with Alt copies of them, to the cell and place pointed at."""

    def begin(self) -> None:
        cards = self.view.session.journey.cards
        self._ids: tuple[Id, ...] = tuple(i for i in self.view.session.selection if i in cards)
        self._landing: CardLanding | None = None
        self._copies = False
        self.view.lift(self._ids)

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        copies = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if copies != self._copies:
            self._copies = copies
            self.view.lift(self._ids, stay=copies)
        self.view.preview.lifted.setPos(self.moved_by(x, y))
        self._landing = card_landing(self.view.sheet, x, y, () if copies else self._ids)
        self.view.preview.show_landing(self._landing)

    def drop(self) -> None:
        at = self._landing
        if at is None or not self._ids:
            return
        if self._copies:
            self._copy_to(at)
        else:
            self.view.do(MoveCards(self._ids, at.lane, at.step, at.index))

    def _copy_to(self, at: CardLanding) -> None:
        """Put copies there, and select them."""
        copies = tuple(new_id() for _ in self._ids)
        duplicate = Duplicate(self._ids, copies)
        move = MoveCards(copies, at.lane, at.step, at.index)
        if self.view.do(Several((duplicate, move), duplicate.label)):
            self.view.session.select(copies)


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a card."""
    if press.button == Qt.MouseButton.LeftButton and press.aim.part == "card":
        return CardsDrag(view, press)
    return None
