import base64
import xml.etree.ElementTree as ET

import pytest
from defusedxml.ElementTree import fromstring
from pages import SCRIPTS, block, text

from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    CurveTo,
    Line,
    LineTo,
    MoveTo,
    Picture,
    Rect,
    Stroke,
    Symbol,
    Wash,
)
from cjeditor.display.text import Font
from cjeditor.model import records
from cjeditor.render.backend import play_blocks
from cjeditor.render.svg import SvgBackend

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
PICTURE = records.Picture(id="p", media="image/png", width=2, height=3, content=b"content")


def draw(*shapes, title="Title", description="", language="id") -> ET.Element:
    backend = SvgBackend({"p": PICTURE})
    with backend.placed(10, 20, 2):
        play_blocks([block(*shapes, x=1, y=2)], backend)
    content = backend.document(600, 400, title=title, description=description, language=language)
    return fromstring(content)


def only(picture: ET.Element, tag: str) -> ET.Element:
    (found,) = picture.iter(SVG + tag)
    return found


def test_the_picture_has_the_size_in_points():
    picture = draw()

    assert (picture.get("width"), picture.get("height")) == ("600pt", "400pt")
    assert picture.get("viewBox") == "0 0 600 400"


def test_blocks_stand_where_they_are_placed():
    groups = [group.get("transform") for group in draw().iter(SVG + "g")]

    assert groups == ["translate(10 20) scale(2.000000)", "translate(1 2)"]


@pytest.mark.parametrize("words", SCRIPTS)
def test_text_is_text_in_reading_order(words):
    assert only(draw(text(words, 5, 50)), "text").text == words


def test_a_line_ends_where_it_should_in_any_font():
    line = text("Pembayaran gagal", 5, 50, Font(12, bold=True, italic=True))

    found = only(draw(line), "text")

    assert (found.get("x"), found.get("y"), found.get("font-size")) == ("5", "50", "12")
    assert float(found.get("textLength")) == pytest.approx(line.line.width, abs=0.001)
    assert (found.get("font-weight"), found.get("font-style")) == ("700", "italic")


@pytest.mark.parametrize("words", ["שלום", "אבא!", "שלום Rina", "42 سنة (عمر)"])
def test_right_to_left_text_begins_at_its_right_end(words):
    line = text(words, 5, 50)

    found = only(draw(line), "text")

    assert found.get("direction") == "rtl"
    assert float(found.get("x")) == pytest.approx(5 + line.line.width, abs=0.001)


def test_a_word_from_right_to_left_does_not_turn_its_line():
    found = only(draw(text("Rina says שלום", 5, 50)), "text")

    assert (found.get("direction"), found.get("x")) == (None, "5")


def test_a_line_without_glyphs_draws_nothing():
    assert not list(draw(text("", 5, 50)).iter(SVG + "text"))


def test_hostile_text_is_only_text():
    hostile = "]]><script>alert(1)</script>&amp;\x00\x0b\ufffe\ud800"
    picture = draw(text(hostile, 5, 50), title=hostile, description=hostile, language='"/>')

    assert not list(picture.iter(SVG + "script"))
    assert only(picture, "title").text == "]]><script>alert(1)</script>&amp;"
    assert "<script>alert(1)</script>&amp;" in only(picture, "text").text


def test_a_box_keeps_its_fill_stroke_and_corners():
    box = Box(Rect(1, 2, 40, 10), "#ff0000", Stroke("#0000ff", 2, (3, 1)), 8, 0.5)

    found = only(draw(box), "rect").attrib

    assert found == {
        "x": "1",
        "y": "2",
        "width": "40",
        "height": "10",
        "rx": "5",
        "fill": "#ff0000",
        "fill-opacity": "0.5",
        "stroke": "#0000ff",
        "stroke-width": "2",
        "stroke-dasharray": "3 1",
    }


def test_lines_and_curves_keep_their_points():
    path = (MoveTo(0, 0), LineTo(1, 1), CurveTo(1, 2, 3, 4, 5, 6), Close())
    picture = draw(Line(0, 0, 9, 9, Stroke("#0000ff")), Curve(path, None, "#ff0000"))

    assert only(picture, "path").get("d") == "M0 0 L1 1 C1 2 3 4 5 6 Z"
    assert only(picture, "line").get("x2") == "9"


def test_equal_washes_and_symbols_are_defined_once():
    wash = Wash(Rect(0, 0, 9, 9), ((0, "#ff0000"), (1, "#ffffff")))
    symbols = (Symbol("alert-triangle", x, 0, 12, "#ff0000") for x in (0, 50))

    picture = draw(wash, wash, *symbols)

    stops = [(stop.get("offset"), stop.get("stop-color")) for stop in picture.iter(SVG + "stop")]
    assert stops == [("0", "#ff0000"), ("1", "#ffffff")]
    assert len(list(picture.iter(SVG + "path"))) == 1
    assert len(list(picture.iter(SVG + "use"))) == 2


def test_a_picture_is_inside_the_file():
    picture = draw(Picture(Rect(0, 0, 9, 9), "p"), Picture(Rect(0, 0, 9, 9), "lacking"))

    content = base64.b64encode(PICTURE.content).decode()
    assert only(picture, "image").get(LINK) == f"data:image/png;base64,{content}"
