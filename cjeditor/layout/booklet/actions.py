"""Pages of the booklet: what is to be done, by whom and until when."""

from datetime import date

from cjeditor.core.words import Words, mark
from cjeditor.kinds.fields import STATUSES
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import KINDS
from cjeditor.layout.booklet.paper import Page, Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_table
from cjeditor.model.actions import ToDo, to_do
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line, step_name


def action_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the list of opportunities, those that are due first; none without any.

    What is overdue changes from day to day, and paper does not: nothing is called so.
    """
    rows = to_do(journey, date.min)
    if not rows:
        return []
    words = look.words
    paper = Paper(words(mark("Action list")), size, look, source=journey.scope.title,
                  note=words(mark("What is to be done, by whom and until when.")))  # fmt: skip
    columns = [
        RowColumn(words(mark("Opportunity")), 5),
        RowColumn(words(mark("Due")), 1.6),
        RowColumn(words(mark("Owner")), 2),
        RowColumn(words(mark("Status")), 1.6),
        RowColumn(words(mark("Solves")), 4),
        RowColumn(words(mark("Step")), 2.8),
    ]
    put_table(paper, columns, [_row(journey, row, words, look) for row in rows])
    return paper.pages()


def _row(journey: Map, row: ToDo, words: Words, look: Look) -> TableRow:
    card, kind = row.card, KINDS[0]
    status = "" if card.status is None else words(STATUSES[card.status])
    solves = "; ".join(one_line(pain.text) for pain in row.solves)
    cells = (card.text or words(kind.label), card.due or "", card.owner, status, solves,
             step_name(journey, card.first_step, words))  # fmt: skip
    return TableRow(cells, card.id, kind.symbol, look.theme.strong(kind.full))
