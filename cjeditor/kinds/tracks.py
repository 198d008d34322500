"""Smooth curves through points that never swing beyond them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from cjeditor.display.shapes import CurveTo, MoveTo, Segment


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

    points: Sequence[Point]

    @cached_property
    def slopes(self) -> tuple[float, ...]:
        """The steepness at each point; level at the ends, peaks and valleys."""
        rises = [(b.y - a.y) / (b.x - a.x) for a, b in pairwise(self.points)]
        steps = [b.x - a.x for a, b in pairwise(self.points)]
        inner = [
            _slope(rises[n - 1], rises[n], steps[n - 1], steps[n]) for n in range(1, len(rises))
        ]
        return (0.0, *inner, 0.0)

    def path(self) -> tuple[Segment, ...]:
        """Return the outline of the curve."""
        segments: list[Segment] = [MoveTo(*self.points[0])]
        for number, (a, b) in enumerate(pairwise(self.points)):
            third = (b.x - a.x) / 3
            near = a.y + self.slopes[number] * third
            far = b.y - self.slopes[number + 1] * third
            segments.append(CurveTo(a.x + third, near, b.x - third, far, b.x, b.y))
        return tuple(segments)

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
