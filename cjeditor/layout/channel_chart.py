"""Touchpoints by channel over the steps, with the changes of the channel between them.

Above the channels stand the stages, the steps of the sales funnel that they belong to, and
how much there is at each.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Curve,
    CurveTo,
    Drawing,
    Line,
    MoveTo,
    Rect,
    Shape,
    Stroke,
    Symbol,
)
from cjeditor.display.text import Font
from cjeditor.kinds.fields import CHANNELS, Channel
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.layout.chart import Chart, Place
from cjeditor.layout.chips import GAP, Chips, chip_block
from cjeditor.model.channels import Switch, switches, touchpoints_at, used_channels
from cjeditor.model.funnel import FunnelStage, funnel
from cjeditor.model.map import Map
from cjeditor.model.naming import stage_name, step_head

NO_CHANNEL: Final = mark("No channel yet")
STARTS_AGAIN: Final = mark("starts again")

NARROWEST: Final = 118.0
"""Points of a step's column, at least."""

TITLES: Final = 132.0
"""Points at the left that the names of the channels take."""

LINES: Final = 3
"""Lines of a card's text on the screen, where a tip shows the rest."""

_PAD: Final = 5.0
_HEAD: Final = Font(12, bold=True)
_STEP: Final = Font(11, bold=True)
_SMALL: Final = Font(10.5)
_GROUP: Final = Font(10.5, bold=True)
_SYMBOL: Final = 15.0
_BAD: Final = "#c53030"
_LEAST_ROW: Final = 40.0
_RESTART: Final = 16.0

Row = Channel | None
"""A channel, or no channel yet."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns of the chart.

    Attributes:
        steps: Those that are drawn, from left to right.
        x: Of each step's column.
        column: Width of each.
        look: How it is drawn.
        lines: Of a card's text, at most.
    """

    journey: Map
    steps: tuple[Id, ...]
    x: Mapping[Id, float]
    column: float
    look: Look
    lines: int

    @property
    def width(self) -> float:
        return TITLES + self.column * len(self.steps)


def channel_chart(
    journey: Map,
    width: float,
    look: Look,
    chips: Chips,
    steps: Sequence[Id] | None = None,
    lines: int = LINES,
) -> Chart:
    """Lay out the channels of *journey*; it is wider than *width* where columns get too narrow.

    Args:
        steps: Those that are drawn; all if there are none.
        lines: Of a card's text, at most.
    """
    drawn = tuple(step.id for step in journey.ordered_steps) if steps is None else tuple(steps)
    column = max(NARROWEST, (width - TITLES) / max(1, len(drawn)))
    x = {step: TITLES + number * column for number, step in enumerate(drawn)}
    grid = _Grid(journey, drawn, x, column, look, lines)
    facts = funnel(journey)
    known = (journey.ordered_stages, journey.ordered_steps, drawn, facts, column, look)
    heads, y = chips.kept("heads", known, lambda: _heads(grid, facts))
    ground, placed, places = list(heads), list[Block](), list[Place]()
    at = touchpoints_at(journey)
    by_row = _by_row(drawn, at)
    for title, rows in _groups(journey, at, look):
        make = partial(_group_title, title, grid)
        drawing = chips.kept(("group", title), (grid.width, look), make)
        ground.append(Block("", "group", 0, y, drawing))
        y += _GROUP.line_height + 8
        for row in rows:
            blocks, cards, height = _row(grid, row, by_row.get(row, {}), y, chips)
            ground += blocks
            placed += [block for found in cards.values() for block in found]
            own = {step: tuple(block.element for block in found) for step, found in cards.items()}
            places += [
                Place(Rect(x[step], y, column, height), (row, step), own.get(step, ()))
                for step in drawn
            ]
            y += height
        y += 6
    ground += _switch_blocks(switches(journey), placed, grid, chips)
    return Chart(grid.width, y, tuple(ground), tuple(placed), tuple(places), _told(heads))


