"""A user flow as a drawing: nodes where they stand, arrows around them, labels on them."""

from itertools import pairwise

import pytest
from edits.test_flows import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import golden_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve, Rect, Symbol, TextLine
from cjeditor.display.theme import THEMES
from cjeditor.edits.flows import PlaceNodes
from cjeditor.kinds.look import Look
from cjeditor.layout.diagram import scaled
from cjeditor.layout.flows import arranged, draw_node, flow_diagram
from cjeditor.layout.routes import route
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowNode

LOOK = Look(theme=THEMES["light"], words=Words("en"))


def tidy():
    journey = drawn()
    return PlaceNodes(tuple(arranged(journey, "f", LOOK))).apply(journey)


def texts(block):
    return [shape.line.text for shape in block.drawing.shapes if isinstance(shape, TextLine)]


def test_every_node_stands_around_its_place_with_its_words():
    journey = tidy()
    diagram = flow_diagram(journey, "f", LOOK)

    assert {block.element for block in diagram.nodes} == set(journey.flow_nodes)
    for block in diagram.nodes:
        node = journey.flow_nodes[block.element]
        assert block.rect.x + block.rect.width / 2 == pytest.approx(node.x)
        assert block.rect.y + block.rect.height / 2 == pytest.approx(node.y)
    assert texts(diagram.node_of["d"]) == ["D"]
    start = next(block for block in diagram.nodes if journey.flow_nodes[block.element].text == "")
    assert texts(start) == ["Start"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", FLOW_NODE_KINDS)
@pytest.mark.parametrize("text", ["", "Pay", "Pay the whole sum with another card " * 4, "x" * 80])
def test_words_stay_inside_the_form_of_every_kind(theme, kind, text):
    look = Look(theme=theme, words=Words("id"))
    drawing = draw_node(FlowNode(id="n", flow="f", text=text, kind=kind), look)

    lines = [shape for shape in drawing.shapes if isinstance(shape, TextLine)]
    assert lines
    for shape in lines:
        assert shape.x >= 4
        assert shape.x + shape.line.width <= drawing.width - 4
        assert shape.baseline - 9 >= 4
        assert shape.baseline <= drawing.height - 4
    corners = [(s.x, s.baseline - 9) for s in lines] + [
        (s.x + s.line.width, s.baseline) for s in lines
    ]
    form = drawing.shapes[0]
    if isinstance(form, Curve):  # a diamond
        w, h = drawing.width / 2, drawing.height / 2
        assert all(abs(x - w) / w + abs(y - h) / h <= 1.02 for x, y in corners)


def test_kinds_differ_in_form_or_symbol_and_not_only_in_colour():
    def form(kind):
        shapes = draw_node(FlowNode(id="n", flow="f", text="x", kind=kind), LOOK).shapes
        symbols = [shape.name for shape in shapes if isinstance(shape, Symbol)]
        return type(shapes[0]), getattr(shapes[0], "radius", 0), tuple(symbols)

    assert len({form(kind) for kind in FLOW_NODE_KINDS}) == len(FLOW_NODE_KINDS)


def test_an_arrow_runs_from_edge_to_edge_with_its_label_on_it():
    diagram = flow_diagram(tidy(), "f", LOOK)

    assert set(diagram.routes) == set(diagram.line_of)
    for arrow, way in diagram.routes.items():
        record = tidy().flow_arrows[arrow]
        for point, node in ((way[0], record.source), (way[-1], record.target)):
            rect = diagram.node_of[node].rect
            assert rect.grown(0.5).contains(*point)
            assert not rect.grown(-0.5).contains(*point)
    label = diagram.labels["back"]
    assert texts(diagram.line_of["back"]) == ["no"]
    assert diagram.arrow_at(label.x + 2, label.y + 2) == "back"
    x, y = diagram.routes["back"][0]
    assert diagram.arrow_at(x + 3, y + 3) == "back"
    assert diagram.arrow_at(-900, -900) is None


def span_of(*rects):
    return min(rect.x for rect in rects), max(rect.right for rect in rects)


PLACE = st.integers(-6, 6)


@settings(max_examples=200)
@given(PLACE, PLACE, st.lists(st.tuples(PLACE, PLACE), max_size=5))
def test_an_arrow_goes_around_the_other_nodes(column, row, others):
    source, target = Rect(0, 0, 100, 40), Rect(column * 140, row * 90, 100, 40)
    if source.meets(target):
        return
    around = [Rect(x * 140, y * 90, 100, 40) for x, y in others]
    around = [each for each in around if not each.meets(source) and not each.meets(target)]

    way = route(source, target, around, [], span_of(source, target, *around))

    for (x1, y1), (x2, y2) in pairwise(way):
        assert x1 == x2 or y1 == y2
        part = Rect(min(x1, x2), min(y1, y2), abs(x1 - x2) + 0.001, abs(y1 - y2) + 0.001)
        assert not part.meets(source.grown(-1))
        assert not part.meets(target.grown(-1))


def test_a_straight_arrow_is_blocked_by_nothing_and_bends_for_a_node_between():
    source, target, between = (Rect(0, y, 100, 40) for y in (0, 200, 100))

    assert route(source, target, [], [], (0, 100)) == ((50, 40), (50, 200))
    bent = route(source, target, [between], [], (0, 100))
    assert len(bent) == 4
    assert bent[0][0] in (0, 100)


def test_a_scaled_diagram_is_the_same_in_small():
    diagram = flow_diagram(golden_map(), "f1", LOOK)
    half = scaled(diagram, 0.5)

    assert half.area.width - 16 == pytest.approx((diagram.area.width - 16) / 2)
    for block, small in zip(diagram.nodes, half.nodes, strict=True):
        assert small.rect.width == pytest.approx(block.rect.width / 2)
        lines = [s for s in block.drawing.shapes if isinstance(s, TextLine)]
        less = [s for s in small.drawing.shapes if isinstance(s, TextLine)]
        for line, little in zip(lines, less, strict=True):
            assert little.line.size == line.line.size / 2
            assert little.line.width == pytest.approx(line.line.width / 2)
            assert little.line.runs[0].xs[-1] == pytest.approx(line.line.runs[0].xs[-1] / 2)
            assert little.line.text == line.line.text
