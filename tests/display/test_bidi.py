"""The bidirectional algorithm, against another implementation of it."""

from unicodedata import bidirectional

import pytest
from bidi import get_base_level, get_display
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.display import bidi

_INVISIBLE = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
_HANGING = {"WS", "LRI", "RLI", "FSI", "PDI", *_INVISIBLE}
_LETTERS = "abאבجد019٣٤+-#$,.:()[]<> \u0301!?٪"
_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


def _displayed(text: str) -> str:
    """Return *text* from left to right, as this program orders it."""
    levels = bidi.levels(text)
    kept = [index for index, char in enumerate(text) if bidirectional(char) not in _INVISIBLE]
    order = bidi.visual_order([levels[index] for index in kept])
    return "".join(text[kept[place]] for place in order)


def _without_hanging_end(text: str) -> str:
    while text and bidirectional(text[-1]) in _HANGING:
        text = text[:-1]
    return text


@given(st.text(_LETTERS + _CONTROLS, max_size=20).map(_without_hanging_end).filter(bool))
def test_any_text_is_ordered_as_another_library_orders_it(text):
    expected = [char for char in get_display(text) if bidirectional(char) not in _INVISIBLE]

    assert _displayed(text) == "".join(expected)
    assert bidi.base_level(text) == get_base_level(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("שלום", "םולש"),
        ("abc שלום def", "abc םולש def"),
        ("مرحبا 42", "42 ابحرم"),
        ("א 1,234.50 ב", "ב 1,234.50 א"),
        ("א [abc] 1", "1 ]abc[ א"),  # brackets are mirrored when they are drawn
    ],
)
def test_words_run_to_the_left_and_numbers_to_the_right(text, shown):
    assert _displayed(text) == shown


@given(st.text())
def test_no_text_breaks_it(text):
    assert len(bidi.levels(text)) == len(text)


def test_text_that_only_reads_to_the_right_needs_no_order():
    assert not bidi.needs_order("Halo 42 (abc) 你好 👍")
    assert bidi.needs_order("Halo שלום")
    assert bidi.needs_order("\u202eabc")


def test_deep_nesting_ends():
    assert max(bidi.levels("\u202b" * 1000 + "א")) <= 126
