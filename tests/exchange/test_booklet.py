"""The booklet: real text on real pages, of the size that was asked for, the same each time."""

import io

import pikepdf
import pypdfium2
import pytest
from maps import golden_map, small_map

from cjeditor.core.progress import Cancelled, no_progress
from cjeditor.core.units import MM
from cjeditor.exchange.booklet import FORMAT, write
from cjeditor.exchange.format import Options
from cjeditor.model.map import Map
from cjeditor.model.records import Picture


def written(journey, **options):
    return write(journey, Options(**options), no_progress)


def texts(content):
    document = pypdfium2.PdfDocument(content)
    return [page.get_textpage().get_text_range() for page in document]


def test_each_tool_has_its_page_with_the_words_of_the_map():
    pages = texts(written(golden_map(), language="en").content)

    whole = "\n".join(pages)
    for words in ("Did they forget me?", "Guest survey", "Send the code again by SMS", "Key box"):
        assert words in whole
    assert "A night at the Harbour Hotel" in pages[0]


def test_pages_have_the_size_of_the_paper_and_the_type_grows_with_it():
    small, large = (
        pikepdf.open(io.BytesIO(written(golden_map(), paper=paper).content))
        for paper in ("A4", "A3")
    )

    assert [float(x) for x in small.pages[0].mediabox[2:]] == pytest.approx(
        [297 * MM, 210 * MM], abs=0.5
    )
    assert [float(x) for x in large.pages[0].mediabox[2:]] == pytest.approx(
        [420 * MM, 297 * MM], abs=0.5
    )
    assert len(small.pages) == len(large.pages) > 3


def test_every_part_is_in_the_table_of_contents():
    content = io.BytesIO(written(golden_map(), language="en").content)
    with pikepdf.open(content) as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]

    assert {"Evidence", "Channels", "Action list"} <= set(titles)


def test_the_language_of_the_words_can_be_chosen():
    pages = "\n".join(texts(written(golden_map(), language="id").content))

    assert "Bukti" in pages
    assert "Saluran" in pages


def test_equal_maps_give_equal_bytes():
    assert written(golden_map()).content == written(golden_map()).content


def test_a_map_with_nothing_beside_it_says_so():
    made = written(Map())

    assert "Nothing stands beside this map yet" in texts(made.content)[0]
    assert ["the booklet is empty" in each.reason for each in made.remarks] == [True]


def test_a_damaged_picture_is_told():
    journey = golden_map()
    broken = Picture(id="broken", media="image/png", width=9, height=9, content=b"no picture")
    dewi = journey.personas["dewi"].replace(picture="broken")

    made = written(journey.put(broken, dewi))

    assert any("damaged" in each.reason for each in made.remarks)


def test_it_can_be_stopped():
    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        write(small_map(), Options(), stop)


def test_its_name_ends_in_its_own_suffix():
    assert FORMAT.suffixes == (".booklet.pdf",)
