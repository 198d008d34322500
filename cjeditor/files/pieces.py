"""A large file taken apart, so that nobody has to wait for the whole of it.

Parsing holds up every other thread of the program until it is done. A file as we write it
has one record per line, so it can be cut between two records and parsed bit by bit, without ever
being in memory as a whole.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cjeditor.files.header import FORMAT
from cjeditor.files.migrations import CURRENT
from cjeditor.model.map import TABLES

SIZE: Final = 128 * 1024
"""Bytes of a piece, and a record more at most; parsing it takes some milliseconds."""

FIELDS: Final = frozenset({"format", "version", "id"})
"""What every piece has, besides the one field that it is about."""

_BEGIN: Final = f'{{\n"format": "{FORMAT}",\n"version": {CURRENT},\n"id": "'.encode()
_HEAD: Final = re.compile(re.escape(_BEGIN) + rb'[^"\\\n]*",\n"scope": [^\n]*(?=,\n\Z)')
_HEAD_LINES: Final = 5
_LAST: Final = next(reversed(TABLES))
_EMPTY: Final = f'{{"format":"{FORMAT}","version":{CURRENT},"id":"x",'.encode()


class NotInPieces(Exception):
    """The file is not spaced or ordered as we write it; it must be read as a whole."""


def pieces(lines: Iterator[bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield small files that hold together what the file with these *lines* holds.

    The first has the map's id and its scope, each other one some records of one table; with
    each comes the name of that field. If they are sound and no other field stands in any of
    them, the whole is sound: a bracket that closes too early leaves a piece that is not.

    Args:
        lines: With their ends, as a file opened in binary mode yields them.

    Raises:
        NotInPieces: It is not one of ours, or of another version.
    """
    head = _HEAD.match(b"".join(islice(lines, _HEAD_LINES)))
    if head is None:
        raise NotInPieces
    yield "scope", head[0] + b"}"
    for name in TABLES:
        begin = f'"{name}": ['.encode()
        end = b"]\n" if name == _LAST else b"],\n"
        first = next(lines, b"")
        if first == begin + end:
            continue
        if first != begin + b"\n":
            raise NotInPieces
        for records in _cut(lines, end):
            yield name, b"".join((_EMPTY, begin, records, b"]}"))
    if next(lines, b"") != b"}\n" or next(lines, b""):
        raise NotInPieces


def _cut(lines: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """Yield the records of a table in pieces; *end* is the line after the last of them.

    A record has no line break in it: within a text it would be written as two signs.
    """
    held: list[bytes] = []
    size = 0
    for line in lines:
        if line == end:
            yield b"".join(held)
            return
        if size > SIZE:
            records = b"".join(held)
            if not records.endswith(b",\n"):
                raise NotInPieces
            yield records[:-2]
            held, size = [], 0
        held.append(line)
        size += len(line)
    raise NotInPieces
