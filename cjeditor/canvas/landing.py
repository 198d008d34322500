"""Where something that is dragged would land, and the insertion line that says so."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.hit import cell_at, insertion_at
from cjeditor.layout.sheet import Sheet

Line = tuple[tuple[float, float], tuple[float, float]]
"""Two points on the sheet."""


@dataclass(frozen=True, slots=True)
class CardLanding:
    """A place among the cards of a cell.

    Attributes:
        index: Among the cards that stay.
        cell: On the sheet.
    """

    lane: Id
    step: Id
    index: int
    cell: Rect
    line: Line


@dataclass(frozen=True, slots=True)
class HeadLanding:
    """A place among stages, steps or lanes.

    Attributes:
        parent: The stage, for a step; else empty.
        index: Among the siblings that stay.
    """

    parent: Id
    index: int
    line: Line


def card_landing(
    sheet: Sheet, x: float, y: float, moved: Collection[Id] = ()
) -> CardLanding | None:
    """Return where cards dropped at *x*, *y* land; None where no card can be."""
    cell = cell_at(sheet, x, y)
    if cell is None:
        return None
    lane = sheet.journey.lanes[cell.lane]
    if kind_of_lane(lane).card(lane) is None:
        return None
    at = insertion_at(sheet, cell.lane, cell.step, y, moved)
    line = (at.x, at.y), (at.x + at.width, at.y)
    return CardLanding(cell.lane, cell.step, at.index, cell.rect, line)


def stage_landing(sheet: Sheet, x: float, moved: Collection[Id]) -> HeadLanding:
    """Return where stages dropped at *x* land."""
    heads = sheet.stages
    ids = [stage.id for stage in sheet.journey.ordered_stages]
    at = sum(head.x + head.rect.width / 2 < x for head in heads)
    edge = heads[at].x if at < len(heads) else sheet.columns[-1].x + sheet.columns[-1].width
    place = _place(ids, [head.element for head in heads], at)
    return HeadLanding("", _staying(ids, place, moved), _upright(sheet, edge))


def step_landing(sheet: Sheet, x: float, moved: Collection[Id]) -> HeadLanding:
    """Return where steps dropped at *x* land: in the stage whose column is there."""
    columns = sheet.columns
    near = min(columns, key=lambda column: abs(column.x + column.width / 2 - x))
    after = x > near.x + near.width / 2
    stage = sheet.journey.steps[near.step].stage
    siblings = [step.id for step in sheet.journey.steps_of[stage]]
    place = siblings.index(near.step) + after
    if after and near in sheet.frame.grid.narrow:
        place = len(siblings)
    index = _staying(siblings, place, moved)
    return HeadLanding(stage, index, _upright(sheet, near.x + near.width * after))


def lane_landing(sheet: Sheet, y: float, moved: Collection[Id] = ()) -> HeadLanding:
    """Return where lanes dropped at *y* land."""
    lanes = sheet.lanes
    at = sum(lane.y + lane.band.height / 2 < y for lane in lanes)
    edge = lanes[at].y if at < len(lanes) else sheet.height
    if lanes and at == len(lanes):
        edge = lanes[-1].y + lanes[-1].band.height
    ids = [lane.id for lane in sheet.journey.ordered_lanes]
    index = _staying(ids, _place(ids, [lane.lane for lane in lanes], at), moved)
    return HeadLanding("", index, ((0, edge), (sheet.width, edge)))


def _place(ids: Sequence[Id], seen: Sequence[Id], at: int) -> int:
    """Return the place among all *ids* that is ahead of the one seen at *at*, or after all seen."""
    if at < len(seen):
        return ids.index(seen[at])
    return ids.index(seen[-1]) + 1 if seen else len(ids)


def _staying(ids: Sequence[Id], at: int, moved: Collection[Id]) -> int:
    return at - sum(each in moved for each in ids[:at])


def _upright(sheet: Sheet, x: float) -> Line:
    return (x, sheet.head), (x, sheet.height)
