"""What stands in the window: bars, palette, map and panels, and how they work together."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QWidget

from cjeditor import __version__
from cjeditor.app.appearance import Appearance
from cjeditor.app.clipboard import has_something
from cjeditor.app.dialogs import tell
from cjeditor.app.documents import Documents
from cjeditor.app.exporting import Exporting
from cjeditor.app.menu_bar import MenuBarEnds
from cjeditor.app.menus import CONTEXT
from cjeditor.app.search import SearchBox
from cjeditor.app.settings import SettingsFile
from cjeditor.app.settings_dialog import SettingsDialog
from cjeditor.app.shortcuts import ShortcutsDialog
from cjeditor.app.status_line import StatusLine
from cjeditor.app.theme import map_theme
from cjeditor.app.toolbar import Toolbar
from cjeditor.app.window_actions import WindowActions
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

PRODUCT = "CJ Editor"

ROOMY = 1400
"""Pixels of width from which the palette shows words."""


class Workspace(QObject):
    """Everything in one window, and what the actions work on."""

    session: Session
    settings: SettingsFile
    window: QMainWindow
    view: MapView
    documents: Documents
    exporting: Exporting
    search: SearchBox
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
        self.settings = settings
        self._appearance = appearance
        self._words = Words(session.journey.scope.language)
        self.can_paste = has_something()
        self.view = MapView(session, self._look())
        self.documents = Documents(window, session, settings)
        self.exporting = Exporting(window, session, settings)
        self.palette_panel = Palette()
        self.side = SidePanel(session)
        self.actions = WindowActions(self)
        self.search = SearchBox(self)
        self._toolbar = Toolbar(self.actions, self.search)
        self._status = StatusLine(session, self.actions)
        self._ends = MenuBarEnds(window.menuBar())
        self._context_menu = self.actions.menu(CONTEXT, window)
        self._put_together()
        self._connect()
        self.dress()

    def go_to(self, element: Id) -> None:
        """Select a record and bring it into view."""
        self.session.select((element,))
        self.view.show_focus()
        self.view.setFocus()

    def show_fields(self) -> None:
        """Go to the fields of what is selected."""
        self.settings.change(side_shown=True)
        self.side.show_inspector()

    def add_persona(self) -> None:
        """Add a persona and go to its fields."""
        self.settings.change(side_shown=True)
        self.side.add_persona()

    def next_pane(self) -> None:
        """Give the keyboard to the next of palette, map, panels and search box."""
        panes: list[QWidget] = [self.palette_panel, self.view, self.side, self.search]
        shown = [pane for pane in panes if pane.isVisible()]
        here = self.window.focusWidget()
        at = [index for index, pane in enumerate(shown) if _holds(pane, here)]
        following = shown[((at[0] if at else -1) + 1) % len(shown)]
        if isinstance(following, Palette | SidePanel):
            following.focus()
        else:
            following.setFocus()

    def show_settings(self) -> None:
        """Show the settings."""
        SettingsDialog(self.window, self.settings).exec()

    def show_shortcuts(self) -> None:
        """Show the sheet of keys."""
        ShortcutsDialog(self).exec()

    def about(self) -> None:
        """Say what this program is."""
        text = tr(
            "CJ Editor {version}\n\nThe desktop editor for customer journey maps.\n"
            "Licence: Apache-2.0. Type: Noto Sans (OFL). Symbols: Tabler (MIT)."
        )
        tell(self.window, tr("About CJ Editor"), text.format(version=__version__))

    def fit_width(self, width: int) -> None:
        """Show the palette's words if a window *width* pixels wide has room for them."""
        self.palette_panel.set_narrow(width < ROOMY)

    def side_width(self) -> int:
        """Return the width of the panels at the right, in pixels."""
        return self._splitter.sizes()[1] or self.settings.value.side_width

    def leave(self) -> None:
        """Listen no longer: the window is going, and its parts one before the other."""
        self.session.undo_stack.blockSignals(True)

    def dress(self) -> None:
        """Take the words of the interface's language and the colours of the theme."""
        self.view.set_look(self._look())
        self.view.setAccessibleName(tr("Journey map"))
        self.palette_panel.set_theme(map_theme(self._appearance.dark))
        self.actions.dress()
        self._toolbar.dress()
        self.search.dress()
        self._status.show_all()
        self._follow_file()

    def _put_together(self) -> None:
        self.actions.fill_menu_bar(self.window.menuBar())
        self.window.addToolBar(self._toolbar)
        self.window.setStatusBar(self._status)
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([10_000, self.settings.value.side_width])
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.palette_panel)
        row.addWidget(self._splitter, 1)
        self.fit_width(self.window.width())
        self._show_panels()
        self.window.setCentralWidget(frame)
        self.view.setFocus()

    def _connect(self) -> None:
        self.session.map_changed.connect(self._follow_map)
        self.session.selection_changed.connect(self._refresh)
        self.session.file_changed.connect(self._follow_file)
        self.session.undo_stack.indexChanged.connect(self._refresh)
        QGuiApplication.clipboard().dataChanged.connect(self._follow_clipboard)
        self.settings.when_changed(self._show_panels)
        self._appearance.theme_changed.connect(self.dress)
        self.palette_panel.card_wanted.connect(self.view.add_card)
        self.palette_panel.lane_wanted.connect(self.view.add_lane)
        self.view.zoom_changed.connect(self._status.show_zoom)
        self.view.menu_requested.connect(self._show_context_menu)
        self.view.refused.connect(self._tell_refused)
        self.documents.saved.connect(self._status.show_saved_now)
        self.exporting.exported.connect(self._say_exported)

    def _follow_clipboard(self) -> None:
        self.can_paste = has_something()
        self.actions.refresh()

    def _refresh(self) -> None:
        self.actions.refresh()

    def _look(self) -> Look:
        theme = map_theme(self._appearance.dark)
        return Look(theme=theme, words=self._words, prompts=True)

    def _follow_map(self, before: Map, after: Map) -> None:
        if after.scope.language != self._words.language:
            self._words = Words(after.scope.language)
            self.view.set_look(self._look())
        if before.id != after.id:
            self.view.go_home()
        self.actions.refresh()

    def _follow_file(self) -> None:
        if not self.session.undo_stack.count():
            self._status.forget_time()
        path, name = self.session.path, self.documents.name
        self._ends.show_file(path.name if path else name)
        self.window.setWindowTitle(f"{name}[*] – {PRODUCT}")
        self.window.setWindowModified(self.session.is_changed)
        self.actions.refresh()

    def _show_panels(self) -> None:
        self.palette_panel.setVisible(self.settings.value.palette_shown)
        self.side.setVisible(self.settings.value.side_shown)
        self.actions.refresh()

    def _show_context_menu(self, at: QPoint) -> None:
        self._context_menu.popup(at)

    def _tell_refused(self, error: EditError) -> None:
        self._status.say(sentence(error, interface()))

    def _say_exported(self, path: str) -> None:
        self._status.say(tr("Written: {path}").format(path=path))


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
