"""The file of one version: a line that says what it is, and the map's file, compressed.

A list of versions needs the first lines alone.
"""

import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Annotated, BinaryIO, Final, Literal

from pydantic import Field, StringConstraints

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.files import atomic
from cjeditor.files.cjm import SIZE_LIMIT
from cjeditor.files.errors import CannotRead, CannotWrite, DamagedVersion, NotOurs, reason_of
from cjeditor.files.recovery_folder import Digest
from cjeditor.kinds.fields import Moment

LONGEST: Final = 200
"""Characters of a label or title."""

_HEAD_LIMIT: Final = 32 * 1024
_BODY_LIMIT: Final = SIZE_LIMIT + SIZE_LIMIT // 1000 + 1024
"""Bytes of the first line, and of what follows: what cannot be compressed grows a little."""

_STRETCH: Final = 1024 * 1024
"""Bytes that are compressed at once."""

Why = Literal["saved", "working", "named", "overwritten"]
"""Of the map as it was saved, as it was while people worked on it, when they gave it a name, or of
its file as a session found it before it wrote over it."""

_Short = Annotated[str, StringConstraints(max_length=LONGEST)]


class About(Frozen):
    """What is known of a version without reading it.

    Attributes:
        time: When it was made.
        label: The user's name for it; "" means none.
        document: Id of the map.
        title: Of the map; "" if its file could not be read.
        path: The map's file as the operating system has it; None if there was none.
        sha256, size: Of the whole content, in bytes.
    """

    format: Literal["cjeditor map version"] = "cjeditor map version"
    version: Annotated[int, Field(ge=1, le=1)] = 1
    time: Moment
    why: Why
    label: _Short = ""
    document: Id
    title: _Short = ""
    path: Annotated[bytes, Field(max_length=8192)] | None = None
    sha256: Digest
    size: Annotated[int, Field(ge=0, le=SIZE_LIMIT)]


@dataclass(frozen=True)
class Version:
    """A version that is kept.

    Attributes:
        size: Of its file in the folder, in bytes.
    """

    path: Path
    about: About
    size: int

    @property
    def is_named(self) -> bool:
        """Whether it goes last where room is needed."""
        return bool(self.about.label)

    @cached_property
    def when(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.about.time)

    @property
    def file(self) -> Path | None:
        """The map's file, which need not be there any more."""
        return None if self.about.path is None else Path(os.fsdecode(self.about.path))


def version_at(path: Path) -> Version:
    with _opened(path) as (file, size):
        return Version(path, About.model_validate_json(file.readline(_HEAD_LIMIT)), size)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open what is a file and nothing else, such as a pipe, which would be waited for."""
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        raise NotOurs
    with path.open("rb") as file:
        yield file, status.st_size


def body_of(path: Path) -> bytes:
    try:
        with _opened(path) as (file, _size):
            file.readline(_HEAD_LIMIT)
            return file.read(_BODY_LIMIT)
    except OSError as error:
        raise CannotRead(reason_of(error), error.strerror or "", path) from error
    except NotOurs as error:
        raise DamagedVersion(path) from error


def unpacked(body: bytes, version: Version) -> bytes:
    """Return what *body* holds, which is as large as it says, or refuse it."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(body, version.about.size + 1)
    except zlib.error as error:
        raise DamagedVersion(version.path) from error
    digest = hashlib.sha256(content).hexdigest()
    if not unpacker.eof or unpacker.unused_data or digest != version.about.sha256:
        raise DamagedVersion(version.path)
    return content


def write_version(path: Path, about: About, content: bytes) -> Version:
    head = type(about).__pydantic_serializer__.to_json(about) + b"\n"
    parts = [head, *_packed(content)]
    written = atomic.write(path, parts, private=True)
    if written.warning:
        raise CannotWrite("other", written.warning, path)
    return Version(path, about, sum(map(len, parts)))


def _packed(content: bytes) -> Iterator[bytes]:
    """Yield *content* compressed, in parts: while a long one is put together, no thread runs."""
    packer = zlib.compressobj()
    for begin in range(0, len(content), _STRETCH):
        yield packer.compress(memoryview(content)[begin : begin + _STRETCH])
    yield packer.flush()
