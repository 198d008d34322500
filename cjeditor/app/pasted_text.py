"""What a text from another program means: a list with one item a line, or a block of cells."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Final

MOST_LINES: Final = 500
"""Lines of a foreign text that become cards."""

MOST_COLUMNS: Final = 100
"""Columns of a block."""

LONGEST: Final = 10_000
"""Characters of one card."""

LARGEST: Final = 5_000_000
"""Characters that are looked at."""

MOST_LOOKED_AT: Final = 20_000
"""Lines that are looked at."""

_SIGN: Final = r"[-*+–—•‣◦▪▫●○■□·☐☑✓✔➢►]"
_BULLET: Final = re.compile(rf"\A(?:(?:{_SIGN}\s+)?\[[ xX]?\]|{_SIGN})\s+(?=\S)")
"""A dash, star or box before an item, or a box in brackets."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What nobody can see or type, but for tabs and line ends."""

_NUMBER: Final = re.compile(r"\(?(\d{1,3}|[A-Za-z])[.)]\s+(?=\S)")


def is_block(text: str) -> bool:
    """Tell whether *text* is a block of cells, as a spreadsheet copies it."""
    return "\t" in text.strip("\r\n")


def block_in(text: str) -> list[list[str]]:
    """Return the rows of a block, each with the texts of its cells.

    Rows without any text at the end are left out.
    """
    rows = [
        [_tidy(cell) for cell in row[:MOST_COLUMNS]]
        for row in _cells(_beginning(text))[:MOST_LINES]
    ]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def lines_in(text: str) -> list[str]:
    """Return the items of a list: its lines without bullets, numbers and empty ones.

    A cell of a spreadsheet with several lines, which stands in quotation marks, is one item.
    """
    text = _beginning(text)
    column = _cells(text)
    if not any("\n" in cell for row in column for cell in row):
        column = [[line] for line in text.splitlines()]
    found = [tidy for row in column for cell in row if (tidy := _tidy(cell))]
    return _without_numbers([_BULLET.sub("", line) for line in found])


def _beginning(text: str) -> str:
    """Return what is looked at of *text*, with LF for line ends."""
    lines = text[:LARGEST].replace("\r\n", "\n").replace("\r", "\n").split("\n", MOST_LOOKED_AT)
    return "\n".join(lines[:MOST_LOOKED_AT])


def _cells(text: str) -> list[list[str]]:
    """Return rows and cells; text that is not quoted as a spreadsheet does it is only split."""
    lines = text.split("\n")
    try:
        return [row or [""] for row in csv.reader(_ended(lines), delimiter="\t", strict=True)]
    except csv.Error:
        return [line.split("\t") for line in lines]


def _ended(lines: Sequence[str]) -> Iterable[str]:
    return (f"{line}\n" for line in lines)


def _tidy(cell: str) -> str:
    return _CONTROL.sub("", cell).strip()[:LONGEST]


def _without_numbers(lines: Sequence[str]) -> list[str]:
    """Return *lines* without their numbers, where these count up from 1 or a."""
    found = [_NUMBER.match(line) for line in lines]
    marks = [each[1].lower() for each in found if each]
    digits = [str(number) for number in range(1, len(marks) + 1)]
    letters = [chr(ord("a") + number) for number in range(min(len(marks), 26))]
    if marks not in (digits, letters) or not marks:
        return list(lines)
    return [line[each.end() :] if each else line for line, each in zip(lines, found, strict=True)]
