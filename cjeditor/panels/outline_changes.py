"""What an edit changes in the outline: nothing but the rows of the cells that it touched."""

from collections.abc import Iterator, Sequence

from cjeditor.core.ids import Id
from cjeditor.model.map import Map


def same_heads(before: Map, after: Map) -> bool:
    """Tell whether both maps have the same stages, steps and lanes in the same order."""
    if before.ordered_lanes is after.ordered_lanes and before.steps_of is after.steps_of:
        return True
    return _heads(before) == _heads(after)


def renamed_heads(before: Map, after: Map) -> Iterator[Id]:
    """Yield the stages, steps and lanes that are no longer the same records."""
    for name in ("stages", "steps", "lanes"):
        old, new = before.table(name), after.table(name)
        if old is not new:
            yield from (each for each, record in new.items() if old.get(each) is not record)


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


def replaced(old: Sequence[Id], new: Sequence[Id]) -> tuple[int, int, int]:
    """Return where the two begin to differ, and how many go and come there."""
    first = 0
    least = min(len(old), len(new))
    while first < least and old[first] == new[first]:
        first += 1
    same = 0
    while same < least - first and old[-1 - same] == new[-1 - same]:
        same += 1
    return first, len(old) - first - same, len(new) - first - same


def _heads(journey: Map) -> tuple[list[tuple[Id, list[Id]]], list[Id]]:
    stages = [(stage, [step.id for step in steps]) for stage, steps in journey.steps_of.items()]
    return stages, [lane.id for lane in journey.ordered_lanes]
