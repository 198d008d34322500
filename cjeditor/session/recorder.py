"""Writes along what is done to a map, on a thread of its own, so that nobody waits for the disk.

Who edits only puts into a queue what is to be written. All that has come together while the
disk was busy is written, then flushed at once. What it writes with is imported there too: a
start has no time for it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event
from typing import TYPE_CHECKING, Final

from cjeditor.files.errors import CannotProtect, CannotWrite, FileError
from cjeditor.model.map import Map

if TYPE_CHECKING:
    from cjeditor.files.recovery_folder import RecoveryFolder

logger = logging.getLogger(__name__)

MOST_ENTRIES: Final = 2_000
MOST_BYTES: Final = 32_000_000
"""Of a journal before a checkpoint is made."""

IDLE: Final = 10.0
"""Seconds without an edit after which there is time for a checkpoint or another attempt."""

LARGE_ENTRIES: Final = 500
LARGE_BYTES: Final = 1_000_000
"""Of a journal for which a checkpoint is made in an idle moment."""


class Recorder:
    """Keeps the recovery folder of one window's document.

    Args:
        places: Gives the folders in which one can be made, the best first.
        failed: Told that nothing is written any more, and why; edits are taken note of all the
            same, and come along as soon as something can be written.
        elsewhere: Told that the best place could not be written, and which was taken.
        mended: Told that all is well again.
    """

    def __init__(
        self,
        places: Callable[[], Sequence[Path]],
        failed: Callable[[CannotProtect], object],
        elsewhere: Callable[[CannotProtect, Path], object],
        mended: Callable[[], object],
    ) -> None:
        self._places = places
        self._tell_failed = failed
        self._tell_elsewhere = elsewhere
        self._tell_mended = mended
        self._queue: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._waiting: list[Event] = []
        self._ended = False
        self._journey: Map | None = None
        self._draft: Map | None = None
        self._saved: Map | None = None
        self._path: Path | None = None
        self._folder: RecoveryFolder | None = None
        self._lost: list[RecoveryFolder] = []
        self._trouble: tuple[object, ...] = ()
        self._next_try = 0.0
        self.is_safe = True

    def begin(self, journey: Map, saved: Map | None, path: Path | None) -> None:
        """Take up another document, in the state *journey*.

        Args:
            saved, path: As `note` has them.
        """
        self._queue.put(lambda: self._begin(journey, saved, path))

    def edit(self, before: Map, after: Map) -> None:
        """Take note of an edit of the document."""
        self._queue.put(lambda: self._edit(before, after))

    def draft(self, after: Map | None) -> None:
        """Take note of what the text being typed would make of the map; None: nothing is typed."""
        self._queue.put(lambda: self._type(after))

    def note(self, saved: Map | None, path: Path | None) -> None:
        """Take note of what need not be recovered.

        Args:
            saved: The map as it is in its file, or as it was begun; None if no file has it.
            path: The file; None if there is none yet.
        """
        self._queue.put(lambda: self._note(saved, path))

    def finish(self) -> None:
        """Put the folder into the trash; the document is done with."""
        self._queue.put(self._finish)

    def try_again(self) -> None:
        """Try at once, if nothing can be written, whether it can be now."""
        self._queue.put(self._hurry)

    def flush(self) -> Event:
        """Return what is set when all that was told up to now is safe, or cannot be."""
        done = Event()
        self._queue.put(lambda: self._waiting.append(done))
        return done

    def stop(self) -> None:
        """Let `run` return when all is written; the folder stays, to be recovered."""
        self._queue.put(self._end)

    def run(self) -> None:
        """Write what is told, until `stop`."""
        while not self._ended:
            self.work(self._patience())

    def work(self, patience: float | None = 0) -> None:
        """Write all that has been told.

        Args:
            patience: Seconds to wait for something; None means for ever.
        """
        acts = self._told(patience)
        acts.append(partial(self._settle, idle=not acts))
        for act in acts:
            try:
                act()
            except Exception as error:  # noqa: BLE001  whatever it is, the user must be told
                self._lose(error)
                self._fail(error, None)
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done.set()
        if self._ended:
            for folder in self._folders():
                folder.close()

    def _patience(self) -> float | None:
        """Return the time after which there is something to do even if nothing is told."""
        if self._folder is None:
            return None if self._journey is None else IDLE
        return IDLE if self._is_long(self._folder, idle=True) else None

    def _told(self, patience: float | None) -> list[Callable[[], None]]:
        """Return what is to be done, in order; nothing if nothing comes in time."""
        acts: list[Callable[[], None]] = []
        try:
            acts.append(self._queue.get(patience != 0, patience))
            while True:
                acts.append(self._queue.get_nowait())
        except Empty:
            return acts

    def _begin(self, journey: Map, saved: Map | None, path: Path | None) -> None:
        self._finish()
        self._journey, self._draft = journey, None
        self._saved, self._path = saved, path
        self._next_try = 0
        self._open()

    def _edit(self, before: Map, after: Map) -> None:
        self._journey, self._draft = after, None
        self._append(before, after)

    def _type(self, after: Map | None) -> None:
        if self._journey is not None:
            self._draft = after
            self._append(self._journey, after or self._journey, draft=True)

    def _append(self, before: Map, after: Map, draft: bool = False) -> None:
        if self._folder is not None:
            try:
                self._folder.append(before, after, draft)
            except FileError as error:
                self._lose(error)

    def _note(self, saved: Map | None, path: Path | None) -> None:
        self._saved, self._path = saved, path
        if self._folder is not None and self._journey is not None:
            try:
                self._folder.checkpoint(self._journey, self._draft)
                self._folder.note(self._journey, saved, path)
            except FileError as error:
                self._lose(error)

    def _finish(self) -> None:
        folders, self._folder = self._folders(), None
        is_saved = self._draft is None and self._journey is self._saved
        self._journey = self._draft = None
        self._lost = [each for each in folders if not _throw(each, is_saved=is_saved)]
        if folders:
            from cjeditor.files.recovery import delete_old

            for root in {each.path.parent for each in folders}:
                delete_old(root, datetime.now(UTC))

    def _hurry(self) -> None:
        self._next_try = 0

    def _end(self) -> None:
        self._ended = True

    def _lose(self, error: Exception) -> None:
        """Write no more into the folder: what the disk has of it is not known.

        It stays until there is a new one, and is kept from others.
        """
        logger.warning("the recovery folder cannot be written: %s", error)
        if self._folder is not None:
            self._lost.append(self._folder)
            self._folder = None

    def _folders(self) -> list[RecoveryFolder]:
        return [*self._lost, *([self._folder] if self._folder else ())]

    def _settle(self, *, idle: bool) -> None:
        """Bring to the disk what has been written, and see that the journal stays short."""
        if self._journey is None:
            return
        try:
            if self._folder is not None:
                self._folder.flush()
                if self._is_long(self._folder, idle):
                    self._folder.checkpoint(self._journey, self._draft)
        except FileError as error:
            self._lose(error)
        if self._folder is None and time.monotonic() >= self._next_try:
            self._open()

    def _is_long(self, folder: RecoveryFolder, idle: bool) -> bool:
        if folder.entries >= MOST_ENTRIES or folder.size >= MOST_BYTES:
            return True
        return idle and (folder.entries >= LARGE_ENTRIES or folder.size >= LARGE_BYTES)

    def _open(self) -> None:
        """Make a new folder with the map as it is now, in the best place that can be written."""
        first: FileError | None = None
        for place in self._places():
            try:
                self._folder = self._made(place)
            except FileError as error:
                first = first or error
                continue
            self._lost = [each for each in self._lost if not _throw(each, is_saved=True)]
            if first is None:
                self._recover()
            else:
                self._fail(first, place)
            return
        assert first is not None
        self._fail(first, None)

    def _made(self, place: Path) -> RecoveryFolder:
        from cjeditor.files.recovery_folder import RecoveryFolder

        assert self._journey is not None
        folder = RecoveryFolder.create(place, self._journey, self._saved, self._path)
        if self._draft is not None:
            try:
                folder.append(self._journey, self._draft, draft=True)
                folder.flush()
            except CannotWrite:
                folder.give_up()
                raise
        return folder

    def _recover(self) -> None:
        self.is_safe = True
        if self._trouble:
            self._trouble = ()
            self._tell_mended()

    def _fail(self, error: Exception, place: Path | None) -> None:
        """Tell, once, that another place was taken, or that there is none."""
        self.is_safe = place is not None
        if place is None:
            self._next_try = time.monotonic() + IDLE
        best = self._places()[0]
        if isinstance(error, CannotWrite):
            told = CannotProtect(error.reason, error.detail, best)
        else:
            told = CannotProtect("other", str(error) or type(error).__name__, best)
        trouble = (told.reason, told.detail, place)
        if trouble != self._trouble:
            self._trouble = trouble
            if place is None:
                self._tell_failed(told)
            else:
                self._tell_elsewhere(told, place)


def _throw(folder: RecoveryFolder, *, is_saved: bool) -> bool:
    """Put a folder into the trash; return whether it is there."""
    try:
        folder.finish(is_saved=is_saved)
    except CannotWrite as error:
        logger.warning("the recovery folder stays where it is: %s", error)
        return False
    return True
