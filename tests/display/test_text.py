"""Measuring and wrapping text of any script."""

import re
from time import process_time

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.display import fonts
from cjeditor.display.text import Font, ascent, set_line, shorten, widest_word, wrap, wrap_whole

FONT = Font(12.5)
_ALPHABET = (
    "abW-/ fi\té–\n中。「あ한אב(1)٣مرح،नि्मनก้ำเ👍🏽\u200d👩🇮🇩❤️"
    "\u200b\u00ad\u202e\u2067\u2069\x00\ue000"
)
_TEXTS = st.one_of(st.text(_ALPHABET, max_size=60), st.text(max_size=40))
_WIDTHS = st.floats(1, 200)


def _ink(text: str) -> str:
    """Return *text* without what may vanish at a break or has become a space."""
    return re.sub("[\x00-\x20\x7f-\x9f\u2028\u2029]", "", text)


def _shown(line) -> list[str]:
    """Return the source text of the clusters of *line*, from left to right."""
    return [text for run in line.runs for text in run.texts if text]


def _faces(line) -> list[str]:
    return [run.face for run in line.runs]


@given(_TEXTS, _WIDTHS)
def test_wrapping_loses_nothing_but_spaces(text, width):
    lines = wrap(text, FONT, width)

    assert "".join(_ink(line.text) for line in lines) == _ink(text)
    assert not any(line.text.endswith(" ") for line in lines)


@given(_TEXTS, _WIDTHS)
def test_no_line_is_wider_than_asked_unless_it_is_one_cluster(text, width):
    for line in wrap(text, FONT, width):
        assert line.width <= width + 1e-3 or len(_shown(line)) == 1


@given(_TEXTS, _WIDTHS, st.floats(0, 30))
def test_counting_lines_breaks_them_where_wrapping_does(text, width, indent):
    counted = wrap(text, FONT, width, indent=indent, max_lines=10_000)
    lines = wrap(text, FONT, width, indent=indent)

    assert [line.text for line in counted] == [line.text for line in lines]
    assert [line.width for line in counted] == pytest.approx([line.width for line in lines])


@given(_TEXTS)
def test_every_run_is_complete_and_inside_its_line(text):
    line = set_line(text, FONT)

    for run in line.runs:
        assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.texts)
    assert line == set_line(text, FONT)


@given(_TEXTS, _WIDTHS)
def test_a_shortened_line_fits(text, width):
    line = shorten(text, FONT, width)

    assert line.width <= width + 1e-3
    assert line.text.endswith("…") or not line.text or line == set_line(text, FONT)


@given(st.text(_ALPHABET, max_size=60), _WIDTHS, st.integers(1, 3))
def test_lines_that_are_cut_off_leave_an_ellipsis(text, width, count):
    lines = wrap(text, FONT, width, max_lines=count)

    assert len(lines) <= count
    if len(wrap(text, FONT, width)) > count:
        assert lines[-1].text.endswith("…") or not lines[-1].text
        assert lines[-1].width <= width + 1e-3


def test_a_line_is_as_wide_as_its_glyphs():
    file = TTFont(fonts.face_path("NotoSans-Regular"))
    names = [file.getBestCmap()[ord(char)] for char in "minimum 2026"]
    units = sum(file["hmtx"][name][0] for name in names)

    assert set_line("minimum 2026", Font(10)).width == pytest.approx(units / 100)


def test_letters_are_kerned_and_not_joined():
    apart = set_line("A", FONT).width + set_line("V", FONT).width

    assert set_line("AV", FONT).width < apart - 0.1
    assert _shown(set_line("office fi", FONT)) == list("office fi")


@pytest.mark.parametrize("text", ["Buka aplikasi", "orang-orang", "مرحبا 42", "你好", "👍🏽 ok"])
def test_a_text_fits_its_own_width(text):
    assert len(wrap(text, FONT, set_line(text, FONT).width)) == 1


def test_lines_break_at_spaces_and_hyphens():
    lines = wrap("Pelanggan orang-orang menunggu", FONT, 100)

    assert [line.text for line in lines] == ["Pelanggan", "orang-orang", "menunggu"]
    assert [line.text for line in wrap("orang-orang", FONT, 60)] == ["orang-", "orang"]


def test_a_line_feed_always_breaks_and_an_empty_text_has_no_lines():
    assert [line.text for line in wrap("a\n\nb\r\nc", FONT, 100)] == ["a", "", "b", "c"]
    assert wrap("", FONT, 100) == []


def test_spaces_inside_a_line_are_kept():
    assert [line.text for line in wrap("  a  b   ", FONT, 100)] == ["  a  b"]


def test_the_indent_is_kept_free_on_the_first_line_only():
    width = set_line("aaa bbb", FONT).width

    assert [line.text for line in wrap("aaa bbb aaa bbb", FONT, width)] == ["aaa bbb"] * 2
    indented = wrap("aaa bbb aaa bbb", FONT, width, indent=5)
    assert [line.text for line in indented] == ["aaa", "bbb aaa", "bbb"]


