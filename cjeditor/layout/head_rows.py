"""The two rows of heads, stages above steps, with what opens folded stages."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cjeditor.display.shapes import Block
from cjeditor.layout.bands import Frame
from cjeditor.layout.grid import is_collapsed
from cjeditor.layout.heads import lay_out_stages, lay_out_steps
from cjeditor.layout.switches import gap_switch, stage_switch
from cjeditor.model.map import Map

_BARE: Final = 8.0
"""Below the stages where steps have no titles."""

_SWITCHES: Final = 30.0
"""Least height of the row of steps where a stage is collapsed."""


class Heads(NamedTuple):
    """The heads of a sheet.

    Attributes:
        switches: What opens collapsed and hidden stages.
        bottom: Where they end and the lanes begin.
    """

    stages: tuple[Block, ...]
    steps: tuple[Block, ...]
    switches: tuple[Block, ...]
    bottom: float


def lay_out_heads(journey: Map, frame: Frame, y: float) -> Heads:
    """Return the heads with their top at *y*."""
    grid, look = frame.grid, frame.look
    stages, deep = lay_out_stages(journey, grid.column_of, look, y)
    steps, low = lay_out_steps(
        journey, grid.folds.open_steps(journey), grid.column_of, frame.people, look, y + deep
    )
    low = max(low or _BARE, _SWITCHES if grid.narrow else 0)
    switches = tuple(_switches(journey, frame, y, deep, low))
    return Heads(stages, steps, switches, y + deep + low)


def _switches(journey: Map, frame: Frame, y: float, deep: float, low: float) -> Iterator[Block]:
    look, column_of = frame.look, frame.grid.column_of
    for gap in frame.grid.gaps:
        yield gap_switch(gap, y, deep, look)
    for stage in journey.ordered_stages:
        if is_collapsed(stage, look):
            column = column_of[journey.steps_of[stage.id][0].id]
            yield stage_switch(stage.id, column.x, y + deep, column.width, low, look)
