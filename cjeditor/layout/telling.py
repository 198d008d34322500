"""The part of a map that decides how high its lanes are, found without laying it out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.map import Map

_LINE_LENGTHS: Final = (12, 40)
"""Characters on a line of a narrow card and of a broad one."""

_TELLING: Final = 2
"""So many cells of each lane, the highest with narrow and with broad cards, stand for all."""

_ABOUT: Final = 2.5
_PICTURE: Final = 6.0
"""Lines that the margins of a card, and a picture on it, are about as high as."""


def telling_part(journey: Map) -> Map:
    """Return the map with only those cards and feelings that decide how high its lanes are.

    Laid out at any column width, its lanes are about as high as all of the map's. How high
    curves are drawn depends on their number and on the words beside them.
    """
    worded = any(emotion.label or emotion.quote for emotion in journey.emotions.values())
    emotions = journey.emotions if worded else _one_of_each_curve(journey)
    kept = {emotion.card for emotion in emotions.values()}
    for cells in journey.cells.values():
        kept.update(_telling_cards(cells, journey.column_of))
    cards = {key: card for key, card in journey.cards.items() if key in kept}
    fields = {name: getattr(journey, name) for name in Map.model_fields}
    return Map.model_construct(**(fields | {"cards": cards, "emotions": emotions}))


def _one_of_each_curve(journey: Map) -> Mapping[Id, Emotion]:
    curves = {(each.persona, each.state): each for each in journey.emotions.values()}
    return {each.id: each for each in curves.values()}


def _telling_cards(cells: Mapping[Id, Sequence[Card]], column_of: Mapping[Id, int]) -> Iterator[Id]:
    """Yield the ids of a lane's telling cards, with the neighbours that long cards tie them to."""
    columns = sorted((column_of[step], cell) for step, cell in cells.items())
    tall: set[int] = set()
    for length in _LINE_LENGTHS:
        heights = _heights(columns, column_of, length)
        tall.update(sorted(heights, key=heights.__getitem__)[-_TELLING:])
    for group in _groups(columns, column_of):
        if any(number in tall for number, _ in group):
            yield from (card.id for _, cell in group for card in cell)


def _heights(
    columns: Sequence[tuple[int, Sequence[Card]]], column_of: Mapping[Id, int], length: int
) -> dict[int, float]:
    """Return about how high each column's cards are together, in lines of *length*."""
    found: dict[int, float] = {}
    for row in range(max(len(cell) for _, cell in columns)):
        for number, cell in columns:
            if row < len(cell):
                card = cell[row]
                covered = range(number, column_of[card.last_step] + 1)
                lines = (len(card.text) + 3) // (length * len(covered)) + _ABOUT
                lines += len(card.tags) + (card.strength is not None or card.votes > 0)
                lines += _PICTURE if card.picture else 0
                top = max([found.get(each, 0.0) for each in covered])
                found.update(dict.fromkeys(covered, top + lines))
    return found


def _groups(
    columns: Sequence[tuple[int, Sequence[Card]]], column_of: Mapping[Id, int]
) -> Iterator[list[tuple[int, Sequence[Card]]]]:
    """Yield the cells that long cards tie to each other; most are alone."""
    group: list[tuple[int, Sequence[Card]]] = []
    last = -1
    for number, cell in columns:
        if group and number > last:
            yield group
            group = []
        group.append((number, cell))
        last = max(last, number, *(column_of[card.last_step] for card in cell))
    if group:
        yield group
