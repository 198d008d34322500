"""A map laid out on a page so that its type is as large as the page allows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import Block, TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import CARD, Look
from cjeditor.layout.column_search import WORTH, ColumnSearch, Room
from cjeditor.layout.folds import printed
from cjeditor.layout.poster_foot import Foot, foot_of, shortened_cards
from cjeditor.layout.printed_links import link_blocks, link_curves, name_blocks
from cjeditor.layout.sheet import Sheet, lay_out, stretched
from cjeditor.layout.telling import telling_part
from cjeditor.model.map import Map

__all__ = ["Poster", "lay_out_poster", "missing", "shortened_cards"]

Size = tuple[float, float]
"""Width and height of a page in points."""

_MARGIN_SHARE: Final = 0.03
_LEAST_MARGIN: Final = 8 * MM
_OWN_MARGIN: Final = 24.0

_LARGEST_TYPE: Final = 1 / 48
"""Of the page's short side: larger type of cards would shout, not help."""

_ALIKE: Final = 1.03
"""A part of a map that is lower by this factor than the whole does not stand for it."""

_ROUNDING: Final = 0.01
_ABOVE: Final = 0.4
"""What the map leaves free of the page's height is above it by this share, the rest below."""


class Poster(NamedTuple):
    """A map on a page; the sheet's point p lands at (x + scale * p.x, y + scale * p.y).

    Attributes:
        width, height: Of the page, in points.
        sheet: The map; its column width is chosen for the page.
        blocks: Everything to draw, in sheet coordinates, from back to front.
        outline: Title and place of each stage on the page, from left to right.
        whole: The map with what is hidden, which the sheet leaves out.
    """

    width: float
    height: float
    x: float
    y: float
    scale: float
    sheet: Sheet
    blocks: tuple[Block, ...]
    outline: tuple[tuple[str, float, float], ...]
    whole: Map


def lay_out_poster(
    journey: Map, paper: Size | None, words: Words, *, may_turn: bool = False, links: bool = True
) -> Poster:
    """Lay *journey* out on a page, always in the light theme; hidden parts are left out.

    Args:
        links: Whether links between cards are drawn.
        paper: Width and height of the page in points; None means a page as large as the
            map is at 100 %.
        may_turn: Whether the page is turned where the type comes out clearly larger so.
    """
    whole = journey
    journey = printed(journey if links else journey.drop(journey.links), LIGHT.stages)
    look = Look(LIGHT, words)
    foot = foot_of(journey, look)
    if paper is None:
        return _own_size(lay_out(journey, look), foot, whole)
    for part in (telling_part(journey), journey):
        search = ColumnSearch(journey, part, foot, look)
        page = _turned(paper, search) if may_turn else paper
        column = search.best(_room(page))
        sheet = lay_out(journey, replace(look, column=column))
        if sheet.height + foot.depth(sheet.width) <= search.size(column)[1] * _ALIKE:
            break
    return _on_page(sheet, foot, page, whole)


def _turned(paper: Size, search: ColumnSearch) -> Size:
    """Return *paper*, turned if that makes the type larger by more than words are worth."""
    other = paper[::-1]
    gain = search.scale(_room(other)) / search.scale(_room(paper))
    return other if gain > WORTH else paper


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


def _room(page: Size) -> Room:
    margin = _margin(page)
    most = _LARGEST_TYPE * min(page) / CARD.size
    return Room(page[0] - 2 * margin, page[1] - 2 * margin, most)


def _margin(page: Size) -> float:
    return max(_LEAST_MARGIN, _MARGIN_SHARE * min(page))


def _own_size(sheet: Sheet, foot: Foot, whole: Map) -> Poster:
    margin = _OWN_MARGIN
    blocks, deep = foot.below(sheet.width, sheet.height, len(shortened_cards(sheet)))
    page = sheet.width + 2 * margin, sheet.height + deep + 2 * margin
    return _poster(sheet, blocks, page, (margin, margin), 1.0, whole)


def _on_page(sheet: Sheet, foot: Foot, page: Size, whole: Map) -> Poster:
    """Fill *page*: the type as large as it can be, then the lanes higher, then white."""
    shortened = len(shortened_cards(sheet))
    _, deep = foot.below(sheet.width, 0, shortened)
    room = _room(page)
    scale = min(room.width / sheet.width, room.height / (sheet.height + deep), room.most)
    limit = room.height / scale - deep
    higher = stretched(sheet, limit - sheet.height)
    if higher.height <= limit + _ROUNDING:
        sheet = higher
    blocks, _ = foot.below(sheet.width, sheet.height, shortened)
    x = (page[0] - scale * sheet.width) / 2
    y = _margin(page) + scale * (limit - sheet.height) * _ABOVE
    return _poster(sheet, blocks, page, (x, y), scale, whole)


def _poster(
    sheet: Sheet,
    foot: tuple[Block, ...],
    page: Size,
    corner: tuple[float, float],
    scale: float,
    whole: Map,
) -> Poster:
    x, y = corner
    outline = tuple(
        (sheet.journey.stages[block.element].title, x + scale * block.x, y + scale * block.y)
        for block in sheet.stages
    )
    blocks = (*_drawn(sheet), *foot)
    return Poster(*page, x, y, scale, sheet, blocks, outline, whole)


def _drawn(sheet: Sheet) -> Iterator[Block]:
    """Yield the map with its links."""
    curves = link_curves(sheet)
    yield from sheet.grounds()
    yield from link_blocks(sheet, curves)
    yield from sheet.contents()
    yield from name_blocks(sheet, curves)
