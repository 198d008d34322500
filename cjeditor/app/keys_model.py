"""The actions with their keys as a list that can be searched."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette

from cjeditor.app.action import Action, full_name
from cjeditor.app.rows import KEYS, NOTE, STRONG
from cjeditor.app.search_ranking import Query
from cjeditor.app.window_actions import WindowActions
from cjeditor.core.words import tr
from cjeditor.model.filtering import folded
from cjeditor.panels.icons import icon

_Index = QModelIndex | QPersistentModelIndex


class KeysModel(QAbstractListModel):
    """The actions that fit what is looked for, in the order of the table."""

    def __init__(self, actions: WindowActions, palette: QPalette, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._palette = palette
        self._table: Sequence[Action] = [action for action, _made in actions.items()]
        self._shown = list(self._table)

    def look_for(self, text: str) -> None:
        """Show the actions whose name or key has *text*; all of them for ""."""
        query = Query(text)
        self.beginResetModel()
        self._shown = [each for each in self._table if query.rank(self._said(each)) is not None]
        self.endResetModel()

    def action(self, row: int) -> Action:
        return self._shown[row]

    def row_of(self, action: Action) -> int:
        """Return where *action* stands; 0 if it does not."""
        return self._shown.index(action) if action in self._shown else 0

    def follow(self) -> None:
        """Say that keys have changed."""
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        action = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return full_name(action)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join((full_name(action), *self._actions.keys(action.name)))
            case Qt.ItemDataRole.DecorationRole:
                return icon(action.icon or "bolt", self._palette)
            case _ if role == KEYS:
                return self._actions.keys(action.name)
            case _ if role == STRONG:
                return self._is_changed(action)
            case _ if role == NOTE:
                return tr("Changed") if self._is_changed(action) else ""
        return None

    def _is_changed(self, action: Action) -> bool:
        return self._actions.bindings.is_changed(action)

    def _said(self, action: Action) -> str:
        keys = (key.replace("+", " ") for key in self._actions.keys(action.name))
        return folded("  ".join((full_name(action), *self._actions.keys(action.name), *keys)))
