"""Rows of a text table, whatever it is encoded in and divided by."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from itertools import islice
from typing import Final

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError

LONGEST: Final = 1_000_000
"""Characters of one cell; a quote that is never closed would take the rest of the file."""

_DELIMITERS: Final = (",", ";", "\t", "|")
_NO_DELIMITER: Final = "\x1f"
"""For a table of one column, in which a comma is part of a number."""

_LOOKED_AT: Final = 30
"""Rows that tell the delimiter."""

_STRETCH: Final = 1_000_000
_MARKS: Final = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))


def csv_rows(content: bytes) -> Iterator[list[str]]:
    """Yield the rows of a text table, the blank ones too.

    Raises:
        ReadError: It is no text, or a quote in it is never closed.
    """
    encoding = encoding_of(content)
    delimiter = _delimiter(content, encoding)
    yield from _rows(content, encoding, delimiter)


def encoding_of(content: bytes) -> str:
    """Return the encoding of a text: by its byte order mark, else by what it can be.

    What is no UTF-8 is read as Windows does in western Europe. Guessing further would take a
    library, and numbers and days are the same in all such encodings: only the names of segments
    could differ.

    Raises:
        ReadError: It is no text.
    """
    for start, name in _MARKS:
        if content.startswith(start):
            return name
    head = content[:_STRETCH]
    zeros = (head[::2].count(0), head[1::2].count(0))
    if max(zeros) > len(head) // 4 and min(zeros) < max(zeros) // 8:
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if b"\0" in head:
        raise ReadError(mark("This is no table of text."))
    return "utf-8" if _is_utf8(content) else "cp1252"


def _is_utf8(content: bytes) -> bool:
    text = TextIOWrapper(BytesIO(content), "utf-8", newline="")
    try:
        while text.read(_STRETCH):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(content: bytes, encoding: str) -> str:
    """Return the sign that divides the first rows into the most columns alike."""

    def evenness(delimiter: str) -> tuple[int, int]:
        widths = [
            len(row) for row in islice(_rows(content, encoding, delimiter), _LOOKED_AT) if row
        ]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    best = max(_DELIMITERS, key=evenness)
    return best if evenness(best)[0] else _NO_DELIMITER


def _rows(content: bytes, encoding: str, delimiter: str) -> Iterator[list[str]]:
    text = TextIOWrapper(BytesIO(content), encoding, errors="replace", newline="")
    csv.field_size_limit(LONGEST)
    try:
        yield from csv.reader((line.replace("\0", "") for line in text), delimiter=delimiter)
    except csv.Error as error:
        raise ReadError(
            mark("A cell of the table is too long: a quote may not be closed.")
        ) from error
