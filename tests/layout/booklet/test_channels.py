"""Channels on paper: as many pages as the steps and channels need, nothing beyond the edges."""

import pytest
from maps import big_map, golden_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.layout.booklet.channels import channel_pages
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.model.map import Map

LOOK = Look(theme=LIGHT, words=Words("en"))
SIZE = (842.0, 595.0)


def test_a_map_without_touchpoints_has_no_page():
    assert channel_pages(Map(), SIZE, LOOK) == []


def test_a_small_map_has_one_page():
    (page,) = channel_pages(golden_map(), SIZE, LOOK)

    assert page.title == "Channels"
    assert "t1" in [block.element for block in page.blocks if block.part == "chip"]


@pytest.mark.parametrize("size", [SIZE, (595.0, 842.0)])
def test_a_large_map_loses_no_touchpoint_and_nothing_leaves_the_page(size):
    journey = big_map(400, 12, 20)
    channels = ("web", "app", "phone", "shop", "post", "email", "chat")
    journey = journey.put(
        *(
            card.replace(channels=(channels[number % 7],))
            for number, card in enumerate(journey.cards.values())
            if isinstance(card, Touchpoint)
        )
    )

    pages = channel_pages(journey, size, LOOK)

    found = {block.element for page in pages for block in page.blocks if block.part == "chip"}
    assert found == {card.id for card in journey.cards.values() if isinstance(card, Touchpoint)}
    for page in pages:
        for block in page.blocks:
            if block.part != "switch":
                assert block.rect.right <= size[0] - MARGIN + 0.1
                assert block.rect.bottom <= size[1] - MARGIN + 5


def test_each_page_names_the_stages_and_shows_whole_texts():
    text = "One or two members of the team, the sponsor for the potential project, and a partner"
    journey = big_map(400, 12, 20)
    journey = journey.put(
        *(
            card.replace(channels=(("web", "app", "phone")[number % 3],), text=text)
            for number, card in enumerate(journey.cards.values())
            if isinstance(card, Touchpoint)
        )
    )

    pages = channel_pages(journey, SIZE, LOOK)

    for page in pages:
        assert any(block.part == "stage" for block in page.blocks)
        for block in page.blocks:
            if block.part == "chip":
                lines = [each for each in block.drawing.shapes if isinstance(each, TextLine)]
                assert text in " ".join(each.line.text.strip() for each in lines)


def test_the_last_page_is_as_full_as_the_others():
    journey = big_map(400, 12, 20)

    pages = channel_pages(journey, SIZE, LOOK)

    steps = {
        len({block.element for block in page.blocks if block.part == "step"}) for page in pages
    }
    assert max(steps) - min(steps) <= 1
