"""Rows of a foreign workbook, read one after another within limits.

Only the cells of the columns that are asked for are read, and only the texts that they share.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from cjeditor.exchange.survey.cell_values import CellValues, SharedTexts
from cjeditor.exchange.survey.plain_xml import NotPlain, plain_stretches, rewritten
from cjeditor.exchange.survey.workbook_guard import damaged, refuse_hostile, too_large
from cjeditor.exchange.survey.workbook_parts import Parts, parts_of

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
"""Of a sheet, as Excel has it."""

_MAX_ROW: Final = 16_000_000
"""Bytes of one row with what stands before it."""

_DIGITS: Final = 20
"""Bytes within which a row's number ends."""

_ROW: Final = b"<row"
_ROW_END: Final = b"</row>"
_INNER: Final = rb"[^<]*(?:<(?!/?c[\s/>])[^<]*)*"
"""What stands in a cell. Nothing here looks beyond the next tag of its kind, so that XML without
ends takes no longer than any other."""

_NUMBER: Final = re.compile(rb"[^<>]*?\sr\s*=\s*[\"'](\d{1,9})[\"']")
_CELL: Final = re.compile(rb"<c((?:\s[^<>]*?)?)(?:/>|>(%b)</c>)" % _INNER)
_WANTED: Final = (
    rb'<c r="(%b)\d+"([^<>]*?)'
    rb"(?:/>|><v>([^<]*)</v></c>|>(<is><t>[^<]*</t></is>|%b)</c>)"  # the most frequent first
)
_NUMBER_THERE: Final = re.compile(rb'<c(?![^<>]*\st=")[^<>]*><v>[^<]')
_PLACE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})\d*[\"']")
_DAMAGED: Final = (
    BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError,
    KeyError, IndexError, ValueError, OverflowError, StopIteration,
)  # fmt: skip
"""What reading a damaged workbook raises."""

Row = tuple[int, list[Any]]
"""Its number, from 1, and its cells."""


class XlsxBook:
    """A workbook that was found harmless.

    Attributes:
        sheets: Names of the sheets with cells that are not hidden.

    Raises:
        ReadError: It is no workbook, or not a harmless one.
    """

    def __init__(self, content: bytes) -> None:
        refuse_hostile(content)
        self._content = content
        with self._opened() as archive:
            self._parts: Parts = parts_of(archive)
        self.sheets = tuple(sheet.name for sheet in self._parts.sheets)

    def rows(self, name: str, columns: Sequence[int] | None = None) -> Iterator[Row]:
        """Yield the rows of a sheet in which something stands.

        Args:
            columns: Numbers from 0 of those that are read, the others are None; all without.

        Raises:
            ReadError: It is damaged or too large.
        """
        part = next(sheet.part for sheet in self._parts.sheets if sheet.name == name)
        with self._opened() as archive:
            texts = SharedTexts(lambda: _texts_of(archive, self._parts.texts))
            reader = _Reader(CellValues(self._parts, texts), columns)
            try:
                with archive.open(part) as file:
                    yield from reader.rows(plain_stretches(file))
            except NotPlain:
                with archive.open(part) as file:
                    yield from islice(reader.rows(rewritten(file)), reader.told, None)

    @contextmanager
    def _opened(self) -> Iterator[ZipFile]:
        try:
            with ZipFile(BytesIO(self._content)) as archive:
                yield archive
        except _DAMAGED as error:
            raise damaged() from error


def _texts_of(archive: ZipFile, part: str) -> list[bytes]:
    """Return the part of the texts that cells share in stretches."""
    try:
        with archive.open(part) as file:
            return list(plain_stretches(file))
    except NotPlain:
        with archive.open(part) as file:
            return list(rewritten(file))


class _Reader:
    """Finds rows and cells in the plain XML of a sheet.

    Args:
        columns: As `XlsxBook.rows` has them.

    Attributes:
        told: How many rows it has given.
    """

    def __init__(self, values: CellValues, columns: Sequence[int] | None) -> None:
        self.told = 0
        self._forms, self._form = values.forms, values.form
        self._wanted = {letters_of(column).encode(): column for column in columns or ()}
        self._blank: list[Any] = [None] * (max(columns or (), default=-1) + 1)
        names = b"|".join(self._wanted)
        self._find = re.compile(_WANTED % (names, _INNER)).findall

    def rows(self, stretches: Iterable[bytes]) -> Iterator[Row]:
        """Yield the rows in which something stands.

        Raises:
            ReadError: It is damaged or too large.
        """
        number, rest, is_whole = 0, b"", False
        for stretch in stretches:
            buffer = rest + stretch
            end = buffer.rfind(_ROW_END) + 1
            whole, rest = buffer[:end], buffer[end:]
            is_placed = b"<c>" not in whole and whole.count(b"<c ") == whole.count(b'<c r="')
            cells = self._some if self._wanted and is_placed else self._all
            for each in whole.split(_ROW)[1:]:
                if each.startswith(b' r="'):  # as most do
                    number = int(each[4 : each.index(b'"', 4, _DIGITS)])
                elif each[:1] in b" \t\r\n>/":
                    place = _NUMBER.match(each)
                    number = int(place[1]) if place else number + 1
                else:
                    continue  # <rowBreaks>
                if number > MAX_ROWS:
                    raise too_large()
                row = cells(each)
                if row is not None:
                    yield number, row
                    self.told += 1
            if len(rest) > _MAX_ROW:
                raise too_large()
            is_whole = is_whole or b"</sheetData>" in rest or b"<sheetData/>" in rest
        if not is_whole:
            raise damaged()

    def _some(self, xml: bytes) -> list[Any] | None:
        """Return the cells that are wanted, each of which says first where it stands.

        None is returned if nothing at all stands in the row.
        """
        row, forms, wanted = self._blank.copy(), self._forms, self._wanted
        is_blank = True
        for letters, attributes, raw, inner in self._find(xml):
            form = forms.get(attributes) or self._form(attributes)
            value = form.known.get(inner or raw, form)
            if value is form:  # what was not there before
                value = form.value_in(inner) if inner else form.value(raw)
            if value is not None and value != "":
                row[wanted[letters]] = value
                is_blank = False
        if is_blank and _NUMBER_THERE.search(xml) is None and self._all(xml) is None:
            return None
        return row

    def _all(self, xml: bytes) -> list[Any] | None:
        """Return all cells of a row; None if nothing stands in it."""
        row: list[Any] = []
        column = -1
        for attributes, inner in _CELL.findall(xml):
            place = _PLACE.search(attributes)
            column = column_of(place[1]) if place else column + 1
            if column >= MAX_COLUMNS:
                raise too_large()
            value = self._form(attributes).value_in(inner)
            if value is not None:
                row.extend([None] * (column + 1 - len(row)))
                row[column] = value
        return row if any(cell not in (None, "") for cell in row) else None


def letters_of(column: int) -> str:
    """Return the letters of a column, from 0: A … Z, AA …"""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_of(letters: bytes) -> int:
    """Return the number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
