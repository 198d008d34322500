"""A workbook in the making: the only place that talks to XlsxWriter.

Text reaches a cell through `Page.put` alone, which cleans it and writes it as text, so that
nothing a person typed can become a formula, a number or a link. XlsxWriter tells refusals by
a negative number; here each of them is an error.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cjeditor.display.theme import LIGHT
from cjeditor.exchange.format import Progress, Remark
from cjeditor.exchange.xlsx.text import clean, one_line

if TYPE_CHECKING:
    from xlsxwriter.format import Format as CellFormat

_USUAL: Final = {"font_color": LIGHT.ink, "valign": "top", "text_wrap": True}
"""What every cell has besides XlsxWriter's Calibri of 11 points."""

PAPER: Final = 1147.0
"""Width of A3 landscape between the margins, in points."""

_LEADS: Final = frozenset("=+-@\t\r")  # what another program might take for a formula
_STRIDE: Final = 300  # rows between two reports of progress
_WRITTEN: Final = 0.6  # share of the work that is done when all cells are known


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours (never of a text) and its value, for readers that do not calculate."""

    text: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Tinted:
    """A text on its own ground, with a bar of the full colour left of it."""

    text: str
    tint: str
    full: str


Cell: TypeAlias = str | int | float | Formula | Tinted | None


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks.

    Attributes:
        properties: On top of the usual ones, as XlsxWriter calls them.
    """

    plain: "CellFormat"
    properties: Mapping[str, Any]


class Book:
    """A workbook that is written sheet by sheet and then taken as bytes.

    Args:
        progress: Called every few hundred rows and between sheets.
        rows: How many rows there will be in all, roughly; for the share done.
    """

    def __init__(self, progress: Progress, rows: int) -> None:
        import xlsxwriter

        self.remarks: list[Remark] = []
        self._progress = progress
        self._rows = max(1, rows)
        self._written = 0
        self._styles: dict[frozenset[tuple[str, Any]], Style] = {}
        self._tinted: dict[tuple[str, str], Style] = {}
        self._file = BytesIO()
        self._workbook = xlsxwriter.Workbook(self._file, {"in_memory": True})

    def page(self, name: str) -> "Page":
        """Add a sheet behind the others. *name* is ours, never a user's."""
        self._progress(self._share())
        return Page(self, self._workbook.add_worksheet(name), name)

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


class Page:
    """One sheet. Rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Any, name: str) -> None:
        self.book = book
        self.sheet = sheet
        self.name = name

    def put(self, row: int, column: int, value: Cell, style: Style) -> None:
        """Write one cell; None leaves it blank, with its style."""
        if isinstance(value, Tinted):
            style = self.book.tinted(value.tint, value.full)
            value = value.text
        if isinstance(value, str):
            text, reasons = clean(value)
            if text:
                look = self.book.quoted(style) if text[0] in _LEADS else style
                code = self.sheet.write_string(row, column, text, look.plain)
            else:
                code = self.sheet.write_blank(row, column, None, style.plain)
            if reasons:
                self._tell(row, column, reasons)
        elif value is None:
            code = self.sheet.write_blank(row, column, None, style.plain)
        elif isinstance(value, Formula):
            code = self.sheet.write_formula(row, column, value.text, style.plain, value.value)
        else:
            code = self.sheet.write_number(row, column, value, style.plain)
        succeeded(code)

    def merge(
        self, row: int, column: int, last_row: int, last_column: int, text: str, style: Style
    ) -> None:
        """Write *text* over several cells; one cell is simply written."""
        if (row, column) != (last_row, last_column):
            area = (row, column, last_row, last_column)
            succeeded(self.sheet.merge_range(*area, "", style.plain))
        self.put(row, column, text, style)  # merge_range itself would guess a type

    def heights(self, heights: Mapping[int, float]) -> None:
        """Set rows' heights in points."""
        for row, height in heights.items():
            succeeded(self.sheet.set_row(row, height))

    def width(
        self,
        column: int,
        characters: float,
        style: Style | None = None,
        *,
        hidden: bool = False,
        columns: int = 1,
    ) -> None:
        """Set the width of *columns* in characters, and the style of cells that are not written."""
        look = style and style.plain
        last = column + columns - 1
        succeeded(self.sheet.set_column(column, last, characters, look, {"hidden": hidden}))

    def print_on_a3(self, footer: str, head_rows: int, pages_wide: int = 1) -> None:
        """Prepare for paper: A3 landscape, as many pages wide as told, head rows repeated."""
        sheet = self.sheet
        sheet.set_paper(8)
        sheet.set_landscape()
        sheet.fit_to_pages(pages_wide, 0)
        sheet.set_margins(left=0.3, right=0.3, top=0.4, bottom=0.6)
        sheet.set_footer(footer, {"margin": 0.3})
        sheet.repeat_rows(0, head_rows - 1)

    def _tell(self, row: int, column: int, reasons: tuple[str, ...]) -> None:
        place = f"{self.name}!{address(row, column)}"
        self.book.remarks.extend(Remark(reason, place=place) for reason in reasons)


def succeeded(code: int | None) -> None:
    """Raise an error if XlsxWriter refused a call.

    Raises:
        RuntimeError: It did; the program asked for something that no workbook can hold.
    """
    if code:
        raise RuntimeError(f"XlsxWriter refused a call with {code}")


def address(row: int, column: int, fixed: bool = False) -> str:
    """Return a cell's address: "B3", or "$B$3" if *fixed*."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def footer_text(title: str, page_of: Callable[[str, str], str]) -> str:
    """Return a footer with the map's *title*, the sheet's name and the page, as Excel codes it.

    Args:
        page_of: Page and pages → "Page 1 of 3".
    """
    shown = one_line(title, 80).replace("&", "&&")  # a single & would begin a code
    look = '&"Calibri,Regular"&9'
    return f"&L{look} {shown}&C{look} &A&R{look} {page_of('&P', '&N')}"
