"""Where the name of a link stands: on its curve, where it covers no card and no other text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import Final, NamedTuple

from cjeditor.display.shapes import Close, Rect
from cjeditor.layout.links import LinkCurve
from cjeditor.layout.sheet import Sheet

SEE_THROUGH: Final = ("curve", "spread", "average", "pole")
"""Parts of a lane that a name may lie on: lines, and rectangles that are mostly empty."""

_PACE: Final = 12.0
_MOST: Final = 60
"""Points between two places that are tried at least, and about how many are tried."""

_ENDS: Final = 10.0
"""Points of the curve at each end that stay bare: the arrowhead is there."""

_OFF_EDGE: Final = 60.0
"""So many points a name rather moves along its curve to stand between two lanes."""

_STRIPE: Final = 160.0
"""What is in the way is looked for in upright stripes of this width."""

_BESIDE: Final = 0.5
"""How far a name is moved aside, as a share of its width; its curve then runs at its end."""


_Corner = tuple[float, float]


class Name(NamedTuple):
    """A name in place.

    Attributes:
        covers: Points² of cards and texts that lie under it; 0 where it is free.
    """

    rect: Rect
    covers: float


class _Spot(NamedTuple):
    x: float
    y: float
    cost: float


def place_name(
    sheet: Sheet, curve: LinkCurve, width: float, height: float, taken: Sequence[Rect] = ()
) -> Name:
    """Return where a name of that size stands best on *curve*: where it covers least.

    Of the places where it covers nothing it takes one near the middle, between two lanes
    before others.

    Args:
        taken: What other names stand on.
    """
    things = _Things(sheet, curve.rect.grown(width), taken)
    x, y = curve.middle
    middle = Rect(x - width / 2, y - height / 2, width, height)
    best = Name(middle, width * height)
    for rect in _rects(sheet, curve, width, height):
        covers = things.under(rect)
        if covers < best.covers:
            best = Name(rect, covers)
        if not covers:
            break
    return best


def _rects(sheet: Sheet, curve: LinkCurve, width: float, height: float) -> Iterator[Rect]:
    """Yield where among the cells a name can be, the best first."""
    for spot in sorted(_spots(sheet, curve), key=lambda spot: spot.cost):
        for aside in (0, -_BESIDE, _BESIDE):
            wanted = spot.x + (aside - 0.5) * width
            x = max(sheet.left, min(wanted, sheet.width - width))
            rect = Rect(x, spot.y - height / 2, width, height)
            if sheet.top <= rect.y and rect.bottom <= sheet.height:
                yield rect


def _spots(sheet: Sheet, curve: LinkCurve) -> Iterator[_Spot]:
    """Yield places on *curve* with what speaks against each."""
    edges = [lane.y for lane in sheet.lanes if curve.rect.y <= lane.y <= curve.rect.bottom]
    points = [(part.x, part.y) for part in curve.path if not isinstance(part, Close)]
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))
    pace = max(_PACE, length / _MOST)
    gone = 0.0
    for start, end in pairwise(points):
        way = hypot(end[0] - start[0], end[1] - start[1])
        for share in _shares(start, end, way, pace, edges):
            at = gone + way * share
            if _ENDS <= at <= length - _ENDS:
                x = start[0] + (end[0] - start[0]) * share
                y = start[1] + (end[1] - start[1]) * share
                yield _cost(x, y, curve.middle, edges)
        gone += way


def _shares(
    start: _Corner, end: _Corner, way: float, pace: float, edges: Sequence[float]
) -> Iterator[float]:
    """Yield how far along a stretch the places on it are, 0 to 1."""
    count = max(1, ceil(way / pace))
    yield from (number / count for number in range(count + 1))
    low, high = sorted((start[1], end[1]))
    if high - low > 1:
        yield from ((y - start[1]) / (end[1] - start[1]) for y in edges if low <= y <= high)


def _cost(x: float, y: float, middle: _Corner, edges: Sequence[float]) -> _Spot:
    """Return a place; one that is almost between two lanes is moved there."""
    away = hypot(x - middle[0], y - middle[1])
    near = next((edge for edge in edges if abs(edge - y) < _PACE / 2), None)
    return _Spot(x, y, away + _OFF_EDGE) if near is None else _Spot(x, near, away)


class _Things:
    """What a name must not cover: left, top, right and bottom, by upright stripes."""

    def __init__(self, sheet: Sheet, area: Rect, taken: Sequence[Rect]) -> None:
        self._stripes: dict[int, list[tuple[float, float, float, float]]] = {}
        for x, y, width, height in (*_things_in(sheet, area), *taken):
            sides = x, y, x + width, y + height
            for stripe in range(int(x // _STRIPE), int(sides[2] // _STRIPE) + 1):
                self._stripes.setdefault(stripe, []).append(sides)

    def under(self, rect: Rect) -> float:
        """Return how much of *rect* lies on things, in points²."""
        x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        first, last = int(x // _STRIPE), int(right // _STRIPE)
        found = {
            each
            for number in range(first, last + 1)
            for each in self._stripes.get(number, ())
            if each[0] < right and x < each[2] and each[1] < bottom and y < each[3]
        }
        return sum(
            (min(right, each[2]) - max(x, each[0])) * (min(bottom, each[3]) - max(y, each[1]))
            for each in found
        )


def _things_in(sheet: Sheet, area: Rect) -> Iterator[Rect]:
    left, right = area.x, area.right
    for lane in sheet.lanes:
        if lane.y < area.bottom and area.y < lane.bottom:
            for piece in lane.band.every_piece:
                if piece.reaches(left, right):
                    for block in piece.blocks:
                        if block.x < right and block.part not in SEE_THROUGH:
                            yield block.rect.moved(0, lane.y)
