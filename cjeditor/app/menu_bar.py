"""The ends of the menu bar: the program's name at the left, the file's name at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMenuBar

from cjeditor.panels.labels import ShortLabel, plain


class MenuBarEnds:
    """Two labels; where the system has its own menu bar they are not seen."""

    def __init__(self, bar: QMenuBar) -> None:
        self._bar = bar
        self._product = plain("CJ Editor")
        self._product.setObjectName("productName")
        self._file = ShortLabel()
        self._file.setObjectName("fileName")
        self._file.setMaximumWidth(420)
        bar.setCornerWidget(self._product, Qt.Corner.TopLeftCorner)
        bar.setCornerWidget(self._file, Qt.Corner.TopRightCorner)

    def show_file(self, name: str) -> None:
        """Show the name of the open file."""
        self._file.show_text(name)
        self._file.adjustSize()
        QApplication.sendEvent(self._bar, QResizeEvent(self._bar.size(), self._bar.size()))
