"""The path language of SVG."""

from math import hypot

import pytest

from cjeditor.display.outlines import outline
from cjeditor.display.shapes import Close, CurveTo, LineTo, MoveTo


def test_lines_are_absolute_or_measured_from_the_pen():
    expected = (MoveTo(1, 2), LineTo(3, 5), LineTo(7, 5), LineTo(7, 0), LineTo(8, 0), Close())

    assert outline("M1 2 3 5H7V0h1z") == expected
    assert outline("m1,2 2,3h4v-5l1 0Z") == expected


def test_the_pen_returns_to_the_start_of_a_closed_outline():
    assert outline("M5 5h2v2zl1 1")[-1] == LineTo(6, 6)


def test_numbers_need_no_space_before_a_sign_or_a_second_point():
    assert outline("M1-2l.5.5") == (MoveTo(1, -2), LineTo(1.5, -1.5))


def test_curves_go_on_smoothly():
    assert outline("M0 0c0 1 2 3 4 4s2 3 4 4")[2] == CurveTo(6, 5, 6, 7, 8, 8)
    assert outline("M0 0s2 3 4 4") == (MoveTo(0, 0), CurveTo(0, 0, 2, 3, 4, 4))


def test_quadratic_curves_become_cubic_ones():
    first, second = outline("M0 0q3 3 6 0t6 0")[1:]

    assert first == CurveTo(2, 2, 4, 2, 6, 0)
    assert second == CurveTo(8, -2, 10, -2, 12, 0)


@pytest.mark.parametrize(
    "path", ["M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0", "M3 12a9 9 0 1018 0a9 9 0 10-18 0"]
)
def test_two_arcs_make_a_circle(path):
    curves = [segment for segment in outline(path) if isinstance(segment, CurveTo)]

    assert len(curves) == 4
    assert all(hypot(c.x - 12, c.y - 12) == pytest.approx(9) for c in curves)
    assert all(hypot(c.x1 - 12, c.y1 - 12) < 10.4 for c in curves)
    assert max(c.y for c in curves) == pytest.approx(21)


def test_the_sweep_of_an_arc_chooses_its_side():
    over = outline("M0 0A5 5 0 0 1 10 0")
    under = outline("M0 0A5 5 0 0 0 10 0")

    assert min(segment.y for segment in over) == pytest.approx(-5)
    assert max(segment.y for segment in under) == pytest.approx(5)


def test_a_tilted_arc_and_one_too_small_end_where_they_should():
    assert outline("M0 0A5 3 30 0 1 4 4")[-1][4:] == (4, 4)
    assert outline("M0 0A1 1 0 0 1 10 0")[1].y == pytest.approx(-5)
    assert outline("M0 0A0 1 0 0 1 10 0") == (MoveTo(0, 0), LineTo(10, 0))
    assert outline("M2 2A1 1 0 0 1 2 2") == (MoveTo(2, 2),)


@pytest.mark.parametrize("path", ["M1", "hello world", "1 2", "M1 2L3"])
def test_what_is_not_a_path_is_refused(path):
    with pytest.raises(ValueError, match=r".*"):
        outline(path)
