"""The tool Actions: the opportunities as a list of what is to be done."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLineEdit

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, mark, tr, trn
from cjeditor.kinds.opportunity import KINDS
from cjeditor.model.actions import ToDo, to_do
from cjeditor.model.naming import one_line, step_name
from cjeditor.panels.labels import plain
from cjeditor.session.session import Session
from cjeditor.tools.nothing_yet import NothingYet
from cjeditor.tools.priorities.page import status_name
from cjeditor.tools.records_table import RecordsTable, TableColumn, card_symbol
from cjeditor.tools.tool import ToolPage


class ActionsPage(ToolPage):
    """A table of the opportunities, those that are due first.

    Args:
        today: Returns the day that is today.

    Attributes:
        table: The opportunities.
        search: Narrows the table.
    """

    def __init__(self, session: Session, today: Callable[[], date] = date.today) -> None:
        super().__init__(session)
        self._today = today
        self.table = RecordsTable(session, self._columns(), lambda row: row.card.id, wide=1)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.table.narrow)
        self._count = plain("", "note")
        self._empty = NothingYet()
        self._empty.wanted.connect(lambda: self.map_wanted.emit(""))
        self.body.addWidget(self.search)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._count)
        self.body.addStretch()
        self.table.field_wanted.connect(self.field_wanted)
        self.setFocusProxy(self.table)

    def say(self) -> None:
        self.set_words(
            tr("Action list"),
            tr(
                "What is to be done, by whom and until when: the opportunities of the map. "
                "Enter goes to the fields of the selected one."
            ),
        )
        self.table.setAccessibleName(tr("Action list"))
        self.search.setPlaceholderText(tr("Find an action"))
        self.search.setAccessibleName(tr("Find an action"))
        self._empty.set_words(
            tr("The map has no opportunity yet; add one to the map first."), tr("Go to the map")
        )
        self.table.say()

    def follow(self) -> None:
        rows = to_do(self.session.journey, self._today())
        self.table.show_rows(rows)
        self._empty.setVisible(not rows)
        for part in (self.search, self.table, self._count):
            part.setVisible(bool(rows))
        self.setFocusProxy(self.table if rows else self._empty.button)
        late = sum(row.is_overdue for row in rows)
        counts = [trn("{n} opportunity", "{n} opportunities", len(rows))]
        if late:
            counts.append(trn("{n} overdue", "{n} overdue", late))
        self._count.setText(" · ".join(counts))

    def show_record(self, record: Id) -> None:
        self.search.clear()
        super().show_record(record)

    def _columns(self) -> tuple[TableColumn, ...]:
        def place(row: ToDo) -> str:
            return step_name(self.session.journey, row.card.first_step, interface())

        def column(row: ToDo) -> int:
            return self.session.journey.column_of[row.card.first_step]

        def symbol(_row: Any) -> tuple[str, str]:
            return card_symbol(self.table, KINDS[0].symbol, KINDS[0].full)

        return (
            TableColumn(mark("Due"), due_text, lambda row: row.card.due, whole=True),
            TableColumn(mark("Opportunity"), lambda row: row.card.text, symbol=symbol),
            TableColumn(mark("Owner"), lambda row: row.card.owner),
            TableColumn(mark("Status"), lambda row: status_name(row.card)),
            TableColumn(mark("Solves"), _solved),
            TableColumn(mark("Step"), place, column),
        )


def due_text(row: ToDo) -> str:
    """Return the day, and a word if it is past: "2026-11-20 (overdue)"."""
    day = row.card.due or ""
    return tr("{date} (overdue)").format(date=day) if row.is_overdue else day


def _solved(row: ToDo) -> str:
    return "; ".join(one_line(pain.text) for pain in row.solves)
