"""What a workbook says about itself: its sheets, its texts, and which numbers are days."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

from cjeditor.exchange.survey.workbook_guard import damaged

_DAYS: Final = frozenset((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)))
"""Ids of built-in formats of days and times: ISO/IEC 29500-1, 18.8.30, and those of East Asia."""

_SPAN: Final = 46
"""The built-in format of spans of time, [h]:mm:ss."""

_LONGEST: Final = 255
"""Characters of a format, as Excel has it."""

_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_SPAN_CODE: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DAY_CODE: Final = re.compile("[dmyhs]", re.IGNORECASE)

Element = tuple[str, Mapping[str, str]]
"""Name without prefix, and attributes without prefixes."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet that is not hidden: its name, and the part of the archive that holds it."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of a workbook before a cell is read.

    Attributes:
        texts: The part of the texts that cells share; "" if there is none.
        days, spans: Numbers of the cell styles in which a number is a day or a span of time.
        begins_1904: Whether day 0 is 1904-01-01.
    """

    sheets: tuple[SheetPart, ...]
    texts: str
    days: frozenset[int]
    spans: frozenset[int]
    begins_1904: bool


def parts_of(archive: ZipFile) -> Parts:
    """Read what a workbook says about itself.

    Raises:
        KeyError: A part is missing.
        ReadError: A part is no XML.
    """
    book = next(
        target for kind, target, _ in _related(archive, "") if kind.endswith("/officeDocument")
    )
    related = list(_related(archive, book))
    target_of = {name: target for kind, target, name in related if kind.endswith("/worksheet")}
    named = {kind.rpartition("/")[2]: target for kind, target, _ in related}
    sheets: list[SheetPart] = []
    begins_1904 = False
    for name, values in _elements(archive, book):
        if name == "workbookPr":
            begins_1904 = values.get("date1904", "0") in ("1", "true")
        elif name == "sheet" and values.get("state", "visible") == "visible":
            part = target_of.get(values.get("id", ""))
            if part is not None:
                sheets.append(SheetPart(values["name"], part))
    styles = named.get("styles")
    days, spans = _formats(archive, styles) if styles else (frozenset(), frozenset())
    return Parts(tuple(sheets), named.get("sharedStrings", ""), days, spans, begins_1904)


def _related(archive: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield type, part and id of what *part* is related to; "" is the archive itself."""
    folder, name = posixpath.split(part)
    for element, values in _elements(archive, posixpath.join(folder, "_rels", f"{name}.rels")):
        if element == "Relationship" and values.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, values["Target"]))
            yield values.get("Type", ""), target.lstrip("/"), values.get("Id", "")


def _formats(archive: ZipFile, part: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the numbers of the cell styles of days, and of those of spans of time."""
    codes: dict[int, str] = {}
    days, spans = set(), set()
    number, inside = 0, ""
    for name, values in _elements(archive, part):
        if name == "numFmt":
            codes[int(values["numFmtId"])] = values.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = name
        elif name == "xf" and inside == "cellXfs":
            used = int(values.get("numFmtId", 0))
            code = _LITERAL.sub("", codes.get(used, "")[:_LONGEST].partition(";")[0])
            if used == _SPAN or _SPAN_CODE.search(code):
                spans.add(number)
            elif _DAY_CODE.search(code) if used in codes else used in _DAYS:
                days.add(number)
            number += 1
    return frozenset(days), frozenset(spans)


def _elements(archive: ZipFile, part: str) -> list[Element]:
    """Return the elements of a small part, in the order in which they begin."""
    found: list[Element] = []

    def begin(name: str, values: dict[str, str]) -> None:
        plain = {each.rpartition(":")[2]: value for each, value in values.items()}
        found.append((name.rpartition(":")[2], plain))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    try:
        parser.Parse(archive.read(part), True)
    except expat.ExpatError as error:
        raise damaged() from error
    return found
