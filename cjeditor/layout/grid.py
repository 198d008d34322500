"""The columns of a sheet: where each step stands, and what is folded between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.display.text import Font, widest_word, wrap
from cjeditor.kinds.lane import Column
from cjeditor.kinds.look import USUAL_COLUMN, Look
from cjeditor.layout.folds import Folds, folds_of, stage_runs
from cjeditor.layout.head_sizes import LOOKED_AT
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

NARROW: Final = 60.0
WIDEST_NARROW: Final = 120.0
"""Width of a collapsed stage at least and at most: its longest word says what it needs."""

NARROW_FONT: Final = Font(10, bold=True)
NARROW_LINES: Final = 3
"""Of its title, with as many lines as it may have."""

NARROW_MARGINS: Final = 18.0
"""Of its width, what the ends of its chevron need."""

_WIDER: Final = 8.0
"""Points that a collapsed stage gets more at a time, until its title is whole."""

GAP: Final = 40.0
"""Width of the place where stages are hidden, with room for a chevron's point."""


class Gap(NamedTuple):
    """Hidden stages, side by side.

    Attributes:
        x: Where they would begin.
    """

    x: float
    stages: tuple[Id, ...]


@dataclass(frozen=True, eq=False)
class Grid:
    """The columns from left to right.

    Attributes:
        columns: Of the open steps, and one for each collapsed stage, named by its first step.
        narrow: Those of collapsed stages.
        gaps: Where stages are hidden.
        right: Where the last column ends.
    """

    columns: tuple[Column, ...]
    narrow: tuple[Column, ...]
    gaps: tuple[Gap, ...]
    right: float
    folds: Folds

    @cached_property
    def open(self) -> tuple[Column, ...]:
        """The columns of steps that are seen."""
        if not self.narrow:
            return self.columns
        return tuple(each for each in self.columns if each.step not in self.folds.shut)

    @cached_property
    def column_of(self) -> Mapping[Id, Column]:
        """The columns by their steps' ids; the steps of a collapsed stage have one in common."""
        found = {column.step: column for column in self.columns}
        journey = self.folds.journey
        for column in self.narrow:
            steps = journey.steps_of[journey.steps[column.step].stage]
            found.update((step.id, column) for step in steps)
        return found


def lay_out_grid(journey: Map, look: Look, left: float, before: Grid | None) -> Grid:
    """Return the columns of *journey* from *left*; *before* itself if they are the same.

    Args:
        before: Of the map before an edit, with the same look.
    """
    columns: list[Column] = []
    narrow: list[Column] = []
    gaps: list[Gap] = []
    x = left
    for hidden, stages in stage_runs(journey):
        if hidden and look.on_screen:
            gaps.append(Gap(x, tuple(stage.id for stage in stages)))
            x += GAP
        elif not hidden:
            found = _columns(journey, stages[0], look, x)
            columns += found
            if is_collapsed(stages[0], look):
                narrow += found
            x = found[-1].x + found[-1].width
    folds = folds_of(journey, folded=look.on_screen)
    made = Grid(tuple(columns), tuple(narrow), tuple(gaps), x, folds)
    return before if before is not None and _is_same(before, made) else made


def is_collapsed(stage: Stage, look: Look) -> bool:
    """Tell whether *stage* is drawn as one narrow column."""
    return look.on_screen and stage.shown == "collapsed"


def _narrow_width(stage: Stage, steps: Sequence[Step], look: Look) -> float:
    """Return the least width that shows the whole title, if that is not too much."""
    title = stage.title[:LOOKED_AT]
    least = ceil(widest_word(title, NARROW_FONT) + NARROW_MARGINS)
    most = max(NARROW, min(WIDEST_NARROW, sum(column_width(step, look) for step in steps)))
    width = max(NARROW, least)
    while width < most and _is_cut(title, width - NARROW_MARGINS):
        width += _WIDER
    return min(width, most)


def _is_cut(title: str, room: float) -> bool:
    return len(wrap(title, NARROW_FONT, room)) > NARROW_LINES


def column_width(step: Step, look: Look) -> float:
    """Return the width of a step's column: its own, in proportion to the usual one."""
    return look.column * share_of_usual(step)


def share_of_usual(step: Step) -> float:
    """Return how wide a step's column is compared to the usual one."""
    return 1.0 if step.width is None else step.width / USUAL_COLUMN


def _columns(journey: Map, stage: Stage, look: Look, x: float) -> list[Column]:
    steps = journey.steps_of[stage.id]
    if is_collapsed(stage, look):
        return [Column(steps[0].id, x, _narrow_width(stage, steps, look))]
    found: list[Column] = []
    for step in steps:
        found.append(Column(step.id, x, column_width(step, look)))
        x += found[-1].width
    return found


def _is_same(before: Grid, made: Grid) -> bool:
    """Tell whether the steps are the same, in the same places, and the same are shut."""
    return (
        [step.id for step in before.folds.steps] == [step.id for step in made.folds.steps]
        and before.folds.shut == made.folds.shut
        and before.columns == made.columns
        and before.gaps == made.gaps
        and (not made.narrow or _stages(before) == _stages(made))
    )


def _stages(grid: Grid) -> list[Id]:
    """Return the stage of each step."""
    return [step.stage for step in grid.folds.steps]
