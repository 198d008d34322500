"""The map and the tools beside it: tabs above, one page in front."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from cjeditor.canvas.zoom_view import ZoomView
from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr
from cjeditor.model.map import table_of
from cjeditor.model.records import Filter
from cjeditor.panels.icons import icon
from cjeditor.tools.registry import TOOLS, tool_for, tool_named
from cjeditor.tools.tool import ToolPage

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

MAP: Final = "map"
MAP_LABEL: Final = mark("Map")
MAP_SYMBOL: Final = "map-2"

_BOLD: Final = 60
"""Pixels that tabs may need besides what they ask for: the title in front is bold."""

_NAMES: Final = (MAP, *(tool.name for tool in TOOLS))


class Tools(QObject):
    """Shows the map or a tool; a tool's page is made when it is first shown.

    Args:
        map_page: Holds the map.

    Signals:
        shown: Another page has come to the front.
        drafted: With the map as it would be with what is typed in a tool, or None.

    Attributes:
        tabs: One for the map and one for each tool.
        pages: The map's page first.
    """

    shown = Signal()
    drafted = Signal(object)

    def __init__(self, space: Workspace, map_page: QWidget) -> None:
        super().__init__(space)
        self._space = space
        self._made: dict[str, ToolPage] = {}
        self._roomy = 0
        self.pages = QStackedWidget()
        self.pages.addWidget(map_page)
        self.tabs = QTabBar()
        self.tabs.setObjectName("toolTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in _NAMES:
            self.tabs.addTab("")
        self.tabs.setVisible(bool(TOOLS))
        self.tabs.currentChanged.connect(lambda index: self.show(_NAMES[index]))
        self.tabs.installEventFilter(self)

    @property
    def name(self) -> str:
        """The name of the tool in front, or "map"."""
        return _NAMES[self.tabs.currentIndex()]

    @property
    def page(self) -> ToolPage | None:
        """The page in front; None if it is the map's."""
        return self._made.get(self.name)

    @property
    def zoom_view(self) -> ZoomView | None:
        """What is zoomed in the page in front; None if nothing is."""
        return self._space.view if self.page is None else self.page.zoom_view

    def show(self, name: str) -> None:
        """Bring the map or a tool to the front and give it the keyboard."""
        before = self.pages.currentWidget()
        page = self._page(name)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(_NAMES.index(name))
        if page is before:
            return
        self._space.take_over()
        self.pages.setCurrentWidget(page)
        if not self.tabs.hasFocus():
            self.focus()
        self.shown.emit()

    def go_to(self, record: Id, name: str = "") -> None:
        """Show a record where it is at home: in the tool *name*, or the one for its table."""
        journey = self._space.session.journey
        found = journey.find(record)
        tool = tool_for(table_of(found)) if found is not None and not name else None
        name = name or (tool.name if tool is not None else MAP)
        self.show(name)
        page = self.page
        if page is not None:
            page.show_record(record)
        else:
            self._show_on_map(record)

    def focus(self) -> None:
        """Give the keyboard to the page in front."""
        page = self.page
        if page is None:
            self._space.view.setFocus()
        else:
            page.setFocus()
            if not page.hasFocus():
                page.focusNextChild()

    def take_over(self) -> None:
        """Do edits of all that was typed in the page in front."""
        if self.page is not None:
            self.page.take_over()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        labels = [MAP_LABEL, *(tool.label for tool in TOOLS)]
        for index, label in enumerate(labels):
            self.tabs.setTabText(index, tr(label))
        self.tabs.setAccessibleName(tr("Tools"))
        self._draw()
        self._roomy = self.tabs.sizeHint().width() + _BOLD
        self.fit_width(self._space.window.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure the tabs anew when they are shown: only then do they know how wide they are."""
        if event.type() == QEvent.Type.Show and not self.tabs.tabIcon(0).isNull():
            self._roomy = self.tabs.sizeHint().width() + _BOLD
            self.fit_width(self._space.window.width())
        return super().eventFilter(watched, event)

    def fit_width(self, width: int) -> None:
        """Show the symbols of the tabs if there is room for them in *width* pixels."""
        has_symbols = not self.tabs.tabIcon(0).isNull()
        if has_symbols != (width >= self._roomy):
            self._draw(shown=not has_symbols)

    def _draw(self, *, shown: bool = True) -> None:
        palette = self._space.window.palette()
        for index, symbol in enumerate([MAP_SYMBOL, *(tool.symbol for tool in TOOLS)]):
            self.tabs.setTabIcon(index, icon(symbol, palette) if shown else QIcon())

    def _show_record(self, record: Id) -> None:
        if record:
            self.go_to(record)
        else:
            self._space.session.select(())
            self._space.show_fields()

    def _take_drop(self, at: QPoint) -> None:
        """Let the page in front carry what was dropped on the map's tab to the map."""
        index = self.tabs.tabAt(self.tabs.mapFromGlobal(at))
        if index == _NAMES.index(MAP) and self.page is not None:
            self.page.to_map()

    def _show_found(self, asked: Filter) -> None:
        """Show the map with only what *asked* finds."""
        self.show(MAP)
        self._space.finding.start()
        self._space.finding.filtering.ask(asked)
        self._space.view.setFocus()

    def _show_on_map(self, record: Id) -> None:
        view = self._space.view
        self._space.session.select((record,))
        view.motion.glide(view.show_focus)
        view.setFocus()

    def _page(self, name: str) -> QWidget:
        if name == MAP:
            first = self.pages.widget(0)
            assert first is not None
            return first
        if name not in self._made:
            made = self._made[name] = tool_named(name).make(self._space.session)
            made.say()
            made.map_wanted.connect(lambda record: self.go_to(record, MAP))
            made.record_wanted.connect(self._show_record)
            made.tool_wanted.connect(lambda tool, record: self.go_to(record, tool))
            made.hint.connect(self._space.say)
            made.drafted.connect(self.drafted)
            made.dropped.connect(self._take_drop)
            made.filter_wanted.connect(self._show_found)
            made.field_wanted.connect(self._space.show_fields)
            self.pages.addWidget(made)
        return self._made[name]
