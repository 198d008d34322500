"""The figures of one metric in a table, the latest first."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cjeditor.core.ids import Id
from cjeditor.core.numbers import written
from cjeditor.core.words import interface, mark, tr
from cjeditor.model.gauges import margin_of, with_unit
from cjeditor.model.metrics import Figure, Metric
from cjeditor.panels.labels import one_line

_HEADERS: Final = (
    mark("Date"), mark("Value"), mark("Answers"), mark("Margin"), mark("Notes"),
)  # fmt: skip


class FiguresTable(QTableWidget):
    """Shows figures; one that is chosen is told, so that its fields can be edited beside.

    Signals:
        chosen: Id of a figure.
        dropped: Id of the figure to delete.
    """

    chosen = Signal(str)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__(0, len(_HEADERS))
        self._figures: tuple[Figure, ...] = ()
        self.setObjectName("framed")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.itemSelectionChanged.connect(self._tell)

    def say(self) -> None:
        """Take the words of the interface's language."""
        self.setHorizontalHeaderLabels([tr(each) for each in _HEADERS])
        self.setAccessibleName(tr("Figures"))

    def show_figures(self, metric: Metric, figures: Sequence[Figure], chosen: Sequence[Id]) -> None:
        """Show *figures*, and those of *chosen* selected."""
        self._figures = tuple(reversed(figures))
        with QSignalBlocker(self):
            self.setRowCount(len(self._figures))
            for row, figure in enumerate(self._figures):
                for column, text in enumerate(_cells(metric, figure)):
                    self._put(row, column, text)
            self.clearSelection()
            rows = [row for row, figure in enumerate(self._figures) if figure.id in chosen]
            if rows:
                self.setCurrentCell(rows[0], 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentRow()
        if event.key() == Qt.Key.Key_Delete and 0 <= row < len(self._figures):
            self.dropped.emit(self._figures[row].id)
        else:
            super().keyPressEvent(event)

    def _put(self, row: int, column: int, text: str) -> None:
        item = self.item(row, column)
        if item is None:
            self.setItem(row, column, QTableWidgetItem(text))
        elif item.text() != text:
            item.setText(text)

    def _tell(self) -> None:
        row = self.currentRow()
        if self.selectedItems() and 0 <= row < len(self._figures):
            self.chosen.emit(self._figures[row].id)


def _cells(metric: Metric, figure: Figure) -> tuple[str, ...]:
    words = interface()
    margin = margin_of(figure)
    return (
        figure.date,
        with_unit(figure.value, metric, words),
        "–" if figure.answers is None else written(figure.answers, words, 0),
        "–" if margin is None else f"±{written(margin, words)}",
        one_line(figure.note),
    )
