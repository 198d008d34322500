"""A list at the left, and at the right a row of buttons above a diagram, in any width."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import show_beside
from cjeditor.tools.diagram.view import DiagramView
from cjeditor.tools.tool import GAP

_LETTERS: Final = 34
"""Width of the list, in widths of an average letter."""

_SHARE: Final = 0.36
"""Of the width, what the list may take."""

_ROWS: Final = 2
"""So many rows of buttons may stand above the diagram; else they show their symbols alone."""


class Bench(QWidget):
    """Puts a tool together; buttons lose their words where they would take too much room.

    Args:
        left: Above the list.
        above: Between the buttons and the diagram.
    """

    def __init__(
        self,
        view: DiagramView,
        listed: QListWidget,
        buttons: Sequence[QPushButton],
        left: Sequence[QWidget] = (),
        above: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        view.menu_wanted.connect(self._show_menu)
        self._words: dict[QPushButton, tuple[str, str, int]] = {}
        self._side = QWidget()
        listed.setObjectName("framed")
        listed.setWordWrap(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in left:
            column.addWidget(widget)
        column.addWidget(listed, 1)
        row = FlowLayout()
        for button in buttons:
            row.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(row)
        for widget in above:
            right.addWidget(widget)
        right.addWidget(view, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self._side)
        whole.addLayout(right, 1)
        for before, after in pairwise([*left, listed, *buttons, view]):
            QWidget.setTabOrder(before, after)

    def name(self, button: QPushButton, text: str, symbol: str, tip: str = "") -> None:
        """Give one of the buttons its words and its symbol.

        Args:
            tip: Longer; "" means that the words serve.
        """
        show_beside(button, symbol)
        button.setAccessibleName(text)
        self._words[button] = text, tip, 0
        self._measure(button)
        self._fit()

    def _measure(self, button: QPushButton) -> None:
        """Take note of how wide a button is with its words, in the type that it has now."""
        text, tip, _ = self._words[button]
        button.setText(text)
        self._words[button] = text, tip, button.sizeHint().width()

    def menu(self) -> QMenu:
        """Return what the buttons do as a menu."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button, (text, _tip, _width) in self._words.items():
            below = button.menu()
            if below is None:
                action = made.addAction(button.icon(), text.replace("&", "&&"))
                action.triggered.connect(button.click)
            else:
                action = made.addMenu(below)
                action.setText(text.replace("&", "&&"))
            action.setEnabled(button.isEnabled())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
        return made

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            for button in self._words:
                self._measure(button)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letters = _LETTERS * self.fontMetrics().averageCharWidth() + 40
        side = min(letters, round(self.width() * _SHARE))
        self._side.setFixedWidth(max(side, 80))
        room = self.width() - side - GAP
        spelled = sum(width for _, _, width in self._words.values()) <= _ROWS * room
        for button, (text, tip, _) in self._words.items():
            button.setText(text if spelled else "")
            button.setToolTip(tip or ("" if spelled else text))
