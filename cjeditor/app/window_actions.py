"""The Qt side of the table of actions: QActions, menus, toolbar buttons, kept up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cjeditor.app.action import Action, text_of
from cjeditor.app.actions import ACTIONS
from cjeditor.app.menus import MENUS, RECENT, Menu
from cjeditor.core.words import tr
from cjeditor.panels.icons import icon

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


class WindowActions:
    """A QAction for each entry of the table, by name."""

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._window = space.window
        self._actions = {each.name: self._make(each) for each in ACTIONS}
        self._menus: list[tuple[QMenu, Menu]] = []

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def items(self) -> list[tuple[Action, QAction]]:
        """Return each entry of the table with its QAction."""
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
        if menu is RECENT:
            made.aboutToShow.connect(lambda: self._fill_recent(made))
        self._menus.append((made, menu))
        self._dress_menu(made, menu)
        return made

    def refresh(self) -> None:
        """Ask the table what can be done now, and what it is called."""
        for action, made in self.items():
            made.setEnabled(action.enabled(self._space))
            if action.checked is not None:
                made.setChecked(action.checked(self._space))
            if action.what is not None:
                made.setText(self._text(action))
                made.setToolTip(made.text())

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        palette = self._window.palette()
        for action, made in self.items():
            made.setText(self._text(action))
            made.setToolTip(self._tip(action))
            if action.icon:
                made.setIcon(icon(action.icon, palette))
        for made_menu, menu in self._menus:
            self._dress_menu(made_menu, menu)

    def _make(self, action: Action) -> QAction:
        made = QAction(self._window)
        made.setObjectName(action.name)
        made.setCheckable(action.checked is not None)
        made.setShortcuts(keys_of(action))
        made.triggered.connect(self._runner(action))
        role = QAction.MenuRole.NoRole
        made.setMenuRole({"quit": QAction.MenuRole.QuitRole}.get(action.name, role))
        if action.on_map:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._space.view.addAction(made)
        else:
            self._window.addAction(made)
        return made

    def _runner(self, action: Action) -> Callable[[], None]:
        def run() -> None:
            self._space.view.writer.commit()
            action.run(self._space)
            self.refresh()

        return run

    def _text(self, action: Action) -> str:
        return text_of(action, self._space).replace("&", "&&")

    def _tip(self, action: Action) -> str:
        text = tr(action.tip) if action.tip else text_of(action, self._space)
        keys = keys_of(action)
        native = QKeySequence.SequenceFormat.NativeText
        return f"{text} ({keys[0].toString(native)})" if keys else text

    def _dress_menu(self, made: QMenu, menu: Menu) -> None:
        made.setTitle(tr(menu.title))
        if menu.icon:
            made.setIcon(icon(menu.icon, self._window.palette()))

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


def keys_of(action: Action) -> list[QKeySequence]:
    """Return the action's keys on this system."""
    keys: list[QKeySequence] = []
    for key in action.keys:
        if isinstance(key, str):
            keys.append(QKeySequence(key))
        else:
            keys.extend(QKeySequence.keyBindings(key)[:1])
    return keys
