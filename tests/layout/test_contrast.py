"""A whole map in every theme: what is drawn can be read, whatever colours people choose."""

from dataclasses import replace

import pytest
from grounds import recorded, stroke_pairs, symbol_pairs, text_pairs
from maps import full_map

from cjeditor.core.words import Words
from cjeditor.display.theme import HIGH, THEMES
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.emotion_ground import level_colour
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out

HOSTILE = ("#ffff00", "#ffffff", "#000000", "#7f7f7f", "#00ff00", "#0000ff", "#ff00ff")
"""Colours that people can choose for personas, stages and styles."""

EVERY = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
CHOSEN = pytest.mark.parametrize("colour", HOSTILE)


def painted(theme, colour):
    """Return the shapes of a map with everything in it, its own colours all *colour*."""
    journey = full_map()
    cards = [
        card.model_copy(update={"style": "risk" if number % 2 else "named"})
        for number, card in enumerate(journey.cards.values())
        if number % 4
    ]
    journey = journey.put(
        CardStyle(id="risk", name="Risk", colour=colour, symbol="flag"),
        CardStyle(id="named", order="a5", name="Without a symbol", colour=colour),
        *(each.model_copy(update={"colour": colour}) for each in journey.personas.values()),
        *(each.model_copy(update={"colour": colour}) for each in journey.stages.values()),
        *cards,
    )
    look = Look(theme, Words("en"), prompts=True, on_screen=True)
    return recorded(lay_out(journey, look))


@EVERY
@CHOSEN
def test_every_text_can_be_read_on_what_is_behind_it(theme, colour):
    pairs = set(text_pairs(painted(theme, colour)))

    assert len(pairs) > 50
    assert [(pair, pair.ratio) for pair in pairs if pair.ratio < 4.5] == []


@EVERY
@CHOSEN
def test_every_symbol_is_seen(theme, colour):
    pairs = set(symbol_pairs(painted(theme, colour)))

    assert len(pairs) > 10
    assert [(pair, pair.ratio) for pair in pairs if pair.ratio < 3] == []


@EVERY
@CHOSEN
def test_every_line_that_says_something_is_seen(theme, colour):
    """In the calm themes hairlines may be faint: they part what stands apart anyway."""
    faint = () if theme.card_edge else hairlines(theme)
    pairs = {pair for pair in stroke_pairs(painted(theme, colour)) if pair.ink not in faint}

    assert pairs
    assert [(pair, pair.ratio) for pair in pairs if pair.ratio < 3] == []


def hairlines(theme):
    return {theme.rule, theme.grid, level_colour(theme)}


@pytest.mark.parametrize("name", ["contrast", "contrast dark"])
def test_high_contrast_is_high(name):
    theme = THEMES[name]
    plain = painted(theme, "#000000")
    own = [pair for pair in set(text_pairs(plain)) if pair.ink in (theme.ink, theme.quiet)]

    assert own
    assert [(pair, pair.ratio) for pair in own if pair.ratio < HIGH] == []


@pytest.mark.parametrize("name", ["contrast", "contrast dark"])
def test_cards_of_high_contrast_are_told_by_outline_symbol_and_bar(name):
    theme = THEMES[name]
    calm = replace(theme, card_edge="")

    assert theme.card_fill("#fff3c4", "#b7791f") == theme.sheet
    assert calm.card_fill("#fff3c4", "#b7791f") != theme.sheet
