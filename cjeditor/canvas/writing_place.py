"""What is written in place: where its text stands, how it looks, and the edit it becomes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from cjeditor.core.colours import contrast
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Box, Curve, Drawing, Rect, Shape, Symbol, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.edits.cards import AddCard
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.kinds.card_drawing import SYMBOL, TEXT_INDENT, draw_card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import CARD, LANE, QUOTE, STAGE, STEP, TITLE, Look
from cjeditor.kinds.registry import card_kind, title_of
from cjeditor.layout.hit import cell_rect, insertion_at
from cjeditor.layout.sheet import Sheet
from cjeditor.model.map import Map, table_of

_LEFT: Final = 12.0
_RIGHT: Final = 8.0
_TOP: Final = 7.0
_GAP: Final = 5.0
"""Of a card: left, right and above of its text, and between its symbol and its text."""

_ROOM: Final = 4.0
"""Around the title of a head."""

_QUOTE_WIDTH: Final = 172.0
_CARD_MARGIN: Final = 6.0
_WHITE: Final = "#ffffff"
_READ: Final = 4.5
"""Contrast from which a text is read well."""
_NO_MARKS: Final = Drawing(0, 0, ())


@dataclass(frozen=True, slots=True)
class WritingPlace:
    """A text that can be written in place.

    Attributes:
        element: What is written; for a card that is not there yet, its id to be.
        before: The text as it is.
        edit: Text → the edit that writes it; None where there is nothing to do.
        ground: Colour behind the text.
        sides: Room in points left, above and right of the text.
        one_line: Enter and pasted line breaks make no new line.
        bar: Colour of a card's bar; None for anything else.
        marks: What stands before the first line, in the place's own coordinates.
        indent: Room for it.
        inset: The part of the element's rectangle that is written in, from its corner.
        rect: On the sheet; None means where the element is drawn.
        adds: What a new card is added by; None for what is there already.
    """

    element: Id
    before: str
    edit: Callable[[str], Edit | None]
    font: Font
    ink: str
    ground: str
    sides: tuple[float, float, float]
    inset: Rect
    one_line: bool = True
    centred: bool = False
    bar: str | None = None
    marks: Drawing = _NO_MARKS
    indent: float = 0
    rect: Rect | None = None
    adds: AddCard | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """How the titles of one table are written.

    Attributes:
        x, y, right: The room around an empty one.
        coloured: Whether its drawing begins with a colour of its own behind the title.
    """

    font: Font
    x: float
    y: float
    right: float
    centred: bool = False
    coloured: bool = False


_HEADS: Final = {
    "stages": _Head(STAGE, 19, 9, 12, coloured=True),
    "steps": _Head(STEP, 8, 7, 8, centred=True),
    "lanes": _Head(LANE, 25, 0, 0),
}


def writing_place(
    journey: Map, look: Look, element: Id, drawing: Drawing | None
) -> WritingPlace | None:
    """Return how *element* is written; None for what has no text of its own on the sheet."""
    if drawing is None:
        return None
    if element == journey.id:
        return _title_place(journey, look, drawing)
    card = journey.cards.get(element)
    if card is not None:
        return _card_place(element, card.text, _setting(element, "text"), drawing, look)
    emotion = journey.emotions.get(element)
    if emotion is not None:
        return _quote_place(emotion, drawing, look)
    return _head_place(journey, look, element, drawing)


def _head_place(journey: Map, look: Look, element: Id, drawing: Drawing) -> WritingPlace | None:
    """Return how the title of a stage, step or lane is written; None for anything else."""
    record = journey.find(element)
    head = None if record is None else _HEADS.get(table_of(record))
    if record is None or head is None:
        return None
    lane = journey.lanes.get(element)
    before = title_of(lane, look.words) if lane else str(getattr(record, "title", ""))
    if before.strip() or look.prompts:
        head = replace(head, font=_shown_font(drawing, head.font))
    ground = (_ground(drawing) if head.coloured else None) or look.theme.sheet
    return WritingPlace(
        element=element,
        before=before,
        edit=_setting(element, "title"),
        font=head.font,
        ink=(before.strip() and _ink(drawing, head.font)) or _seen_on(ground, look.theme.ink),
        ground=ground,
        sides=(_ROOM, _ROOM, _ROOM),
        inset=_around_title(drawing, head),
        centred=head.centred,
    )


def _setting(element: Id, field: str) -> Callable[[str], Edit | None]:
    return lambda text: SetField((element,), field, text)


def _shown_font(drawing: Drawing, font: Font) -> Font:
    """Return *font* in the size of the drawing's first line: heads shrink for long words."""
    sizes = (shape.line.size for shape in drawing.shapes if isinstance(shape, TextLine))
    return font._replace(size=next(sizes, font.size))


def _around_title(drawing: Drawing, head: _Head) -> Rect:
    """Return where a head's title stands in its drawing, with room around it."""
    lines = [
        shape
        for shape in drawing.shapes
        if isinstance(shape, TextLine) and shape.line.size == head.font.size
    ]
    x = head.x if head.centred or not lines else lines[0].x
    y = lines[0].baseline - ascent(head.font) if lines else head.y
    height = max(1, len(lines)) * head.font.line_height
    return Rect(x, y, drawing.width - x - head.right, height).grown(_ROOM)


