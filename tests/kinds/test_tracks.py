from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.display.shapes import CurveTo
from cjeditor.kinds.tracks import Point, Track

heights = st.lists(st.floats(0, 160), min_size=2, max_size=12)


def _track(ys):
    return Track(tuple(Point(100.0 * n, y) for n, y in enumerate(ys)))


@given(heights)
def test_the_curve_goes_through_its_points(ys):
    path = _track(ys).path

    assert [(segment.x, segment.y) for segment in path] == [
        (100.0 * n, y) for n, y in enumerate(ys)
    ]


@given(heights)
def test_the_curve_never_swings_beyond_its_points(ys):
    path = _track(ys).path

    for before, curve in pairwise(path):
        assert isinstance(curve, CurveTo)
        low, high = sorted((before.y, curve.y))
        assert low - 1e-6 <= min(curve.y1, curve.y2)
        assert max(curve.y1, curve.y2) <= high + 1e-6


@given(heights, st.floats(0, 900), st.floats(1, 200))
def test_heights_tell_where_the_curve_is(ys, left, width):
    found = list(_track(ys).heights(left, left + width))

    covered = left < 100 * (len(ys) - 1)
    assert bool(found) == covered
    assert all(min(ys) - 1e-6 <= low <= high <= max(ys) + 1e-6 for low, high in found)
