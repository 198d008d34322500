"""The dialog in which every action gets the keys that the user wants."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.action import Action, full_name
from cjeditor.app.bindings import keys_of, shown
from cjeditor.app.fitting import fitting
from cjeditor.app.key_field import KeyField, objection, remark
from cjeditor.app.keys_model import KeysModel
from cjeditor.app.rows import RowDelegate
from cjeditor.app.settings import KEYS, SettingsFile
from cjeditor.app.window_actions import WindowActions
from cjeditor.core.words import tr
from cjeditor.panels.check_box import CheckBox
from cjeditor.panels.icons import icon
from cjeditor.panels.labels import ShortLabel, plain, wrapped


class KeysDialog(QDialog):
    """A list of the actions, and below it the keys of the chosen one; all holds at once."""

    def __init__(self, parent: QWidget, actions: WindowActions, settings: SettingsFile) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self.setWindowTitle(tr("Keys"))
        self.resize(fitting(self, 680, 620))
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self._model = KeysModel(actions, self.palette(), self)
        self.list = self._make_list()
        self.change = KeyChange(actions, self._give)
        self.singles = CheckBox(tr("Keys without Ctrl or Alt, such as digits that rate and ?"))
        self.singles.setChecked(settings.value.single_keys)
        self.singles.toggled.connect(lambda on: self._settings.change(single_keys=on))
        self._reset_all = QPushButton(tr("Reset all keys"))
        self._put_together()
        self.search.textChanged.connect(self._look_for)
        actions.keys_changed.connect(self._follow)
        self._look_for("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys go through the list while something is looked for."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if by and self._model.rowCount():
                row = (self.list.currentIndex().row() + by) % self._model.rowCount()
                self.list.setCurrentIndex(self._model.index(row, 0))
                return True
        return super().eventFilter(watched, event)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setObjectName("framed")
        made.setAccessibleName(tr("Actions"))
        made.setModel(self._model)
        made.setItemDelegate(RowDelegate(made))
        made.setUniformItemSizes(True)
        made.setMouseTracking(True)
        made.selectionModel().currentChanged.connect(self._show_chosen)
        made.activated.connect(lambda _index: self.change.field.setFocus())
        return made

    def _put_together(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.accept)
        self._reset_all.setAutoDefault(False)
        self._reset_all.clicked.connect(lambda: self._settings.change(keys=()))
        buttons.addButton(self._reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.change)
        column.addWidget(self.singles)
        column.addWidget(buttons)

    def _look_for(self, text: str) -> None:
        self._model.look_for(text)
        self.change.setEnabled(bool(self._model.rowCount()))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._reset_all.setEnabled(bool(self._settings.value.keys))

    def _show_chosen(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.change.show_action(self._model.action(index.row()))

    def _give(self, action: Action, keys: Sequence[QKeySequence]) -> None:
        self._settings.change(keys=self._actions.bindings.give(action, keys))

    def _follow(self) -> None:
        self._model.follow()
        self._reset_all.setEnabled(bool(self._settings.value.keys))
        self._show_chosen()


class KeyChange(QFrame):
    """The keys of one action, to take away and to add to.

    Args:
        give: Gives an action just these keys.
    """

    def __init__(
        self,
        actions: WindowActions,
        give: Callable[[Action, Sequence[QKeySequence]], None],
    ) -> None:
        super().__init__()
        self.setObjectName("row")
        self._actions = actions
        self._give = give
        self._action: Action | None = None
        self._name = ShortLabel()
        self._name.setProperty("role", "strong")
        self._caps = QHBoxLayout()
        self._caps.setSpacing(6)
        self.field = KeyField()
        self.field.keySequenceChanged.connect(self._judge)
        self.use = _button(tr("Use only this key"), self._use)
        self.add = _button(tr("Add this key"), self._add)
        self.reset = _button(tr("Reset"), self._reset)
        self.said = wrapped("", "note")
        self.said.setMinimumHeight(self.fontMetrics().height() * 2)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._put_together()

    def show_action(self, action: Action) -> None:
        """Show the keys of *action*, and take down a new one."""
        self._action = action
        self._name.show_text(full_name(action))
        while (old := self._caps.takeAt(0)) is not None:
            if (cap := old.widget()) is not None:
                cap.hide()
                cap.deleteLater()
        keys = self._keys()
        for key in keys:
            self._caps.addWidget(self._cap(key))
        if not keys:
            self._caps.addWidget(plain(tr("No key"), "note"))
        self.reset.setEnabled(self._actions.bindings.is_changed(action))
        self.field.clear()
        self._judge()

    def _put_together(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addLayout(self._caps)
        head.addWidget(self.reset)
        row.addWidget(self.field, 1)
        row.addWidget(self.use)
        row.addWidget(self.add)
        for each in (head, row):
            each.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.said)

    def _keys(self) -> list[QKeySequence]:
        return list(self._actions.bindings.keys[self._action.name]) if self._action else []

    def _cap(self, key: QKeySequence) -> QToolButton:
        cap = QToolButton()
        cap.setObjectName("cap")
        cap.setText(shown(key))
        cap.setIcon(icon("x", self.palette()))
        cap.setIconSize(QSize(12, 12))
        cap.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        cap.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        cap.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = tr("Take away {key}").format(key=shown(key))
        cap.setToolTip(text)
        cap.setAccessibleName(text)
        cap.clicked.connect(lambda: self._set([each for each in self._keys() if each != key]))
        return cap

    def _judge(self) -> None:
        """Say at once what the new key would mean."""
        key, keys = self.field.keySequence(), self._keys()
        if self._action is None or key.isEmpty():
            self._say(tr("Press the new key in the field above."), wrong=False)
            usable = False
        else:
            no = objection(self._action, key)
            self._say(no or remark(self._actions.bindings, self._action, key), wrong=bool(no))
            usable = not no
        self.use.setEnabled(usable and keys != [key])
        self.add.setEnabled(usable and key not in keys and len(keys) < KEYS)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.said.setProperty("role", "hint" if wrong else "note")
        self.said.style().polish(self.said)
        self.said.setText(text)
        self.field.setAccessibleDescription(text)

    def _use(self) -> None:
        self._set([self.field.keySequence()])

    def _add(self) -> None:
        self._set([*self._keys(), self.field.keySequence()])

    def _reset(self) -> None:
        if self._action is not None:
            self._give(self._action, keys_of(self._action))

    def _set(self, keys: Sequence[QKeySequence]) -> None:
        if self._action is not None:
            self._give(self._action, keys)
            self.field.setFocus()


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(act)
    return button
