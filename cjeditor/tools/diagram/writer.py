"""Writing on a node: opens the field over it and turns what was written into one edit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.fonts import load_fonts
from cjeditor.canvas.text_editor import TextEditor
from cjeditor.canvas.writing_place import WritingPlace
from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit, EditError
from cjeditor.edits.locks import refuse_locked
from cjeditor.session.drafting import Drafting

if TYPE_CHECKING:
    from cjeditor.tools.diagram.view import DiagramView

Add = Callable[[str], Edit]
"""Text → the edit that adds a node with it."""


class NodeEditor(TextEditor):
    """The field over a node; Ctrl+Enter goes on beside it, and its view may take other keys.

    Args:
        takes: Does what a key means to the view; tells whether it means anything.
    """

    def __init__(
        self, place: WritingPlace, accent: str, parent: QWidget, takes: Callable[[QKeyEvent], bool]
    ) -> None:
        super().__init__(place, accent, parent)
        self._takes = takes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit("beside")
        elif enter and self.place.one_line:
            self.left.emit("below")
        elif not self._takes(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Get Tab as any other key."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in tabs
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)


class NodeWriter(QObject):
    """The one node that is being written, if any.

    A new node is on the map only once it has a text; until then the session tries it out, so
    that it is seen where it will be.

    Signals:
        moved_on: The writing ended and goes on elsewhere: "below", "beside", "next" or
            "previous", and the id of what was written, which is not on the map if it was
            left empty.

    Attributes:
        drafting: Tells what the text would make of the map.
    """

    moved_on = Signal(str, str)

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        self._view = view
        self._session = view.session
        self._editor: NodeEditor | None = None
        self._add: Add | None = None
        self.drafting = Drafting(self._session, self._edit, self)

    @property
    def editor(self) -> NodeEditor | None:
        """The open field."""
        return self._editor

    @property
    def element(self) -> Id:
        """What is being written, or ""."""
        return self._editor.place.element if self._editor is not None else ""

    @property
    def is_new(self) -> bool:
        """Whether what is being written is not on the map yet."""
        return self._add is not None

    def write(self, element: Id, typed: str = "") -> None:
        """Open the field over a node or a line that is there.

        Args:
            typed: Put after the text, or in the place of one on one line.
        """
        self.commit()
        place = self._view.writing_place(element)
        if place is not None and not self._refused(place.edit(f"{place.before}…")):
            self._open(place, typed)

    def write_new(self, element: Id, add: Add, typed: str = "") -> None:
        """Open the field over a node that *add* will add under the id *element*."""
        self.commit()
        if self._refused(add("")):
            return
        self._session.try_out(add(""))
        place = self._view.writing_place(element)
        if place is None:
            self._session.try_out(None)
            return
        self._add = add
        self._open(self._new(place), typed)

    def change_new(self, add: Add) -> None:
        """Let the node that is being written, and is not there yet, be another one."""
        if self._editor is not None and self._add is not None:
            self._add = add
            self._editor.place = self._new(self._editor.place)
            self._try_out()
            self._keep_seen()

    def commit(self) -> bool:
        """Close the field and do one edit, if the text has changed; return whether one was done."""
        if self._editor is None:
            return False
        edit, element = self._edit(), self.element
        self._close()
        done = edit is not None and self._session.attempt(edit)
        self._session.break_merge()
        if done:
            self._session.select((element,))
        return done

    def take_over(self) -> None:
        """Do an edit of what is written by now, and go on writing."""
        editor, edit = self._editor, self._edit()
        if editor is None or edit is None or not self._session.attempt(edit):
            return
        self._add = None
        place = self._view.writing_place(editor.place.element)
        if place is not None:
            editor.go_on(place)

    def give_up(self) -> None:
        """Close the field without keeping what was written."""
        self._close()
        self._session.break_merge()

    def follow(self) -> None:
        """Keep the field over its node after any change; close it if the node is gone."""
        editor = self._editor
        if editor is None:
            return
        place = self._view.writing_place(editor.place.element)
        if place is None and self.is_new and not self._session.is_trying_out:
            self._try_out()  # another edit has ended the trial; this follows again
            return
        if place is None:
            self.give_up()
            return
        editor.place = replace(
            editor.place,
            inset=place.inset, sides=place.sides, font=place.font, ink=place.ink,
            ground=place.ground,
        )  # fmt: skip
        spot = self._view.viewportTransform().mapRect(QRectF(*place.inset))
        editor.lie_over(spot, self._view.zoom)

    def _new(self, place: WritingPlace) -> WritingPlace:
        add = self._add
        assert add is not None
        return replace(place, before="", edit=lambda text: add(text) if text else None)

    def _open(self, place: WritingPlace, typed: str) -> None:
        load_fonts(every_script=True)
        view = self._view
        view.reveal(QRectF(*place.inset))
        editor = NodeEditor(place, view.chrome.accent, view.viewport(), view.key_while_writing)
        self._editor = editor
        editor.left.connect(self._leave)
        editor.textChanged.connect(self._try_out)
        editor.textChanged.connect(self.drafting.typed)
        editor.document().documentLayout().documentSizeChanged.connect(self._keep_seen)
        self.follow()
        if place.one_line:
            editor.selectAll()
        if typed:
            editor.write(typed)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        view.viewport().update()

    def _try_out(self) -> None:
        """Let everybody see what is written already."""
        editor = self._editor
        if editor is None:
            return
        if self._add is not None:
            self._session.try_out(self._add(editor.text))
        else:
            self._session.try_out(self._edit())

    def _keep_seen(self) -> None:
        """Scroll so far that all of the field is seen: it has grown."""
        if self._editor is not None:
            spot = self._view.mapToScene(self._editor.geometry()).boundingRect()
            self._view.reveal(spot, edge=8)

    def _edit(self) -> Edit | None:
        editor = self._editor
        return editor.place.edit(editor.text) if editor is not None and editor.is_changed else None

    def _refused(self, edit: Edit | None) -> bool:
        """Say so, before anything is typed, if what is to be written cannot be."""
        journey = self._session.journey
        try:
            if edit is not None:
                refuse_locked(journey, edit.apply(journey))
        except EditError as error:
            self._session.refused.emit(error)
            return True
        return edit is None

    def _leave(self, leaving: str) -> None:
        element, was_new = self.element, self.is_new
        done = self.commit()
        if leaving != "here" and (done or not was_new):
            self.moved_on.emit(leaving, element)

    def _close(self) -> None:
        editor, self._editor, self._add = self._editor, None, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        self._session.try_out(None)
        self.drafting.over()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
