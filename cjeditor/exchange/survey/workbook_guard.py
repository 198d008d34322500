"""What is looked at before a foreign workbook is opened: is it small enough, and plain XML?"""

import zlib
from io import BytesIO
from typing import IO, Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError

MAX_PARTS: Final = 2_000
MAX_PART: Final = 200_000_000
"""Bytes of one part, unpacked."""

MAX_TEXTS: Final = 64_000_000
"""Bytes of the part that all texts stand in, which is kept in memory as a whole."""

MAX_TOTAL: Final = 400_000_000
MAX_RATIO: Final = 400
"""How many times larger a part may become; honest ones become 12 times larger."""

MAX_ROWS: Final = 300_000
"""Of a sheet; to read that many takes a few seconds."""

_SMALL: Final = 1_000_000
_STRETCH: Final = 1_000_000
_HEAD: Final = 64 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0"


def refuse_hostile(content: bytes) -> None:
    """Refuse a workbook that would fill the memory or has declarations in its XML.

    Nothing is kept of what is unpacked for that; zipfile never unpacks more of a part than its
    directory says.

    Raises:
        ReadError: It is no workbook, or not a harmless one.
    """
    if content.startswith(_OLE):
        raise ReadError(
            mark("The workbook has a password or an old format. Save it as .xlsx without one.")
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    with archive.open(part) as file:
                        _refuse_declarations(file)
                if "/worksheets/" in part.filename.lower():
                    with archive.open(part) as file:
                        _refuse_very_many_rows(file)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise damaged() from error


def damaged() -> ReadError:
    """Return the error of a workbook that is not whole."""
    return ReadError(mark("This is no workbook, or a damaged one."))


def too_large() -> ReadError:
    """Return the error of a workbook that would take too much memory or time."""
    return ReadError(mark("The workbook is too large or packed in an unusual way."))


def _check_sizes(parts: list[ZipInfo]) -> None:
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_TOTAL:
        raise too_large()
    for part in parts:
        is_texts = part.filename.lower().endswith("sharedstrings.xml")
        ratio = part.file_size / max(1, part.compress_size)
        if part.file_size > (MAX_TEXTS if is_texts else MAX_PART):
            raise too_large()
        if part.file_size > _SMALL and ratio > MAX_RATIO:
            raise too_large()


def _refuse_very_many_rows(file: IO[bytes]) -> None:
    """Refuse a sheet by the rows that begin in it, which is far quicker than to read them."""
    rows = 0
    while stretch := file.read(_STRETCH):
        rows += stretch.count(b"<row") + stretch.count(b":row")
        if rows > MAX_ROWS:
            raise ReadError(mark("The sheet has more than {limit} rows."), limit=f"{MAX_ROWS:,}")


class _Begun(Exception):
    """The first element of a part has begun: nothing can be declared any more."""


def _refuse_declarations(file: IO[bytes]) -> None:
    """Refuse XML with a document type, which could name files or multiply itself."""
    parser = expat.ParserCreate()

    def refuse(*_declared: object) -> None:
        raise ReadError(mark("The workbook has declarations that none needs; it is not opened."))

    def stop(*_element: object) -> None:
        raise _Begun

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(file.read(_HEAD))
    except _Begun:
        return
    except expat.ExpatError as error:
        raise damaged() from error
    raise damaged()
