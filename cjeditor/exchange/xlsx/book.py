"""A workbook in the making: the only place that imports XlsxWriter and knows its inside.

A workbook is mostly cells and texts, and XlsxWriter takes its time over both: it reads each
cell's address, builds each cell from a list of attributes and searches them all for signs to
escape. The classes at the end do without, and write the same bytes.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format as CellFormat
from xlsxwriter.packager import Packager
from xlsxwriter.sharedstrings import SharedStrings
from xlsxwriter.utility import xl_col_to_name, xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import CellBlankTuple, CellNumberTuple, CellStringTuple, Worksheet

from cjeditor.core.progress import Progress
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.format import Remark
from cjeditor.exchange.xlsx.page import Page, Style, succeeded
from cjeditor.exchange.xlsx.text import one_line

_USUAL: Final = {"font_color": LIGHT.ink, "valign": "top", "text_wrap": True}
"""What every cell has besides XlsxWriter's Calibri of 11 points."""

_STRIDE: Final = 300  # rows between two reports of progress
_WRITTEN: Final = 0.6  # share of the work that is done when all cells are known
_SPAN_ROWS: Final = 16  # that share a note of their first and last column
_MARKUP: Final = re.compile("[&<>_]")  # what may have to be escaped in a text without controls


class Book:
    """A workbook that is written sheet by sheet and then taken as bytes.

    Args:
        progress: Called every few hundred rows and between sheets.
        rows: How many rows there will be in all, roughly; for the share done.
    """

    def __init__(self, progress: Progress, rows: int) -> None:
        self.remarks: list[Remark] = []
        self._progress = progress
        self._rows = max(1, rows)
        self._written = 0
        self._styles: dict[frozenset[tuple[str, Any]], Style] = {}
        self._tinted: dict[tuple[str, str], Style] = {}
        self._file = BytesIO()
        self._workbook = _Workbook(self._file, {"in_memory": True})

    def page(self, name: str) -> Page:
        """Add a sheet behind the others. *name* is ours, never a user's."""
        self._progress(self._share())
        return Page(self, self._workbook.add_worksheet(name, _Sheet), name)

    def style(self, **properties: Any) -> Style:
        """Return the style with these XlsxWriter format properties on top of the usual ones."""
        key = frozenset(properties.items())
        if key not in self._styles:
            full = _USUAL | properties
            self._styles[key] = Style(self._workbook.add_format(full), properties)
        return self._styles[key]

    def quoted(self, style: Style) -> Style:
        """Return *style* for a text that begins like a formula: it stays one when edited."""
        return self.style(**style.properties, quote_prefix=True)

    def tinted(self, tint: str, full: str) -> Style:
        """Return the style of a cell on its own ground with a bar left of it."""
        key = (tint, full)
        if key not in self._tinted:
            bar = {"left": 5, "left_color": full, "bg_color": tint}
            self._tinted[key] = self.style(**bar, align="left", indent=1)
        return self._tinted[key]

    def tell(self, sheet: str, row: int, column: int, reasons: tuple[str, ...]) -> None:
        """Remark what a cell could not hold."""
        place = f"{sheet}!{address(row, column)}"
        self.remarks.extend(Remark(reason, place=place) for reason in reasons)

    def define(self, name: str, area: str) -> None:
        """Give an area a name. Both are ours."""
        succeeded(self._workbook.define_name(name, f"={area}"))

    def describe(
        self, title: str, author: str, date: datetime | None, custom: Mapping[str, str]
    ) -> None:
        """Set the document properties. A fixed date makes equal maps equal bytes."""
        self._workbook.set_properties(
            {
                "title": one_line(title, 255),
                "author": one_line(author, 255),
                "created": date or datetime(2000, 1, 1, tzinfo=UTC),
            }
        )
        for name, value in custom.items():
            succeeded(self._workbook.set_custom_property(name, one_line(value, 255), "text"))

    def line_chart(self) -> Any:
        """Return a new line chart of XlsxWriter, to be filled and put on a page."""
        return self._workbook.add_chart({"type": "line"})

    def advance(self, rows: int = 1) -> None:
        """Count written rows and report progress now and then."""
        before = self._written // _STRIDE
        self._written += rows
        if self._written // _STRIDE != before:
            self._progress(self._share())

    def content(self) -> bytes:
        """Finish the workbook and return the file."""
        self._progress(_WRITTEN)
        self._workbook.close()
        self._progress(1.0)
        return self._file.getvalue()

    def _share(self) -> float:
        return _WRITTEN * min(1.0, self._written / self._rows)


