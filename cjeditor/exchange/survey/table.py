"""A table file: what stands in it at the beginning, and its rows one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.csv_rows import csv_rows
from cjeditor.exchange.survey.xlsx_rows import XlsxBook
from cjeditor.files.content import content_of

SUFFIXES: Final = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
MAX_BYTES: Final = 100_000_000
MAX_ROWS: Final = 2_000_000
"""Of a table; blank ones count."""

MAX_COLUMNS: Final = 1_000
SHOWN: Final = 20
"""Rows of a preview."""

_WIDEST: Final = 200
"""Characters of a cell in a preview."""

Row: TypeAlias = Sequence[Any]


@dataclass(frozen=True, slots=True, eq=False)
class TableFile:
    """A file with one or more tables.

    Attributes:
        sheets: Names of its sheets; one without a name for a text table.
    """

    name: str
    sheets: tuple[str, ...]
    content: bytes | XlsxBook

    def rows(self, sheet: str, columns: Sequence[int] | None = None) -> Iterator[tuple[int, Row]]:
        """Yield the rows that are not blank, each with its number from 1.

        Args:
            columns: Numbers from 0 of those that are wanted; others may be None.

        Raises:
            ReadError: They cannot be read.
        """
        if isinstance(self.content, XlsxBook):
            yield from self.content.rows(sheet, columns)
            return
        for number, row in enumerate(csv_rows(self.content), start=1):
            if number > MAX_ROWS:
                raise ReadError(
                    mark("The table has more than {limit} rows."), limit=f"{MAX_ROWS:,}"
                )
            if any(row):
                yield number, row


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a table.

    Attributes:
        columns: What they are called: the cells of the first row.
        rows: What stands below it, as texts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def open_table(path: Path) -> TableFile:
    """Read the file at *path*.

    Raises:
        CannotRead, TooLarge: It cannot be read.
        ReadError: It is no table, or has none that is seen.
    """
    content = content_of(path, MAX_BYTES)
    if not content:
        raise ReadError(mark("The file is empty."))
    if not content.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        return TableFile(path.name, ("",), content)
    book = XlsxBook(content)
    if not book.sheets:
        raise ReadError(mark("The workbook has no sheet that is seen."))
    return TableFile(path.name, book.sheets, book)


def preview(file: TableFile, sheet: str) -> Preview:
    """Return the beginning of a table.

    Raises:
        ReadError: It cannot be read, or there is nothing in it.
    """
    rows = [row for _, row in islice(file.rows(sheet), SHOWN + 1)]
    if len(rows) < 2:
        raise ReadError(mark("The table needs a row of names and at least one row of answers."))
    width = max(map(len, rows))
    if width > MAX_COLUMNS:
        raise ReadError(mark("The table has more than {limit} columns."), limit=str(MAX_COLUMNS))
    texts = [tuple(shown(row[n]) if n < len(row) else "" for n in range(width)) for row in rows]
    return Preview(texts[0], tuple(texts[1:]))


def shown(cell: Any) -> str:
    """Return a cell as a short text."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = str(cell)[: _WIDEST + 1]
    return text if len(text) <= _WIDEST else text[:_WIDEST] + "…"
