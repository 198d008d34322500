"""A drawing made smaller is the same in small, whatever shape it has."""

from typing import get_args

import pytest

from cjeditor.display.scaled import scaled_block, scaled_drawing
from cjeditor.display.shapes import (
    Block,
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
    Shape,
    Stroke,
    Symbol,
    TextLine,
    Wash,
)
from cjeditor.display.text import Font, set_line

RECT, HALF = Rect(2, 4, 6, 8), Rect(1, 2, 3, 4)
DASHED = Stroke("#000", 2, (4, 2))
CASES = [
    (Box(RECT, "#fff", DASHED, 6), Box(HALF, "#fff", Stroke("#000", 1, (2, 1)), 3)),
    (Wash(RECT, ((0, "#fff"), (1, "#000"))), Wash(HALF, ((0, "#fff"), (1, "#000")))),
    (Line(2, 4, 6, 8, Stroke("#000", 2)), Line(1, 2, 3, 4, Stroke("#000", 1))),
    (
        Curve((MoveTo(2, 4), LineTo(4, 2), CurveTo(2, 2, 4, 4, 6, 6), Close()), fill="#fff"),
        Curve((MoveTo(1, 2), LineTo(2, 1), CurveTo(1, 1, 2, 2, 3, 3), Close()), fill="#fff"),
    ),
    (Picture(RECT, "p"), Picture(HALF, "p")),
    (Symbol("user", 2, 4, 14, "#000"), Symbol("user", 1, 2, 7, "#000")),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "half"), CASES, ids=lambda each: type(each).__name__)
def test_every_shape_is_halved(shape, half):
    drawing = scaled_drawing(Drawing(10, 20, (shape,)), 0.5)

    assert (drawing.width, drawing.height) == (5, 10)
    assert drawing.shapes == (half,)


def test_text_is_set_as_it_was_but_smaller():
    line = set_line("Journey ☕ رحلة", Font(12))
    [text] = scaled_drawing(Drawing(90, 20, (TextLine(2, 12, line, "#000"),)), 0.5).shapes

    assert (text.x, text.baseline, text.line.size, text.line.width) == (1, 6, 6, line.width / 2)
    for run, before in zip(text.line.runs, line.runs, strict=True):
        assert (run.glyphs, run.texts) == (before.glyphs, before.texts)
        assert run.xs == tuple(x / 2 for x in before.xs)


def test_all_shapes_are_tried():
    assert {type(shape) for shape, _ in CASES} | {TextLine} == set(get_args(Shape))


def test_a_block_moves_nearer_to_the_origin():
    block = scaled_block(Block("a", "node", 8, 6, Drawing(4, 2, ())), 0.5)

    assert block.rect == Rect(4, 3, 2, 1)