def _told(heads: Sequence[Block]) -> tuple[Place, ...]:
    """Return where something is told about each stage: from its name down to its counts."""
    tops = {block.element: block.rect for block in heads if block.part == "stage"}
    return tuple(
        Place(top._replace(height=block.rect.bottom - top.y), block.element)
        for block in heads
        if block.part == "counts" and (top := tops.get(block.element)) is not None
    )


def _groups(
    journey: Map, at: Mapping[Id, Sequence[Touchpoint]], look: Look
) -> Iterator[tuple[str, tuple[Row, ...]]]:
    digital, physical = used_channels(journey)
    if digital:
        yield look.words(mark("Digital")), digital
    if physical:
        yield look.words(mark("Physical")), physical
    if any(not card.channels for cards in at.values() for card in cards):
        yield look.words(mark("Open")), (None,)


# --- what stands above


def _by_row(
    steps: Sequence[Id], at: Mapping[Id, Sequence[Touchpoint]]
) -> Mapping[Row, Mapping[Id, Sequence[Touchpoint]]]:
    """Return the touchpoints of each row by their step, where there are any."""
    found: dict[Row, dict[Id, list[Touchpoint]]] = {}
    for step in steps:
        for card in at.get(step, ()):
            for row in dict.fromkeys(card.channels) if card.channels else (None,):
                found.setdefault(row, {}).setdefault(step, []).append(card)
    return found


def _heads(grid: _Grid, counted: Sequence[FunnelStage]) -> tuple[list[Block], float]:
    """Return stages, funnel, counts and steps, and how far down they reach."""
    blocks: list[Block] = []
    facts = {each.stage: each for each in counted}
    stages = [
        (stage, list(steps))
        for stage, steps in groupby(grid.steps, lambda step: grid.journey.steps[step].stage)
    ]
    y = _stage_heads(grid, stages, blocks)
    if any(facts[stage].funnel for stage, _ in stages):
        y = _funnel_heads(grid, stages, facts, y, blocks)
    y = _counts(grid, stages, facts, y, blocks)
    return blocks, _step_heads(grid, y, blocks) + 4


def _stage_heads(grid: _Grid, stages: Sequence[tuple[Id, list[Id]]], blocks: list[Block]) -> float:
    order = [stage.id for stage in grid.journey.ordered_stages]
    hues = grid.look.theme.stages
    names = {
        stage: set_paragraph(
            stage_name(grid.journey, stage, grid.look.words),
            _HEAD, grid.column * len(steps) - 20, "#ffffff", x=8, y=5, max_lines=3,
        )
        for stage, steps in stages
    }  # fmt: skip
    height = max(text.height for text in names.values()) + 10 if names else 0.0
    for stage, steps in stages:
        record = grid.journey.stages[stage]
        colour = record.colour or hues[order.index(stage) % len(hues)]
        width = grid.column * len(steps) - 4
        box = Box(Rect(0, 0, width, height), colour, radius=4)
        drawing = Drawing(width, height, (box, *names[stage].lines))
        blocks.append(Block(stage, "stage", grid.x[steps[0]] + 2, 0, drawing))
    return height + 4


def _funnel_heads(
    grid: _Grid,
    stages: Sequence[tuple[Id, list[Id]]],
    facts: Mapping[Id, FunnelStage],
    y: float,
    blocks: list[Block],
) -> float:
    """Draw a band for each run of stages of the same step of the funnel."""
    theme = grid.look.theme
    blocks.append(_title(grid, grid.look.words(mark("Sales funnel")), y, 24))
    for name, run in groupby(stages, lambda each: facts[each[0]].funnel):
        steps = [step for _, own in run for step in own]
        width = grid.column * len(steps) - 4
        shown = name or "–"
        text = set_paragraph(
            shown, _SMALL, width - 12, theme.ink, x=6, y=4, max_lines=1, align="centre"
        )
        box = Box(Rect(0.5, 0.5, width - 1, 21), theme.band, Stroke(theme.rule, 1), radius=10)
        drawing = Drawing(width, 22, (box, *text.lines))
        blocks.append(Block("", "funnel", grid.x[steps[0]] + 2, y, drawing))
    return y + 26


