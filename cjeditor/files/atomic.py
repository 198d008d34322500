"""All that changes files: the old file or the new one, never a part.

A new file is written beside the old one, flushed to the disk, read back, and only then
put in its place. A half-written or unreadable file never replaces a good one. Files of the
program's own can also grow (`Appender`) and be put elsewhere.
"""

import errno
import hashlib
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from cjeditor.files.errors import CannotWrite, ChangedOnDisk, reason_of
from cjeditor.files.stamp import sha256_of, stamp_of

_CHUNK: Final = 16 * 1024 * 1024
"""Bytes given to the operating system at once; some take no more than 2 GB."""

_IN_USE: Final = frozenset({5, 32, 33})
"""What Windows says while a virus scanner or a sync client holds a file."""

_PATIENCE: Final = 2.0
"""Seconds to wait for them."""

_NO_FOLDER_FLUSH: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What file systems say on which a folder need not or cannot be flushed."""

_BEGINNING: Final = ".cjm-"
"""Of the names of files that are being written."""


class Written(NamedTuple):
    """A file was written.

    Attributes:
        warning: What the operating system said if the folder could not be flushed to the
            disk, so that a power cut in the next seconds could bring the old file back.
        sha256: Of what the file holds now.
    """

    warning: str
    sha256: bytes


def write(
    path: Path,
    content: bytes | Iterable[bytes],
    verify: Callable[[BinaryIO], object] | None = None,
    *,
    private: bool = False,
    expected: bytes | None = None,
) -> Written:
    """Put *content* into the file at *path*.

    Symbolic links are followed and the file's permissions kept.

    Args:
        content: In parts if it is large, for no other thread runs while one is put together;
            each is only asked for when it is written.
        verify: Gets the new file at its beginning, to read it back from the disk; raises if it
            is not good enough to replace the old file.
        private: Whether nobody else may read a new file.
        expected: The sha256 of what the file is believed to hold; a file that is gone is
            written again. None means that it may hold anything.

    Raises:
        CannotWrite: It was not written; what stood there is whole.
        ChangedOnDisk: The file holds something else than *expected*, and still does.
    """
    with _writing(path):
        target = Path(os.path.realpath(path))
        mode = _mode(target, 0o600 if private else 0o666)
        parts = (content,) if isinstance(content, bytes) else content
        temporary, sha256 = _write_beside(target, parts, mode)
        try:
            _read_back(temporary, sha256, verify)
            _replace(temporary, target, expected)
        finally:
            with suppress(OSError):
                temporary.unlink()
        return Written(_flush_folder(target.parent), sha256)


def unfinished(folder: Path) -> list[Path]:
    """Return the files in *folder* that are being written, or were when a program ended."""
    return sorted(folder.glob(f"{_BEGINNING}*"))


def is_writable(path: Path) -> bool:
    """Tell whether the file at *path* is there and could be written."""
    try:
        _refuse_unwritable(Path(os.path.realpath(path)))
    except (OSError, ValueError, CannotWrite):
        return False
    return True


class Appender:
    """A new file of our own that only grows; nobody but the user can read it.

    Once something has failed, nothing more can be written with it: what the disk holds then is
    not known, and flushing again would say that all is well though it is not.

    Raises:
        CannotWrite: There is a file of that name, or none can be made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._failed = False
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        with _writing(path):
            self._descriptor = os.open(path, flags, 0o600)
            try:
                os.fsync(self._descriptor)
                _insist(_flush_folder(path.parent), path)
            except BaseException:
                self.close()
                raise

    def append(self, content: bytes) -> None:
        """Write *content* at the end; it is on the disk only after `flush`.

        Raises:
            CannotWrite: A part of it may stand at the end of the file.
        """
        with self._once():
            _write_all(self._descriptor, content)

    def flush(self) -> None:
        """Bring all that was appended to the disk.

        Raises:
            CannotWrite: What was appended since the last time may be lost.
        """
        with self._once():
            getattr(os, "fdatasync", os.fsync)(self._descriptor)

    def close(self) -> None:
        """Let go of the file; what was not flushed may be lost."""
        self._failed = True
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:  # its number is somebody else's afterwards
            with suppress(OSError):
                os.close(descriptor)

    @contextmanager
    def _once(self) -> Iterator[None]:
        with _writing(self.path):
            if self._failed:
                raise CannotWrite("other", "not to be written again", self.path)
            self._failed = True
            yield
            self._failed = False


def make_private_folder(path: Path) -> None:
    """Make a folder, and those that it is in, which nobody but the user can look into.

    Raises:
        CannotWrite: It cannot be made, or somebody else's stands there.
    """
    with _writing(path):
        _make_folder(path)
        status = path.lstat()
        if not stat.S_ISDIR(status.st_mode):
            raise CannotWrite("folder missing", "not a folder")
        if sys.platform != "win32":
            if status.st_uid != os.getuid():
                raise CannotWrite("no permission", "somebody else's folder")
            if status.st_mode & 0o077:
                path.chmod(0o700)


