"""What stands below a poster's map: which card kinds mean what, and where it comes from."""

from collections.abc import Iterator
from typing import Final

from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block, Drawing, Rect, Shape, Symbol, TextLine
from cjeditor.display.text import ascent, set_line
from cjeditor.kinds.card import CardKind
from cjeditor.kinds.card_drawing import card_body, is_shortened
from cjeditor.kinds.look import SUBTITLE, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import CARD_KINDS, kind_of_card
from cjeditor.layout.sheet import Sheet
from cjeditor.layout.title import EDGE
from cjeditor.model.map import Map

_ROW: Final = 24.0
_GAP: Final = 26.0
_SWATCH: Final = Rect(0, 4, 22, 16)
_SYMBOL: Final = 15.0

_MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip


def lay_out_foot(sheet: Sheet, shortened: int) -> tuple[tuple[Block, ...], float]:
    """Return the blocks below the sheet, in its coordinates, and how deep they are.

    Args:
        shortened: How many cards show only the beginning of their text.
    """
    look, width = sheet.look, sheet.width - 2 * EDGE
    blocks = list(_flow(_legend(sheet.journey, look), width))
    rows = max((block.rect.bottom for block in blocks), default=0.0)
    end = max((block.rect.right for block in blocks if block.y == rows - _ROW), default=0.0)
    origin = _origin(sheet.journey, look.words)
    line = short_line(origin, SUBTITLE, width)
    if end + _GAP + line.width > width:
        rows += _ROW
    baseline = (_ROW - SUBTITLE.line_height) / 2 + ascent(SUBTITLE)
    text = TextLine(0, baseline, line, look.theme.quiet)
    x = width - line.width
    blocks.append(
        Block("", "footer", x, max(rows, _ROW) - _ROW, Drawing(line.width, _ROW, (text,)))
    )
    y = max(rows, _ROW)
    for note in _notes(sheet.journey, look.words, shortened):
        shown = set_paragraph(note, SUBTITLE, width, look.theme.quiet)
        blocks.append(Block("", "footer", 0, y, Drawing(width, shown.height, shown.lines)))
        y += shown.height
    top = sheet.height + 4
    placed = (
        Block(each.element, each.part, EDGE + each.x, top + each.y, each.drawing) for each in blocks
    )
    return tuple(placed), y + 4


def _flow(drawings: Iterator[Drawing], width: float) -> Iterator[Block]:
    """Put *drawings* side by side in rows of *width*."""
    x = y = 0.0
    for drawing in drawings:
        if x and x + drawing.width > width:
            x, y = 0.0, y + _ROW
        yield Block("", "legend", x, y, drawing)
        x += drawing.width + _GAP


def _legend(journey: Map, look: Look) -> Iterator[Drawing]:
    used = {card.kind for card in journey.cards.values()}
    scored = {
        card.kind: score
        for card in journey.cards.values()
        if (score := kind_of_card(card).score(card)) is not None
    }
    for kind in CARD_KINDS:
        if kind.name in used:
            text = look.words(kind.label)
            score = scored.get(kind.name)
            if score is not None:
                text += f", {look.words(score.label).lower()} 1–{score.of}"
            yield _swatch(kind, text, look)


def _swatch(kind: CardKind, text: str, look: Look) -> Drawing:
    """Draw a small card with the kind's symbol and *text* beside it."""
    line = set_line(text, SUBTITLE)
    x = _SWATCH.right + 7
    baseline = (_ROW - SUBTITLE.line_height) / 2 + ascent(SUBTITLE)
    shapes: tuple[Shape, ...] = (
        *card_body(kind, _SWATCH, look),
        Symbol(kind.symbol, x, (_ROW - _SYMBOL) / 2, _SYMBOL, look.theme.strong(kind.full)),
        TextLine(x + _SYMBOL + 6, baseline, line, look.theme.ink),
    )
    return Drawing(x + _SYMBOL + 6 + line.width, _ROW, shapes)


def _origin(journey: Map, words: Words) -> str:
    scope = journey.scope
    authors = ", ".join(author for author in scope.authors if author)
    day = (
        ""
        if scope.date is None
        else words(mark("Workshop {date}")).format(date=written_date(scope.date, words))
    )
    parts = (day, authors, words(mark("made with CJ Editor")))
    return " · ".join(part for part in parts if part)


def written_date(day: str, words: Words) -> str:
    """Return an ISO date as people write it: "12 November 2026"."""
    year, month, date = (int(part) for part in day.split("-"))
    if not 1 <= month <= len(_MONTHS):
        return day
    return f"{date} {words(_MONTHS[month - 1])} {year}"


def _notes(journey: Map, words: Words, shortened: int) -> Iterator[str]:
    cards = journey.cards.values()
    if 2 * sum(card.strength == "assumed" for card in cards) > len(cards):
        yield words(mark("A hypothesis: most cards of this map are assumptions."))
    if shortened:
        yield words.count(
            "{n} card shows only the beginning of its text; the map's file has all of it.",
            "{n} cards show only the beginning of their text; the map's file has all of it.",
            shortened,
        )


def shortened_cards(sheet: Sheet) -> tuple[str, ...]:
    """Return the ids of the cards of which the sheet shows only the beginning."""
    found = []
    for lane in sheet.lanes:
        for block in lane.band.blocks:
            card = sheet.journey.cards.get(block.element)
            if card is not None and is_shortened(
                card, kind_of_card(card), block.drawing, sheet.look
            ):
                found.append(card.id)
    return tuple(found)
