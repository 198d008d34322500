"""Numbers are written and read as people of a language do."""

import pytest

from cjeditor.core.numbers import read_number, written
from cjeditor.core.words import Words


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [
        (4.083, "4.08", "4,08"),
        (69.16, "69.2", "69,2"),
        (-13, "−13", "−13"),
        (1_234_567.8, "1,234,568", "1.234.568"),
        (0, "0", "0"),
        (-0.001, "0", "0"),
        (100.0, "100", "100"),
        (12.0, "12", "12"),
    ],
)
def test_numbers_are_written_in_both_languages(value, english, indonesian):
    assert written(value, Words("en")) == english
    assert written(value, Words("id")) == indonesian


def test_a_rise_has_a_plus():
    assert written(5, Words("en"), sign=True) == "+5"
    assert written(-5, Words("en"), sign=True) == "−5"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,08", 4.08),
        ("4.08", 4.08),
        (" 1.234,5 ", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("−3", -3),
        ("46 %", 46),
        ("+7", 7),
        (".5", 0.5),
    ],
)
def test_numbers_are_read_with_a_comma_or_a_point(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "ten", "1e5", "nan", "inf", "٣", "²", "1-2", "--1", "-", "."]
)
def test_what_is_no_number_is_none(text):
    assert read_number(text) is None
