"""Writing a note in place: the field over it, and the edit that its text becomes."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.chrome import chrome_for
from cjeditor.canvas.fonts import load_fonts
from cjeditor.canvas.text_editor import Leaving, TextEditor
from cjeditor.canvas.writing_place import WritingPlace
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Drawing, Rect, Symbol
from cjeditor.edits.edit import Edit, EditError
from cjeditor.edits.empathy import AddEmpathyNote
from cjeditor.edits.locks import refuse_locked
from cjeditor.edits.records import SetField
from cjeditor.edits.several import Several
from cjeditor.kinds.card_drawing import SYMBOL, TEXT_INDENT
from cjeditor.kinds.look import CARD, Look
from cjeditor.layout.empathy import KINDS
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.map import Map
from cjeditor.session.drafting import Drafting
from cjeditor.session.session import Session

_SIDES: Final = (12.0, 7.0, 8.0)
"""Room left, above and right of a note's text, as on cards."""


class NoteWriting(QObject):
    """The one note that is being written, if any.

    Args:
        board: What the field lies on.
        rect_of: Gives where a note stands, in points.
        scale: Gives pixels for a point.

    Signals:
        changed: Another text is written, or none any more.
        moved_on: The writing has ended, with a `Leaving` and the id of the note.

    Attributes:
        drafting: Tells what the text would make of the map.
    """

    changed = Signal()
    moved_on = Signal(str, str)

    def __init__(
        self,
        session: Session,
        board: QWidget,
        rect_of: Callable[[Id], Rect | None],
        scale: Callable[[], float],
    ) -> None:
        super().__init__(board)
        self._session = session
        self._board = board
        self._rect_of = rect_of
        self._scale = scale
        self._editor: TextEditor | None = None
        self._add: AddEmpathyNote | None = None
        self._text = ""
        self.drafting = Drafting(session, self._edit, self)
        session.leaving.connect(self.give_up)

    @property
    def note(self) -> Id:
        """The note that is being written, or ""."""
        return self._editor.place.element if self._editor else ""

    @property
    def editor(self) -> TextEditor | None:
        """The open field."""
        return self._editor

    def with_written(self, journey: Map) -> Map:
        """Return *journey* with what is written, also a new note without text."""
        edit = self._edit() or self._add
        try:
            return journey if edit is None else edit.apply(journey)
        except EditError:
            return journey

    def write(self, note: EmpathyNote, look: Look, add: AddEmpathyNote | None = None) -> bool:
        """Open the field over *note*; return whether it may be written.

        Args:
            add: What adds it, once it has a text; None if it is there.
        """
        self.commit()
        edit = add or SetField((note.id,), "text", f"{note.text}…")
        try:
            refuse_locked(self._session.journey, edit.apply(self._session.journey))
        except EditError as error:
            self._session.refused.emit(error)
            return False
        self._add, self._text = add, note.text
        load_fonts(every_script=True)
        accent = chrome_for(look.theme.name).accent
        editor = self._editor = TextEditor(_place(note, look, self._becomes), accent, self._board)
        editor.left.connect(self._leave)
        editor.textChanged.connect(self._try_out)
        editor.textChanged.connect(self.drafting.typed)
        self.changed.emit()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def follow(self) -> None:
        """Keep the field over its note; it closes if the note is gone."""
        if self._editor is None:
            return
        rect, scale = self._rect_of(self.note), self._scale()
        if rect is None:
            self.give_up()
            return
        pixels = QRectF(*(side * scale for side in rect))
        self._editor.lie_over(pixels, scale)

    def commit(self) -> bool:
        """Close the field and do one edit if the text has changed; return whether one was."""
        if self._editor is None:
            return False
        edit = self._edit()
        self._close()
        done = edit is not None and self._session.attempt(edit)
        self._session.break_merge()
        self.drafting.over()
        return done

    def give_up(self) -> None:
        """Close the field without keeping what was written: its note, or its map, is gone."""
        self._close()
        self.drafting.over()

    def take_over(self) -> None:
        """Do an edit of what is written by now, and go on writing."""
        editor, edit = self._editor, self._edit()
        if editor is None or edit is None or not self._session.attempt(edit, f"note {self.note}"):
            return
        self._add = None
        editor.go_on(editor.place)
        self.changed.emit()

    def _becomes(self, note: Id, text: str) -> Edit | None:
        if self._add is None:
            return SetField((note,), "text", text)
        if not text:
            return None
        return Several((self._add, SetField((note,), "text", text)), self._add.label)

    def _edit(self) -> Edit | None:
        """Return the edit that the text is now."""
        editor = self._editor
        return editor.place.edit(editor.text) if editor is not None and editor.is_changed else None

    def _try_out(self) -> None:
        """Show what is written now; the field also says so when only its format changes."""
        text = self._editor.text if self._editor is not None else ""
        if text == self._text:
            return
        self._text = text
        self._session.try_out(self._edit())
        self.changed.emit()

    def _leave(self, leaving: Leaving) -> None:
        note = self.note
        self.commit()
        self.moved_on.emit(leaving, note)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        self._add = None
        if editor is None:
            return
        self._session.try_out(None)
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _place(
    note: EmpathyNote, look: Look, becomes: Callable[[Id, str], Edit | None]
) -> WritingPlace:
    """Return how *note* is written: as it is drawn."""
    kind, theme = KINDS[note.field], look.theme
    strong = theme.strong(kind.full)
    left, top, _ = _SIDES
    middle = top + CARD.line_height / 2
    symbol = Symbol(kind.symbol, left, middle - SYMBOL / 2, SYMBOL, strong)
    return WritingPlace(
        element=note.id,
        before=note.text,
        edit=lambda text: becomes(note.id, text),
        font=CARD,
        ink=theme.ink,
        ground=theme.card_fill(kind.tint, kind.full),
        sides=_SIDES,
        inset=Rect(0, 0, 0, 0),
        one_line=False,
        bar=strong,
        marks=Drawing(0, 0, (symbol,)),
        indent=TEXT_INDENT,
    )
