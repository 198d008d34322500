"""A persona as a card of the gallery: face, name, role, part in the purchase, a quote, counts."""

from typing import Final

from cjeditor.core.words import mark
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


def draw_persona_card(journey: Map, person: Person, look: Look, width: float) -> list[Block]:
    """Draw a persona *width* points wide; the first block is its ground."""
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
    set_ = set_paragraph(
        counted(journey, persona, look), _SMALL, width - 2 * _PADDING, theme.quiet, x=_PADDING, y=y
    )
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


def counted(journey: Map, persona: Persona, look: Look) -> str:
    """Return how many cards, empathy notes and feelings are of a persona alone or with others."""
    cards = sum(persona.id in card.personas for card in journey.cards.values())
    notes = len(journey.empathy_of.get(persona.id, ()))
    felt = sum(emotion.persona == persona.id for emotion in journey.emotions.values())
    words = look.words
    facts = (
        (cards, words.count("{n} card", "{n} cards", cards)),
        (notes, words.count("{n} empathy note", "{n} empathy notes", notes)),
        (felt, words.count("{n} feeling", "{n} feelings", felt)),
    )
    return " · ".join(text for count, text in facts if count) or words(
        mark("Nothing of its own yet")
    )


def _part(persona: Persona, look: Look) -> str:
    return ", ".join(look.words(ROLES[each]) for each in persona.roles)
