"""Cards stacked in the cells of a lane; a long card lies over all its columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
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


@dataclass(frozen=True, eq=False, kw_only=True)
class _Group(Piece):
    """Neighbouring cells that share long cards, laid out; most groups are a single cell."""

    columns: tuple[Column, ...]
    cells: tuple[tuple[Card, ...], ...]
    height: float

    def drawings(self) -> Iterator[tuple[Card, Drawing]]:
        cards = (card for _, card in _in_rows(self.cells))
        return zip(cards, (block.drawing for block in self.laid_out), strict=True)

    def reaches(self, left: float, right: float) -> bool:
        last = self.columns[-1]
        return self.columns[0].x < right and left < last.x + last.width


@dataclass(frozen=True, eq=False)
class CardsBand(Band):
    """A band of cards, and what the next one can take over from it.

    Attributes:
        columns: Of the whole sheet.
        groups: By the step at which they begin.
        put_by: Groups that stood in columns which are not there now, as of a collapsed stage.
    """

    columns: tuple[Column, ...]
    groups: Mapping[str, _Group]
    put_by: Mapping[str, _Group]
    people: tuple[Person, ...]
    sizes: Mapping[str, tuple[int, int]]
    styles: Mapping[str, CardStyle]
    look: Look

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(chain.from_iterable(piece.blocks for piece in self.pieces))

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
    old = _still_good(content, look, before)
    groups = dict(_groups(content, look, old, before))
    height = max((group.height for group in groups.values()), default=0.0)
    ghosts: tuple[Block, ...] = ()
    if look.prompts and not groups and content.columns:
        ghost = ghost_block(prompt, content.columns[0], look)
        ghosts, height = (ghost,), ghost.rect.bottom + EDGE
    height = max(height, content.least, _LEAST) + content.spare
    return CardsBand(
        height,
        (),
        ghosts,
        content.columns,
        groups,
        _put_by(old, content),
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


def _groups(
    content: Content, look: Look, old: Mapping[str, _Group], before: CardsBand | None
) -> Iterator[tuple[str, _Group]]:
    index: dict[str, int] = {}
    first = 0
    while first < len(content.columns):
        step = content.columns[first].step
        found = old.get(step)
        kept = None if found is None else _kept(found, content, first)
        if kept is not None:
            yield step, kept
            first += len(kept.columns)
            continue
        if not index:
            index = {column.step: number for number, column in enumerate(content.columns)}
        last = _reach(content, first, index)
        columns = content.columns[first : last + 1]
        cells = tuple(content.cells.get(column.step, ()) for column in columns)
        if any(cells):
            yield step, _lay_out_group(columns, cells, content, look, before)
        first = last + 1


def _still_good(content: Content, look: Look, before: CardsBand | None) -> Mapping[str, _Group]:
    """Return the groups of *before* that look as they would now, by step."""
    if before is None or not _may_keep(content, before):
        return {}
    found = {**before.put_by, **before.groups}
    if before.look.least_type == look.least_type:
        return found
    return {step: group for step, group in found.items() if _can_be_read(group, look)}


def _put_by(old: Mapping[str, _Group], content: Content) -> Mapping[str, _Group]:
    """Return those of the *old* groups that begin at no column."""
    here = {column.step for column in content.columns}
    return {step: old[step] for step in old.keys() - here}


def _may_keep(content: Content, before: CardsBand) -> bool:
    """Tell whether what all cards of the lane show has not changed."""
    return (before.people, before.sizes, before.styles) == (
        content.people,
        content.sizes,
        content.styles,
    )


def _can_be_read(group: _Group, look: Look) -> bool:
    """Tell whether no type of *group* is too small for *look*."""
    return all(_is_readable(block.drawing, look) for block in group.laid_out)


def _is_readable(drawing: Drawing, look: Look) -> bool:
    texts = (shape for shape in drawing.shapes if isinstance(shape, TextLine))
    return all(text.line.size >= look.least_type for text in texts)


def _kept(group: _Group, content: Content, first: int) -> _Group | None:
    """Return *group* at the column *first*, if nothing but its place is another there."""
    before, place = group.columns, content.columns[first]
    by = place.x - before[0].x
    if len(before) == 1:  # as nearly all have; what follows would be the same for it
        same = content.cells.get(place.step, ()) is group.cells[0]
        if not same or place.width != before[0].width:
            return None
        return _moved(group, (place,), by) if by else group
    columns = content.columns[first : first + len(before)]
    if len(columns) < len(before):
        return None
    for cell, old, new in zip(group.cells, before, columns, strict=True):
        if content.cells.get(new.step, ()) is not cell:
            return None
        if (new.step, new.x, new.width) != (old.step, old.x + by, old.width):
            return None
    return _moved(group, columns, by) if by else group


def _moved(group: _Group, columns: tuple[Column, ...], by: float) -> _Group:
    return _Group(
        group.laid_out,
        group.right + by,
        columns=columns,
        cells=group.cells,
        height=group.height,
    )


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
    height = max(skyline) - GAP + EDGE
    return _Group(tuple(blocks), columns=columns, cells=cells, height=height)


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
