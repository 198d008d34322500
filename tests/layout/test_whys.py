"""The tree of whys: nothing overlaps, parents stand over their answers, signs say what is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps import golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.edits.whys import AddWhy
from cjeditor.kinds.look import Look
from cjeditor.layout.tree import tidy
from cjeditor.layout.whys import why_diagram

LOOK = Look(theme=LIGHT, words=Words("en"))


def texts(block):
    lines = [shape for shape in block.drawing.shapes if isinstance(shape, TextLine)]
    return [shape.line.text for shape in lines]


@st.composite
def trees(draw):
    """Ids of parents, each a node before."""
    count = draw(st.integers(0, 25))
    return [draw(st.integers(-1, number - 1)) for number in range(count)]


@given(trees())
def test_nothing_overlaps_and_every_parent_stands_in_the_middle_over_its_answers(parents):
    journey = small_map()
    for number, parent in enumerate(parents):
        below = None if parent < 0 else f"w{parent}"
        journey = AddWhy("p1", below, "word " * (number % 9), None, f"w{number}").apply(journey)

    diagram = why_diagram(journey, "p1", LOOK)

    assert len(diagram.nodes) == len(parents) + 1
    assert len(diagram.line_of) == len(parents)
    rects = [block.rect for block in diagram.nodes]
    assert not any(a.meets(b) for n, a in enumerate(rects) for b in rects[:n])
    assert all(
        not label.rect.meets(rect) for label in diagram.lines if not label.element for rect in rects
    )
    for number, parent in enumerate(parents):
        own, above = (
            diagram.node_of[f"w{number}"],
            diagram.node_of[f"w{parent}" if parent >= 0 else "p1"],
        )
        line = diagram.line_of[f"w{number}"].rect
        assert above.rect.bottom == pytest.approx(line.y)
        assert own.y == pytest.approx(line.bottom)
        beside = [f"w{n}" for n, each in enumerate(parents) if each == parent]
        first, last = (diagram.node_of[each].rect for each in (beside[0], beside[-1]))
        assert above.rect.x == pytest.approx((first.x + last.x) / 2)


def test_a_chain_of_any_depth_is_laid_out():
    below = {str(number): [str(number + 1)] for number in range(3000)}

    assert set(tidy("0", below, 10, 2).values()) == {0.0}


def test_an_answer_says_whether_it_is_a_root_cause_how_sure_it_is_and_what_helps():
    diagram = why_diagram(golden_map(), "p1", LOOK)

    assert texts(diagram.node_of["w1"]) == ["The code is sent too early"]
    assert texts(diagram.node_of["w2"])[-3:] == [
        "Root cause", "Measured, 1 source", "Send the code again by SMS",
    ]  # fmt: skip
    assert [texts(block)[0] for block in diagram.lines if not block.element] == ["Why 1", "Why 2"]


def test_an_unwritten_answer_asks_to_be_written_in_every_theme():
    journey = AddWhy("p1", why_id="new").apply(small_map())

    for theme in (LIGHT, DARK):
        diagram = why_diagram(journey, "p1", Look(theme=theme, words=Words("en")))
        assert texts(diagram.node_of["new"]) == ["Because …"]
