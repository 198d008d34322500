"""Finding a free place for a text beside a point, off the curves and other texts."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cjeditor.display.shapes import Rect
from cjeditor.kinds.tracks import Track

_CLEAR: Final = 3.0
"""Kept free around a text."""

_BESIDE: Final = 5.0
"""Between a point and its text."""

_FAR: Final = (11.0, 22.0)
"""So much farther off a text may stand where there is no room close by."""

_STRIPE: Final = 96.0
"""What is taken is looked up in upright stripes of this width."""


class Ground:
    """An area with curves on it, and what is already taken of it."""

    def __init__(self, area: Rect, tracks: Sequence[Track], taken: Iterable[Rect]) -> None:
        self._area = area
        self._tracks = tracks
        self._taken: dict[int, list[Rect]] = {}
        for rect in taken:
            self.take(rect)

    def find(self, point: Rect, width: float, height: float, *, below: bool) -> Rect | None:
        """Return a free place of that size beside *point*, or None if there is none.

        Args:
            below: Whether to look below the point before above it.
        """
        for rect in _beside(point, width, height, below=below):
            if self._is_free(rect):
                return rect
        return None

    def take(self, rect: Rect) -> None:
        """Keep *rect* free of further texts."""
        for stripe in _stripes(rect):
            self._taken.setdefault(stripe, []).append(rect)

    def _is_free(self, rect: Rect) -> bool:
        if rect.x < self._area.x or rect.right > self._area.right:
            return False
        if rect.y < self._area.y or rect.bottom > self._area.bottom:
            return False
        wide = rect.grown(_CLEAR)
        if any(
            wide.meets(other) for stripe in _stripes(wide) for other in self._taken.get(stripe, ())
        ):
            return False
        return not any(
            low < wide.bottom and high > wide.y
            for track in self._tracks
            for low, high in track.heights(wide.x, wide.right)
        )


def _stripes(rect: Rect) -> range:
    return range(int(rect.x // _STRIPE), int(rect.right // _STRIPE) + 1)


def _beside(point: Rect, width: float, height: float, *, below: bool) -> Iterator[Rect]:
    middle_x, middle_y = point.x + point.width / 2, point.y + point.height / 2
    left, right = point.x - _BESIDE - width, point.right + _BESIDE
    centre = middle_x - width / 2
    under, over = point.bottom + _BESIDE - 1, point.y - _BESIDE + 1 - height
    first, second = (under, over) if below else (over, under)
    level = middle_y - height / 2
    for x, y in (
        (centre, first),
        (left, level),
        (right, level),
        (middle_x - width + 4, first),
        (middle_x - 4, first),
        (left + 8, first - (4 if below else -4)),
        (right - 8, first - (4 if below else -4)),
        (centre, second),
        (left + 8, second),
        (right - 8, second),
        *((centre, under + far) for far in _FAR),
        *((centre, over - far) for far in _FAR),
    ):
        yield Rect(x, y, width, height)
