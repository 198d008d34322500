"""Five whys on paper: each pain point with its tree.

Where one is too large for a page, the answers of all stand below each other, indented.
"""

from dataclasses import dataclass, field
from typing import Final

from cjeditor.core.words import mark
from cjeditor.display.shapes import Curve, Drawing, LineTo, MoveTo, Stroke
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Page, Paper
from cjeditor.layout.diagram import LEAST, Diagram, scaled
from cjeditor.layout.whys import draw_pain, draw_why, why_diagram
from cjeditor.model.chains import chain_of, pain_points
from cjeditor.model.map import Map

_WIDEST: Final = 360.0
_NARROWEST: Final = 170.0
"""Width of an answer; it shrinks before deep ones would leave the page."""

_INDENT: Final = 26.0
_STEM: Final = 12.0
"""Of an answer below another, and where the line down from that one stands."""

_GAP: Final = 10.0
_NOTE: Final = 24.0
"""Height of the words below the title of the first page."""

_APART: Final = 26.0
"""Below an answer, and below the last one of a pain point."""


@dataclass(slots=True)
class _Stems:
    """Where the lines down from what stands above begin, by level, on the present page."""

    starts: list[float] = field(default_factory=list)

    def cut(self, level: int) -> None:
        """Forget what is deeper than *level*."""
        del self.starts[level:]

    def begin_page(self, top: float) -> None:
        self.starts = [top] * len(self.starts)


def pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of the pain points that have whys."""
    pains = [card for card in pain_points(journey) if card.id in journey.whys_of]
    if not pains:
        return []
    words = look.words
    paper = Paper(
        words(mark("Five whys")),
        size,
        look,
        note=words(mark("From each pain point down to its root causes.")),
        source=journey.scope.title,
    )
    trees = [why_diagram(journey, pain.id, look) for pain in pains]
    as_trees = all(_has_room(paper, tree) for tree in trees)
    for number, (pain, tree) in enumerate(zip(pains, trees, strict=True)):
        if number:
            paper.gap(_APART - _GAP)
        if as_trees:
            _put_tree(paper, tree)
        else:
            _put_chain(paper, journey, pain, look)
    return paper.pages()


def _scale(paper: Paper, tree: Diagram) -> float:
    return min(1.0, paper.room.width / tree.area.width)


def _has_room(paper: Paper, tree: Diagram) -> bool:
    """Tell whether a tree can be read on one page."""
    scale = _scale(paper, tree)
    return scale >= LEAST and tree.area.height * scale <= paper.whole - _NOTE


def _put_tree(paper: Paper, tree: Diagram) -> None:
    """Put a tree as the screen shows it."""
    scale = _scale(paper, tree)
    height = tree.area.height * scale
    paper.need(height)
    for block in scaled(tree, scale).blocks:
        x, y = MARGIN + block.x, paper.room.y + block.y
        paper.place(block.drawing, x, y, block.element, block.part)
    paper.gap(height)


def _put_chain(paper: Paper, journey: Map, pain: Card, look: Look) -> None:
    room, stems = paper.room.width, _Stems()
    head = draw_pain(journey, pain, min(_WIDEST, room), look)
    first = next(iter(chain_of(journey, pain.id).in_order()))[1]
    paper.need(head.height + _GAP + draw_why(journey, first, _WIDEST, look).height)
    _put(paper, head, pain.id, 0, stems)
    for level, why in chain_of(journey, pain.id).in_order():
        indent = min(level * _INDENT, room - _NARROWEST)
        drawing = draw_why(journey, why, min(_WIDEST, room - indent), look)
        before = paper.room.y
        paper.need(drawing.height)
        stems.cut(level)
        if paper.room.y < before:
            stems.begin_page(paper.room.y)
        _connect(paper, stems.starts[-1], indent, drawing.height, look)
        if indent == level * _INDENT:
            stems.starts[-1] = paper.room.y + drawing.height / 2
        _put(paper, drawing, why.id, indent, stems)


def _put(paper: Paper, drawing: Drawing, element: str, indent: float, stems: _Stems) -> None:
    top = paper.room.y
    paper.place(drawing, MARGIN + indent, top, element, "node")
    stems.starts.append(top + drawing.height)
    paper.gap(drawing.height + _GAP)


def _connect(paper: Paper, start: float, indent: float, height: float, look: Look) -> None:
    """Draw the line from above down to the middle of the next answer."""
    end = paper.room.y + height / 2
    across, down = _INDENT - _STEM, max(0.0, end - start)
    path = (MoveTo(0, 0), LineTo(0, down), LineTo(across, down))
    curve = Curve(path, stroke=Stroke(look.theme.quiet, 1.2))
    x = MARGIN + indent - _INDENT + _STEM
    paper.place(Drawing(across, down, (curve,)), x, end - down, part="line")
