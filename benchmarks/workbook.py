"""The workbook, beside plain XlsxWriter writing the same cells."""

import io
import sys

import xlsxwriter
from openpyxl import load_workbook

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu_in_turns, peak_memory, report
from cjeditor.exchange import xlsx
from cjeditor.exchange.format import Options, no_progress

LIMIT = 1.5


def measure(cards: int) -> list[Row]:
    journey = sized(cards)

    def ours() -> bytes:
        return xlsx.FORMAT.write(journey, Options(), no_progress).content

    content = ours()
    memory = peak_memory()
    cells = _cells(content)
    write, plain = cpu_in_turns([ours, lambda: _plain(cells)], repeat=3)
    return [
        Row(
            "workbook", cards, write,
            peer="plain XlsxWriter, same cells", peer_value=plain,
            target=f"≤ {LIMIT} ×", met=write <= LIMIT * plain,
        ),
        Row("workbook, peak memory", cards, memory, unit="MiB"),
    ]  # fmt: skip


def _cells(content: bytes) -> dict[str, list[tuple[int, int, object, int]]]:
    """Return the cells of each sheet: row, column, value and number of their format."""
    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value, cell._style.xfId or cell.style_id)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        for sheet in book
    }


def _plain(cells: dict[str, list[tuple[int, int, object, int]]]) -> None:
    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    formats: dict[int, object] = {}
    for title, found in cells.items():
        sheet = book.add_worksheet(title)
        for row, column, value, style in found:
            if style not in formats:
                formats[style] = book.add_format({"text_wrap": True, "indent": style % 15})
            if isinstance(value, int | float):
                sheet.write_number(row, column, value, formats[style])
            elif value is None:
                sheet.write_blank(row, column, None, formats[style])
            else:
                sheet.write_string(row, column, str(value), formats[style])
    book.close()


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
