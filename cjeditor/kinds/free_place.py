"""Finding a free place for a text beside a point, off the curves and other texts.

Lines may be covered, but are not where there is another place.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cjeditor.display.shapes import Rect
from cjeditor.kinds.tracks import Track

_CLEAR: Final = 3.0
"""Kept free around a text."""

_OFF_LINE: Final = 1.0
"""Kept free between a text and a line."""

FIRST_LINE: Final = 2
"""What it counts that a text touches the first of the lines; any other line counts 1."""

_BESIDE: Final = 5.0
"""Between a point and its text."""

REACH: Final = _BESIDE + _CLEAR
"""So much farther than it is wide a text looks for a place to the left and right of a point."""

_FAR: Final = (11.0, 22.0)
"""So much farther off a text may stand where there is no room close by."""

_AWAY: Final = (4.0, 12.0, 22.0, 34.0, 48.0, 64.0, 84.0)
"""Above or below a point a text may stand so far off it."""

_STRIPE: Final = 96.0
"""What is taken is looked up in upright stripes of this width."""


_Sides = tuple[float, float, float, float]
"""Left, top, right and bottom: what is asked thousands of times an edit is kept plain."""


class Ground:
    """An area with curves and level lines on it, and what is already taken of it.

    Args:
        lines: Heights of the lines; the first one is the last to be covered.
        before: The ground of the lane before an edit, to tell where this one is the same.
    """

    def __init__(
        self,
        area: Rect,
        tracks: Sequence[Track],
        taken: Iterable[Rect],
        lines: Sequence[float] = (),
        before: "Ground | None" = None,
    ) -> None:
        self._area = area
        self._tracks = tracks
        self._lines = lines
        self._first = frozenset(taken)
        self._taken: dict[int, list[_Sides]] = {}
        for rect in self._first:
            self.take(rect)
        self._is_other = before is None or (before._area, before._lines) != (area, lines)
        self._disturbed: set[int] = set()
        if before is not None and not self._is_other:
            for rect in before._first ^ self._first:
                self.disturb(rect)
            for left, right in _changed(before._tracks, tracks):
                self.disturb(Rect(left, 0, right - left, 0))

    def disturb(self, rect: Rect) -> None:
        """Take note that something is at *rect* that was not before, or the other way round."""
        self._disturbed.update(_stripes(rect))

    def is_as_before(self, left: float, right: float) -> bool:
        """Tell whether nothing has changed between two x."""
        return not self._is_other and self._disturbed.isdisjoint(
            _stripes(Rect(left, 0, right - left, 0))
        )

    def find(self, point: Rect, width: float, height: float, *, below: bool) -> Rect | None:
        """Return a free place of that size beside *point*, or None if there is none.

        Of several it is one that covers the least, and of those the first.

        Args:
            below: Whether to look below the point before above it.
        """
        best, least = None, FIRST_LINE + 1
        for rect in _beside(point, width, height, self._area, below=below):
            covered = self.covered_by(rect)
            if covered < least and self._is_free(rect):
                best, least = rect, covered
                if not covered:
                    break
        return best

    def covered_by(self, rect: Rect) -> int:
        """Return how bad it is which lines *rect* touches: from 0 for none to `FIRST_LINE`."""
        top, bottom = rect.y - _OFF_LINE, rect.bottom + _OFF_LINE
        covered = 0
        for number, y in enumerate(self._lines):
            if top < y < bottom:
                if not number:
                    return FIRST_LINE
                covered = 1
        return covered

    def find_upright(self, point: Rect, width: float, height: float, *, below: bool) -> Rect | None:
        """Return a place straight above *point* or, if *below*, under it; None if there is none.

        It is off the curves if there is such a place, and otherwise on them.
        """
        places = [
            rect for rect in _upright(point, width, height, below=below) if self._is_clear(rect)
        ]
        free = (rect for rect in places if self._is_free(rect))
        return next(free, next(iter(places), None))

    def take(self, rect: Rect) -> None:
        """Keep *rect* free of further texts."""
        sides = rect.x, rect.y, rect.right, rect.bottom
        for stripe in _stripes(rect):
            self._taken.setdefault(stripe, []).append(sides)

    def _is_clear(self, rect: Rect) -> bool:
        """Tell whether *rect* is on the area and off points and texts."""
        if rect.x < self._area.x or rect.right > self._area.right:
            return False
        if rect.y < self._area.y or rect.bottom > self._area.bottom:
            return False
        wide = rect.grown(_CLEAR)
        left, top, right, bottom = wide.x, wide.y, wide.right, wide.bottom
        for stripe in _stripes(wide):
            for other in self._taken.get(stripe, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return False
        return True

    def _is_free(self, rect: Rect) -> bool:
        """Tell whether *rect* is clear and off the curves too."""
        if not self._is_clear(rect):
            return False
        wide = rect.grown(_CLEAR)
        top, right, bottom = wide.y, wide.right, wide.bottom
        for track in self._tracks:
            for low, high in track.heights(wide.x, right):
                if low < bottom and high > top:
                    return False
        return True


def _changed(some: Sequence[Track], others: Sequence[Track]) -> Iterator[tuple[float, float]]:
    """Yield from which x to which only some of the curves or only the others are."""
    there = {id(track) for track in some} & {id(track) for track in others}
    before, after = (
        {each for track in tracks if id(track) not in there for each in track.stretches}
        for tracks in (some, others)
    )
    for a, b, _near, _far in before ^ after:
        yield a.x, b.x


def _stripes(rect: Rect) -> range:
    return range(int(rect.x // _STRIPE), int(rect.right // _STRIPE) + 1)


def _beside(point: Rect, width: float, height: float, area: Rect, *, below: bool) -> Iterator[Rect]:
    middle_x, middle_y = point.x + point.width / 2, point.y + point.height / 2
    left, right = point.x - _BESIDE - width, point.right + _BESIDE
    centre = middle_x - width / 2
    under = point.bottom + _off(area.bottom - height - point.bottom)
    over = point.y - _off(point.y - height - area.y) - height
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


def _off(room: float) -> float:
    """Return how far off a point a text stands: nearer than usual if that lets it stay inside."""
    return max(room, _CLEAR) if 0 < room < _BESIDE - 1 else _BESIDE - 1


def _upright(point: Rect, width: float, height: float, *, below: bool) -> Iterator[Rect]:
    middle = point.x + point.width / 2
    for away in _AWAY:
        y = point.bottom + away if below else point.y - away - height
        for x in (middle - width / 2, middle - width + 6, middle - 6):
            yield Rect(x, y, width, height)
