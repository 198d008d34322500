"""A user flow as a drawing: start and end, actions, decisions, systems, and arrows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import (
    Block,
    Box,
    Close,
    Curve,
    Drawing,
    LineTo,
    MoveTo,
    Rect,
    Segment,
    Shape,
    Stroke,
    Symbol,
    TextLine,
    union,
)
from cjeditor.display.text import ascent
from cjeditor.display.theme import Theme
from cjeditor.kinds.look import CARD, GHOST, SMALL, Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph, short_line
from cjeditor.layout.diagram import Diagram
from cjeditor.layout.layered import arrange
from cjeditor.layout.routes import Point, Route, distance, route
from cjeditor.model.flow_graph import FlowGraph, graph_of
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowArrow, FlowNode, FlowNodeKind
from cjeditor.model.map import Map

WIDTH: Final = 164.0
_PILL: Final = 132.0
_DIAMOND: Final = 196.0
_PADDING: Final = 12.0
_LEAST: Final = 44.0
_SIGN: Final = 14.0
_BELOW_SIGN: Final = 4.0
_SLIM: Final = 0.7
_WIDER: Final = 1.2
_WIDEST: Final = 400.0
"""A diamond that is higher than so much of its width gets wider, up to this."""

_LABEL: Final = 120.0
_LABEL_HEIGHT: Final = 16.5
_USUAL: Final = 1.5
_CHOSEN: Final = 3.0
"""Width of an arrow's line."""

_HEAD: Final = 8.0
_REACH: Final = 6.0
"""Points beside an arrow where it can still be picked."""

ACROSS: Final = 44.0
DOWN: Final = 52.0
"""Between neighbours and between layers where the program puts the nodes."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the nodes of one kind look.

    Attributes:
        width: In points.
        inner: Of it, what the text may take.
        steep: Share of the height that the text may take where it is as wide as it may be.
        full: Colour of outline and symbol, as on white paper.
        tint: Ground.
        symbol: Before the kind's words; "" for none.
        body: Draws the outline.
    """

    width: float
    inner: float
    steep: float
    full: str
    tint: str
    symbol: str
    body: Callable[[Rect, str, Stroke], Shape]


def _pill(rect: Rect, fill: str, stroke: Stroke) -> Shape:
    inside = rect.grown(-stroke.width / 2)
    return Box(inside, fill=fill, stroke=stroke, radius=inside.height / 2)


def _box(rect: Rect, fill: str, stroke: Stroke) -> Shape:
    return Box(rect.grown(-stroke.width / 2), fill=fill, stroke=stroke, radius=6)


def _plain_box(rect: Rect, fill: str, stroke: Stroke) -> Shape:
    return Box(rect.grown(-stroke.width / 2), fill=fill, stroke=stroke)


def _diamond(rect: Rect, fill: str, stroke: Stroke) -> Shape:
    x, y, width, height = rect.grown(-stroke.width)
    path: tuple[Segment, ...] = (
        MoveTo(x + width / 2, y),
        LineTo(x + width, y + height / 2),
        LineTo(x + width / 2, y + height),
        LineTo(x, y + height / 2),
        Close(),
    )
    return Curve(path, stroke=stroke, fill=fill)


_FORMS: Final[Mapping[FlowNodeKind, _Form]] = {
    "start": _Form(_PILL, 104, 1, "#2f855a", "#ddf3e4", "player-play", _pill),
    "action": _Form(WIDTH, 140, 1, "#b7791f", "#fff3c4", "", _box),
    "decision": _Form(_DIAMOND, 118, 0.4, "#6b46c1", "#ede7fa", "", _diamond),
    "system": _Form(WIDTH, 140, 1, "#4a5568", "#e6eaf0", "server", _plain_box),
    "end": _Form(_PILL, 104, 1, "#2b6cb0", "#dceefb", "flag", _pill),
}


