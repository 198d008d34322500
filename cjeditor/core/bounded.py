"""Reading a file that anybody may have made: nothing is waited for, and no more read than asked."""

import errno
import os
import stat
from pathlib import Path
from typing import Final

_FLAGS: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_STRETCH: Final = 1024 * 1024
"""Bytes read at once of a file that has more than it says."""


class TooLong(Exception):
    """There is more in a file than was asked for.

    Attributes:
        size: Of the file, in bytes, as far as it is known.
    """

    def __init__(self, size: int) -> None:
        super().__init__(f"{size} bytes")
        self.size = size


def read_at_most(path: Path, limit: int) -> bytes:
    """Return what stands in the file at *path*.

    A pipe or a device is not opened, for it might be waited for and have no end. A file may
    grow while it is read, or be another one than a moment ago.

    Args:
        limit: In bytes.

    Raises:
        OSError: It cannot be read, or is no regular file.
        ValueError: Nothing can have such a name.
        TooLong: It has more than *limit* bytes.
    """
    _insist_on_file(path.stat())
    with os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb") as file:
        status = os.fstat(file.fileno())
        _insist_on_file(status)
        if status.st_size > limit:
            raise TooLong(status.st_size)
        content = file.read(status.st_size + 1)
        while status.st_size < len(content) <= limit and (more := file.read(_STRETCH)):
            content += more
    if len(content) > limit:
        raise TooLong(len(content))
    return content


def _insist_on_file(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not a regular file")
