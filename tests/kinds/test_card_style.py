"""A card shows its style in colour and, for those who cannot see it, in form or words."""

import pytest

from cjeditor.core.colours import contrast
from cjeditor.core.words import Words
from cjeditor.display.shapes import Box, Symbol, TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.card_drawing import draw_card
from cjeditor.kinds.card_style import CardStyle, styled
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import card_kind

FLAG = CardStyle(id="risk", name="Legal risk", colour="#6b4fa0", symbol="flag")
WORDS = CardStyle(id="ask", name="Ask the\nlawyers", colour="#0b6e8a")


def draw(style, kind="action", theme=LIGHT):
    known = card_kind(kind)
    card = known.record(id="c", lane="l", first_step="s", last_step="s", text="Pays")
    return draw_card(card, known, 150, Look(theme, Words("en")), style=style)


def symbols(drawing):
    return [each.name for each in drawing.shapes if isinstance(each, Symbol)]


def lines(drawing):
    return [each.line.text for each in drawing.shapes if isinstance(each, TextLine)]


def test_a_style_with_a_symbol_takes_the_place_of_the_kind_s():
    assert symbols(draw(None)) == ["hand-finger"]
    assert symbols(draw(FLAG)) == ["flag"]
    assert symbols(draw(FLAG, "touchpoint")) == ["flag"]


def test_a_style_without_a_symbol_is_named_on_the_card():
    assert symbols(draw(WORDS)) == ["hand-finger"]
    assert lines(draw(WORDS)) == ["Pays", "Ask the lawyers"]


def test_a_symbol_that_is_not_ours_is_not_drawn():
    assert symbols(draw(FLAG.replace(symbol="../../secret"))) == ["hand-finger"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", ["#ffff00", "#000000", "#ffffff", "#6b4fa0", "#ff0000"])
def test_any_colour_is_seen_and_read(colour, theme):
    drawing = draw(FLAG.replace(colour=colour), theme=theme)

    ground = next(
        each.fill for each in drawing.shapes if isinstance(each, Box) and each.opacity == 1
    )
    symbol = next(each for each in drawing.shapes if isinstance(each, Symbol))
    text = next(each for each in drawing.shapes if isinstance(each, TextLine))
    assert contrast(symbol.colour, ground) >= 4.4
    assert contrast(text.colour, ground) >= 4.5


def test_the_rest_of_the_kind_stays():
    assert styled(card_kind("pain"), FLAG).label == card_kind("pain").label
