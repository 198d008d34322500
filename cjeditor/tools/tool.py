"""What a tool is, and what its page in the window can do."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cjeditor.canvas.zoom_view import ZoomView
from cjeditor.core.ids import Id
from cjeditor.core.markup import no_markup
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import ink
from cjeditor.panels.labels import plain, wrapped
from cjeditor.session.session import Session

MARGIN = 20
"""Pixels around what a page shows."""

GAP = 12
"""Pixels between its parts."""

_SHARE = 0.72
"""Of the head's width, what buttons may take beside its words."""

_ROOMY = 18
"""Lines of words that a page is high where there is room for its note."""


class _Row(QWidget):
    """Buttons that want to stand in one row, and go on in the next where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=8)

    def sizeHint(self) -> QSize:
        items = (self.flow.itemAt(number) for number in range(self.flow.count()))
        widths = [each.sizeHint().width() for each in items if each and not each.isEmpty()]
        row = sum(widths) + self.flow.spacing() * max(0, len(widths) - 1)
        return QSize(row, self.flow.heightForWidth(row))


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
        dropped: What is selected was dropped outside the page, at a place of the screen.
        filter_wanted: The map is to be shown with only what a `Filter` finds.
        field_wanted: A field of what is selected is to be edited: its name.

    Attributes:
        session: The open document.
        zoom_view: What is zoomed in it; None if nothing is.
        buttons: Takes the buttons at the right end of the head; below it where there is no room.
        body: Takes what the tool shows.
    """

    map_wanted = Signal(str)
    record_wanted = Signal(str)
    tool_wanted = Signal(str, str)
    hint = Signal(str)
    drafted = Signal(object)
    dropped = Signal(QPoint)
    filter_wanted = Signal(object)
    field_wanted = Signal(str)

    zoom_view: ZoomView | None = None

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("toolPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ink = ink(self.palette())
        self._title = plain("", "heading")
        self._note = wrapped("", "note")
        self._beside = _Row()
        self.buttons = self._beside.flow
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(GAP)
        self._head.addLayout(words, 1)
        self._head.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(self._head)
        column.addLayout(self.body, 1)
        session.map_changed.connect(self._follow_if_seen)
        session.selection_changed.connect(self._follow_if_seen)
        session.refused.connect(self._follow_if_seen)

    def set_words(self, title: str, note: str) -> None:
        """Show what the page is, and in a sentence what it is for."""
        self._title.setText(title)
        self._note.setText(note)
        self._title.setToolTip(no_markup(note))
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

    def to_map(self) -> None:
        """Carry what is selected to the journey map, if the tool can."""

    def take_over(self) -> None:
        """Do edits of all that was typed by now; the writing goes on where it does."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self.say()
            self._follow_if_seen()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit_head()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow()

    def _fit_head(self) -> None:
        """Put the buttons beside the words if they have room there in one row.

        The note is left to the title's tooltip where large words have no room for it.
        """
        self._note.setVisible(self.height() >= _ROOMY * self.fontMetrics().lineSpacing())
        fits = self._beside.sizeHint().width() <= (self.width() - 2 * MARGIN) * _SHARE
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._head.direction() != way:
            self._head.setDirection(way)

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
