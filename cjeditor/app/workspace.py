"""What stands in the window: bars, palette, map and panels, and how they work together.

Dialogs and exports are imported when somebody asks for them; a start has no time for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.appearance import Appearance
from cjeditor.app.clipboard import has_something
from cjeditor.app.crash import Unexpected
from cjeditor.app.documents import Documents
from cjeditor.app.finding import Finding
from cjeditor.app.last_input import LastInput
from cjeditor.app.map_theme import map_theme
from cjeditor.app.menu_bar import MenuBarEnds
from cjeditor.app.menus import CONTEXT
from cjeditor.app.metrics import TEXT
from cjeditor.app.notices import Notices
from cjeditor.app.safety import Safety
from cjeditor.app.search import SearchBox
from cjeditor.app.settings import SettingsFile
from cjeditor.app.status_line import StatusLine
from cjeditor.app.toolbar import Toolbar
from cjeditor.app.tools import MAP, Tools
from cjeditor.app.window_actions import WindowActions
from cjeditor.canvas.board import Board
from cjeditor.canvas.linking import Linking
from cjeditor.canvas.minimap import Minimap
from cjeditor.canvas.view import MapView
from cjeditor.core.ids import Id
from cjeditor.core.words import Words, interface, tr
from cjeditor.edits.edit import EditError
from cjeditor.kinds.look import Look
from cjeditor.model.map import Map
from cjeditor.panels.palette import Palette
from cjeditor.panels.side import SidePanel
from cjeditor.sentences import sentence
from cjeditor.session.session import Session

if TYPE_CHECKING:
    from cjeditor.app.exporting import Exporting
    from cjeditor.app.home import Home
    from cjeditor.app.projector import Projector

PRODUCT = "CJ Editor"

ROOMY = 1400
"""Pixels of width from which the palette shows words."""

LEAST = 120
"""Pixels of height that the map keeps below many notices in large type."""


class Workspace(QObject):
    """Everything in one window, and what the actions work on."""

    session: Session
    settings: SettingsFile
    window: QMainWindow
    view: MapView
    documents: Documents
    finding: Finding
    notices: Notices
    safety: Safety
    linking: Linking
    search: SearchBox
    tools: Tools
    can_paste: bool

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: SettingsFile,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.session = session
        session.setParent(self)  # both go with the window, and who listens to them is let go
        appearance.setParent(self)
        self.settings = settings
        self._appearance = appearance
        self._words = Words(session.journey.scope.language)
        self.can_paste = has_something()
        self.view = MapView(session, self._look())
        self.view.has_own_commands = False
        self.linking = Linking(self.view)
        self.finding = Finding(self)
        self.tools = Tools(self, self.finding.place)
        self.notices = Notices()
        self.unexpected = Unexpected(self)
        self._minimap = Minimap(self.view, wanted=settings.value.minimap_shown)
        self.documents = Documents(window, session, settings, self._boards)
        self.palette_panel = Palette()
        self.side = SidePanel(session)
        self.safety = Safety(self)
        self.actions = WindowActions(self)
        self.search = SearchBox(self)
        self._toolbar = Toolbar(self.actions, self.search)
        self._status = StatusLine(session, self.actions)
        self._ends = MenuBarEnds(window.menuBar())
        self._input = LastInput(window)
        self._put_together()
        self._connect()
        self._show_keys()
        self.dress()

    @cached_property
    def exporting(self) -> Exporting:
        """What writes documents, made at the first export."""
        from cjeditor.app.exporting import Exporting

        made = Exporting(self.window, self.session, self.settings)
        made.exported.connect(self._say_exported)
        return made

    @cached_property
    def home(self) -> Home:
        """The start screen, made when it is first shown."""
        from cjeditor.app.home import Home

        return Home(self, self._pages)

    @cached_property
    def projector(self) -> Projector:
        """What shows the map to a room, made when it is first wanted."""
        from cjeditor.app.projector import Projector

        made = Projector(self.window, self.view, self._look)
        made.switched.connect(self._refresh)
        return made

    @property
    def is_projecting(self) -> bool:
        """Whether the projector view is open."""
        return "projector" in self.__dict__ and self.projector.view is not None

    @property
    def map_shown(self) -> bool:
        """Whether the map is seen, not the start screen or a tool."""
        return self.document_shown and self.tools.name == MAP

    @property
    def document_shown(self) -> bool:
        """Whether the map or one of its tools is seen, not the start screen."""
        return self._pages.currentIndex() == 0

    @cached_property
    def _context_menu(self) -> QMenu:
        return self.actions.menu(CONTEXT, self.window)

    def go_to(self, element: Id) -> None:
        """Select a record and bring it into view, on the map or in the tool that shows it."""
        self.tools.go_to(element)

    def show_fields(self, field: str = "") -> None:
        """Go to the fields of what is selected, to the first or to the one named *field*."""
        self.settings.change(side_shown=True)
        self.side.show_inspector(field)

    def add_persona(self) -> None:
        """Add a persona and go to its fields."""
        self.settings.change(side_shown=True)
        self.side.add_persona()

    def write_comment(self) -> None:
        """Write a comment about what is selected."""
        self.settings.change(side_shown=True)
        self.side.write_comment()

    def next_pane(self) -> None:
        """Give the keyboard to the next of the parts of the window that are shown, in a round."""
        bars = [self.finding.bar] if self.finding.is_open else []
        page = self.tools.page or self.view
        panes: list[QWidget] = [
            self.notices, self.tools.tabs, self.palette_panel, *bars, page, self.side, self.search,
        ]  # fmt: skip
        shown = [pane for pane in panes if pane.isVisible()]
        here = self.window.focusWidget()
        at = [index for index, pane in enumerate(shown) if _holds(pane, here)]
        following = shown[((at[0] if at else -1) + 1) % len(shown)]
        if isinstance(following, Notices | Palette | SidePanel):
            following.focus()
        elif following is page:
            self.tools.focus()
        else:
            following.setFocus()

    def take_over(self) -> None:
        """Put into the map what is being written in it and in the panels."""
        self.view.writer.commit()
        self.side.take_over()
        self.tools.take_over()

    def say(self, text: str) -> None:
        """Say something in the status line."""
        self._status.say(text)

    def show_history(self) -> None:
        """Show the undo steps; one of them can be gone to."""
        from cjeditor.app.history import HistoryPopup

        HistoryPopup(self.window, self.session).open_below(self._toolbar.undo_button)

    def fit_width(self, width: int) -> None:
        """Show as much of palette and tabs as a window *width* pixels wide has room for."""
        self.palette_panel.set_narrow(width < ROOMY * self._appearance.metrics.text / TEXT)
        self.tools.fit_width(width)

    def side_width(self) -> int:
        """Return the width of the panels at the right, in pixels."""
        return self._splitter.sizes()[1] or self.settings.value.side_width

    def leave(self) -> None:
        """Listen no longer: the window is going, and its parts one before the other."""
        self.safety.stop()
        self.session.undo_stack.blockSignals(True)
        if self.is_projecting:
            self.projector.close()
        if "home" in self.__dict__:
            self.home.stop()

    def dress(self) -> None:
        """Take the words of the interface's language and the colours of the theme."""
        self._dress_map()
        self.view.setAccessibleName(tr("Journey map"))
        self.palette_panel.set_theme(map_theme(self._appearance.theme))
        self.palette_panel.set_least(self._appearance.metrics.palette)
        self.side.setMinimumWidth(self._appearance.metrics.panel)
        self.fit_width(self.window.width())
        self.actions.dress()
        self._toolbar.dress()
        self.search.dress()
        self.finding.dress()
        self.tools.dress()
        self.notices.dress()
        self._status.show_all()
        if "home" in self.__dict__:
            self.home.dress()
        self._follow_file()

    def _put_together(self) -> None:
        self.actions.fill_menu_bar(self.window.menuBar())
        self.window.addToolBar(self._toolbar)
        self.window.setStatusBar(self._status)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(LEAST)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.tools.pages)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, self.settings.value.side_width])
        self.side.show_tab(self.settings.value.side_tab)
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.palette_panel)
        row.addWidget(self._splitter, 1)
        self.fit_width(self.window.width())
        self._show_panels()
        document = QWidget()
        rows = QVBoxLayout(document)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tools.tabs)
        rows.addWidget(frame, 1)
        self._pages.addWidget(document)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._pages, 1)
        self.window.setCentralWidget(whole)
        self.view.setFocus()

    def _connect(self) -> None:
        self.session.map_changed.connect(self._follow_map)
        self.session.selection_changed.connect(self._refresh)
        self.session.file_changed.connect(self._follow_file)
        self.session.undo_stack.indexChanged.connect(self._refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        self.settings.when_changed(self._show_panels)
        self._appearance.changed.connect(self.dress)
        self.actions.keys_changed.connect(self._show_keys)
        self.palette_panel.card_wanted.connect(self.view.adding.card)
        self.palette_panel.lane_wanted.connect(self.view.adding.lane)
        self.view.menu_requested.connect(self._show_context_menu)
        self.view.refused.connect(self._tell_refused)
        self.session.refused.connect(self.view.refused)
        self.side.comments.wanted.connect(self.go_to)
        self.view.persona_wanted.connect(self.add_persona)
        self.side.outline.picked.connect(self.view.show_focus)
        self.side.comments.set_author(self.settings.value.author)
        self.side.comments.author_changed.connect(lambda name: self.settings.change(author=name))
        self.view.hint.connect(self._status.say)
        self.side.sources_closed.connect(lambda: self.settings.change(evidence_shown=False))
        self.tools.shown.connect(self._show_panels)
        self.notices.left.connect(self.view.setFocus)
        self._status.follow_saving(self.documents.saver.saving)
        self.documents.saver.asked.connect(self.view.writer.take_over)
        self.documents.saver.asked.connect(self.side.take_over)
        self.documents.saver.asked.connect(self.tools.take_over)
        self.documents.going.connect(self.take_over)
        self.documents.taken_up.connect(self._take_up)
        self.documents.taken_up.connect(self._status.forget_time)

    def _follow_clipboard(self) -> None:
        self.can_paste = has_something()
        self.actions.refresh_soon()

    def _refresh(self) -> None:
        self.actions.refresh_soon()

    def _boards(self) -> Sequence[Board]:
        """Return who shows the map."""
        shown = self.projector.view if self.is_projecting else None
        return (self.view,) if shown is None else (self.view, shown)

    def _look(self) -> Look:
        theme = map_theme(self._appearance.theme)
        return Look(theme=theme, words=self._words, prompts=True, on_screen=True)

    def _dress_map(self) -> None:
        self.view.set_look(self._look())
        self._minimap.dress()
        if self.is_projecting:
            self.projector.dress()

    def _follow_map(self, before: Map, after: Map) -> None:
        if after.scope.language != self._words.language:
            self._words = Words(after.scope.language)
            self._dress_map()
        if before.id != after.id:
            self.view.go_home()
        self.actions.refresh_soon()

    def _take_up(self) -> None:
        """Show the map that has come; who came by keys can type into its first cell at once."""
        if "home" in self.__dict__:
            self.home.leave()
        if self._input.by_keys:
            self.view.setFocus()
            self.view.capture.enter()

    def _follow_file(self) -> None:
        path, name = self.session.path, self.documents.name
        self._ends.show_file(path.name if path else name)
        self.window.setWindowTitle(f"{name}[*] – {PRODUCT}")
        self.window.setWindowModified(self.session.is_unsaved)
        self.actions.refresh_soon()

    def _show_keys(self) -> None:
        """Show on the palette the keys that change or add its types."""
        actions = self.actions
        self.palette_panel.show_keys(lambda kind: next(iter(actions.keys(f"type {kind}")), ""))

    def _show_panels(self) -> None:
        self.palette_panel.setVisible(self.settings.value.palette_shown and self.tools.name == MAP)
        self.side.setVisible(self.settings.value.side_shown)
        self.side.show_sources(self.settings.value.evidence_shown)
        self._minimap.set_wanted(self.settings.value.minimap_shown)
        self._status.follow_zoom(self.tools.zoom_view, on_map=self.tools.name == MAP)
        self.view.motion.wanted = self._appearance.moves
        self.view.paper.links.show_all(self.settings.value.links_shown)
        self.view.paper.codes.show(self.settings.value.codes_shown, self.view.sheet)
        self.actions.refresh_soon()

    def _show_context_menu(self, at: QPoint) -> None:
        self._context_menu.popup(at)

    def _tell_refused(self, error: EditError) -> None:
        self._status.say(sentence(error, interface()))

    def _say_exported(self, path: str) -> None:
        self._status.say(tr("Written: {path}").format(path=path))


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
