import pytest
from hostile import HOSTILE

from cjeditor.app.pasted_text import LONGEST, MOST_COLUMNS, MOST_LINES, block_in, is_block, lines_in


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("One\n\n  Two  \r\nThree\n", ["One", "Two", "Three"]),
        ("- One\n* Two\n• Three\n– Four", ["One", "Two", "Three", "Four"]),
        ("1. One\n2. Two\n3) Three", ["One", "Two", "Three"]),
        ("a) One\nb) Two", ["One", "Two"]),
        ("1. One\n   - detail\n2. Two", ["One", "detail", "Two"]),
        ("- [ ] One\n- [x] Two", ["One", "Two"]),
        ("-5 degrees\n3.5 stars\n1,000 visits", ["-5 degrees", "3.5 stars", "1,000 visits"]),
        ("24. December\nIt is cold", ["24. December", "It is cold"]),
        ("2. Two\n4. Four", ["2. Two", "4. Four"]),
        ('"Two\nlines"\r\nOne\r\n', ["Two\nlines", "One"]),
        ('"Just the key", she says\nAnother', ['"Just the key", she says', "Another"]),
        ('"Just the key"\nAnother', ['"Just the key"', "Another"]),
        ("Bell\x07 and\x1b end\x00", ["Bell and end"]),
        ("\x01\x07\n\x7f", []),
        ("", []),
        ("\n \n", []),
    ],
)
def test_a_text_is_a_list_with_one_item_a_line(text, lines):
    assert lines_in(text) == lines


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('a\t"two\nlines"\nc\t"say ""hi"""\n', [["a", "two\nlines"], ["c", 'say "hi"']]),
        ("a\t\n\t\n\t\n", [["a", ""]]),
        ('5" screen\tb', [['5" screen', "b"]]),
        ('"open\tb\nc', [['"open', "b"], ["c"]]),
        ("\tb", [["", "b"]]),
    ],
)
def test_a_block_has_rows_of_cells(text, rows):
    assert is_block(text)
    assert block_in(text) == rows


def test_a_block_is_cut_to_what_a_map_can_take():
    rows = block_in(("x" * 20_000 + "\t") * 200 + "\n" + "y\tz\n" * 1_000)

    assert len(rows) == MOST_LINES
    assert len(rows[0]) == MOST_COLUMNS
    assert len(rows[0][0]) == LONGEST


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_only_text(text):
    assert all(isinstance(line, str) and line.strip() for line in lines_in(text))
    assert block_in(f"{text}\t{text}")
