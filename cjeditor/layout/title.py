"""The head of the sheet above the stages: title, what the map is about, legend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Drawing
from cjeditor.display.text import Font
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import SUBTITLE, TITLE, Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.layout.legend import legend
from cjeditor.layout.people import sources
from cjeditor.model.map import Map

EDGE: Final = 16.0
"""From the sheet's edges to its title, legend and lane titles."""

_NARROW: Final = 660.0
"""On a sheet that is not wider the legend stands below the title, not beside it."""

_TITLE_FONT: Final = Font(TITLE.size, bold=True, leading=1.25)


def lay_out_title(
    journey: Map,
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
    width: float,
) -> tuple[tuple[Block, ...], float]:
    """Return the blocks above the stages of a sheet of *width*, and how far down they reach."""
    inner = width - 2 * EDGE
    narrow = width <= _NARROW
    entries = legend(journey, emotions, people, look, inner if narrow else inner * 0.45)
    taken = max((block.rect.bottom for block in entries), default=0.0)
    beside = 0.0 if narrow or not entries else inner * 0.45 - min(block.x for block in entries)
    texts = tuple(_texts(journey, look, inner - (beside + EDGE if beside else 0)))
    bottom = texts[-1].rect.bottom if texts else EDGE
    if narrow:
        top = bottom + 8 if entries else bottom
        shown = _narrow_legend(entries, top)
        return (*texts, *shown), max((block.rect.bottom for block in shown), default=bottom)
    bottom = max(bottom, EDGE + taken)
    left = width - EDGE - inner * 0.45
    moved = (replace(each, x=left + each.x, y=bottom - taken + each.y) for each in entries)
    return (*texts, *moved), bottom


def _narrow_legend(entries: Sequence[Block], top: float) -> tuple[Block, ...]:
    """Put each row of the legend at the left edge."""
    starts: dict[float, float] = {}
    for block in entries:
        starts.setdefault(block.y, block.x)
    return tuple(
        replace(block, x=EDGE + block.x - starts[block.y], y=top + block.y) for block in entries
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
