"""Where a running session is written along, so that it can be recovered: one private folder.

In it stand `meta.json`, a base (`base-<revision>.cjm`: the whole map) and a journal
(`journal-<revision>`: what was done since that base). A checkpoint makes a new base, then a new
journal, and takes the old ones away last; so whenever the program stops, a base and all that
was done since are there. The lock stands beside the folder: who holds it, owns the folder.
"""

import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from platformdirs import user_data_path, user_state_path
from pydantic import Field, StringConstraints

from cjeditor import __version__
from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.files import atomic, cjm, journal
from cjeditor.files.errors import CannotWrite
from cjeditor.files.process_lock import ProcessLock
from cjeditor.files.stamp import sha256_of
from cjeditor.kinds.fields import Moment, Name
from cjeditor.model.map import Map

VERSION: Final = 1
META: Final = "meta.json"
LOCK: Final = ".lock"
TRASH: Final = "trash"

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Meta(Frozen):
    """What is known of a session besides its map.

    Attributes:
        program: Version of the program that wrote it.
        document: Id of the map.
        title: Of the map, when this was written.
        path: The map's file as the operating system has it, absolute; None if there is none.
        sha256: Of the map as it was opened or last saved (or begun, if nothing else), written
            as `cjm.dumps` writes it; None if no file has it. A map with this sum need not be
            recovered, and a file with this sum was not changed by anybody else.
    """

    format: Literal["cjeditor recovery"] = "cjeditor recovery"
    version: Annotated[int, Field(ge=VERSION, le=VERSION)] = VERSION
    session: Id
    program: Name = __version__
    started: Moment
    document: Id
    title: Name = ""
    path: bytes | None = None
    sha256: Digest | None = None

    @property
    def file(self) -> Path | None:
        """The map's file, which need not be there any more."""
        return None if self.path is None else Path(os.fsdecode(self.path))


def places() -> tuple[Path, ...]:
    """Return where recovery folders may stand, the best place first."""
    user = getattr(os, "getuid", lambda: "user")()
    return (
        user_data_path("cjeditor", appauthor=False) / "recovery",
        user_state_path("cjeditor", appauthor=False) / "recovery",
        Path(tempfile.gettempdir()) / f"cjeditor-recovery-{user}",
    )


def digest(journey: Map) -> str:
    """Return the sum that `Meta.sha256` has for *journey*."""
    return cjm.sha256_of(journey).hex()


