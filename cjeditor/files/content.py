"""The content of a file, read and looked at within limits before anything is made of it."""

from pathlib import Path
from typing import Final

from cjeditor.core.bounded import TooLong, read_at_most
from cjeditor.files.errors import CannotRead, TooLarge, TooMany, reason_of

_STRETCH: Final = 4 * 1024 * 1024
"""Bytes that are looked through at once, while every other thread waits."""


def content_of(path: Path, limit: int) -> bytes:
    """Return what stands in the file at *path*.

    Args:
        limit: In bytes.

    Raises:
        CannotRead, TooLarge: It cannot be read, or has more than *limit* bytes.
    """
    try:
        return read_at_most(path, limit)
    except TooLong as error:
        raise TooLarge(error.size, limit, path) from error
    except OSError as error:
        raise CannotRead(reason_of(error), error.strerror or "", path) from error
    except ValueError as error:  # a NUL in the name
        raise CannotRead("file missing", str(error), path) from error


def refuse_bombs(content: bytes, size: int, parts: int) -> None:
    """Refuse JSON that would take minutes and gigabytes to parse.

    Args:
        size: Bytes that it may have.
        parts: Brackets and commas that it may have; each costs memory.

    Raises:
        TooLarge, TooMany: It has more.
    """
    if len(content) > size:
        raise TooLarge(len(content), size)
    found = 0
    for begin in range(0, len(content) if len(content) > parts else 0, _STRETCH):
        signs = (b"[", b"{", b",")
        found += sum(content.count(sign, begin, begin + _STRETCH) for sign in signs)
    if found > parts:
        raise TooMany(parts)
