"""The empathy map of a persona: its fields around the persona's face, with their notes.

The tool in the window and the booklet show the same drawing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Drawing,
    Line,
    Rect,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card import CardKind
from cjeditor.kinds.card_drawing import draw_card
from cjeditor.kinds.card_kinds import card_kind
from cjeditor.kinds.look import GHOST, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.plain import Note
from cjeditor.layout.avatar import face_of
from cjeditor.layout.people import people_of
from cjeditor.model.empathy import (
    EMPATHY_AREAS,
    EMPATHY_FIELDS,
    EmpathyArea,
    EmpathyField,
    EmpathyNote,
    elsewhere,
)
from cjeditor.model.map import Map
from cjeditor.model.records import Persona

GAP: Final = 10.0
"""Points between areas, and between notes."""

_PADDING: Final = 12.0
_HEAD: Final = Font(13, bold=True)
_NAME: Final = Font(14, bold=True)
_ROLE: Final = Font(11.5)
_SYMBOL: Final = 16.0
_ABOVE: Final = _PADDING + _HEAD.line_height + 8
"""From the top of an area to its notes."""

_FACE: Final = 92.0
_NOTE: Final = 150.0
"""Least width of a note, where there is room."""

_LEAST: Final = 64.0
"""Height that an area keeps for notes."""

NARROW: Final = 620.0
"""Points of width below which the areas stand under each other."""


def _dressed(kind: str, symbol: str = "", full: str = "", tint: str = "") -> CardKind:
    """Return how notes look: in the colours and with the symbol of a kind of cards, or others."""
    usual = card_kind(kind)
    return CardKind(
        name=kind,
        record=Note,
        label=usual.label,
        symbol=symbol or usual.symbol,
        tint=tint or usual.tint,
        full=full or usual.full,
        prompt="",
    )


KINDS: Final[dict[EmpathyField, CardKind]] = {
    "thinks": _dressed("thought"),
    "feels": _dressed("delight", "heart", "#a1337a", "#fbe4f1"),
    "hears": _dressed("process", "ear"),
    "sees": _dressed("touchpoint", "eye"),
    "says": _dressed("quote"),
    "does": _dressed("action"),
    "fears": _dressed("pain"),
    "goals": _dressed("goal"),
}
"""What notes of each field look like: as the cards that they can become."""


@dataclass(frozen=True, slots=True)
class AreaPlace:
    """An area where it stands.

    Attributes:
        rect: All of it.
        slot: Where the next note would be.
        notes: Ids and places of its notes, in order.
    """

    area: EmpathyArea
    rect: Rect
    slot: Rect
    notes: tuple[tuple[Id, Rect], ...]


@dataclass(frozen=True, slots=True)
class EmpathySheet:
    """A whole empathy map in points; blocks from back to front, areas as they are read."""

    width: float
    height: float
    blocks: tuple[Block, ...]
    areas: tuple[AreaPlace, ...]

    def rect_of(self, note: Id) -> Rect | None:
        """Return where a note stands."""
        return next((r for area in self.areas for key, r in area.notes if key == note), None)


@dataclass(frozen=True, slots=True)
class _Filled:
    """An area with its notes set for a width, from its own top left corner."""

    area: EmpathyArea
    notes: tuple[tuple[Id, Rect, Drawing], ...]
    slot: Rect
    height: float


def lay_out_empathy(
    journey: Map,
    persona: Persona,
    notes: Sequence[EmpathyNote],
    look: Look,
    width: float,
    least: float = 0,
) -> EmpathySheet:
    """Lay out the empathy map of a persona *width* points wide.

    Args:
        notes: Those that are shown, in order.
        least: Height in points that it fills, if its notes need no more.
    """
    areas = EMPATHY_AREAS[persona.empathy]
    sheet = _Sheet(journey, persona, _by_field(notes), look, width)
    if width < NARROW:
        sheet.stack(areas)
    elif persona.empathy == "six":
        sheet.around_face(areas, least)
    else:
        sheet.in_quarters(areas, least)
    return sheet.finished()


class _Sheet:
    """An empathy map in the making."""

    def __init__(
        self,
        journey: Map,
        persona: Persona,
        notes: Mapping[EmpathyField, Sequence[EmpathyNote]],
        look: Look,
        width: float,
    ) -> None:
        self._journey = journey
        self._persona = persona
        self._notes = notes
        self._look = look
        self._width = width
        self._blocks: list[Block] = []
        self._areas: list[AreaPlace] = []
        self._rest = self._fill(elsewhere(persona.empathy), width)
        self._bottom = 0.0

    def stack(self, areas: Sequence[EmpathyArea]) -> None:
        """Put the areas under each other, below the face."""
        y = self._put_face(self._width / 2, 0) + GAP
        for area in areas:
            filled = self._fill(area, self._width)
            self._put(filled, Rect(0, y, self._width, filled.height))
            y += filled.height + GAP
        self._bottom = y - GAP

    def around_face(self, areas: Sequence[EmpathyArea], least: float) -> None:
        """Put six areas around the face: three columns, and two halves below."""
        thinks, hears, sees, says, fears, goals = areas
        side = round((self._width - 2 * GAP) * 0.27)
        middle = self._width - 2 * GAP - 2 * side
        half = (self._width - GAP) / 2
        top, bottom = self._fill(thinks, middle), self._fill(says, middle)
        left, right = self._fill(hears, side), self._fill(sees, side)
        low = [self._fill(fears, half), self._fill(goals, half)]
        face = self._face_height() + 2 * GAP
        foot = max(each.height for each in low)
        upper = max(left.height, right.height, top.height + face + bottom.height)
        spare = max(0.0, least - upper - GAP - foot - self._rest_height())
        upper, foot = upper + spare * 0.7, foot + spare * 0.3
        more = (upper - face - top.height - bottom.height) / 2
        first, x = top.height + more, side + GAP
        self._put(left, Rect(0, 0, side, upper))
        self._put(right, Rect(self._width - side, 0, side, upper))
        self._put(top, Rect(x, 0, middle, first))
        self._put(bottom, Rect(x, first + face, middle, upper - first - face))
        self._put_rays(Rect(x, first, middle, face))
        self._put_face(self._width / 2, first + GAP)
        self._put(low[0], Rect(0, upper + GAP, half, foot))
        self._put(low[1], Rect(half + GAP, upper + GAP, half, foot))
        self._bottom = upper + GAP + foot

    def in_quarters(self, areas: Sequence[EmpathyArea], least: float) -> None:
        """Put four areas around the face, which stands between the upper and the lower two."""
        half = (self._width - GAP) / 2
        rows = [[self._fill(area, half) for area in areas[at : at + 2]] for at in (0, 2)]
        heights = [max(each.height for each in row) for row in rows]
        face = self._face_height() + 2 * GAP
        spare = max(0.0, least - sum(heights) - face - self._rest_height()) / 2
        y = 0.0
        for row, height in zip(rows, heights, strict=True):
            for column, filled in enumerate(row):
                place = Rect(column * (half + GAP), y, half, height + spare)
                self._put(filled, place)
            y += height + spare
            if row is rows[0]:
                self._put_rays(Rect(0, y, self._width, face))
                self._put_face(self._width / 2, y + GAP)
                y += face
        self._bottom = y

    def finished(self) -> EmpathySheet:
        """Return the sheet, with what has no field of its own below."""
        height = self._bottom
        if self._rest.notes:
            self._put(self._rest, Rect(0, height + GAP, self._width, self._rest.height))
            height += GAP + self._rest.height
        order = (*EMPATHY_AREAS[self._persona.empathy], self._rest.area)
        self._areas.sort(key=lambda place: order.index(place.area))
        return EmpathySheet(self._width, height, tuple(self._blocks), tuple(self._areas))

    def _rest_height(self) -> float:
        return GAP + self._rest.height if self._rest.notes else 0.0

    def _fill(self, area: EmpathyArea, width: float) -> _Filled:
        """Set the notes of an area in rows."""
        inner = width - 2 * _PADDING
        columns = max(1, int((inner + GAP) / (_NOTE + GAP)))
        note_width = (inner - (columns - 1) * GAP) / columns
        wanted = [note for field in area.fields for note in self._notes.get(field, ())]
        wanted.sort(key=lambda note: (note.order, note.id))
        placed: list[tuple[Id, Rect, Drawing]] = []
        y = _ABOVE
        for start in range(0, len(wanted), columns):
            row = [
                (n, draw_note(n, note_width, self._look)) for n in wanted[start : start + columns]
            ]
            for column, (note, drawing) in enumerate(row):
                x = _PADDING + column * (note_width + GAP)
                placed.append((note.id, Rect(x, y, note_width, drawing.height), drawing))
            y += max(drawing.height for _, drawing in row) + GAP
        slot = self._slot(placed, columns, note_width, y)
        slot_bottom = slot.bottom if self._look.prompts and area.question else 0.0
        bottom = max(slot_bottom, y - GAP, _ABOVE + _LEAST)
        return _Filled(area, tuple(placed), slot, bottom + _PADDING)

    def _slot(
        self, placed: Sequence[tuple[Id, Rect, Drawing]], columns: int, width: float, below: float
    ) -> Rect:
        """Return where the next note comes: beside the last one, or below."""
        if not placed:
            whole = columns * width + (columns - 1) * GAP
            return Rect(_PADDING, _ABOVE, whole, _LEAST)
        last = placed[-1][1]
        if len(placed) % columns:
            return Rect(last.right + GAP, last.y, width, 30)
        return Rect(_PADDING, below, width, 30)

    def _put(self, filled: _Filled, rect: Rect) -> None:
        drawing = self._ground(filled, rect)
        self._blocks.append(Block("", "area", rect.x, rect.y, drawing))
        notes = []
        for note, place, drawn in filled.notes:
            there = place.moved(rect.x, rect.y)
            self._blocks.append(Block(note, "note", there.x, there.y, drawn))
            notes.append((note, there))
        slot = filled.slot.moved(rect.x, rect.y)
        self._areas.append(AreaPlace(filled.area, rect, slot, tuple(notes)))

    def _ground(self, filled: _Filled, rect: Rect) -> Drawing:
        """Draw an area's ground, its title and, where it is empty, what helps to fill it."""
        theme, area = self._look.theme, filled.area
        kind = KINDS[area.fields[0]]
        strong = readable(theme.strong(kind.full), theme.sheet, 4.5)
        fill = mix(strong, theme.sheet, 0.06)
        edge = theme.card_edge or mix(strong, theme.sheet, 0.35)
        shapes: list[Shape] = [
            Box(Rect(0, 0, rect.width, rect.height).grown(-0.5), fill, Stroke(edge, 1), 10)
        ]
        x = _PADDING
        middle = _PADDING + _HEAD.line_height / 2
        for field in area.fields if area.question else ():
            shapes.append(Symbol(KINDS[field].symbol, x, middle - _SYMBOL / 2, _SYMBOL, strong))
            x += _SYMBOL + 5
        title = short_line(self._look.words(area.label), _HEAD, rect.width - x - _PADDING)
        shapes.append(TextLine(x, _PADDING + ascent(_HEAD), title, strong))
        if self._look.prompts and not filled.notes:
            ghost = set_paragraph(
                self._look.words(area.question),
                GHOST,
                filled.slot.width,
                readable(theme.quiet, fill, 4.5),
                x=_PADDING,
                y=_ABOVE,
            )
            shapes += ghost.lines
        return Drawing(rect.width, rect.height, tuple(shapes))

    def _face_height(self) -> float:
        role = _ROLE.line_height if self._persona.role.strip() else 0
        return _FACE + 4 + _NAME.line_height + role

    def _put_face(self, centre: float, y: float) -> float:
        """Put the face with name and role below it; return where they end."""
        look, persona = self._look, self._persona
        person = next(
            each for each in people_of(self._journey, look.theme) if each.id == persona.id
        )
        face = face_of(self._journey, person, _FACE)
        self._blocks.append(Block(persona.id, "face", centre - _FACE / 2, y, face))
        y += _FACE + 4
        name = persona.name.strip() or look.words(mark("Nameless persona"))
        for text, font, ink in (
            (name, _NAME, look.theme.ink),
            (persona.role.strip(), _ROLE, look.theme.quiet),
        ):
            if text:
                line = short_line(text, font, self._width * 0.4)
                drawing = Drawing(
                    line.width, font.line_height, (TextLine(0, ascent(font), line, ink),)
                )
                self._blocks.append(Block(persona.id, "name", centre - line.width / 2, y, drawing))
                y += font.line_height
        return y

    def _put_rays(self, rect: Rect) -> None:
        """Draw fine lines from the face to the corners of what lies around it."""
        stroke = Stroke(self._look.theme.rule, 1.25)
        middle, top, bottom = rect.width / 2, rect.height * 0.25, rect.height * 0.52
        near, far = middle - _FACE * 0.74, middle + _FACE * 0.74
        lines = (
            Line(6, 6, near, top, stroke),
            Line(rect.width - 6, 6, far, top, stroke),
            Line(6, rect.height - 6, near, bottom, stroke),
            Line(rect.width - 6, rect.height - 6, far, bottom, stroke),
        )
        drawing = Drawing(rect.width, rect.height, lines)
        self._blocks.append(Block("", "rays", rect.x, rect.y, drawing))


@lru_cache(maxsize=2048)
def draw_note(note: EmpathyNote, width: float, look: Look) -> Drawing:
    """Draw a note as the card that it can become."""
    card = Note(
        id=note.id,
        lane="none",
        first_step="none",
        last_step="none",
        text=note.text,
        evidence=note.evidence,
        strength=note.strength,
        tags=note.tags,
    )
    return draw_card(card, KINDS[note.field], width, look)


def _by_field(notes: Sequence[EmpathyNote]) -> Mapping[EmpathyField, Sequence[EmpathyNote]]:
    return {field: [note for note in notes if note.field == field] for field in EMPATHY_FIELDS}
