"""Our way past XlsxWriter's own writing: faster, and the same file."""

import pytest
from maps import big_map, full_map, small_map
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import book, write
from cjeditor.kinds.plain import Note
from cjeditor.model.map import Map

ENGLISH = Options(language="en")
TEXTS = [
    "=1", " ", "two  blanks ", "\nlines\n", "a\tb", "a & b < c > d", '"q"', "'", "<r>", "</r>",
    "]]>", "_x0041_", "a_b", "&amp;", "\u00a0x\u00a0", "a\u2028b", "a\x85b", "مرحبا", "👩‍👩‍👧",
    "x" * 32_767,
]  # fmt: skip


class PlainSheet(Worksheet):
    """What XlsxWriter offers to everybody."""

    put_text = Worksheet.write_string
    put_number = Worksheet.write_number
    put_blank = Worksheet.write_blank

    def add_only_table(self, last_row: int, last_column: int, options: dict[str, object]) -> int:
        return self.add_table(0, 0, last_row, last_column, options)


def map_of_texts() -> Map:
    cards = [
        Note(id=f"c{n}", lane="do", first_step="s3", last_step="s4", text=f"x{text}", detail=text)
        for n, text in enumerate(TEXTS)
    ]
    return small_map().put(*cards)


@pytest.mark.parametrize(
    "journey",
    [Map(id="empty"), full_map(), map_of_texts(), big_map(300, 4, 30)],
    ids=["empty", "full", "texts", "columns beyond Z"],
)
def test_the_bytes_are_those_that_xlsxwriter_itself_would_write(journey, monkeypatch):
    ours = write(journey, ENGLISH).content

    monkeypatch.setattr(book, "_Sheet", PlainSheet)
    monkeypatch.setattr(book, "_Workbook", Workbook)

    assert ours == write(journey, ENGLISH).content


def test_numbers_keep_all_their_digits(monkeypatch):
    def content() -> bytes:
        made = book.Book(lambda share: None, 1)
        page = made.page("Numbers")
        for row, number in enumerate([0, -1, 0.1, 1 / 3, 1e300, 12345678901234567890, True]):
            page.put(row, 0, number, made.style())
        return made.content()

    ours = content()
    monkeypatch.setattr(book, "_Sheet", PlainSheet)

    assert ours == content()


@pytest.mark.parametrize("row", [-1, 1_048_576])
def test_a_cell_that_no_sheet_has_is_an_error(row):
    made = book.Book(lambda share: None, 1)

    with pytest.raises(RuntimeError, match="refused"):
        made.page("Map").put(row, 0, "text", made.style())
