"""Who owns what: a card for each owner with what is theirs, stage by stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block, Box, Drawing, Rect, Stroke, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph, short_line
from cjeditor.layout.chart import Chart, Place
from cjeditor.layout.chips import GAP, Chips, chip_block
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line, stage_name
from cjeditor.model.owners import NOBODY, owned

_LEAST: Final = 230.0
_BETWEEN: Final = 14.0
_PAD: Final = 12.0
_NAME: Final = Font(14, bold=True)
_COUNTS: Final = Font(11)
_STAGE: Final = Font(11, bold=True)
_ABOVE_STAGE: Final = 8.0
_LINES: Final = 3

NOBODYS: Final = mark("Nobody yet")


@dataclass(frozen=True, slots=True)
class _OwnerCard:
    """One owner's card before it has its place."""

    owner: str
    drawing: Drawing
    chips: tuple[tuple[Card, float, Drawing], ...]


def owner_cards(journey: Map, width: float, look: Look, chips: Chips) -> Chart:
    """Lay out the owners of *journey*; who has nobody's cards comes first, if there are any."""
    count = max(1, int((width + _BETWEEN) / (_LEAST + _BETWEEN)))
    room = (width - (count - 1) * _BETWEEN) / count
    depths = [0.0] * count
    ground: list[Block] = []
    placed: list[Block] = []
    places: list[Place] = []
    for owner, stages in owned(journey).items():
        if owner == NOBODY and not stages:
            continue
        named = tuple((stage_name(journey, each, look.words), own) for each, own in stages.items())
        make = partial(_owner_card, owner, named, room, look, chips)
        made = chips.kept(("owner", owner), (named, room, look), make)
        column = depths.index(min(depths))
        x, y = column * (room + _BETWEEN), depths[column]
        ground.append(Block("", "owner", x, y, made.drawing))
        placed += [chip_block(card, x + _PAD, y + at, chip) for card, at, chip in made.chips]
        own = tuple(card.id for card, _, _ in made.chips)
        places.append(Place(Rect(x, y, room, made.drawing.height), owner, own))
        depths[column] = y + made.drawing.height + _BETWEEN
    return Chart(width, max(depths) + 2, tuple(ground), tuple(placed), tuple(places))


def counted(cards: Sequence[Card], words: Words) -> str:
    """Return how many cards of each sort there are: "2 touchpoints · 1 pain point"."""
    kinds = [card.kind for card in cards]
    touchpoints, pains = kinds.count("touchpoint"), kinds.count("pain")
    opportunities = kinds.count("opportunity")
    said = (
        words.count("{n} touchpoint", "{n} touchpoints", touchpoints) if touchpoints else "",
        words.count("{n} pain point", "{n} pain points", pains) if pains else "",
        words.count("{n} opportunity", "{n} opportunities", opportunities) if opportunities else "",
    )
    return " · ".join(each for each in said if each)


def _owner_card(
    owner: str,
    stages: Sequence[tuple[str, Sequence[Card]]],
    width: float,
    look: Look,
    chips: Chips,
) -> _OwnerCard:
    theme, words, inner = look.theme, look.words, width - 2 * _PAD
    name = one_line(owner) or words(NOBODYS)
    head = set_paragraph(name, _NAME, inner, theme.ink, x=_PAD, y=_PAD - 2, max_lines=2)
    y = _PAD - 2 + head.height + 1
    everything = [card for _, cards in stages for card in cards]
    counts = _line(counted(everything, words), _COUNTS, inner, y, theme.quiet)
    y += counts.height
    lines = [*head.lines, *counts.lines]
    found: list[tuple[Card, float, Drawing]] = []
    for stage, cards in stages:
        y += _ABOVE_STAGE
        title = short_line(stage, _STAGE, inner)
        lines.append(TextLine(_PAD, y + ascent(_STAGE), title, theme.quiet))
        y += _STAGE.line_height + 3
        for card in cards:
            chip = chips.of(card, inner, look, _LINES)
            found.append((card, y, chip))
            y += chip.height + GAP
    height = y + _PAD - GAP
    dash = (5.0, 4.0) if owner == NOBODY else ()
    edge = Stroke(theme.card_edge or theme.rule, 1.5 if dash else 1, dash)
    box = Box(Rect(0.5, 0.5, width - 1, height - 1), theme.sheet, edge, radius=8)
    return _OwnerCard(owner, Drawing(width, height, (box, *lines)), tuple(found))


def _line(text: str, font: Font, width: float, y: float, colour: str) -> Paragraph:
    return set_paragraph(text, font, width, colour, x=_PAD, y=y, max_lines=2)
