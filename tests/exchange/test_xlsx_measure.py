"""Rows are as high as the lines that the text engine would break a cell's text into."""

import random

import pytest

from cjeditor.display.text import Font, wrap
from cjeditor.exchange.xlsx.measure import fitted, points, text_height

LINE = 11 * 1.36
WORDS = [
    "Ask", "friends", "about", "a", "shop", "24/7", "self-service", "and/or", "●●●●○", "★",
    "“At", "last”", "Привет", "καλά", "don't", "–", "tab\tbed", "", "W" * 30,
]  # fmt: skip


@pytest.mark.parametrize("characters", [8, 16, 21, 44])
def test_a_rows_height_is_that_of_the_lines_in_it(characters):
    chance = random.Random(characters)
    width = points(characters)

    for _ in range(300):
        text = chance.choice([" ", "\n"]).join(chance.choices(WORDS, k=chance.randint(1, 15)))
        lines = wrap(text, Font(11 * 0.92), width - 7)
        assert text_height(text, 11, width) == pytest.approx(min(409, len(lines) * LINE)), text


def test_a_text_without_room_is_cut_and_as_high_as_what_is_left():
    text, height = fitted("one word after another " * 9, 11, points(16), most=3)

    assert text.endswith("…")
    assert text.count("\n") == 2
    assert height == pytest.approx(3 * LINE)


def test_a_text_with_room_stays_as_it_is():
    assert fitted("two\nlines", 11, points(16)) == ("two\nlines", pytest.approx(2 * LINE))
    assert fitted("", 11, points(16)) == ("", 0)
