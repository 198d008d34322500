"""How a card is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import acos, sqrt, tan
from typing import Final

from cjeditor.core.colours import mix
from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Picture,
    Rect,
    Segment,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.theme import Theme
from cjeditor.kinds import marks
from cjeditor.kinds.card import Card, CardKind
from cjeditor.kinds.card_foot import Inks, draw_foot, has_marks
from cjeditor.kinds.card_style import CardStyle, named_in_words, styled
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import CARD, Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph

MAX_LINES: Final = 60
"""A longer text is shown shortened; the map keeps all of it."""

RADIUS: Final = 6.0
_BAR: Final = 4.0
_EDGE: Final = 1.5
_PADDING: Final = 8.0
_LEFT: Final = _BAR + _PADDING
_TOP: Final = 7.0
MARGINS: Final = _LEFT + _PADDING
"""Of a card's width, what its text cannot use."""

SYMBOL: Final = 14.0
_GAP: Final = 5.0
TEXT_INDENT: Final = SYMBOL + _GAP
"""Of a card's first line, what its symbol takes."""

_SMALLER: Final = (12.0, 10.5, 9.0)
"""Of a card whose first word has no room beside the usual symbol."""

_STAR: Final = 11.0
_ABOVE_FOOT: Final = 2.5
_TALLEST: Final = 200.0
"""Of a picture on a card."""

NO_SIZES: Final[Mapping[str, tuple[int, int]]] = {}


@dataclass(slots=True)
class _Pen:
    """A card half drawn: what is there and how far down it reaches."""

    card: Card
    kind: CardKind
    width: float
    look: Look
    ground: str
    strong: str
    y: float = _TOP
    shapes: list[Shape] = field(default_factory=list)

    @property
    def inner(self) -> float:
        return self.width - MARGINS


def draw_card(
    card: Card,
    kind: CardKind,
    width: float,
    look: Look,
    people: Sequence[Person] = (),
    sizes: Mapping[str, tuple[int, int]] = NO_SIZES,
    style: CardStyle | None = None,
) -> Drawing:
    """Draw *card* as wide as *width* and as high as it needs to be.

    Args:
        people: All personas of the map; those of the card are shown if it is not everyone's.
        sizes: Width and height of the map's pictures in pixels, by id.
        style: The card's own, if it has one.
    """
    theme, said = look.theme, ""
    if style is not None:
        kind, said = styled(kind, style), named_in_words(style)
    ground, strong = theme.card_fill(kind.tint, kind.full), theme.strong(kind.full)
    pen = _Pen(card, kind, width, look, ground, strong)
    if sizes:
        _picture(pen, sizes)
    _text(pen)
    if card.tags or said:
        _tags(pen, (said, *card.tags) if said else card.tags)
    _foot(pen, people)
    height = pen.y + _TOP
    body = _body(0, 0, width, height, (ground, strong, _shade(theme), theme.card_edge))
    return Drawing(width, height, (*body, *pen.shapes))


def full_text(card: Card, kind: CardKind, look: Look) -> str:
    """Return what the card's lines say: its text and its caption."""
    text, caption = card.text.strip(), kind.caption(card, look.words)
    return f"{text}\u00a0· {caption}" if text and caption else text or caption


def is_shortened(card: Card, kind: CardKind, drawing: Drawing, look: Look) -> bool:
    """Tell whether *drawing* shows only the beginning of the card's text."""
    if len(drawing.shapes) < MAX_LINES:
        return False
    lines = [
        each.line.text
        for each in drawing.shapes
        if isinstance(each, TextLine) and each.line.size == CARD.size
    ]
    shown = "".join("".join(lines).split())
    return len(lines) >= MAX_LINES and shown != "".join(full_text(card, kind, look).split())


def card_body(kind: CardKind, rect: Rect, look: Look) -> tuple[Shape, ...]:
    """Return shadow, ground and the bar at the left edge, which follows the round corners."""
    theme = look.theme
    ground, strong = theme.card_fill(kind.tint, kind.full), theme.strong(kind.full)
    return _body(*rect, (ground, strong, _shade(theme), theme.card_edge))


def _shade(theme: Theme) -> str:
    return "#000000" if theme.dark else "#1f2933"


@lru_cache(maxsize=1024)
def _body(
    x: float, y: float, width: float, height: float, colours: tuple[str, str, str, str]
) -> tuple[Shape, ...]:
    """Return a card's body; cards of one kind and size share theirs.

    Args:
        colours: Of ground, bar, shadow and outline; the last may be "".
    """
    rect = Rect(x, y, width, height)
    ground, strong, shade, edge = colours
    if edge:
        inner = rect.grown(-_EDGE / 2)
        outlined = Box(inner, fill=ground, stroke=Stroke(edge, _EDGE), radius=RADIUS)
        return outlined, Curve(_bar_path(rect), fill=strong)
    return (
        Box(rect.moved(0, 1), fill=shade, radius=RADIUS, opacity=0.14),
        Box(rect, fill=ground, radius=RADIUS),
        Curve(_bar_path(rect), fill=strong),
    )


