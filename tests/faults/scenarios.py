"""What is done while things fail, and what must be true afterwards.

A scenario works below a folder and acknowledges what it has been told is safe. It gives nothing
up: where something fails it goes on as the program does. `check` looks at what the disk has
afterwards and returns what is wrong.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from maps import small_map
from soak import often

from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import atomic, cjm, recovery_folder, versions
from cjeditor.files.errors import FileError
from cjeditor.files.recovery import delete_old, leftovers, trash
from cjeditor.files.recovery_folder import RecoveryFolder, digest
from cjeditor.files.versions import VersionFolder
from cjeditor.session.recorder import Recorder

MORE = int(os.environ.get("CJEDITOR_FAULTS_EDITS", often(0, 100)))
"""Further edits, for longer runs; each adds about a dozen calls that may fail."""

EDITS = (
    SetField(("a1",), "text", "Ask friends again"),
    AddCard("do", "s2", "action", "Look closer", None, "new1"),
    SetScope("title", "Buying two bicycles"),
    Delete(("a3",)),
    SetField(("new1",), "text", "Look"),
    *(SetScope("title", f"Buying {number} bicycles") for number in range(MORE)),
)
SAVED_AT, GROUPED_AT = 3, 2
"""The map is saved after every so many edits; this one is made before the disk is ready."""


def _states():
    found = [small_map()]
    for edit in EDITS:
        found.append(edit.apply(found[-1]))
    typed = SetField(("new1",), "text", "Look closer at the pri").apply(found[-1])
    return [*found, typed]


STATES = _states()
"""The map after each edit; the last is what the text being typed would make of it."""

PLACE = {digest(state): number for number, state in enumerate(STATES)}

Ack = Callable[[int], object]


@dataclass(frozen=True)
class Scenario:
    """One thing that the program does with files.

    Attributes:
        prepare: Makes what is there before; nothing fails yet.
        act: What things fail in; tells what it knows to be safe.
        check: Given the folder and what was told, what is wrong.
    """

    prepare: Callable[[Path], object]
    act: Callable[[Path, Ack], object]
    check: Callable[[Path, Sequence[int]], list[str]]


def _roots(folder):
    return folder / "best", folder / "second"


def session(folder, ack, *, finishes=True):
    """A whole session: begun, edited, saved, edited, typed in, done with."""
    recorder = Recorder(lambda: _roots(folder), _ignore, _ignore, _ignore)

    def work(number):
        recorder.try_again()
        recorder.work()
        if recorder.is_safe:
            ack(number)

    recorder.begin(STATES[0], STATES[0], None)
    work(0)
    for number in range(1, len(EDITS) + 1):
        recorder.edit(STATES[number - 1], STATES[number])
        if number == GROUPED_AT:
            continue
        work(number)
        if number % SAVED_AT == 0:
            recorder.note(STATES[number], folder / "map.cjm")
            work(number)
    recorder.draft(STATES[-1])
    work(len(STATES) - 1)
    recorder.note(STATES[1], None)  # a checkpoint in the middle of a word
    work(len(STATES) - 1)
    if finishes:
        recorder.finish()
        recorder.work()


def _ignore(*_told):
    pass


def check_session(folder, acks):
    """No acknowledged edit is lost; whatever is found is a state that there was."""
    wrong, places = [], []
    for each in (*leftovers(*_roots(folder)), *trash(*_roots(folder))):
        found = each.found
        each.release()
        if found.journey is None or found.confirmed is None:
            places.append(-1)
            continue
        place = PLACE.get(digest(found.journey))
        if place is None or digest(found.confirmed) not in PLACE:
            wrong.append("a map that there never was")
        else:
            places.append(place)
    if acks and max(places, default=-1) < max(acks):
        wrong.append(f"told {max(acks)}, found {places}")
    return wrong


def prepare_save(folder):
    cjm.save(STATES[0], folder / "map.cjm")


def save(folder, ack):
    written = cjm.save(STATES[1], folder / "map.cjm")
    if not written.warning:
        ack(1)


def check_save(folder, acks):
    try:
        found = PLACE.get(digest(cjm.load(folder / "map.cjm")))
    except FileError as error:
        return [f"cannot be opened: {error}"]
    return [] if found in (0, 1) and found >= max(acks, default=0) else [f"{acks}, found {found}"]


def prepare_recovery(folder):
    """Two sessions that ended badly: one in a checkpoint, one with every part damaged."""
    root = _roots(folder)[0]
    for number in range(2):
        made = RecoveryFolder.create(root, STATES[0], None, None)
        made.append(STATES[0], STATES[1])
        if number:
            for part in ("meta.json", "base-000000000000.cjm", "journal-000000000000"):
                damaged = (made.path / part).read_bytes().replace(b'"', b"'") + b"\n"
                (made.path / part).write_bytes(damaged)
        else:
            newer = made.path / "base-000000000009.cjm"
            newer.write_bytes((made.path / "base-000000000000.cjm").read_bytes()[:-9])
        made.close()
    old = RecoveryFolder.create(root, STATES[2], None, None)
    old.finish(is_saved=False)


def recover(folder, ack):
    """Read all, put it into the trash, take one out again, and empty the trash of a month ago."""
    root = _roots(folder)[0]
    for each in leftovers(root):
        if each.found.problems:
            ack(0)
        each.discard()
    for each in trash(root):
        if each.found.journey is not None:
            each.restore().release()
            break
    delete_old(root, datetime.now(UTC))
    ack(1)


def check_recovery(folder, acks):
    """However far it got, and done once more, everything is still there, and said to be."""
    try:
        recover(folder, lambda _: None)
    except FileError as error:
        return [f"not done again: {error}"]
    root = _roots(folder)[0]
    found = []
    for each in (*leftovers(root), *trash(root)):
        place = None if each.journey is None else PLACE.get(digest(each.journey))
        found.append((-1 if place is None else place, len(each.problems)))
        each.release()
    wanted = [(-1, 2), (1, 1), (2, 0)]
    return [] if sorted(found) == wanted else [f"found {sorted(found)}"]


NOW = datetime.fromtimestamp(datetime.now(UTC).timestamp() // 600 * 600, UTC)
"""A full ten minutes, of which thinning leaves one version after some hours."""

THINNED, THE_NAMED, THE_LATER, SAVED, WORKED, LAST, AFTERWARDS = range(7)
"""What versions hold: the states of the map by these numbers."""


def _versions(folder):
    return VersionFolder(folder / "versions", STATES[0].id)


def _keep(folder, state, why, seconds, **more):
    when = NOW + timedelta(seconds=seconds)
    _versions(folder).add(cjm.dumps(STATES[state]), why, when, **more)


def prepare_versions(folder):
    """Three versions of some hours ago: one is to go now, one has a name, one is to stay."""
    _keep(folder, THE_NAMED, "named", -5 * 3600, label="before the break")
    _keep(folder, THINNED, "working", -3 * 3600)
    _keep(folder, THE_LATER, "working", -3 * 3600 + 5)


def keep_versions(folder, ack):
    """Keep what is saved and worked on, the same once more when it is saved, and name it."""
    steps = (
        lambda: _keep(folder, SAVED, "saved", 0),
        lambda: _keep(folder, WORKED, "working", 1),
        lambda: _keep(folder, WORKED, "saved", 2),
        lambda: _keep(folder, WORKED, "named", 3, label="agreed"),
        lambda: _keep(folder, LAST, "saved", 4),
    )
    for number, step in zip((SAVED, WORKED, WORKED, WORKED, LAST), steps, strict=True):
        with suppress(FileError):
            step()
            ack(number)


def check_versions(folder, acks):
    """What was kept is there and whole, and can be kept on; nothing half written stays."""
    wanted = {THE_NAMED, THE_LATER, *acks}
    if wrong := _wrong_versions(folder, wanted):
        return wrong
    try:
        _keep(folder, AFTERWARDS, "saved", 60)
    except FileError as error:
        return [f"nothing can be kept any more: {error!r}"]
    if wrong := _wrong_versions(folder, {*wanted, AFTERWARDS}):
        return wrong
    here = _versions(folder)
    if THINNED in _held(here):
        return ["what is to be thinned stays"]
    here.tidy(NOW + timedelta(days=2))
    left = [each.name for each in here.path.iterdir() if each.suffix != versions.SUFFIX]
    return [f"left behind: {each}" for each in left]


def _wrong_versions(folder, wanted):
    here = _versions(folder)
    try:
        found = _held(here)
    except FileError as error:
        return [f"damaged: {error!r}"]
    wrong = [f"damaged: {each.name}" for each in here.listed().damaged]
    if None in found:
        wrong.append("a map that there never was")
    if not wanted.issubset(found):
        wrong.append(f"told {sorted(wanted)}, found {found}")
    return wrong


def _held(here):
    """Return which of the states the versions hold; None stands for anything else."""
    contents = (here.read(each) for each in here.listed().versions)
    return [PLACE.get(sha256(each).hexdigest()) for each in contents]


SCENARIOS = {
    "session": Scenario(_ignore, session, check_session),
    "save": Scenario(prepare_save, save, check_save),
    "recovery": Scenario(prepare_recovery, recover, check_recovery),
    "versions": Scenario(prepare_versions, keep_versions, check_versions),
}


def plant(bug, put=setattr):
    """Break the program, so that it is seen whether the trials would notice.

    Args:
        put: Sets an attribute, for good or for the time of a test.
    """
    if bug == "nothing is appended":
        put(atomic.Appender, "append", lambda self, content: None)
    elif bug == "nothing is flushed":
        put(atomic, "os", _Os())
    elif bug == "the old base goes first":
        put(RecoveryFolder, "checkpoint", _swapped)
    elif bug == "a flush is tried again":
        put(atomic.Appender, "_once", lambda self: atomic._writing(self.path))
        put(RecoveryFolder, "flush", _stubborn)
    elif bug == "a version is written where it stands":
        put(versions.atomic, "write", _in_place)
    elif bug == "the same version goes first":
        put(VersionFolder, "_write", _second)
    elif bug:
        raise ValueError(bug)


class _Os:
    """The module `os`, with flushes that do nothing."""

    def __getattr__(self, name):
        return (lambda _descriptor: None) if name in ("fsync", "fdatasync") else getattr(os, name)


_checkpoint = RecoveryFolder.checkpoint


def _swapped(self, journey, draft):
    if self._revision != self._base:
        for name in (recovery_folder._base_name, recovery_folder._journal_name):
            atomic.remove(self.path / name(self._base))
    _checkpoint(self, journey, draft)


def _in_place(path, parts, **_more):
    with path.open("wb") as file:
        for part in parts:
            file.write(part)
    return atomic.Written("", b"")


_write_version = VersionFolder._write


def _second(self, about, content, now):
    self._replace_working(about, self.listed().versions)
    _write_version(self, about, content, now)


def _stubborn(self):
    try:
        self._appender.flush()
    except FileError:
        self._appender.flush()
