"""Each owner has a card; nothing of it is cut or lost."""

from itertools import combinations

import pytest
from maps import full_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.chips import Chips
from cjeditor.layout.owner_cards import counted, owner_cards
from cjeditor.model.owners import owned

LOOK = Look(theme=LIGHT, words=Words("en"))


def lonely():
    journey = full_map()
    return journey.put(journey.cards["o1"].replace(owner=" "))


def said(block):
    return [s.line.text for s in block.drawing.shapes if isinstance(s, TextLine)]


def test_nobody_has_the_first_card_if_there_is_something_without_an_owner():
    assert [place.key for place in owner_cards(lonely(), 900, LOOK, Chips()).places] == [
        "", "Front office", "IT",
    ]  # fmt: skip
    assert [place.key for place in owner_cards(full_map(), 900, LOOK, Chips()).places] == [
        "Front office", "IT",
    ]  # fmt: skip


def test_a_card_has_the_name_the_counts_and_each_stage_over_what_is_theirs():
    _nobody, office, _it = owner_cards(lonely(), 900, LOOK, Chips()).ground

    assert said(office) == ["Front office", "1 touchpoint", "Before"]


@pytest.mark.parametrize("width", [200, 500, 900, 1500])
def test_cards_do_not_overlap_and_their_chips_stand_inside(width):
    chart = owner_cards(lonely(), width, LOOK, Chips())
    rects = [place.rect for place in chart.places]

    for number, rect in enumerate(rects):
        assert rect.right <= width + 0.01
        assert not any(rect.meets(other) for other in rects[number + 1 :])
    for chip in chart.chips:
        around = chart.place_of(chip.element).rect
        assert chip.rect.right < around.right
        assert chip.rect.bottom < around.bottom
    for chip, other in combinations(chart.chips, 2):
        assert not chip.rect.grown(2).meets(other.rect)


def test_counts_are_said_in_both_languages():
    cards = [card for stage in owned(full_map())["IT"].values() for card in stage]

    assert counted(cards, Words("en")) == "1 pain point · 1 opportunity"
    assert counted(cards, Words("id")) == "1 titik masalah · 1 peluang"
