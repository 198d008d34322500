"""The matrix puts opportunities where their ratings say, and all of them can be read."""

from itertools import pairwise

import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.layout.chips import Chips
from cjeditor.layout.matrix import matrix, next_rating

LOOK = Look(theme=LIGHT, words=Words("en"))
CELL = {"lane": "pain", "first_step": "s2", "last_step": "s2"}


def laid(*ratings, width=900, height=500, look=LOOK, tray=True, text="Answer within a day"):
    cards = [
        Opportunity(id=f"o{n}", **CELL, order=f"b{n:02}1", text=f"{text} {n}", impact=i, effort=e)
        for n, (i, e) in enumerate(ratings)
    ]
    return matrix(small_map().put(*cards), width, height, look, Chips(), tray)


def words_of(blocks):
    return [
        shape.line.text for block in blocks for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]  # fmt: skip


def test_each_stands_in_the_cell_of_its_ratings_and_the_unrated_in_the_tray():
    ratings = [(5, 1), (1, 5), (3, 3), (None, 2), (4, None)]
    chart = laid(*ratings)

    found = {chip.element: chart.place_of(chip.element).key for chip in chart.chips}

    assert list(found.values()) == [(5, 1), (1, 5), (3, 3), None, None]


def test_impact_grows_upwards_and_effort_to_the_right():
    chart = laid((5, 5), (1, 1))
    high, low = (chip.rect for chip in chart.chips)

    assert high.bottom < low.y
    assert low.right < high.x


def test_places_do_not_overlap_and_there_is_one_for_each_pair_of_ratings_and_the_tray():
    places = laid((3, 3)).places

    assert {place.key for place in places} == {
        *((i, e) for i in range(1, 6) for e in range(1, 6)), None
    }  # fmt: skip
    for number, place in enumerate(places):
        assert not any(place.rect.grown(-0.1).meets(other.rect) for other in places[number + 1 :])


@pytest.mark.parametrize("count", [1, 2, 5, 20])
def test_several_in_a_cell_stand_below_each_other_and_each_says_what_it_is(count):
    chart = laid(*[(4, 2)] * count)
    place = next(place for place in chart.places if place.key == (4, 2))
    chips = sorted(chart.chips, key=lambda chip: chip.y)

    for chip, following in pairwise(chips):
        assert chip.rect.bottom < following.y
    for chip in chips:
        assert place.rect.contains(chip.x, chip.y)
        assert chip.rect.bottom <= place.rect.bottom
        assert words_of([chip])[0].startswith("Answer")


def test_it_fills_the_room_it_has_and_takes_more_where_it_must():
    assert laid((3, 3), height=700).height == pytest.approx(700)
    assert laid(*[(4, 2)] * 20, height=300).height > 300


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Quick wins", "Big bets", "Fill-ins", "Thankless tasks", "Not rated yet"]),
        ("id", ["Hasil cepat", "Taruhan besar", "Pengisi waktu", "Tugas sia-sia", "Belum dinilai"]),
    ],
)
def test_the_quadrants_have_their_names_in_both_languages(language, names):
    chart = laid((3, 3), width=620, look=Look(theme=LIGHT, words=Words(language)))
    said = words_of(chart.ground)

    assert [name for name in names if name not in said] == []


@pytest.mark.parametrize("tray", [True, False])
def test_nothing_reaches_out_of_the_width(tray):
    chart = laid((5, 5), (1, 1), (None, None), width=560, tray=tray, text="A" * 80)

    for block in chart.blocks:
        assert block.x >= 0
        assert block.rect.right <= 560.01
        for shape in block.drawing.shapes:
            if isinstance(shape, TextLine):
                assert shape.x + shape.line.width <= block.drawing.width + 0.5


def test_one_step_stays_within_the_ratings_and_an_unrated_one_comes_into_the_middle():
    assert next_rating((5, 5), 1, -1) == (5, 5)
    assert next_rating((1, 1), -1, 1) == (1, 1)
    assert next_rating((3, 3), 1, 0) == (3, 4)
    assert next_rating((3, 3), 0, 1) == (2, 3)
    assert next_rating(None, 1, 0) == (3, 3)
