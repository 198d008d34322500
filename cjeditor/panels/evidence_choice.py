"""Asks which sources stand behind what is selected."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.markup import no_markup
from cjeditor.core.words import mark, tr, trn
from cjeditor.edits.edit import Edit
from cjeditor.edits.evidence import AddEvidence, PutBehind, TakeAwayEvidence
from cjeditor.edits.several import Several
from cjeditor.model.coverage import can_be_founded, sources_of
from cjeditor.model.filtering import folded
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence
from cjeditor.panels.icons import icon
from cjeditor.panels.labels import wrapped
from cjeditor.panels.sources import SYMBOLS, source_name, source_summary

_ID = Qt.ItemDataRole.UserRole
_CHECKED = Qt.CheckState.Checked


def founded(journey: Map, ids: Sequence[Id]) -> tuple[Id, ...]:
    """Return which records of *ids* a source can stand behind."""
    found = (journey.find(each) for each in ids)
    return tuple(each.id for each in found if each is not None and can_be_founded(type(each)))


class EvidenceChoice(QDialog):
    """The sources of the map, those behind the records checked; a source can be new.

    Return in the search field takes the first source that is found.
    """

    def __init__(self, journey: Map, records: Sequence[Id], parent: QWidget) -> None:
        super().__init__(parent)
        self._records = tuple(records)
        self._new = ""
        self.setWindowTitle(tr("Evidence"))
        self.setMinimumSize(460, 460)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a source"))
        self.search.setAccessibleName(tr("Find a source"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("Sources"))
        self._fill(journey, [journey.find(each) for each in records])
        self._before = {item.data(_ID): item.checkState() for item in self._items()}
        self.new = QPushButton(tr("New evidence …"))
        self.new.setAutoDefault(False)
        self.new.clicked.connect(self._make_new)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.addButton(self.new, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        said = trn("Sources behind {n} selected record:", "Sources behind {n} selected records:",
                   len(self._records))  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(wrapped(said))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.search.setFocus()

    def edit(self) -> Edit | None:
        """Return what was asked for as one edit; None if nothing was."""
        states = {item.data(_ID): item.checkState() for item in self._items()}
        changed = [each for each, state in states.items() if state != self._before[each]]
        put = tuple(each for each in changed if states[each] == _CHECKED)
        taken = tuple(each for each in changed if states[each] != _CHECKED)
        edits: list[Edit] = []
        if taken:
            edits.append(TakeAwayEvidence(taken, self._records))
        if put:
            edits.append(PutBehind(put, self._records))
        if self._new:
            source = Evidence(id=self._new, title=" ".join(self.search.text().split()))
            edits += [AddEvidence(source), PutBehind((source.id,), self._records)]
        return Several(tuple(edits), mark("Put evidence behind")) if edits else None

    @property
    def new_source(self) -> Id:
        """The id of the source that is to be made; "" for none."""
        return self._new

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows go to the list, and Return take what is found."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.list.count():
                self.list.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.text():
                self._take_first()
                return True
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _fill(self, journey: Map, records: Sequence[Any]) -> None:
        has = [sources_of(record) for record in records]
        for source in journey.ordered_evidence:
            summary = source_summary(source)
            text = f"{source_name(source)}  –  {summary}" if summary else source_name(source)
            item = QListWidgetItem(icon(SYMBOLS[source.kind], self.palette()), text)
            item.setToolTip(no_markup(text))
            item.setData(_ID, source.id)
            behind = sum(source.id in each for each in has)
            partly = Qt.CheckState.PartiallyChecked if behind else Qt.CheckState.Unchecked
            item.setCheckState(_CHECKED if behind == len(records) else partly)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _narrow(self, text: str) -> None:
        wanted = folded(text).split()
        found = []
        for item in self._items():
            name = folded(item.text())
            item.setHidden(not all(word in name for word in wanted))
            if not item.isHidden():
                found.append(item)
        if found:
            self.list.setCurrentItem(found[0])

    def _take_first(self) -> None:
        found = next((item for item in self._items() if not item.isHidden()), None)
        if found is not None:
            found.setCheckState(_CHECKED)
            self.accept()

    def _make_new(self) -> None:
        self._new = new_id()
        self.accept()
