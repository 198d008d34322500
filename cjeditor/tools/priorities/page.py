"""The tool Priorities: opportunities by impact and effort, pain points by their weight."""

from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, mark, tr
from cjeditor.edits.ratings import RateOpportunities
from cjeditor.kinds.fields import STATUSES
from cjeditor.kinds.look import Look
from cjeditor.kinds.pain import KIND, Pain
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.layout.matrix import matrix, next_rating
from cjeditor.model.map import Map
from cjeditor.model.naming import step_name
from cjeditor.model.priorities import QUADRANTS, RankedPain, quadrant_of, ranked_pains
from cjeditor.panels.labels import wrapped
from cjeditor.session.session import Session
from cjeditor.tools.chart_board import ChartBoard
from cjeditor.tools.chart_view import scrolled
from cjeditor.tools.nothing_yet import NothingYet
from cjeditor.tools.records_table import RecordsTable, TableColumn, card_symbol
from cjeditor.tools.segments import Segments
from cjeditor.tools.tool import GAP, ToolPage

_MATRIX, _PAINS = 0, 1

_LEAST: Final = 640.0
"""Points of width in which the cells of the matrix have room for words."""


class PrioritiesPage(ToolPage):
    """A matrix of the opportunities and a ranked table of the pain points.

    Attributes:
        board: The matrix.
        pains: The table.
        views: Bring one of the two to the front.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chips = Chips()
        self.board = ChartBoard(
            session,
            self._plan,
            self._rate,
            next_rating,
            name_of_rating,
            arrows_move=True,
            least=_LEAST,
        )
        self.pains = RecordsTable(session, self._columns(), lambda row: row.pain.id, wide=1)
        self._formula = wrapped("", "note")
        self._no_opportunity, self._no_pain = NothingYet(), NothingYet()
        for empty in (self._no_opportunity, self._no_pain):
            empty.wanted.connect(lambda: self.map_wanted.emit(""))
        self._area = scrolled(self.board)
        self.views = Segments(
            [
                _column(self._no_opportunity, self._area),
                _column(self._no_pain, self._formula, self.pains),
            ]
        )
        self.buttons.addWidget(self.views)
        self.body.addWidget(self.views.stack, 1)
        self.board.field_wanted.connect(self.field_wanted)
        self.pains.field_wanted.connect(self.field_wanted)
        self.board.told.connect(self.hint)
        self.board.typed.connect(self._take_key)
        self.setFocusProxy(self.board)

    def say(self) -> None:
        self.set_words(
            tr("Priorities"),
            tr(
                "What is worth doing first. Drag an opportunity to where it belongs, or move it "
                "with the arrow keys; Ctrl and an arrow key go to another one, 0 takes its "
                "rating away."
            ),
        )
        self.views.set_words([tr("Opportunities"), tr("Pain points")])
        self.board.setAccessibleName(tr("Matrix of impact and effort"))
        self.pains.setAccessibleName(tr("Pain points by weight"))
        self._no_opportunity.set_words(
            tr("The map has no opportunity yet; add one to the map first."), tr("Go to the map")
        )
        self._no_pain.set_words(
            tr("The map has no pain point yet; add one to the map first."), tr("Go to the map")
        )
        self._formula.setText(
            tr(
                "Weight = severity × reach. The reach is 1, and 1 more for each linked card and "
                "for each digit of the number of people affected."
            )
        )
        self.pains.say()
        self.board.lay_out()

    def follow(self) -> None:
        self.board.show_map(self.session.journey)
        pains = ranked_pains(self.session.journey)
        self.pains.show_rows(pains)
        has_any = bool(self.board.chart.chips)
        self._no_opportunity.setVisible(not has_any)
        self._area.setVisible(has_any)
        self._no_pain.setVisible(not pains)
        self._formula.setVisible(bool(pains))
        self.pains.setVisible(bool(pains))
        self.setFocusProxy(self.board if has_any else self._no_opportunity.button)

    def show_record(self, record: Id) -> None:
        super().show_record(record)
        is_pain = isinstance(self.session.journey.find(record), Pain)
        self.views.show_view(_PAINS if is_pain else _MATRIX)
        self.board.show_selected()

    def _plan(self, journey: Map, width: float, height: float, look: Look) -> Chart:
        return matrix(journey, width, height, look, self._chips)

    def _rate(self, cards: tuple[Id, ...], rating: tuple[int, int] | None) -> None:
        impact, effort = rating if rating is not None else (None, None)
        self.session.attempt(RateOpportunities(cards, impact, effort))

    def _take_key(self, text: str) -> None:
        if text == "0" and self.board.selected:
            self._rate(self.board.selected, None)

    def _columns(self) -> tuple[TableColumn, ...]:
        def place(row: RankedPain) -> str:
            return step_name(self.session.journey, row.pain.first_step, interface())

        def symbol(_row: Any) -> tuple[str, str]:
            return card_symbol(self.pains, KIND.symbol, KIND.full)

        return (
            TableColumn(mark("Weight"), _weight, lambda row: row.weight, number=True),
            TableColumn(mark("Pain point"), lambda row: row.pain.text, symbol=symbol),
            TableColumn(mark("Step"), place, self._column),
            TableColumn(mark("Severity"), lambda row: _number(row.pain.severity),
                        lambda row: row.pain.severity, number=True),
            TableColumn(mark("Linked"), lambda row: str(row.linked), lambda row: row.linked,
                        number=True),
            TableColumn(mark("People"), lambda row: _number(row.pain.people),
                        lambda row: row.pain.people, number=True),
            TableColumn(mark("Owner"), lambda row: row.pain.owner),
            TableColumn(mark("Due"), lambda row: row.pain.due or ""),
            TableColumn(mark("Status"), lambda row: status_name(row.pain)),
        )  # fmt: skip

    def _column(self, row: RankedPain) -> int:
        return self.session.journey.column_of[row.pain.first_step]


def _column(*parts: QWidget) -> QWidget:
    """Return *parts* under each other; what is left below them stays free."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    column.addStretch()
    return frame


def name_of_rating(rating: tuple[int, int] | None) -> str:
    """Return what a place of the matrix is called, in the interface's language."""
    if rating is None:
        return tr("Not rated yet")
    impact, effort = rating
    return tr("{quadrant}: impact {impact}, effort {effort}").format(
        quadrant=tr(QUADRANTS[quadrant_of(impact, effort)]), impact=impact, effort=effort
    )


def status_name(card: Any) -> str:
    """Return a card's status in the interface's language; "" for none."""
    return "" if card.status is None else tr(STATUSES[card.status])


def _weight(row: RankedPain) -> str:
    return tr("Not rated") if row.weight is None else str(row.weight)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
