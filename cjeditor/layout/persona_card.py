"""A persona as a card of the gallery: face, name, role, part in the purchase, a quote, counts."""

from collections import Counter
from collections.abc import Mapping
from typing import Final, TypeAlias

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block, Box, Drawing, Rect, Shape, Stroke, Symbol
from cjeditor.display.text import Font
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.layout.avatar import face_of
from cjeditor.model.map import Map
from cjeditor.model.records import ROLES, Persona

_PADDING: Final = 11.0
_FACE: Final = 46.0
_NAME: Final = Font(13, bold=True)
_SMALL: Final = Font(11)
_QUOTE: Final = Font(11.5, italic=True)


def draw_persona_card(
    journey: Map, person: Person, said: str, look: Look, width: float
) -> list[Block]:
    """Draw a persona *width* points wide; the first block is its ground.

    Args:
        said: What is of the persona, in words.
    """
    persona, theme = journey.personas[person.id], look.theme
    left = _PADDING + _FACE + 10
    room = width - left - _PADDING
    shapes: list[Shape] = []
    y = _PADDING
    name = persona.name.strip() or look.words(mark("Nameless persona"))
    rows = [(name, _NAME, theme.ink, 2), (persona.role.strip(), _SMALL, theme.quiet, 2)]
    rows.append((_part(persona, look), _SMALL, theme.quiet, 2))
    for text, font, ink, most in rows:
        if text:
            set_ = set_paragraph(text, font, room, ink, x=left, y=y, max_lines=most)
            shapes += set_.lines
            y += set_.height + 1
    y = max(y, _PADDING + _FACE) + 7
    quote = next((each.text.strip() for each in persona.sayings if each.text.strip()), "")
    if quote:
        shapes.append(Symbol("quote", _PADDING, y, 13, theme.quiet))
        set_ = set_paragraph(
            quote, _QUOTE, width - 2 * _PADDING, theme.ink, x=_PADDING, y=y, indent=18, max_lines=2
        )
        shapes += set_.lines
        y += set_.height + 5
    set_ = set_paragraph(said, _SMALL, width - 2 * _PADDING, theme.quiet, x=_PADDING, y=y)
    shapes += set_.lines
    height = y + set_.height + _PADDING - 2
    edge = theme.card_edge or theme.rule
    ground = Box(Rect(0, 0, width, height).grown(-0.5), theme.sheet, Stroke(edge, 1), 9)
    bar = Box(Rect(0, 10, 4, height - 20), person.ink, radius=2)
    drawing = Drawing(width, height, (ground, bar, *shapes))
    face = face_of(journey, person, _FACE)
    return [
        Block(persona.id, "persona", 0, 0, drawing),
        Block(persona.id, "face", _PADDING, _PADDING, face),
    ]


Counts: TypeAlias = Mapping[Id, tuple[int, int, int]]
"""Persona → its cards, the notes of its empathy map, its feelings."""


def counts_of(journey: Map) -> Counts:
    """Return how much is of each persona, alone or with others."""
    cards = Counter(each for card in journey.cards.values() for each in card.personas)
    felt = Counter(emotion.persona for emotion in journey.emotions.values())
    return {
        each: (cards[each], len(journey.empathy_of.get(each, ())), felt[each])
        for each in journey.personas
    }


def counted(counts: tuple[int, int, int], words: Words) -> str:
    """Return what is of a persona in words: "3 cards · 12 feelings"."""
    cards, notes, felt = counts
    facts = (
        (cards, words.count("{n} card", "{n} cards", cards)),
        (notes, words.count("{n} empathy note", "{n} empathy notes", notes)),
        (felt, words.count("{n} feeling", "{n} feelings", felt)),
    )
    said = " · ".join(text for count, text in facts if count)
    return said or words(mark("Nothing of its own yet"))


def _part(persona: Persona, look: Look) -> str:
    return ", ".join(look.words(ROLES[each]) for each in persona.roles)
