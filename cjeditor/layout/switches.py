"""What opens a collapsed or hidden place when it is clicked, and the sign of a lock."""

from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Drawing,
    Line,
    Rect,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.fields import Lock
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import short_line
from cjeditor.layout.grid import GAP, Gap

PART: Final = "switch"
HIDDEN_ROW: Final = 28.0
"""Height of the place where lanes are hidden."""

LOCK: Final = 12.0
_SIZE: Final = 26.0
_SYMBOL: Final = 15.0
_FONT: Final = Font(10.5, bold=True)
_HIDDEN: Final = mark("{n} hidden")


def gap_switch(gap: Gap, y: float, height: float, look: Look) -> Block:
    """Return the sign in the heads that stages are hidden here, with their number."""
    theme = look.theme
    width = _SIZE
    line = short_line(str(len(gap.stages)), _FONT, width)
    high = min(height, 40.0)
    box = Box(Rect(0.5, 0.5, width - 1, high - 1), theme.sheet, Stroke(theme.rule, 1), 5)
    baseline = 19 + ascent(_FONT)
    shapes = (
        box,
        Symbol("eye-off", (width - _SYMBOL) / 2, 4, _SYMBOL, theme.quiet),
        TextLine((width - line.width) / 2, baseline, line, theme.ink),
    )
    x = gap.x + (GAP - width) / 2 + 4
    return Block(gap.stages[0], PART, x, y, Drawing(width, high, shapes))


def row_switch(lanes: tuple[Id, ...], y: float, left: float, room: float, look: Look) -> Block:
    """Return the sign between lane titles that lanes are hidden here.

    Args:
        y: Where their row begins.
        left: Of the sign, *room* points are left for it.
    """
    theme = look.theme
    text = look.words(_HIDDEN).format(n=len(lanes))
    line = short_line(text, _FONT, room - 29)
    width, height = line.width + 29, 24.0
    box = Box(Rect(0.5, 0.5, width - 1, height - 1), theme.sheet, Stroke(theme.rule, 1), 5)
    baseline = (height - _FONT.line_height) / 2 + ascent(_FONT)
    shapes = (
        box,
        Symbol("eye-off", 5, (height - _SYMBOL) / 2, _SYMBOL, theme.quiet),
        TextLine(23, baseline, line, theme.ink),
    )
    top = y + (HIDDEN_ROW - height) / 2
    return Block(lanes[0], PART, left, top, Drawing(width, height, shapes))


def lane_switch(lane: Id, left: float, height: float, look: Look) -> Block:
    """Return the sign that opens a collapsed lane, in the lane's own coordinates."""
    symbol = Symbol("chevron-right", 5, 5, 16, look.theme.quiet)
    top = (height - _SIZE) / 2
    return Block(lane, PART, left, top, Drawing(_SIZE, _SIZE, (symbol,)))


def stage_switch(stage: Id, x: float, y: float, width: float, height: float, look: Look) -> Block:
    """Return the sign that opens a collapsed stage, centred in its place among the steps."""
    wide, high = min(width - 4, 34.0), min(height - 2, _SIZE)
    symbol = Symbol("arrows-horizontal", (wide - 16) / 2, (high - 16) / 2, 16, look.theme.quiet)
    left, top = x + (width - wide) / 2 - 2, y + (height - high) / 2
    return Block(stage, PART, left, top, Drawing(wide, high, (symbol,)))


def gap_lines(x: float, height: float, look: Look) -> tuple[Shape, ...]:
    """Return the double line at which something is left out."""
    stroke = Stroke(look.theme.rule, 1)
    middle = x + GAP / 2 + 4
    return tuple(Line(middle + way, 0, middle + way, height, stroke) for way in (-2, 2))


def lock_sign(lock: Lock, x: float, y: float, colour: str) -> tuple[Shape, ...]:
    """Return a padlock, with a plus where cards may be added; nothing without a lock."""
    match lock:
        case "none":
            return ()
        case "all":
            return (Symbol("lock", x, y, LOCK, colour),)
        case "add only":
            plus = Symbol("plus", x + LOCK, y + 2, LOCK - 4, colour)
            return (Symbol("lock", x, y, LOCK, colour), plus)
