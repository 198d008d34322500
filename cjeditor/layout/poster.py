"""A map laid out on a page so that its type is as large as the page allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from cjeditor.core.ids import Id
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import Block, TextLine
from cjeditor.display.text import set_line
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_drawing import MARGINS
from cjeditor.kinds.look import CARD, STEP, Look
from cjeditor.kinds.stack import MARGIN
from cjeditor.layout.heads import STEP_PADDING
from cjeditor.layout.poster_foot import lay_out_foot, shortened_cards
from cjeditor.layout.sheet import Sheet, lay_out, stretched
from cjeditor.model.map import Map

__all__ = ["Poster", "best_orientation", "lay_out_poster", "missing", "shortened_cards"]

Size = tuple[float, float]
"""Width and height of a page in points."""

_MARGIN_SHARE: Final = 0.03
_LEAST_MARGIN: Final = 8 * MM
_OWN_MARGIN: Final = 24.0

_NARROWEST: Final = 100.0
_BROADEST: Final = 140.0
"""Narrowest and broadest width that a column has for the sake of its words; longer ones break."""

_LOOKED_AT: Final = 600
"""Characters of a text in which long words are looked for."""

_WIDEST: Final = 400.0
_TRIES: Final = 8
"""Halvings of the range of column widths: to 1 pt."""

_ALIKE: Final = 1.02
_TELLING: Final = 3
"""So many cells of each lane, those with most text, stand for all in the search."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A map on a page; the sheet's point p lands at (x + scale * p.x, y + scale * p.y).

    Attributes:
        width, height: Of the page, in points.
        sheet: The map; its column width is chosen for the page.
        blocks: Everything to draw, in sheet coordinates, from back to front.
        outline: Title and place of each stage on the page, from left to right.
    """

    width: float
    height: float
    x: float
    y: float
    scale: float
    sheet: Sheet
    blocks: tuple[Block, ...]
    outline: tuple[tuple[str, float, float], ...]


def lay_out_poster(journey: Map, paper: Size | None, words: Words) -> Poster:
    """Lay *journey* out on a page, always in the light theme.

    Args:
        paper: Width and height of the page in points; None means a page as large as the
            map is at 100 %.
    """
    look = Look(LIGHT, words)
    if paper is None:
        return _poster(lay_out(journey, look), None)
    essence = _essence(journey)
    column = _best_column(essence, paper, words)
    sheet = lay_out(journey, replace(look, column=column))
    excess = sheet.height / lay_out(essence, sheet.look).height
    if excess > _ALIKE:  # long cards pile up higher than the telling cells alone
        better = _best_column(essence, paper, words, excess)
        if better != column:
            sheet = lay_out(journey, replace(look, column=better))
    return _poster(sheet, paper)


def best_orientation(journey: Map, paper: Size, words: Words) -> Literal["landscape", "portrait"]:
    """Return how to turn *paper* so that the type comes out larger."""
    essence = _essence(journey)
    short, long = sorted(paper)
    scales = [
        _fit(essence, _best_column(essence, size, words), size, words)
        for size in ((long, short), (short, long))
    ]
    return "landscape" if scales[0] >= scales[1] else "portrait"


def missing(blocks: Iterable[Block]) -> str:
    """Return the characters of *blocks* that no bundled font has, each once, sorted."""
    found = {
        character
        for block in blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
        for character in shape.line.missing
    }
    return "".join(sorted(found))


def _essence(journey: Map) -> Map:
    """Return the map with those cells only that decide how high its lanes are."""
    gone: list[Id] = []
    for steps in journey.cells.values():
        cells = sorted(steps.values(), key=_bulk, reverse=True)
        gone.extend(card.id for cell in cells[_TELLING:] for card in cell)
    kept_emotions = {each.card for each in journey.emotions.values()}
    return journey.drop(card for card in gone if card not in kept_emotions)


def _bulk(cell: Sequence[Card]) -> int:
    """Return roughly how much room the cards of a cell need."""
    return sum(len(card.text) + 40 for card in cell)


def _best_column(essence: Map, paper: Size, words: Words, excess: float = 1) -> float:
    """Return the column width at which the type is largest on *paper*.

    Wider columns make the sheet wider and lower. Where the page's width and height limit
    the scale alike, it is largest.

    Args:
        excess: How much higher the whole map is than its *essence*.
    """
    low, high = _narrowest(essence), _WIDEST
    for _ in range(_TRIES):
        column = (low + high) / 2
        across, down = _shares(essence, column, paper, words)
        if across > down / excess:
            low = column
        else:
            high = column
    return high


def _narrowest(essence: Map) -> float:
    """Return the column width at which words of the usual length are not broken."""
    texts = [(CARD, card.text, MARGINS + 2 * MARGIN) for card in essence.cards.values()]
    texts += [(STEP, step.title, 2 * STEP_PADDING) for step in essence.steps.values()]
    widths = (
        set_line(word, font).width + margins
        for font, text, margins in texts
        for word in text[:_LOOKED_AT].split()
    )
    return max((width for width in widths if _NARROWEST < width <= _BROADEST), default=_NARROWEST)


def _fit(essence: Map, column: float, paper: Size, words: Words) -> float:
    return min(_shares(essence, column, paper, words))


def _shares(essence: Map, column: float, paper: Size, words: Words) -> tuple[float, float]:
    """Return the scales at which the sheet would fill the page's width and its height."""
    sheet = lay_out(essence, Look(LIGHT, words, column=column))
    _, foot = lay_out_foot(sheet, 0)
    margin = _margin(paper)
    return (
        (paper[0] - 2 * margin) / sheet.width,
        (paper[1] - 2 * margin) / (sheet.height + foot),
    )


def _margin(paper: Size) -> float:
    return max(_LEAST_MARGIN, _MARGIN_SHARE * min(paper))


def _poster(sheet: Sheet, paper: Size | None) -> Poster:
    shortened = len(shortened_cards(sheet))
    foot, deep = lay_out_foot(sheet, shortened)
    height = sheet.height + deep
    if paper is None:
        margin, scale = _OWN_MARGIN, 1.0
        paper = sheet.width + 2 * margin, height + 2 * margin
    else:
        margin = _margin(paper)
        room = paper[0] - 2 * margin, paper[1] - 2 * margin
        scale = min(room[0] / sheet.width, room[1] / height)
        sheet = stretched(sheet, room[1] / scale - height)
        foot, _ = lay_out_foot(sheet, shortened)
    x = (paper[0] - scale * sheet.width) / 2
    outline = tuple(
        (sheet.journey.stages[block.element].title, x + scale * block.x, margin + scale * block.y)
        for block in sheet.stages
    )
    blocks = (*sheet.blocks(), *foot)
    return Poster(paper[0], paper[1], x, margin, scale, sheet, blocks, outline)
