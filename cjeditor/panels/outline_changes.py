"""What an edit changes in the outline: nothing but the rows that it touched."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cjeditor.core.ids import Id
from cjeditor.model.map import Map
from cjeditor.model.table import differing


def touched(before: Map, after: Map) -> Iterator[Id | None]:
    """Yield the rows below which something may have come, gone or moved; None is the top.

    What holds others comes before what it holds, and "" is the head of the lanes.
    """
    if before.stages is not after.stages or before.steps is not after.steps:
        yield None
        yield from (stage.id for stage in after.ordered_stages)
    if _lanes(before) == _lanes(after):
        yield from touched_steps(before, after) & after.steps.keys()
    else:  # cards stand below their step in the order of the lanes
        yield ""
        yield from after.steps


def renamed(before: Map, after: Map) -> Iterator[Id]:
    """Yield what may be called otherwise: what changed, and what tells its name beside its own."""
    for name in ("stages", "steps", "lanes", "cards", "emotions"):
        yield from differing(before.table(name), after.table(name))
    for lane in differing(before.lanes, after.lanes):
        for cards in after.cells.get(lane, {}).values():
            yield from (card.id for card in cards)
    if before.personas is not after.personas:
        yield from after.emotions


def touched_steps(before: Map, after: Map) -> set[Id]:
    """Return the steps at which cells or feelings have changed.

    Cells that have not are the same objects, and so are feelings.
    """
    found = _felt_otherwise(before, after)
    if before.cells is after.cells:
        return found
    for lane in before.cells.keys() | after.cells.keys():
        old, new = before.cells.get(lane, {}), after.cells.get(lane, {})
        steps = old.keys() | new.keys() if old is not new else ()
        found.update(step for step in steps if old.get(step) is not new.get(step))
    return found


def _felt_otherwise(before: Map, after: Map) -> set[Id]:
    if before.emotions is after.emotions:
        return set()
    old, new = before.emotions_at, after.emotions_at
    return {step for step in old.keys() | new.keys() if old.get(step) != new.get(step)}


def _lanes(journey: Map) -> list[Id]:
    return [lane.id for lane in journey.ordered_lanes]


def staying(old: Sequence[Id], new: Sequence[Id]) -> set[Id]:
    """Return as many of both as can stay where they are while the rest moves around them.

    They are a longest ascending sequence (C. Schensted, Longest increasing and decreasing
    subsequences, Canadian Journal of Mathematics 13, 1961).
    """
    place = {element: number for number, element in enumerate(new)}
    known = [each for each in old if each in place]
    lowest: list[int] = []  # the lowest end of an ascending sequence of each length, less one
    ends: list[Id] = []
    before: dict[Id, Id | None] = {}
    for each in known:
        length = bisect_left(lowest, place[each])
        lowest[length : length + 1] = [place[each]]
        ends[length : length + 1] = [each]
        before[each] = ends[length - 1] if length else None
    found: set[Id] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found
