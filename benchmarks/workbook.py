"""The workbook, beside plain XlsxWriter writing the same cells.

The peer is what a short script with everything at hand would do: it adds the same sheets and the
same tables (a table is how those cells are headed), sets the same row heights and column widths,
merges the same areas and writes the same cells, given to it as plain values, in the same formats.
It does not take a map apart, it measures, cleans and fingerprints nothing, and it adds no
validations, rules, page set-up or charts. A second peer writes the cells alone: no tables, heights,
widths or merged areas. Both are XlsxWriter as it comes; the export has `book.py` write cells and
texts instead of XlsxWriter's own code, to the same bytes.
"""

import io
import sys
from dataclasses import dataclass, replace

import xlsxwriter
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu_in_turns, peak_memory, report
from cjeditor.core.progress import no_progress
from cjeditor.exchange import xlsx
from cjeditor.exchange.format import Options

LIMIT = 1.5
LINES = {"thin": 1, "dotted": 4, "thick": 5, "mediumDashed": 8}
"""Border styles: as they stand in the file, and as XlsxWriter numbers them."""


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
        merges: The number of the format by area as Excel writes it.
        heights: Of rows, in points.
        widths: Of columns, in characters.
    """

    title: str
    cells: list[tuple[int, int, object, int]]
    merges: dict[str, int]
    heights: dict[int, float]
    widths: dict[int, float]
    tables: list[Table]


def measure(cards: int) -> list[Row]:
    journey = sized(cards)

    def ours() -> bytes:
        return xlsx.FORMAT.write(journey, Options(), no_progress).content

    content = ours()
    memory = peak_memory()
    sheets, looks = _read(content)
    repeat = 15 if cards < 1000 else 5
    bare = [replace(each, merges={}, heights={}, widths={}, tables=[]) for each in sheets]
    write, plain, alone = cpu_in_turns(
        [ours, lambda: _plain(sheets, looks), lambda: _plain(bare, looks)], repeat
    )
    return [
        Row(
            "workbook", cards, write,
            peer="plain XlsxWriter, same cells, tables, heights, widths, merges", peer_value=plain,
            target=f"≤ {LIMIT} ×", met=write <= LIMIT * plain,
        ),
        Row(
            "workbook", cards, write,
            peer="plain XlsxWriter, the cells alone", peer_value=alone,
            target=f"≤ {LIMIT} ×", met=write <= LIMIT * alone,
        ),
        Row("workbook, peak memory", cards, memory, unit="MiB"),
    ]  # fmt: skip


def _read(content: bytes) -> tuple[list[Sheet], dict[int, dict[str, object]]]:
    """Return the sheets of a workbook, and its formats by number."""
    book = load_workbook(io.BytesIO(content))
    looks = {cell.style_id: _look(cell) for sheet in book for row in sheet for cell in row}
    return [_sheet(each) for each in book], looks


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
    merges = {area.coord: area.start_cell.style_id for area in sheet.merged_cells.ranges}
    return Sheet(sheet.title, cells, merges, heights, widths, tables)


def _look(cell: Cell) -> dict[str, object]:
    """Return the format of *cell* as XlsxWriter wants it described."""
    font, inside, fill = cell.font, cell.alignment, cell.fill
    look: dict[str, object] = {
        "font_name": font.name, "font_size": font.size, "font_color": _colour(font.color),
        "bold": font.bold, "italic": font.italic, "num_format": cell.number_format,
        "align": inside.horizontal, "valign": {"center": "vcenter"}.get(inside.vertical, "top"),
        "indent": inside.indent, "text_wrap": inside.wrap_text,
        "bg_color": _colour(fill.fgColor) if fill.fill_type else None,
    }  # fmt: skip
    for name in ("left", "right", "top", "bottom"):
        side = getattr(cell.border, name)
        if side and side.style:
            look |= {name: LINES[side.style], f"{name}_color": _colour(side.color)}
    return {name: value for name, value in look.items() if value}


def _colour(colour: Color | None) -> str | None:
    return f"#{colour.rgb[2:]}" if colour and isinstance(colour.rgb, str) else None


def _plain(sheets: list[Sheet], looks: dict[int, dict[str, object]]) -> bytes:
    """Return a workbook of *sheets*, as written by XlsxWriter."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    formats = {style: book.add_format(look) for style, look in looks.items()}
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.title), sheet, formats)
    book.close()
    return file.getvalue()


def _write_sheet(page: object, sheet: Sheet, formats: dict[int, object]) -> None:
    for column, width in sheet.widths.items():
        page.set_column(column, column, width)
    for row, height in sheet.heights.items():
        page.set_row(row, height)
    for area, style in sheet.merges.items():
        page.merge_range(area, "", formats[style])
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
