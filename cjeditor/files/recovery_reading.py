"""What stands in a recovery folder, put together as the map that it was.

Nothing here changes what a folder holds, but for a part that is damaged: it gets the name of
something broken. So reading may be interrupted, and comes to the same result again.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from cjeditor.files import atomic, cjm, journal
from cjeditor.files.content import content_of
from cjeditor.files.errors import (
    CannotWrite,
    CutOff,
    FileError,
    Incomplete,
    NewerVersion,
    NotOurs,
    Refused,
    SetAside,
    TooLarge,
)
from cjeditor.files.header import Header
from cjeditor.files.loss import Loss
from cjeditor.files.recovery_folder import META, VERSION, Meta, digest
from cjeditor.files.rescue import rescued
from cjeditor.files.salvage import salvage_file
from cjeditor.model.map import TABLES, Map

JOURNAL_LIMIT: Final = 400 * 1024 * 1024
"""Bytes of a journal that is read; a checkpoint is made long before."""

_META_LIMIT: Final = 100_000
_BROKEN: Final = ".broken"
_BASE: Final = re.compile(r"base-(\d{12})\.cjm")
_BROKEN_BASE: Final = re.compile(r"base-(\d{12})\.cjm\.broken")
_JOURNAL: Final = re.compile(r"journal-(\d{12})")


@dataclass(frozen=True, slots=True)
class Found:
    """What a recovery folder holds.

    Attributes:
        journey: The map, with the text that was being typed; None if it cannot be read.
        confirmed: The map without that text; the same if nothing was being typed.
        meta: None if it cannot be read.
        problems: What could not be read.
        is_saved: Whether the map's file has all of it, or nothing was ever done.
    """

    journey: Map | None
    confirmed: Map | None
    meta: Meta | None
    problems: tuple[FileError, ...]
    is_saved: bool

    @property
    def losses(self) -> tuple[Loss, ...]:
        return next((each.losses for each in self.problems if isinstance(each, Incomplete)), ())

    @property
    def is_whole(self) -> bool:
        """Whether the map is one that there was."""
        return not any(isinstance(each, Incomplete) for each in self.problems)


def read(folder: Path) -> Found:
    """Return what the recovery folder at *folder* holds."""
    problems: list[FileError] = []
    meta = _meta(folder, problems)
    state = None
    if not any(isinstance(each, NewerVersion) for each in problems):
        state = _replayed(folder, problems)
    with suppress(OSError):
        problems += (SetAside(each) for each in sorted(folder.glob(f"*{_BROKEN}")))
    if state is None:
        return Found(None, None, meta, tuple(problems), is_saved=False)
    journey = state.draft or state.journey
    is_saved = meta is not None and meta.sha256 == digest(journey)
    return Found(journey, state.journey, meta, tuple(problems), is_saved)


def _meta(folder: Path, problems: list[FileError]) -> Meta | None:
    path = folder / META
    try:
        content = content_of(path, _META_LIMIT)
        header = Header.model_validate_json(content)
        if header.version > VERSION:
            raise NewerVersion(header.version, VERSION)
        return Meta.model_validate_json(content)
    except ValidationError:
        _set_aside(path, NotOurs(), problems)
    except FileError as error:
        error.path = error.path or folder
        if not (isinstance(error, Refused) and error.reason == "file missing"):
            problems.append(error)
    return None


def _replayed(folder: Path, problems: list[FileError]) -> journal.Replayed | None:
    """Return what base and journals make together; None if there is nothing to begin with."""
    base = _base(folder, problems)
    partly = _broken_base(folder) if base is None else None
    if base is None and partly is None:
        return None
    contents = {}
    for number, path in _parts(folder, _JOURNAL):
        try:
            contents[number] = path, content_of(path, JOURNAL_LIMIT)
        except FileError as error:
            problems.append(error)
    if partly is None:
        assert base is not None
        return _continued(base, contents, problems)
    base, losses, path = partly
    state = _continued(base, contents, problems, is_whole=False)
    journey, more = _mended(state.journey)
    draft = None if state.draft is None else _mended(state.draft)[0]
    problems.insert(0, Incomplete((*losses, *more), path))
    return replace(state, journey=journey, draft=draft)


def _base(folder: Path, problems: list[FileError]) -> journal.Replayed | None:
    """Return the newest base that can be read."""
    for number, path in reversed(_parts(folder, _BASE)):
        try:
            return journal.Replayed(cjm.load(path), number)
        except (NewerVersion, Refused, TooLarge) as error:
            problems.append(error)
        except FileError as error:
            _set_aside(path, error, problems)
    return None


def _broken_base(folder: Path) -> tuple[journal.Replayed, tuple[Loss, ...], Path] | None:
    """Return what is whole of the newest base that was set aside, what is lost, and its place."""
    for number, path in reversed(_parts(folder, _BROKEN_BASE)):
        with suppress(FileError):
            found = salvage_file(path)
            return journal.Replayed(found.journey, number), found.losses, path
    return None


def _mended(journey: Map) -> tuple[Map, list[Loss]]:
    """Return *journey* so that it fits together: the journal may name what the base has lost."""
    records = {name: tuple(journey.table(name).values()) for name in TABLES}
    return rescued(journey.id, journey.scope, records, ())


def _continued(
    base: journal.Replayed,
    contents: dict[int, tuple[Path, bytes]],
    problems: list[FileError],
    *,
    is_whole: bool = True,
) -> journal.Replayed:
    """Return *base* with all that the journals have after it.

    Between two steps of a checkpoint there are two journals; the newer may still be empty.

    Args:
        is_whole: As `journal.replay` has it.
    """
    state, last = base, None
    for number, (path, content) in contents.items():
        if number > state.revision:
            break
        made = journal.replay(state.journey, state.revision, content, is_whole=is_whole)
        if made.torn < len(content):
            state, last = made, path
        elif b"\n" in content:  # more than the beginning of one entry, and none of it whole
            _set_aside(path, NotOurs(), problems)
        elif content:
            problems.append(CutOff(len(content), path))
    if state.torn and last is not None:
        problems.append(CutOff(state.torn, last))
    return state


def _parts(folder: Path, pattern: re.Pattern[str]) -> list[tuple[int, Path]]:
    """Return the parts of that kind and their revisions, the oldest first."""
    with suppress(OSError):
        named = ((pattern.fullmatch(each.name), each) for each in folder.iterdir())
        return sorted((int(name[1]), each) for name, each in named if name)
    return []


def _set_aside(path: Path, error: FileError, problems: list[FileError]) -> None:
    """Give a damaged part another name; where that cannot be done, tell *error*."""
    try:
        atomic.move(path, path.with_name(f"{path.name}{_BROKEN}"))
    except CannotWrite:
        error.path = path
        problems.append(error)
