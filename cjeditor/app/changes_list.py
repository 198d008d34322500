"""A list of what is different between two maps, in sentences; long lists cost no more."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from cjeditor.changes.compare import Change, Kind
from cjeditor.changes.telling import change_sentence
from cjeditor.core.markup import no_markup
from cjeditor.core.words import interface
from cjeditor.model.map import Map
from cjeditor.panels.icons import icon

SIGNS: Final[dict[Kind, str]] = {"added": "plus", "changed": "pencil", "removed": "minus"}

_BESIDE: Final = 40
"""Pixels of a row that its sign and its edges take."""

_Index = QModelIndex | QPersistentModelIndex


class Changes(QAbstractListModel):
    """Changes as rows; the sentence of one is made when it is seen."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._maps = Map(), Map()
        self.changes: tuple[Change, ...] = ()

    def show_changes(self, changes: Sequence[Change], before: Map, after: Map) -> None:
        self.beginResetModel()
        self.changes, self._maps = tuple(changes), (before, after)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.changes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.sentence(index.row())
            case Qt.ItemDataRole.ToolTipRole:
                return no_markup(self.sentence(index.row()))
            case Qt.ItemDataRole.DecorationRole:
                return icon(SIGNS[self.changes[index.row()].kind], self._view.palette())
        return None

    def sentence(self, row: int) -> str:
        return change_sentence(self.changes[row], *self._maps, interface())


class ChangesList(QListView):
    """Changes, some of which can be chosen.

    Signals:
        picked: Other rows are chosen, or the keyboard is on another one.
    """

    picked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("framed")
        self.setAccessibleName(name)
        self.rows = Changes(self)
        self.setModel(self.rows)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self.picked)
        self.selectionModel().currentChanged.connect(self.picked)

    @property
    def chosen(self) -> tuple[Change, ...]:
        """The changes that are chosen, in their order."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self.rows.changes[row] for row in rows)

    @property
    def cut_sentence(self) -> str:
        """The sentence of the row that the keyboard is on, if there is not room for all of it."""
        row = self.currentIndex().row()
        text = self.rows.sentence(row) if 0 <= row < self.rows.rowCount() else ""
        room = self.viewport().width() - _BESIDE
        return text if self.fontMetrics().horizontalAdvance(text) > room else ""

    def show_changes(self, changes: Sequence[Change], before: Map, after: Map) -> None:
        """Show *changes*; none is chosen."""
        self.rows.show_changes(changes, before, after)
        self.picked.emit()
