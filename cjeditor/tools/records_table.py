"""Records in rows: sorted by a click on a column, narrowed by words, selected in the session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from cjeditor.core.ids import Id
from cjeditor.core.markup import no_markup
from cjeditor.core.words import tr
from cjeditor.edits.records import Delete
from cjeditor.model.filtering import folded
from cjeditor.panels.icons import coloured, seen
from cjeditor.panels.labels import one_line
from cjeditor.session.session import Session

_Index = QModelIndex | QPersistentModelIndex
_ROOM: Final = 28
"""Pixels beside a column's words."""

_LEAST: Final = 30
"""Letters that the column of the records' own words always has room for."""

_MEASURED: Final = 60
"""Rows whose texts say how wide a column is; all of a long table take their time."""

_CAPS: Final = (34, 24, 17, 13)
"""Letters that the other columns have room for at most: the first number with which all fit."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column.

    Attributes:
        label: English, marked.
        text: Row → what it says, in the interface's language.
        key: Row → what it is sorted by; None means the text. A row without it (None) is last.
        number: Whether it stands at the right.
        whole: Whether it is always as wide as its longest text.
        symbol: Row → symbol and colour before the text.
    """

    label: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    number: bool = False
    whole: bool = False
    symbol: Callable[[Any], tuple[str, str]] | None = None


class _Rows(QAbstractTableModel):
    """What is shown, sorted and narrowed."""

    def __init__(self, columns: Sequence[TableColumn], ident: Callable[[Any], Id]) -> None:
        super().__init__()
        self.columns = columns
        self._ident = ident
        self._all: list[Any] = []
        self._words: list[str] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self.shown: list[Any] = []

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Take *rows*; where the same records stay in their places only those are shown anew."""
        self._all = list(rows)
        before, now = self.shown, self._arranged()
        if [self._ident(row) for row in before] != [self._ident(row) for row in now]:
            self._arrange()
            return
        self.shown = now
        last = self.columnCount() - 1
        for number, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def narrow(self, text: str) -> None:
        self._words = folded(text).split()
        self._arrange()

    def row_of(self, record: Id) -> int:
        ids = (number for number, row in enumerate(self.shown) if self._ident(row) == record)
        return next(ids, -1)

    def id_at(self, row: int) -> Id:
        return self._ident(self.shown[row])

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.shown[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one_line(column.text(row))
            case Qt.ItemDataRole.ToolTipRole:
                return no_markup(column.text(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{tr(column.label)}: {one_line(column.text(row)) or '–'}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
                return Qt.AlignmentFlag.AlignVCenter | side
            case Qt.ItemDataRole.DecorationRole if column.symbol is not None:
                return coloured(*column.symbol(row), 16)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self.columns[section].label)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        self.shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> list[Any]:
        """Return the rows that are wanted, in their order."""
        rows = [row for row in self._all if self._is_found(row)]
        if self._sorted is not None:
            column, order = self.columns[self._sorted[0]], self._sorted[1]
            key: Callable[[Any], Any] = column.key or (lambda row: folded(column.text(row)) or None)
            known = [row for row in rows if key(row) is not None]
            blank = [row for row in rows if key(row) is None]
            falling = order == Qt.SortOrder.DescendingOrder
            rows = sorted(known, key=key, reverse=falling) + blank
        return rows

    def _is_found(self, row: Any) -> bool:
        if not self._words:
            return True
        said = folded("\n".join(column.text(row) for column in self.columns))
        return all(word in said for word in self._words)


class RecordsTable(QTreeView):
    """A table of records; what is selected in it is selected in the session.

    Args:
        ident: Row → the id of its record.
        wide: The number of the column that takes the room that is left.

    Signals:
        field_wanted: The fields of what is selected are to be edited.
    """

    field_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        columns: Sequence[TableColumn],
        ident: Callable[[Any], Id] = lambda row: row.id,
        wide: int = 0,
    ) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None
        self._wide = wide
        self.rows = _Rows(columns, ident)
        self.setModel(self.rows)
        self.setObjectName("recordsTable")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.header().setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._select)
        self.doubleClicked.connect(lambda _index: self.field_wanted.emit(""))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show *rows*, and in them what is selected."""
        if list(rows) != self._shown:
            self._shown = list(rows)
            with QSignalBlocker(self.selectionModel()):
                self.rows.set_rows(rows)
            self._fit()
        self.follow()

    def say(self) -> None:
        """Take the words of the interface's language."""
        self._shown = None
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.rows.columnCount() - 1)

    def narrow(self, text: str) -> None:
        """Show only the rows in which all words of *text* stand."""
        with QSignalBlocker(self.selectionModel()):
            self.rows.narrow(text)
        self.follow()

    def follow(self) -> None:
        """Select what is selected in the session."""
        wanted = [row for each in self._session.selection if (row := self.rows.row_of(each)) >= 0]
        if sorted(wanted) == sorted(index.row() for index in self._chosen()):
            return
        last = self.rows.columnCount() - 1
        chosen = QItemSelection()
        for row in wanted:
            chosen.select(self.rows.index(row, 0), self.rows.index(row, last))
        with QSignalBlocker(self.selectionModel()):
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(chosen, flag.ClearAndSelect)
            if wanted:
                index = self.rows.index(wanted[-1], 0)
                self.selectionModel().setCurrentIndex(index, flag.NoUpdate)
                self.scrollTo(index)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen():
            self._session.attempt(Delete(self._ids()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            if self._chosen():
                self.field_wanted.emit("")
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> list[QModelIndex]:
        return self.selectionModel().selectedRows()

    def _ids(self) -> tuple[Id, ...]:
        return tuple(self.rows.id_at(index.row()) for index in self._chosen())

    def _select(self, *_changed: object) -> None:
        self._session.select(self._ids())

    def _fit(self) -> None:
        """Give each column room for its words, and one what is left, which is never little."""
        header, letter = self.header(), self.fontMetrics().averageCharWidth()
        others = [each for each in range(self.rows.columnCount()) if each != self._wide]
        wanted = {each: self._wanted_width(each) for each in others}
        least, room = _LEAST * letter, self.viewport().width()
        for most in _CAPS:
            rooms = {
                each: max(self._head_width(each), self._within(each, wanted[each], most * letter))
                for each in others
            }
            if sum(rooms.values()) + least <= room:
                break
        for each in others:
            header.resizeSection(each, rooms[each])
        header.resizeSection(self._wide, max(least, room - sum(rooms.values())))

    def _wanted_width(self, column: int) -> int:
        """Return the width of the longest text; of a column that may be cut, among the first."""
        shown = self.rows.columns[column]
        rows = self.rows.shown if shown.whole else self.rows.shown[:_MEASURED]
        longest = max((one_line(shown.text(row)) for row in rows), key=len, default="")
        return self.fontMetrics().horizontalAdvance(longest) + _ROOM

    def _within(self, column: int, wanted: int, most: int) -> int:
        return wanted if self.rows.columns[column].whole else min(wanted, most)

    def _head_width(self, column: int) -> int:
        text = self.rows.headerData(column, Qt.Orientation.Horizontal)
        return self.fontMetrics().horizontalAdvance(str(text)) + _ROOM


def card_symbol(table: RecordsTable, symbol: str, colour: str) -> tuple[str, str]:
    """Return a card's symbol and its colour as it is seen in *table*."""
    return symbol, seen(colour, table.palette())