def address(row: int, column: int, fixed: bool = False) -> str:
    """Return a cell's address: "B3", or "$B$3" if *fixed*."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


class _Workbook(Workbook):  # type: ignore[misc]
    def _get_packager(self) -> Packager:
        return _Package()


class _Package(Packager):  # type: ignore[misc]
    def _write_shared_strings_file(self) -> None:
        texts = _Texts()
        texts.string_table = self.workbook.str_table
        if texts.string_table.count:
            texts._set_xml_writer(self._filename("xl/sharedStrings.xml"))
            texts._assemble_xml_file()


class _Texts(SharedStrings):  # type: ignore[misc]
    """The texts of all cells, each once."""

    def _write_si(self, text: str) -> None:
        """Write a text as what it is; XlsxWriter would take "<r>…</r>" for markup of its own."""
        bare = text == text.strip()
        if bare and text.isprintable() and not _MARKUP.search(text):
            self.fh.write(f"<si><t>{text}</t></si>")
        else:
            spaces = [] if bare else [("xml:space", "preserve")]
            self._xml_si_element(self._escape_control_characters(text), spaces)


class _Sheet(Worksheet):  # type: ignore[misc]
    """A sheet of formatted cells that hold texts, numbers and formulas of ours."""

    put_text = Worksheet._write_string  # these do not wonder whether the row is an address
    put_number = Worksheet._write_number
    put_blank = Worksheet._write_blank

    def __init__(self) -> None:
        super().__init__()
        self._begins, self._looks = _Begins(), _Looks()

    def add_only_table(self, last_row: int, last_column: int, options: Mapping[str, Any]) -> int:
        """Add a table from the first cell on, to a sheet without other tables and merged cells.

        XlsxWriter would note all its cells to find what overlaps, so it gets two rows and grows.
        """
        code: int = self.add_table(0, 0, 1, last_column, options)
        area = xl_range(0, 0, last_row, last_column)
        self.tables[-1].update(range=area, a_range=area, autofilter=area)
        return code

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        """Return the formula as it stands in the file; ours use no function that is new."""
        return formula.removeprefix("=")

    def _calculate_spans(self) -> None:
        """Note the first and the last column of every few rows."""
        ends: dict[int, list[int]] = {}
        for row, cells in self.table.items():
            if cells:
                ends.setdefault(row // _SPAN_ROWS, []).extend((min(cells), max(cells)))
        self.row_spans = {key: f"{min(each) + 1}:{max(each) + 1}" for key, each in ends.items()}

    def _write_rows(self) -> None:
        """Write the rows, and let go of each one's cells when they are written."""
        self._calculate_spans()
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            cells = self.table.pop(row, None)
            if cells:
                self.fh.write(f"<row{self._row_attributes(row)}>")
                self._write_cells(row, cells)
                self.fh.write("</row>")
            elif row in self.row_info:
                self.fh.write(f"<row{self._row_attributes(row)}/>")

    def _row_attributes(self, row: int) -> str:
        spans = self.row_spans.get(row // _SPAN_ROWS)
        attributes = f' r="{row + 1}" spans="{spans}"' if spans else f' r="{row + 1}"'
        info = self.row_info.get(row)
        if info and info.height != self.original_row_height:
            attributes += f' ht="{info.height * 0.75:.16g}" customHeight="1"'  # pixels → points
        return attributes

    def _write_cells(self, row: int, cells: Mapping[int, Any]) -> None:
        write, begins, looks = self.fh.write, self._begins, self._looks
        for column in sorted(cells):
            cell = cells[column]
            begin = f"{begins[column]}{row + 1}{looks[cell.format]}"
            kind = type(cell)
            if kind is CellStringTuple:
                write(f'{begin} t="s"><v>{cell.string}</v></c>')
            elif kind is CellNumberTuple:
                write(f"{begin}><v>{cell.number:.16G}</v></c>")
            elif kind is CellBlankTuple:
                write(f"{begin}/>")
            else:
                self._write_cell(row, column, cell)


class _Begins(dict[int, str]):
    """How a cell begins, by its column."""

    def __missing__(self, column: int) -> str:
        self[column] = begin = f'<c r="{xl_col_to_name(column)}'
        return begin


class _Looks(dict[CellFormat, str]):
    """How a cell's address ends and its format is named, by the format."""

    def __missing__(self, look: CellFormat) -> str:
        self[look] = named = f'" s="{look._get_xf_index()}"'
        return named
