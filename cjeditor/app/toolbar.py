"""The one slim toolbar: undo, redo, stage, lane, persona, search, and the poster button."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from cjeditor.app.menus import TOOLBAR, Menu
from cjeditor.app.search import SearchBox
from cjeditor.app.window_actions import WindowActions
from cjeditor.core.words import tr
from cjeditor.panels.icons import SIZE, coloured, icon

WITHOUT_WORDS = ("undo", "redo")
"""Actions whose symbol says enough."""


class Toolbar(QToolBar):
    """Buttons from the list in `menus`."""

    def __init__(self, actions: WindowActions, search: SearchBox) -> None:
        super().__init__()
        self._actions = actions
        self._menu_buttons: list[tuple[QToolButton, Menu]] = []
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(SIZE, SIZE))
        self._history = self._history_button()
        for entry in TOOLBAR:
            if entry is None:
                self.addSeparator()
            elif isinstance(entry, Menu):
                self.addWidget(self._menu_button(entry))
            else:
                self._add_action(entry)
            if entry == "undo":
                self.addWidget(self._history)
        self.addSeparator()
        self.addWidget(search)
        self.addWidget(_spacer())
        self._add_action("projector")
        self._poster = self._poster_button()
        self.addWidget(self._poster)
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
        for button, menu in self._menu_buttons:
            button.setText(tr(menu.title))
            button.setIcon(icon(menu.icon, self.palette()))
        self._poster.setText(self._actions["poster"].text())
        self._poster.setToolTip(self._actions["poster"].toolTip())
        self._poster.setIcon(coloured("file-export", _on_accent(self.palette())))

    def _add_action(self, name: str) -> None:
        self.addAction(self._actions[name])
        button = self.widgetForAction(self._actions[name])
        assert isinstance(button, QToolButton)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name not in WITHOUT_WORDS:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _menu_button(self, menu: Menu) -> QToolButton:
        button = QToolButton()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._actions.menu(menu, button))
        self._menu_buttons.append((button, menu))
        return button

    def _history_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("arrow")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIconSize(QSize(14, 14))
        button.clicked.connect(self._actions["history"].trigger)
        return button

    def _poster_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("primary")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(self._actions["poster"].trigger)
        return button


def _on_accent(palette: QPalette) -> str:
    return palette.color(QPalette.ColorRole.HighlightedText).name()


def _spacer() -> QWidget:
    spacer = QWidget()
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spacer
