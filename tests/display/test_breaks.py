"""Where a line may break inside text without spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.display.breaks import pieces


@pytest.mark.parametrize(
    "expected",
    [
        ["orang-", "orang"],
        ["and/", "or"],
        ["https://example.com/", "a"],
        ["2020–2026"],
        ["10-20"],
        ["-5"],
        ["1/2"],
        ["don't"],
        ["a\u00a0b"],
        ["a\u200b", "b"],
        ["你", "好，", "世", "界。"],
        ["「你", "好」"],
        ["カー", "ト"],
        ["ab", "世", "cd"],
        ["안녕하세요"],
        ["ไป", "มา"],
        ["👍🏽", "👍"],
        ["👨‍👩‍👧", "x"],
    ],
)
def test_a_line_breaks_where_a_reader_expects_it(expected):
    assert pieces("".join(expected)) == expected


@given(st.text())
def test_nothing_is_lost(text):
    assert "".join(pieces(text)) == text
