"""The chart of the channels: everything stands where it belongs, and nothing overlaps."""

import pytest
from maps import golden_map

from cjeditor.app.samples import sample
from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.files import cjm
from cjeditor.kinds.look import Look
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.layout.channel_chart import NARROWEST, channel_chart
from cjeditor.layout.chips import Chips
from cjeditor.model.map import Map

LOOK = Look(theme=LIGHT, words=Words("en"))


@pytest.fixture(scope="module")
def journey():
    return cjm.load(sample("en"))


def chart_of(journey, width=940.0):
    return channel_chart(journey, width, LOOK, Chips())


def texts(block):
    return " ".join(
        "".join("".join(run.texts) for run in shape.line.runs)
        for shape in block.drawing.shapes if isinstance(shape, TextLine)
    )  # fmt: skip


def test_every_touchpoint_stands_in_its_channel_and_step(journey):
    chart = chart_of(journey)

    cards = {block.element: block for block in chart.chips}
    wanted = [card for card in journey.cards.values() if isinstance(card, Touchpoint)]
    assert cards.keys() == {card.id for card in wanted}
    for card in wanted:
        channel = card.channels[0] if card.channels else None
        place = chart.place_of(card.id)
        assert place.key == (channel, card.first_step)
        assert place.rect.contains(
            cards[card.id].rect.right - 0.1, cards[card.id].rect.bottom - 0.1
        )


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_card_says_its_words_unbroken_and_not_the_channel_that_it_stands_in(language):
    journey = cjm.load(sample(language))

    for block in chart_of(journey, 300.0).chips:
        card = journey.cards[block.element]
        said = texts(block)
        shown = said.removesuffix("…").split()
        assert card.text.split()[: len(shown)] == shown or not card.text
        assert card.text or said


def test_cards_and_places_do_not_overlap(journey):
    chart = chart_of(journey)

    for rects in ([block.rect for block in chart.chips], [place.rect for place in chart.places]):
        for number, rect in enumerate(rects):
            assert not any(rect.grown(-0.1).meets(other) for other in rects[number + 1 :])


def test_columns_never_get_too_narrow_to_read(journey):
    chart = chart_of(journey, 300.0)

    assert chart.width > 300
    assert min(place.rect.width for place in chart.places) == NARROWEST


def test_a_further_channel_shows_the_touchpoint_again_in_outline():
    chart = chart_of(golden_map())  # its touchpoint is on self-service and app

    again = [block for block in chart.ground if block.part == "again"]
    assert [block.element for block in again] == ["t1"]
    assert again[0].y != next(block.y for block in chart.chips if block.element == "t1")


def test_what_starts_again_is_said_in_words():
    chart = chart_of(golden_map())

    (said,) = [block for block in chart.ground if block.part == "restart"]
    assert texts(said) == "starts again"
    chip = next(block for block in chart.chips if block.element == "t1")
    assert said.y >= chip.rect.bottom - 0.1


def test_stages_of_one_step_of_the_funnel_share_a_band(journey):
    first, second, *rest = journey.ordered_stages
    funnel = journey.put(
        first.replace(funnel="Lead"),
        second.replace(funnel="Lead"),
        *(stage.replace(funnel="Customer") for stage in rest),
    )

    bands = [block for block in chart_of(funnel).ground if block.part == "funnel"]

    assert [texts(block) for block in bands] == ["Lead", "Customer"]
    assert bands[0].rect.right < bands[1].x
    none = journey.put(*(stage.replace(funnel="") for stage in journey.ordered_stages))
    assert not [block for block in chart_of(none).ground if block.part == "funnel"]


def test_a_change_of_channel_is_a_line_between_the_two(journey):
    chart = chart_of(journey)

    lines = [block for block in chart.ground if block.part == "switch"]
    assert len(lines) == 7
    chips = {block.element: block.rect for block in chart.chips}
    for line in lines:
        (curve,) = line.drawing.shapes
        end = curve.path[-1]
        assert line.x + end.x == pytest.approx(chips[line.element].x - 1)
        assert line.rect.grown(1).contains(line.x + end.x, line.y + end.y)


def test_an_empty_map_has_an_empty_chart():
    assert chart_of(Map()).chips == ()
