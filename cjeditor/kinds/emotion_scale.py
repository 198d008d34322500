"""The names of the levels beside an emotion lane, and its moments of truth."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Shape, Stroke, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.display.theme import Theme
from cjeditor.kinds.emotion_plot import TRUTH, Plot
from cjeditor.kinds.emotion_record import EmotionLane
from cjeditor.kinds.emotion_spots import Spot
from cjeditor.kinds.face import draw_face
from cjeditor.kinds.feeling import HIGHEST, LOWEST
from cjeditor.kinds.lane import Content
from cjeditor.kinds.look import SMALL, Look
from cjeditor.kinds.marks import star
from cjeditor.kinds.paragraph import short_line

_LEVEL: Final = Font(SMALL.size, bold=True)
_NAME: Final = Font(SMALL.size)
_FACE: Final = 7.5
_GAP: Final = 5.0
_OUTER: Final = 12.0
"""Free at the sheet's left edge."""

_ABOVE: Final = 4.0
_TICK: Final = 4.0
_VALUES: Final = (2, 1, 0, -1, -2)
_STAR: Final = 12.0
_TRUTH: Final = Font(10.5, bold=True)
_WORDS: Final = mark("Moment of truth")


def level_blocks(lane: EmotionLane, content: Content, look: Look, plot: Plot) -> Iterator[Block]:
    """Yield the names of the levels, right-aligned at the lane's left edge."""
    match lane.scale:
        case "none":
            return
        case "plus minus":
            named = [(value, f"{value:+d}".replace("-", "\N{MINUS SIGN}")) for value in _VALUES]
            levels = [(float(value), "0" if value == 0 else name) for value, name in named]
        case "one to five":
            levels = [(float(value), str(value + 3)) for value in _VALUES]
        case "names":
            for value, name in _named(lane.level_names):
                yield from _with_face(value, name, content, look, plot.y_of(value))
            return
    for value, name in levels:
        yield _number(name, content, look, plot.y_of(value))


def _named(names: tuple[str, ...]) -> list[tuple[float, str]]:
    """Return the levels of *names*, evenly from the best to the worst; without, five faces."""
    found = names or ("",) * len(_VALUES)
    step = (HIGHEST - LOWEST) / max(1, len(found) - 1)
    return [(HIGHEST - number * step, name) for number, name in enumerate(found)]


def _number(name: str, content: Content, look: Look, y: float) -> Block:
    line = short_line(name, _LEVEL, content.left - _OUTER)
    width, height = line.width + _GAP + _TICK, _LEVEL.line_height
    tick = Line(width - _TICK, height / 2, width, height / 2, Stroke(look.theme.quiet, 1))
    text = TextLine(0, ascent(_LEVEL), line, look.theme.quiet)
    return Block(
        "", "level", content.left - width, y - height / 2, Drawing(width, height, (text, tick))
    )


def _with_face(value: float, name: str, content: Content, look: Look, y: float) -> Iterator[Block]:
    """Yield a face at the lane's edge, and left of it the level's name."""
    face = draw_face(value, _FACE, look.theme.ink, look.theme)
    x = content.left - _GAP - 2 * _FACE
    yield Block("", "level", x, y - _FACE, face)
    line = short_line(" ".join(name.split()), _NAME, x - _GAP - _OUTER)
    text = TextLine(0, ascent(_NAME), line, look.theme.quiet)
    height = _NAME.line_height
    drawing = Drawing(line.width, height, (text,))
    yield Block("", "level", x - _GAP - line.width, y - height / 2, drawing)


def draw_flags(content: Content, look: Look) -> tuple[Block, ...]:
    """Return a flag with a star for each moment of truth, at the top of its step."""
    return tuple(
        Block(column.step, "truth", column.x + (column.width - flag.width) / 2, _ABOVE, flag)
        for column in content.columns
        if column.step in content.truths
        for flag in (_flag(column.width - 8, look.words(_WORDS), look.theme),)
    )


def draw_poles(
    flags: Sequence[Block], spots: Sequence[Spot], plot: Plot, look: Look
) -> list[Block]:
    """Return the poles of the flags, each down to the highest point of its step."""
    stroke = Stroke(look.theme.quiet, 1.2)
    poles: list[Block] = []
    for flag in flags:
        below = (s.y for s in spots if flag.x <= s.x < flag.rect.right)
        middle = flag.x + flag.drawing.width / 2
        depth = min(below, default=plot.y_of(0)) - flag.rect.bottom
        line = Line(1, 0, 1, depth, stroke)
        poles.append(Block("", "pole", middle - 1, flag.rect.bottom, Drawing(2, depth, (line,))))
    return poles


@lru_cache(maxsize=64)
def _flag(most: float, words: str, theme: Theme) -> Drawing:
    """Draw a star and what it means; the star alone where the words do not fit."""
    room = most - _STAR - 3 * _GAP
    line = short_line(words, _TRUTH, max(room, 1))
    worded = line.width <= room and line.text == words
    width = _STAR + 2 * _GAP + (line.width + _GAP if worded else 0)
    edge = Rect(0, 0, width, TRUTH - 2).grown(-0.6)
    shapes: list[Shape] = [
        Box(edge, theme.sheet, Stroke(theme.quiet, 1.2), edge.height / 2),
        star(_GAP, (TRUTH - 2 - _STAR) / 2, _STAR, theme.ink),
    ]
    if worded:
        baseline = (TRUTH - 2 - _TRUTH.line_height) / 2 + ascent(_TRUTH)
        shapes.append(TextLine(_STAR + 2 * _GAP, baseline, line, theme.ink))
    return Drawing(width, TRUTH - 2, tuple(shapes))
