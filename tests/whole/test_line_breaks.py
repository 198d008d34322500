"""A line breaks on paper where it breaks on screen."""

import pypdfium2
import pytest
from maps import big_map, full_map

from cjeditor.core.progress import no_progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.exchange.format import PAPERS, Options
from cjeditor.exchange.registry import format_named
from cjeditor.layout.poster import lay_out_poster
from cjeditor.layout.sheet import lay_out


def _lines(blocks):
    return [
        (block.x + shape.x, block.y + shape.baseline, shape.line.text, shape.line.width)
        for block in blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine) and shape.line.text.strip()
    ]


@pytest.fixture(scope="module")
def poster():
    short, long = PAPERS["A1"]
    return lay_out_poster(big_map(60, 5, 8), (long * MM, short * MM), Words("en"))


def test_the_canvas_at_the_posters_column_width_has_the_posters_lines(poster):
    sheet = lay_out(poster.sheet.journey, poster.sheet.look)
    cards = {block.element for block in sheet.blocks() if block.part == "card"}

    def of_cards(blocks):
        return [line[2] for line in _lines(b for b in blocks if b.element in cards)]

    assert of_cards(sheet.blocks()) == of_cards(poster.blocks)
    assert len(of_cards(sheet.blocks())) > 100


def test_the_pdf_has_each_line_where_the_drawing_has_it(poster):
    options = Options(paper="A1", orientation="landscape")
    content = format_named("pdf").write(poster.sheet.journey, options, no_progress).content
    page = pypdfium2.PdfDocument(content)[0]
    textpage = page.get_textpage()

    for x, baseline, text, width in _lines(poster.blocks):
        left = poster.x + poster.scale * x
        bottom = page.get_height() - poster.y - poster.scale * baseline
        size = 14 * poster.scale
        found = textpage.get_text_bounded(
            left - 1, bottom - size * 0.35, left + poster.scale * width + 1, bottom + size
        )
        assert "".join(text.split()) in "".join(found.split()), text


def test_screen_and_paper_shorten_alike():
    journey = full_map()
    long = "one two three four " * 400
    journey = journey.put(journey.cards["a1"].replace(text=long))
    sheet = lay_out_poster(journey, None, Words("en")).sheet
    drawn = [line[2] for line in _lines(lay_out(journey, sheet.look).blocks()) if "one" in line[2]]

    assert drawn == [line[2] for line in _lines(sheet.blocks()) if "one" in line[2]]
    assert drawn[-1].endswith("…")