def counted(fact: FunnelStage, words: Words) -> list[str]:
    """Return what there is at a stage: "2 touchpoints", "1 pain point", "0 metrics"."""
    return [
        words.count("{n} touchpoint", "{n} touchpoints", fact.touchpoints),
        words.count("{n} pain point", "{n} pain points", fact.pains),
        words.count("{n} metric", "{n} metrics", fact.metrics),
    ]


def _counts(
    grid: _Grid,
    stages: Sequence[tuple[Id, list[Id]]],
    facts: Mapping[Id, FunnelStage],
    y: float,
    blocks: list[Block],
) -> float:
    words, deepest = grid.look.words, 0.0
    for stage, steps in stages:
        said = counted(facts[stage], words)
        width = grid.column * len(steps) - 8
        text = set_paragraph(" · ".join(said), _SMALL, width, grid.look.theme.quiet, max_lines=3)
        drawing = Drawing(width, text.height, text.lines)
        blocks.append(Block(stage, "counts", grid.x[steps[0]] + 6, y, drawing))
        deepest = max(deepest, text.height)
    return y + deepest + 8


def _step_heads(grid: _Grid, y: float, blocks: list[Block]) -> float:
    deepest = 0.0
    for step in grid.steps:
        name = step_head(grid.journey, step, grid.look.words)
        text = set_paragraph(
            name, _STEP, grid.column - 8, grid.look.theme.ink, align="centre", max_lines=3
        )
        drawing = Drawing(grid.column - 8, text.height, text.lines)
        blocks.append(Block(step, "step", grid.x[step] + 4, y, drawing))
        deepest = max(deepest, text.height)
    return y + deepest


def _title(grid: _Grid, text: str, y: float, height: float) -> Block:
    said = set_paragraph(text, _SMALL, TITLES - 12, grid.look.theme.quiet, y=4, max_lines=2)
    return Block("", "title", 0, y, Drawing(TITLES - 12, height, said.lines))


# --- channels


def _group_title(text: str, grid: _Grid) -> Drawing:
    theme = grid.look.theme
    said = set_paragraph(text.upper(), _GROUP, grid.width, theme.quiet, y=2, max_lines=1)
    height = _GROUP.line_height + 6
    rule = Line(0, height, grid.width, height, Stroke(theme.rule, 1))
    return Drawing(grid.width, height, (*said.lines, rule))


def _row(
    grid: _Grid, row: Row, own: Mapping[Id, Sequence[Touchpoint]], y: float, chips: Chips
) -> tuple[list[Block], dict[Id, list[Block]], float]:
    """Return what lies below a channel's cards, its cards by steps, and how high it is."""
    look = grid.look
    cards: dict[Id, list[Block]] = {}
    ground: list[Block] = []
    deepest = _LEAST_ROW
    for step, here in own.items():
        top = y + _PAD
        for card in here:
            first = card.channels[0] if card.channels else None
            width = grid.column - 2 * _PAD  # the caption names the channel, as the row does
            chip = chips.of(card, width, look, grid.lines, caption=False)
            block = chip_block(card, grid.x[step] + _PAD, top, chip)
            if row == first:
                cards.setdefault(step, []).append(block)
            else:
                again = partial(_again, block, look)
                ground.append(chips.kept(("again", card.id, row), (block, look), again))
            top += chip.height + GAP
            if card.restarts and row == first:
                at = grid.x[step] + _PAD, top - GAP
                restart = partial(_restart, card, *at, look)
                ground.append(chips.kept(("restart", card.id), (at, look), restart))
                top += _RESTART
        deepest = max(deepest, top - y + _PAD - GAP)
    known = (deepest, tuple(grid.x.values()), look)
    rules, title = chips.kept(("row", row), known, lambda: _behind_row(grid, row, deepest))
    ground.insert(0, Block("", "rules", 0, y, rules))
    ground.insert(0, Block(row or "", "channel", 0, y, title))
    return ground, cards, deepest


