"""A large file taken apart, so that nobody has to wait for the whole of it.

Parsing holds up every other thread of the program until it is done. A file as we write it
has one record per line, so it can be cut between two records and parsed bit by bit.
"""

import re
from collections.abc import Iterator
from typing import Final

from cjeditor.files.header import FORMAT
from cjeditor.files.migrations import CURRENT
from cjeditor.model.map import TABLES

SIZE: Final = 128 * 1024
"""Bytes of a piece, and a record more at most; parsing it takes some milliseconds."""

FIELDS: Final = frozenset({"format", "version", "id"})
"""What every piece has, besides the one field that it is about."""

_BEGIN: Final = f'{{\n"format": "{FORMAT}",\n"version": {CURRENT},\n"id": "'.encode()
_HEAD: Final = re.compile(re.escape(_BEGIN) + rb'[^"\\\n]*",\n"scope": [^\n]*(?=,\n)')
_EMPTY: Final = f'{{"format":"{FORMAT}","version":{CURRENT},"id":"x",'.encode()


class NotInPieces(Exception):
    """The file is not spaced or ordered as we write it; it must be read as a whole."""


def pieces(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield small files that hold together what the file with *content* holds.

    The first has the map's id and its scope, each other one some records of one table; with
    each comes the name of that field. If they are sound and no other field stands in any of
    them, the whole is sound: a bracket that closes too early leaves a piece that is not.

    Raises:
        NotInPieces: It is not one of ours, or of another version.
    """
    head = _HEAD.match(content)
    if head is None:
        raise NotInPieces
    yield "scope", head[0] + b"}"
    at = head.end()
    for name in TABLES:
        begin = f',\n"{name}": ['.encode()
        if not content.startswith(begin, at):
            raise NotInPieces
        at += len(begin)
        if content.startswith(b"]", at):
            at += 1
            continue
        for first, last in _cuts(content, at):
            yield name, b"".join((_EMPTY, begin[2:], content[first:last], b"]}"))
            at = last + len("\n]")
    if content[at:] != b"\n}\n":
        raise NotInPieces


def _cuts(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of the table begin and end whose records begin at *at*.

    A record has no line break in it: within a text it would be written as two signs.
    """
    while True:
        end = content.find(b"\n]", at, at + SIZE + len("\n]"))
        if end >= 0:
            yield at, end
            return
        end = content.find(b"\n", at + SIZE)
        if end < 0:
            raise NotInPieces
        if content.startswith(b"]", end + 1):
            yield at, end
            return
        if not content.endswith(b",", at, end):
            raise NotInPieces
        yield at, end - 1
        at = end
