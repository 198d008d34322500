"""Places of texts on a ground, taken over where nothing has changed around them since an edit."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from cjeditor.display.shapes import Block, Drawing, Rect
from cjeditor.kinds.free_place import Ground


class Placed(NamedTuple):
    """What has become of a wish for a place.

    Attributes:
        rect: Of the ground, what is taken; None if there was no place.
        blocks: What stands there.
        instead: What is shown elsewhere because there was no place.
    """

    rect: Rect | None = None
    blocks: tuple[Block, ...] = ()
    instead: Drawing | None = None


class Places:
    """Gives places in the order in which they are asked for; what comes first has the choice.

    A place follows from the wish and from what is taken around it by then. So it is the same as
    *before* if the wish is, and everything as far from it as it can reach. Wishes that have
    gone or come, and wishes in another order, count as a change where they stood or stand.
    """

    def __init__(self, ground: Ground, before: Sequence[tuple[Hashable, Placed]]) -> None:
        self.given: list[tuple[Hashable, Placed]] = []
        self._ground = ground
        self._before = before
        self._number = {wish: number for number, (wish, _) in enumerate(before)}
        self._next = 0
        if len(self._number) < len(before):  # the same was wished for twice
            self._number = {}
            self._leave(len(before))

    def give(self, wish: Hashable, near: Rect, reach: float, find: Callable[[], Placed]) -> Placed:
        """Return what becomes of *wish*; *find* looks for a place that is free and takes it.

        Args:
            wish: All that the place and what stands there follow from, but for the ground.
            reach: How far to the left and right of *near* it is looked for a place.
        """
        placed = self._placed(wish, near, reach, find)
        self.given.append((wish, placed))
        return placed

    def finish(self) -> None:
        """Let go of what was before; there are no more wishes."""
        self._before, self._number = (), {}

    def _placed(
        self, wish: Hashable, near: Rect, reach: float, find: Callable[[], Placed]
    ) -> Placed:
        number = self._number.get(wish, -1)
        if number < self._next:
            placed = find()
            self._disturb(placed)
            return placed
        self._leave(number)
        self._next = number + 1
        kept = self._before[number][1]
        if self._ground.is_as_before(near.x - reach, near.right + reach):
            if kept.rect is not None:
                self._ground.take(kept.rect)
            return kept
        placed = find()
        if placed.rect != kept.rect:
            self._disturb(kept)
            self._disturb(placed)
        return placed

    def _leave(self, number: int) -> None:
        """Pass over what stood before the wish of that *number* and is not asked for by now."""
        for _, placed in self._before[self._next : number]:
            self._disturb(placed)

    def _disturb(self, placed: Placed) -> None:
        if placed.rect is not None:
            self._ground.disturb(placed.rect)
