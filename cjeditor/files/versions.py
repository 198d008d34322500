"""Versions of a map through time: whole files, compressed, in a private folder of the program's.

Each document has a folder, named by its id; each version is a file in it. Its first line says in
JSON what it is, so that a list of versions needs nothing else; the map's file follows, as it was.
How many are kept is bounded: the older they are, the farther apart (`thin`), and in bytes (`fit`).
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from platformdirs import user_data_path
from pydantic import ValidationError

from cjeditor.core.ids import Id
from cjeditor.files import atomic
from cjeditor.files.errors import FileError
from cjeditor.files.version_file import (
    LONGEST,
    About,
    Version,
    Why,
    body_of,
    unpacked,
    version_at,
    write_version,
)

SUFFIX: Final = ".version"

DOCUMENT_LIMIT: Final = 300 * 1024 * 1024
TOTAL_LIMIT: Final = 1024 * 1024 * 1024
"""Bytes of the versions of one document, and of all; 20,000 cards take half a megabyte."""

_ALL, _OFTEN, _DAILY = timedelta(hours=1), timedelta(days=1), timedelta(days=31)
"""Ages up to which all versions are kept, one in `_SLOT` minutes, one a day; then one a month."""

_SLOT: Final = 10


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands in a document's folder.

    Attributes:
        versions: The newest first.
        damaged: Files of which not even the first line can be read.
    """

    versions: tuple[Version, ...]
    damaged: tuple[Path, ...]


def place() -> Path:
    """Return where the folders of all documents stand."""
    return user_data_path("cjeditor", appauthor=False) / "versions"


def thin(versions: Iterable[Version], now: datetime) -> list[Version]:
    """Return the versions that stay, the newest first.

    All of the last hour, then the last in each ten minutes of a day, on each day of a month, in
    each month; and those with a name. Thinning again, at any time, takes nothing away that
    thinning only then would have left.
    """
    stays: list[Version] = []
    taken: set[tuple[str, int]] = set()
    for each in _newest_first(versions):
        slot = _slot(each.when, now)
        if slot is None or slot not in taken or each.is_named:
            stays.append(each)
        if slot is not None and not each.is_named:
            taken.add(slot)
    return stays


def fit(versions: Iterable[Version], limit: int) -> list[Version]:
    """Return the versions that stay within *limit* bytes, the newest first.

    The oldest go first, those without a name before all others; the newest of each document
    stays, however large it is.
    """
    stays = _newest_first(versions)
    newest: dict[Path, Version] = {}
    for each in stays:
        newest.setdefault(each.path.parent, each)
    room = limit - sum(each.size for each in stays)
    gone: set[Path] = set()
    for each in sorted(stays, key=lambda each: (each.is_named, _age_key(each))):
        if room >= 0:
            break
        if newest[each.path.parent] is not each:
            gone.add(each.path)
            room += each.size
    return [each for each in stays if each.path not in gone]


