"""Writing in place: opens the field over an element and turns what was written into one edit."""

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from cjeditor.canvas.board import Board
from cjeditor.canvas.fonts import load_fonts
from cjeditor.canvas.text_editor import TextEditor
from cjeditor.canvas.writing_place import WritingPlace, new_card_place, writing_place
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.edits.cards import AddCard


class Writer(QObject):
    """The one text that is being written, if any.

    Signals:
        moved_on: The writing ended with Tab (1) or Shift+Tab (-1).
    """

    moved_on = Signal(int)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._editor: TextEditor | None = None
        self._merge = ""

    @property
    def is_writing(self) -> bool:
        return self._editor is not None

    @property
    def editor(self) -> TextEditor | None:
        """The open field."""
        return self._editor

    def write(self, element: Id, typed: str = "", merge: str = "") -> bool:
        """Open the field over *element*; return whether it has a text to write.

        Args:
            typed: A first character; it comes after a card's text and replaces a title.
            merge: Key of the undo step that the writing belongs to.
        """
        self.commit()
        block = self._board.block_of(element)
        journey, look = self._board.session.journey, self._board.sheet.look
        place = writing_place(journey, look, element, block.drawing if block else None)
        if place is None:
            return False
        self._open(place, typed, merge)
        return True

    def write_new(self, add: AddCard, typed: str = "") -> None:
        """Open the field for a card that *add* will add, once it has a text."""
        self.commit()
        self._open(new_card_place(self._board.sheet, add), typed, "")

    def _open(self, place: WritingPlace, typed: str, merge: str) -> None:
        self._merge = merge
        load_fonts(every_script=True)
        rect = self._rect_of(place)
        if rect is not None:
            self._board.show_place(rect)
        editor = TextEditor(place, self._board.chrome.accent, self._board.viewport())
        self._editor = editor
        editor.left.connect(self._leave)
        editor.given_up.connect(self.give_up)
        self.follow()
        self._board.paper.select((), None)  # the field has a ring of its own
        if place.one_line:
            editor.selectAll()
        if typed:
            editor.write(typed)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rect_of(self, place: WritingPlace) -> Rect | None:
        whole = place.rect or self._board.rect_of(place.element)
        if whole is None:
            return None
        return place.inset.moved(whole.x, whole.y)

    def follow(self) -> None:
        """Keep the field over its element after scrolling, zooming and changes of the map."""
        rect = self._rect_of(self._editor.place) if self._editor else None
        if self._editor is not None and rect is not None:
            spot = self._board.viewportTransform().mapRect(QRectF(*rect))
            self._editor.lie_over(spot, self._board.zoom)

    def commit(self) -> bool:
        """Close the field and do one edit, if the text has changed; return whether one was done."""
        editor = self._editor
        if editor is None:
            return False
        place, merge = editor.place, self._merge
        edit = place.edit(editor.text) if editor.is_changed else None
        self._close()
        done = edit is not None and self._board.do(edit, merge)
        self._board.session.break_merge()
        if place.element in self._board.session.journey.cards:
            self._board.session.select([place.element])
        return done

    def give_up(self) -> None:
        """Close the field; what was there stays."""
        self._close()
        self._board.session.break_merge()

    def _leave(self, on: int) -> None:
        self.commit()
        if on:
            self.moved_on.emit(on)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            had_focus = editor.hasFocus()
            editor.hide()
            self._board.show_selection()
            editor.deleteLater()
            if had_focus:
                self._board.setFocus(Qt.FocusReason.OtherFocusReason)
