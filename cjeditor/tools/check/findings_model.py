"""Rules and what they find as a tree of two levels; the sentence of one is made when it is seen."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeView

from cjeditor.checks.check import Told, finding_sentence
from cjeditor.checks.rule import Finding, Rule
from cjeditor.core.markup import no_markup
from cjeditor.core.words import interface, tr, trn
from cjeditor.model.map import Map
from cjeditor.panels.icons import icon

_Index = QModelIndex | QPersistentModelIndex

_TOP: Final = 0
"""Internal id of a rule's row; a finding's is the number of its rule, from 1."""


class Findings(QAbstractItemModel):
    """What the rules have to say; those with nothing to say have no row."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._map = Map()
        self._told: tuple[Told, ...] = ()

    def show_told(self, told: Sequence[Told], journey: Map) -> bool:
        """Show what was told of a map; tell whether the rows are others than before."""
        shown = tuple(each for each in told if each.findings or each.silenced)
        if shown == self._told:
            self._map = journey
            if shown:
                first, last = self.index(0, 0), self.index(len(shown) - 1, 0)
                self.dataChanged.emit(first, last)
            return False
        self.beginResetModel()
        self._told, self._map = shown, journey
        self.endResetModel()
        return True

    def told_at(self, index: _Index) -> Told | None:
        """Return what the rule of a row, or of the row above it, has told."""
        if not index.isValid():
            return None
        number = index.internalId()
        return self._told[index.row() if number == _TOP else number - 1]

    def finding_at(self, index: _Index) -> Finding | None:
        """Return the finding of a row; None on a rule's."""
        told = self.told_at(index)
        if told is None or index.internalId() == _TOP:
            return None
        return told.findings[index.row()]

    def index_of(self, rule: Rule, finding: Finding | None) -> QModelIndex:
        """Return the row of a rule, or of its finding about the same record if there is one."""
        for row, told in enumerate(self._told):
            if told.rule is rule:
                top = self.index(row, 0)
                for number, each in enumerate(told.findings if finding else ()):
                    if finding is not None and each.record == finding.record:
                        return self.index(number, 0, top)
                return top
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._told)
        if parent.internalId() == _TOP and parent.column() == 0:
            return len(self._told[parent.row()].findings)
        return 0

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        told, finding = self.told_at(index), self.finding_at(index)
        if told is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _heading(told) if finding is None else self._sentence(told, finding)
            case Qt.ItemDataRole.ToolTipRole if finding is not None:
                return no_markup(self._sentence(told, finding))
            case Qt.ItemDataRole.DecorationRole if finding is None:
                symbol = "alert-triangle" if told.findings else "eye-off"
                return icon(symbol, self._view.palette())
            case Qt.ItemDataRole.FontRole if finding is None:
                font = QFont(self._view.font())
                font.setBold(bool(told.findings))
                return font
        return None

    def _sentence(self, told: Told, finding: Finding) -> str:
        return finding_sentence(told.rule, finding, self._map, interface())


def _heading(told: Told) -> str:
    """Return a rule's title with how much it has found: "Only an assumption (3, 1 not told)"."""
    counts = [str(len(told.findings))] if told.findings else []
    if told.silenced:
        counts.append(trn("{n} not told", "{n} not told", len(told.silenced)))
    return f"{tr(told.rule.title)} ({', '.join(counts)})"
