"""The tool Evidence: the library of sources, and what each stage of the map rests on."""

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, mark, tr, trn
from cjeditor.edits.evidence import AddEvidence
from cjeditor.edits.records import Delete, Duplicate
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.layout.coverage_strip import coverage_strip, spoken_coverage
from cjeditor.model.coverage import HYPOTHESIS, Coverage, backed, coverage_by_stage, coverage_of
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS, Evidence
from cjeditor.panels.icons import icon, show_beside
from cjeditor.panels.labels import wrapped
from cjeditor.panels.sources import SYMBOLS, source_name
from cjeditor.session.session import Session
from cjeditor.tools.chart_view import ChartView, scrolled
from cjeditor.tools.evidence.accessible import AccessibleStrip
from cjeditor.tools.records_table import RecordsTable, TableColumn, card_symbol
from cjeditor.tools.tool import ToolPage


class EvidencePage(ToolPage):
    """What the stages rest on above, the sources below.

    Attributes:
        strip: What each stage rests on.
        table: The sources.
        search: Narrows the table.
        add, copy, remove: Make a source, copy the chosen ones, delete them.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shown: Map | None = None
        self._stages: Mapping[Id, Coverage] = {}
        self._chips = Chips()
        self.strip = ChartView(self._plan)
        self._told = AccessibleStrip(self.strip)
        self.table = RecordsTable(session, self._columns(), lambda row: row[0].id)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.add, self.copy, self.remove = QPushButton(), QToolButton(), QToolButton()
        self._hypothesis = wrapped("", "strong")
        self._empty = wrapped("", "note")
        for button in (self.remove, self.copy, self.add):
            self.buttons.addWidget(button)
        self._above = scrolled(self.strip)
        self.body.addWidget(self._hypothesis)
        self.body.addWidget(self._above)
        self.body.addWidget(self.search)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self.strip.grown.connect(self._give_room)
        self.add.clicked.connect(self._add)
        self.copy.clicked.connect(self._copy)
        self.remove.clicked.connect(lambda: session.attempt(Delete(self._chosen())))
        self.search.textChanged.connect(self.table.narrow)
        self.table.field_wanted.connect(self.field_wanted)
        self.setFocusProxy(self.table)

    def say(self) -> None:
        self.set_words(
            tr("Evidence"),
            tr(
                "The sources behind the map, numbers and stories. On the map, “Evidence …” puts "
                "them behind the selected cards."
            ),
        )
        self.add.setText(tr("New source"))
        show_beside(self.add, "plus")
        for button, text, symbol in (
            (self.copy, tr("Duplicate"), "copy-plus"),
            (self.remove, tr("Delete"), "trash"),
        ):
            button.setIcon(icon(symbol, self.palette()))
            button.setAccessibleName(text)
            button.setToolTip(text)
        self.table.setAccessibleName(tr("Sources"))
        self.strip.setAccessibleName(tr("What each stage rests on"))
        self.search.setPlaceholderText(tr("Find a source"))
        self.search.setAccessibleName(tr("Find a source"))
        self._hypothesis.setText(tr(HYPOTHESIS))
        self._empty.setText(
            tr("The map has no sources yet. Add one: an interview, a survey, a figure, a review.")
        )
        self.table.say()
        self._shown = None

    def follow(self) -> None:
        if self.session.journey is self._shown:
            self.table.follow()
        else:
            self._show_map(self.session.journey)
        chosen = bool(self._chosen())
        self.copy.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _show_map(self, journey: Map) -> None:
        self._shown = journey
        self._stages = coverage_by_stage(journey)
        self.strip.show_map(journey)
        self._told.follow(spoken_coverage(journey, self._stages, interface()))
        behind = {
            source: (sum(isinstance(each, Card) for each in records), len(records))
            for source, records in backed(journey).items()
        }
        rows = [(source, behind.get(source.id)) for source in journey.ordered_evidence]
        self.table.show_rows(rows)
        self._hypothesis.setVisible(coverage_of(journey).is_hypothesis)
        self._empty.setVisible(not rows)
        self.search.setVisible(bool(rows))

    def show_record(self, record: Id) -> None:
        self.search.clear()
        super().show_record(record)

    def _plan(self, journey: Map, width: float, _height: float, look: Look) -> Chart:
        return coverage_strip(journey, self._stages, width, look, self._chips)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self, *_height: int) -> None:
        """Let the strip be as high as it needs to be, if the table keeps most of the page."""
        self._above.setFixedHeight(min(self.strip.minimumHeight(), self.height() * 2 // 5))

    def _chosen(self) -> tuple[Id, ...]:
        known = self.session.journey.evidence
        return tuple(each for each in self.session.selection if each in known)

    def _add(self) -> None:
        source = Evidence(id=new_id())
        self.search.clear()
        if self.session.attempt(AddEvidence(source)):
            self.session.select((source.id,))
            self.field_wanted.emit("title")

    def _copy(self) -> None:
        chosen = self._chosen()
        copies = tuple(new_id() for _ in chosen)
        if self.session.attempt(Duplicate(chosen, copies)):
            self.session.select(copies)

    def _columns(self) -> tuple[TableColumn, ...]:
        return (
            TableColumn(mark("Title"), lambda row: source_name(row[0]),
                        symbol=lambda row: card_symbol(self.table, SYMBOLS[row[0].kind], "")),
            TableColumn(mark("Kind"), lambda row: tr(EVIDENCE_KINDS[row[0].kind])),
            TableColumn(mark("Date"), lambda row: row[0].date or ""),
            TableColumn(mark("Respondents"), lambda row: _number(row[0].respondents),
                        lambda row: row[0].respondents, number=True),
            TableColumn(mark("Stands behind"), _behind, lambda row: row[1] or (0, 0)),
            TableColumn(mark("Link"), lambda row: row[0].link),
        )  # fmt: skip


def _behind(row: tuple[Evidence, tuple[int, int] | None]) -> str:
    """Return "4 cards, 1 other record"."""
    cards, records = row[1] or (0, 0)
    parts = [trn("{n} card", "{n} cards", cards)]
    if records > cards:
        parts.append(trn("{n} other record", "{n} other records", records - cards))
    return ", ".join(parts)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
