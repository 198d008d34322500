"""The workbook, beside plain XlsxWriter writing the same cells.

The peer is what a short script without any care would do: it adds the same sheets and the same
tables (a table is how those cells are headed), sets the same row heights and column widths, and
writes the same cells, given to it as plain values, in equally many distinct formats. It does not
take a map apart, measures, cleans, merges and fingerprints nothing, and has no validations, page
set-up or charts.
"""

import io
import sys
from dataclasses import dataclass

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu_in_turns, peak_memory, report
from cjeditor.exchange import xlsx
from cjeditor.exchange.format import Options, no_progress

LIMIT = 1.5


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its area as Excel writes it, and the number of its headers' format."""

    name: str
    area: str
    headers: list[str]
    style: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the peer writes on one sheet; rows and columns count from 0.

    Attributes:
        cells: Row, column, value and the number of the format; without the tables' headers.
        heights: Of rows, in points.
        widths: Of columns, in characters.
    """

    title: str
    cells: list[tuple[int, int, object, int]]
    heights: dict[int, float]
    widths: dict[int, float]
    tables: list[Table]


def measure(cards: int) -> list[Row]:
    journey = sized(cards)

    def ours() -> bytes:
        return xlsx.FORMAT.write(journey, Options(), no_progress).content

    content = ours()
    memory = peak_memory()
    sheets = [_sheet(each) for each in load_workbook(io.BytesIO(content))]
    write, plain = cpu_in_turns([ours, lambda: _plain(sheets)])
    return [
        Row(
            "workbook", cards, write,
            peer="plain XlsxWriter, same cells", peer_value=plain,
            target=f"≤ {LIMIT} ×", met=write <= LIMIT * plain,
        ),
        Row("workbook, peak memory", cards, memory, unit="MiB"),
    ]  # fmt: skip


def _sheet(sheet: Worksheet) -> Sheet:
    """Return what *sheet* holds, as read back by openpyxl."""
    tables = [
        Table(table.name, table.ref, table.column_names, sheet[table.ref][0][0].style_id)
        for table in sheet.tables.values()
    ]
    head = {cell for table in tables for cell in sheet[table.area][0]}
    cells = [
        (cell.row - 1, cell.column - 1, cell.value, cell.style_id)
        for row in sheet.iter_rows()
        for cell in row
        if (cell.value is not None or cell.has_style) and cell not in head
    ]
    heights = {row - 1: each.height for row, each in sheet.row_dimensions.items() if each.height}
    widths = {
        column - 1: each.width
        for each in sheet.column_dimensions.values()
        for column in range(each.min, each.max + 1)
    }
    return Sheet(sheet.title, cells, heights, widths, tables)


def _plain(sheets: list[Sheet]) -> bytes:
    """Return a workbook of *sheets*, as written by XlsxWriter."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    styles = {cell[3] for sheet in sheets for cell in sheet.cells}
    styles |= {table.style for sheet in sheets for table in sheet.tables}
    formats = {
        style: book.add_format({"text_wrap": True, "bg_color": f"#{style:06x}"}) for style in styles
    }
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.title), sheet, formats)
    book.close()
    return file.getvalue()


def _write_sheet(page: object, sheet: Sheet, formats: dict[int, object]) -> None:
    for column, width in sheet.widths.items():
        page.set_column(column, column, width)
    for row, height in sheet.heights.items():
        page.set_row(row, height)
    for row, column, value, style in sheet.cells:
        if value is None:
            page.write_blank(row, column, None, formats[style])
        elif isinstance(value, int | float):
            page.write_number(row, column, value, formats[style])
        elif value.startswith("="):
            page.write_formula(row, column, value, formats[style])
        else:
            page.write_string(row, column, value, formats[style])
    for table in sheet.tables:
        head = [{"header": name, "header_format": formats[table.style]} for name in table.headers]
        page.add_table(table.area, {"name": table.name, "columns": head})


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
