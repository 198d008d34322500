import io
import shutil
import subprocess

import pikepdf
import pytest
from pages import SCRIPTS, block, draw, ink, read_characters, read_text, render, squeezed, text
from PIL import Image

from cjeditor.display.shapes import (
    Box,
    Curve,
    CurveTo,
    Line,
    MoveTo,
    Picture,
    Rect,
    Stroke,
    Symbol,
    Wash,
)
from cjeditor.display.text import Font, wrap
from cjeditor.model import records

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def pixel(*shapes, at, pictures=None):
    return render(draw(block(*shapes), pictures=pictures)).getpixel(at)


def picture(name, form, media, mode="RGB", colour=RED):
    file = io.BytesIO()
    Image.new(mode, (40, 30), colour).save(file, form)
    content = file.getvalue()
    return records.Picture(id=name, media=media, width=40, height=30, content=content)


@pytest.mark.parametrize("words", SCRIPTS)
def test_the_words_of_every_script_are_found(words):
    found = read_text(draw(block(text(words, 20, 50))))

    assert squeezed(words) in squeezed(found)


@pytest.mark.parametrize("words", SCRIPTS)
def test_pdftotext_finds_the_words_of_every_script(words, tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    file = tmp_path / "page.pdf"
    file.write_bytes(draw(block(text(words, 20, 50))))

    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)

    assert squeezed(words) in squeezed(run.stdout.decode())


def test_lines_break_and_end_where_the_layout_says():
    words = "Pembayaran gagal tanpa penjelasan, harus mengetik ulang AVATAR To Wait kartu"
    lines = wrap(words, Font(12.5), 110)
    shapes = [text(line.text, 8, 20 + 16 * index, Font(12.5)) for index, line in enumerate(lines)]

    pdf = draw(block(*shapes, x=30, y=40))

    assert read_text(pdf).splitlines() == [line.text for line in lines]
    rights = {}
    for char in read_characters(pdf):
        rights[round(char.bottom)] = max(rights.get(round(char.bottom), 0), char.right)
    expected = [38 + line.width for line in lines]
    assert list(rights.values()) == pytest.approx(expected, abs=0.5)


def test_a_space_at_the_end_keeps_words_apart():
    found = read_text(draw(block(text("one ", 20, 50), text("two", 20, 70))))

    assert found.split() == ["one", "two"]


def test_markup_and_control_characters_are_plain_text():
    words = "<b>&amp;</b> (a\\b) =SUM(1) \x07 <img src=x>"

    found = read_text(draw(block(text(words, 20, 50))))

    assert squeezed("<b>&amp;</b> (a\\b) =SUM(1) <img src=x>") in squeezed(found)


def test_a_very_long_word_is_drawn():
    assert "x" * 1000 in read_text(draw(block(text("x" * 1000, 0, 50))))


def test_every_font_is_embedded_as_a_subset():
    pdf = pikepdf.open(io.BytesIO(draw(block(*(text(words) for words in SCRIPTS)))))

    fonts = list(pdf.pages[0].Resources.Font.values())

    assert len(fonts) >= 7
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert str(font.BaseFont)[7] == "+"
        assert len(descriptor.FontFile2.read_bytes()) < 60_000
        assert b"beginbfchar" in font.ToUnicode.read_bytes()


def test_a_page_with_everything_has_no_syntax_error():
    shapes = [
        *(text(words, 20, 20 + 16 * index) for index, words in enumerate(SCRIPTS)),
        Box(Rect(0, 0, 10, 10), "#ff0000", Stroke("#0000ff", 1, (2, 1)), 3, 0.5),
        Wash(Rect(0, 0, 10, 10), ((0, "#ff0000"), (1, "#ffffff"))),
        Symbol("alert-triangle", 0, 0, 12, "#ff0000"),
        Picture(Rect(0, 0, 10, 10), "p"),
    ]
    pdf = draw(block(*shapes), pictures={"p": picture("p", "PNG", "image/png", "RGBA")})

    assert pikepdf.open(io.BytesIO(pdf)).check_pdf_syntax() == []


def test_a_box_has_its_place_colours_and_round_corners():
    page = render(draw(block(Box(Rect(10, 20, 40, 30), "#ff0000", radius=15), x=100, y=200)))

    assert ink(page) == Rect(110, 220, 40, 30)
    assert page.getpixel((130, 235)) == RED
    assert page.getpixel((111, 221)) == WHITE


def test_a_stroke_is_centred_on_the_edge():
    page = render(draw(block(Box(Rect(20, 20, 40, 40), None, Stroke("#0000ff", 4)))))

    assert ink(page) == Rect(18, 18, 44, 44)
    assert page.getpixel((19, 40)) == page.getpixel((21, 40)) == BLUE
    assert page.getpixel((40, 40)) == WHITE


