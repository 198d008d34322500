"""Draws a metric: its name, value, sample, trend, target, and its line in time."""

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    Drawing,
    Line,
    LineTo,
    MoveTo,
    Rect,
    Segment,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.gauge import Gauge, Point, Turn
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph, short_line

PADDING: Final = 9.0
_NAME: Final = Font(11.5, bold=True)
_VALUES: Final = (Font(19, bold=True), Font(15, bold=True), Font(12, bold=True))
_WORDS: Final = Font(10.5)
_NAME_LINES: Final = 6
_MOST_LINES: Final = 12
_LINE_HEIGHT: Final = 30.0
"""Of the line in time."""

_LEAST_LINE: Final = 34.0
"""Width in points below which no line in time is drawn."""

_SYMBOL: Final = 11.0
_CONTRAST: Final = 4.5


def draw_gauge(gauge: Gauge, width: float, look: Look) -> Drawing:
    """Draw *gauge* in a box *width* points wide; its words make it high."""
    theme = look.theme
    room = width - 2 * PADDING
    name = set_paragraph(
        gauge.name, _NAME, room, theme.ink, x=PADDING, y=PADDING, max_lines=_NAME_LINES
    )
    y = PADDING + name.height + 3
    shapes: list[Shape] = list(name.lines)
    ink = theme.ink if gauge.points and not gauge.few else theme.quiet
    value = _value(gauge, room, y, ink)
    shapes += value.lines
    height = max(value.height, _LINE_HEIGHT if gauge.points else 0.0)
    line = Rect(PADDING + value.width + 10, y + 3, room - value.width - 10, _LINE_HEIGHT - 6)
    if len(gauge.points) > 1 and line.width >= _LEAST_LINE:
        shapes += _line_in_time(gauge, line, look)
    y += height + 3
    for text, symbol, colour in _said(gauge, look):
        x = PADDING
        if symbol:
            middle = y + (_WORDS.line_height - _SYMBOL) / 2
            shapes.append(Symbol(symbol, PADDING, middle, _SYMBOL, colour))
            x += _SYMBOL + 4
        told = set_paragraph(
            text, _WORDS, width - PADDING - x, colour, x=x, y=y, max_lines=_MOST_LINES
        )
        shapes += told.lines
        y += told.height
    height = y + PADDING - 2
    box = Box(Rect(0.5, 0.5, width - 1, height - 1), theme.sheet, Stroke(theme.rule, 1), radius=6)
    return Drawing(width, height, (box, *shapes))


def _value(gauge: Gauge, room: float, y: float, ink: str) -> Paragraph:
    """Set the value in the largest type in which it has room on one line, else on several."""
    if not gauge.points:
        return set_paragraph(gauge.value, _WORDS, room, ink, x=PADDING, y=y, max_lines=_MOST_LINES)
    for font in _VALUES:
        if (line := short_line(gauge.value, font, 4 * room)).width <= room:
            top = y + max(0.0, (_LINE_HEIGHT - font.line_height) / 2)
            text = TextLine(PADDING, top + ascent(font), line, ink)
            return Paragraph((text,), line.width, font.line_height)
    return set_paragraph(gauge.value, font, room, ink, x=PADDING, y=y, max_lines=_MOST_LINES)


def _said(gauge: Gauge, look: Look) -> Iterator[tuple[str, str, str]]:
    """Yield what is written below the value: text, symbol or "", colour."""
    theme = look.theme
    quiet = readable(theme.quiet, theme.sheet, _CONTRAST)
    if gauge.sample:
        yield gauge.sample, "", quiet
    if gauge.trend and gauge.turn is not None:
        symbol = "minus" if gauge.turn == "same" else "arrow-up" if gauge.rises else "arrow-down"
        yield gauge.trend, symbol, _turn_colour(gauge.turn, look)
    if gauge.target:
        colours = {True: theme.good, False: theme.bad, None: theme.quiet}
        symbols = {True: "check", False: "x", None: "target"}
        colour = readable(colours[gauge.met], theme.sheet, _CONTRAST)
        yield gauge.target, symbols[gauge.met], colour


def _turn_colour(turn: Turn, look: Look) -> str:
    theme = look.theme
    colour = {"better": theme.good, "worse": theme.bad}.get(turn, theme.quiet)
    return readable(colour, theme.sheet, _CONTRAST)


def _line_in_time(gauge: Gauge, area: Rect, look: Look) -> Iterator[Shape]:
    """Yield the target, the interval, the line and a dot for each figure."""
    theme = look.theme
    place = _Place(gauge, area)
    if gauge.goal is not None:
        y = place.y(gauge.goal)
        yield Line(area.x, y, area.right, y, Stroke(theme.quiet, 0.8, (2, 2)))
    band = [point for point in gauge.points if point.low is not None and point.high is not None]
    if len(band) > 1:
        yield Curve(tuple(_outline(band, place)), fill=mix(theme.inks[0], theme.sheet, 0.2))
    ink = theme.quiet if gauge.few else theme.ink
    spots = [(place.x(point), place.y(point.value)) for point in gauge.points]
    path: tuple[Segment, ...] = (MoveTo(*spots[0]), *(LineTo(*spot) for spot in spots[1:]))
    yield Curve(path, stroke=Stroke(ink, 1.4))
    x, y = spots[-1]
    yield Box(Rect(x - 2.5, y - 2.5, 5, 5), fill=ink, radius=2.5)


class _Place:
    """Where days and values lie in an area."""

    def __init__(self, gauge: Gauge, area: Rect) -> None:
        points = gauge.points
        values = [point.value for point in points]
        values += [end for point in points for end in (point.low, point.high) if end is not None]
        values += [gauge.goal] if gauge.goal is not None else []
        self._area = area
        self._low, self._high = min(values), max(values)
        self._first, self._last = points[0].day, points[-1].day
        self._index = {id(point): number for number, point in enumerate(points)}

    def x(self, point: Point) -> float:
        days = self._last - self._first
        share = (point.day - self._first) / days if days else self._share_by_number(point)
        return self._area.x + 3 + share * (self._area.width - 6)

    def y(self, value: float) -> float:
        reach = self._high - self._low
        share = (value - self._low) / reach if reach else 0.5
        return self._area.bottom - share * self._area.height

    def _share_by_number(self, point: Point) -> float:
        return self._index[id(point)] / max(1, len(self._index) - 1)


def _outline(band: Sequence[Point], place: _Place) -> Iterator[Segment]:
    over = [(place.x(point), place.y(point.high or 0.0)) for point in band]
    under = [(place.x(point), place.y(point.low or 0.0)) for point in reversed(band)]
    yield MoveTo(*over[0])
    for spot in (*over[1:], *under):
        yield LineTo(*spot)
    yield Close()
