"""The one slim toolbar: undo, redo, stage, lane, persona, search, and the poster button."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from cjeditor.app.menus import TOOLBAR, Menu
from cjeditor.app.search import SearchBox
from cjeditor.app.window_actions import WindowActions
from cjeditor.core.words import tr
from cjeditor.panels.icons import SIZE, icon, show_beside

WITHOUT_WORDS: Final = ("undo", "redo")
"""Actions whose symbol says enough."""


_EDGE, _SPACING = 12, 4
"""Pixels at its ends and between its parts, as in the style sheet."""


class Toolbar(QToolBar):
    """Buttons from the list in `menus`; where words have no room, they show symbols alone."""

    def __init__(self, actions: WindowActions, search: SearchBox) -> None:
        super().__init__()
        self._actions = actions
        self._search = search
        self._menus: dict[QToolButton, Menu] = {}
        self._buttons: dict[QToolButton, str] = {}
        self._needed = 0
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(SIZE, SIZE))
        self._history = self._history_button()
        for entry in TOOLBAR:
            if entry is None:
                self.addSeparator()
            elif isinstance(entry, Menu):
                self._add_menu(entry)
            elif entry in WITHOUT_WORDS:
                self._add_symbol(entry)
            else:
                self._add_button(entry)
            if entry == "undo":
                self.addWidget(self._history)
        self.addSeparator()
        self.addWidget(search)
        self.addWidget(_spacer())
        self._add_button("projector")
        self._add_button("poster").setObjectName("primary")
        self.dress()

    @property
    def undo_button(self) -> QWidget:
        """The button that undoes."""
        return self.widgetForAction(self._actions["undo"])

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        self._history.setIcon(icon("chevron-down", self.palette()))
        self._history.setToolTip(self._actions["history"].toolTip())
        self._history.setAccessibleName(tr("History"))
        self.setWindowTitle(tr("Toolbar"))
        for button, menu in self._menus.items():
            button.setText(tr(menu.title))
            button.setToolTip(tr(menu.title))
        for button, symbol in self._buttons.items():
            primary = button.objectName() == "primary"
            show_beside(button, symbol, _on_accent(self.palette()) if primary else "")
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        """Find how much room the words need."""
        for button in self._buttons:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        parts = [self.widgetForAction(action) for action in self.actions()]
        widths = [part.sizeHint().width() for part in parts if part is not self._search]
        around = 2 * _EDGE + _SPACING * len(parts)
        self._needed = sum(widths) + self._search.minimumWidth() + around
        self._fit()

    def _fit(self) -> None:
        """Show words if there is room for all of them."""
        style = Qt.ToolButtonStyle
        words = self.width() >= self._needed
        for button in self._buttons:
            worded = words or button.objectName() == "primary"
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if worded else style.ToolButtonIconOnly
            )

    def _add_symbol(self, name: str) -> None:
        self.addAction(self._actions[name])
        button = self.widgetForAction(self._actions[name])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_button(self, name: str) -> QToolButton:
        button = _ActionButton(self._actions[name])
        self._buttons[button] = self._actions.symbol(name)
        self.addWidget(button)
        return button

    def _add_menu(self, menu: Menu) -> None:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._actions.menu(menu, button))
        self._menus[button] = menu
        self._buttons[button] = menu.icon
        self.addWidget(button)

    def _history_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("arrow")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(self._actions["history"].trigger)
        return button


class _ActionButton(QToolButton):
    """A button of an action that has a symbol of its own; Qt would put the action's there."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(action.isCheckable())
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())


def _on_accent(palette: QPalette) -> str:
    return palette.color(QPalette.ColorRole.HighlightedText).name()


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
