"""The outline with a line below it that says what its keys do."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.panels.labels import wrapped
from cjeditor.panels.outline import Outline


class OutlinePage(QWidget):
    """What the tab of the outline holds; the tree has the keyboard."""

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._hint = wrapped("", "caption")
        self._hint.setContentsMargins(16, 8, 16, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(outline, 1)
        column.addWidget(self._hint)
        self.setFocusProxy(outline)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._hint.setText(
            tr("Enter adds after, Ctrl+Enter inside; type or F2 to write; Alt+arrows move.")
        )
