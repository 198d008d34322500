"""The Qt side of the table of actions: QActions, menus, toolbar buttons, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from cjeditor.app.action import Action, name_of, text_of
from cjeditor.app.actions import ACTIONS, BESIDE_MAP, WITHOUT_MAP
from cjeditor.app.bindings import Bindings, is_single, shown
from cjeditor.app.hidden_menu import fill_hidden
from cjeditor.app.menus import HIDDEN, MENUS, RECENT, Menu
from cjeditor.core.words import interface, tr
from cjeditor.panels.icons import icon

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


class WindowActions(QObject):
    """A QAction for each entry of the table, by name; drawn when it is first seen.

    What can be done is asked once for all that changes in a turn of the event loop, and at
    the latest when a key is pressed or somebody looks. While a dialog waits nothing is done:
    keys that are typed before it has the keyboard still come to the window below it.

    Signals:
        keys_changed: Some actions have other keys now.

    Attributes:
        bindings: Which keys the actions have.
    """

    keys_changed = Signal()
    bindings: Bindings

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._window = space.window
        self._table = {each.name: each for each in ACTIONS}
        self._actions = {each.name: self._make(each) for each in ACTIONS}
        self._idle: dict[str, QAction] = {}
        self._menus: list[tuple[QMenu, Menu]] = []
        self._drawn: set[str] = set()
        self._words = interface()
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.timeout.connect(self.refresh)
        self._take_keys()
        self._give_to_widgets()
        self._window.installEventFilter(self)
        space.settings.when_changed(self._follow_settings)

    def __getitem__(self, name: str) -> QAction:
        """Return the action *name*, with its symbol."""
        self._catch_up()
        self._draw(name)
        return self._actions[name]

    def keys(self, name: str) -> list[str]:
        """Return the keys that the action *name* has now, as people read them."""
        return [shown(key) for key in self.bindings.keys[name]]

    def is_enabled(self, name: str) -> bool:
        """Tell whether the action *name* can be done now."""
        self._catch_up()
        return self._actions[name].isEnabled()

    def symbol(self, name: str) -> str:
        """Return the name of the symbol of the action *name*; "" for none."""
        return self._table[name].icon

    def items(self) -> list[tuple[Action, QAction]]:
        """Return each entry of the table with its QAction."""
        self._catch_up()
        return [(each, self._actions[each.name]) for each in ACTIONS]

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Put the menus into *bar*."""
        for menu in MENUS:
            bar.addMenu(self.menu(menu, bar))

    def menu(self, menu: Menu, parent: QWidget) -> QMenu:
        """Return a new menu of Qt; it keeps its words and symbols up to date."""
        made = QMenu(parent)
        made.setToolTipsVisible(False)
        group = QActionGroup(made) if menu.exclusive else None
        for entry in menu.entries:
            if entry is None:
                made.addSeparator()
            elif isinstance(entry, Menu):
                made.addMenu(self.menu(entry, made))
            else:
                made.addAction(self._actions[entry])
                if group is not None:
                    group.addAction(self._actions[entry])
        made.aboutToShow.connect(lambda: self._draw_menu(made, menu))
        if menu is RECENT:
            made.aboutToShow.connect(lambda: self._fill_recent(made))
        if menu is HIDDEN:
            show_all = self._actions["show all"]
            made.aboutToShow.connect(lambda: fill_hidden(made, show_all, self._space))
        self._menus.append((made, menu))
        self._dress_menu(made, menu)
        return made

    def refresh_soon(self) -> None:
        """Ask what can be done once all that changes now has changed."""
        self._stale.start(0)

    def refresh(self) -> None:
        """Ask the table what can be done now, and what it is called."""
        self._stale.stop()
        seen = self._seen()
        for action, made in self.items():
            made.setEnabled(action.name in seen and action.enabled(self._space))
            if action.checked is not None:
                made.setChecked(action.checked(self._space))
            if callable(action.what):
                text = text_of(action, self._space)
                made.setText(text.replace("&", "&&"))
                made.setToolTip(self._tip(action, text))
        self._refresh_idle()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        if self._words is not interface():
            self._words = interface()
            self._say()
            for made_menu, menu in self._menus:
                self._dress_menu(made_menu, menu)
        drawn, self._drawn = self._drawn, set()
        for name in drawn:
            self._draw(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know what can be done before a key is looked up among the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self._catch_up()
        return super().eventFilter(watched, event)

    def _seen(self) -> Container[str]:
        """Return the names of the actions that have what they work on before the user's eyes."""
        if self._space.map_shown:
            return self._table
        return BESIDE_MAP if self._space.document_shown else WITHOUT_MAP

    def _catch_up(self) -> None:
        if self._stale.isActive():
            self.refresh()

    def _make(self, action: Action) -> QAction:
        made = QAction(self._window)
        made.setObjectName(action.name)
        made.setCheckable(action.checked is not None)
        made.triggered.connect(self._runner(action))
        role = QAction.MenuRole.NoRole
        made.setMenuRole({"quit": QAction.MenuRole.QuitRole}.get(action.name, role))
        if action.on_map:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _give_to_widgets(self) -> None:
        """Let the actions' keys work; from now on the widgets are told of each change of one."""
        for action in ACTIONS:
            made = self._actions[action.name]
            made.setText(name_of(action).replace("&", "&&"))
            made.setToolTip(self._tip(action, name_of(action)))
            (self._space.view if action.on_map else self._window).addAction(made)

    def _say(self) -> None:
        """Give every action its words, and the keys that its tooltip tells."""
        for action, made in self.items():
            text = text_of(action, self._space)
            made.setText(text.replace("&", "&&"))
            made.setToolTip(self._tip(action, text))

    def _follow_settings(self) -> None:
        value = self._space.settings.value
        if (self.bindings.changed, self.bindings.singles) != (value.keys, value.single_keys):
            self._take_keys()
            self._say()
            self.refresh()
            self.keys_changed.emit()

    def _take_keys(self) -> None:
        """Give every action the keys that it has by table and settings."""
        value = self._space.settings.value
        self.bindings = Bindings(ACTIONS, value.keys, value.single_keys)
        for name, keys in self.bindings.keys.items():
            idle = [] if self._table[name].on_map else [key for key in keys if is_single(key)]
            self._actions[name].setShortcuts([key for key in keys if key not in idle])
            if idle or name in self._idle:
                self._idle_action(name).setShortcuts(idle)

    def _idle_action(self, name: str) -> QAction:
        """Return what runs an action by a character, while that would write nothing."""
        if name not in self._idle:
            made = QAction(self._space.view)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.triggered.connect(self._actions[name].trigger)
            self._space.view.addAction(made)
            self._idle[name] = made
        return self._idle[name]

    def _refresh_idle(self) -> None:
        session = self._space.session
        is_idle = self._space.map_shown and not session.selection and session.cursor is None
        for name, made in self._idle.items():
            made.setEnabled(is_idle and self._actions[name].isEnabled())

    def _runner(self, action: Action) -> Callable[[], None]:
        def run() -> None:
            if QApplication.activeModalWidget() is None:  # else a key ahead of its dialog
                if not action.while_writing:
                    self._space.view.writer.commit()
                action.run(self._space)
            self.refresh_soon()

        return run

    def _tip(self, action: Action, text: str) -> str:
        tip, keys = tr(action.tip) or text, self.keys(action.name)
        return f"{tip} ({keys[0]})" if keys else tip

    def _dress_menu(self, made: QMenu, menu: Menu) -> None:
        made.setTitle(tr(menu.title))

    def _draw(self, name: str) -> None:
        """Give an action its symbol, if it has one and it was not drawn yet in this theme."""
        symbol = self._table[name].icon
        if symbol and name not in self._drawn:
            self._drawn.add(name)
            self._actions[name].setIcon(icon(symbol, self._window.palette()))

    def _draw_menu(self, made: QMenu, menu: Menu) -> None:
        """Give what stands in a menu its symbols; only now, for a start has no time for it."""
        for entry in menu.entries:
            if isinstance(entry, str):
                self._draw(entry)
        for inner, its_menu in self._menus:
            if inner.parent() is made and its_menu.icon:
                inner.setIcon(icon(its_menu.icon, self._window.palette()))

    def _fill_recent(self, menu: QMenu) -> None:
        for old in menu.actions():
            if old is not self._actions["clear recent"]:
                menu.removeAction(old)
                old.deleteLater()
        first = self._actions["clear recent"]
        for name in self._space.settings.value.recent:
            path = Path(name)
            entry = QAction(f"{path.name}  –  {path.parent}".replace("&", "&&"), menu)
            entry.setEnabled(path.exists())
            entry.triggered.connect(self._opener(path))
            menu.insertAction(first, entry)
        menu.insertSeparator(first)
        first.setEnabled(bool(self._space.settings.value.recent))

    def _opener(self, path: Path) -> Callable[[], None]:
        return lambda: self._space.documents.open(path)
