"""Maps of the sizes that are measured, as realistic as random words can be."""

import sys
from pathlib import Path

from cjeditor.model.map import Map

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from maps import big_map

GRIDS = {200: (8, 10), 2_000: (12, 30), 5_000: (16, 40), 20_000: (24, 60)}
"""Cards → lanes and columns."""


def sized(cards: int, *grid: int) -> Map:
    """Return a map of so many cards; *grid* is its lanes and columns if not the usual ones."""
    return big_map(cards, *(grid or GRIDS[cards]))