class VersionFolder:
    """The versions of one document.

    Args:
        root: As `place` has it.
    """

    def __init__(self, root: Path, document: Id) -> None:
        self.path = root / f"map-{document.lower()}"
        self._root = root
        self._document = document

    def add(
        self,
        content: bytes,
        why: Why,
        now: datetime,
        *,
        label: str = "",
        title: str = "",
        file: Path | None = None,
    ) -> None:
        """Keep *content* as a version, and let those go that need not be kept any more.

        What the newest version holds is not kept twice; that one gets the label instead.

        Args:
            content: Of a map's file.

        Raises:
            CannotWrite: It is not kept.
            DamagedVersion: The newest version cannot be given a label.
        """
        about = About(
            time=f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            why=why,
            label=label[:LONGEST],
            document=self._document,
            title=title[:LONGEST],
            path=None if file is None else os.fsencode(file.absolute())[:8192],
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
        )
        listed = self.listed().versions
        if not self._has(about, listed):
            self._write(about, content, now)
            self._replace_working(about, listed)
        self.tidy(now)

    def listed(self) -> Listed:
        """Return the versions, without reading more than the first line of each."""
        return _listed(self.path)

    def read(self, version: Version) -> bytes:
        """Return the content of the map's file as *version* has it.

        Raises:
            CannotRead, DamagedVersion: It cannot be had.
        """
        return unpacked(body_of(version.path), version)

    def label(self, version: Version, label: str) -> Version:
        """Give *version* another label, or none, and return it as it is then.

        Raises:
            CannotRead, CannotWrite, DamagedVersion: It has the label that it had.
        """
        content = self.read(version)
        about = version.about.replace(label=label[:LONGEST])
        return write_version(version.path, about, content)

    def remove(self, version: Version) -> None:
        """Delete *version* for good.

        Raises:
            CannotWrite: It is still there.
        """
        atomic.remove(version.path)

    def tidy(self, now: datetime) -> None:
        """Delete what is not to be kept any more, of this document and of all.

        What cannot be deleted is left for the next time.
        """
        listed = self.listed()
        _delete(listed.versions, fit(thin(listed.versions, now), DOCUMENT_LIMIT))
        _delete_old(listed.damaged, now, _DAILY)
        _delete_old(_unfinished(self.path), now, _OFTEN)
        if _bytes_in(self._root) > TOTAL_LIMIT:
            every = [each for folder in _folders(self._root) for each in _listed(folder).versions]
            _delete(every, fit(every, TOTAL_LIMIT))

    def _has(self, about: About, listed: Sequence[Version]) -> bool:
        """Tell whether a version like *about* need not be written; label the one that is there."""
        same = [each for each in listed if each.about.sha256 == about.sha256]
        if about.why == "overwritten":
            return bool(same)
        newest = listed[0] if listed else None
        if newest is None or newest not in same:
            return False
        if about.label and not newest.about.label:
            self.label(newest, about.label)
            return True
        return not about.label and not _is_working(newest, about)

    def _write(self, about: About, content: bytes, now: datetime) -> None:
        atomic.make_private_folder(self.path)
        stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%S%f}"[:-3]
        path = self.path / f"{stamp}Z-{os.urandom(3).hex()}{SUFFIX}"
        write_version(path, about, content)

    def _replace_working(self, about: About, listed: Sequence[Version]) -> None:
        """Let the newest version go if it is the same map, which has been saved by now."""
        if listed and listed[0].about.sha256 == about.sha256 and _is_working(listed[0], about):
            _delete(listed[:1], ())


def _is_working(version: Version, about: About) -> bool:
    return (version.about.why, about.why, version.is_named) == ("working", "saved", False)


def _slot(when: datetime, now: datetime) -> tuple[str, int] | None:
    """Return the stretch of time of which one version is kept; None means all are."""
    age = now - when
    if age <= _ALL:
        return None
    if age <= _OFTEN:
        return "often", int(when.timestamp()) // (_SLOT * 60)
    if age <= _DAILY:
        return "daily", when.toordinal()
    return "monthly", when.year * 12 + when.month


def _newest_first(versions: Iterable[Version]) -> list[Version]:
    return sorted(versions, key=_age_key, reverse=True)


def _age_key(version: Version) -> tuple[datetime, str]:
    return version.when, version.path.name


def _listed(folder: Path) -> Listed:
    versions, damaged = [], []
    for path in _files(folder):
        try:
            versions.append(version_at(path))
        except FileNotFoundError:  # it has just been deleted
            continue
        except (OSError, FileError, ValidationError):
            damaged.append(path)
    return Listed(tuple(_newest_first(versions)), tuple(damaged))


def _delete(versions: Iterable[Version], stays: Iterable[Version]) -> None:
    kept = {each.path for each in stays}
    for each in versions:
        if each.path not in kept:
            with suppress(FileError):
                atomic.remove(each.path)


def _delete_old(files: Iterable[Path], now: datetime, age: timedelta) -> None:
    """Delete files that are no versions and that nobody has touched for so long."""
    for path in files:
        with suppress(OSError, FileError):
            if now - datetime.fromtimestamp(path.lstat().st_mtime, UTC) > age:
                atomic.remove(path)


def _bytes_in(root: Path) -> int:
    total = 0
    for folder in _folders(root):
        for path in _files(folder):
            with suppress(OSError):
                total += path.lstat().st_size
    return total


def _folders(root: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(each for each in root.glob("map-*") if each.is_dir())
    return []


def _unfinished(folder: Path) -> list[Path]:
    with suppress(OSError):
        return atomic.unfinished(folder)
    return []


def _files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.glob(f"*{SUFFIX}"))
    return []
