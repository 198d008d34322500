"""Whatever a person typed stands in a cell as plain text, whole or with a word about it."""

import pytest

from cjeditor.exchange.xlsx.text import (
    ILLEGAL,
    MAX_UNITS,
    TOO_LONG,
    TOO_MANY_LINES,
    clean,
    one_line,
    quoted,
)


@pytest.mark.parametrize(
    "text", ["", "Ask friends", "two\nlines\tand a tab", "مرحبا", "👩‍👩‍👧‍👦", "_x000D_"]
)
def test_ordinary_text_stays_as_it_is(text):
    assert clean(text) == (text, ())


def test_every_line_ending_becomes_a_line_feed():
    assert clean("a\r\nb\rc\nd") == ("a\nb\nc\nd", ())


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", chr(0xD800), chr(0xDFFF)]
)
def test_signs_that_no_workbook_can_hold_are_left_out_and_told(sign):
    assert clean(f"a{sign}b") == ("ab", (ILLEGAL,))


@pytest.mark.parametrize("sign", ["x", "😀", "字"])
def test_a_text_is_cut_at_excels_limit_and_told(sign):
    text, reasons = clean(sign * 40_000)

    assert len(text.encode("utf-16-le")) // 2 in (MAX_UNITS, MAX_UNITS - 1)
    assert set(text) == {sign}
    assert reasons == (TOO_LONG,)


def test_line_breaks_beyond_excels_limit_become_spaces_and_no_word_is_lost():
    words = [str(number) for number in range(300)]

    text, reasons = clean("\n".join(words))

    assert text.count("\n") == 253
    assert text.split() == words
    assert reasons == (TOO_MANY_LINES,)


def test_one_line_is_one_line_of_the_length_told():
    assert one_line("  two\nlines ", 20) == "two lines"
    assert one_line("abcdef", 4) == "abc…"


def test_a_quote_gets_marks_only_if_it_has_none():
    assert quoted("Hello") == "“Hello”"
    assert quoted("“Hello”") == "“Hello”"
    assert quoted("") == ""