class RecoveryFolder:
    """The folder of the session that runs here.

    Whatever raises `CannotWrite` leaves it as it is, good for recovery, but no longer good for
    writing: then a new one is to be made.

    Attributes:
        path: Of the folder.
        entries, size: How many lines the journal has, and bytes.
    """

    def __init__(self, path: Path, lock: ProcessLock, meta: Meta) -> None:
        self.path = path
        self.entries = 0
        self.size = 0
        self._lock = lock
        self._meta = meta
        self._base = 0
        self._based: Map | None = None
        self._revision = 0
        self._latest = 0
        self._is_flushed = True
        self._journal: atomic.Appender | None = None

    @classmethod
    def create(
        cls, root: Path, journey: Map, saved: Map | None, file: Path | None
    ) -> "RecoveryFolder":
        """Return a new folder below *root* with *journey* in it, safely on the disk.

        Args:
            saved, file: As `note` has them.

        Raises:
            CannotWrite: There is none.
        """
        session = new_id()
        now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        meta = Meta(session=session, started=now, document=journey.id)
        path = root / session
        atomic.make_private_folder(root)
        lock = ProcessLock.take(root / f"{session}{LOCK}")
        if lock is None:
            raise CannotWrite("in use", "somebody else's lock", path)
        made = cls(path, lock, meta)
        try:
            atomic.make_private_folder(path)
            made._write_base(journey, 0)
            made._journal = atomic.Appender(path / _journal_name(0))
            made.note(journey, saved, file)
        except BaseException:
            made.give_up()
            raise
        return made

    def append(self, before: Map, after: Map, draft: bool = False) -> None:
        """Write down what is different; it is safe only after `flush`.

        Args:
            draft: As `journal.entry` has it.

        Raises:
            CannotWrite: The folder is not to be written any more.
        """
        line = journal.entry(self._latest + 1, before, after, draft)
        self._is_flushed = False
        self._appender.append(line)
        self._latest += 1
        if not draft:
            self._revision = self._latest
        self.entries += 1
        self.size += len(line)

    def flush(self) -> None:
        """Return when all that was appended is on the disk.

        Raises:
            CannotWrite: It may not be; the folder is not to be written any more.
        """
        if not self._is_flushed:
            self._appender.flush()
            self._is_flushed = True

    def checkpoint(self, journey: Map, draft: Map | None) -> None:
        """Begin a new journal on the map as it is now, with the draft as its only entry.

        Raises:
            CannotWrite: The folder is not to be written any more.
        """
        self.flush()
        old, new = self._base, self._revision
        if new == old:
            return
        self._write_base(journey, new)
        started = atomic.Appender(self.path / _journal_name(new))
        self._appender.close()
        self._journal, self._base = started, new
        self._latest, self.entries, self.size = new, 0, 0
        if draft is not None:
            self.append(journey, draft, draft=True)
            self.flush()
        for name in (_journal_name(old), _base_name(old)):
            atomic.remove(self.path / name)

    def note(self, journey: Map, saved: Map | None, file: Path | None) -> None:
        """Write down what needs no recovery, and what the map is called.

        Args:
            saved: The map as it is in the file, or as it was begun; None if no file has it.
            file: None if there is none yet.

        Raises:
            CannotWrite: The folder is not to be written any more.
        """
        self._meta = self._meta.replace(
            title=journey.scope.title,
            path=None if file is None else os.fsencode(file.absolute()),
            sha256=None if saved is None else self._digest(saved),
        )
        content = type(self._meta).__pydantic_serializer__.to_json(self._meta)
        _insist(atomic.write(self.path / META, content, private=True), self.path)

    def finish(self, *, is_saved: bool) -> None:
        """Put the folder into the trash: its map is done with.

        Args:
            is_saved: Whether a file has all that stands in it.

        Raises:
            CannotWrite: It is still where it was.
        """
        self._appender.close()
        throw_away(self.path, is_saved=is_saved)
        self._lock.free(remove=True)

    def close(self) -> None:
        """Leave the folder as it is, to be recovered."""
        if self._journal is not None:
            self._journal.close()
        self._lock.free()

    def give_up(self) -> None:
        """Take the folder away if that can be done: it was not finished, and nobody needs it."""
        if self._journal is not None:
            self._journal.close()
        try:
            atomic.remove(self.path)
        except CannotWrite:
            self._lock.free()
        else:
            self._lock.free(remove=True)

    @property
    def _appender(self) -> atomic.Appender:
        assert self._journal is not None
        return self._journal

    def _write_base(self, journey: Map, revision: int) -> None:
        path = self.path / _base_name(revision)
        _insist(cjm.save(journey, path, private=True), self.path)
        self._based = journey

    def _digest(self, journey: Map) -> str:
        """Return the sum of *journey*; of the base it is quicker to have."""
        if journey is self._based:
            with suppress(OSError):
                return sha256_of(self.path / _base_name(self._base)).hex()
        return digest(journey)


def throw_away(folder: Path, *, is_saved: bool) -> Path:
    """Put a recovery folder into the trash beside it and return its new place.

    Raises:
        CannotWrite: It is still where it was.
    """
    trash = folder.parent / TRASH
    atomic.make_private_folder(trash)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{folder.name}{'-saved' if is_saved else ''}"
    atomic.move(folder, trash / name)
    return trash / name


def _insist(written: atomic.Written, folder: Path) -> None:
    if written.warning:
        raise CannotWrite("other", written.warning, folder)


def _base_name(revision: int) -> str:
    return f"base-{revision:012}.cjm"


def _journal_name(revision: int) -> str:
    return f"journal-{revision:012}"
