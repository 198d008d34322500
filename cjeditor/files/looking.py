"""Looks at a map's file, and beside it, for what others have done there meanwhile."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal

from cjeditor.files import cjm
from cjeditor.files.conflict_copies import conflict_copies
from cjeditor.files.content import content_of
from cjeditor.files.errors import CannotRead, FileError, reason_of
from cjeditor.files.stamp import Stamp, sha256_of, stamp_of
from cjeditor.model.map import Map

State = Literal["known", "changed", "unreadable", "gone"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A conflict copy: another file with another version of the map.

    Attributes:
        sha256: Of what it holds; one that is only touched is the same copy.
    """

    path: Path
    sha256: bytes
    stamp: Stamp = field(compare=False)


@dataclass(frozen=True, slots=True)
class Sight:
    """What stands where a map's file is.

    Attributes:
        state: "changed" means that the file holds another map than is known.
        stamp, sha256: None if the file is gone or cannot be read at all.
        journey: The map in it, where it was read.
        problem: Why there is none.
        copies: Beside it; those that hold the very same bytes are left out.
    """

    state: State
    stamp: Stamp | None = None
    sha256: bytes | None = None
    journey: Map | None = None
    problem: FileError | None = None
    copies: tuple[Copy, ...] = ()

    @property
    def news(self) -> tuple[object, ...]:
        """What makes one sight differ from another for people."""
        return self.state, None if self.state == "known" else self.sha256, self.copies


NOTHING_NEW: Final = Sight("known")


def look(
    path: Path, known: bytes, maps: Collection[Map], last: Sight | None, *, read: bool = False
) -> Sight:
    """Return what stands at *path* now.

    Args:
        known: The sha256 that the file has if nobody has changed it: of its bytes, or of its map
            as `cjm.dumps` writes it.
        maps: Those that are no news if they stand in the file.
        last: What was seen there before; what was not touched since is not read again.
        read: Whether to read the map even if the file is as known.
    """
    try:
        stamp = stamp_of(path)
    except OSError as error:
        reason = reason_of(error)
        return Sight("gone", problem=CannotRead(reason, error.strerror or "", path))
    if last is not None and stamp == last.stamp and not read and _still_holds(last, known):
        sight = last
    else:
        sight = _read(path, stamp, known, maps, read)
    known_copies = () if last is None else last.copies
    return replace(sight, copies=_copies(path, sight.sha256, known_copies))


def _still_holds(last: Sight, known: bytes) -> bool:
    return last.state != "unreadable" and (last.sha256 == known or last.state == "changed")


def _read(path: Path, stamp: Stamp, known: bytes, maps: Collection[Map], read: bool) -> Sight:
    try:
        content = content_of(path, cjm.SIZE_LIMIT)
    except FileError as error:
        error.path = path
        return Sight("unreadable", stamp, None, problem=error)
    sha256 = hashlib.sha256(content).digest()
    if sha256 == known and not read:
        return Sight("known", stamp, sha256)
    try:
        journey = cjm.loads(content)
    except FileError as error:
        error.path = path
        return Sight("known" if sha256 == known else "unreadable", stamp, sha256, problem=error)
    is_known = sha256 == known or journey in maps or cjm.sha256_of(journey) == known
    return Sight("known" if is_known else "changed", stamp, sha256, journey)


def _copies(path: Path, sha256: bytes | None, before: Collection[Copy]) -> tuple[Copy, ...]:
    """Return the conflict copies beside *path* that hold something else than it does."""
    known = {(copy.path, copy.stamp): copy for copy in before}
    found: list[Copy] = []
    try:
        names = [each.name for each in path.parent.iterdir()]
        for name in conflict_copies(path.name, names):
            copy = path.parent / name
            stamp = stamp_of(copy)
            found.append(known.get((copy, stamp)) or Copy(copy, sha256_of(copy), stamp))
    except OSError:  # it goes while we look: the next look sees what is left
        pass
    return tuple(copy for copy in found if copy.sha256 != sha256)