@dataclass(frozen=True, eq=False)
class FlowDiagram(Diagram):
    """A flow laid out.

    Attributes:
        routes: The way of each arrow.
        labels: Where the labels of arrows stand.
    """

    routes: Mapping[Id, Route] = field(default_factory=dict)
    labels: Mapping[Id, Rect] = field(default_factory=dict)

    def arrow_at(self, x: float, y: float) -> Id | None:
        """Return the arrow at a point, or near it."""
        for arrow, rect in self.labels.items():
            if rect.contains(x, y):
                return arrow
        near = {arrow: distance(way, x, y) for arrow, way in self.routes.items()}
        best = min(near, key=lambda arrow: near[arrow], default=None)
        return best if best is not None and near[best] <= _REACH else None


def flow_diagram(journey: Map, flow: Id, look: Look) -> FlowDiagram:
    """Lay out a flow: its nodes where they stand."""
    graph = graph_of(journey, flow)
    nodes = tuple(_placed(node, look) for node in graph.nodes)
    rect_of = {block.element: block.rect for block in nodes}
    whole = union(list(rect_of.values()))
    span = (whole.x, whole.right)
    routes: dict[Id, Route] = {}
    lines, labels = [], {}
    for arrow in graph.arrows:
        way = _way(arrow, graph, rect_of, routes, span)
        routes[arrow.id] = way
        line, label = draw_arrow(arrow.id, way, arrow.label, look)
        lines.append(line)
        if label is not None:
            labels[arrow.id] = label
    return FlowDiagram(tuple(lines), nodes, routes, labels)


def arranged(journey: Map, flow: Id, look: Look) -> list[tuple[Id, float, float]]:
    """Return where the nodes of a flow stand best: id and middle of each."""
    graph = graph_of(journey, flow)
    order = graph.in_order()
    sizes = {}
    for node in order:
        drawing = draw_node(node, look)
        sizes[node.id] = (drawing.width, drawing.height)
    arrows = [(arrow.source, arrow.target) for arrow in graph.arrows]
    return [(node, x, y) for node, (x, y) in arrange(sizes, arrows, ACROSS, DOWN).items()]


def draw_node(node: FlowNode, look: Look) -> Drawing:
    """Draw one node: its form, its symbol and its words in the middle."""
    return _drawn(node.text.strip(), node.kind, look)


@lru_cache(maxsize=2_000)
def _drawn(text: str, kind: FlowNodeKind, look: Look) -> Drawing:
    theme = look.theme
    form, words, height = _fitted(text, kind, look)
    rect = Rect(0, 0, form.width, height)
    strong, ground = theme.strong(form.full), theme.card_fill(form.tint, form.full)
    shapes: list[Shape] = [form.body(rect, ground, Stroke(theme.card_edge or strong, 1.5))]
    down = _top(form, words, height)
    if form.symbol:
        middle = (form.width - _SIGN) / 2
        shapes.append(Symbol(form.symbol, middle, down - _SIGN - _BELOW_SIGN, _SIGN, strong))
    shapes += [line._replace(baseline=line.baseline + down) for line in words.lines]
    return Drawing(form.width, height, tuple(shapes))


def text_room(node: FlowNode, look: Look) -> tuple[float, float, float]:
    """Return the room left, above and right of a node's words."""
    form, words, height = _fitted(node.text.strip(), node.kind, look)
    side = (form.width - form.inner) / 2
    return side, _top(form, words, height), side


def _top(form: _Form, words: Paragraph, height: float) -> float:
    """Return where the words begin in a node of that height: symbol and words in its middle."""
    sign = _SIGN + _BELOW_SIGN if form.symbol else 0.0
    return (height - words.height - sign) / 2 + sign


def ground_of(node: FlowNode, theme: Theme) -> str:
    """Return the colour behind a node's words."""
    form = _FORMS[node.kind]
    return theme.card_fill(form.tint, form.full)


@lru_cache(maxsize=2_000)
def _fitted(text: str, kind: FlowNodeKind, look: Look) -> tuple[_Form, Paragraph, float]:
    """Return the form, the words and the height of a node.

    One without a text has the name of its kind in grey. A decision with many words is wider.
    """
    form, font, ink = _FORMS[kind], CARD, look.theme.ink
    if not text:
        text, font, ink = look.words(FLOW_NODE_KINDS[kind]), GHOST, look.theme.quiet
    while True:
        x = (form.width - form.inner) / 2
        words = set_paragraph(text, font, form.inner, ink, x=x, align="centre")
        sign = _SIGN + _BELOW_SIGN if form.symbol else 0.0
        height = max(_LEAST, (words.height + sign) / form.steep + 2 * _PADDING)
        if form.steep == 1 or height <= form.width * _SLIM or form.width >= _WIDEST:
            return form, words, height
        form = replace(form, width=form.width * _WIDER, inner=form.inner * _WIDER)


