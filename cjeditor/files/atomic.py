"""The one function that writes users' files: the old file or the new one, never a part.

A new file is written beside the old one, flushed to the disk, read back, and only then
put in its place. A half-written or unreadable file never replaces a good one.
"""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cjeditor.files.errors import CannotWrite, reason_of

_CHUNK: Final = 16 * 1024 * 1024
"""Bytes given to the operating system at once; some take no more than 2 GB."""

_IN_USE: Final = frozenset({5, 32, 33})
"""What Windows says while a virus scanner or a sync client holds a file."""

_PATIENCE: Final = 2.0
"""Seconds to wait for them."""

_NO_FOLDER_FLUSH: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What file systems say on which a folder need not or cannot be flushed."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file was written.

    Attributes:
        warning: What the operating system said if the folder could not be flushed to the
            disk, so that a power cut in the next seconds could bring the old file back.
    """

    warning: str = ""


def write(
    path: Path,
    content: bytes | Sequence[bytes],
    verify: Callable[[bytes], object] | None = None,
) -> Written:
    """Put *content* into the file at *path*.

    Symbolic links are followed and the file's permissions kept.

    Args:
        content: In parts if it is large, for no other thread runs while one is put together.
        verify: Gets what was read back from the disk; raises if it is not good enough to
            replace the old file.

    Raises:
        CannotWrite: It was not written; what stood there is whole.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        parts = (content,) if isinstance(content, bytes) else content
        temporary = _write_beside(target, parts, mode)
        try:
            _read_back(temporary, parts, verify)
            _replace(temporary, target)
        finally:
            with suppress(OSError):
                temporary.unlink()
        return Written(_flush_folder(target.parent))
    except OSError as error:
        reason = reason_of(error)
        detail = error.strerror or str(error)
        raise CannotWrite(
            "folder missing" if reason == "file missing" else reason, detail, path
        ) from error
    except ValueError as error:  # a NUL in the name
        raise CannotWrite("folder missing", str(error), path) from error
    except CannotWrite as error:
        error.path = path
        raise


def is_writable(path: Path) -> bool:
    """Tell whether the file at *path* is there and could be written."""
    try:
        _refuse_unwritable(Path(os.path.realpath(path)))
    except (OSError, ValueError, CannotWrite):
        return False
    return True


def _mode(target: Path) -> int:
    """Return the permissions that the file has, or that a new one gets."""
    if target.exists():
        return _refuse_unwritable(target)
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    return 0o666 & ~mask


def _refuse_unwritable(target: Path) -> int:
    """Return the permissions of a file that may be written.

    Replacing a file needs no right to the file itself, so it has to be asked for.
    """
    status = target.stat()
    if stat.S_ISDIR(status.st_mode):
        raise CannotWrite("is a folder", "")
    if not stat.S_ISREG(status.st_mode):
        raise CannotWrite("other", "not a regular file")
    if not status.st_mode & 0o222:
        raise CannotWrite("read-only", "")
    os.close(os.open(target, os.O_WRONLY))
    return stat.S_IMODE(status.st_mode) & 0o777


def _write_beside(target: Path, parts: Sequence[bytes], mode: int) -> Path:
    """Return a new, flushed file with all *parts* in the folder of *target*."""
    temporary = target.with_name(f".cjm-{secrets.token_hex(6)}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        try:
            for part in parts:
                _write_all(descriptor, part)
            if sys.platform != "win32":
                os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        count = os.write(descriptor, rest[:_CHUNK])
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]


def _read_back(
    temporary: Path, parts: Sequence[bytes], verify: Callable[[bytes], object] | None
) -> None:
    written = temporary.read_bytes()
    at = 0
    for part in parts:
        if not written.startswith(part, at):
            raise CannotWrite("differs", "")
        at += len(part)
    if at != len(written):
        raise CannotWrite("differs", "")
    if verify is not None:
        verify(written)


def _replace(temporary: Path, target: Path) -> None:
    """Put the new file in the place of the old one, waiting while Windows says "in use"."""
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            temporary.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE or time.monotonic() > give_up:
                raise
            time.sleep(0.05)


def _flush_folder(folder: Path) -> str:
    """Flush the change of names to the disk; return what hindered it, or ""."""
    if sys.platform == "win32":  # cannot open folders; it flushes names by itself
        return ""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        return "" if error.errno in _NO_FOLDER_FLUSH else error.strerror or str(error)
    return ""