def _title_place(journey: Map, look: Look, drawing: Drawing) -> WritingPlace:
    return WritingPlace(
        element=journey.id,
        before=journey.scope.title,
        edit=lambda text: SetScope("title", text),
        font=TITLE,
        ink=look.theme.ink,
        ground=look.theme.sheet,
        sides=(_ROOM, _ROOM, _ROOM),
        inset=Rect(0, 0, drawing.width, drawing.height).grown(_ROOM),
    )


def _quote_place(emotion: Emotion, drawing: Drawing, look: Look) -> WritingPlace:
    """Return how what is said at a point of a curve is written: right below the point."""
    left = (drawing.width - _QUOTE_WIDTH) / 2
    height = QUOTE.line_height + 2 * _ROOM
    return WritingPlace(
        element=emotion.id,
        before=emotion.quote,
        edit=_setting(emotion.id, "quote"),
        font=QUOTE,
        ink=look.theme.ink,
        ground=look.theme.sheet,
        sides=(_ROOM, _ROOM, _ROOM),
        inset=Rect(left, drawing.height + _ROOM, _QUOTE_WIDTH, height),
        one_line=False,
        centred=True,
    )


def new_card_place(sheet: Sheet, add: AddCard) -> WritingPlace:
    """Return how a card that *add* would add is written; nothing is added without a text."""
    kind, look = card_kind(add.kind), sheet.look
    x, y, width = _room_for(sheet, add)
    card = kind.record(
        kind=kind.name, id=add.card_id, lane=add.lane, first_step=add.step, last_step=add.step
    )
    drawing = draw_card(card, kind, width, look)

    def edit(text: str) -> Edit | None:
        if not text:
            return None
        return AddCard(add.lane, add.step, add.kind, text, add.index, add.card_id)

    rect = Rect(x, y, width, drawing.height)
    return replace(_card_place(add.card_id, "", edit, drawing, look, rect), adds=add)


def _room_for(sheet: Sheet, add: AddCard) -> tuple[float, float, float]:
    """Return left, top and width of the new card: at its place in the cell."""
    cell = cell_rect(sheet, add.lane, add.step)
    cards = sheet.journey.cell(add.lane, add.step)
    at = len(cards) if add.index is None else add.index
    above = sheet.rect_of(cards[at - 1].id) if at else None
    top = insertion_at(sheet, add.lane, add.step, above.bottom if above else cell.y).y
    return cell.x + _CARD_MARGIN, top + 4, cell.width - 2 * _CARD_MARGIN


def _card_place(
    element: Id,
    before: str,
    edit: Callable[[str], Edit | None],
    drawing: Drawing,
    look: Look,
    rect: Rect | None = None,
) -> WritingPlace:
    """Return how a card is written: on its own ground, its symbol before the first line."""
    marks = list(_marks(drawing))
    middle = next((m.y + m.size / 2 for m in marks if isinstance(m, Symbol)), _TOP)
    top = max(0.0, middle - CARD.line_height / 2 - _TOP)
    ends = [_after(mark) - _LEFT for mark in marks]
    return WritingPlace(
        element=element,
        before=before,
        edit=edit,
        font=CARD,
        ink=look.theme.ink,
        ground=_ground(drawing) or look.theme.sheet,
        sides=(_LEFT, _TOP, _RIGHT),
        inset=Rect(0, top, drawing.width, drawing.height - top),
        one_line=False,
        bar=next(_outlines(drawing), None),
        marks=Drawing(drawing.width, top, tuple(marks)),
        indent=max(ends, default=0),
        rect=rect,
    )


def _marks(drawing: Drawing) -> Iterator[Symbol | Curve]:
    """Yield what stands before a card's first line: its symbol, the star of a moment of truth."""
    first: Symbol | None = None
    for shape in drawing.shapes:
        if isinstance(shape, TextLine):
            return
        if isinstance(shape, Symbol) and first is None:
            first = shape
            yield shape
        elif isinstance(shape, Curve) and shape.fill and first is not None:
            yield shape


def _after(mark: Symbol | Curve) -> float:
    """Return where the text begins after *mark*; a small symbol stands nearer to it."""
    if isinstance(mark, Symbol):
        return mark.x + TEXT_INDENT * mark.size / SYMBOL
    return max(getattr(segment, "x", 0.0) for segment in mark.path) + _GAP


def _ground(drawing: Drawing) -> str | None:
    """Return the colour behind a drawing's text: of its first full box, else its outline."""
    shapes: tuple[Shape, ...] = drawing.shapes
    boxes = (s.fill for s in shapes if isinstance(s, Box) and s.fill and s.opacity == 1)
    return next(boxes, None) or next(_outlines(drawing), None)


def _outlines(drawing: Drawing) -> Iterator[str]:
    return (s.fill for s in drawing.shapes if isinstance(s, Curve) and s.fill)


def _ink(drawing: Drawing, font: Font) -> str | None:
    """Return the colour of the drawing's text in *font*; None where there is none yet."""
    for shape in drawing.shapes:
        if isinstance(shape, TextLine) and shape.line.size == font.size:
            return shape.colour
    return None


def _seen_on(ground: str, ink: str) -> str:
    """Return *ink*, or white where that would not be read: on a stage's colour."""
    return ink if contrast(ink, ground) >= _READ else _WHITE