def test_only_the_fill_is_see_through():
    box = Box(Rect(20, 20, 40, 40), "#ff0000", Stroke("#0000ff", 4), opacity=0.5)

    assert pixel(box, at=(40, 40)) == pytest.approx((255, 128, 128), abs=2)
    assert pixel(box, at=(19, 40)) == BLUE


def test_what_follows_a_see_through_box_is_solid():
    boxes = Box(Rect(0, 0, 9, 9), "#ff0000", opacity=0.5), Box(Rect(20, 20, 40, 40), "#ff0000")

    assert pixel(*boxes, at=(40, 40)) == RED


def test_a_wash_changes_from_top_to_bottom():
    wash = Wash(Rect(0, 0, 40, 100), ((0.2, "#ff0000"), (0.8, "#0000ff")))
    page = render(draw(block(wash)))

    assert page.getpixel((20, 10)) == pytest.approx(RED, abs=3)
    assert page.getpixel((20, 50)) == pytest.approx((128, 0, 128), abs=6)
    assert page.getpixel((20, 90)) == pytest.approx(BLUE, abs=3)
    assert page.getpixel((50, 50)) == WHITE


def test_a_dashed_line_has_gaps_and_the_next_one_none():
    lines = (
        Line(0, 50, 100, 50, Stroke("#0000ff", 4, (10, 10))),
        Line(0, 80, 100, 80, Stroke("#0000ff", 4)),
    )
    page = render(draw(block(*lines)))

    assert (page.getpixel((5, 50)), page.getpixel((15, 50))) == (BLUE, WHITE)
    assert page.getpixel((15, 80)) == BLUE


def test_the_ends_of_a_curve_are_round_and_of_a_line_are_not():
    curve = Curve((MoveTo(50, 50), CurveTo(60, 50, 90, 50, 100, 50)), Stroke("#ff0000", 20))
    line = Line(50, 100, 100, 100, Stroke("#ff0000", 20))

    assert ink(render(draw(block(curve)))).x == 40
    assert ink(render(draw(block(line)))).x == 50


def test_a_symbol_keeps_to_its_square():
    page = render(draw(block(Symbol("alert-triangle", 100, 200, 48, "#ff0000"))))

    box = ink(page)
    assert Rect(100, 200, 48, 48).contains(box.x, box.y)
    assert Rect(100, 200, 49, 49).contains(box.right, box.bottom)
    assert min(box.width, box.height) > 30


@pytest.mark.parametrize(("form", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_stretched_over_its_place(form, media):
    place = Picture(Rect(10, 20, 80, 30), "p")
    page = render(draw(block(place), pictures={"p": picture("p", form, media)}))

    assert ink(page) == Rect(10, 20, 80, 30)
    assert page.getpixel((50, 35)) == pytest.approx(RED, abs=3)


def test_a_photograph_is_passed_through():
    photograph = picture("p", "JPEG", "image/jpeg")
    pdf = draw(block(Picture(Rect(10, 20, 80, 30), "p")), pictures={"p": photograph})

    assert photograph.content in pdf


def test_a_picture_used_twice_is_stored_once():
    places = (Picture(Rect(x, 20, 80, 30), "p") for x in (10, 200))
    pdf = draw(block(*places), pictures={"p": picture("p", "PNG", "image/png")})

    document = pikepdf.open(io.BytesIO(pdf))
    assert len(document.pages[0].Resources.XObject) == 1


def test_the_clear_parts_of_a_picture_stay_clear():
    clear = picture("p", "PNG", "image/png", "RGBA", (255, 0, 0, 0))
    shapes = Box(Rect(0, 0, 100, 100), "#0000ff"), Picture(Rect(10, 10, 80, 80), "p")

    assert pixel(*shapes, at=(50, 50), pictures={"p": clear}) == BLUE


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_damaged_picture_is_crossed_out(content):
    damaged = records.Picture(id="p", media="image/png", width=9, height=9, content=content)
    shapes = Picture(Rect(10, 10, 80, 80), "p"), Box(Rect(200, 10, 10, 10), "#ff0000")
    page = render(draw(block(*shapes), pictures={"p": damaged}))

    assert page.getpixel((50, 50)) != WHITE
    assert page.getpixel((50, 30)) == WHITE
    assert page.getpixel((205, 15)) == RED


def test_a_picture_that_the_map_lacks_is_left_out():
    assert pixel(Picture(Rect(10, 10, 80, 80), "p"), at=(50, 50)) == WHITE
