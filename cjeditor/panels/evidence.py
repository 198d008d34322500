"""The evidence behind a record: its sources, shown, added and edited."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, mark, tr, trn
from cjeditor.edits.evidence import AddEvidence, PutBehind, TakeAwayEvidence
from cjeditor.edits.several import Several
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import kind_of_card
from cjeditor.model.coverage import backed, sources_of
from cjeditor.model.map import Map
from cjeditor.model.naming import spoken
from cjeditor.model.records import Evidence
from cjeditor.panels import options
from cjeditor.panels.fields import fields_of
from cjeditor.panels.form import Form
from cjeditor.panels.labels import plain
from cjeditor.panels.rows import Row, RowList
from cjeditor.panels.sources import SYMBOLS, source_name, source_summary
from cjeditor.panels.writing import write_records
from cjeditor.session.session import Session

_MOST: Final = 60
"""Rows of what a source stands behind; widgets take their time."""


class EvidencePart(RowList):
    """The sources behind one record, whatever table it is of; a figure has room for one."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._record: Id = ""
        self._shown: object = None
        self._more: QToolButton | None = None

    def show_record(self, record: Any, journey: Map) -> None:
        sources = [journey.evidence[each] for each in sources_of(record)]
        shown = (record.id, sources)
        if shown == self._shown:
            return
        self._record, self._shown = record.id, shown
        self.clear()
        self.add_caption(tr("Evidence"))
        for source in sources:
            self.add(self._row(source))
        self._more = self._more_button()
        self.add(self._more)

    def focus_more(self) -> None:
        """Give the keyboard to what adds a source."""
        if self._more is not None:
            self._more.setFocus()

    def _row(self, source: Evidence) -> Row:
        row = Row(source_name(source), SYMBOLS[source.kind], note=source_summary(source))
        row.opened.connect(lambda: self._open(source.id))
        row.removed.connect(
            lambda: self._session.attempt(TakeAwayEvidence((source.id,), (self._record,)))
        )
        return row

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("plus")
        button.setText("+")
        button.setAccessibleName(tr("Add evidence"))
        button.setToolTip(tr("Add evidence"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(tr("New evidence …")).triggered.connect(self._add_new)
        menu.addSeparator()
        has = sources_of(self._session.journey.find(self._record))
        for key, option in options.evidence(self._session.journey).items():
            if key not in has:
                action = menu.addAction(option.label[:60].replace("&", "&&"))
                action.triggered.connect(self._adder(key))

    def _adder(self, key: Id) -> Callable[[], object]:
        return lambda: self._session.attempt(PutBehind((key,), (self._record,)))

    def _add_new(self) -> None:
        source = Evidence(id=new_id())
        use = PutBehind((source.id,), (self._record,))
        self._session.attempt(Several((AddEvidence(source), use), mark("Add evidence")))
        self._open(source.id)

    def _open(self, source: Id) -> None:
        EvidenceDialog(self._session, source, self).exec()


class BackedPart(RowList):
    """What one source stands behind: cards first, as the map is read."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: object = None

    def show_source(self, source: Evidence, journey: Map) -> None:
        records = backed(journey).get(source.id, ())
        if (source.id, records) == self._shown:
            return
        self._shown = (source.id, records)
        self.clear()
        self.add_caption(trn("Stands behind {n} record", "Stands behind {n} records",
                             len(records)))  # fmt: skip
        for record in records[:_MOST]:
            self.add(self._row(source.id, record, journey))
        if len(records) > _MOST:
            self.add(plain(trn("and {n} more", "and {n} more", len(records) - _MOST), "note"))

    def _row(self, source: Id, record: Any, journey: Map) -> Row:
        kind = kind_of_card(record) if isinstance(record, Card) else None
        symbol, colour = (kind.symbol, kind.full) if kind else ("file-text", "")
        row = Row(spoken(journey, record.id, interface()), symbol, colour)
        row.opened.connect(lambda: self._session.select((record.id,)))
        row.removed.connect(
            lambda: self._session.attempt(TakeAwayEvidence((source,), (record.id,)))
        )
        return row


class EvidenceDialog(QDialog):
    """The fields of one source; every change is an ordinary edit that can be undone."""

    def __init__(self, session: Session, source: Id, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Evidence"))
        self.setMinimumWidth(420)
        form = Form(fields_of(Evidence))
        form.show_records([session.journey.evidence[source]], session.journey)
        write_records(form, session, lambda: (source,))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addWidget(form)
        column.addWidget(buttons)
        form.focus("title")
