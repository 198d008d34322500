"""Who has a map open: a small file beside the map tells it to windows and computers that come.

It is made by whoever opens the map first, and taken away when the map is closed. Where the file
system knows locks, it is locked too: then nobody needs to guess whether its holder still lives.
What is empty, unreadable, or left by somebody who is gone holds nobody up.
"""

import hashlib
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal

from pydantic import ValidationError

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.files import atomic
from cjeditor.files.errors import CannotWrite
from cjeditor.files.process_lock import ProcessLock
from cjeditor.kinds.fields import Moment, Name

BEAT: Final = timedelta(minutes=5)
"""How often a holder tells that it is still there."""

SILENCE: Final = timedelta(minutes=20)
"""After which a holder on another computer counts as gone; clocks may differ a little."""

LARGEST: Final = 4096
"""Bytes that are read of such a file."""

_LONGEST: Final = 200
"""Bytes of a map's name that its lock is named after."""

_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"


class Holder(Frozen):
    """Who has a map open.

    Attributes:
        session: Of the window.
        host: Name of the computer.
        process: Number of the program's process there.
        since: When the map was opened.
        beat: When the holder was there for certain.
    """

    format: Literal["cjeditor lock"] = "cjeditor lock"
    session: Id
    host: Name
    user: Name
    process: int
    since: Moment
    beat: Moment


@dataclass(frozen=True, slots=True)
class Found:
    """A lock that stands beside a map already.

    Attributes:
        holder: None if it does not say.
        is_live: Whether its holder is still there, as far as can be known.
    """

    holder: Holder | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """What came of the wish to hold a map.

    Attributes:
        hold: None if somebody else has it, or nobody can: the folder cannot be written.
        found: The lock that stood there; it was taken over if nobody lives who holds it.
    """

    hold: "Hold | None"
    found: Found | None = None


class Hold:
    """A map that a window has open, as its lock tells.

    Attributes:
        path: The map's file.
    """

    def __init__(self, path: Path, lock_path: Path, lock: ProcessLock | None, own: Holder) -> None:
        self.path = path
        self._lock_path = lock_path
        self._lock = lock
        self._own = own

    def refresh(self) -> bool:
        """Tell that this window is still there; return False if the lock is another's now.

        A lock that a sync program has taken away is made anew.
        """
        there = _read(self._lock_path)
        if there is not None and there.session != self._own.session:
            return False
        self._own = self._own.replace(beat=_now())
        content = _content(self._own)
        with suppress(CannotWrite):
            if self._lock is None:
                atomic.write(self._lock_path, content)
            elif self._lock.is_there:
                self._lock.write(content)
            else:
                return self._make_anew(content)
        return True

    def free(self) -> None:
        """Take the lock away, unless it is another's now."""
        if self._lock is not None:
            self._lock.free(remove=self._is_own and self._lock.is_there)
        if self._is_own:  # Windows removes no file that is open
            with suppress(CannotWrite):
                atomic.remove(self._lock_path)

    @property
    def _is_own(self) -> bool:
        there = _read(self._lock_path)
        return there is not None and there.session == self._own.session

    def _make_anew(self, content: bytes) -> bool:
        lock = ProcessLock.take(self._lock_path, private=False)
        if lock is None:
            return False
        if self._lock is not None:
            self._lock.free()
        self._lock = lock
        lock.write(content)
        return True


def lock_path(path: Path) -> Path:
    """Return where the lock of the map at *path* stands: hidden, beside the file itself."""
    file = Path(os.path.realpath(path))
    name = file.name
    if len(os.fsencode(name)) > _LONGEST:
        name = hashlib.sha256(os.fsencode(name)).hexdigest()
    return file.with_name(f".~lock.{name}#")


def reach(path: Path) -> Reached:
    """Hold the map at *path*, or tell who does. A lock of somebody who lives stays as it is."""
    now = _now()
    own = Holder(
        session=new_id(), host=_host(), user=_user(), process=os.getpid(), since=now, beat=now
    )
    try:
        return _reach(path, lock_path(path), own)
    except CannotWrite:  # a folder that cannot be written: nobody can be told
        found = look_for(path)
        return Reached(None, found if found is not None and found.is_live else None)
    except (OSError, ValueError):  # no such place: whoever reads the file says why
        return Reached(None)


def look_for(path: Path) -> Found | None:
    """Return the lock that stands beside the map at *path*, without touching it."""
    place = lock_path(path)
    if not os.path.exists(place):  # noqa: PTH110  it raises nothing, unlike a path's own
        return None
    holder = _read(place)
    return Found(holder, holder is not None and _may_live(holder, locked=None))


def _reach(path: Path, place: Path, own: Holder) -> Reached:
    was_there = os.path.exists(place)  # noqa: PTH110
    try:
        lock = ProcessLock.take(place, private=False)
    except CannotWrite:  # no locks here, or somebody else's file
        return _reach_unlocked(path, place, own)
    if lock is None:
        return Reached(None, Found(_read(place), is_live=True))
    try:
        there = _read(place)
        if there is not None and _may_live(there, locked=False):
            lock.free()
            return Reached(None, Found(there, is_live=True))
        lock.write(_content(own))
    except BaseException:
        lock.free()
        raise
    found = Found(there, is_live=False) if was_there else None
    return Reached(Hold(path, place, lock, own), found)


def _reach_unlocked(path: Path, place: Path, own: Holder) -> Reached:
    """Hold a map where the file system knows no locks: whoever makes the file has it."""
    found = look_for(path)
    if found is not None:
        if found.is_live:
            return Reached(None, found)
        atomic.remove(place)
    descriptor = atomic.open_to_lock(place, private=False, new=True)
    try:
        atomic.write_into(descriptor, _content(own), place)
    finally:
        os.close(descriptor)
    return Reached(Hold(path, place, None, own), found)


def _may_live(holder: Holder, *, locked: bool | None) -> bool:
    """Tell whether a holder counts as still there.

    Args:
        locked: Whether the system says that its lock is held; None if it cannot say. A lock
            of another computer may hold without our system knowing, as in a sync folder.
    """
    if holder.host == _host():
        if locked is not None:
            return locked
        if sys.platform != "win32":  # which has no harmless way to ask
            return _is_running(holder.process)
    beat = datetime.strptime(holder.beat, _FORM).replace(tzinfo=UTC)
    return datetime.now(UTC) - beat < SILENCE


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _read(place: Path) -> Holder | None:
    """Return whom a lock names; None if it is not there or not one of ours."""
    try:
        with place.open("rb") as file:
            content = file.read(LARGEST + 1)
        return Holder.model_validate_json(content) if len(content) <= LARGEST else None
    except (OSError, ValidationError):
        return None


def _content(holder: Holder) -> bytes:
    return type(holder).__pydantic_serializer__.to_json(holder) + b"\n"


def _now() -> str:
    return f"{datetime.now(UTC):{_FORM}}"


def _host() -> str:
    return _one_line(socket.gethostname())


def _user() -> str:
    from getpass import getuser

    try:
        return _one_line(getuser())
    except (OSError, KeyError, ImportError):
        return ""


def _one_line(text: str) -> str:
    """Return a name of the system without what a record refuses."""
    return "".join(each for each in text if each.isprintable())[:100]
