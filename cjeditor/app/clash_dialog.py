"""The dialog about what two versions do not agree on: for each point, yours or theirs."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.changes.merge import Clash, Merge
from cjeditor.changes.telling import clash_sentence
from cjeditor.core.words import interface, tr
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.labels import one_line, wrapped

_WIDTH, _HEIGHT = 680, 460

_WAYS: Final[dict[int, bool]] = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
"""Which keys decide for theirs, and which for mine."""


class ClashDialog(QDialog):
    """A list of clashes; every one stands for yours until it is decided otherwise.

    The arrow keys left and right decide for the one that is chosen in the list.
    """

    def __init__(self, parent: QWidget, merged: Merge) -> None:
        super().__init__(parent)
        self._clashes = merged.clashes
        self._texts = [clash_sentence(each, merged, interface()) for each in self._clashes]
        self._for_theirs: set[int] = set()
        self.setWindowTitle(tr("Merge: both changed the same"))
        self.resize(fitting(self, _WIDTH, _HEIGHT))
        self.list = _List()
        self.list.setAccessibleName(tr("What both have changed"))
        self.mine = QRadioButton(tr("Keep mine"))
        self.theirs = QRadioButton(tr("Take theirs"))
        self.all_mine = QPushButton(tr("Mine for all"))
        self.all_theirs = QPushButton(tr("Theirs for all"))
        for number in range(len(self._clashes)):
            self.list.addItem(QListWidgetItem())
            self._write(number)
        self._put_together()
        self.list.currentRowChanged.connect(self._show)
        self.list.decided.connect(self._decide)
        self.mine.clicked.connect(lambda _on: self._decide(False))
        self.theirs.clicked.connect(lambda _on: self._decide(True))
        self.all_mine.clicked.connect(lambda _on: self._decide_all(False))
        self.all_theirs.clicked.connect(lambda _on: self._decide_all(True))
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def for_theirs(self) -> Sequence[Clash]:
        """The clashes that are decided for theirs."""
        return [self._clashes[number] for number in sorted(self._for_theirs)]

    def _put_together(self) -> None:
        group = QButtonGroup(self)
        holder = QWidget()
        choice = FlowLayout(holder, 12)
        for button in (self.mine, self.theirs):
            group.addButton(button)
            choice.addWidget(button)
        for push in (self.all_mine, self.all_theirs):
            push.setAutoDefault(False)
            choice.addWidget(push)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        agree = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        hint = tr(
            "All else is put together. Decide here whose version counts; the arrow keys left and "
            "right choose too. One step of undo takes it all back."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(wrapped(hint, "note"))
        column.addWidget(self.list, 1)
        column.addWidget(holder)
        column.addWidget(buttons)

    def _decide(self, for_theirs: bool) -> None:
        number = self.list.currentRow()
        if number >= 0:
            self._put(number, for_theirs)
            self._show(number)

    def _decide_all(self, for_theirs: bool) -> None:
        for number in range(len(self._clashes)):
            self._put(number, for_theirs)
        self._show(self.list.currentRow())

    def _put(self, number: int, for_theirs: bool) -> None:
        if for_theirs:
            self._for_theirs.add(number)
        else:
            self._for_theirs.discard(number)
        self._write(number)

    def _write(self, number: int) -> None:
        decided = tr("Theirs") if number in self._for_theirs else tr("Mine")
        text = tr("{decided} – {clash}").format(decided=decided, clash=self._texts[number])
        self.list.item(number).setText(one_line(text))

    def _show(self, number: int) -> None:
        is_theirs = number in self._for_theirs
        self.theirs.setChecked(is_theirs)
        self.mine.setChecked(not is_theirs)


class _List(QListWidget):
    """The clashes, whole; a long one takes several lines.

    Signals:
        decided: An arrow key was pressed; whether it says theirs.
    """

    decided = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("framed")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            self.decided.emit(way)