def _behind_row(grid: _Grid, row: Row, height: float) -> tuple[Drawing, Drawing]:
    """Return the lines between the cells of a row, and its title."""
    theme = grid.look.theme
    rules: list[Shape] = [Line(0, height, grid.width, height, Stroke(theme.grid, 1))]
    rules += [Line(x, 0, x, height, Stroke(theme.grid, 1, (3, 4))) for x in grid.x.values()]
    return Drawing(grid.width, height, tuple(rules)), _channel_title(row, height, grid.look)


def _channel_title(row: Row, height: float, look: Look) -> Drawing:
    facts = None if row is None else CHANNELS[row]
    name = look.words(NO_CHANNEL if facts is None else facts.label)
    symbol = "help" if facts is None else facts.symbol
    said = set_paragraph(name, _STEP, TITLES - 34, look.theme.ink, x=24, y=9, max_lines=2)
    return Drawing(TITLES, height, (Symbol(symbol, 2, 10, _SYMBOL, look.theme.quiet), *said.lines))


def _restart(card: Touchpoint, x: float, y: float, look: Look) -> Block:
    """Return what says below a touchpoint that the customer has to start again there."""
    colour = look.theme.strong(_BAD)
    said = set_paragraph(
        look.words(STARTS_AGAIN), _SMALL, NARROWEST - 2 * _PAD - 16, colour, x=16, max_lines=1
    )
    shapes: tuple[Shape, ...] = (Symbol("refresh", 2, 2, 12, colour), *said.lines)
    return Block(card.id, "restart", x, y, Drawing(NARROWEST - 2 * _PAD, _RESTART, shapes))


def _again(block: Block, look: Look) -> Block:
    """Return the place of a touchpoint on a further channel: its outline and its words."""
    rect = Rect(0.5, 0.5, block.drawing.width - 1, block.drawing.height - 1)
    edge = Box(rect, look.theme.sheet, Stroke(look.theme.quiet, 1, (4, 3)), radius=4)
    words = tuple(shape for shape in block.drawing.shapes if not isinstance(shape, Box | Curve))
    drawing = Drawing(block.drawing.width, block.drawing.height, (edge, *words))
    return Block(block.element, "again", block.x, block.y, drawing)


# --- changes of the channel


def _switch_blocks(
    found: Sequence[Switch], cards: Sequence[Block], grid: _Grid, chips: Chips
) -> Iterator[Block]:
    where = {block.element: block.rect for block in cards}
    for switch in found:
        if switch.source in where and switch.target in where:
            ends = where[switch.source], where[switch.target]
            make = partial(_switch_block, switch, *ends, grid.look)
            yield chips.kept(
                ("switch", switch.source, switch.target), (switch, ends, grid.look), make
            )


def _switch_block(switch: Switch, source: Rect, target: Rect, look: Look) -> Block:
    theme = look.theme
    x1, y1 = source.right, source.y + source.height / 2
    x2, y2 = target.x - 1, target.y + target.height / 2
    colour = theme.strong(_BAD) if switch.restarts else theme.quiet
    bend = max(24.0, (x2 - x1) / 2)
    left, top = min(x1, x2 - bend), min(y1, y2)
    right, bottom = max(x2, x1 + bend), max(y1, y2)
    middle = CurveTo(x1 + bend - left, y1 - top, x2 - bend - left, y2 - top, x2 - left, y2 - top)
    path = (MoveTo(x1 - left, y1 - top), middle)
    dash = () if switch.crosses or switch.restarts else (4.0, 4.0)
    curve = Curve(path, Stroke(colour, 2 if switch.restarts else 1.5, dash))
    drawing = Drawing(right - left, bottom - top, (curve,))
    return Block(switch.target, "switch", left, top, drawing)
