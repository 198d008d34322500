"""How a file is told from what it was: by its stamp quickly, by its sum for certain."""

import hashlib
from pathlib import Path

Stamp = tuple[int, int, int]
"""Of a file: its number on the disk, its size in bytes, when it was changed in nanoseconds."""


def stamp_of(path: Path) -> Stamp:
    """Return what is different when a file was written or replaced.

    Raises:
        OSError: It is not there or cannot be reached.
    """
    status = path.stat()
    return status.st_ino, status.st_size, status.st_mtime_ns


def sha256_of(path: Path) -> bytes:
    """Return the sha256 of what the file at *path* holds.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
