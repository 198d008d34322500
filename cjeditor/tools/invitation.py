"""What a tool shows as long as the map has nobody for it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.panels.labels import wrapped


class Invitation(QWidget):
    """What is seen while there is no persona: a sentence and a button."""

    def __init__(self) -> None:
        super().__init__()
        self._note = wrapped("", "note")
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setObjectName("primary")
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._note)
        column.addLayout(row)
        column.addStretch()

    def say(self, note: str) -> None:
        """Take the words of the interface's language; *note* says what is missing."""
        self._note.setText(note)
        self.button.setText(tr("Add a persona"))
