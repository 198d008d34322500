"""Pages of the booklet: the matrix of impact and effort, and the pain points by weight."""

from collections.abc import Sequence

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import KINDS, Opportunity
from cjeditor.kinds.pain import KIND
from cjeditor.layout.booklet.paper import Page, Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_table
from cjeditor.layout.chips import Chips
from cjeditor.layout.matrix import matrix
from cjeditor.model.map import Map
from cjeditor.model.naming import step_name
from cjeditor.model.priorities import (
    QUADRANTS,
    opportunities,
    quadrant_of,
    ranked_pains,
    rated,
)


def matrix_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the matrix and all opportunities below it; none if the map has no opportunity."""
    found = opportunities(journey)
    if not found:
        return []
    words = look.words
    paper = Paper(words(mark("Impact and effort")), size, look, source=journey.scope.title)
    room = paper.room
    charts = (
        matrix(journey, room.width, room.height, look, Chips(), tray=False, lines=lines)
        for lines in (None, 1)
    )
    chart = next((each for each in charts if each.height <= room.height + 0.01), None)
    if rated(journey) and chart is not None:
        for block in chart.blocks:
            paper.place(
                block.drawing, room.x + block.x, room.y + block.y, block.element, block.part
            )
        paper.gap(chart.height)
        paper.next_page()
    columns = [
        RowColumn(words(mark("Opportunity")), 5),
        RowColumn(words(mark("Quadrant")), 1.8),
        RowColumn(words(mark("Impact")), 1),
        RowColumn(words(mark("Effort")), 1),
        RowColumn(words(mark("Owner")), 2),
        RowColumn(words(mark("Step")), 3),
    ]
    order = list(QUADRANTS)
    ranked = sorted(found, key=lambda card: _rank(card, order))
    put_table(paper, columns, [_opportunity(journey, card, look) for card in ranked])
    return paper.pages()


def pain_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pain points, the heaviest first; none if the map has none."""
    ranked = ranked_pains(journey)
    if not ranked:
        return []
    words = look.words
    note = words(
        mark(
            "Weight = severity × reach. The reach is 1, and 1 more for each linked card and for "
            "each digit of the number of people affected."
        )
    )
    title = words(mark("Pain points by weight"))
    paper = Paper(title, size, look, note=note, source=journey.scope.title)
    columns = [
        RowColumn(words(mark("Pain point")), 5),
        RowColumn(words(mark("Weight")), 1.2),
        RowColumn(words(mark("Severity")), 1.2),
        RowColumn(words(mark("Linked cards")), 1.2),
        RowColumn(words(mark("People affected")), 1.4),
        RowColumn(words(mark("Owner")), 2),
        RowColumn(words(mark("Step")), 3),
    ]
    rows = []
    for each in ranked:
        pain = each.pain
        weight = words(mark("Not rated")) if each.weight is None else str(each.weight)
        cells = (pain.text or words(KIND.label), weight, _number(pain.severity),
                 str(each.linked), _number(pain.people), pain.owner,
                 _place(journey, pain.first_step, words))  # fmt: skip
        rows.append(TableRow(cells, pain.id, KIND.symbol, look.theme.strong(KIND.full)))
    put_table(paper, columns, rows)
    return paper.pages()


def _rank(card: Opportunity, order: Sequence[str]) -> tuple[int, int, int]:
    """Sort by quadrant, then by impact and effort; what is not rated comes last."""
    if card.impact is None or card.effort is None:
        return len(order), 0, 0
    return order.index(quadrant_of(card.impact, card.effort)), -card.impact, card.effort


def _opportunity(journey: Map, card: Opportunity, look: Look) -> TableRow:
    words = look.words
    if card.impact is None or card.effort is None:
        quadrant = words(mark("Not rated yet"))
    else:
        quadrant = words(QUADRANTS[quadrant_of(card.impact, card.effort)])
    kind = KINDS[0]
    cells = (card.text or words(kind.label), quadrant, _number(card.impact),
             _number(card.effort), card.owner, _place(journey, card.first_step, words))  # fmt: skip
    return TableRow(cells, card.id, kind.symbol, look.theme.strong(kind.full))


def _place(journey: Map, step: Id, words: Words) -> str:
    return step_name(journey, step, words)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
