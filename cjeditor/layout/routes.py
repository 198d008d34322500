"""The way of an arrow from one node to another: few bends, around the others."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from cjeditor.display.shapes import Rect

Point: TypeAlias = tuple[float, float]
Route: TypeAlias = tuple[Point, ...]
"""Corners from the source's edge to the target's; every part runs across or down."""

_NEAR: Final = 18.0
"""From a node to the first bend."""

_AROUND: Final = 22.0
"""Between nodes and an arrow that goes around them."""

_THROUGH: Final = 10_000.0
_BEND: Final = 30.0
_TAKEN: Final = 400.0
_SHORT: Final = 200.0
_FROM_SIDE: Final = 40.0
_INTO_SIDE: Final = 90.0
"""What it costs, in points of length: to go through a node, to bend, to leave where another
arrow does, to have too short an end, to leave a side, to come to a side."""

_END: Final = 12.0
"""Least length of the first and the last part."""


def route(
    source: Rect,
    target: Rect,
    others: Sequence[Rect],
    taken: Iterable[Point],
    span: tuple[float, float],
) -> Route:
    """Return the best way: the shortest and straightest of those that go through no node.

    Args:
        others: Of the other nodes.
        taken: Where other arrows leave the source.
        span: Left and right end of all nodes.
    """
    used = set(taken)

    def price(way: Route) -> float:
        lengths = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(way)]
        sides = _FROM_SIDE * (way[0][1] == way[1][1]) + _INTO_SIDE * (way[-1][1] == way[-2][1])
        short = _SHORT * (min(lengths[0], lengths[-1]) < _END)
        return sum(lengths) + _BEND * len(way) + sides + short + _TAKEN * (way[0] in used)

    ends = (source.grown(-1), target.grown(-1))
    found: list[tuple[float, Route]] = []
    for cost, way in sorted((price(way), way) for way in map(_short, _ways(source, target, span))):
        parts = list(pairwise(way))
        blocked = sum(_meets(part, other) for part in parts for other in (*others, *ends))
        if not blocked:
            return way
        found.append((cost + _THROUGH * blocked, way))
    return min(found)[1]


def _ways(source: Rect, target: Rect, span: tuple[float, float]) -> Iterator[Route]:
    """Yield every way that may be taken."""
    sx, sy = source.x + source.width / 2, source.y + source.height / 2
    tx, ty = target.x + target.width / 2, target.y + target.height / 2
    bottom, top = (sx, source.bottom), (tx, target.y)
    if target.y - source.bottom >= _NEAR / 2:
        middle = (source.bottom + target.y) / 2
        for turn in (middle, target.y - _NEAR, source.bottom + _NEAR):
            if source.bottom < turn < target.y:
                yield bottom, (sx, turn), (tx, turn), top
    sides = (source.right, target.x) if tx > sx else (source.x, target.right)
    if (sides[1] - sides[0]) * (tx - sx) > 0:
        middle = (sides[0] + sides[1]) / 2
        yield (sides[0], sy), (middle, sy), (middle, ty), (sides[1], ty)
    outer = source.right if tx > sx else source.x
    if (tx - outer) * (tx - sx) > 0 and target.y > sy:
        yield (outer, sy), (tx, sy), top
    inner = target.x if tx > sx else target.right
    if (inner - sx) * (tx - sx) > 0 and ty > source.bottom:
        yield bottom, (sx, ty), (inner, ty)
    left, right = span[0] - _AROUND, span[1] + _AROUND
    near_right = max(source.right, target.right) + _AROUND
    near_left = min(source.x, target.x) - _AROUND
    for x in (near_right, right):
        yield (source.right, sy), (x, sy), (x, ty), (target.right, ty)
    for x in (near_left, left):
        yield (source.x, sy), (x, sy), (x, ty), (target.x, ty)


def _short(way: Route) -> Route:
    """Return *way* without corners that are none."""
    kept = [way[0]]
    for point, after in pairwise(way[1:]):
        before = kept[-1]
        straight = before[0] == point[0] == after[0] or before[1] == point[1] == after[1]
        if not straight and point != before:
            kept.append(point)
    return (*kept, way[-1])


def _meets(part: tuple[Point, Point], rect: Rect) -> bool:
    (x1, y1), (x2, y2) = part
    x, y, width, height = rect
    if (max(x2, x1)) <= x or (min(x2, x1)) >= x + width:
        return False
    return (max(y2, y1)) > y and (min(y2, y1)) < y + height


def distance(way: Route, x: float, y: float) -> float:
    """Return how far a point is from a way."""
    return min(_from(part, x, y) for part in pairwise(way))


def _from(part: tuple[Point, Point], x: float, y: float) -> float:
    (x1, y1), (x2, y2) = part
    across = max(min(x1, x2) - x, 0, x - max(x1, x2))
    down = max(min(y1, y2) - y, 0, y - max(y1, y2))
    return float((across**2 + down**2) ** 0.5)
