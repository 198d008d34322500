"""The empathy map of one persona in the window: seen, walked over, written on and moved about."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr
from cjeditor.display.shapes import Rect
from cjeditor.edits.empathy import AddEmpathyNote, MoveEmpathyNotes
from cjeditor.edits.records import Delete
from cjeditor.kinds.look import Look
from cjeditor.layout.empathy import EmpathySheet, lay_out_empathy
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.records import Persona
from cjeditor.session.session import Session
from cjeditor.tools.comment_bubbles import CommentBubbles
from cjeditor.tools.empathy import walk
from cjeditor.tools.empathy.accessible import AccessibleEmpathy
from cjeditor.tools.empathy.marks import Marks, View, paint_board
from cjeditor.tools.empathy.walk import Landing, Stop
from cjeditor.tools.empathy.writing import NoteWriting
from cjeditor.tools.kept import Kept
from cjeditor.tools.keys import ARROWS, typed_by, with_alt
from cjeditor.tools.look import USUAL_TEXT, chrome_of, look_of
from cjeditor.tools.speaking import persona_name

_EDGE: Final = 6
"""Pixels around the drawing, where rings have room."""


class EmpathyBoard(QWidget):
    """Draws the empathy map of a persona and lets hands and keys change it.

    Signals:
        turned: Another persona is wanted: the next (1) or the one before (-1).
        menu_wanted: The menu, at a place of the screen.
        dropped: The selected notes were dropped outside the fields, at a place of the screen.
    """

    turned = Signal(int)
    menu_wanted = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, session: Session, area: QScrollArea) -> None:
        super().__init__()
        self._session = session
        self.parts = AccessibleEmpathy(self, session)
        self._scroll = area
        self._persona: Id = ""
        self._area = 0
        self._note: Id = ""
        self._sheet: EmpathySheet | None = None
        self._kept = Kept()
        self._bubbles = CommentBubbles()
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self._hovered: QPointF | None = None
        self.writing = NoteWriting(session, self, self._rect_of, self._scale)
        self.writing.changed.connect(self.refresh)
        self.writing.moved_on.connect(self._write_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def persona(self) -> Persona | None:
        """Whose map is shown."""
        return self._session.journey.personas.get(self._persona)

    @property
    def sheet(self) -> EmpathySheet | None:
        """What is drawn, in points; `at` tells where."""
        return self._sheet

    @property
    def stop(self) -> Stop | None:
        """Where the keyboard is on it."""
        return self._here(self._sheet) if self._sheet is not None else None

    @property
    def selected(self) -> tuple[Id, ...]:
        """The selected notes of this persona."""
        notes = self._session.journey.empathy_notes
        own = (notes.get(each) for each in self._session.selection)
        return tuple(each.id for each in own if each is not None and each.persona == self._persona)

    def show_persona(self, persona: Id) -> None:
        """Show the empathy map of a persona."""
        if persona != self._persona:
            self.writing.commit()
            self._persona, self._area, self._note = persona, 0, ""
        self.refresh()

    def refresh(self) -> None:
        """Lay out what is there now."""
        persona = self.persona
        selected = self.selected
        if selected and self._note not in selected:
            self._note = selected[-1]
        if persona is None:
            self._sheet = None
            self.writing.follow()
            return
        journey = self.writing.with_written(self._session.journey)
        scale, room = self._scale(), self._scroll.viewport().size()
        width = max(320.0, (room.width() - 2 * _EDGE) / scale)
        notes = journey.empathy_of.get(persona.id, ())
        least = (room.height() - 2 * _EDGE) / scale
        self._sheet = lay_out_empathy(journey, persona, notes, self._look(), width, least)
        if self._note and self._sheet.rect_of(self._note) is None:
            self._note = ""
        height = round(self._sheet.height * scale) + 2 * _EDGE
        self.setFixedHeight(max(height, room.height()))
        self.writing.follow()
        self.update()
        name = tr("Empathy map of {name}").format(name=persona_name(persona))
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.parts.follow()

    def point(self, at: QPointF | QPoint) -> QPointF:
        """Return a place of the widget in the drawing."""
        return (QPointF(at) - QPointF(_EDGE, _EDGE)) / self._scale()

    def at(self, rect: Rect) -> QRectF:
        """Return a rectangle of the drawing in pixels of the widget."""
        scale = self._scale()
        return QRectF(*(side * scale for side in rect)).translated(_EDGE, _EDGE)

    def write(self, typed: str = "") -> None:
        """Write the note at the keyboard, or a new one where there is none.

        Args:
            typed: A first character; it begins a new note.
        """
        note = self._session.journey.empathy_notes.get(self._note)
        if note is None or typed:
            self.write_new(typed)
        elif self.writing.write(note, self._look()):
            self._reveal(self._note)

    def write_new(self, typed: str = "", after: Id = "") -> None:
        """Write a new note at the keyboard: after the present one, else as the area's last."""
        persona, sheet = self.persona, self._sheet
        if persona is None or sheet is None or not self._here(sheet).rect:
            return
        here = walk.stop_of(sheet, self._area, after or self._note)
        place = sheet.areas[here.area]
        ids = [note for note, _ in place.notes]
        if not place.area.question:
            return
        index = ids.index(here.note) + 1 if here.note in ids else len(ids)
        note = EmpathyNote(id=new_id(), persona=persona.id, field=place.area.fields[0])
        self._area, self._note = here.area, ""
        if self.writing.write(note, self._look(), AddEmpathyNote(note, index)):
            self._reveal(note.id)
            if typed and self.writing.editor is not None:
                self.writing.editor.write(typed)

    def delete(self) -> None:
        """Delete the selected notes; the keyboard goes to the one after them."""
        sheet, ids = self._sheet, self.selected
        if sheet is None or not ids:
            return
        here = walk.stop_of(sheet, self._area, self._note)
        order = [note for note, _ in sheet.areas[here.area].notes]
        after = [each for each in order[order.index(here.note) :] if each not in ids]
        if self._session.attempt(Delete(ids)):
            self._area, self._note = here.area, ""
            self.go(walk.stop_of(self._sheet or sheet, here.area, after[0] if after else ""))

    def shift(self, by: int) -> None:
        """Move the selected notes by one place, at the ends of an area into the next one."""
        sheet, ids = self._sheet, self.selected
        persona = self.persona
        if sheet is None or persona is None or not ids or not self._note:
            return
        number, index = walk.shifted(sheet, self._here(sheet), ids, by)
        field = sheet.areas[number].area.fields[0]
        self._session.attempt(MoveEmpathyNotes(ids, persona.id, field, index))
        self._reveal(self._note)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return
        self._kept.use(self._session.journey.pictures)
        painter = QPainter(self)
        view = View(self._scale(), QPointF(_EDGE, _EDGE), QRectF(event.rect()))
        paint_board(painter, self._kept, self._sheet, self._look(), self._marks(), view)
        if self._dragged is None:
            notes = [block for block in self._sheet.blocks if block.element != self.writing.note]
            painter.translate(_EDGE, _EDGE)
            painter.scale(self._scale(), self._scale())
            chrome = chrome_of(self.palette())
            self._bubbles.paint(painter, self._session.journey, notes, chrome)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep typing from the window's shortcuts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (typed_by(event) or (event.key() in ARROWS and with_alt(event)))
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        sheet, point = self._sheet, self.point(event.position())
        if sheet is None:
            return
        note = walk.note_at(sheet, point.x(), point.y())
        if note:
            self._press_note(note, event)
            return
        number = walk.area_at(sheet, point.x(), point.y())
        if number is not None and sheet.areas[number].area.question:
            stop = walk.stop_of(sheet, number, "")
            self.go(stop)
            if (
                event.button() == Qt.MouseButton.LeftButton
                and stop.area == number
                and stop.rect.contains(point.x(), point.y())
            ):
                self.write_new()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self.point(event.position())
        self._hovered = point
        far = QApplication.startDragDistance() / self._scale()
        if self._pressed is not None and (
            self._dragged is not None or (point - self._pressed).manhattanLength() >= far
        ):
            self._dragged = point
            self._scroll.ensureVisible(*event.position().toPoint().toTuple(), 24, 24)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        landing, was_dragged = self._landing(), self._dragged is not None
        self._pressed = self._dragged = None
        persona = self.persona
        if landing is not None and persona is not None and self._sheet is not None:
            field = self._sheet.areas[landing.area].area.fields[0]
            self._session.attempt(MoveEmpathyNotes(self.selected, persona.id, field, landing.place))
        elif was_dragged:
            self.dropped.emit(event.globalPosition().toPoint())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.write() if self._note else self.write_new()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self._sheet is not None:
            rect = self.at(self._here(self._sheet).rect)
            at = self.mapToGlobal(rect.center().toPoint())
        self.menu_wanted.emit(at)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ARROWS and self._sheet is not None:
            dx, dy = ARROWS[key]
            if with_alt(event):
                self.shift(dx or dy)
            else:
                self.go(walk.step(self._sheet, self._here(self._sheet), dx, dy))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.write()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif event.matches(QKeySequence.StandardKey.SelectAll) and self._sheet is not None:
            self._session.select([note for each in self._sheet.areas for note, _ in each.notes])
        elif typed_by(event):
            self.write(event.text())
        else:
            return False
        return True

    def _escape(self) -> None:
        if self._dragged is not None:
            self._pressed = self._dragged = None
        elif self._sheet is not None:
            self.go(walk.stop_of(self._sheet, self._here(self._sheet).area, ""))
        self.update()

    def _press_note(self, note: Id, event: QMouseEvent) -> None:
        chosen = self.selected
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            left = tuple(each for each in chosen if each != note)
            self._session.select(left if note in chosen else (*chosen, note))
            return
        self._note = note
        if note not in chosen:
            self._session.select((note,))
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.point(event.position())

    def go(self, stop: Stop) -> None:
        """Put the keyboard to a stop and select its note."""
        self._area, self._note = stop.area, stop.note
        self._session.select((stop.note or self._persona,))
        self._scroll.ensureVisible(*self.at(stop.rect).center().toPoint().toTuple(), 80, 60)
        self.update()
        self.parts.follow()

    def _write_on(self, leaving: str, note: Id) -> None:
        """Go on where the writing ended: with the next note, or in the next area."""
        sheet = self._sheet
        if sheet is None:
            return
        written = sheet.rect_of(note) is not None
        if written:
            self.go(walk.stop_of(sheet, self._area, note))
        if leaving == "below" and written:
            self.write_new(after=note)
        elif leaving in ("next", "previous"):
            number = walk.next_area(sheet, self._area, 1 if leaving == "next" else -1)
            self.go(walk.stop_of(sheet, number, ""))
            self.write_new()

    def _reveal(self, note: Id) -> None:
        rect = self._rect_of(note)
        if rect is not None:
            middle = QRectF(*(side * self._scale() for side in rect)).center().toPoint()
            self._scroll.ensureVisible(*middle.toTuple(), 80, 60)

    def _here(self, sheet: EmpathySheet) -> Stop:
        return walk.stop_of(sheet, self._area, self._note)

    def _landing(self) -> Landing | None:
        """Return where the notes that are dragged would come; None where they would not."""
        if self._dragged is None or self._sheet is None:
            return None
        at = self._dragged
        landing = walk.landing_at(self._sheet, at.x(), at.y(), self.selected)
        open_ = landing is not None and self._sheet.areas[landing.area].area.question
        return landing if open_ else None

    def _marks(self) -> Marks:
        """Return what is drawn over the map now."""
        sheet = self._sheet
        hovered = None
        if self._hovered is not None and sheet is not None and self._dragged is None:
            hovered = walk.area_at(sheet, self._hovered.x(), self._hovered.y())
        moved = None
        if self._dragged is not None and self._pressed is not None:
            moved = (self._dragged - self._pressed).toTuple()
        return Marks(
            selected=self.selected,
            here=self._here(sheet) if sheet is not None and self.hasFocus() else None,
            hovered=hovered,
            moved=moved,
            landing=self._landing(),
            written=self.writing.note,
        )

    def _rect_of(self, note: Id) -> Rect | None:
        """Return where a note stands, in points from the widget's corner."""
        rect = self._sheet.rect_of(note) if self._sheet is not None else None
        return None if rect is None else rect.moved(_EDGE / self._scale(), _EDGE / self._scale())

    def _scale(self) -> float:
        return max(0.5, self.fontInfo().pixelSize() / USUAL_TEXT)

    def _look(self) -> Look:
        return look_of(self.palette(), self._session.journey)
