"""Pages of the booklet: one for each owner, with what is theirs, stage by stage."""

from collections.abc import Mapping, Sequence

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_card
from cjeditor.layout.booklet.paper import Page, Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_groups
from cjeditor.layout.owner_cards import NOBODYS, counted
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line, stage_name, step_head
from cjeditor.model.owners import NOBODY, owned


def department_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of every owner, and last of what nobody owns; none without owners."""
    found = dict(owned(journey))
    nobodys = found.pop(NOBODY)
    if not found:
        return []
    pages = [page for owner in found for page in _pages(journey, owner, found[owner], size, look)]
    return pages + (_pages(journey, NOBODY, nobodys, size, look) if nobodys else [])


def _pages(
    journey: Map,
    owner: str,
    stages: Mapping[Id, Sequence[Card]],
    size: tuple[float, float],
    look: Look,
) -> list[Page]:
    words = look.words
    everything = [card for cards in stages.values() for card in cards]
    title = one_line(owner) or words(NOBODYS)
    note = counted(everything, words)
    paper = Paper(title, size, look, note=note, source=journey.scope.title)
    columns = [
        RowColumn(words(mark("Card")), 5),
        RowColumn(words(mark("Type")), 1.7),
        RowColumn(words(mark("Step")), 2.5),
        RowColumn(words(mark("Details")), 4),
    ]
    put_groups(
        paper,
        columns,
        [
            (stage_name(journey, stage, words), [_row(journey, card, look) for card in cards])
            for stage, cards in stages.items()
        ],
    )
    return paper.pages()


def _row(journey: Map, card: Card, look: Look) -> TableRow:
    words, kind = look.words, kind_of_card(card)
    symbol = kind.symbol_of(card) if kind.symbol_of else kind.symbol
    score = kind.score(card)
    said = [f"{words(score.label)} {score.filled}"] if score is not None else []
    caption = kind.caption(card, words)
    details = "\n".join(filter(None, (", ".join(filter(None, (caption, *said))), card.detail)))
    step = step_head(journey, card.first_step, words)
    cells = (card.text or words(kind.label), words(kind.label), step, details)
    return TableRow(cells, card.id, symbol, look.theme.strong(kind.full))
