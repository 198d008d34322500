"""The sheet of one persona: face, name, quote and channels at the left, what is known at the right.

The tool in the window and the booklet show the same drawings.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Drawing,
    Rect,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card_kinds import card_kind
from cjeditor.kinds.fields import CHANNELS
from cjeditor.kinds.look import GHOST, Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph, short_line
from cjeditor.layout.avatar import face_of
from cjeditor.layout.people import people_of
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS, ROLES, Evidence, Persona, Saying

GAP: Final = 12.0
"""Points between parts of the sheet."""

PADDING: Final = 12.0
SIDE: Final = 228.0
"""Width of the column at the left."""

NARROW: Final = 620.0
"""Points of width below which everything stands under each other."""

BODY: Final = Font(12)
_TITLE: Final = Font(12.5, bold=True)
_NAME: Final = Font(20, bold=True)
_ROLE: Final = Font(13)
_QUOTE: Final = Font(14.5, italic=True)
_SOURCE: Final = Font(11)
_CHIP: Final = Font(11.5)
_FACE: Final = 112.0
_SYMBOL: Final = 16.0
ABOVE: Final = PADDING + _TITLE.line_height + 5
"""From the top of a section to its text."""

_MOST: Final = 3
_MOST_OF_QUOTE: Final = 6
"""Lines of the name and of the quote beside the face; more is written in full at the right."""

_MOST_ON_SCREEN: Final = 120
"""Lines of a section in the window, where the field beside it has all of them."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is known of a persona in one of its fields.

    Attributes:
        field: Name of the persona's field.
        title: In the words of the map.
        full: Its colour, as on white paper.
        text: "" where nothing is known.
        ghost: What helps to fill it, in the words of the map.
    """

    field: str
    title: str
    symbol: str
    full: str
    text: str
    ghost: str = ""


@dataclass(frozen=True, slots=True)
class PersonaSheet:
    """A whole sheet in points.

    Attributes:
        parts: The fields that it shows, and where, as they are read.
    """

    width: float
    height: float
    blocks: tuple[Block, ...]
    parts: tuple[tuple[str, Rect], ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a field of text is shown: symbol, the kind of cards whose colour it has, a question."""

    symbol: str
    card: str
    ghost: str


_TEXTS: Final[dict[str, _Kind]] = {
    "responsibilities": _Kind(
        "clipboard-text", "process", mark("What do others expect them to take care of?")
    ),
    "rituals": _Kind("refresh", "action", mark("What do they do every day, week or season?")),
    "relationships": _Kind("users", "touchpoint", mark("Who matters to them, and who decides?")),
    "motivations": _Kind("rocket", "opportunity", mark("What drives them, and makes them proud?")),
    "needs": _Kind("target", "goal", mark("What must be there so that they succeed?")),
    "pains": _Kind("alert-triangle", "pain", mark("What costs them time, money or nerves?")),
}


def sections_of(journey: Map, persona: Persona, look: Look) -> list[Section]:
    """Return the sections of a persona in order; without prompts only those that say something."""
    words = look.words
    titles = {name: words(field.title or "") for name, field in Persona.model_fields.items()}
    texts = [
        Section(
            field=name,
            title=titles[name],
            symbol=kind.symbol,
            full=card_kind(kind.card).full,
            text=getattr(persona, name).strip(),
            ghost=words(kind.ghost),
        )
        for name, kind in _TEXTS.items()
    ]
    quote = card_kind("quote")
    said = "\n\n".join(_said(each) for each in _in_sections(persona))
    evidence = [journey.evidence[each] for each in persona.evidence]
    texts += [
        Section("sayings", titles["sayings"], quote.symbol, quote.full, said),
        Section(
            "evidence",
            titles["evidence"],
            "file-text",
            quote.full,
            "\n".join(_source(each, words) for each in evidence),
            words(mark("Which interviews, surveys or figures is this persona made of?")),
        ),
    ]
    for name in ("name", "role"):
        whole = getattr(persona, name)
        if _is_cut(whole, _NAME if name == "name" else _ROLE, SIDE - 2 * PADDING, _MOST):
            texts.insert(0, Section(name, titles[name], "user", quote.full, whole))
    return [each for each in texts if each.text or (look.prompts and each.ghost)]


def lay_out_persona(
    journey: Map, persona: Persona, look: Look, width: float, least: float = 0
) -> PersonaSheet:
    """Lay out a persona's sheet *width* points wide and as high as it needs to be.

    Args:
        least: Height in points of the ground at the left.
    """
    narrow = width < NARROW
    side_width = width if narrow else SIDE
    blocks, parts, height = side_of(journey, persona, look, side_width, 0 if narrow else least)
    left, top = (0.0, height + GAP) if narrow else (SIDE + GAP, 0.0)
    columns = 1 if width - left < 420 else 2
    column = (width - left - (columns - 1) * GAP) / columns
    ends = [top] * columns
    for section in sections_of(journey, persona, look):
        number = ends.index(min(ends))
        drawing = draw_section(section, column, look)
        x, y = left + number * (column + GAP), ends[number]
        blocks.append(Block(persona.id, section.field, x, y, drawing))
        parts.append((section.field, Rect(x, y, column, drawing.height)))
        ends[number] += drawing.height + GAP
    whole = max(height, max(ends) - GAP)
    return PersonaSheet(width, whole, tuple(blocks), tuple(parts))


