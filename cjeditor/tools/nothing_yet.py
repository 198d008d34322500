"""What a page says while the map has nothing for it, and the way to where that is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cjeditor.panels.labels import wrapped


class NothingYet(QWidget):
    """A sentence and a button.

    Signals:
        wanted: The button was pressed.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._said = wrapped("")
        self.button = QPushButton()
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(16)
        row.addWidget(self._said, 1)
        row.addWidget(self.button)

    def set_words(self, said: str, button: str) -> None:
        """Say what is to be done, and what the button does."""
        self._said.setText(said)
        self.button.setText(button)
        self.button.setAccessibleDescription(said)
