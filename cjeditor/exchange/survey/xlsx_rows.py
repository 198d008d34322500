"""Rows of a foreign workbook, read one after another within limits."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, Final

from cjeditor.core.progress import Cancelled
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.workbook_guard import damaged, refuse_hostile, too_large

MAX_ROWS: Final = 1_048_576
"""Of a sheet, as Excel has it; blank ones count."""

MAX_CELLS: Final = 20_000_000
"""Of a sheet; a row counts as wide as its last cell stands."""


def sheet_names(content: bytes) -> tuple[str, ...]:
    """Return the names of the sheets with cells that are not hidden.

    Raises:
        ReadError: It is no workbook, or not a harmless one.
    """
    with _opened(content) as book:
        return tuple(sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible")


def xlsx_rows(content: bytes, name: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a sheet, the blank ones too: numbers, texts, moments and None.

    Raises:
        ReadError: It is no workbook, not a harmless one, or too large.
    """
    cells = 0
    with _opened(content) as book:
        sheet = book[name]
        sheet.reset_dimensions()  # they may lie
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells += len(row)
            if number > MAX_ROWS or cells > MAX_CELLS:
                raise too_large()
            yield row


@contextmanager
def _opened(content: bytes) -> Iterator[Any]:
    from openpyxl import load_workbook  # takes its time, which only workbooks need

    refuse_hostile(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out: we take values alone
            book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except (ReadError, Cancelled):
        raise
    except Exception as error:  # a damaged workbook makes it raise anything
        raise damaged() from error