def text_of(section: Section, width: float, look: Look) -> Paragraph:
    """Set the text of a section *width* points wide, or what helps to fill it."""
    if section.text:
        most = _MOST_ON_SCREEN if look.on_screen else None
        return set_paragraph(
            section.text, BODY, width - 2 * PADDING, look.theme.ink, max_lines=most
        )
    colour = readable(look.theme.quiet, _ground(section, look), 4.5)
    return set_paragraph(section.ghost, GHOST, width - 2 * PADDING, colour)


def draw_section(
    section: Section,
    width: float,
    look: Look,
    lines: Sequence[TextLine] | None = None,
    title: str = "",
) -> Drawing:
    """Draw a section, or some of its lines.

    Args:
        title: Another one than its own.
    """
    chosen = text_of(section, width, look).lines if lines is None else lines
    strong = _strong(section, look)
    ground = _ground(section, look)
    edge = look.theme.card_edge or mix(strong, look.theme.sheet, 0.3)
    pitch = BODY.line_height
    height = ABOVE + len(chosen) * pitch + PADDING
    middle = PADDING + _TITLE.line_height / 2
    x = PADDING + _SYMBOL + 6
    heading = short_line(title or section.title, _TITLE, width - x - PADDING)
    shapes: list[Shape] = [
        Box(Rect(0, 0, width, height).grown(-0.5), ground, Stroke(edge, 1), 9),
        Symbol(section.symbol, PADDING, middle - _SYMBOL / 2, _SYMBOL, strong),
        TextLine(x, PADDING + ascent(_TITLE), heading, strong),
    ]
    for number, each in enumerate(chosen):
        baseline = ABOVE + number * pitch + ascent(BODY)
        shapes.append(TextLine(PADDING + each.x, baseline, each.line, each.colour))
    return Drawing(width, height, tuple(shapes))


def side_of(
    journey: Map, persona: Persona, look: Look, width: float, least: float = 0
) -> tuple[list[Block], list[tuple[str, Rect]], float]:
    """Return what stands at the left: blocks, fields with their places, and the height.

    Args:
        least: Height in points that its ground has.
    """
    side = _Side(journey, persona, look, width)
    side.face()
    side.line("name", persona.name.strip() or look.words(mark("Nameless persona")), _NAME)
    side.line("role", persona.role.strip(), _ROLE, mark("Role"))
    side.chips("roles", [(look.words(ROLES[each]), "check") for each in persona.roles])
    side.quote()
    channels = [CHANNELS[each] for each in persona.channels]
    side.chips(
        "channels",
        [(look.words(each.label), each.symbol) for each in channels],
        mark("Preferred channels"),
    )
    return side.finished(least)


