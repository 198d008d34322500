"""From an edit to its painting, at 100 %, on maps of more and more cells of five cards each.

Every edit is made by the session and painted on a screen of 1920 × 1080, and so is taking it back.
"""

import statistics
import sys
from collections.abc import Callable
from itertools import cycle, islice, pairwise

from benchmarks.measure import Row, report
from benchmarks.screen import Screen
from cjeditor.edits.cards import AddCard, MoveCards
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.shown import Show
from cjeditor.kinds.card import Card
from cjeditor.kinds.fields import Shown

GRIDS = {200: (5, 10), 2_000: (21, 20), 20_000: (41, 100)}
"""Cards → lanes, the first of them of emotions, and columns."""

GROWTH = 2.0
"""How many times the cost with 200 cards an edit may cost with 20,000."""

POINT = "edit to painted, moving a point of a curve through all columns"
FRAME = 16.0
"""Milliseconds for what is drawn through all columns: it grows with them."""

FOLD = "edit to painted, collapsing a stage"
HIDE = "edit to painted, hiding a lane"
ALL = "selecting all cards, until painted"
WHOLE = 50.0
"""Milliseconds for what concerns every card of the map."""

_TARGETS = {POINT: FRAME, FOLD: WHOLE, HIDE: WHOLE, ALL: WHOLE}

_TIMES = 40
_WHOLE_TIMES = 12


class Edits:
    """Edits on one map: in its first lane of cards, and of its first point.

    The cards are those of the two lowest cells side by side, so that the lane keeps its
    height, but for `growing`, which is typing into the highest.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        cells = _plain_cells(screen)
        depth = {cell: _bottom(screen, cell) for cell in cells}
        pair = min(pairwise(cells), key=lambda pair: max(depth[cell] for cell in pair))
        self._low, self._next = pair[0][0], pair[1][0]
        self._high = max(cells, key=depth.__getitem__)[-1]

    def typing(self) -> float:
        return self._type(self._low)

    def growing(self) -> float:
        return self._type(self._high)

    def adding(self) -> float:
        card = self._low
        return self._cost(card, AddCard(card.lane, card.first_step, card.kind, "New card"))

    def deleting(self) -> float:
        return self._cost(self._low, Delete((self._low.id,)))

    def moving(self) -> float:
        card = self._low
        return self._cost(card, MoveCards((card.id,), card.lane, self._next.first_step, 0))

    def feeling(self) -> float:
        """Change the first point; its curve runs through all columns."""
        journey = self._screen.session.journey
        emotion = journey.emotions_at[journey.ordered_steps[0].id][0]
        return self._cost(emotion, SetField((emotion.id,), "value", emotion.value / 2 + 0.7))

    def collapsing(self) -> float:
        return self._fold(self._screen.session.journey.ordered_stages[0].id, "collapsed")

    def hiding(self) -> float:
        return self._fold(self._low.lane, "hidden")

    def _fold(self, place: str, shown: Shown) -> float:
        """Fold a stage or lane and unfold it; both is painted."""
        session = self._screen.session
        edit = Show((place,), shown)
        return self._settled([lambda: session.do(edit), session.undo_stack.undo])

    def selecting(self) -> float:
        session = self._screen.session
        everything = tuple(session.journey.cards)
        return self._settled([lambda: session.select(everything), lambda: session.select(())])

    def _settled(self, changes: list[Callable[[], object]]) -> float:
        """Return the median of *changes*, each made when all from before is done."""
        costs = []
        for change in islice(cycle(changes), _WHOLE_TIMES):
            self._screen.settle()
            costs.append(self._screen.frame(change))
        return statistics.median(costs[len(changes) :])

    def _type(self, card: Card) -> float:
        """Type into *card*: one undo step, and its text grows and shrinks."""
        texts = [card.text + " and more" * number for number in (1, 2, 5)]
        edits = [SetField((card.id,), "text", text) for text in texts]
        session = self._screen.session
        return self._frames(card, [lambda edit=edit: session.do(edit, "typing") for edit in edits])

    def _cost(self, record: Card, edit: Edit) -> float:
        session = self._screen.session
        return self._frames(record, [lambda: session.do(edit), session.undo_stack.undo])

    def _frames(self, record: Card, changes: list[Callable[[], object]]) -> float:
        view, session = self._screen.view, self._screen.session
        rect = view.rect_of(record.id)
        view.centerOn(rect.x, rect.y)
        session.select((record.id,))
        self._screen.settle()
        for change in changes:
            self._screen.frame(change)
        cost = self._screen.frames(list(islice(cycle(changes), _TIMES)))
        session.break_merge()
        return cost


def _plain_cells(screen: Screen) -> list[tuple[Card, ...]]:
    """Return the cells of the first lane of cards that no long card touches."""
    journey = screen.session.journey
    lane, column = journey.ordered_lanes[1], journey.column_of
    cells = journey.cells[lane.id]
    long = {
        covered
        for cell in cells.values()
        for card in cell
        if card.first_step != card.last_step
        for covered in range(column[card.first_step], column[card.last_step] + 1)
    }
    return [cell for step, cell in cells.items() if column[step] not in long]


def _bottom(screen: Screen, cell: tuple[Card, ...]) -> float:
    return max(screen.view.rect_of(card.id).bottom for card in cell)


def costs(cards: int) -> dict[str, float]:
    """Return the milliseconds of each edit on a map of so many cards."""
    screen = Screen(cards, *GRIDS[cards])
    screen.view.zoom_to(1.0)
    edits = Edits(screen)
    return {
        "edit to painted, typing": edits.typing(),
        "edit to painted, adding a card": edits.adding(),
        "edit to painted, deleting a card": edits.deleting(),
        "edit to painted, moving a card": edits.moving(),
        "edit to painted, typing that makes the lane higher": edits.growing(),
        POINT: edits.feeling(),
        FOLD: edits.collapsing(),
        HIDE: edits.hiding(),
        ALL: edits.selecting(),
    }


def measure(cards: int) -> list[Row]:
    """Compare with the smallest map in the same process, so that both see the same machine."""
    smallest = min(GRIDS)
    least = costs(smallest)
    found = costs(cards) if cards > smallest else least
    return [_row(what, cards, cost, least[what]) for what, cost in found.items()]


def _row(what: str, cards: int, cost: float, least: float) -> Row:
    most = _TARGETS.get(what)
    if most is not None:
        return Row(what, cards, cost, target=f"≤ {most:g} ms", met=cost <= most)
    if cards == min(GRIDS):
        return Row(what, cards, cost)
    limit = GROWTH * least
    target = f"≤ {GROWTH:g} × 200 cards: {limit:.2g} ms"
    return Row(what, cards, cost, target=target, met=cost <= limit)


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
