"""What a projector steps through: stages, steps or lanes, and the screens that each fills."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, assert_never

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Column
from cjeditor.kinds.registry import title_of
from cjeditor.layout.sheet import Sheet
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

Unit: TypeAlias = Literal["stage", "step", "lane"]
"""What is in the light at a time."""

Span: TypeAlias = tuple[float, float]
"""Where something begins and ends on one axis, in points."""

_NEARLY: Final = 0.01
"""Points that rounding may cost."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A part of the map that is in the light at a time.

    Attributes:
        rect: Its part of the lanes, on the sheet; heads and lane titles are beside it.
        across, down: Columns and lanes in it, which should not be cut by a screen's edge.
    """

    element: Id
    title: str
    rect: Rect
    across: tuple[Span, ...]
    down: tuple[Span, ...]


def stops(sheet: Sheet, unit: Unit) -> tuple[Stop, ...]:
    """Return all stops of *sheet*, in the order of the journey or from top to bottom."""
    match unit:
        case "stage":
            return tuple(_stage(sheet, block.element, block.rect) for block in sheet.stages)
        case "step":
            return tuple(_step(sheet, column) for column in sheet.columns)
        case "lane":
            return _lanes(sheet)
        case _:
            assert_never(unit)


def _stage(sheet: Sheet, stage: Id, head: Rect) -> Stop:
    columns = [c for c in sheet.columns if head.x <= c.x + c.width / 2 < head.right]
    across = tuple((column.x, column.x + column.width) for column in columns)
    record = sheet.journey.stages.get(stage)
    return _upright(sheet, stage, record.title if record else "", across or ((head.x, head.right),))


def _step(sheet: Sheet, column: Column) -> Stop:
    record = sheet.journey.steps.get(column.step)
    across = ((column.x, column.x + column.width),)
    return _upright(sheet, column.step, record.title if record else "", across)


def _upright(sheet: Sheet, element: Id, title: str, across: tuple[Span, ...]) -> Stop:
    left, right = across[0][0], across[-1][1]
    bottom = sheet.lanes[-1].bottom if sheet.lanes else sheet.height
    down = tuple((lane.y, lane.bottom) for lane in sheet.lanes) or ((sheet.top, bottom),)
    return Stop(
        element, title, Rect(left, sheet.top, right - left, bottom - sheet.top), across, down
    )


def _lanes(sheet: Sheet) -> tuple[Stop, ...]:
    across = tuple((column.x, column.x + column.width) for column in sheet.columns)
    across = across or ((sheet.left, sheet.width),)
    left, right = across[0][0], across[-1][1]
    return tuple(
        Stop(
            lane.lane,
            title_of(lane.record, sheet.look.words),
            Rect(left, lane.y, right - left, lane.band.height),
            across,
            ((lane.y, lane.bottom),),
        )
        for lane in sheet.lanes
    )


def screens(stop: Stop, width: float, height: float) -> tuple[Rect, ...]:
    """Return the parts of *stop* that fill a screen each, row by row.

    Args:
        width, height: Room for them, in points.
    """
    return tuple(
        Rect(left, top, right - left, bottom - top)
        for top, bottom in _runs(stop.down, height)
        for left, right in _runs(stop.across, width)
    )


def _runs(spans: Iterable[Span], room: float) -> list[Span]:
    """Put spans that follow one another together as long as they fit; cut what never fits."""
    runs: list[Span] = []
    for begin, end in spans:
        if runs and end - runs[-1][0] <= room + _NEARLY:
            runs[-1] = (runs[-1][0], end)
            continue
        count = max(1, -int(-(end - begin - _NEARLY) // room))
        part = (end - begin) / count
        runs.extend((begin + n * part, begin + (n + 1) * part) for n in range(count))
    return runs


def stop_of(found: Sequence[Stop], journey: Map, elements: Iterable[Id]) -> int | None:
    """Return the first stop that shows one of *elements* of the map, or None."""
    kin = {each for element in elements for each in _kin(journey, element)}
    return next((n for n, stop in enumerate(found) if stop.element in kin), None)


def _kin(journey: Map, element: Id) -> set[Id]:
    """Return the stages, steps and lanes that an element stands in, is, or holds."""
    match journey.find(element):
        case Card() as card:
            return {card.lane, *_with_stage(journey, card.first_step)}
        case Emotion() as emotion:
            return _with_stage(journey, emotion.step)
        case Step():
            return _with_stage(journey, element)
        case Stage():
            steps = (step.id for step in journey.steps.values() if step.stage == element)
            return {element, *steps}
        case _:
            return {element}


def _with_stage(journey: Map, step: Id) -> set[Id]:
    return {step, journey.steps[step].stage}
