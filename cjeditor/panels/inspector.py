"""The inspector: the fields of what is selected, or of the map itself."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr
from cjeditor.model.map import table_of
from cjeditor.model.naming import TABLE_LABELS
from cjeditor.panels.icons import ink
from cjeditor.panels.pages import Page, Pages
from cjeditor.session.session import Session

TITLES: Final = {
    **TABLE_LABELS,
    "": mark("Map"),
    "several": mark("Several"),
    "cards": mark("Card"),
    "styles": mark("Card style"),
    "flow_nodes": mark("Flow step"),
    "flow_arrows": mark("Arrow"),
}
"""What is shown, by the table of what is selected."""

MARGIN = 16
"""Pixels around the fields."""


PATIENCE: Final = 80
"""Milliseconds; longer than between two letters of who types fast."""


class Inspector(QScrollArea):
    """Shows and edits what is selected in the session.

    It follows when the keyboard rests, so that nobody who walks over the map or writes on it
    waits for fields; a page that is not there yet is built part by part. While nobody sees
    it, it only keeps its title.

    Args:
        patience: Milliseconds without a change after which it follows; 0 means at once.

    Signals:
        title_changed: It shows something of another kind.
    """

    title_changed = Signal()

    def __init__(self, session: Session, patience: int = 0) -> None:
        super().__init__()
        self._session = session
        self._patience = patience
        self._ids: tuple[Id, ...] = ()
        self._title = ""
        self._ink = ink(self.palette())
        self._page: Page | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._follow)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._frame = QWidget()
        self._frame.setObjectName("form")
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN)
        column.addStretch(1)
        self.setWidget(self._frame)
        self._pages = Pages(self._frame, column, session, lambda: self._ids)
        session.selection_changed.connect(self._show)
        session.map_changed.connect(self._show)
        session.refused.connect(self._show)
        self._show_title()

    @property
    def title(self) -> str:
        """What is shown, in the interface's language: "Card"."""
        return tr(TITLES[self._title])

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        self.catch_up()
        if self._page is not None:
            self._page.focus_first()

    def focus_field(self, name: str) -> None:
        """Give the keyboard to the field *name*, if there is one, and bring it into view."""
        self.catch_up()
        if self._page is not None:
            self._page.focus(name)
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def catch_up(self) -> None:
        """Show now what is selected now."""
        self._timer.stop()
        records = self._records()
        page = self._pages.of(records)
        while page.is_unfinished:
            page.build_part()
        self._bring(page, records)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self._pages.clear()
            self._show()
            if self._page is not None and not self._pages.has(self._page):
                self._page = None  # it is going, and nobody has come in its place yet
            self.title_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def _records(self) -> list[Any]:
        journey = self._session.journey
        return [found for each in self._session.selection if (found := journey.find(each))]

    def _show(self, *_changed: object) -> None:
        """Follow soon; at once if someone works with the fields."""
        focused = QApplication.focusWidget()
        works_here = focused is not None and self.isAncestorOf(focused)
        if self._patience and not works_here:
            self._take_clicks(False)
            self._timer.start(self._patience)
        elif self.isVisible():
            self.catch_up()
        else:
            self._show_title()

    def _follow(self) -> None:
        """Do one piece of what is to be done to catch up."""
        if not self.isVisible():
            self._show_title()
            return
        records = self._records()
        page = self._pages.of(records)
        if page.is_unfinished:
            page.build_part()
            self._timer.start(0)
        else:
            self._bring(page, records)

    def _bring(self, page: Page, records: Sequence[Any]) -> None:
        self._ids = tuple(record.id for record in records)
        focused = self._page.focused() if self._page is not None else ""
        page.show_records(records or [self._session.journey.scope], self._session.journey)
        if page is not self._page:
            if self._page is not None and self._pages.has(self._page):
                self._page.hide()
            self._page = page
            page.show()
            self.verticalScrollBar().setValue(0)
        if focused and page.focused() != focused:
            page.focus(focused)
        self._take_clicks(True)
        self._show_title_of(records)

    def _take_clicks(self, wanted: bool) -> None:
        """Let the mouse do nothing while what is shown is not what is selected."""
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not wanted)

    def _show_title(self) -> None:
        self._show_title_of(self._records())

    def _show_title_of(self, records: Sequence[Any]) -> None:
        kinds = {type(record): record for record in records}
        tables = {table_of(record) for record in kinds.values()}
        title = "several" if len(tables) > 1 else next(iter(tables), "")
        if title != self._title:
            self._title = title
            self.title_changed.emit()
