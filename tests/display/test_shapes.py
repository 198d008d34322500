"""Rectangles and blocks."""

from cjeditor.display.shapes import Block, Box, Drawing, Rect, union


def test_a_rectangle_has_its_left_and_top_edge_but_not_the_others():
    rect = Rect(1, 2, 3, 4)

    assert rect.contains(1, 2)
    assert not rect.contains(4, 2)
    assert not rect.contains(1, 6)


def test_rectangles_that_only_touch_do_not_meet():
    rect = Rect(0, 0, 10, 10)

    assert rect.meets(Rect(9, 9, 5, 5))
    assert not rect.meets(Rect(10, 0, 5, 5))


def test_the_union_is_the_smallest_rectangle_around_all():
    assert union([Rect(0, 5, 1, 1), Rect(3, 2, 2, 2)]) == Rect(0, 2, 5, 4)
    assert union([]) == Rect(0, 0, 0, 0)


def test_a_grown_rectangle_keeps_its_middle():
    assert Rect(2, 2, 4, 4).grown(1) == Rect(1, 1, 6, 6)
    assert Rect(2, 2, 4, 4).moved(1, -1) == Rect(3, 1, 4, 4)


def test_a_block_lies_where_it_was_put():
    drawing = Drawing(20, 10, (Box(Rect(0, 0, 20, 10)),))

    assert Block("card", "card", 5, 6, drawing).rect == Rect(5, 6, 20, 10)
