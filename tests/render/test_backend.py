from cjeditor.display.shapes import (
    Block,
    Box,
    Curve,
    Drawing,
    Line,
    MoveTo,
    Picture,
    Rect,
    Stroke,
    Symbol,
    Wash,
)
from cjeditor.render.backend import play, play_blocks
from cjeditor.render.record import Recorder

BOX = Box(Rect(1, 2, 10, 10), "#ff0000")
STROKE = Stroke("#000000")


def block(x: float, y: float, width: float = 10, height: float = 10) -> Block:
    return Block("e", "card", x, y, Drawing(width, height, (BOX,)))


def test_shapes_are_drawn_in_their_order():
    shapes = (
        Symbol("target", 0, 0, 12, "#000000"),
        BOX,
        Wash(Rect(0, 0, 1, 1), ((0, "#000000"), (1, "#ffffff"))),
        Line(0, 0, 1, 1, STROKE),
        Curve((MoveTo(0, 0),), STROKE),
        Picture(Rect(0, 0, 1, 1), "p"),
    )
    recorder = Recorder()

    play(Drawing(10, 10, shapes), recorder)

    assert tuple(recorder.shapes) == shapes


def test_a_block_is_drawn_where_it_stands():
    recorder = Recorder()

    play_blocks([block(100, 200), block(0, 0)], recorder)

    assert [shape.rect[:2] for shape in recorder.shapes] == [(101, 202), (1, 2)]


def test_blocks_outside_the_clip_are_left_out():
    recorder = Recorder()

    play_blocks([block(0, 0), block(500, 0)], recorder, Rect(400, 0, 200, 200))

    assert [shape.rect.x for shape in recorder.shapes] == [501]


def test_a_hairline_without_height_is_not_clipped_away():
    recorder = Recorder()

    play_blocks([block(10, 10, width=50, height=0)], recorder, Rect(0, 0, 100, 100))

    assert len(recorder.shapes) == 1
