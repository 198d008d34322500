"""Grapheme clusters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.display.clusters import clusters


@pytest.mark.parametrize(
    "expected",
    [
        ["a", "b"],
        ["e\u0301", "x"],
        ["👨‍👩‍👧", "!"],
        ["👍🏽", "👍"],
        ["❤️", "1️⃣"],
        ["🇮🇩", "🇩🇪", "🇯"],
        ["🏴\U000e0067\U000e0062\U000e007f", "a"],
        ["नि", "म्", "न"],
        ["น้ำ", "ใ", "จ"],
        ["ᄒ\u1161\u11ab", "한"],
        ["👨", "a"],
    ],
)
def test_what_a_reader_takes_for_one_character_stays_together(expected):
    assert list(clusters("".join(expected))) == expected


def test_a_joiner_does_not_bind_letters():
    assert list(clusters("a\u200db")) == ["a\u200d", "b"]


@given(st.text())
def test_nothing_is_lost(text):
    assert "".join(clusters(text)) == text
