"""The titles of lanes, left of their content."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Box, Drawing, Rect, Stroke, Symbol, TextLine
from cjeditor.display.text import Font, ascent, widest_word
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.look import LANE, SMALL, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import kind_of_lane, title_of
from cjeditor.layout.folded import THIN
from cjeditor.layout.head_sizes import LANES, LOOKED_AT
from cjeditor.layout.switches import LOCK, lock_sign
from cjeditor.layout.title import EDGE
from cjeditor.model.map import Map

TOP: Final = 12.0
"""Above a lane's title, and at least below it."""

_LEFT: Final = 132.0
_BROADEST: Final = 190.0
"""Usual and largest width of the column of the lanes' titles."""

_SYMBOL: Final = 18.0
_INDENT: Final = _SYMBOL + 7
_BESIDE_TITLE: Final = EDGE + _INDENT + 8
"""Of that column's width, what a title cannot use."""

_TITLE_LINES: Final = 4
_LINE_FONT: Final = Font(SMALL.size, bold=True)


def title_fonts(journey: Map, look: Look) -> tuple[Mapping[Id, Font], float]:
    """Return the fonts of the lanes' titles, and the width of the column they stand in.

    The column becomes wider before the type becomes smaller.
    """
    lanes = journey.ordered_lanes
    titles = ["" if kind_of_lane(lane).is_line else title_of(lane, look.words) for lane in lanes]
    widest = max((widest_word(title[:LOOKED_AT], LANE) for title in titles), default=0)
    left = min(max(_LEFT, ceil(widest) + _BESIDE_TITLE), _BROADEST)
    fonts = LANES.fonts(titles, [left - _BESIDE_TITLE] * len(titles))
    return {lane.id: font for lane, font in zip(lanes, fonts, strict=True)}, left


def lane_title(lane: Lane, font: Font, left: float, right: float, look: Look, y: float) -> Block:
    """Return the title of a lane whose top is at *y*.

    Args:
        left: Width of the column that the titles stand in.
        right: Of the sheet.
    """
    kind = kind_of_lane(lane)
    text = title_of(lane, look.words)
    if kind.is_line:
        return _line_title(lane, text, right, look, y)
    if look.on_screen and lane.shown == "collapsed":
        return _thin_title(lane, text, font, left, look, y)
    room, theme = left - _BESIDE_TITLE, look.theme
    shown = set_paragraph(text, font, room, theme.ink, x=_INDENT, max_lines=_TITLE_LINES)
    middle = font.line_height / 2
    symbol = Symbol(kind.symbol(lane), 0, middle - _SYMBOL / 2, _SYMBOL, theme.quiet)
    height = max(shown.height, _SYMBOL)
    lock = lock_sign(lane.lock, 2, height + 5, theme.quiet) if look.on_screen else ()
    height += 5 + LOCK if lock else 0
    drawing = Drawing(_INDENT + room, height, (symbol, *shown.lines, *lock))
    return Block(lane.id, "lane", EDGE, y + TOP, drawing)


def _thin_title(lane: Lane, text: str, font: Font, left: float, look: Look, y: float) -> Block:
    """Return the title of a collapsed lane, on one line; what opens it stands before it."""
    theme = look.theme
    room = left - _BESIDE_TITLE + 4
    line = short_line(text, font, room - (2 * LOCK if lane.lock != "none" else 0))
    height = max(font.line_height, _SYMBOL)
    baseline = (height - font.line_height) / 2 + ascent(font)
    lock = lock_sign(lane.lock, line.width + 4, (height - LOCK) / 2, theme.quiet)
    drawing = Drawing(room, height, (TextLine(0, baseline, line, theme.quiet), *lock))
    return Block(lane.id, "lane", EDGE + _INDENT, y + (THIN - height) / 2, drawing)


def _line_title(lane: Lane, text: str, right: float, look: Look, y: float) -> Block:
    """Return the title of a lane that is a line, as a chip on the line."""
    theme = look.theme
    line = short_line(text, _LINE_FONT, max(right - 4 * EDGE, 40))
    locked = look.on_screen and lane.lock != "none"
    width, height = line.width + 16 + (2 * LOCK if locked else 0), 20.0
    chip = Box(Rect(0, 0, width, height), theme.sheet, Stroke(theme.rule, 1), height / 2)
    baseline = (height - _LINE_FONT.line_height) / 2 + ascent(_LINE_FONT)
    lock = lock_sign(lane.lock, line.width + 12, 4, theme.quiet) if locked else ()
    shapes = (chip, TextLine(8, baseline, line, theme.quiet), *lock)
    return Block(lane.id, "lane", EDGE - 8, y + 5, Drawing(width, height, shapes))