def move(source: Path, target: Path) -> None:
    """Give a file or folder another name or place on the same disk; nothing stands there yet.

    Raises:
        CannotWrite: It may have its old or its new name.
    """
    with _writing(target):
        source.rename(target)
        for folder in dict.fromkeys((target.parent, source.parent)):  # never nowhere at all
            _insist(_flush_folder(folder), target)


def remove(path: Path) -> None:
    """Delete a file, or a folder with all that is in it, if it is there.

    Raises:
        CannotWrite: Something of it is still there.
    """
    with _writing(path), suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def open_to_lock(path: Path, *, private: bool = True, new: bool = False) -> int:
    """Return the descriptor of the file at *path*, which is made if it is not there.

    Args:
        private: Whether nobody else may read it, if it is made.
        new: Whether there must be none yet.

    Raises:
        CannotWrite: It cannot be opened.
    """
    flags = os.O_RDWR | os.O_CREAT | (os.O_EXCL if new else 0) | getattr(os, "O_BINARY", 0)
    with _writing(path):
        return os.open(path, flags, 0o600 if private else 0o666)


def write_into(descriptor: int, content: bytes, path: Path) -> None:
    """Put *content* into an open file that only tells others something, and may be torn.

    The file stays the same one, so that whoever has locked it still has.

    Raises:
        CannotWrite: It may hold a part.
    """
    with _writing(path):
        os.lseek(descriptor, 0, os.SEEK_SET)
        _write_all(descriptor, content)
        os.ftruncate(descriptor, len(content))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Raise what goes wrong with the file at *path* as `CannotWrite`."""
    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        detail = error.strerror or str(error)
        raise CannotWrite(
            "folder missing" if reason == "file missing" else reason, detail, path
        ) from error
    except ValueError as error:  # a NUL in the name
        raise CannotWrite("folder missing", str(error), path) from error
    except (CannotWrite, ChangedOnDisk) as error:
        error.path = path
        raise


def _make_folder(path: Path) -> None:
    """Make a folder where there is none; its name is on the disk then."""
    try:
        path.mkdir(0o700)
    except FileExistsError:  # perhaps made by a program that ended before its name was there
        _insist(_flush_folder(path.parent), path)
        return
    except FileNotFoundError:
        if path.parent == path:
            raise
        _make_folder(path.parent)
        path.mkdir(0o700, exist_ok=True)
    hindrance = _flush_folder(path.parent)
    if hindrance:  # else the next attempt would find it there and take its name for safe
        with suppress(OSError):
            path.rmdir()
    _insist(hindrance, path)


def _insist(hindrance: str, path: Path) -> None:
    """Raise what hindered a flush of a folder; our own files need not go on without it."""
    if hindrance:
        raise CannotWrite("other", hindrance, path)


def _mode(target: Path, new: int) -> int:
    """Return the permissions that the file has, or of *new* those that a new one may get."""
    if target.exists():
        return _refuse_unwritable(target)
    mask = os.umask(0o077)  # it can only be read by setting it
    os.umask(mask)
    return new & ~mask


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


def _write_beside(target: Path, parts: Iterable[bytes], mode: int) -> tuple[Path, bytes]:
    """Return a new, flushed file with all *parts* in the folder of *target*, and its sha256."""
    summed = hashlib.sha256()
    temporary = target.with_name(f"{_BEGINNING}{os.urandom(6).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o600)
    try:
        try:
            for part in parts:
                summed.update(part)
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
    return temporary, summed.digest()


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        count = os.write(descriptor, rest[:_CHUNK])
        if count == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[count:]


def _read_back(temporary: Path, sha256: bytes, verify: Callable[[BinaryIO], object] | None) -> None:
    """Refuse what stands on the disk if it has another sum or does not pass *verify*."""
    with temporary.open("rb") as written:
        if hashlib.file_digest(written, "sha256").digest() != sha256:
            raise CannotWrite("differs", "")
        if verify is not None:
            written.seek(0)
            verify(written)


def _replace(temporary: Path, target: Path, expected: bytes | None) -> None:
    """Put the new file in the place of the old one, waiting while Windows says "in use"."""
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            if expected is not None:  # looked at last of all, so that hardly a moment is left
                _refuse_changed(target, expected)
            temporary.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE or time.monotonic() > give_up:
                raise
            time.sleep(0.05)


def _refuse_changed(target: Path, expected: bytes) -> None:
    """Refuse to replace a file that holds something else; one that is gone may be replaced.

    A file that grows or changes while it is read is refused too.
    """
    with suppress(FileNotFoundError):
        before = stamp_of(target)
        if sha256_of(target) != expected or stamp_of(target) != before:
            raise ChangedOnDisk


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
