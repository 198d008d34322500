"""The `Map` sheet: stages across, lanes down, as on the poster."""

from typing import Final

from cjeditor.core.colours import readable
from cjeditor.core.words import Words, mark
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.book import Book
from cjeditor.exchange.xlsx.curves import Curve
from cjeditor.exchange.xlsx.map_cards import write_cards
from cjeditor.exchange.xlsx.map_feelings import write_feelings
from cjeditor.exchange.xlsx.map_gauges import write_gauges
from cjeditor.exchange.xlsx.map_grid import (
    INSET,
    TITLES,
    TOP_RULE,
    Grid,
    column_characters,
    pages_wide,
)
from cjeditor.exchange.xlsx.measure import MAX_HEIGHT, fitted, points, text_height
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.text import MAX_UNITS, clean, one_line
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import CARD_KINDS, kind_of_lane, title_of
from cjeditor.layout.people import sources
from cjeditor.model.map import Map

_ZOOM: Final = 80
_TITLE, _SUBTITLE, _STAGE, _STEP = 22, 11, 13, 11  # type sizes in points
_READABLE: Final = 900.0  # the subtitle's width in points that a screen shows at once


def write_map(
    book: Book, journey: Map, curves: tuple[Curve, ...], words: Words, names: Names, footer: str
) -> None:
    """Add the sheet; it is for reading and printing, the tables are for working."""
    steps = max(1, len(journey.steps))
    characters = column_characters(steps)
    page = book.page("Map")
    grid = Grid(page, journey, words, names, curves, steps, characters)
    page.width(0, TITLES)
    page.width(1, characters, columns=steps)
    head = _write_head(grid)
    row = head
    for number, lane in enumerate(journey.ordered_lanes):
        row = _write_lane(grid, lane, row, LIGHT.band if number % 2 else LIGHT.sheet)
    _write_legend(grid, row)
    page.sheet.freeze_panes(head, 1)
    page.sheet.set_zoom(_ZOOM)
    page.sheet.hide_gridlines(2)
    page.print_on_a3(footer, head, pages_wide(steps, characters))
    page.sheet.repeat_columns(0, 0)


def _write_lane(grid: Grid, lane: Lane, row: int, ground: str) -> int:
    kind = kind_of_lane(lane)
    if kind.shows_emotions:
        return write_feelings(grid, lane, row, ground)
    if kind.shows_gauges:
        return write_gauges(grid, lane, row, ground)
    if kind.is_line and not grid.journey.cells.get(lane.id):
        return _write_rule(grid, lane, row)
    return write_cards(grid, lane, row, ground)


def _write_rule(grid: Grid, lane: Lane, row: int) -> int:
    """Write a lane that takes no cards: a dashed line with its name."""
    line = {"bottom": 8, "bottom_color": LIGHT.quiet}
    style = grid.style(italic=True, font_size=10, font_color=LIGHT.quiet, **INSET, **line)
    title = title_of(lane, grid.words)
    grid.page.put(row, 0, title, style)
    grid.fill(row, grid.style(**line))
    height = text_height(title, 10, points(TITLES) - 9) + 5
    grid.page.heights({row: min(MAX_HEIGHT, max(20.0, height))})
    return row + 1


def _write_head(grid: Grid) -> int:
    """Write title, subtitle, stages and steps; return the row after them."""
    scope = grid.journey.scope
    width = min(points(TITLES) + grid.room(grid.steps), _READABLE)
    title = grid.style(bold=True, font_size=_TITLE, valign="vcenter")
    shown, height = fitted(clean(scope.title)[0], _TITLE, width, bold=True, most=2)
    grid.page.merge(0, 0, 0, grid.steps, shown, title)
    grid.page.heights({0: max(36.0, height + 6) if shown.strip() else 8.0})
    subtitle, height = fitted(clean(_subtitle(grid))[0], _SUBTITLE, width, most=3)
    quiet = grid.style(font_size=_SUBTITLE, font_color=LIGHT.quiet)
    grid.page.merge(1, 0, 1, grid.steps, subtitle, quiet)
    grid.page.heights({1: min(MAX_HEIGHT, max(22.0, height + 8))})
    _write_stages(grid, 2)
    if any(step.title for step in grid.journey.steps.values()):
        _write_steps(grid, 3)
        return 4
    return 3


def _subtitle(grid: Grid) -> str:
    """Return what the map is about: state, scenario, sources and people; below, the wishes."""
    scope, words = grid.journey.scope, grid.words
    facts = sources(tuple(grid.journey.evidence.values()), words)
    people = ", ".join(grid.names.personas.values())
    about = (words(STATES[scope.state]), one_line(scope.scenario, MAX_UNITS), facts, people)
    wishes = (
        (mark("Customer goal"), one_line(scope.goal, MAX_UNITS)),
        (mark("Expectations"), one_line(scope.expectations, MAX_UNITS)),
    )
    said = (f"{words(name)}: {text}" for name, text in wishes if text)
    return "\n".join(filter(None, (" · ".join(filter(None, about)), " · ".join(said))))


def _write_stages(grid: Grid, row: int) -> None:
    """Write each stage over its steps, white on a ground dark enough for it."""
    grid.page.put(row, 0, None, grid.style())
    column, height = 1, 30.0
    for number, stage in enumerate(grid.journey.ordered_stages):
        steps = len(grid.journey.steps_of[stage.id])
        colour = readable(stage.colour or LIGHT.stages[number % len(LIGHT.stages)], "#ffffff")
        style = grid.style(
            bold=True, font_size=_STAGE, font_color="#ffffff", bg_color=colour,
            left=5, left_color="#ffffff", **INSET,
        )  # fmt: skip
        room = grid.room(steps) - 12
        text, needed = fitted(clean(stage.title)[0], _STAGE, room, bold=True, most=3)
        grid.page.merge(row, column, row, column + steps - 1, text, style)
        height = max(height, needed + 10)
        column += steps
    grid.page.heights({row: min(MAX_HEIGHT, height)})


def _write_steps(grid: Grid, row: int) -> None:
    style = grid.style(
        bold=True, font_size=_STEP, align="center", valign="vcenter",
        bottom=1, bottom_color=LIGHT.quiet,
    )  # fmt: skip
    grid.page.put(row, 0, None, style)
    height, room = 24.0, grid.room()
    for column, step in enumerate(grid.journey.ordered_steps, 1):
        star = "★ " if step.moment_of_truth else ""
        text, needed = fitted(star + clean(step.title)[0], _STEP, room, bold=True, most=4)
        grid.page.put(row, column, text, style)
        height = max(height, needed + 8)
    grid.page.heights({row: min(MAX_HEIGHT, height)})


def _write_legend(grid: Grid, row: int) -> None:
    """Write below the lanes which colour stands for which kind of card."""
    used = {card.kind for card in grid.journey.cards.values()}
    kinds = [kind for kind in CARD_KINDS if kind.name in used]
    grid.page.put(row, 0, None, grid.style(**TOP_RULE))
    grid.fill(row, grid.style(**TOP_RULE))
    grid.page.heights({row: 12.0})
    for number, kind in enumerate(kinds):
        down, across = divmod(number, grid.steps)
        style = grid.style(
            font_size=10, bg_color=kind.tint, left=5, left_color=kind.full,
            bottom=5, bottom_color="#ffffff", **INSET,
        )  # fmt: skip
        grid.page.put(row + 1 + down, across + 1, grid.words(kind.label), style)
        grid.page.heights({row + 1 + down: 20.0})
