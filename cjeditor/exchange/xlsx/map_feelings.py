"""The emotion lane on the `Map` sheet: the curves, and their values and words in cells."""

from typing import Any, Final

from cjeditor.core.colours import mix, readable
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.curves import Curve
from cjeditor.exchange.xlsx.emotions_sheet import curves_chart
from cjeditor.exchange.xlsx.fields import FEELING
from cjeditor.exchange.xlsx.map_grid import INSET, TITLES, TOP_RULE, Grid
from cjeditor.exchange.xlsx.measure import MAX_HEIGHT, fitted, points, text_height
from cjeditor.exchange.xlsx.page import succeeded
from cjeditor.exchange.xlsx.text import clean
from cjeditor.kinds.feeling import HIGHEST, LOWEST
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import title_of

_LEVELS: Final = ((LIGHT.good, 0.16), (LIGHT.good, 0.06), (LIGHT.bad, 0.06), (LIGHT.bad, 0.16))
"""Washes from very positive down to very negative: a colour and its share over white."""

_LEVEL_HEIGHT: Final = 33.0
_VALUE_HEIGHT: Final = 19.0
_WORDS: Final = 10  # type size of what was said
_LINES: Final = 8  # of it; the table of feelings has all


def write_feelings(grid: Grid, lane: Lane, row: int, ground: str) -> int:
    """Write an emotion lane from *row* on and return the row after it."""
    _write_levels(grid, row)
    levels = dict.fromkeys(range(row, row + len(_LEVELS)), _LEVEL_HEIGHT)
    grid.lane_title(levels, title_of(lane, grid.words), ground)
    grid.page.heights(levels)
    if grid.curves:
        _insert_chart(grid, row)
    row += len(_LEVELS)
    for curve in grid.curves:
        row = _write_curve(grid, curve, row, ground)
    return row


def _write_levels(grid: Grid, row: int) -> None:
    for number, (colour, share) in enumerate(_LEVELS):
        line = {"top": 1 if number in (0, 2) else 4}
        line_colour = LIGHT.even if number == 2 else LIGHT.rule  # zero is between the middle two
        style = grid.empty(mix(colour, LIGHT.sheet, share), **line, top_color=line_colour)
        grid.fill(row + number, style)


def _insert_chart(grid: Grid, row: int) -> None:
    """Lay the curves over the levels, each point over the middle of its step's column."""
    chart = curves_chart(grid.page.book, grid.curves, len(grid.journey.steps))
    clear = {"border": {"none": True}, "fill": {"none": True}}
    chart.set_chartarea(clear)
    chart.set_plotarea(clear | {"layout": {"x": 0.0, "y": 0.0, "width": 1.0, "height": 1.0}})
    chart.set_title({"none": True})
    chart.set_legend({"none": True})
    chart.set_x_axis({"visible": False, "position_axis": "between"})
    room = 0.3  # so that a marker at the end of the scale is not cut
    chart.set_y_axis(
        {
            "visible": False,
            "min": LOWEST - room,
            "max": HIGHEST + room,
            "major_gridlines": {"visible": False},
        }
    )
    pixels = round(grid.characters * 7 + 5) * grid.steps
    height = round(len(_LEVELS) * _LEVEL_HEIGHT / 0.75)
    chart.set_size({"width": pixels, "height": height})
    place = {"object_position": 1, "description": grid.words("Emotions")}
    succeeded(grid.page.sheet.insert_chart(row, 1, chart, place))


def _write_curve(grid: Grid, curve: Curve, row: int, ground: str) -> int:
    """Write a curve's values, and below them what was said, where anything was."""
    steps = [step.id for step in grid.journey.ordered_steps]
    for column, step in enumerate(steps, 1):
        value = curve.value(step)
        style = grid.empty(ground, **TOP_RULE)
        if value is not None:
            style = grid.empty(**_value_look(value))
        grid.page.put(row, column, value, style)
    heights = {row: _VALUE_HEIGHT}
    room = grid.room() - 9
    said = [fitted(clean(curve.words(step))[0], _WORDS, room, most=_LINES) for step in steps]
    if any(text for text, _ in said):
        heights[row + 1] = max(height for _, height in said) + 6
        look = {"italic": True, "font_size": _WORDS, "font_color": LIGHT.quiet}
        style = grid.empty(ground, **look, **INSET)
        for column, (text, _) in enumerate(said, 1):
            grid.page.put(row + 1, column, text, style)
    last = max(heights)
    heights[last] += _write_name(grid, curve, row, last, ground, sum(heights.values()))
    grid.page.heights({key: min(MAX_HEIGHT, height) for key, height in heights.items()})
    return last + 1


def _write_name(grid: Grid, curve: Curve, row: int, last: int, ground: str, height: float) -> float:
    """Write the curve's name in its ink and return what the rows' *height* lacks for it."""
    ink = readable(curve.stroke.colour, ground)
    look = {"bold": True, "font_color": ink, "bg_color": ground}
    style = grid.style(**look, **INSET, **TOP_RULE, right=1, right_color=LIGHT.rule)
    grid.page.merge(row, 0, last, 0, curve.name, style)
    return max(0.0, text_height(curve.name, 11, points(TITLES) - 9, bold=True) + 5 - height)


def _value_look(value: float) -> dict[str, Any]:
    colour = LIGHT.even if value == 0 else LIGHT.good if value > 0 else LIGHT.bad
    ground = mix(colour, LIGHT.sheet, 0.08 + 0.22 * abs(value) / HIGHEST)
    return {
        "ground": ground,
        "font_color": readable(colour, ground),
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "num_format": FEELING,
        **TOP_RULE,
    }
