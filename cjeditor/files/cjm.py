"""Our own file, `*.cjm`: UTF-8 JSON with one record per line."""

import json
import re
import stat
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json, to_json

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark
from cjeditor.files import atomic
from cjeditor.files.document import FORMAT, Document, Header
from cjeditor.files.errors import (
    BadField,
    BadPicture,
    CannotRead,
    CannotWrite,
    FileError,
    NewerVersion,
    NotJson,
    NotOurs,
    TooLarge,
    reason_of,
)
from cjeditor.files.migrations import CURRENT, migrate
from cjeditor.files.pictures import check
from cjeditor.kinds.card import Card
from cjeditor.kinds.lane import Lane
from cjeditor.model.map import TABLES, Map
from cjeditor.model.problems import problem_of

SUFFIX: Final = ".cjm"

SIZE_LIMIT: Final = 200 * 1024 * 1024
"""Bytes in a file; 20,000 cards take about 4 MB, a picture at most about 2 MB."""

PARTS_LIMIT: Final = 10_000_000
"""Brackets and commas in a file, each of which costs memory; 20,000 cards have about 200,000."""


def load(path: Path) -> Map:
    """Return the map in a file.

    Raises:
        FileError: It cannot be read or holds no sound map.
    """
    try:
        return loads(_read(path))
    except FileError as error:
        error.path = path
        raise


def loads(content: bytes) -> Map:
    """Return the map that a file with *content* holds.

    Raises:
        FileError: It holds no sound map.
    """
    _refuse_bombs(content)
    content = content.removeprefix(b"\xef\xbb\xbf")
    journey = _parsed(content)
    if content != dumps(journey):  # what we wrote ourselves says nothing twice
        _refuse_doubled_keys(content)
    return journey


def _parsed(content: bytes) -> Map:
    version = _version(content)
    if version < CURRENT:
        content = to_json(migrate(from_json(content, allow_inf_nan=False), version))
    try:
        document = Document.model_validate_json(content)
    except ValidationError as error:
        raise _bad_field(content, error) from error
    _refuse_false_pictures(document)
    return document.journey()


def dumps(journey: Map) -> bytes:
    """Return the content of the file of *journey*; the same bytes for equal maps."""
    document = Document.of(journey)
    parts = [
        b'"format": ' + to_json(FORMAT),
        b'"version": ' + to_json(CURRENT),
        b'"id": ' + to_json(journey.id),
        b'"scope": ' + _line(journey.scope),
        *(_table(name, getattr(document, name)) for name in TABLES),
    ]
    return b"{\n" + b",\n".join(parts) + b"\n}\n"


def save(journey: Map, path: Path) -> atomic.Written:
    """Write *journey* to a file; what stood there survives any failure.

    Raises:
        FileError: It was not written, or could not be read again.
    """

    def verify(written: bytes) -> None:
        if _parsed(written) != journey:
            raise CannotWrite("differs", "")

    try:
        return atomic.write(path, dumps(journey), verify)
    except FileError as error:
        error.path = path
        raise


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise CannotRead("is a folder", "")
        if not stat.S_ISREG(status.st_mode):
            raise CannotRead("other", "not a regular file")
        if status.st_size > SIZE_LIMIT:
            raise TooLarge(status.st_size, SIZE_LIMIT)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(reason_of(error), error.strerror or "") from error
    except ValueError as error:  # a NUL in the name
        raise CannotRead("file missing", str(error)) from error


def _refuse_bombs(content: bytes) -> None:
    """Refuse what would take minutes and gigabytes to parse."""
    if len(content) > SIZE_LIMIT:
        raise TooLarge(len(content), SIZE_LIMIT)
    if sum(content.count(sign) for sign in (b"[", b"{", b",")) > PARTS_LIMIT:
        raise NotOurs


def _version(content: bytes) -> int:
    """Return the version of the file, before anything else of it is looked at."""
    try:
        header = Header.model_validate_json(content)
    except ValidationError as error:
        raise _header_error(error.errors()[0], content) from error
    if header.format != FORMAT:
        raise NotOurs
    if header.version > CURRENT:
        raise NewerVersion(header.version, CURRENT)
    return header.version


def _header_error(error: ErrorDetails, content: bytes) -> FileError:
    if error["type"] == "json_invalid":
        return _not_json(error)
    if error["loc"] != ("version",) or from_json(content).get("format") != FORMAT:
        return NotOurs()
    problem = problem_of(error)
    return BadField("", problem.reason, {"field": "version", **problem.values})


def _not_json(error: ErrorDetails) -> NotJson:
    where = re.search(r"line (\d+) column (\d+)", str(error.get("ctx", {}).get("error", "")))
    return NotJson(int(where[1]), int(where[2])) if where else NotJson()


def _bad_field(content: bytes, error: ValidationError) -> FileError:
    first, *more = error.errors()
    if first["type"] == "json_invalid":
        return _not_json(first)
    place, field = _place(from_json(content), first["loc"])
    problem = problem_of(first)
    return BadField(place, problem.reason, {"field": field, **problem.values}, len(more))


def _place(plain: Any, location: tuple[int | str, ...]) -> tuple[str, str]:
    """Return the record ("cards[12] k3x") and the field ("extras[0].name") at a location."""
    head, rest = str(location[0]), location[1:]
    if head not in TABLES or not rest:
        return (head, _dotted(rest)) if rest else ("", head)
    record = plain[head][rest[0]]
    named = record if isinstance(record, dict) else {}
    inner = rest[2:] if rest[1:2] == (named.get("kind"),) else rest[1:]
    return f"{head}[{rest[0]}] {named.get('id', '')}".rstrip(), _dotted(inner) or mark("record")


def _dotted(location: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")


def _refuse_false_pictures(document: Document) -> None:
    for number, picture in enumerate(document.pictures):
        try:
            check(picture)
        except BadPicture as error:
            place = f"pictures[{number}] {picture.id}"
            raise BadField(place, error.reason, error.values) from error


def _refuse_doubled_keys(content: bytes) -> None:
    """Refuse a field that stands twice in one record: one of the two would be lost."""

    def check(pairs: list[tuple[str, Any]]) -> None:
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            ids = (str(value) for name, value in pairs if name == "id")
            raise BadField(next(ids, ""), mark("{field} stands there twice."), {"field": twice})

    json.loads(content, object_pairs_hook=check)


def _table(name: str, records: tuple[Frozen, ...]) -> bytes:
    if not records:
        return to_json(name) + b": []"
    return to_json(name) + b": [\n" + b",\n".join(_line(record) for record in records) + b"\n]"


def _line(record: Frozen) -> bytes:
    """Return a record as one line of JSON, without the fields that have their default value.

    The kind of a card or lane is the default of its class; it is what the class is found
    by, so it is written all the same.
    """
    line = type(record).__pydantic_serializer__.to_json(record, exclude_defaults=True)
    if isinstance(record, (Card, Lane)):
        return b'{"kind":' + to_json(record.kind) + b"," + line[1:]
    return line