def test_a_word_stays_whole_if_only_the_indent_is_in_its_way():
    width = set_line("Pelanggan", FONT).width

    lines = wrap("Pelanggan", FONT, width, indent=5)

    assert [line.text for line in lines] == ["", "Pelanggan"]


def test_a_word_wider_than_the_line_breaks_between_clusters():
    lines = wrap("e\u0301" * 30, FONT, 50)

    assert all(line.text.startswith("e\u0301") for line in lines)
    assert len(lines) > 3


def test_arabic_letters_join():
    joined = set_line("سس", FONT).runs[0].glyphs
    alone = set_line("س", FONT).runs[0].glyphs

    assert alone[0] not in joined
    assert len(set(joined)) == 2


def test_right_to_left_words_start_at_the_right():
    assert _shown(set_line("שלום", FONT)) == list("םולש")
    assert _shown(set_line("مرحبا 42", FONT)) == list("42 ابحرم")


def test_brackets_are_mirrored_in_right_to_left_text():
    mirrored = set_line("(א)", FONT).runs[0]

    assert mirrored.glyphs[0] == set_line("(a)", FONT).runs[0].glyphs[0]
    assert mirrored.texts == (")",)


def test_a_hindi_syllable_is_one_cluster():
    line = set_line("क्षत्रि", FONT)

    assert _shown(line) == ["क्ष", "त्रि"]
    assert _faces(line) == ["NotoSansDevanagari-Regular"]


def test_korean_is_written_in_syllables():
    assert _shown(set_line("한국어", FONT)) == ["한", "국", "어"]


def test_a_family_of_emoji_is_one_glyph():
    (run,) = set_line("👨‍👩‍👧", FONT).runs

    assert run.face == "NotoEmoji-Regular"
    assert run.texts == ("👨‍👩‍👧",)


def test_marks_are_placed_above_their_letters():
    assert any(any(run.ys) for run in set_line("x\u0301 سً", FONT).runs)


def test_what_no_font_has_is_a_box_and_named():
    line = set_line("a\ue000b\ue000", FONT)

    assert line.missing == "\ue000"
    assert [run.glyphs[1] for run in line.runs] == [0]


@pytest.mark.parametrize(
    "text", ["\ud800", "\udfff a", "\x00\x07", "\ufffe\uffff", "\u202e\u202e", "\u2066a", "\ufeff"]
)
def test_no_text_is_too_strange(text):
    line = set_line(text, FONT)

    "".join(text for run in line.runs for text in run.texts).encode()
    assert line.width >= 0


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "Pelanggan menunggu " * 10_000,
        "你好世界" * 50_000,
        "שלום(a) " * 25_000,
        "\n" * 200_000,
        "(" * 100_000 + "א",
        "e" + "\u0301" * 100_000,
        "\u202e\u202a" * 50_000,
    ],
    ids=["word", "words", "ideographs", "hebrew", "line feeds", "brackets", "marks", "controls"],
)
def test_a_very_long_text_is_wrapped_at_once(text):
    start = process_time()

    wrap(text, FONT, 112)

    assert process_time() - start < 4  # a tenth of it here; anything quadratic takes minutes


@pytest.mark.parametrize(
    ("text", "widest"),
    [
        ("Buy the troubleshooting kit", "troubleshooting"),
        ("one\nlonger\nshort", "longer"),
        ("self-service/shop", "service/"),
        ("مرحبا بالعالم", "بالعالم"),
        ("", ""),
    ],
)
def test_the_widest_word_is_the_widest_part_that_stays_together(text, widest):
    assert widest_word(text, FONT) == pytest.approx(set_line(widest, FONT).width)


def test_in_the_width_of_its_widest_word_no_word_is_broken():
    text = "Registration for an international conference"

    lines = wrap(text, FONT, widest_word(text, FONT))

    assert " ".join(line.text for line in lines) == text


def test_the_baseline_lies_where_ascenders_and_descenders_have_the_same_room():
    font = Font(10, leading=1.362)

    assert ascent(font) == pytest.approx(10.69)
    assert ascent(Font(10, leading=2.362)) == pytest.approx(15.69)


@given(_TEXTS, _WIDTHS, st.integers(1, 4))
def test_whole_words_are_on_few_lines_that_fit(text, width, count):
    lines = wrap_whole(text, FONT, width, count)

    assert len(lines) <= count
    assert all(line.width <= width + 1e-3 for line in lines)


@given(_TEXTS, st.integers(1, 4))
def test_where_there_is_room_whole_words_break_as_ever(text, count):
    width = max(widest_word(text, FONT), 20) + 0.01
    one_paragraph = re.sub("[\r\n\v\f\x85\u2028\u2029]", " ", text)
    usual = [line.text for line in wrap(one_paragraph, FONT, width) if line.text]
    whole = [line.text for line in wrap_whole(text, FONT, width, count)]

    if len(usual) <= count:
        assert whole == usual
    else:
        assert len(whole) <= count
        assert whole[-1].endswith("…")


def test_a_text_that_is_cut_ends_with_a_whole_word():
    shown = [line.text for line in wrap_whole("one two three four five six", FONT, 60, 2)]

    assert shown == ["one two", "three…"]
