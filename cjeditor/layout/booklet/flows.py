"""User flows on paper: each on a page of its own, a high one on several pages."""

from collections.abc import Iterator
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Rect, union
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Page, Paper
from cjeditor.layout.diagram import LEAST, Diagram, scaled
from cjeditor.layout.flows import flow_diagram
from cjeditor.model.flow_graph import FlowGraph, graph_of
from cjeditor.model.map import Map
from cjeditor.model.naming import flow_name, spoken

_WORDS: Final = 90.0
"""Points kept free below a part for where its arrows go on."""


def pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of all flows that have more than their start."""
    found: list[Page] = []
    for flow in journey.ordered_flows:
        if len(journey.flow_nodes_of.get(flow.id, ())) > 1:
            found += _pages(journey, flow.id, size, look)
    return found


def _pages(journey: Map, flow: Id, size: tuple[float, float], look: Look) -> list[Page]:
    words = look.words
    about = spoken(journey, journey.flows[flow].about, words)
    paper = Paper(
        words(mark("User flow: {text}")).format(text=flow_name(journey, flow, words)),
        size,
        look,
        note=words(mark("Inside: {text}")).format(text=about),
        source=journey.scope.title,
    )
    diagram, graph = flow_diagram(journey, flow, look), graph_of(journey, flow)
    room = paper.room
    scale = min(1.0, room.width / diagram.area.width, room.height / diagram.area.height)
    if scale >= LEAST:
        _put(paper, diagram, scale)
        return paper.pages()
    scale = min(LEAST, room.width / diagram.area.width)
    for number, part in enumerate(_parts(diagram, (room.height - _WORDS) / scale)):
        if number:
            paper.next_page()
        _put(paper, part, scale)
        _tell_rest(paper, graph, part, look)
    return paper.pages()


def _parts(diagram: Diagram, height: float) -> Iterator[Diagram]:
    """Yield the flow from the top down in parts of at most *height*, each with its own arrows."""
    waiting = sorted(diagram.nodes, key=lambda block: (block.y, block.x))
    while waiting:
        top = waiting[0].y
        own = [block for block in waiting if block.rect.bottom <= top + height] or waiting[:1]
        waiting = [block for block in waiting if block not in own]
        rows = union([block.rect for block in own])
        lines = [line for line in diagram.lines if _lies_in(line, rows)]
        yield Diagram(tuple(lines), tuple(own))


def _lies_in(line: Block, rows: Rect) -> bool:
    return rows.y - 1 <= line.y + 8 and line.rect.bottom - 8 <= rows.bottom + 1


def _put(paper: Paper, diagram: Diagram, scale: float) -> None:
    """Put a diagram in the middle of the page."""
    room, small = paper.room, scaled(diagram, scale)
    width, height = diagram.area.width * scale, diagram.area.height * scale
    left = MARGIN + max(0.0, (room.width - width) / 2)
    for block in small.blocks:
        x, y = left + block.x, room.y + block.y
        paper.place(block.drawing, x, y, block.element, block.part)
    paper.gap(height)


def _tell_rest(paper: Paper, graph: FlowGraph, part: Diagram, look: Look) -> None:
    """Tell in words where the arrows lead that leave the page."""
    shown = {block.element for block in part.lines}
    here = {block.element for block in part.nodes}
    words = look.words
    for arrow in graph.arrows:
        if arrow.source in here and arrow.id not in shown:
            source, target = (
                graph.node_of[end].text or "…" for end in (arrow.source, arrow.target)
            )
            said = words(mark("From “{source}” on to “{target}”")).format(
                source=source, target=target
            )
            paper.paragraph(f"{said}: {arrow.label}" if arrow.label else said)
