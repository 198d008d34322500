"""The type sizes of heads: as large as lets every word stay whole, and one for all if it can be."""

from collections.abc import Sequence
from math import floor
from typing import Final, NamedTuple

from cjeditor.display.text import Font, widest_word
from cjeditor.kinds.look import LANE, SMALL, STAGE, STEP

_FEW: Final = 6
"""One title in so many may be set smaller than the others."""

_ALIKE: Final = 1.25
"""The others are larger by this factor at most: more would look like another rank."""

_ROUNDING: Final = 1e-6
"""Sums of widths differ so little between versions of Python."""

LOOKED_AT: Final = 300
"""Characters of a title in which long words are looked for; no head shows more."""


class HeadSizes(NamedTuple):
    """The sizes of one kind of head.

    Attributes:
        full: As large as it is set where there is room.
        common: Smallest size, in points, that all are set in for the sake of a few of them.
        least: Smallest size at all; a word that is still too long is broken.
    """

    full: Font
    common: float
    least: float

    def fonts(self, titles: Sequence[str], rooms: Sequence[float]) -> list[Font]:
        """Return the font of each title, given the width in points that each has.

        All get the size of the one that needs the smallest; but where only a few need less
        than the common size, those few alone are set smaller.
        """
        needed = [self._size(*each) for each in zip(titles, rooms, strict=True)]
        usual = [size for size in needed if size >= self.common]
        few = len(needed) - len(usual) <= max(1, len(needed) // _FEW)
        shared = min(usual if usual and few else needed, default=self.full.size)
        shared = min(shared, _ALIKE * min(needed, default=shared))
        return [self.full._replace(size=min(shared, size)) for size in needed]

    def from_size(self, least: float) -> "HeadSizes":
        """Return these sizes without those below *least* points."""
        return self._replace(common=max(self.common, least), least=max(self.least, least))

    def narrowest(self, title: str) -> float:
        """Return the width in points below which a word of *title* is broken."""
        return widest_word(title[:LOOKED_AT], self.full) * self.least / self.full.size

    def _size(self, title: str, room: float) -> float:
        width = widest_word(title[:LOOKED_AT], self.full)
        if width <= room:
            return self.full.size
        return max(floor(2 * self.full.size * room / width + _ROUNDING) / 2, self.least)


STAGES: Final = HeadSizes(STAGE, common=12, least=10)
FACTS: Final = HeadSizes(SMALL, common=9.5, least=8.5)
STEPS: Final = HeadSizes(STEP, common=11.5, least=10)
LANES: Final = HeadSizes(LANE, common=11.5, least=10.5)