_SWEEP: Final = acos((RADIUS - _BAR) / RADIUS)
_HANDLE: Final = 4 / 3 * tan(_SWEEP / 4) * RADIUS
_INSET: Final = RADIUS - sqrt(RADIUS**2 - (RADIUS - _BAR) ** 2)
"""How far below the card's top the bar's right edge begins."""
_TANGENT: Final = (sqrt(1 - ((RADIUS - _BAR) / RADIUS) ** 2), (RADIUS - _BAR) / RADIUS)


def _bar_path(rect: Rect) -> tuple[Segment, ...]:
    left, top, bottom = rect.x, rect.y, rect.bottom
    near_x, near_y = left + _BAR - _HANDLE * _TANGENT[0], _INSET + _HANDLE * _TANGENT[1]
    return (
        MoveTo(left, top + RADIUS),
        CurveTo(left, top + RADIUS - _HANDLE, near_x, top + near_y, left + _BAR, top + _INSET),
        LineTo(left + _BAR, bottom - _INSET),
        CurveTo(near_x, bottom - near_y, left, bottom - RADIUS + _HANDLE, left, bottom - RADIUS),
        Close(),
    )


def _picture(pen: _Pen, sizes: Mapping[str, tuple[int, int]]) -> None:
    size = sizes.get(pen.card.picture or "")
    if size is None:
        return
    width = pen.width - _BAR - 2 * _GAP
    height = min(width * size[1] / size[0], _TALLEST)
    shown = height * size[0] / size[1]
    left = _BAR + _GAP + (width - shown) / 2
    pen.shapes.append(Picture(Rect(left, _GAP, shown, height), pen.card.picture or ""))
    pen.y = _GAP + height + _GAP


def _text(pen: _Pen) -> None:
    kind, card = pen.kind, pen.card
    text = full_text(card, kind, pen.look)
    if pen.shapes and not text and not card.moment_of_truth:
        return  # a picture says enough
    size, paragraph = _set_beside_symbol(pen, text)
    middle = pen.y + CARD.line_height / 2
    name = kind.symbol_of(card) if kind.symbol_of else kind.symbol
    pen.shapes.append(_symbol(name, middle, size, pen.strong))
    if card.moment_of_truth:
        left, top = _LEFT + _indent(size) - 1, middle - _STAR / 2 - 0.5
        pen.shapes.append(marks.star(left, top, _STAR, pen.strong))
    pen.shapes.extend(paragraph.lines)
    pen.y += max(paragraph.height, CARD.line_height)


def _set_beside_symbol(pen: _Pen, text: str) -> tuple[float, Paragraph]:
    """Return how large the symbol is, and the lines.

    It is smaller where that gives the first word room; else the text begins below it.
    """
    usual = _paragraph(pen, text, SYMBOL)
    if _begins_below(usual):
        for size in _SMALLER:
            paragraph = _paragraph(pen, text, size)
            if not _begins_below(paragraph):
                return size, paragraph
    return SYMBOL, usual


def _paragraph(pen: _Pen, text: str, symbol: float) -> Paragraph:
    """Return the card's lines, set beside a symbol of that size."""
    star = _STAR + _GAP - 1 if pen.card.moment_of_truth else 0
    return set_paragraph(
        text,
        CARD,
        pen.inner,
        pen.look.theme.ink,
        x=_LEFT,
        y=pen.y,
        indent=_indent(symbol) + star,
        max_lines=MAX_LINES,
    )


def _indent(symbol: float) -> float:
    """Return what a symbol of that size takes of the first line."""
    return TEXT_INDENT * symbol / SYMBOL


def _begins_below(paragraph: Paragraph) -> bool:
    """Tell whether the first word has no room beside the symbol."""
    return bool(paragraph.lines) and not paragraph.lines[0].line.text


@lru_cache(maxsize=512)
def _symbol(name: str, middle: float, size: float, colour: str) -> Symbol:
    return Symbol(name, _LEFT, middle - size / 2, size, colour)


def _tags(pen: _Pen, names: Sequence[str]) -> None:
    ink = mix(pen.look.theme.ink, pen.ground, 0.85)
    top = pen.y + 4
    found, height = marks.tags(_LEFT, top, pen.inner, names, ink, pen.ground)
    pen.shapes.extend(found)
    pen.y = top + height


def _foot(pen: _Pen, people: Sequence[Person]) -> None:
    """Draw the marks below the text."""
    score = pen.kind.score(pen.card)
    if score is None and not has_marks(pen.card):
        return
    inks = Inks(pen.look.theme.ink, pen.strong, pen.ground)
    top = pen.y + _ABOVE_FOOT
    found, height = draw_foot(pen.card, score, people, inks, pen.look, _LEFT, top, pen.inner)
    if found:
        pen.shapes.extend(found)
        pen.y = top + height - 1
