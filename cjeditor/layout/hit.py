"""What lies under a point of the sheet, and where a card would be put."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.lane import Column
from cjeditor.kinds.stack import EDGE, GAP, MARGIN
from cjeditor.layout.bands import LaneBand
from cjeditor.layout.sheet import Sheet
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit.

    Attributes:
        part: As in `Block`: "card", "point", "quote", "lane", "stage", "step", "title" …
        element: Id of the record; empty for the map's own title.
        rect: On the sheet.
    """

    part: str
    element: Id
    rect: Rect


@dataclass(frozen=True, slots=True)
class CellAt:
    """The cell at a point; *rect* on the sheet."""

    lane: Id
    step: Id
    rect: Rect


@dataclass(frozen=True, slots=True)
class Insertion:
    """Where a card would be put: before the card at *index*, with a line from *x*, *y*."""

    index: int
    x: float
    y: float
    width: float


def hit(sheet: Sheet, x: float, y: float) -> Hit | None:
    """Return what lies at a point, the frontmost first; None for empty paper and cells."""
    lane = _lane_at(sheet, y)
    if lane is not None:
        block = lane.band.at(x, y - lane.y)
        if block is not None:
            return _hit(block, lane.y)
        title = lane.title.rect
        wide = Rect(0, lane.y, max(sheet.left, title.right), lane.band.height)
        if wide.contains(x, y) and (x < sheet.left or title.contains(x, y)):
            return Hit("lane", lane.lane, title)
        return None
    for block in (*sheet.stages, *sheet.steps, *reversed(sheet.title)):
        if block.rect.contains(x, y) and block.part != "prompt":
            return _hit(block, 0)
    return None


def _hit(block: Block, dy: float) -> Hit:
    return Hit(block.part, block.element, block.rect.moved(0, dy))


def cell_at(sheet: Sheet, x: float, y: float) -> CellAt | None:
    """Return the cell at a point; None outside all cells."""
    lane = _lane_at(sheet, y)
    number = bisect_right(sheet.columns, x, key=lambda column: column.x) - 1
    if lane is None or number < 0:
        return None
    column = sheet.columns[number]
    rect = _cell(lane, column)
    return CellAt(lane.lane, column.step, rect) if rect.contains(x, y) else None


def cell_rect(sheet: Sheet, lane: Id, step: Id) -> Rect:
    """Return where a cell is on the sheet.

    Raises:
        KeyError: The sheet has no such lane or step.
    """
    return _cell(sheet.lane_of[lane], sheet.column_of[step])


def insertion_at(
    sheet: Sheet, lane: Id, step: Id, y: float, without: Collection[Id] = ()
) -> Insertion:
    """Return where a card dropped at *y* into a cell would be put.

    Args:
        without: Cards that are being moved; they do not count.

    Raises:
        KeyError: The sheet has no such lane or step.
    """
    band = sheet.lane_of[lane]
    cell = _cell(band, sheet.column_of[step])
    rects = [
        rect
        for card in sheet.journey.cell(lane, step)
        if card.id not in without and (rect := sheet.rect_of(card.id)) is not None
    ]
    index = sum(rect.y + rect.height / 2 <= y for rect in rects)
    if index < len(rects):
        line = rects[index].y - GAP / 2
    else:
        line = rects[-1].bottom + GAP / 2 if rects else cell.y + EDGE / 2
    return Insertion(index, cell.x + MARGIN, line, cell.width - 2 * MARGIN)


def cell_code(journey: Map, lane: Id, step: Id) -> str:
    """Return a cell's short name: the lane's letters from the top, the column's number.

    Raises:
        KeyError: The map has no such lane or step.
    """
    place = {each.id: number for number, each in enumerate(journey.ordered_lanes, 1)}
    return f"{_letters(place[lane])}{journey.column_of[step] + 1}"


def _letters(number: int) -> str:
    """Return A for 1, Z for 26, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _lane_at(sheet: Sheet, y: float) -> LaneBand | None:
    number = bisect_right(sheet.lanes, y, key=lambda lane: lane.y) - 1
    if number < 0:
        return None
    lane = sheet.lanes[number]
    return lane if y < lane.bottom else None


def _cell(lane: LaneBand, column: Column) -> Rect:
    return Rect(column.x, lane.y, column.width, lane.band.height)
