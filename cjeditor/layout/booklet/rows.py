"""A table on pages: its head is written anew on each, and no row is parted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Drawing, Line, Shape, Stroke, Symbol
from cjeditor.display.text import Font, set_line
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.layout.booklet.paper import BODY, HEADING, Paper

_CELL: Final = BODY
_HEAD: Final = Font(9.5, bold=True)
_BESIDE: Final = 10.0
_ABOVE: Final = 4.0
_SYMBOL: Final = 11.0
_INDENT: Final = 5.0
_MEASURED: Final = 200
_COMPARED: Final = 5
"""Rows whose words say how wide a column is, and how many of the longest are set."""

_LONGEST: Final = 96.0
"""Points; a longer word may be broken."""


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column.

    Attributes:
        head: Over it, in the language of the page.
        share: Of the width that it takes; only what shares are to one another matters.
    """

    head: str
    share: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row.

    Attributes:
        cells: One for each column.
        element: Id of the record that it shows.
        symbol, colour: Before the first cell; "" for none.
    """

    cells: Sequence[str]
    element: Id = ""
    symbol: str = ""
    colour: str = ""


def put_table(paper: Paper, columns: Sequence[RowColumn], rows: Sequence[TableRow]) -> None:
    """Write *rows* below what is on *paper*; a column in which nothing stands is left out."""
    put_groups(paper, columns, [("", rows)])


def put_groups(
    paper: Paper,
    columns: Sequence[RowColumn],
    groups: Sequence[tuple[str, Sequence[TableRow]]],
) -> None:
    """Write rows as `put_table` does, those of each group below its name.

    A name stands on the page of its first row; no group is without rows.
    """
    rows = [row for _, own in groups for row in own]
    told = [
        number for number in range(len(columns)) if any(row.cells[number].strip() for row in rows)
    ]
    columns = [columns[number] for number in told]
    widths = _widths(columns, rows, told, paper.room.width - _BESIDE * (len(columns) - 1))
    heads = TableRow([column.head for column in columns])
    head = _row(paper, heads, widths, _HEAD, paper.look.theme.quiet)
    is_headed = False
    for name, own in groups:
        title = _name(paper, name) if name else None
        for row in own:
            cells = replace(row, cells=[row.cells[number] for number in told])
            drawing = _row(paper, cells, widths, _CELL, paper.look.theme.ink)
            above = 0 if title is None else title.height
            needed = drawing.height + above + (0 if is_headed else head.height)
            if needed > paper.room.height and paper.room.height < paper.whole:
                paper.next_page()
                is_headed = False
            if not is_headed:
                _put(paper, head, "")
                is_headed = True
            if title is not None:
                _put(paper, title, "")
                title = None
            _put(paper, drawing, row.element)
    paper.gap()


def _name(paper: Paper, name: str) -> Drawing:
    """Return what stands over the rows of a group."""
    said = set_paragraph(
        name, HEADING, paper.room.width, paper.look.theme.ink, y=2.5 * _ABOVE, max_lines=2
    )
    height = 2.5 * _ABOVE + said.height + _ABOVE
    rule = Line(0, height, paper.room.width, height, Stroke(paper.look.theme.rule, 0.75))
    return Drawing(paper.room.width, height, (*said.lines, rule))


def _widths(
    columns: Sequence[RowColumn], rows: Sequence[TableRow], told: Sequence[int], room: float
) -> list[float]:
    """Return how wide each column is: by its share, but no word is broken if that can be.

    Args:
        told: Number of each column's cells in the rows.
    """
    least = [
        _longest_word(column, [row.cells[number] for row in rows[:_MEASURED]])
        + (_SYMBOL + _INDENT if not number and any(row.symbol for row in rows) else 0)
        for column, number in zip(columns, told, strict=True)
    ]
    whole = sum(column.share for column in columns)
    wanted = [room * column.share / whole for column in columns]
    spare = [max(0.0, want - need) for want, need in zip(wanted, least, strict=True)]
    left = room - sum(least)
    if left < 0 or not sum(spare):
        return wanted
    return [need + left * each / sum(spare) for need, each in zip(least, spare, strict=True)]


def _longest_word(column: RowColumn, cells: Sequence[str]) -> float:
    """Return the width of the longest word of a column, which is no more than `_LONGEST`."""
    words = {word[:60] for cell in cells for word in cell[:500].split()}
    longest = sorted(words, key=len)[-_COMPARED:]
    widths = [set_line(word, _CELL).width for word in longest]
    widths += [set_line(word, _HEAD).width for word in column.head.split()]
    return min(_LONGEST, max(widths) + 1)


def _put(paper: Paper, drawing: Drawing, element: Id) -> None:
    paper.place(drawing, paper.room.x, paper.room.y, element, "row")
    paper.gap(drawing.height)


def _row(paper: Paper, row: TableRow, widths: Sequence[float], font: Font, colour: str) -> Drawing:
    """Return one row; a cell that no page has room for ends with an ellipsis."""
    most = max(1, int((paper.whole - 60) / font.line_height))
    shapes: list[Shape] = []
    x = height = 0.0
    for number, (text, width) in enumerate(zip(row.cells, widths, strict=True)):
        indent = _SYMBOL + _INDENT if row.symbol and not number else 0.0
        said = set_paragraph(
            text, font, width - indent, colour, x=x + indent, y=_ABOVE, max_lines=most
        )
        shapes += said.lines
        height = max(height, said.height)
        x += width + _BESIDE
    if row.symbol:
        top = _ABOVE + (font.line_height - _SYMBOL) / 2
        shapes.append(Symbol(row.symbol, 0, top, _SYMBOL, row.colour or colour))
    height = max(height, font.line_height) + 2 * _ABOVE
    rule = Stroke(paper.look.theme.rule, 0.75)
    shapes.append(Line(0, height, paper.room.width, height, rule))
    return Drawing(paper.room.width, height, tuple(shapes))
