from pages import text

from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    CurveTo,
    Drawing,
    Line,
    LineTo,
    MoveTo,
    Picture,
    Rect,
    Stroke,
    Symbol,
    Wash,
)
from cjeditor.render.backend import play
from cjeditor.render.record import Recorder

STROKE = Stroke("#000000")
STOPS = ((0, "#000000"), (1, "#ffffff"))


def record(*shapes):
    recorder = Recorder()
    with recorder.moved(10, 20), recorder.moved(1, 2):
        play(Drawing(10, 10, shapes), recorder)
    return recorder


def test_every_shape_is_listed_where_it_stands_on_the_sheet():
    shapes = record(
        Box(Rect(1, 1, 5, 5), "#ff0000"),
        Wash(Rect(1, 1, 5, 5), STOPS),
        Line(0, 0, 1, 1, STROKE),
        Picture(Rect(1, 1, 5, 5), "p"),
        Symbol("target", 0, 0, 12, "#000000"),
    ).shapes

    assert shapes == [
        Box(Rect(12, 23, 5, 5), "#ff0000"),
        Wash(Rect(12, 23, 5, 5), STOPS),
        Line(11, 22, 12, 23, STROKE),
        Picture(Rect(12, 23, 5, 5), "p"),
        Symbol("target", 11, 22, 12, "#000000"),
    ]


def test_every_point_of_a_curve_is_moved():
    path = (MoveTo(0, 0), LineTo(1, 1), CurveTo(1, 2, 3, 4, 5, 6), Close())

    (curve,) = record(Curve(path, STROKE)).shapes

    assert curve.path == (
        MoveTo(11, 22),
        LineTo(12, 23),
        CurveTo(12, 24, 14, 26, 16, 28),
        Close(),
    )


def test_text_is_listed_by_its_baseline():
    (line,) = record(text("Hello", 3, 4)).texts

    assert (line.x, line.baseline, line.line.text) == (14, 26, "Hello")
