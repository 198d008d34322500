"""What stands below a poster's map: which card kinds mean what, and where it comes from."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block, Drawing, Rect, Shape, Symbol, TextLine
from cjeditor.display.text import ascent, set_line
from cjeditor.kinds.card import CardKind, Score
from cjeditor.kinds.card_drawing import card_body, is_shortened
from cjeditor.kinds.look import SUBTITLE, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import CARD_KINDS, kind_of_card
from cjeditor.layout.links import sample
from cjeditor.layout.sheet import Sheet
from cjeditor.layout.title import EDGE
from cjeditor.model.coverage import HYPOTHESIS, coverage_of
from cjeditor.model.map import Map
from cjeditor.model.records import LINK_KINDS, LinkKind

_ROW: Final = 24.0
_GAP: Final = 26.0
_SWATCH: Final = Rect(0, 4, 22, 16)
_SYMBOL: Final = 15.0
_LINK: Final = 34.0
"""Length of a link's sample."""

_ABOVE: Final = 4.0

_MONTHS: Final = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip


class Foot(NamedTuple):
    """What stands below a map: the same at any column width.

    Attributes:
        swatches: A sample of each kind of card and link with its name.
        origin: When and by whom the map was made.
        is_hypothesis: Whether most of its cards are assumptions.
    """

    swatches: tuple[Drawing, ...]
    origin: str
    is_hypothesis: bool
    look: Look

    def depth(self, width: float) -> float:
        """Return how deep the foot of a sheet of *width* is."""
        return self.below(width, 0, 0)[1]

    def below(self, width: float, top: float, shortened: int) -> tuple[tuple[Block, ...], float]:
        """Return the blocks below a sheet that ends at *top*, and how deep they are.

        Args:
            width: Of the sheet.
            shortened: How many cards show only the beginning of their text.
        """
        inner, theme = width - 2 * EDGE, self.look.theme
        blocks = list(_flow(self.swatches, inner))
        rows = max((block.rect.bottom for block in blocks), default=0.0)
        end = max((block.rect.right for block in blocks if block.y == rows - _ROW), default=0.0)
        line = short_line(self.origin, SUBTITLE, inner)
        if end + _GAP + line.width > inner:
            rows += _ROW
        y = max(rows, _ROW)
        text = TextLine(0, _baseline(), line, theme.quiet)
        drawing = Drawing(line.width, _ROW, (text,))
        blocks.append(Block("", "footer", inner - line.width, y - _ROW, drawing))
        for note in self._notes(shortened):
            shown = set_paragraph(note, SUBTITLE, inner, theme.quiet)
            blocks.append(Block("", "footer", 0, y, Drawing(inner, shown.height, shown.lines)))
            y += shown.height
        placed = (
            Block(each.element, each.part, EDGE + each.x, top + _ABOVE + each.y, each.drawing)
            for each in blocks
        )
        return tuple(placed), y + _ABOVE

    def _notes(self, shortened: int) -> Iterator[str]:
        words = self.look.words
        if self.is_hypothesis:
            yield words(HYPOTHESIS)
        if shortened:
            yield words.count(
                "{n} card shows only the beginning of its text; the map's file has all of it.",
                "{n} cards show only the beginning of their text; the map's file has all of it.",
                shortened,
            )


def foot_of(journey: Map, look: Look) -> Foot:
    """Return what stands below *journey* on a poster."""
    origin, founded = _origin(journey, look.words), coverage_of(journey)
    return Foot(tuple(_swatches(journey, look)), origin, founded.is_hypothesis, look)


def _flow(drawings: Iterable[Drawing], width: float) -> Iterator[Block]:
    """Put *drawings* side by side in rows of *width*."""
    x = y = 0.0
    for drawing in drawings:
        if x and x + drawing.width > width:
            x, y = 0.0, y + _ROW
        yield Block("", "legend", x, y, drawing)
        x += drawing.width + _GAP


def _swatches(journey: Map, look: Look) -> Iterator[Drawing]:
    """Yield a sample of each kind of card and link that the map has."""
    scores: dict[str, Score | None] = {}
    for card in journey.cards.values():
        if scores.get(card.kind) is None:
            scores[card.kind] = kind_of_card(card).score(card)
    for kind in CARD_KINDS:
        if kind.name in scores:
            text = look.words(kind.label)
            score = scores[kind.name]
            if score is not None:
                text += f", {look.words(score.label).lower()} 1–{score.of}"
            yield _swatch(kind, text, look)
    used = {link.kind for link in journey.links.values()}
    if used:
        yield _links_swatch([kind for kind in LINK_KINDS if kind in used], look)


def _links_swatch(kinds: Iterable[LinkKind], look: Look) -> Drawing:
    """Draw a short link of each kind with its name beside it; they stay together."""
    shapes: list[Shape] = []
    x = -_GAP
    for kind in kinds:
        line = set_line(look.words(LINK_KINDS[kind]), SUBTITLE)
        x += _GAP
        shapes += sample(kind, x, _ROW / 2, _LINK, look.theme)
        x += _LINK + 7
        shapes.append(TextLine(x, _baseline(), line, look.theme.ink))
        x += line.width
    return Drawing(x, _ROW, tuple(shapes))


def _swatch(kind: CardKind, text: str, look: Look) -> Drawing:
    """Draw a small card with the kind's symbol and *text* beside it."""
    line = set_line(text, SUBTITLE)
    x = _SWATCH.right + 7
    shapes: tuple[Shape, ...] = (
        *card_body(kind, _SWATCH, look),
        Symbol(kind.symbol, x, (_ROW - _SYMBOL) / 2, _SYMBOL, look.theme.strong(kind.full)),
        TextLine(x + _SYMBOL + 6, _baseline(), line, look.theme.ink),
    )
    return Drawing(x + _SYMBOL + 6 + line.width, _ROW, shapes)


def _baseline() -> float:
    """Return how far below a row's top the baseline of its text lies."""
    return (_ROW - SUBTITLE.line_height) / 2 + ascent(SUBTITLE)


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
