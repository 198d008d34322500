"""Words in two languages."""

import pytest

from cjeditor.core import words
from cjeditor.core.words import Words, system_language


@pytest.mark.parametrize(
    ("value", "language"),
    [("id_ID.UTF-8", "id"), ("id", "id"), ("en_GB.UTF-8", "en"), ("C.UTF-8", "en"), ("idx", "en")],
)
def test_the_system_language_is_the_environments(monkeypatch, value, language):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", value)

    assert system_language() == language


def test_english_is_the_source_text():
    assert Words("en")("Pain point") == "Pain point"


def test_indonesian_uses_the_terms_of_the_field():
    assert Words("id")("Pain point") == "Titik masalah"


def test_an_empty_text_stays_empty():
    assert Words("id")("") == ""


def test_a_count_fills_in_its_number():
    assert Words("en").count("{n} card", "{n} cards", 1) == "1 card"
    assert Words("en").count("{n} card", "{n} cards", 3) == "3 cards"


def test_the_interface_changes_its_language():
    words.set_interface_language("id")

    assert words.tr("Pain point") == "Titik masalah"


def test_words_of_one_language_are_equal():
    assert Words("id") == Words("id") != Words("en")
    assert len({Words("id"), Words("id")}) == 1
