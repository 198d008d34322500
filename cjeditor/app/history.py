"""The list of undo steps: where the map stands, where it was saved, and a way to each."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from cjeditor.app.rows import FAINT, NOTE, STRONG, RowDelegate
from cjeditor.core.words import tr
from cjeditor.panels.icons import coloured, icon
from cjeditor.panels.labels import one_line, plain
from cjeditor.session.session import Session

WIDTH: Final = 340
_MOST: Final = 12
"""Steps that are seen at once."""

_Index = QModelIndex | QPersistentModelIndex


class Steps(QAbstractListModel):
    """The undo steps from the first to the last, and the beginning before them."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = session.undo_stack
        self._widget = parent

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._stack.count() + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self._text(row), self._place(row), self._note(row))))
            case Qt.ItemDataRole.DecorationRole:
                palette = self._widget.palette()
                if row == self._stack.index():
                    return coloured("circle-dot", palette.link().color().name())
                return icon("circle", palette)
            case _ if role == NOTE:
                return self._note(row)
            case _ if role == STRONG:
                return row == self._stack.index()
            case _ if role == FAINT:
                return row > self._stack.index()
        return None

    def follow(self) -> None:
        """Say that the map stands elsewhere now."""
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def _text(self, row: int) -> str:
        return one_line(self._stack.text(row - 1)) if row else tr("Before all changes")

    def _note(self, row: int) -> str:
        return tr("Saved") if self._session.is_saved_at(row) else ""

    def _place(self, row: int) -> str:
        if row == self._stack.index():
            return tr("The map is here")
        return tr("Undone") if row > self._stack.index() else ""


class HistoryPopup(QFrame):
    """The steps in a panel; a click or Enter goes to one, Escape closes it."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("history")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("History"))
        self._session = session
        self._steps = Steps(session, self)
        self.list = QListView()
        self.list.setObjectName("steps")
        self.list.setAccessibleName(tr("History"))
        self.list.setModel(self._steps)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        hint = plain(tr("Enter goes there, Esc closes"), "caption")
        hint.setContentsMargins(10, 0, 10, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 4)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        column.addWidget(hint)
        session.undo_stack.indexChanged.connect(self._steps.follow)

    def open_below(self, widget: QWidget) -> None:
        """Show it under *widget*, at the step where the map stands."""
        here = self._steps.index(self._session.undo_stack.index(), 0)
        rows = min(self._steps.rowCount(), _MOST)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 4)
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        self.list.setCurrentIndex(here)
        self.list.scrollTo(here, QListView.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def _go(self, index: QModelIndex) -> None:
        if index.row() != self._session.undo_stack.index():
            self._session.travel(index.row())
