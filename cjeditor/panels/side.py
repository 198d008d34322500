"""The right side of the window: inspector, outline, personas and comments, sources below."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabBar, QTabWidget, QVBoxLayout, QWidget

from cjeditor.core.words import tr, trn
from cjeditor.panels.comments import Comments
from cjeditor.panels.editor import FieldEditor
from cjeditor.panels.inspector import PATIENCE, Inspector
from cjeditor.panels.labels import plain
from cjeditor.panels.outline import Outline
from cjeditor.panels.outline_page import OutlinePage
from cjeditor.panels.personas import Personas
from cjeditor.session.session import Session

if TYPE_CHECKING:
    from cjeditor.panels.library import Library


class SidePanel(QWidget):
    """The tabs, and below them the sources of the map where they are wanted.

    What is selected gives the first tab its title, open comments are counted.

    Signals:
        sources_closed: The sources are no longer wanted.
    """

    sources_closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setObjectName("sidePanel")
        self.inspector = Inspector(session, PATIENCE)
        self.outline = Outline(session, PATIENCE)
        self.personas = Personas(session)
        self.comments = Comments(session)
        self._tabs = QTabWidget()
        self._badge = plain("", "badge", self._tabs.tabBar())
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setExpanding(True)
        pages = (self.inspector, OutlinePage(self.outline), self.personas, self.comments)
        for page in pages:
            self._tabs.addTab(page, "")
        bar = self._tabs.tabBar()
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        bar.setUsesScrollButtons(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(1)
        self._parts.addWidget(self._tabs)
        column.addWidget(self._parts)
        self.inspector.title_changed.connect(self._say)
        self.comments.counted.connect(self._count)
        self.setMinimumWidth(260)
        self._say()
        self._count()

    @cached_property
    def library(self) -> Library:
        """The sources, made when they are first wanted."""
        from cjeditor.panels.library import Library

        made = Library(self._session)
        made.hide()
        made.closed.connect(self.sources_closed)
        self._parts.addWidget(made)
        self._parts.setSizes([100, 100])
        return made

    def show_sources(self, wanted: bool) -> None:
        """Show the sources below the tabs, or show them no longer."""
        if wanted or "library" in self.__dict__:
            self.library.setVisible(wanted)

    @property
    def tab(self) -> int:
        """Which tab is in front, from 0."""
        return self._tabs.currentIndex()

    def show_tab(self, index: int) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex(index)

    def show_inspector(self, field: str = "") -> None:
        """Bring the inspector to the front and give the keyboard to a field, or its first."""
        self._tabs.setCurrentWidget(self.inspector)
        self.inspector.focus_first()
        if field:
            self.inspector.focus_field(field)

    def add_persona(self) -> None:
        """Bring the personas to the front and add one."""
        self._tabs.setCurrentWidget(self.personas)
        self.personas.add()

    def write_comment(self) -> None:
        """Bring the comments to the front and write one about what is selected."""
        self._tabs.setCurrentWidget(self.comments)
        self.comments.write()

    def take_over(self) -> None:
        """Do edits of all that was typed by now; the writing goes on where it does."""
        self.outline.take_over()
        self.comments.take_over()
        for editor in self.findChildren(FieldEditor):
            editor.take_over()

    def focus(self) -> None:
        """Give the keyboard to the page in front."""
        self._tabs.currentWidget().setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        titles = (self.inspector.title, tr("Outline"), tr("Personas"), tr("Comments"))
        for index, title in enumerate(titles):
            self._tabs.setTabText(index, title)
            self._tabs.setTabToolTip(index, title)
        self._tabs.tabBar().setAccessibleName(tr("Panels"))

    def _count(self) -> None:
        """Show beside the tab's title how many comments are open."""
        count = self.comments.open_count
        self._badge.setText(str(count))
        bar, right = self._tabs.tabBar(), QTabBar.ButtonPosition.RightSide
        shown = self._badge if count else None  # a hidden one would take room
        if bar.tabButton(self._tabs.indexOf(self.comments), right) is not shown:
            bar.setTabButton(self._tabs.indexOf(self.comments), right, shown)
        self._badge.setVisible(bool(count))
        self._badge.resize(self._badge.sizeHint() if count else QSize())
        text = trn("{n} open comment", "{n} open comments", count)
        self._badge.setAccessibleName(text)
        index, title = self._tabs.indexOf(self.comments), tr("Comments")
        self._tabs.setTabText(index, title)  # makes room for the badge, or takes it back
        self._tabs.setTabToolTip(index, text if count else title)
