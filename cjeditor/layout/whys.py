"""Five whys as a drawing: the pain point, and below it the tree of answers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import (
    Block,
    Box,
    Curve,
    Drawing,
    LineTo,
    MoveTo,
    Rect,
    Shape,
    Stroke,
    Symbol,
    TextLine,
)
from cjeditor.display.text import ascent
from cjeditor.kinds import marks
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_drawing import RADIUS, draw_card
from cjeditor.kinds.fields import STRENGTHS
from cjeditor.kinds.look import CARD, GHOST, SMALL, Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import kind_of_card
from cjeditor.layout.diagram import Diagram
from cjeditor.layout.people import people_of
from cjeditor.layout.tree import tidy
from cjeditor.model.chains import chain_of
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line
from cjeditor.model.whys import Why

WIDTH: Final = 212.0
"""Of the pain point and of each answer."""

PADDING: Final = 11.0
TOP: Final = 9.0
"""Room beside and above the words of an answer."""

_ACROSS: Final = 24.0
_DOWN: Final = 40.0
"""Between neighbours, and between an answer and what is below it."""

_SIGN: Final = 14.0
"""Size of a sign below the words."""

_MOST_LINES: Final = 3
"""Of what a sign says: a countermeasure may be a long sentence."""

_LEVEL_ROOM: Final = 84.0

_Sign: TypeAlias = Callable[[float, float], Sequence[Shape]]
"""Draws a sign with its left edge and its middle in height there."""

GHOST_TEXT: Final = mark("Because …")
"""In an answer that nobody has written yet."""


def why_diagram(journey: Map, pain: Id, look: Look) -> Diagram:
    """Lay out the whys of the card *pain*: answers to one question stand side by side."""
    chain = chain_of(journey, pain)
    levels = dict(_levels(journey, pain))
    drawings = {pain: draw_pain(journey, journey.cards[pain], WIDTH, look)}
    drawings |= {why.id: draw_why(journey, why, WIDTH, look) for _, why in chain.in_order()}
    below = {each: [why.id for why in chain.below.get(each, ())] for each in levels}
    middle = tidy(pain, below, WIDTH, _ACROSS)
    left = min(middle.values()) - WIDTH / 2
    tops, labels = _rows(levels, drawings, look)
    room = _LEVEL_ROOM if labels else 0.0
    nodes = tuple(
        Block(each, "node", middle[each] - WIDTH / 2 - left + room, tops[level], drawings[each])
        for each, level in levels.items()
    )
    rect_of = {block.element: block.rect for block in nodes}
    lines = tuple(
        _line(rect_of[chain.parent[each]], rect_of[each], each, look)
        for each in levels
        if each != pain
    )
    return Diagram((*labels, *lines), nodes)


def draw_pain(journey: Map, card: Card, width: float, look: Look) -> Drawing:
    """Draw the pain point as it stands on the map."""
    style = journey.styles.get(card.style or "")
    return draw_card(
        card, kind_of_card(card), width, look, people_of(journey, look.theme), style=style
    )


def draw_why(journey: Map, why: Why, width: float, look: Look) -> Drawing:
    """Draw one answer: its words; below them whether it is a root cause, how sure, and what helps.

    A root cause has a thick outline besides its words.
    """
    return _drawn(why, journey.cards.get(why.countermeasure or ""), width, look)


@lru_cache(maxsize=2_000)
def _drawn(why: Why, solution: Card | None, width: float, look: Look) -> Drawing:
    theme = look.theme
    inner = width - 2 * PADDING
    text, font, ink = why.text.strip(), CARD, theme.ink
    if not text:
        text, font, ink = look.words(GHOST_TEXT), GHOST, theme.quiet
    words = set_paragraph(text, font, inner, ink, x=PADDING, y=TOP)
    y = TOP + max(words.height, CARD.line_height)
    shapes: list[Shape] = list(words.lines)
    x = PADDING + _SIGN + 5
    for sign, said in _signs(why, solution, look):
        y += 3
        room = width - PADDING - x
        lines = set_paragraph(said, SMALL, room, theme.ink, x=x, y=y, max_lines=_MOST_LINES)
        shapes += [*sign(PADDING, y + SMALL.line_height / 2), *lines.lines]
        y += lines.height
    height = y + TOP
    return Drawing(width, height, (*_body(Rect(0, 0, width, height), why.root, look), *shapes))


def _body(rect: Rect, is_root: bool, look: Look) -> Iterator[Shape]:
    theme = look.theme
    stroke = Stroke(theme.ink, 2) if is_root else Stroke(theme.card_edge or theme.rule, 1.2)
    shade = "#000000" if theme.dark else "#1f2933"
    yield Box(rect.moved(0, 1), fill=shade, radius=RADIUS, opacity=0.12)
    yield Box(rect.grown(-stroke.width / 2), fill=theme.sheet, stroke=stroke, radius=RADIUS)


def _signs(why: Why, solution: Card | None, look: Look) -> Iterator[tuple[_Sign, str]]:
    """Yield each sign with what it says."""
    theme, words = look.theme, look.words
    if why.root:
        yield _symbol("target-arrow", theme.ink), words(mark("Root cause"))
    if why.strength is not None or why.evidence:
        said = [words(STRENGTHS[why.strength])] if why.strength is not None else []
        count = len(why.evidence)
        said += [words.count("{n} source", "{n} sources", count)] if count else []
        yield _strength(why, look), ", ".join(said)
    if solution is not None:
        kind = kind_of_card(solution)
        text = one_line(solution.text) or words(kind.label)
        yield _symbol(kind.symbol, theme.strong(kind.full)), text


def _symbol(name: str, colour: str) -> _Sign:
    return lambda x, middle: [Symbol(name, x, middle - _SIGN / 2, _SIGN, colour)]


def _strength(why: Why, look: Look) -> _Sign:
    theme, size = look.theme, marks.strength_size(why.strength, look)
    return lambda x, middle: marks.strength_mark(
        x + 1, middle - size / 2, why.strength, theme.ink, theme.sheet, look
    )


def _levels(journey: Map, pain: Id) -> Iterator[tuple[Id, int]]:
    """Yield the pain point and every answer with its level, in reading order."""
    yield pain, 0
    for level, why in chain_of(journey, pain).in_order():
        yield why.id, level


def _rows(
    levels: Mapping[Id, int], drawings: Mapping[Id, Drawing], look: Look
) -> tuple[list[float], list[Block]]:
    """Return the top of each level, and the names of all levels but the first: "Why 1"."""
    heights = [0.0] * (max(levels.values()) + 1)
    for each, level in levels.items():
        heights[level] = max(heights[level], drawings[each].height)
    tops, y = [], 0.0
    for height in heights:
        tops.append(y)
        y += height + _DOWN
    labels = []
    for level, top in enumerate(tops[1:], start=1):
        line = short_line(look.words(mark("Why {n}")).format(n=level), SMALL, _LEVEL_ROOM - 8)
        text = TextLine(0, ascent(SMALL), line, look.theme.quiet)
        drawing = Drawing(line.width, SMALL.line_height, (text,))
        labels.append(Block("", "level", 0, top + TOP, drawing))
    return tops, labels


def _line(above: Rect, below: Rect, element: Id, look: Look) -> Block:
    """Return the line from a question down to one of its answers."""
    start, end = above.x + above.width / 2, below.x + below.width / 2
    left, top, turn = min(start, end), above.bottom, below.y - _DOWN / 2
    path = (
        MoveTo(start - left, 0),
        LineTo(start - left, turn - top),
        LineTo(end - left, turn - top),
        LineTo(end - left, below.y - top),
    )
    curve = Curve(path, stroke=Stroke(look.theme.quiet, 1.4))
    return Block(element, "line", left, top, Drawing(abs(end - start), below.y - top, (curve,)))
