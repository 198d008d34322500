"""What must be true of the file around the drawing; it notices a change of reportlab's inside."""

import io

import pikepdf
import pytest
from pages import WIDTH, block, draw, text

from cjeditor import __version__
from cjeditor.display.shapes import Rect
from cjeditor.render.pdf_document import About, Document

ABOUT = About("Sepatu <b>&</b> 客", ("Rina", "Łukasz (a)"), "Buying shoes\n\\(", "id")


@pytest.fixture(scope="module")
def pdf():
    document = Document(842, 595, ABOUT)
    document.bookmark("Kesadaran 客 (1)", Rect(10, 20, 30, 40))
    document.bookmark("Melihat", Rect(10, 20, 30, 40), 1)
    document.bookmark("Pembelian", Rect(50, 20, 30, 40))
    return pikepdf.open(io.BytesIO(document.finish()))


def test_the_file_has_no_error(pdf):
    assert pdf.check_pdf_syntax() == []


def test_the_document_is_described(pdf):
    found = {key: str(pdf.docinfo[f"/{key}"]) for key in ("Title", "Author", "Subject", "Creator")}

    assert found == {
        "Title": ABOUT.title,
        "Author": "Rina, Łukasz (a)",
        "Subject": ABOUT.subject,
        "Creator": f"CJ Editor {__version__}",
    }


@pytest.mark.parametrize(
    ("date", "written"),
    [("2026-11-22", "D:20261122"), (None, "D:20000101"), ("2026-99-99", "D:20000101")],
)
def test_the_date_is_the_maps_own_or_always_the_same(date, written):
    content = Document(100, 100, About("A map", date=date)).finish()

    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.docinfo["/CreationDate"]).startswith(written)


def test_viewers_know_the_language_and_how_to_print(pdf):
    assert pdf.Root.Lang == "id"
    assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True


def test_the_page_has_the_size_that_was_asked_for(pdf):
    assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 842, 595]


def test_bookmarks_show_their_place(pdf):
    with pdf.open_outline() as outline:
        titles = [(item.title, [child.title for child in item.children]) for item in outline.root]

    assert titles == [("Kesadaran 客 (1)", ["Melihat"]), ("Pembelian", [])]
    destination = pdf.Root.Outlines.First.Dest
    names = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items()) if "/Names" in pdf.Root else {}
    place = names.get(str(destination), destination)
    assert [str(place[1]), *map(float, place[2:])] == ["/FitR", 10, 20, 40, 60]


def test_no_font_is_named_that_is_not_embedded(pdf):
    assert b"Helvetica" not in draw(block(text("Hello")))
    assert not pdf.pages[0].Resources.get("/Font")


def test_a_page_stream_is_compressed_to_bytes():
    many = [block(text("the same words"), y=y) for y in range(0, 400, 10)]

    with pikepdf.open(io.BytesIO(draw(*many))) as document:
        stream = document.pages[0].Contents
        assert [str(name) for name in stream.Filter] == ["/FlateDecode"]
        assert len(stream.read_raw_bytes()) < len(stream.read_bytes()) / 4


def test_the_same_drawing_gives_the_same_bytes():
    blocks = [block(text("客户 مرحبا"), x=WIDTH / 2, y=50), block(text("Hello"))]

    assert draw(*blocks) == draw(*blocks)
