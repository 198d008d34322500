"""The evidence behind a card: its sources, shown, added and edited."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMenu, QToolButton, QVBoxLayout

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark, tr, trn
from cjeditor.edits.evidence import AddEvidence
from cjeditor.edits.records import SetField
from cjeditor.edits.several import Several
from cjeditor.kinds.card import Card
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS, Evidence
from cjeditor.panels import options
from cjeditor.panels.fields import fields_of
from cjeditor.panels.form import Form
from cjeditor.panels.rows import Row, RowList
from cjeditor.panels.writing import write_records
from cjeditor.session.session import Session


class EvidencePart(RowList):
    """The sources of one card."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._card: Id = ""
        self._shown: object = None

    def show_card(self, card: Card, journey: Map) -> None:
        self._card = card.id
        sources = [journey.evidence[each] for each in card.evidence]
        if sources == self._shown:
            return
        self._shown = sources
        self.clear()
        self.add_caption(tr("Evidence"))
        for source in sources:
            self.add(self._row(source))
        self.add(self._more_button())

    def _row(self, source: Evidence) -> Row:
        title = source.title or tr(EVIDENCE_KINDS[source.kind])
        row = Row(title, "file-text", note=_summary(source))
        row.opened.connect(lambda: self._open(source.id))
        row.removed.connect(lambda: self._set(lambda old: tuple(e for e in old if e != source.id)))
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
        has = self._session.journey.cards[self._card].evidence
        for key, option in options.evidence(self._session.journey).items():
            if key not in has:
                action = menu.addAction(option.label[:60].replace("&", "&&"))
                action.triggered.connect(self._adder(key))

    def _adder(self, key: Id) -> Callable[[], None]:
        return lambda: self._set(lambda old: (*old, key))

    def _set(self, change: Callable[[tuple[Id, ...]], tuple[Id, ...]]) -> None:
        old = self._session.journey.cards[self._card].evidence
        self._session.attempt(SetField((self._card,), "evidence", change(old)))

    def _add_new(self) -> None:
        source = Evidence(id=new_id())
        old = self._session.journey.cards[self._card].evidence
        use = SetField((self._card,), "evidence", (*old, source.id))
        self._session.attempt(Several((AddEvidence(source), use), mark("Add evidence")))
        self._open(source.id)

    def _open(self, source: Id) -> None:
        EvidenceDialog(self._session, source, self).exec()


class EvidenceDialog(QDialog):
    """The fields of one source; every change is an ordinary edit that can be undone."""

    def __init__(self, session: Session, source: Id, parent: RowList) -> None:
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


def _summary(source: Evidence) -> str:
    """Return kind, date and size in one line: "Survey · 2026-07-14 · n = 314"."""
    parts = [tr(EVIDENCE_KINDS[source.kind]) if source.title else "", source.date or ""]
    if source.respondents is not None:
        parts.append(trn("n = {n}", "n = {n}", source.respondents))
    return " · ".join(part for part in parts if part)
