"""A flat sheet that is one real Excel table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import ceil
from typing import Any, Final

from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.book import Book
from cjeditor.exchange.xlsx.fields import WHOLE, Column
from cjeditor.exchange.xlsx.measure import MAX_HEIGHT, points, text_height
from cjeditor.exchange.xlsx.names import unique
from cjeditor.exchange.xlsx.page import PAPER, Cell, Formula, Page, Style, Tinted, succeeded

HEADER_FILL: Final = "#1f4e79"
_SIZE: Final = 11
_LINE_HEIGHT: Final = 15.0
_ENDLESS: Final = 100_000.0  # characters, a hidden column's width: nothing in it wraps
_HEADER_HEIGHT: Final = 21.0
_NEW_ROWS: Final = 1000  # rows below the table in which the lists are offered too
_ZOOM: Final = 90
_NAMING: Final = 2  # columns after the id that say what a row is; each sheet of paper has them
_SMALLEST: Final = 0.55  # of the size at which a wide table is printed


@dataclass(frozen=True, slots=True)
class Table:
    """What one flat sheet holds.

    Attributes:
        sheet: Name of the sheet.
        name: Of the Excel table: "tblCards".
        rows: Each with a cell for every column.
    """

    sheet: str
    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]


def tabulate(sheet: str, name: str, columns: Sequence[Column], records: Sequence[Any]) -> Table:
    """Return the table of *records*, one in a row; headers are made unique."""
    headers = unique(column.header for column in columns)
    named = (
        column if column.header == header else replace(column, header=header)
        for column, header in zip(columns, headers, strict=True)
    )
    values = [column.value for column in columns]
    rows = [[value(record) for value in values] for record in records]
    return Table(sheet, name, tuple(named), rows)


def write_table(book: Book, table: Table, lists: frozenset[str], footer: str) -> Page:
    """Add the table's sheet: header frozen and repeated on paper, every row high enough.

    Args:
        lists: Names of the lists that are defined.
    """
    page = book.page(table.sheet)
    styles = [_style(book, column) for column in table.columns]
    for number, column in enumerate(table.columns):
        page.width(number, column.room, styles[number], hidden=column.hidden)
    _write_rows(page, table, styles)
    last = max(1, len(table.rows))  # a table has at least one row, if only a blank one
    _declare(page, table, last)
    _validate(page, table, last + _NEW_ROWS, lists)
    page.sheet.freeze_panes(1, 0)
    page.sheet.set_zoom(_ZOOM)
    page.print_on_a3(footer, 1, _pages_wide(table))
    page.sheet.repeat_columns(0, _NAMING)
    return page


def _pages_wide(table: Table) -> int:
    """Return on how many sheets of A3 side by side the type stays readable."""
    width = sum(points(column.room) for column in table.columns if not column.hidden)
    return ceil(width * _SMALLEST / PAPER)


def _style(book: Book, column: Column) -> Style:
    if not column.number:
        return book.style(align="left")
    return book.style(align="center", num_format=column.number)


def _write_rows(page: Page, table: Table, styles: Sequence[Style]) -> None:
    rooms = [points(_ENDLESS if column.hidden else column.room) for column in table.columns]
    height_of = cache(lambda text, room: text_height(text, _SIZE, room))  # names come back
    for number, row in enumerate(table.rows, 1):
        height = _LINE_HEIGHT
        for column, cell in enumerate(row):
            if cell is None:
                continue  # the column's style serves
            page.put(number, column, cell, styles[column])
            text = cell if isinstance(cell, str) else _wrapped(cell)
            if len(text) * _SIZE > rooms[column] or "\n" in text:
                height = max(height, height_of(text, rooms[column]))
        page.heights({number: min(MAX_HEIGHT, height + 3)})
        page.book.advance()


def _wrapped(cell: Cell) -> str:
    """Return what of a cell takes several lines where it has no room; a number never does."""
    is_number = isinstance(cell, int | float) or (
        isinstance(cell, Formula) and not isinstance(cell.value, str)
    )
    return "" if is_number else cell_text(cell)


def cell_text(cell: Cell) -> str:
    """Return what a cell shows, as text."""
    match cell:
        case str():  # first, as most cells are
            return cell
        case None:
            return ""
        case Formula():
            return str(cell.value)
        case Tinted():
            return cell.text
        case _:
            return str(cell)


def _declare(page: Page, table: Table, last: int) -> None:
    head = page.book.style(
        bold=True, font_color="#ffffff", bg_color=HEADER_FILL, valign="vcenter", text_wrap=False
    )
    page.table(table.name, [column.header for column in table.columns], last, head)
    page.heights({0: _HEADER_HEIGHT})
    rule = page.book.style(bottom=1, bottom_color=LIGHT.rule)
    always = {"type": "formula", "criteria": "1", "format": rule.plain}
    succeeded(page.sheet.conditional_format(1, 0, last, len(table.columns) - 1, always))


def _validate(page: Page, table: Table, last: int, lists: frozenset[str]) -> None:
    for number, column in enumerate(table.columns):
        rule: dict[str, object] = {}
        if column.choices in lists:
            gentle = "information" if column.several else "stop"  # a list offers only one
            rule = {"validate": "list", "source": f"={column.choices}", "error_type": gentle}
        elif column.bounds:
            low, high = column.bounds
            kind = "integer" if column.number == WHOLE else "decimal"
            rule = {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}
        if rule:
            succeeded(page.sheet.data_validation(1, number, last, number, rule))
