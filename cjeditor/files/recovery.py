"""What sessions that ended badly have left: found, put into the trash and back."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final

from cjeditor.files import atomic
from cjeditor.files.errors import CannotWrite, FileError
from cjeditor.files.loss import Loss
from cjeditor.files.process_lock import ProcessLock
from cjeditor.files.recovery_folder import LOCK, TRASH, Meta, throw_away
from cjeditor.files.recovery_reading import Found, read
from cjeditor.model.map import Map

KEPT: Final = timedelta(days=30)
"""How long the trash keeps what was put there."""

TRASH_LIMIT: Final = 500_000_000
"""Bytes in a trash from which it keeps no longer what a file has as well."""

_SESSION: Final = re.compile(r"[a-z0-9]{12}")
_THROWN: Final = re.compile(r"(\d{8}T\d{6}Z)-([a-z0-9]{12})(-saved)?")


@dataclass(frozen=True)
class Leftover:
    """A recovery folder whose session has ended.

    As long as it is held, no other window and no other program finds it.

    Attributes:
        folder: Where it stands.
        when: When something was written there last.
        thrown: When it was put into the trash; None if it is not there.
    """

    folder: Path
    when: datetime
    thrown: datetime | None = None
    lock: ProcessLock | None = field(default=None, repr=False, compare=False)

    @cached_property
    def found(self) -> Found:
        """What it holds; read at the first call, which may take seconds."""
        return read(self.folder)

    @property
    def meta(self) -> Meta | None:
        return self.found.meta

    @property
    def journey(self) -> Map | None:
        """The map, with the text that was being typed; None if it cannot be read."""
        return self.found.journey

    @property
    def problems(self) -> tuple[FileError, ...]:
        return self.found.problems

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What the map lacks of what it was."""
        return self.found.losses

    @property
    def is_whole(self) -> bool:
        """Whether the map is one that there was, and not a part of it."""
        return self.found.is_whole

    @property
    def is_saved(self) -> bool:
        return self.found.is_saved

    def release(self) -> None:
        """Let it be found again."""
        if self.lock is not None:
            self.lock.free()

    def discard(self) -> None:
        """Put it into the trash, where it is kept for `KEPT`.

        Raises:
            CannotWrite: It is still where it was.
        """
        throw_away(self.folder, is_saved=self.is_saved)
        if self.lock is not None:
            self.lock.free(remove=True)

    def restore(self) -> "Leftover":
        """Take it out of the trash and return it as it is found then, and held.

        Raises:
            CannotWrite: It is still there.
        """
        root = self.folder.parent.parent
        named = _THROWN.fullmatch(self.folder.name)
        assert named is not None
        lock = ProcessLock.take(root / f"{named[2]}{LOCK}")
        if lock is None:
            raise CannotWrite("in use", "somebody else's lock", self.folder)
        try:
            atomic.move(self.folder, root / named[2])
        except CannotWrite:
            lock.free()
            raise
        return Leftover(root / named[2], self.when, lock=lock)


def leftovers(*roots: Path) -> tuple[Leftover, ...]:
    """Return what sessions have left that run no more, the latest first; it is held then.

    Args:
        roots: As `recovery_folder.places` has them.
    """
    found = [each for root in roots for each in _leftovers_in(root)]
    return tuple(sorted(found, key=lambda each: each.when, reverse=True))


def trash(*roots: Path) -> tuple[Leftover, ...]:
    """Return what is in the trash, the latest first."""
    found = []
    for root in roots:
        for folder in _folders(root / TRASH):
            named = _THROWN.fullmatch(folder.name)
            if named is not None and _has_content(folder):
                thrown = datetime.strptime(named[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
                found.append(Leftover(folder, _written(folder), thrown))
    return tuple(sorted(found, key=lambda each: (each.thrown, each.folder), reverse=True))


def delete_old(root: Path, now: datetime) -> None:
    """Delete what the trash has kept long enough, and folders in which there is nothing.

    What cannot be deleted is left for the next time.
    """
    with suppress(CannotWrite):
        _empty_trash(root, now)
    for folder in _folders(root):
        if _SESSION.fullmatch(folder.name) and not _has_content(folder):
            _remove_if_free(root / f"{folder.name}{LOCK}", folder)
    with suppress(OSError):
        for file in sorted(root.glob(f"*{LOCK}")):
            if not file.with_suffix("").exists():
                _remove_if_free(file, None)


def _empty_trash(root: Path, now: datetime) -> None:
    kept = []
    for each in reversed(trash(root)):
        assert each.thrown is not None
        if each.thrown < now - KEPT:
            atomic.remove(each.folder)
        else:
            kept.append(each.folder)
    sizes = {folder: _size(folder) for folder in kept}
    for folder in kept:
        if sum(sizes.values()) > TRASH_LIMIT and folder.name.endswith("-saved"):
            atomic.remove(folder)
            del sizes[folder]


def _remove_if_free(file: Path, folder: Path | None) -> None:
    with suppress(CannotWrite):
        lock = ProcessLock.take(file)
        if lock is None:
            return
        if folder is not None and not _has_content(folder):
            atomic.remove(folder)
        lock.free(remove=True)


def _leftovers_in(root: Path) -> Iterator[Leftover]:
    for folder in _folders(root):
        if not _SESSION.fullmatch(folder.name) or not _has_content(folder):
            continue
        try:
            lock = ProcessLock.take(root / f"{folder.name}{LOCK}")
        except CannotWrite:  # nothing can be written there, so nobody does
            yield Leftover(folder, _written(folder))
            continue
        if lock is None:
            continue
        if folder.is_dir():  # it may just have been put into the trash
            yield Leftover(folder, _written(folder), lock=lock)
        else:
            lock.free(remove=True)


def _folders(root: Path) -> list[Path]:
    """Return the folders in *root*, if it is the user's own."""
    try:
        status = root.lstat()
        mine = stat.S_ISDIR(status.st_mode) and status.st_uid == getattr(os, "getuid", int)()
        return sorted(each for each in root.iterdir() if each.is_dir()) if mine else []
    except OSError:
        return []


def _has_content(folder: Path) -> bool:
    """Tell whether a session got so far that there was something to be recovered."""
    with suppress(OSError):
        return any(each.name.startswith(("base-", "journal-")) for each in folder.iterdir())
    return True


def _written(folder: Path) -> datetime:
    """Return when something was written last in *folder*."""
    with suppress(OSError):
        times = [each.stat().st_mtime for each in folder.iterdir()]
        return datetime.fromtimestamp(max(times, default=folder.stat().st_mtime), UTC)
    return datetime.fromtimestamp(0, UTC)


def _size(folder: Path) -> int:
    with suppress(OSError):
        return sum(each.stat().st_size for each in folder.iterdir())
    return 0
