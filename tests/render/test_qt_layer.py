"""A layer that is shown edit by edit looks like one made anew, and repaints what changed."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cjeditor.display import shapes
from cjeditor.display.shapes import Block, Drawing, Rect
from cjeditor.display.text import Font, set_line
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer

pytestmark = pytest.mark.usefixtures("qapp")

SIZE = (600, 120)


def card(name, x, y=10.0, fill="#fff3c4"):
    body = shapes.Box(Rect(0, 0, 120, 50), fill, radius=6)
    line = shapes.TextLine(10, 30, set_line(name, Font(12.5)), "#1f2933")
    return Block(name, "card", x, y, Drawing(120, 50, (body, line)))


def dot(x):
    return Block("p", "point", x, 70, Drawing(12, 12, (shapes.Box(Rect(0, 0, 12, 12), "#112233"),)))


def picture(layer, zoom):
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    layer.paint(painter, QRectF(0, 0, SIZE[0] / zoom, SIZE[1] / zoom))
    painter.end()
    return image


ONE, TWO, FAR = (card("one", 0), dot(40)), (card("two", 200),), (card("far", 2100),)
EDITS = {
    "words": (ONE, (card("other", 200),), FAR),
    "colour": (ONE, (card("two", 200, fill="#3b6ea8"),), FAR),
    "moved": (ONE, (card("two", 200, 40),), FAR),
    "gone": (ONE, FAR),
    "come": (ONE, TWO, (card("new", 420),), FAR),
    "all gone": (),
    "point": ((ONE[0], dot(60)), TWO, FAR),
}


def shown(*several):
    """Return a layer that has shown *several* parts one after the other, painted each time."""
    layer = Layer((), Cards())
    for parts in several:
        layer.show_parts(parts)
        for zoom in (1.0, 0.3, 0.1):
            picture(layer, zoom)
    return layer


@pytest.mark.parametrize("zoom", [1.0, 0.3])
@pytest.mark.parametrize("edit", EDITS)
def test_a_changed_layer_looks_like_a_new_one(edit, zoom):
    changed = shown((ONE, TWO, FAR), EDITS[edit])
    undone = shown((ONE, TWO, FAR), EDITS[edit], (ONE, TWO, FAR))

    assert picture(changed, zoom) == picture(shown(EDITS[edit]), zoom)
    assert picture(undone, zoom) == picture(shown((ONE, TWO, FAR)), zoom)


@pytest.mark.parametrize("edit", ["words", "colour", "gone", "come", "point"])
def test_an_overview_is_mended_where_the_layer_changes(edit):
    changed = shown((ONE, TWO, FAR), EDITS[edit])

    assert picture(changed, 0.1) == picture(shown(EDITS[edit]), 0.1)


def test_an_overview_grows_with_its_layer():
    further = (ONE, TWO, FAR, (card("further", 3000),))

    assert picture(shown((ONE, TWO, FAR), further), 0.1) == picture(shown(further), 0.1)


def test_only_what_looks_different_is_told():
    layer = Layer((), Cards())
    layer.show_parts([ONE, TWO])

    same = layer.show_parts([(card("one", 0), dot(40)), TWO])
    moved = layer.show_parts([ONE, (card("two", 200, 40),)])

    assert same == []
    assert sorted((rect.x + 3, rect.y + 3) for rect in moved) == [(200, 10), (200, 40)]


def test_one_of_two_that_share_a_place_may_go():
    first, second = card("c", 0), card("c", 0, fill="#3b6ea8")
    layer = Layer((), Cards())
    layer.show_parts([(first, second)])

    assert layer.show_parts([(second,)]) != []


def test_parts_that_stay_are_not_touched():
    layer = Layer((), Cards())
    layer.show_parts([ONE, TWO])
    before = layer._placed[id(ONE)]

    layer.show_parts([ONE, (card("other", 200),)])

    assert layer._placed[id(ONE)] is before
