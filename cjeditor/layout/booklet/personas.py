"""The sheets of the personas on paper, one landscape page each; long texts go on on more pages."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Page, Paper
from cjeditor.layout.persona_sheet import (
    ABOVE,
    BODY,
    GAP,
    PADDING,
    Section,
    draw_section,
    sections_of,
    side_of,
    text_of,
)
from cjeditor.model.map import Map
from cjeditor.model.records import Persona

Size: TypeAlias = tuple[float, float]
"""Width and height of a page in points."""

_SHRINKS: Final = (0.75, 0.87, 1.0, 1.15, 1.3)
"""How many times larger a page may be laid out than it is printed: as little as holds it all."""

_USUAL: Final = 1.0

_COLUMNS: Final = 3
_LEAST: Final = 3
"""Lines of a section that may begin in a column."""


def pages(journey: Map, size: Size, look: Look) -> list[Page]:
    """Return the sheets of all personas, on landscape pages."""
    landscape = (max(size), min(size))
    return [
        page
        for persona in journey.ordered_personas
        for page in _of_persona(journey, persona, landscape, look)
    ]


def _of_persona(journey: Map, persona: Persona, size: Size, look: Look) -> list[Page]:
    sections = sections_of(journey, persona, look)
    name = " ".join(persona.name.split()) or look.words(mark("Nameless persona"))
    title = look.words(mark("Persona: {name}")).format(name=name)
    shrink = _shrink(journey, persona, sections, size, look)
    paper = Paper(title, _larger(size, shrink), look, source=journey.scope.title)
    edges, width = _columns(paper)
    blocks, _, _ = side_of(journey, persona, look, width, paper.whole)
    placed = _balanced(sections, edges[1:], width, paper.whole, look)
    top = paper.room.y
    for block in blocks:
        paper.place(block.drawing, MARGIN + block.x, top + block.y, block.element, block.part)
    for block in placed or ():
        paper.place(block.drawing, block.x, top + block.y, persona.id, block.part)
    if placed is None:
        _flow(sections, paper, look, persona.id)
    return paper.pages()


def _shrink(
    journey: Map, persona: Persona, sections: Sequence[Section], size: Size, look: Look
) -> float:
    """Return how many times larger the page is laid out: so that everything has room on it.

    Where nothing helps, as it is, unless the column beside the texts wants more.
    """
    enough = _SHRINKS[-1]
    for shrink in reversed(_SHRINKS):
        paper = Paper("", _larger(size, shrink), look)
        edges, width = _columns(paper)
        if side_of(journey, persona, look, width)[2] <= paper.whole:
            enough = shrink
    for shrink in _SHRINKS:
        paper = Paper("", _larger(size, shrink), look)
        edges, width = _columns(paper)
        if (
            shrink >= enough
            and _balanced(sections, edges[1:], width, paper.whole, look) is not None
        ):
            return shrink
    return max(enough, _USUAL)


def _larger(size: Size, shrink: float) -> Size:
    return size[0] * shrink, size[1] * shrink


def _columns(paper: Paper) -> tuple[list[float], float]:
    """Return the left edges of a page's columns, and their width."""
    width = (paper.room.width - (_COLUMNS - 1) * GAP) / _COLUMNS
    return [MARGIN + number * (width + GAP) for number in range(_COLUMNS)], width


def _balanced(
    sections: Sequence[Section], edges: Sequence[float], width: float, height: float, look: Look
) -> list[Block] | None:
    """Return whole sections in columns of one height; None where one has no room."""
    ends = [0.0] * len(edges)
    placed: list[Block] = []
    for section in sections:
        drawing = draw_section(section, width, look)
        number = ends.index(min(ends))
        if ends[number] + drawing.height > height:
            return None
        placed.append(Block("", section.field, edges[number], ends[number], drawing))
        ends[number] += drawing.height + GAP
    return placed


def _flow(sections: Sequence[Section], paper: Paper, look: Look, persona: Id) -> None:
    """Fill columns one after the other, on as many pages as are needed.

    The first column of the first page is taken already.
    """
    edges, width = _columns(paper)
    column, y, top = 1, 0.0, paper.room.y
    for section in sections:
        left = text_of(section, width, look).lines
        title = section.title
        while left:
            room = int((paper.whole - y - ABOVE - PADDING) / BODY.line_height + 1e-6)
            if room < min(_LEAST, len(left)):
                column, y = column + 1, 0.0
                if column == len(edges):
                    paper.next_page()
                    column = 0
                continue
            now, left = left[:room], left[room:]
            drawing = draw_section(section, width, look, now, title)
            paper.place(drawing, edges[column], top + y, persona, section.field)
            y += drawing.height + GAP
            title = look.words(mark("{what} (continued)")).format(what=section.title)
