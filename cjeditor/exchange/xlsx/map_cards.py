"""Lanes of cards on the `Map` sheet: one cell for each card, merged where it spans steps."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.map_grid import CARD, INSET, TOP_RULE, Grid
from cjeditor.exchange.xlsx.measure import MAX_HEIGHT, fitted
from cjeditor.exchange.xlsx.page import Style
from cjeditor.exchange.xlsx.text import clean
from cjeditor.kinds.card import Card
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card, kind_of_lane, title_of
from cjeditor.model.map import Map

_EMPTY_HEIGHT: Final = 26.0
_AROUND: Final = 9.0  # above and below a card's text
_INDENT: Final = 9.0  # from the bar to the text


class Placed(NamedTuple):
    """A card's place in its lane: rows from the lane's top, step columns from 0."""

    row: int
    first: int
    last: int
    card: Card


def placed(journey: Map, lane: Lane) -> list[Placed]:
    """Return where the cards of a lane stand: as high as the cards before them in the cell
    and the spans across it allow.
    """
    column = journey.column_of
    taken: set[tuple[int, int]] = set()
    found: list[Placed] = []
    cells = journey.cells.get(lane.id, {})
    for step in sorted(cells, key=lambda step: column[step]):
        row = 0
        for card in cells[step]:
            first, last = column[card.first_step], column[card.last_step]
            columns = range(first, last + 1)
            while not taken.isdisjoint([(row, each) for each in columns]):
                row += 1
            taken.update([(row, each) for each in columns])
            found.append(Placed(row, first, last, card))
            row += 1
    return sorted(found, key=lambda each: (each.row, each.first))


def write_cards(grid: Grid, lane: Lane, row: int, ground: str) -> int:
    """Write a lane of cards from *row* on and return the row after it."""
    cards = placed(grid.journey, lane)
    rows = 1 + max((each.row for each in cards), default=0)
    _write_ground(grid, cards, row, rows, ground)
    heights = dict.fromkeys(range(row, row + rows), _EMPTY_HEIGHT)
    usual = kind_of_lane(lane).card(lane)
    styles = _styles(cards, grid, ground)
    for each in cards:
        room = grid.room(each.last - each.first + 1) - _INDENT
        text, height = fitted(card_text(each.card, usual, grid.words), CARD, room)
        at = row + each.row
        area = (at, each.first + 1, at, each.last + 1)
        grid.page.merge(*area, text, styles[each.card.kind, each.row == 0])
        heights[at] = max(heights[at], height + _AROUND)
        grid.page.book.advance()
    grid.lane_title(heights, title_of(lane, grid.words), ground)
    grid.page.heights({key: min(MAX_HEIGHT, height) for key, height in heights.items()})
    return row + rows


def card_text(card: Card, usual: str | None, words: Words) -> str:
    """Return what a card says: its text, what its kind adds, and its dots on a line below.

    Args:
        usual: The kind that the lane's title already names.
    """
    kind = kind_of_card(card)
    score = kind.score(card)
    texts = [card.text, kind.caption(card, words)]
    marks = [
        words(kind.label) if card.kind != usual else "",
        "" if score is None else "●" * score.filled + "○" * (score.of - score.filled),
        "★ " + words("Moment of truth") if card.moment_of_truth else "",
    ]
    lines = (" · ".join(filter(None, texts)), "  ".join(filter(None, marks)))
    return clean("\n".join(filter(None, lines)))[0]


def _styles(cards: Iterable[Placed], grid: Grid, ground: str) -> dict[tuple[str, bool], Style]:
    """Return the cell styles of a lane's cards, by kind and by whether they are at its top.

    A rim in the ground's colour parts cards that stand above each other.
    """
    styles: dict[tuple[str, bool], Style] = {}
    for each in cards:
        key = (each.card.kind, each.row == 0)
        if key in styles:
            continue
        kind = kind_of_card(each.card)
        rim = {"top": 5, "top_color": ground, "bottom": 5, "bottom_color": ground}
        if each.row == 0:
            rim |= TOP_RULE
        bar = {"left": 5, "left_color": kind.full, "bg_color": kind.tint}
        styles[key] = grid.style(font_size=CARD, **rim, **bar, **INSET)
    return styles


def _write_ground(grid: Grid, cards: Iterable[Placed], row: int, rows: int, ground: str) -> None:
    taken = {(each.row, column) for each in cards for column in range(each.first, each.last + 1)}
    top = grid.empty(ground, **TOP_RULE)
    below = grid.empty(ground)
    for number in range(rows):
        for column in range(grid.steps):
            if (number, column) not in taken:
                grid.page.put(row + number, column + 1, None, below if number else top)
