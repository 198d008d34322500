"""The head of the sheet above the stages: title, what the map is about, legend."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Drawing, TextLine
from cjeditor.display.text import Font
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import SUBTITLE, TITLE, Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.layout.legend import LENGTHS, legend
from cjeditor.layout.people import sources
from cjeditor.model.map import Map

EDGE: Final = 16.0
"""From the sheet's edges to its title, legend and lane titles."""

_NARROW: Final = 660.0
"""On a sheet that is not wider the legend stands below the title, not beside it."""

_SHARE: Final = 0.45
"""Of the sheet's width, what a legend beside the title may take; more beside short texts."""

_CROWDED: Final = 30.0
"""Where a legend below the title makes the head lower by more than this, it stands there."""

_DEEPER: Final = 6.0
"""A head is as deep as another one if it is not deeper by more than this."""

_TITLE_FONT: Final = Font(TITLE.size, bold=True, leading=1.25)


Placed = tuple[tuple[Block, ...], float]
"""Blocks, and how far down they reach."""


def lay_out_title(
    journey: Map,
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
    width: float,
) -> Placed:
    """Return the blocks above the stages of a sheet of *width*, and how far down they reach.

    The legend's texts are as long as they can be without making the head deeper.
    """
    briefest, *longer = [
        partial(legend, journey, emotions, people, look, longest=each) for each in sorted(LENGTHS)
    ]
    found = _lay_out(journey, briefest, look, width)
    most = found[1] + _DEEPER
    for entries in reversed(longer):
        tried = _lay_out(journey, entries, look, width)
        if tried[1] <= most:
            return tried
    return found


def _lay_out(
    journey: Map, legend_in: Callable[[float], tuple[Block, ...]], look: Look, width: float
) -> Placed:
    """Return the head with the legend that *legend_in* returns for a width."""
    inner = width - 2 * EDGE
    texts = tuple(_texts(journey, look, inner))
    below = _with_legend_below(texts, legend_in(inner))
    if width <= _NARROW:
        return below
    room = max(inner * _SHARE, inner - _widest(texts) - 2 * EDGE)
    entries = legend_in(room)
    if entries:
        taken = room - min(block.x for block in entries)
        texts = tuple(_texts(journey, look, inner - taken - EDGE))
    beside = _with_legend_beside(texts, entries, width - EDGE - room)
    return below if below[1] < beside[1] - _CROWDED else beside


def _with_legend_below(texts: tuple[Block, ...], entries: Sequence[Block]) -> Placed:
    bottom = _bottom(texts, EDGE)
    shown = _narrow_legend(entries, bottom + 8)
    return (*texts, *shown), _bottom(shown, bottom)


def _with_legend_beside(texts: tuple[Block, ...], entries: Sequence[Block], left: float) -> Placed:
    taken = _bottom(entries, 0)
    bottom = max(_bottom(texts, EDGE), EDGE + taken)
    moved = (each._replace(x=left + each.x, y=bottom - taken + each.y) for each in entries)
    return (*texts, *moved), bottom


def _widest(texts: Sequence[Block]) -> float:
    """Return how long the longest line is."""
    shapes = (shape for block in texts for shape in block.drawing.shapes)
    return max((shape.line.width for shape in shapes if isinstance(shape, TextLine)), default=0)


def _bottom(blocks: Sequence[Block], otherwise: float) -> float:
    return max((block.rect.bottom for block in blocks), default=otherwise)


def _narrow_legend(entries: Sequence[Block], top: float) -> tuple[Block, ...]:
    """Put each row of the legend at the left edge."""
    starts: dict[float, float] = {}
    for block in entries:
        starts.setdefault(block.y, block.x)
    return tuple(
        block._replace(x=EDGE + block.x - starts[block.y], y=top + block.y) for block in entries
    )


def _texts(journey: Map, look: Look, width: float) -> Iterator[Block]:
    theme, words, scope = look.theme, look.words, journey.scope
    y = EDGE
    title = scope.title.strip() or (words(mark("Untitled map")) if look.prompts else "")
    lines = [
        (_TITLE_FONT, theme.ink if scope.title.strip() else theme.quiet, title, "title", 3),
        (SUBTITLE, theme.quiet, _subtitle(journey, look), "subtitle", 3),
        (SUBTITLE, theme.quiet, _wishes(journey, look), "subtitle", 4),
    ]
    for font, colour, text, part, most in lines:
        if text:
            shown = set_paragraph(text, font, width, colour, max_lines=most)
            yield Block("", part, EDGE, y, Drawing(width, shown.height, shown.lines))
            y += shown.height + 2


def _subtitle(journey: Map, look: Look) -> str:
    """Return state, scenario and sources in one line."""
    scope, words = journey.scope, look.words
    facts = sources(tuple(journey.evidence.values()), words)
    parts = (words(STATES[scope.state]), scope.scenario.strip(), facts)
    return " · ".join(part for part in parts if part)


def _wishes(journey: Map, look: Look) -> str:
    scope, words = journey.scope, look.words
    named = (
        (words(mark("Customer goal")), scope.goal.strip()),
        (words(mark("Expectations")), scope.expectations.strip()),
    )
    return " · ".join(f"{name}: {text}" for name, text in named if text)