@lru_cache(maxsize=2_000)
def draw_arrow(
    element: Id, way: Route, label: str, look: Look, chosen: str = ""
) -> tuple[Block, Rect | None]:
    """Return an arrow along a way, and where its label stands in the diagram, if it has one.

    Args:
        chosen: Colour of one that is selected, and so thicker; "" for others.
    """
    theme = look.theme
    ink, width = (chosen, _CHOSEN) if chosen else (theme.quiet, _USUAL)
    text = label.strip()
    line = short_line(text, SMALL, _LABEL)
    x, y = _middle(way, line.width + 20)
    box = Rect(x - line.width / 2 - 5, y - _LABEL_HEIGHT / 2, line.width + 10, _LABEL_HEIGHT)
    corners = [Rect(x - _HEAD, y - _HEAD, 2 * _HEAD, 2 * _HEAD) for x, y in way]
    area = union([*corners, box] if text else corners)
    local = tuple((x - area.x, y - area.y) for x, y in way)
    shapes: list[Shape] = [Curve(_path(local), stroke=Stroke(ink, width)), _head(local, ink)]
    if text:
        inside = box.moved(-area.x, -area.y)
        shapes.append(Box(inside, fill=theme.sheet, stroke=Stroke(theme.rule, 0.75), radius=5))
        baseline = inside.y + (_LABEL_HEIGHT - SMALL.line_height) / 2 + ascent(SMALL)
        shapes.append(TextLine(inside.x + 5, baseline, line, theme.ink))
    drawing = Drawing(area.width, area.height, tuple(shapes))
    return Block(element, "arrow", area.x, area.y, drawing), box if text else None


def _placed(node: FlowNode, look: Look) -> Block:
    drawing = draw_node(node, look)
    return Block(node.id, "node", node.x - drawing.width / 2, node.y - drawing.height / 2, drawing)


def _way(
    arrow: FlowArrow,
    graph: FlowGraph,
    rect_of: Mapping[Id, Rect],
    routes: Mapping[Id, Route],
    span: tuple[float, float],
) -> Route:
    others = [rect for node, rect in rect_of.items() if node not in (arrow.source, arrow.target)]
    siblings = graph.out_of[arrow.source]
    taken = [routes[each.id][0] for each in siblings if each.id in routes]
    return route(rect_of[arrow.source], rect_of[arrow.target], others, taken, span)


def _path(way: Route) -> tuple[Segment, ...]:
    return (MoveTo(*way[0]), *(LineTo(*point) for point in way[1:]))


def _head(way: Route, ink: str) -> Curve:
    (x1, y1), (x2, y2) = way[-2], way[-1]
    length = max(abs(x2 - x1) + abs(y2 - y1), 0.001)
    dx, dy = (x2 - x1) / length * _HEAD, (y2 - y1) / length * _HEAD
    path: tuple[Segment, ...] = (
        MoveTo(x2, y2),
        LineTo(x2 - dx - dy / 2, y2 - dy + dx / 2),
        LineTo(x2 - dx + dy / 2, y2 - dy - dx / 2),
        Close(),
    )
    return Curve(path, fill=ink)


def _middle(way: Route, room: float) -> Point:
    """Return where a label stands: on the first part that is long enough, else on the longest."""
    parts = list(pairwise(way))

    def length(part: tuple[Point, Point]) -> float:
        (x1, y1), (x2, y2) = part
        return abs(x2 - x1) + abs(y2 - y1)

    def fits(part: tuple[Point, Point]) -> bool:
        across = part[0][1] == part[1][1]
        return length(part) >= (room if across else 28)

    found = next((part for part in parts if fits(part)), max(parts, key=length))
    return (found[0][0] + found[1][0]) / 2, (found[0][1] + found[1][1]) / 2
