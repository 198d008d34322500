import pytest
from maps import PIXEL
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cjeditor.display import shapes
from cjeditor.display.shapes import Block, Drawing, Rect, Stroke
from cjeditor.display.text import Font, set_line
from cjeditor.model.records import Picture
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer
from cjeditor.render.qt_pictures import Images


@pytest.fixture(autouse=True)
def application(qapp):
    """Fonts and pixmaps need one."""


def paint(shape, pictures=None, faces=None):
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    play(Drawing(100, 100, (shape,)), QtBackend(painter, faces or Faces(), Images(pictures or {})))
    painter.end()
    return image


def colour(image, x, y):
    return image.pixelColor(x, y).name()


def ink(image):
    """Return the rectangle of everything that is not white."""
    spots = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if colour(image, x, y) != "#ffffff"
    ]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def test_a_box_is_filled_and_stroked():
    image = paint(shapes.Box(Rect(10, 20, 50, 30), "#ff0000", Stroke("#0000ff", 2)))

    assert colour(image, 30, 30) == "#ff0000"
    assert colour(image, 10, 35) == "#0000ff"
    assert ink(image) == (9, 19, 61, 51)


def test_a_half_clear_box_lets_the_ground_through():
    image = paint(shapes.Box(Rect(10, 10, 50, 50), "#000000", opacity=0.5))

    assert colour(image, 30, 30) == "#7f7f7f"


def test_a_wash_runs_through_its_colours():
    image = paint(shapes.Wash(Rect(0, 0, 100, 100), ((0, "#000000"), (1, "#ffffff"))))

    shades = [image.pixelColor(50, y).red() for y in (2, 50, 97)]
    assert shades == sorted(shades)
    assert shades[0] < 10 < 110 < shades[1] < 145 < 245 < shades[2]


def test_dashes_have_their_length_in_points():
    image = paint(shapes.Line(0, 50, 100, 50, Stroke("#000000", 4, (10, 5))))

    dark = [colour(image, x, 50) == "#000000" for x in (2, 8, 12, 17, 23, 27)]
    assert dark == [True, True, False, True, True, False]


def test_a_symbol_fills_its_box():
    left, top, right, bottom = ink(paint(shapes.Symbol("target", 20, 30, 40, "#c05621")))

    assert 20 <= left < 27
    assert 53 < right <= 60
    assert 30 <= top < 37
    assert 63 < bottom <= 70


def test_text_ends_where_the_layout_says():
    line = set_line("Hello, AVATAR", Font(12.5))
    image = paint(shapes.TextLine(5, 50, line, "#000000"))
    left, _top, right, bottom = ink(image)

    assert left == pytest.approx(6, abs=1.5)
    assert right == pytest.approx(5 + line.width, abs=1.5)
    assert bottom == pytest.approx(53, abs=2)


def test_a_picture_covers_its_rectangle_and_a_broken_one_nothing():
    red = QImage(2, 2, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    red.save(buffer, "PNG")
    good = Picture(id="p", media="image/png", width=2, height=2, content=bytes(buffer.data()))
    shape = shapes.Picture(Rect(10, 10, 40, 40), "p")
    bad = good.replace(content=PIXEL[:20])

    assert ink(paint(shape, {"p": good})) == (10, 10, 50, 50)
    assert colour(paint(shape, {"p": bad}), 30, 30) == "#ffffff"
    assert colour(paint(shape), 30, 30) == "#ffffff"


# --- the fast layer


def card(text="Waits for the confirmation", x=0.0):
    body = shapes.Box(Rect(0, 0, 120, 50), "#fff3c4", radius=6)
    line = shapes.TextLine(10, 30, set_line(text, Font(12.5)), "#1f2933")
    return Block("c", "card", x, 10, Drawing(120, 50, (body, line)))


def layer_picture(layer, zoom, exposed=(0, 0, 400, 80)):
    image = QImage(400, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(zoom, zoom)
    layer.paint(painter, QRectF(*exposed))
    painter.end()
    return image


def colours(image):
    return {colour(image, x, y) for x in range(120) for y in range(80)}


def test_near_text_is_drawn_as_text():
    image = layer_picture(Layer([card()], Cards()), 0.5)

    assert len(colours(image)) > 20  # smooth letters have many shades


def test_from_afar_lines_are_bars():
    image = layer_picture(Layer([card()], Cards()), 0.4)

    assert len(colours(image)) == 3  # paper, card, bars


def test_from_very_far_one_picture_stands_for_all():
    cards = Cards()
    layer = Layer([card()], cards)
    image = layer_picture(layer, 0.1, (0, 0, 4000, 800))

    assert colour(image, 3, 2) == "#fff3c4"
    assert layer._overview is not None


def test_the_fast_way_looks_like_the_slow_one():
    image = layer_picture(Layer([card()], Cards()), 1.0)
    expected = QImage(400, 80, QImage.Format.Format_RGB32)
    expected.fill(QColor("#ffffff"))
    painter = QPainter(expected)
    backend = QtBackend(painter, Faces(), Images({}))
    with backend.moved(0, 10):
        play(card().drawing, backend)
    painter.end()

    assert image == expected


def test_what_is_not_exposed_is_not_prepared():
    far = card(x=5000.0)
    layer = Layer([card(), far], Cards())
    layer_picture(layer, 1.0)

    ((placed,),) = layer._blocks.near(QRectF(5000, 0, 1, 1))
    assert "runs" not in placed.prepared.__dict__


def test_drawings_that_look_alike_share_one_body():
    cards = Cards()

    one, other = cards.prepared(card("One").drawing), cards.prepared(card("Two").drawing)
    assert one.body is other.body


def test_what_was_prepared_goes_with_its_drawing():
    cards = Cards()
    block = card()
    cards.prepared(block.drawing)
    del block

    assert len(cards._prepared) == 0


def test_outlines_that_reach_out_of_their_drawing_are_not_cut():
    path = (shapes.MoveTo(0, 0), shapes.LineTo(60, 20), shapes.LineTo(0, 40), shapes.Close())
    chevron = shapes.Curve(path, fill="#3b6ea8")
    block = Block("s", "stage", 0, 10, Drawing(45, 40, (chevron,)))
    image = layer_picture(Layer([block], Cards()), 1.0)

    assert colour(image, 54, 30) == "#3b6ea8"


def test_on_a_fine_screen_bodies_are_made_as_fine():
    cards = Cards()
    image = QImage(800, 160, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    Layer([card()], cards).paint(painter, QRectF(0, 0, 400, 80))
    painter.end()

    assert colour(image, 230, 100) == "#fff3c4"
    assert colour(image, 250, 100) == "#ffffff"


@pytest.mark.parametrize("size", [7, 9.5, 40])
def test_text_of_another_size_is_drawn_as_from_a_file_of_its_own(size):
    faces, line = Faces(), set_line("Hamburg", Font(size))
    faces.font("NotoSans-Regular", 23)  # read first, at another size

    drawn = paint(shapes.TextLine(3, 60, line, "#000000"), faces=faces)

    assert drawn == paint(shapes.TextLine(3, 60, line, "#000000"))
