"""A drag that moves what is selected, or with Alt puts copies of it there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Modifiers, Press
from cjeditor.core.ids import Id, new_id
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import Duplicate
from cjeditor.edits.several import Several

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class MovingDrag(Drag):
    """Moves the selected records of one table.

    A subclass shows where they would land (`land`) and says how they get there (`edit`).
    """

    table = ""

    def __init__(self, view: "MapView", press: Press) -> None:
        super().__init__(view, press)
        self._ids: tuple[Id, ...] = ()
        self._copies = False

    def land(self, x: float, y: float) -> None:
        """Find and show where a drop at *x*, *y* of the scene would put them."""

    def edit(self, ids: tuple[Id, ...]) -> Edit | None:
        """Return the edit that puts *ids* there; None where they cannot be."""
        raise NotImplementedError

    def lifted_by(self, x: float, y: float) -> QPointF:
        """Return how far what is lifted has come when the pointer is at *x*, *y*."""
        return self.moved_by(x, y)

    @property
    def moved(self) -> tuple[Id, ...]:
        """What leaves its place; nothing where copies are dragged."""
        return () if self._copies else self._ids

    def begin(self) -> None:
        rows = self.view.session.journey.table(self.table)
        self._ids = tuple(each for each in self.view.session.selection if each in rows)
        self.view.lift(self._ids)

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        copies = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        if copies != self._copies:
            self._copies = copies
            self.view.lift(self._ids, stay=copies)
            self._show_cursor()
        self.view.preview.lifted.setPos(self.lifted_by(x, y))
        self.land(x, y)

    def drop(self) -> None:
        copies = tuple(new_id() for _ in self._ids)
        edit = self.edit(copies if self._copies else self._ids) if self._ids else None
        if edit is None:
            return
        arrival, carried = self.view.arrival, self.view.preview.lifted.pos()
        if not self._copies:
            arrival.do(edit, self._ids, carried=carried)
            return
        duplicate = Duplicate(self._ids, copies)
        both = Several((duplicate, edit), duplicate.label)
        if arrival.do(both, self._ids, carried=carried, become=copies):
            self.view.session.select(copies)

    def _show_cursor(self) -> None:
        """Show the arrow, with a plus while copies are dragged."""
        cursor = Qt.CursorShape
        shape = cursor.DragCopyCursor if self._copies else cursor.ArrowCursor
        self.view.viewport().setCursor(shape)
