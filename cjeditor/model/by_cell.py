"""What is worked out from a map and kept: from each cell, anew only where an edit touched it.

A map keeps the cards of a cell that nothing has touched as the very same tuple, and those of a
lane as the very same mapping; so what was made of them holds on.
"""

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import ref

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.model.map import Map
from cjeditor.model.records import Step

T = TypeVar("T")
C = TypeVar("C", bound=Card)

_Cell = tuple[Card, ...]


class _Row(NamedTuple):
    """What was made of a lane.

    Attributes:
        cells, steps: Of what it was made.
        made: By step, and what it was made of.
        found: In order.
    """

    cells: Mapping[Id, _Cell]
    steps: tuple[Step, ...]
    made: dict[Id, tuple[_Cell, Any]]
    found: list[Any]


class ByCell(Generic[T]):
    """Makes something of the cards of each cell, and keeps it for the map that was asked last.

    Args:
        make: From the cards of a cell, in order, and from nothing else.
    """

    def __init__(self, make: Callable[[_Cell], T]) -> None:
        self._make = make
        self._rows: dict[Id, _Row] = {}

    def of(self, journey: Map) -> list[T]:
        """Return what is made of each cell that has cards, as the map is read."""
        before, rows = self._rows, dict[Id, _Row]()
        steps = journey.ordered_steps
        for lane in journey.ordered_lanes:
            cells = journey.cells.get(lane.id)
            if cells:
                row = before.get(lane.id)
                if row is None or row.cells is not cells or row.steps is not steps:
                    row = self._row(cells, steps, {} if row is None else row.made)
                rows[lane.id] = row
        self._rows = rows
        return [each for row in rows.values() for each in row.found]

    def _row(
        self,
        cells: Mapping[Id, _Cell],
        steps: tuple[Step, ...],
        before: Mapping[Id, tuple[_Cell, T]],
    ) -> _Row:
        made: dict[Id, tuple[_Cell, T]] = {}
        for step in steps:
            cards = cells.get(step.id)
            if cards is not None:
                known = before.get(step.id)
                same = known is not None and known[0] is cards
                made[step.id] = known if known is not None and same else (cards, self._make(cards))
        return _Row(cells, steps, made, [found for _cards, found in made.values()])


def of_last_map(work: Callable[[Map], T]) -> Callable[[Map], T]:
    """Keep what *work* has found for the map that it was asked about last.

    Nobody may change what it returns.
    """
    kept: list[tuple[ref[Map], T]] = []

    @wraps(work)
    def ask(journey: Map) -> T:
        for known, found in kept[:]:
            if known() is journey:
                return found
        found = work(journey)
        kept[:] = [(ref(journey), found)]
        return found

    return ask


@cache
def _of_class(record: type[Card]) -> ByCell[tuple[Card, ...]]:
    return ByCell(lambda cards: tuple(card for card in cards if isinstance(card, record)))


def cards_of(journey: Map, record: type[C]) -> list[C]:
    """Return the cards of a class, as the map is read."""
    found: list[Any] = []
    for cards in _of_class(record).of(journey):
        found += cards
    return found
