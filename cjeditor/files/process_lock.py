"""A lock that a process holds as long as it lives, and that nobody has to clear away after it."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from cjeditor.files import atomic
from cjeditor.files.errors import CannotWrite, reason_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


_FAR: Final = 1 << 30
"""Which byte Windows locks: one behind all that stands in the file, which others may read."""


class ProcessLock:
    """A file that is locked; the operating system frees it when the process ends, however.

    What stands in the file, and whether it is there, means nothing: an old or empty file
    blocks nobody.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path, *, private: bool = True) -> "ProcessLock | None":
        """Return the lock on the file at *path*, which is made if need be; None if it is held.

        Args:
            private: Whether nobody else may read the file, if it is made.

        Raises:
            CannotWrite: There is no such file and it cannot be made, or it cannot be locked.
        """
        while True:
            descriptor = atomic.open_to_lock(path, private=private)
            try:
                if not _lock(descriptor, path):
                    os.close(descriptor)
                    return None
                if _is_at(descriptor, path):
                    return cls(path, descriptor)
            except BaseException:
                os.close(descriptor)
                raise
            os.close(descriptor)  # its last holder has just taken the file away

    def write(self, content: bytes) -> None:
        """Put into the file what others may read.

        Raises:
            CannotWrite: It does not stand there, or only in part.
        """
        assert self._descriptor is not None
        atomic.write_into(self._descriptor, content, self._path)

    @property
    def is_there(self) -> bool:
        """Whether the file that is locked still stands under its name."""
        return self._descriptor is not None and _is_at(self._descriptor, self._path)

    def free(self, *, remove: bool = False) -> None:
        """Let others have it.

        Args:
            remove: Whether nobody will need the file any more.
        """
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is None:
            return
        if remove:
            with suppress(CannotWrite):  # Windows removes no file that is open
                atomic.remove(self._path)
        with suppress(OSError):
            os.close(descriptor)


def _lock(descriptor: int, path: Path) -> bool:
    """Lock a file and return True, or False if somebody else has done so."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:  # a file system that knows no locks
        raise CannotWrite(reason_of(error), error.strerror or "", path) from error
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Tell whether the file that is open still stands at *path*."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
