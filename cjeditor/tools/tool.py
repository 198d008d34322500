"""What a tool is, and what its page in the window can do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.panels.icons import ink
from cjeditor.panels.labels import plain, wrapped
from cjeditor.session.session import Session

MARGIN = 20
"""Pixels around what a page shows."""

GAP = 12
"""Pixels between its parts."""


class ToolPage(QWidget):
    """The page of a tool: a head with title, note and buttons, and below it the tool's own.

    It follows the map while it is seen, and catches up when it is shown. What is selected in
    it is selected in the session, so that the inspector shows its fields.

    Signals:
        map_wanted: The map is to be shown, with the record of that id in view.
        record_wanted: The record of that id is to be shown where it is at home; "" means the
            fields of the map itself.
        tool_wanted: Another tool is to be shown, with the record of that id: name and id.
        hint: Something to say in the status line.
        drafted: With the map as it would be with what is being typed, or None.
        field_wanted: A field of what is selected is to be edited: its name.

    Attributes:
        session: The open document.
        buttons: The row of buttons at the right end of the head.
        body: Takes what the tool shows.
    """

    map_wanted = Signal(str)
    record_wanted = Signal(str)
    tool_wanted = Signal(str, str)
    hint = Signal(str)
    drafted = Signal(object)
    field_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("toolPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ink = ink(self.palette())
        self._title = plain("", "heading")
        self._note = wrapped("", "note")
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        head.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        session.map_changed.connect(self._follow_if_seen)
        session.selection_changed.connect(self._follow_if_seen)
        session.refused.connect(self._follow_if_seen)

    def set_words(self, title: str, note: str) -> None:
        """Show what the page is, and in a sentence what it is for."""
        self._title.setText(title)
        self._note.setText(note)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)

    def say(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        raise NotImplementedError

    def follow(self) -> None:
        """Show the map and the selection as they are now."""
        raise NotImplementedError

    def show_record(self, record: Id) -> None:
        """Bring a record that this tool shows into view, and select it."""
        self.session.select((record,))

    def take_over(self) -> None:
        """Do edits of all that was typed by now; the writing goes on where it does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self.say()
            self._follow_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def _follow_if_seen(self, *_changed: object) -> None:
        if self.isVisible():
            self.follow()


@dataclass(frozen=True, kw_only=True)
class Tool:
    """One tool of the kit.

    Attributes:
        name: Unique; for actions and tests.
        label: On its tab; English, marked.
        symbol: Icon in `resources/icons`.
        make: Makes its page; what is slow to load is imported there.
        tables: Tables whose records it shows, so that a found record leads to it.
    """

    name: str
    label: str
    symbol: str
    make: Callable[[Session], ToolPage]
    tables: tuple[str, ...] = ()
