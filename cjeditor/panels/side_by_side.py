"""Editors under each other, and two in a row where both have room there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cjeditor.panels.editor import FieldEditor

GAP: Final = 12
COLUMN_GAP: Final = 8
"""Between fields, and between two fields of a row; in pixels."""


class SideBySide(QWidget):
    """Frames with an editor in each; how many stand in a row follows the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors_in: list[tuple[QWidget, FieldEditor]] = []
        self._placed: list[int] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(GAP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def hold(self, frames: Sequence[tuple[QWidget, FieldEditor]]) -> None:
        """Stand these frames, with the editor of each, in this order."""
        self._editors_in = list(frames)
        self._placed = []
        self.place()

    def place(self) -> None:
        """Put two frames that follow each other into one row where both have room there.

        Nothing is measured before it is seen; until then each has a row of its own.
        """
        alone = [1] * len(self._editors_in)
        counts = self._counts() if self.isVisible() else self._placed or alone
        if counts == self._placed:
            return
        self._placed = counts
        first = 0
        for row, count in enumerate(counts):
            for column, (frame, _editor) in enumerate(self._editors_in[first : first + count]):
                self._grid.removeWidget(frame)
                self._grid.addWidget(frame, row, column, 1, 3 - count)
            first += count
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(len(counts), 1)  # height to spare goes below the last field

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest frame: two in a row give way."""
        least = [frame.minimumSizeHint().width() for frame, _editor in self._editors_in]
        return QSize(max(least, default=0), super().minimumSizeHint().height())

    def _counts(self) -> list[int]:
        """Return how many frames stand in each row."""
        room = (self.width() - COLUMN_GAP) // 2
        fit = [
            editor.half and max(editor.wanted_width(), frame.minimumSizeHint().width()) <= room
            for frame, editor in self._editors_in
        ]
        counts: list[int] = []
        while sum(counts) < len(fit):
            first = sum(counts)
            counts.append(2 if fit[first : first + 2] == [True, True] else 1)
        return counts
