"""Cards stacked in the cells of a lane; a long card lies over all its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import is_
from typing import Final

from cjeditor.core.colours import mix
from cjeditor.display.shapes import Block, Drawing, TextLine
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_drawing import draw_card
from cjeditor.kinds.card_kinds import kind_of_card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.lane import Band, Column, Content, Person, Piece
from cjeditor.kinds.look import GHOST, Look
from cjeditor.kinds.paragraph import set_paragraph

MARGIN: Final = 6.0
"""Between a cell's side and its cards."""

EDGE: Final = 9.0
"""Above the first card of a cell and below its last."""

GAP: Final = 7.0
"""Between two cards of a cell."""

STRETCH: Final = 0.5
"""Share of its height that a lane of cards may be higher than its cards."""

_LEAST: Final = 58.0
"""Height of a lane without cards."""


@dataclass(frozen=True, eq=False)
class _Group(Piece):
    """Neighbouring cells that share long cards, laid out; most groups are a single cell."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[Card, ...], ...]
    height: float

    def drawings(self) -> Iterator[tuple[Card, Drawing]]:
        cards = (card for _, card in _in_rows(self.cells))
        return zip(cards, (block.drawing for block in self.blocks), strict=True)


@dataclass(frozen=True, eq=False)
class CardsBand(Band):
    """A band of cards, and what the next one can take over from it.

    Attributes:
        columns: Of the whole sheet.
        groups: By the step at which they begin.
    """

    columns: tuple[Column, ...]
    groups: Mapping[str, _Group]
    people: tuple[Person, ...]
    sizes: Mapping[str, tuple[int, int]]
    styles: Mapping[str, CardStyle]
    look: Look

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self.groups.values()) or super().pieces


def stack_cards(content: Content, look: Look, prompt: str, previous: Band | None) -> CardsBand:
    """Stack a lane's cards.

    Args:
        prompt: Ghost text of the lane while it is empty; English, marked.
        previous: The lane's band before an edit, or in a look that draws cards as this one.
            Groups of cells that are the same, by identity, are taken over, and so are the
            drawings of cards that are the same.
    """
    before = previous if isinstance(previous, CardsBand) else None
    if before is not None and not look.draws_cards_as(before.look):
        before = None
    groups = dict(_groups(content, look, before))
    blocks = tuple(chain.from_iterable(group.blocks for group in groups.values()))
    height = max((group.height for group in groups.values()), default=0.0)
    if look.prompts and not blocks and content.columns:
        ghost = ghost_block(prompt, content.columns[0], look)
        blocks, height = (ghost,), ghost.rect.bottom + EDGE
    height = max(height, content.least, _LEAST) + content.spare
    return CardsBand(
        height,
        (),
        blocks,
        content.columns,
        groups,
        content.people,
        content.sizes,
        content.styles,
        look,
    )


def ghost_block(prompt: str, column: Column, look: Look, y: float = EDGE) -> Block:
    """Return the ghost text of an empty cell, with its top at *y*."""
    width = column.width - 2 * MARGIN - 8
    text = set_paragraph(look.words(prompt), GHOST, width, ghost_ink(look), max_lines=5)
    drawing = Drawing(width, text.height, text.lines)
    return Block("", "prompt", column.x + MARGIN + 4, y, drawing)


def ghost_ink(look: Look) -> str:
    """Return the colour of ghost text on the sheet."""
    return mix(look.theme.quiet, look.theme.sheet, 0.85)


def _groups(content: Content, look: Look, before: CardsBand | None) -> Iterator[tuple[str, _Group]]:
    index: dict[str, int] = {}
    first = 0
    old = before.groups if before is not None and _may_keep(content, before) else {}
    same = before is not None and before.columns is content.columns
    while first < len(content.columns):
        step = content.columns[first].step
        kept = old.get(step)
        if kept is not None and before is not None and not _can_be_read(kept, before.look, look):
            kept = None
        if kept is not None and _is_same(kept, content, first, same_columns=same):
            yield step, kept
            first += len(kept.columns)
            continue
        if not index:
            index = {column.step: number for number, column in enumerate(content.columns)}
        last = _reach(content, first, index)
        columns = content.columns[first : last + 1]
        cells = tuple(content.cells.get(column.step, ()) for column in columns)
        if any(cells):
            moved = None if kept is None else _moved(kept, columns, cells)
            yield step, moved or _lay_out_group(columns, cells, content, look, before)
        first = last + 1


def _may_keep(content: Content, before: CardsBand) -> bool:
    """Tell whether what all cards of the lane show has not changed."""
    return (before.people, before.sizes, before.styles) == (
        content.people,
        content.sizes,
        content.styles,
    )


def _can_be_read(group: _Group, before: Look, look: Look) -> bool:
    """Tell whether no type of *group*, which was laid out in the look *before*, is too small."""
    return before.least_type == look.least_type or all(
        _is_readable(block.drawing, look) for block in group.blocks
    )


def _is_readable(drawing: Drawing, look: Look) -> bool:
    texts = (shape for shape in drawing.shapes if isinstance(shape, TextLine))
    return all(text.line.size >= look.least_type for text in texts)


def _is_same(group: _Group, content: Content, first: int, *, same_columns: bool) -> bool:
    """Tell whether nothing has changed of a group that now begins at the column *first*."""
    columns, cells = group.columns, content.cells
    return (same_columns or content.columns[first : first + len(columns)] == columns) and all(
        cells.get(column.step, ()) is cell
        for column, cell in zip(columns, group.cells, strict=True)
    )


def _moved(
    group: _Group, columns: tuple[Column, ...], cells: tuple[tuple[Card, ...], ...]
) -> _Group | None:
    """Return *group* at *columns* if nothing but its place is another there."""
    right = columns[0].x - group.columns[0].x
    there = tuple(replace(column, x=column.x + right) for column in group.columns)
    if there != columns or not all(map(is_, group.cells, cells)):
        return None
    blocks = tuple(
        Block(each.element, each.part, each.x + right, each.y, each.drawing)
        for each in group.blocks
    )
    return _Group(blocks, columns, cells, group.height)


def _reach(content: Content, first: int, index: Mapping[str, int]) -> int:
    """Return the last column that long cards tie to the column *first*."""
    last = column = first
    while column <= last:
        for card in content.cells.get(content.columns[column].step, ()):
            if card.last_step != card.first_step:
                last = max(last, index[card.last_step])
        column += 1
    return last


def _lay_out_group(
    columns: tuple[Column, ...],
    cells: tuple[tuple[Card, ...], ...],
    content: Content,
    look: Look,
    before: CardsBand | None,
) -> _Group:
    known = {} if before is None else _known(columns, before, look)
    index = {column.step: number for number, column in enumerate(columns)}
    skyline = [EDGE] * len(columns)
    blocks = []
    for number, card in _in_rows(cells):
        last = index[card.last_step]
        x = columns[number].x + MARGIN
        width = columns[last].x + columns[last].width - MARGIN - x
        drawing = _drawing(card, width, content, look, known, before)
        y = max(skyline[number : last + 1])
        blocks.append(Block(card.id, "card", x, y, drawing))
        skyline[number : last + 1] = [y + drawing.height + GAP] * (last + 1 - number)
    return _Group(tuple(blocks), columns, cells, max(skyline) - GAP + EDGE)


def _in_rows(cells: tuple[tuple[Card, ...], ...]) -> Iterator[tuple[int, Card]]:
    """Yield the cards with their columns: the first of every cell, then the second …

    In this order long cards leave the fewest holes, and cells keep their own order.
    """
    for row in range(max(len(cell) for cell in cells)):
        for number, cell in enumerate(cells):
            if row < len(cell):
                yield number, cell[row]


_Known = Mapping[int, tuple[Card, Drawing]]
"""Drawings by the identity of their cards; the cards are kept, so no identity is used twice."""


def _known(columns: tuple[Column, ...], before: CardsBand, look: Look) -> _Known:
    known: dict[int, tuple[Card, Drawing]] = {}
    for column in columns:
        group = before.groups.get(column.step)
        if group is not None:
            known.update((id(card), (card, drawing)) for card, drawing in group.drawings())
    if before.look.least_type == look.least_type:
        return known
    return {key: each for key, each in known.items() if _is_readable(each[1], look)}


def _drawing(
    card: Card,
    width: float,
    content: Content,
    look: Look,
    known: _Known,
    before: CardsBand | None,
) -> Drawing:
    kind = kind_of_card(card)
    found = known.get(id(card))
    if found is not None and before is not None and found[1].width == width:
        same_people = not card.personas or before.people == content.people
        same_picture = not card.picture or before.sizes == content.sizes
        same_style = not card.style or before.styles.get(card.style) == content.styles.get(
            card.style
        )
        if same_people and same_picture and same_style:
            return found[1]
    style = content.styles.get(card.style) if card.style else None
    return draw_card(card, kind, width, look, content.people, content.sizes, style)
