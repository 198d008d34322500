"""Writing in place: opens the field over an element and turns what was written into one edit."""

from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from cjeditor.canvas.board import Board
from cjeditor.canvas.fonts import load_fonts
from cjeditor.canvas.text_editor import Leaving, TextEditor
from cjeditor.canvas.writing_place import WritingPlace, new_card_place, writing_place
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.edits.cards import AddCard, ConvertCards
from cjeditor.edits.edit import Edit, EditError
from cjeditor.edits.locks import locks_of, refuse_locked
from cjeditor.model.map import Map
from cjeditor.session.drafting import Drafting


class Writer(QObject):
    """The one text that is being written, if any.

    Signals:
        moved_on: The writing ended and goes on elsewhere: with a `Leaving`, and the id of
            what was written, which is not on the map if it was left empty.

    Attributes:
        drafting: Tells what the text would make of the map.
    """

    moved_on = Signal(str, str)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._editor: TextEditor | None = None
        self._merge = ""
        self.drafting = Drafting(board.session, self._edit, self)
        board.session.map_changed.connect(self._follow_map)

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
        place = self._place_of(element)
        if place is None:
            return False
        self._open(place, typed, merge)
        return self.is_writing

    def write_new(self, add: AddCard, typed: str = "") -> None:
        """Open the field for a card that *add* will add, once it has a text."""
        self.commit()
        self._open(new_card_place(self._board.sheet, add), typed, "")

    def change_kind(self, kind: str) -> bool:
        """Make the card that is being written another kind; return whether it is a card."""
        editor = self._editor
        if editor is None:
            return False
        place, text = editor.place, editor.text
        if place.adds is not None:
            self._close()
            self.write_new(replace(place.adds, kind=kind), text)
            return True
        if place.element not in self._board.session.journey.cards:
            return False
        self.commit()
        self._board.do(ConvertCards((place.element,), kind))
        return self.write(place.element)

    def _place_of(self, element: Id) -> WritingPlace | None:
        block = self._board.block_of(element)
        journey, look = self._board.session.journey, self._board.sheet.look
        return writing_place(journey, look, element, block.drawing if block else None)

    def _open(self, place: WritingPlace, typed: str, merge: str) -> None:
        if self._refused(place):
            return
        self._merge = merge
        load_fonts(every_script=True)
        rect = self._rect_of(place)
        if rect is not None:
            self._board.show_place(rect)
        editor = TextEditor(place, self._board.chrome.accent, self._board.viewport())
        self._editor = editor
        editor.left.connect(self._leave)
        editor.textChanged.connect(self._try_out)
        editor.textChanged.connect(self.drafting.typed)
        self.follow()
        self._board.paper.select((), None)  # the field has a ring of its own
        if place.one_line:
            editor.selectAll()
        if typed:
            editor.write(typed)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try_out(self) -> None:
        """Let other views of the session see what is written already."""
        editor = self._editor
        if editor is not None:
            written = editor.place.edit(editor.text) if editor.is_changed else None
            self._board.session.try_out(written)

    def _refused(self, place: WritingPlace) -> bool:
        """Say so, before anything is typed, if what is to be written is locked."""
        journey = self._board.session.journey
        edit = place.edit(f"{place.before}…")
        if edit is None or not locks_of(journey):
            return False
        try:
            refuse_locked(journey, edit.apply(journey))
        except EditError as error:
            self._board.refused.emit(error)
            return True
        return False

    def _rect_of(self, place: WritingPlace) -> Rect | None:
        """Return where *place* is in the scene; titles of heads stay in view while it scrolls."""
        if place.rect is not None:
            return place.inset.moved(place.rect.x, place.rect.y)
        whole, now = self._board.rect_of(place.element), self._place_of(place.element)
        if whole is None or now is None:
            return None
        return now.inset.moved(whole.x, whole.y)

    def follow(self) -> None:
        """Keep the field over its element after scrolling, zooming and changes of the map."""
        rect = self._rect_of(self._editor.place) if self._editor else None
        if self._editor is not None and rect is not None:
            spot = self._board.viewportTransform().mapRect(QRectF(*rect))
            self._editor.lie_over(spot, self._board.zoom)

    def _follow_map(self, before: Map, after: Map) -> None:
        """Keep the field open, unless what is written, or its cell, is gone."""
        if self._editor is None:
            return
        if before.id == after.id and _has_place(after, self._editor.place):
            self.follow()
            self._try_out()
        else:
            self.give_up()

    def commit(self) -> bool:
        """Close the field and do one edit, if the text has changed; return whether one was done.

        A card that was written is selected then.
        """
        element = self._editor.place.element if self._editor else ""
        done = self._commit()
        if element in self._board.session.journey.cards:
            self._board.session.select([element])
        return done

    def _commit(self) -> bool:
        editor = self._editor
        if editor is None:
            return False
        edit, merge = self._edit(), self._merge
        self._close()
        done = edit is not None and self._board.do(edit, merge)
        self._board.session.break_merge()
        self.drafting.over()
        return done

    def take_over(self) -> None:
        """Do an edit of what is written by now, and go on writing."""
        editor, edit = self._editor, self._edit()
        if editor is None or edit is None or not self._board.do(edit, self._merge):
            return
        place = self._place_of(editor.place.element)
        if place is None:
            self.give_up()
        else:
            editor.go_on(place)
            self.follow()
            self._try_out()

    def _edit(self) -> Edit | None:
        """Return the edit that the text is now."""
        editor = self._editor
        return editor.place.edit(editor.text) if editor is not None and editor.is_changed else None

    def give_up(self) -> None:
        """Close the field without keeping what was written: its element is gone."""
        self._close()
        self._board.session.break_merge()
        self.drafting.over()

    def _leave(self, leaving: Leaving) -> None:
        element = self._editor.place.element if self._editor else ""
        if leaving in ("next", "previous"):
            self._commit()  # something else is selected at once
        else:
            self.commit()
        if leaving != "here":
            self.moved_on.emit(leaving, element)

    def _close(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self._board.session.try_out(None)
            had_focus = editor.hasFocus()
            editor.hide()
            self._board.show_selection()
            editor.deleteLater()
            if had_focus:
                self._board.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_place(journey: Map, place: WritingPlace) -> bool:
    """Tell whether a map has what is written at *place*, or the cell of the card to be."""
    if place.adds is not None:
        return place.adds.lane in journey.lanes and place.adds.step in journey.steps
    return place.element == journey.id or journey.find(place.element) is not None
