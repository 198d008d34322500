"""What is different between two maps as a list, and above it the gap stage by stage."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cjeditor.app.changes_list import ChangesList
from cjeditor.changes.compare import Change
from cjeditor.core.numbers import written
from cjeditor.core.words import interface, mark, tr
from cjeditor.model.gap import Side, StageGap, gap_between
from cjeditor.model.map import Map

_HEADS = (
    mark("Stage"),
    mark("Feeling"),
    mark("Difference"),
    mark("Pain points"),
    mark("Touchpoints"),
    mark("Opportunities"),
)


class GapList(QWidget):
    """A table of the stages beside the list of all differences.

    Signals:
        picked: A difference of the list is wanted: its number, from 0.
    """

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.stages = QTableWidget(0, len(_HEADS))
        self.stages.setObjectName("framed")
        self.stages.setAccessibleName(tr("The gap by stage"))
        self.stages.setHorizontalHeaderLabels([tr(head) for head in _HEADS])
        self.stages.verticalHeader().hide()
        self.stages.setShowGrid(False)
        self.stages.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.stages.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.stages.setTabKeyNavigation(False)
        header = self.stages.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.changes = ChangesList(tr("Differences"))
        self.changes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.changes.activated.connect(lambda index: self.picked.emit(index.row()))
        self.changes.clicked.connect(lambda index: self.picked.emit(index.row()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.stages, 1)
        row.addWidget(self.changes, 1)

    def show_gap(self, changes: Sequence[Change], before: Map, after: Map) -> None:
        """Show what is different between two maps."""
        self.changes.show_changes(changes, before, after)
        gaps = gap_between(before, after)
        self.stages.setRowCount(len(gaps))
        for row, gap in enumerate(gaps):
            for column, text in enumerate(_texts(gap)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                self.stages.setItem(row, column, item)


def _texts(gap: StageGap) -> tuple[str, ...]:
    one, other = gap.before, gap.after
    return (
        gap.title or tr("Untitled"),
        _pair(_feeling(one), _feeling(other)),
        _signed(gap.told_rise),
        _pair(_count(one, "pains"), _count(other, "pains")),
        _pair(_count(one, "touchpoints"), _count(other, "touchpoints")),
        _pair(_count(one, "opportunities"), _count(other, "opportunities")),
    )


def _pair(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def _feeling(side: Side | None) -> str:
    return _signed(None if side is None else side.feeling)


def _signed(value: float | None) -> str:
    return "–" if value is None else written(value, interface(), 1, sign=True)


def _count(side: Side | None, field: str) -> str:
    return "–" if side is None else str(getattr(side, field))
