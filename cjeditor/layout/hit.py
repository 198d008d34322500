"""What lies under a point of the sheet, and where a card would be put."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.lane import Column
from cjeditor.kinds.stack import EDGE, GAP, MARGIN
from cjeditor.layout.bands import LaneBand, is_thin
from cjeditor.layout.sheet import Sheet


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
    for switch in (*sheet.switches, *sheet.row_switches):
        if switch.rect.contains(x, y):
            return _hit(switch, 0)
    lane = _lane_at(sheet, y)
    if lane is not None:
        if lane.switch is not None and lane.switch.rect.contains(x, y - lane.y):
            return _hit(lane.switch, lane.y)
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
    """Return the cell at a point; None outside all cells and where they are collapsed."""
    lane = _lane_at(sheet, y)
    number = bisect_right(sheet.columns, x, key=lambda column: column.x) - 1
    if lane is None or number < 0 or is_thin(lane.record, sheet.look):
        return None
    column = sheet.columns[number]
    if column in sheet.frame.grid.narrow:
        return None
    rect = _cell(lane, column)
    return CellAt(lane.lane, column.step, rect) if rect.contains(x, y) else None


def folded_at(sheet: Sheet, x: float, y: float) -> Id | None:
    """Return the collapsed lane or stage at a point among the cells, if there is one."""
    lane = _lane_at(sheet, y)
    if lane is None or x < sheet.left:
        return None
    if is_thin(lane.record, sheet.look):
        return lane.lane
    for column in sheet.frame.grid.narrow:
        if column.x <= x < column.x + column.width:
            return sheet.journey.steps[column.step].stage
    return None


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


def _lane_at(sheet: Sheet, y: float) -> LaneBand | None:
    number = bisect_right(sheet.lanes, y, key=lambda lane: lane.y) - 1
    if number < 0:
        return None
    lane = sheet.lanes[number]
    return lane if y < lane.bottom else None


def _cell(lane: LaneBand, column: Column) -> Rect:
    return Rect(column.x, lane.y, column.width, lane.band.height)
