"""Smooth curves through points that never swing beyond them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from cjeditor.display.shapes import CurveTo, LineTo, MoveTo, Segment


class Point(NamedTuple):
    """A point that a curve goes through."""

    x: float
    y: float


@dataclass(frozen=True, eq=False)
class Track:
    """A piece of a curve without gaps; its points stand from left to right.

    Between two points the curve only rises or only falls (Fritsch and Butland's choice of
    slopes), so it never shows a feeling that nobody gave.
    """

    points: tuple[Point, ...]

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """The steepness at each point; level at the ends, peaks and valleys."""
        rises = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(self.points)]
        steps = [b.x - a.x for a, b in pairwise(self.points)]
        inner = [
            _slope(rises[n - 1], rises[n], steps[n - 1], steps[n]) for n in range(1, len(rises))
        ]
        return (0.0, *inner, 0.0)

    @cached_property
    def stretches(self) -> frozenset[tuple[Point, Point, float, float]]:
        """What the curve is between two points: they, and how steep it is at each."""
        if len(self.points) < 2:
            return frozenset()
        ends = zip(pairwise(self.points), pairwise(self.slopes), strict=True)
        return frozenset((a, b, near, far) for (a, b), (near, far) in ends)

    @cached_property
    def path(self) -> tuple[Segment, ...]:
        """Return the outline of the curve."""
        segments: list[Segment] = [MoveTo(*self.points[0])]
        for number, (a, b) in enumerate(pairwise(self.points)):
            third = (b.x - a.x) / 3
            near = a.y + self.slopes[number] * third
            far = b.y - self.slopes[number + 1] * third
            segments.append(CurveTo(a.x + third, near, b.x - third, far, b.x, b.y))
        return tuple(segments)

    def path_back(self) -> tuple[Segment, ...]:
        """Return the outline of the curve from its end to its start, to go on another one."""
        last = self.points[-1]
        segments: list[Segment] = [LineTo(last.x, last.y)]
        ahead = [each for each in self.path if isinstance(each, CurveTo)]
        for start, curve in zip(reversed(self.points[:-1]), reversed(ahead), strict=True):
            back = CurveTo(curve.x2, curve.y2, curve.x1, curve.y1, start.x, start.y)
            segments.append(back)
        return tuple(segments)

    def y_at(self, x: float) -> float | None:
        """Return the height of the curve at *x*; None before its start and after its end."""
        if not self.points[0].x <= x <= self.points[-1].x or len(self.points) < 2:
            return None
        number = min(bisect_right(self.points, x, key=_x_of), len(self.points) - 1) - 1
        return self._y(max(number, 0), x)

    def heights(self, left: float, right: float) -> Iterator[tuple[float, float]]:
        """Yield the lowest and highest y of every piece of the curve between two x."""
        first = max(0, bisect_right(self.points, left, key=_x_of) - 1)
        for number in range(first, len(self.points) - 1):
            a, b = self.points[number], self.points[number + 1]
            if a.x >= right:
                break
            if left < b.x:
                ends = self._y(number, max(left, a.x)), self._y(number, min(right, b.x))
                yield min(ends), max(ends)

    def _y(self, number: int, x: float) -> float:
        a, b = self.points[number], self.points[number + 1]
        wide = b.x - a.x
        t = (x - a.x) / wide
        rest = 1 - t
        return (
            rest * rest * (1 + 2 * t) * a.y
            + t * rest * rest * wide * self.slopes[number]
            + t * t * (3 - 2 * t) * b.y
            - t * t * rest * wide * self.slopes[number + 1]
        )


def _x_of(point: Point) -> float:
    return point.x


def _slope(before: float, after: float, width_before: float, width_after: float) -> float:
    if before * after <= 0:
        return 0.0
    one, other = 2 * width_after + width_before, width_after + 2 * width_before
    return (one + other) / (one / before + other / after)
