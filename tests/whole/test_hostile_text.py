"""Hostile and foreign text in every field stays plain text, on every surface."""

import io
import re
from functools import cache
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from hostile import HOSTILE, with_text
from maps import full_map
from openpyxl import load_workbook

from cjeditor.core.progress import no_progress
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.format import Options
from cjeditor.exchange.opening import open_file
from cjeditor.exchange.registry import format_named, readers, writers
from cjeditor.files import cjm
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.integrity import faults


@pytest.fixture(params=HOSTILE)
def name(request):
    return request.param


@cache
def hostile(name):
    """Return a map that is full of the text; a value, so that it can be the same for all tests."""
    text = HOSTILE[name]
    journey = with_text(full_map(), text)
    assert journey.cards["a1"].text == journey.cards["a1"].tags[0] == text
    assert journey.scope.title == journey.lanes["front"].title == text
    return journey


@cache
def written(name, kind):
    """Return the content of a file with that map."""
    return format_named(kind).write(hostile(name), Options(), no_progress).content


def test_the_file_keeps_it(name):
    assert cjm.loads(cjm.dumps(hostile(name))) == hostile(name)


def test_the_sheet_stays_of_a_sensible_size(name):
    sheet = lay_out(hostile(name), Look(LIGHT, Words("en"), prompts=True))

    assert sheet.width < 2_000
    assert sheet.height < 60_000


@pytest.mark.parametrize("kind", [each.name for each in writers()])
def test_every_format_takes_it(name, kind, qapp):
    assert written(name, kind)


@pytest.mark.parametrize("kind", [each.name for each in writers()])
def test_a_word_without_end_goes_everywhere(kind, qapp):
    journey = full_map()
    journey = journey.put(journey.cards["a1"].replace(text="W" * 100_000))

    assert format_named(kind).write(journey, Options(), no_progress).content


@pytest.mark.parametrize("kind", [each.name for each in readers()])
def test_what_goes_out_as_text_comes_back_whole(name, kind, tmp_path):
    path = tmp_path / f"map{format_named(kind).suffixes[0]}"
    path.write_bytes(written(name, kind))

    assert faults(open_file(path).journey) == []


def test_the_workbook_has_no_formula_of_the_users(name):
    formulas = [
        cell.value
        for sheet in load_workbook(io.BytesIO(written(name, "xlsx")))
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in {"f", "e"}
    ]

    assert all(re.match(r"=(IF\()?.*(AVERAGE|COUNT)", str(formula)) for formula in formulas)


def test_the_svg_holds_text_and_no_markup_of_the_users(name):
    tags = {element.tag.split("}")[-1] for element in ET.fromstring(written(name, "svg")).iter()}

    assert not tags & {"b", "img", "script", "foreignObject", "a"}


@pytest.mark.parametrize("name", ["markup", "formula", "command", "arabic", "korean"])
def test_the_poster_says_it_as_it_is(name):
    text = HOSTILE[name]

    page = pypdfium2.PdfDocument(written(name, "pdf"))[0].get_textpage().get_text_bounded()

    wanted = re.findall(r"\w+", text)
    assert [word for word in wanted if word not in page] == []
    if name in {"markup", "formula"}:
        assert text.split()[0] in page
