"""User flows on paper: each has its page, whole or in parts, and no arrow is lost."""

import pytest
from edits.test_flows import drawn
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.edits.flows import AddFlow, AddFlowNode, PlaceNodes
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.flows import pages
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.layout.flows import arranged

SIZE = (842.0, 595.0)
LOOK = Look(theme=LIGHT, words=Words("en"))


def tidy(journey):
    return PlaceNodes(tuple(arranged(journey, "f", LOOK))).apply(journey)


def words(page):
    shapes = [shape for block in page.blocks for shape in block.drawing.shapes]
    return [shape.line.text for shape in shapes if isinstance(shape, TextLine)]


def of(page, part):
    return [block.element for block in page.blocks if block.part == part]


def test_no_flow_no_page_and_one_that_is_only_begun_has_none():
    assert pages(small_map(), SIZE, LOOK) == []
    assert pages(AddFlow("s1").apply(small_map()), SIZE, LOOK) == []


def test_a_flow_stands_whole_on_its_page():
    [page] = pages(tidy(drawn()), SIZE, LOOK)

    said = words(page)
    for text in ("User flow: Trying", "Inside: Action, Buy / Try: Ride it", "Start", "A", "yes"):
        assert text in said
    assert len(of(page, "node")) == 4
    assert len(of(page, "arrow")) == 4
    id_look = Look(theme=LIGHT, words=Words("id"))
    assert "Alur pengguna: Trying" in words(pages(tidy(drawn()), SIZE, id_look)[0])


@pytest.mark.parametrize("size", [SIZE, (595.0, 842.0)])
def test_a_high_flow_takes_several_pages_and_every_node_and_arrow_is_told(size):
    journey = AddFlow("s1", "Long", "f").apply(small_map())
    source = journey.flow_nodes_of["f"][0].id
    for number in range(30):
        add = AddFlowNode("f", "action", f"Step {number}", 0, 0, source, "", f"n{number}")
        journey, source = add.apply(journey), add.node_id
    journey = tidy(journey)

    found = pages(journey, size, LOOK)

    assert len(found) > 1
    assert [page.title for page in found[1:]] == [""] * (len(found) - 1)
    assert sorted(node for page in found for node in of(page, "node")) == sorted(journey.flow_nodes)
    drawn_arrows = [arrow for page in found for arrow in of(page, "arrow")]
    told = [text for page in found for text in words(page) if text.startswith("From “")]
    assert len(drawn_arrows) == len(set(drawn_arrows))
    assert len(drawn_arrows) + len(told) == len(journey.flow_arrows)
    assert len(told) == len(found) - 1
    for page in found:
        for block in page.blocks:
            assert block.x >= MARGIN - 9
            assert block.rect.right <= page.width - MARGIN + 9
            assert block.rect.bottom <= page.height - MARGIN + 9
