"""The page of the map check: the seven steps at the left, what the rules find at the right."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeView,
    QVBoxLayout,
)

from cjeditor.checks.check import Told, checking, silence_key
from cjeditor.checks.guide import GUIDE, STANDINGS, Standing, next_step
from cjeditor.checks.rule import Rule
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.silencing import Silence, Unsilence
from cjeditor.model.map import Map
from cjeditor.panels.flow import flowing
from cjeditor.panels.icons import coloured, quiet, seen, show_beside
from cjeditor.panels.labels import plain, wrapped
from cjeditor.session.session import Session
from cjeditor.tools.check.findings_model import Findings
from cjeditor.tools.tool import GAP, ToolPage

_SYMBOLS: Final[dict[Standing, str]] = {
    "to do": "circle",
    "begun": "circle-dot",
    "done": "circle-check",
}
_DONE: Final = "#2f855a"
_PATIENCE: Final = 120
"""Milliseconds without a change after which the map is checked anew."""

_FEW: Final = 12
"""A rule with no more findings is open at first."""


class CheckPage(ToolPage):
    """Where the map stands, what it lacks, and the way there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._checked: Map | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self._asking: Iterator[Told] = iter(())
        self._told: list[Told] = []
        self._next = QTimer(self)
        self._next.timeout.connect(self._ask_next)
        self.guide = QListWidget()
        self.guide.setObjectName("framed")
        self.guide.setWordWrap(True)
        self.guide.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.guide.currentRowChanged.connect(self._show_advice)
        self.advice = wrapped("")
        self.findings = QTreeView()
        self.findings.setObjectName("framed")
        self.findings.setHeaderHidden(True)
        self.findings.setUniformRowHeights(True)
        self.findings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.findings.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.model = Findings(self.findings)
        self.findings.setModel(self.model)
        self.findings.activated.connect(self._go)
        self.findings.selectionModel().currentChanged.connect(self._show_choice)
        self.good = wrapped("", "strong")
        self.reason = wrapped("")
        self.show_me, self.mend = QPushButton(), QPushButton()
        self.silence, self.tell = QPushButton(), QPushButton()
        self.show_me.clicked.connect(lambda: self._go(self.findings.currentIndex()))
        self.mend.clicked.connect(self._mend)
        self.silence.clicked.connect(self._silence)
        self.tell.clicked.connect(self._tell)
        self._steps, self._rules = plain("", "section"), plain("", "section")
        self._lay_out()
        self.setFocusProxy(self.findings)

    def say(self) -> None:
        self.set_words(
            tr("Check"), tr("Where the map stands on its way, and what would make it better.")
        )
        self._steps.setText(tr("The seven steps"))
        self._rules.setText(tr("What the map lacks"))
        self.guide.setAccessibleName(self._steps.text())
        self.findings.setAccessibleName(self._rules.text())
        self.good.setText(tr("Nothing is missing that the check knows of."))
        for button, symbol, text in (
            (self.show_me, "target", tr("Show me")),
            (self.silence, "eye-off", tr("Do not tell again")),
            (self.tell, "eye", tr("Tell again")),
        ):
            button.setText(text)
            show_beside(button, symbol)
        self._checked = None

    def follow(self) -> None:
        """Check the map when nothing has changed for a moment; at once for the first time."""
        journey = self.session.journey
        if self._checked is None:
            self._begin()
            while self._next.isActive():
                self._ask_next()
        elif journey is not self._checked:
            self._timer.start(_PATIENCE)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._steps)
        left.addWidget(self.guide, 1)
        left.addWidget(self.advice)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._rules)
        right.addWidget(self.good)
        right.addWidget(self.findings, 1)
        right.addWidget(self.reason)
        right.addWidget(flowing((self.show_me, self.mend, self.silence, self.tell)))
        columns = QHBoxLayout()
        columns.setSpacing(GAP + 4)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        self.body.addLayout(columns, 1)

    # --- checking

    def _begin(self) -> None:
        """Check the map, one rule at a time, so that keys are answered in between."""
        journey = self.session.journey
        if journey is self._checked:
            return
        self._checked = journey
        self._show_guide(journey)
        self._asking, self._told = checking(journey), []
        self._next.start(0)

    def _ask_next(self) -> None:
        told = next(self._asking, None)
        if told is not None:
            self._told.append(told)
            return
        self._next.stop()
        if self._checked is not None:
            self._show_findings(self._told, self._checked)

    def _show_guide(self, journey: Map) -> None:
        words = interface()
        row = self.guide.currentRow()
        while self.guide.count() < len(GUIDE):
            self.guide.addItem(QListWidgetItem())
        for number, step in enumerate(GUIDE):
            count = step.count(journey)
            colour = (
                seen(_DONE, self.palette()) if count.standing == "done" else quiet(self.palette())
            )
            item = self.guide.item(number)
            standing, told = tr(STANDINGS[count.standing]), step.told(words, count)
            item.setText(f"{number + 1}. {tr(step.title)}\n{standing} · {told}")
            item.setIcon(coloured(_SYMBOLS[count.standing], colour))
        if row < 0:
            coming = next_step(journey)
            self.guide.setCurrentRow(0 if coming is None else GUIDE.index(coming))
        self._show_advice(self.guide.currentRow())

    def _show_advice(self, row: int) -> None:
        self.advice.setText(tr(GUIDE[row].advice) if row >= 0 else "")

    def _show_findings(self, found: Sequence[Told], journey: Map) -> None:
        chosen, finding = self._rule(), self.model.finding_at(self.findings.currentIndex())
        opened = {
            told.rule.name
            for row in range(self.model.rowCount())
            if (told := self.model.told_at(index := self.model.index(row, 0)))
            and self.findings.isExpanded(index)
        }
        was_empty = not self.model.rowCount()
        if self.model.show_told(found, journey):
            for row in range(self.model.rowCount()):
                index = self.model.index(row, 0)
                told = self.model.told_at(index)
                if told is not None and (told.rule.name in opened or was_empty):
                    self.findings.setExpanded(index, len(told.findings) <= _FEW or not was_empty)
            index = self.model.index_of(chosen, finding) if chosen else QModelIndex()
            self.findings.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        has_any = self.model.rowCount() > 0
        self.findings.setVisible(has_any)
        self.good.setVisible(not has_any)
        self._show_choice()

    # --- what is chosen

    def _rule(self) -> Rule | None:
        told = self.model.told_at(self.findings.currentIndex())
        return None if told is None else told.rule

    def _show_choice(self, *_changed: object) -> None:
        index = self.findings.currentIndex()
        told, finding = self.model.told_at(index), self.model.finding_at(index)
        self.reason.setText("" if told is None else tr(told.rule.reason))
        self.show_me.setEnabled(finding is not None)
        can_mend = finding is not None and finding.mend is not None
        self.mend.setVisible(told is not None and bool(told.rule.mend_label))
        self.mend.setEnabled(can_mend)
        if told is not None and told.rule.mend_label:
            self.mend.setText(tr(told.rule.mend_label))
            show_beside(self.mend, "check")
        self.silence.setEnabled(told is not None and bool(told.findings))
        self.tell.setVisible(told is not None and bool(told.silenced))

    def _go(self, index: QModelIndex) -> None:
        """Show what a finding is about, where it is at home; open or close a rule."""
        finding = self.model.finding_at(index)
        if finding is None:
            return
        record: Id = finding.record
        self.record_wanted.emit("" if record == self.session.journey.id else record)

    def _mend(self) -> None:
        finding = self.model.finding_at(self.findings.currentIndex())
        if finding is not None and finding.mend is not None:
            self.session.attempt(finding.mend)

    def _silence(self) -> None:
        rule = self._rule()
        if rule is not None:
            finding = self.model.finding_at(self.findings.currentIndex())
            self.session.attempt(Silence((silence_key(rule, finding),)))

    def _tell(self) -> None:
        rule = self._rule()
        if rule is not None:
            self.session.attempt(Unsilence(rule.name))
