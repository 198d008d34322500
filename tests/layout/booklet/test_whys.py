"""Whys on paper: every answer is there, joined to its question, and nothing leaves the page."""

import pytest
from maps import golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.edits.whys import AddWhy
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.layout.booklet.whys import pages

SIZE = (595.0, 842.0)


def made(journey, language="en", size=SIZE):
    return pages(journey, size, Look(theme=LIGHT, words=Words(language)))


def words(page):
    shapes = [shape for block in page.blocks for shape in block.drawing.shapes]
    return [shape.line.text for shape in shapes if isinstance(shape, TextLine)]


def test_a_map_without_whys_has_no_page():
    assert made(small_map()) == []


def test_the_page_has_pain_point_answers_and_what_they_rest_on():
    [page] = made(golden_map())

    said = words(page)
    for text in ("Five whys", "The code does not work", "The code is sent too early", "Root cause"):
        assert any(text in each for each in said)
    assert "Measured, 1 source" in said
    assert "Analisis 5 mengapa" in words(made(golden_map(), "id")[0])


def test_a_small_tree_stands_as_on_the_screen_with_its_levels_and_lines():
    journey = AddWhy("p1", None, "The guest has two codes", None, "w0").apply(golden_map())

    [page] = made(journey, size=(842.0, 595.0))

    nodes = {block.element: block.rect for block in page.blocks if block.part == "node"}
    assert set(nodes) == {"p1", "w0", "w1", "w2"}
    assert nodes["w0"].y == nodes["w1"].y > nodes["p1"].bottom
    assert nodes["p1"].x == pytest.approx((nodes["w0"].x + nodes["w1"].x) / 2)
    assert "Why 2" in words(page)
    assert sum(block.part == "line" for block in page.blocks) == 3


@pytest.mark.parametrize("size", [SIZE, (842.0, 595.0)])
def test_many_and_deep_answers_go_on_on_the_next_pages(size):
    journey = small_map()
    for number in range(60):
        parent = None if number % 20 == 0 else f"w{number - 1}"
        journey = AddWhy("p1", parent, f"because {number} " * 5, None, f"w{number}").apply(journey)

    found = made(journey, size=size)

    assert len(found) > 3
    nodes = [(page, block) for page in found for block in page.blocks if block.part == "node"]
    assert [block.element for _, block in nodes] == ["p1", *(f"w{n}" for n in range(60))]
    for page in found:
        own = [block for block in page.blocks if block.part == "node"]
        for block in own:
            assert block.x >= MARGIN
            assert block.rect.right <= page.width - MARGIN + 0.01
            assert block.rect.bottom <= page.height - MARGIN
        assert not any(a.rect.meets(b.rect) for n, a in enumerate(own) for b in own[:n])
        lines = [block for block in page.blocks if block.part == "line"]
        assert len(lines) == sum(block.element != "p1" for block in own)
        assert all(block.y >= MARGIN and block.rect.bottom < page.height for block in lines)