class _Side:
    """The column at the left in the making."""

    def __init__(self, journey: Map, persona: Persona, look: Look, width: float) -> None:
        self._journey = journey
        self._persona = persona
        self._look = look
        self._width = width
        self._inner = width - 2 * PADDING
        self._y = PADDING + 4
        self._blocks: list[Block] = []
        self._parts: list[tuple[str, Rect]] = []

    def face(self) -> None:
        people = people_of(self._journey, self._look.theme)
        person = next(each for each in people if each.id == self._persona.id)
        drawing = face_of(self._journey, person, _FACE)
        self._put("avatar", (self._width - _FACE) / 2, drawing, _FACE + 8)

    def line(self, field: str, text: str, font: Font, ghost: str = "") -> None:
        """Write a name or role in the middle."""
        ink = self._look.theme.ink if field == "name" else self._look.theme.quiet
        if not text and self._look.prompts:
            text, font = self._look.words(ghost), GHOST
        if text:
            self._write(field, text, font, ink, _MOST, centred=True)
            self._y += 2

    def quote(self) -> None:
        """Write the first quote large, with its source."""
        saying = _first(self._persona)
        theme = self._look.theme
        if saying is None and not self._look.prompts:
            return
        self._y += GAP
        begin = self._y
        strong = theme.strong(card_kind("quote").full)
        bar = Drawing(22, 18, (Symbol("quote", 0, 0, 18, strong),))
        self._blocks.append(Block(self._persona.id, "sayings", PADDING, self._y, bar))
        self._y += 20
        if saying is None:
            ghost = self._look.words(mark("What did a customer say here?"))
            self._write("", ghost, GHOST, theme.quiet, _MOST)
        else:
            self._write("", saying.text.strip(), _QUOTE, theme.ink, _MOST_OF_QUOTE)
            if saying.source.strip():
                self._write("", f"– {saying.source.strip()}", _SOURCE, theme.quiet, 2)
        place = Rect(PADDING, begin, self._inner, self._y - begin)
        self._parts.append(("sayings", place))

    def chips(self, field: str, chips: Sequence[tuple[str, str]], title: str = "") -> None:
        """Put words with symbols into rows."""
        if not chips and not (title and self._look.prompts):
            return
        self._y += GAP
        begin = self._y
        theme = self._look.theme
        if title:
            self._write("", self._look.words(title), _TITLE, theme.quiet, 2)
            self._y += 4
        if not chips:
            ghost = self._look.words(mark("Where do they want to be met?"))
            self._write("", ghost, GHOST, theme.quiet, 2)
        x = PADDING
        for text, symbol in chips:
            drawing = _chip(text, symbol, self._look, self._inner)
            if x > PADDING and x + drawing.width > self._width - PADDING:
                x, self._y = PADDING, self._y + drawing.height + 5
            self._blocks.append(Block(self._persona.id, field, x, self._y, drawing))
            x += drawing.width + 6
        self._y += 24 if chips else 0
        self._parts.append((field, Rect(PADDING, begin, self._inner, self._y - begin)))

    def finished(self, least: float) -> tuple[list[Block], list[tuple[str, Rect]], float]:
        """Return blocks, fields with their places, and the height that they need."""
        theme = self._look.theme
        height = max(least, self._y + PADDING)
        edge = theme.card_edge or theme.rule
        box = Box(Rect(0, 0, self._width, height).grown(-0.5), theme.band, Stroke(edge, 1), 9)
        ground = Block("", "side", 0, 0, Drawing(self._width, height, (box,)))
        return [ground, *self._blocks], self._parts, self._y + PADDING

    def _write(
        self, field: str, text: str, font: Font, ink: str, most: int, *, centred: bool = False
    ) -> None:
        paragraph = set_paragraph(
            text, font, self._inner, ink, max_lines=most, align="centre" if centred else "start"
        )
        drawing = Drawing(self._inner, paragraph.height, paragraph.lines)
        if field:
            self._parts.append((field, Rect(PADDING, self._y, self._inner, paragraph.height)))
        self._blocks.append(Block(self._persona.id, field or "text", PADDING, self._y, drawing))
        self._y += paragraph.height

    def _put(self, field: str, x: float, drawing: Drawing, height: float) -> None:
        self._blocks.append(Block(self._persona.id, field, x, self._y, drawing))
        self._parts.append((field, Rect(x, self._y, drawing.width, drawing.height)))
        self._y += height


def _chip(text: str, symbol: str, look: Look, width: float) -> Drawing:
    ink = look.theme.ink
    height, left = 24.0, 26.0
    line = short_line(text, _CHIP, width - left - 9)
    whole = left + line.width + 9
    box = Box(
        Rect(0.5, 0.5, whole - 1, height - 1), look.theme.sheet, Stroke(look.theme.grid, 1), 12
    )
    baseline = (height - _CHIP.line_height) / 2 + ascent(_CHIP)
    return Drawing(
        whole, height, (box, Symbol(symbol, 7, 4.5, 15, ink), TextLine(left, baseline, line, ink))
    )


def _first(persona: Persona) -> Saying | None:
    return next((each for each in persona.sayings if each.text.strip()), None)


def _in_sections(persona: Persona) -> list[Saying]:
    """Return the quotes that are not wholly seen beside the face."""
    first = _first(persona)
    sayings = [each for each in persona.sayings if each.text.strip()]
    if first is not None and not _is_cut(
        first.text.strip(), _QUOTE, SIDE - 2 * PADDING, _MOST_OF_QUOTE
    ):
        sayings.remove(first)
    return sayings


def _is_cut(text: str, font: Font, width: float, most: int) -> bool:
    lines = set_paragraph(text, font, width, "#000000", max_lines=most + 1).lines
    return len(lines) > most


def _said(saying: Saying) -> str:
    text, source = saying.text.strip(), saying.source.strip()
    return f"{text}\n– {source}" if source else text


def _source(source: Evidence, words: Words) -> str:
    kind = words(EVIDENCE_KINDS[source.kind])
    facts = [source.title.strip() or kind, kind if source.title.strip() else "", source.date or ""]
    if source.respondents is not None:
        facts.append(f"n = {source.respondents}")
    return " · ".join(fact for fact in facts if fact)


def _strong(section: Section, look: Look) -> str:
    return readable(look.theme.strong(section.full), look.theme.sheet, 4.5)


def _ground(section: Section, look: Look) -> str:
    return mix(_strong(section, look), look.theme.sheet, 0.06)
