"""The empathy maps on paper: one page for each persona that has notes, more where they are many."""

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.core.words import mark
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import GAP, MARGIN, Page, Paper
from cjeditor.layout.empathy import EmpathySheet, lay_out_empathy
from cjeditor.model.empathy import EMPATHY_FIELDS, EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.records import Persona

_SHRINKS: Final = (0.8, 0.9, 1.0, 1.12, 1.25, 1.4)
"""How many times larger a page may be laid out than it is printed: as little as holds it all."""

_LONG: Final = 320
_LINES: Final = 8
"""Characters and lines of a note on the map; a longer one is written in full after it."""


def pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the empathy maps of all personas that have notes, on landscape pages."""
    landscape = (max(size), min(size))
    return [
        page
        for persona in journey.ordered_personas
        if (notes := journey.empathy_of.get(persona.id, ()))
        for page in _of_persona(journey, persona, notes, landscape, look)
    ]


def _of_persona(
    journey: Map,
    persona: Persona,
    notes: Sequence[EmpathyNote],
    size: tuple[float, float],
    look: Look,
) -> list[Page]:
    name = persona.name.strip() or look.words(mark("Nameless persona"))
    title = look.words(mark("Empathy map of {name}")).format(name=" ".join(name.split()))
    short = [note.replace(text=_beginning(note.text)) for note in notes]
    for shrink in _SHRINKS:
        paper = _paper(title, size, look, journey, shrink)
        sheet = _fitting(journey, persona, short, look, paper)
        if sheet is not None:
            break
    for part in (sheet,) if sheet else _parts(journey, persona, short, look, paper):
        _place(part, paper)
    _write_long(notes, paper, look)
    return paper.pages()


def _paper(title: str, size: tuple[float, float], look: Look, journey: Map, shrink: float) -> Paper:
    larger = (size[0] * shrink, size[1] * shrink)
    return Paper(title, larger, look, source=journey.scope.title)


def _fitting(
    journey: Map, persona: Persona, notes: Sequence[EmpathyNote], look: Look, paper: Paper
) -> EmpathySheet | None:
    """Return the map with *notes* if it has room on an empty page."""
    room = paper.room
    sheet = lay_out_empathy(journey, persona, notes, look, room.width, paper.whole)
    return sheet if sheet.height <= paper.whole + 0.01 else None


def _parts(
    journey: Map, persona: Persona, notes: Sequence[EmpathyNote], look: Look, paper: Paper
) -> Iterator[EmpathySheet]:
    """Yield maps that each have room on a page, with some of *notes* each."""
    left = list(notes)
    while left:
        count = len(left)
        while (sheet := _fitting(journey, persona, left[:count], look, paper)) is None:
            if count == 1:  # it has no room anywhere: as much of it as there is
                sheet = lay_out_empathy(journey, persona, left[:1], look, paper.room.width)
                break
            count = max(1, count * 3 // 4)
        yield sheet
        left = left[count:]


def _place(sheet: EmpathySheet, paper: Paper) -> None:
    """Put a map on an empty page."""
    paper.need(paper.whole)
    top = paper.room.y
    for block in sheet.blocks:
        paper.place(block.drawing, MARGIN + block.x, top + block.y, block.element, block.part)
    paper.gap(paper.room.height)


def _write_long(notes: Sequence[EmpathyNote], paper: Paper, look: Look) -> None:
    """Write the notes in full that are too long for the map."""
    for note in notes:
        if _beginning(note.text) != note.text:
            paper.heading(look.words(EMPATHY_FIELDS[note.field]))
            paper.paragraph(note.text, element=note.id)
            paper.gap(GAP)


def _beginning(text: str) -> str:
    """Return as much of a note as stands on the map."""
    lines = text[:_LONG].split("\n")[:_LINES]
    kept = "\n".join(lines)
    return text if kept == text else f"{kept.rstrip()} …"
