"""Two or more views of a page, and the row of buttons that brings one to the front."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QWidget


class Segments(QWidget):
    """The buttons; `stack` holds the views.

    Signals:
        shown: Another view has come to the front: its number.
    """

    shown = Signal(int)

    def __init__(self, views: Sequence[QWidget]) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, view in enumerate(views):
            self.stack.addWidget(view)
            button = QToolButton()
            button.setObjectName("segment")
            button.setCheckable(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self.show_view)

    def set_words(self, names: Sequence[str]) -> None:
        """Name the views."""
        for number, name in enumerate(names):
            self._group.button(number).setText(name)

    def show_view(self, number: int) -> None:
        """Bring a view to the front."""
        self._group.button(number).setChecked(True)
        if self.stack.currentIndex() != number:
            self.stack.setCurrentIndex(number)
            self.shown.emit(number)
