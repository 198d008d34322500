"""Our own file, `*.cjm`: UTF-8 JSON with one record per line."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from cjeditor.core.frozen import Frozen
from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.words import mark
from cjeditor.files import atomic
from cjeditor.files.content import content_of, refuse_bombs
from cjeditor.files.document import Document
from cjeditor.files.errors import (
    BadField,
    BadPicture,
    CannotWrite,
    FileError,
    NewerVersion,
    NotJson,
    NotOurs,
)
from cjeditor.files.header import FORMAT, Header
from cjeditor.files.migrations import CURRENT, Json, migrate
from cjeditor.files.parse_errors import bad_field, header_error
from cjeditor.files.pictures import check
from cjeditor.files.pieces import FIELDS, SIZE, NotInPieces, pieces
from cjeditor.kinds.card import Card
from cjeditor.kinds.lane import Lane
from cjeditor.model.map import TABLES, Map

SIZE_LIMIT: Final = 200 * 1024 * 1024
"""Bytes in a file; 20,000 cards take about 4 MB, a picture at most about 2 MB."""

PARTS_LIMIT: Final = 3_000_000
"""Brackets and commas in a file, each of which costs memory; 20,000 cards have about 200,000."""

_PART: Final = 1024 * 1024
"""Bytes that are put together and written at once."""


class Known(NamedTuple):
    """A map and the sum of the file that it was read from.

    Attributes:
        sha256: Of all bytes of the file.
    """

    journey: Map
    sha256: bytes


def load(path: Path, progress: Progress = no_progress) -> Map:
    """Return the map in a file.

    Raises:
        FileError: It cannot be read or holds no sound map.
        Cancelled: *progress* said so.
    """
    return load_known(path, progress).journey


def load_known(path: Path, progress: Progress = no_progress) -> Known:
    """Return the map in a file with the file's sum, by which a change of it is noticed.

    Raises:
        FileError: It cannot be read or holds no sound map.
        Cancelled: *progress* said so.
    """
    try:
        content = content_of(path, SIZE_LIMIT)
        return Known(loads(content, progress), hashlib.sha256(content).digest())
    except FileError as error:
        error.path = path
        raise


def loads(content: bytes, progress: Progress = no_progress) -> Map:
    """Return the map that a file with *content* holds.

    Raises:
        FileError: It holds no sound map.
        Cancelled: *progress* said so.
    """
    refuse_bombs(content, SIZE_LIMIT, PARTS_LIMIT)
    content = content.removeprefix(b"\xef\xbb\xbf")
    document = _in_pieces(content, progress)
    if document is not None:
        return document.journey()
    journey = _whole(content).journey()
    _refuse_doubled_keys(content)
    return journey


def _in_pieces(content: bytes, progress: Progress) -> Document | None:
    """Return what a large file as we write it holds.

    None for a small one, and where anything is unusual or wrong: the file as a whole tells
    what and where.
    """
    if len(content) <= SIZE:
        return None
    read: dict[str, Any] = {}
    done = 0
    try:
        for name, part, size in _parts(BytesIO(content)):
            if name in TABLES:
                read[name] = (*read.get(name, ()), *getattr(part, name))
            else:
                read |= {each: getattr(part, each) for each in (*FIELDS, name)}
            done += size
            progress(min(done / len(content), 1))
    except (NotInPieces, ValidationError, BadField):
        return None
    return Document.model_construct(**read)


def _parts(file: BinaryIO) -> Iterator[tuple[str, Document, int]]:
    """Yield a file as we write it in parts: the field that each is about, and its bytes.

    Raises:
        NotInPieces, ValidationError, BadField: Something is unusual or wrong.
    """
    for name, piece in pieces(file):
        part = _sound(piece)
        if part.model_fields_set != FIELDS | {name}:
            raise NotInPieces
        yield name, part, len(piece)


def _sound(piece: bytes) -> Document:
    document = Document.model_validate_json(piece)
    _refuse_false_pictures(document)
    _refuse_doubled_keys(piece)
    return document


def _whole(content: bytes) -> Document:
    version = _version(content)
    if version < CURRENT:
        content = to_json(migrate(from_json(content, allow_inf_nan=False), version))
    try:
        document = Document.model_validate_json(content)
    except ValidationError as error:
        raise bad_field(content, error) from error
    _refuse_false_pictures(document)
    return document


def dumps(journey: Map) -> bytes:
    """Return the content of the file of *journey*; the same bytes for equal maps."""
    return b"".join(_written(journey))


def sha256_of(journey: Map) -> bytes:
    """Return the sha256 of what `dumps` returns, without having all of it at once."""
    summed = hashlib.sha256()
    for bit in _written(journey):
        summed.update(bit)
    return summed.digest()


def _written(journey: Map) -> Iterator[bytes]:
    """Yield what stands in the file of *journey*, bit by bit."""
    document = Document.of(journey)
    yield b'{\n"format": ' + to_json(FORMAT)
    yield b',\n"version": ' + to_json(CURRENT)
    yield b',\n"id": ' + to_json(journey.id)
    yield b',\n"scope": ' + line(journey.scope)
    for name in TABLES:
        yield b",\n" + to_json(name) + b": ["
        end = b"]"
        for record in getattr(document, name):
            yield b"\n" if end == b"]" else b",\n"
            yield line(record)
            end = b"\n]"
        yield end
    yield b"\n}\n"


def _joined(bits: Iterable[bytes]) -> Iterator[bytes]:
    """Join *bits* to parts that are large enough for the disk."""
    held: list[bytes] = []
    size = 0
    for bit in bits:
        held.append(bit)
        size += len(bit)
        if size > _PART:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def save(
    journey: Map, path: Path, *, private: bool = False, expected: bytes | None = None
) -> atomic.Written:
    """Write *journey* to a file; what stood there survives any failure.

    Args:
        private: Whether nobody else may read a new file.
        expected: The sha256 that the file must still have, if it is there; None means any.

    Raises:
        ChangedOnDisk: It has another one.
        FileError: It was not written, or could not be read again.
    """

    def verify(written: BinaryIO) -> None:
        if not _holds(written, journey):
            written.seek(0)
            if _whole(written.read()).journey() != journey:
                raise CannotWrite("differs", "")

    try:
        parts = _joined(_written(journey))
        return atomic.write(path, parts, verify, private=private, expected=expected)
    except FileError as error:
        error.path = path
        raise


def _holds(file: BinaryIO, journey: Map) -> bool:
    """Tell whether a large file as we write it holds *journey*; piece by piece, to save memory.

    Args:
        file: At its beginning.

    False for a small one too, and where anything is unusual or wrong.

    Raises:
        FileError: No file with such a map could be read.
    """
    if len(file.read(SIZE + 1)) <= SIZE:
        return False
    file.seek(0)
    expected = Document.of(journey)
    found = dict.fromkeys(TABLES, 0)
    try:
        for name, part, _size in _parts(file):
            read, begin = getattr(part, name), found.get(name, 0)
            if name in TABLES:
                found[name] = end = begin + len(read)
                is_same = read == getattr(expected, name)[begin:end]
            else:
                is_same = (part.id, read) == (expected.id, getattr(expected, name))
            if not is_same:
                return False
    except (NotInPieces, ValidationError, BadField):
        return False
    expected.journey()
    return all(number == len(getattr(expected, name)) for name, number in found.items())


def plain_values(content: bytes) -> Json:
    """Return what a file says, as plain values, whatever it says.

    Raises:
        FileError: It is too large, no JSON, or no group of named values.
    """
    refuse_bombs(content, SIZE_LIMIT, PARTS_LIMIT)
    try:
        plain = from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise NotJson from error
    if not isinstance(plain, dict):
        raise NotOurs
    return plain


def _version(content: bytes) -> int:
    """Return the version of the file, before anything else of it is looked at."""
    try:
        header = Header.model_validate_json(content)
    except ValidationError as error:
        raise header_error(error.errors()[0], content) from error
    if header.format != FORMAT:
        raise NotOurs
    if header.version > CURRENT:
        raise NewerVersion(header.version, CURRENT)
    return header.version


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


def line(record: Frozen) -> bytes:
    """Return a record as one line of JSON, without the fields that have their default value.

    The kind of a card or lane is the default of its class; it is what the class is found
    by, so it is written all the same.
    """
    written = type(record).__pydantic_serializer__.to_json(record, exclude_defaults=True)
    if isinstance(record, (Card, Lane)):
        return b'{"kind":' + to_json(record.kind) + b"," + written[1:]
    return written
