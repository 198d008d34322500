"""Keeps versions of the open document: of each save, of longer work, with names, and of the file.

All of it is done in other threads, one thing after the other. Whatever fails is told, and holds
up nobody.
"""

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.core.collector import collector_off
from cjeditor.core.progress import Progress
from cjeditor.files import cjm
from cjeditor.files.atomic import Written
from cjeditor.files.content import content_of
from cjeditor.files.errors import CannotKeep, CannotRead, FileError, Refused
from cjeditor.files.version_file import Why
from cjeditor.files.versions import VersionFolder, place
from cjeditor.model.map import Map
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session
from cjeditor.session.work import Work

logger = logging.getLogger(__name__)

PAUSE: Final = 10 * 60_000
"""Milliseconds of work after which a version is kept."""

Keep = Callable[[Progress], object]


class Keeping(QObject):
    """Follows a session and its saves.

    Signals:
        failed: Versions are not kept, from now on; with the `CannotKeep`.
        mended: They are again.
        kept: There is nothing left that is to be kept.
    """

    failed = Signal(object)
    mended = Signal()
    kept = Signal()
    _file_not_kept = Signal(object)

    def __init__(self, session: Session, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._latest = session.journey
        self._waiting: list[Keep] = []
        self._running: Work | None = None
        self._is_failing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._keep_work)
        session.leaving.connect(self._pause.stop)
        session.map_changed.connect(self._follow)
        session.file_changed.connect(self._follow_file)
        saving.saved.connect(self._keep_saved)
        saving.about_to_write = self._keep_file
        self._file_not_kept.connect(self._fail)

    @property
    def is_busy(self) -> bool:
        """Whether a version is being kept."""
        return self._running is not None

    @property
    def folder(self) -> VersionFolder:
        """Where the versions of the open document are."""
        return _folder(self._session.journey)

    def name(self, label: str) -> None:
        """Keep the map as it is now as a version that is called *label*."""
        self._keep(self._session.journey, "named", label)

    def stop(self) -> None:
        """Begin nothing any more, and wait until all is kept."""
        self._pause.stop()
        while self._running is not None:
            self._running.wait()
            self._finish()

    def _follow(self, _before: Map, after: Map) -> None:
        if after is not self._latest and not self._pause.isActive():
            self._pause.start()

    def _follow_file(self) -> None:
        """Nothing is to be kept of a document that has just come, or was just saved."""
        if not self._session.undo_stack.count() or not self._session.is_changed:
            self._pause.stop()
            self._latest = self._session.journey

    def _keep_work(self) -> None:
        if self._session.journey is not self._latest:
            self._keep(self._session.journey, "working")

    def _keep_saved(self, path: Path, written: Written) -> None:
        saved = self._session.saved
        assert saved is not None
        self._keep(saved, "saved", content=partial(_as_saved, saved, path, written.sha256))

    def _keep(
        self, journey: Map, why: Why, label: str = "", content: Callable[[], bytes] | None = None
    ) -> None:
        if journey is self._session.journey:
            self._pause.stop()
            self._latest = journey
        content = content or partial(cjm.dumps, journey)
        self._waiting.append(partial(_keep, journey, content, why, label, self._session.path))
        self._begin()

    def _keep_file(self, journey: Map, path: Path) -> None:
        """Keep what stands at *path* before *journey* is written there; in the thread that writes.

        What the program has written itself is among the versions already.
        """
        try:
            content = content_of(path, cjm.SIZE_LIMIT)
            _folder(journey).add(content, "overwritten", datetime.now(UTC), file=path)
        except Exception as error:  # nothing of it may hold up the save
            if not isinstance(error, CannotRead) or error.reason != "file missing":
                logger.exception("a file was not kept before it was written over")
                self._file_not_kept.emit(error)

    def _begin(self) -> None:
        if self._running is None and self._waiting:
            self._running = Work(self._waiting.pop(0), self)
            self._running.finished.connect(self._finish)
            self._running.start(Work.Priority.LowPriority)

    def _finish(self) -> None:
        work = self._running
        if work is None or not work.isFinished():  # `stop` was faster
            return
        work.wait()
        work.deleteLater()
        self._running = None
        try:
            work.result()
        except Exception as error:
            logger.exception("a version was not kept")
            self._fail(error)
        else:
            self._mend()
        self._begin()
        if self._running is None:
            self.kept.emit()

    def _fail(self, error: Exception) -> None:
        if not self._is_failing:
            self._is_failing = True
            self.failed.emit(_told(error))

    def _mend(self) -> None:
        if self._is_failing:
            self._is_failing = False
            self.mended.emit()


def _keep(
    journey: Map,
    content: Callable[[], bytes],
    why: Why,
    label: str,
    file: Path | None,
    _progress: Progress,
) -> None:
    with collector_off():
        kept = content()
    title = journey.scope.title
    _folder(journey).add(kept, why, datetime.now(UTC), label=label, title=title, file=file)


def _as_saved(journey: Map, path: Path, sha256: bytes) -> bytes:
    """Return what `cjm.dumps` does: read from the file that has just been written, if it is there.

    Reading lets the window's thread run; writing the map once more would hold it up.
    """
    with suppress(FileError):
        content = content_of(path, cjm.SIZE_LIMIT)
        if hashlib.sha256(content).digest() == sha256:
            return content
    return cjm.dumps(journey)


def _folder(journey: Map) -> VersionFolder:
    return VersionFolder(place(), journey.id)


def _told(error: Exception) -> CannotKeep:
    """Return why a version is not kept, whatever it was."""
    if isinstance(error, Refused):
        return CannotKeep(error.reason, error.detail, error.path)
    path = error.path if isinstance(error, FileError) else None
    return CannotKeep("other", str(error) or type(error).__name__, path)
