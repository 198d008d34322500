"""One sheet of a workbook in the making.

Text reaches a cell through `Page.put` alone, which cleans it and writes it as text, so that
nothing a person typed can become a formula, a number or a link. XlsxWriter tells refusals by
a negative number; here each of them is an error.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from cjeditor.exchange.xlsx.text import clean, one_line

if TYPE_CHECKING:
    from cjeditor.exchange.xlsx.book import Book

PAPER: Final = 1147.0
"""Width of A3 landscape between the margins, in points."""

_LEADS: Final = frozenset("=+-@\t\r")  # what another program might take for a formula


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
        plain: XlsxWriter's format.
        properties: On top of the usual ones, as XlsxWriter calls them.
    """

    plain: Any
    properties: Mapping[str, Any]


class Page:
    """One sheet. Rows and columns count from 0."""

    def __init__(self, book: "Book", sheet: Any, name: str) -> None:
        self.book = book
        self.sheet = sheet
        self.name = name

    def put(self, row: int, column: int, value: Cell, style: Style) -> None:
        """Write one cell; None leaves it blank, with its style."""
        if isinstance(value, str):
            code = self._put_text(row, column, value, style)
        elif value is None:
            code = self.sheet.put_blank(row, column, None, style.plain)
        elif isinstance(value, Tinted):
            tinted = self.book.tinted(value.tint, value.full)
            code = self._put_text(row, column, value.text, tinted)
        elif isinstance(value, Formula):
            code = self.sheet.write_formula(row, column, value.text, style.plain, value.value)
        else:
            code = self.sheet.put_number(row, column, value, style.plain)
        if code:
            succeeded(code)

    def _put_text(self, row: int, column: int, value: str, style: Style) -> int:
        text, reasons = clean(value)
        if reasons:
            self.book.tell(self.name, row, column, reasons)
        if not text:
            return int(self.sheet.put_blank(row, column, None, style.plain))
        look = self.book.quoted(style) if text[0] in _LEADS else style
        return int(self.sheet.put_text(row, column, text, look.plain))

    def merge(
        self, row: int, column: int, last_row: int, last_column: int, text: str, style: Style
    ) -> None:
        """Write *text* over several cells; one cell is simply written."""
        if (row, column) != (last_row, last_column):
            area = (row, column, last_row, last_column)
            succeeded(self.sheet.merge_range(*area, "", style.plain))
        self.put(row, column, text, style)  # merge_range itself would guess a type

    def table(self, name: str, headers: Sequence[str], last_row: int, head: Style) -> None:
        """Make all rows down to *last_row* a table, headed by *headers* in the first row."""
        columns = [{"header": header, "header_format": head.plain} for header in headers]
        options = {"name": name, "columns": columns, "style": None, "autofilter": True}
        succeeded(self.sheet.add_only_table(last_row, len(headers) - 1, options))
        for number, header in enumerate(headers):
            self.put(0, number, header, head)  # again, for headers that begin with "="

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


def succeeded(code: int | None) -> None:
    """Raise an error if XlsxWriter refused a call.

    Raises:
        RuntimeError: It did; the program asked for something that no workbook can hold.
    """
    if code:
        raise RuntimeError(f"XlsxWriter refused a call with {code}")


def footer_text(title: str, page_of: Callable[[str, str], str]) -> str:
    """Return a footer with the map's *title*, the sheet's name and the page, as Excel codes it.

    Args:
        page_of: Page and pages → "Page 1 of 3".
    """
    shown = one_line(title, 80).replace("&", "&&")  # a single & would begin a code
    look = '&"Calibri,Regular"&9'
    return f"&L{look} {shown}&C{look} &A&R{look} {page_of('&P', '&N')}"
