"""Metric lanes on the `Map` sheet: a cell for each metric, merged over the steps of a stage."""

from typing import Final

from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.map_grid import INSET, TOP_RULE, Grid
from cjeditor.exchange.xlsx.measure import MAX_HEIGHT, fitted
from cjeditor.exchange.xlsx.text import clean
from cjeditor.kinds.gauge import Gauge
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import title_of
from cjeditor.layout.measured import steps_of
from cjeditor.model.gauges import gauge_of

_SIZE: Final = 10
_EMPTY_HEIGHT: Final = 26.0


def write_gauges(grid: Grid, lane: Lane, row: int, ground: str) -> int:
    """Write a metric lane from *row* on and return the row after it."""
    placed = _placed(grid)
    rows = 1 + max((down for down, _, _, _ in placed), default=0)
    for number in range(rows):
        grid.fill(row + number, grid.empty(ground, **({} if number else TOP_RULE)))
    heights = dict.fromkeys(range(row, row + rows), _EMPTY_HEIGHT)
    for down, first, last, gauge in placed:
        style = grid.style(
            font_size=_SIZE, font_color=LIGHT.quiet if gauge.few else LIGHT.ink,
            bg_color=LIGHT.sheet, border=1, border_color=LIGHT.rule, **INSET,
        )  # fmt: skip
        text, height = fitted(_text(gauge), _SIZE, grid.room(last - first + 1) - 9)
        at = row + down
        grid.page.merge(at, first + 1, at, last + 1, text, style)
        heights[at] = max(heights[at], height + 9)
    grid.lane_title(heights, title_of(lane, grid.words), ground)
    grid.page.heights({key: min(MAX_HEIGHT, height) for key, height in heights.items()})
    return row + rows


def _placed(grid: Grid) -> list[tuple[int, int, int, Gauge]]:
    """Return row from the lane's top, first and last column, and what stands there."""
    journey = grid.journey
    spans = [(each, steps_of(journey, each.about)) for each in journey.ordered_metrics]
    depth = [0] * grid.steps
    found: list[tuple[int, int, int, Gauge]] = []
    for metric, steps in sorted(spans, key=lambda each: len(each[1]) < 2):
        if steps:
            first, last = journey.column_of[steps[0]], journey.column_of[steps[-1]]
            down = max(depth[first : last + 1])
            depth[first : last + 1] = [down + 1] * (last + 1 - first)
            found.append((down, first, last, gauge_of(journey, metric, grid.words)))
    return found


def _text(gauge: Gauge) -> str:
    lines = (f"{gauge.name}: {gauge.value}", gauge.sample, gauge.trend, gauge.target)
    return clean("\n".join(filter(None, lines)))[0]
