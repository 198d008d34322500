"""Links between cards in every document that shows the map as it is drawn."""

import io
import re
from operator import sub

import pikepdf
import pytest
from defusedxml.ElementTree import fromstring
from maps import full_map, small_map
from pages import read_text
from PySide6.QtGui import QImage

from cjeditor.core.progress import no_progress
from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve
from cjeditor.exchange import pdf, png, svg
from cjeditor.exchange.format import Options
from cjeditor.exchange.poster import poster_of
from cjeditor.layout.printed_links import PART, link_curves
from cjeditor.model.records import Link

SVG = "{http://www.w3.org/2000/svg}"
A3 = Options("A3", "landscape", dpi=72)
WITHOUT = A3._replace(links=False)


@pytest.fixture
def journey():
    """Two links: to another lane, and over a column to another card of the lane."""
    return small_map().put(
        Link(id="l1", kind="solves", source="a1", target="p1"),
        Link(id="l2", kind="causes", source="a1", target="a3"),
    )


def paths(journey):
    """Return the numbers of every link's curve, in points of the sheet."""
    shapes = [
        block.drawing.shapes
        for block in poster_of(journey, A3, Words("en")).blocks
        if block.part == PART
    ]
    curves = [each[0] for each in shapes if isinstance(each[0], Curve)]
    return [[number for segment in curve.path for number in segment] for curve in curves]


def is_in(path, found):
    return any(
        len(path) == len(each) and max(map(abs, map(sub, path, each))) < 0.01 for each in found
    )


def pdf_paths(journey, options):
    """Return each path that is drawn in the PDF, the dashes used, and the pictures."""
    content = pdf.write(journey, options, no_progress).content
    found, path, dashes = [], [], set()
    with pikepdf.open(io.BytesIO(content)) as document:
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            if str(operator) in ("m", "l", "c"):
                path += [float(each) for each in operands]
            elif str(operator) in ("S", "B", "f", "n"):
                found.append(path)
                path = []
            elif str(operator) == "d":
                dashes.add(tuple(float(each) for each in operands[0]))
        return found, dashes, document.pages[0].Resources.get("/XObject")


def test_a_pdf_draws_them_as_curves(journey):
    found, dashes, pictures = pdf_paths(journey, A3)
    left_out, _, _ = pdf_paths(journey, WITHOUT)

    assert len(paths(journey)) == 2
    assert all(is_in(path, found) for path in paths(journey))
    assert not any(is_in(path, left_out) for path in paths(journey))
    assert (7.0, 3.5) in dashes
    assert not pictures


def svg_paths(journey, options):
    """Return each path of the SVG picture, by its dashes."""
    picture = fromstring(svg.write(journey, options, no_progress).content)
    found = {}
    for element in picture.iter(SVG + "path"):
        numbers = [float(each) for each in re.findall(r"-?[0-9.]+", element.get("d"))]
        found.setdefault(element.get("stroke-dasharray"), []).append(numbers)
    return found


def test_an_svg_draws_them_as_curves(journey):
    found, left_out = svg_paths(journey, A3), svg_paths(journey, WITHOUT)
    solves, causes = paths(journey)

    assert is_in(solves, found["7 3.5"])
    assert is_in(causes, found[None])
    assert not is_in(causes, left_out[None])
    assert "7 3.5" not in left_out


@pytest.mark.usefixtures("qapp")
def test_a_png_shows_them(journey):
    poster = poster_of(journey, A3, Words("en"))
    (curve,) = [each for each in link_curves(poster.sheet) if each.link.kind == "causes"]
    (x1, y), (x2, _y) = curve.corners[2:4]
    x = x1 + (x2 - x1) * 0.2  # where no name stands
    spot = round(poster.x + poster.scale * x), round(poster.y + poster.scale * y)

    def redness(options):
        image = QImage.fromData(png.write(journey, options, no_progress).content, "PNG")
        around = (image.pixelColor(spot[0], spot[1] + dy) for dy in range(-2, 3))
        return max(colour.red() - colour.green() for colour in around)

    assert redness(A3) > 50
    assert redness(WITHOUT) < 10


@pytest.mark.parametrize("options", [A3, WITHOUT], ids=["with", "without"])
def test_words_are_read_in_the_order_of_the_map(options):
    content = pdf.write(full_map(), options._replace(language="en"), no_progress).content
    text = read_text(content)
    places = [text.index(word) for word in ("Walks", "Key box", "Fresh bread", "Leave by app")]
    named = [each.start() for each in re.finditer("Causes|Solves|Leads to", text)]

    assert places == sorted(places)
    assert bool(named) == options.links
    assert min(named, default=len(text)) > places[-1]
