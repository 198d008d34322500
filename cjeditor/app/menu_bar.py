"""The ends of the menu bar: the program's name at the left, the file's name at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenuBar

from cjeditor.panels.labels import ShortLabel, plain

_WIDEST: Final = 420
_LEAST: Final = 24
"""Width of the file's name in pixels; the menus go first."""

_AROUND: Final = 24
"""Pixels around the title of a menu, as in the style sheet."""


class MenuBarEnds(QObject):
    """Two labels; where the system has its own menu bar they are not seen."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._product = plain("CJ Editor")
        self._product.setObjectName("productName")
        self._file = _FileName()
        self._file.setObjectName("fileName")
        bar.setCornerWidget(self._product, Qt.Corner.TopLeftCorner)
        bar.setCornerWidget(self._file, Qt.Corner.TopRightCorner)
        bar.installEventFilter(self)

    def show_file(self, name: str) -> None:
        """Show the name of the open file."""
        self._file.show_text(name)
        self._fit()
        self._file.adjustSize()
        QApplication.sendEvent(self._bar, QResizeEvent(self._bar.size(), self._bar.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        """Leave the menus their room."""
        bar = self._bar
        metrics, titles = bar.fontMetrics(), [action.text() for action in bar.actions()]
        menus = sum(metrics.horizontalAdvance(title) + _AROUND for title in titles)
        room = bar.width() - self._product.sizeHint().width() - menus
        self._file.room = max(_LEAST, min(_WIDEST, room))


class _FileName(ShortLabel):
    """A label that wishes for as much as there is; a menu bar gives what is wished for."""

    room = _WIDEST

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), self.room), hint.height())
