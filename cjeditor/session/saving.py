"""Saving: the map is written to its file while people go on working on it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from cjeditor.core.collector import collector_off
from cjeditor.core.progress import Progress
from cjeditor.files import atomic, cjm
from cjeditor.model.map import Map
from cjeditor.session.session import Session
from cjeditor.session.work import Work


class _Save(NamedTuple):
    journey: Map
    path: Path
    work: Work


class Saving(QObject):
    """Writes a session's map, one save after the other.

    Signals:
        began: The map as it is now is being written.
        saved: With the path and what was `Written`; the session has taken note of it.
        failed: With the `FileError`; the old file is whole, and the map stays changed.
        ended: There is nothing left to be written.

    Attributes:
        about_to_write: Called in the thread that writes, with the map and the path, before what
            stands there is replaced; it raises nothing.
    """

    began = Signal()
    saved = Signal(object, object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.about_to_write: Callable[[Map, Path], object] = _nothing
        self._session = session
        self._running: _Save | None = None
        self._wanted: list[Path] = []

    @property
    def is_busy(self) -> bool:
        """Whether a save is running."""
        return self._running is not None

    @property
    def path(self) -> Path | None:
        """Where the map is being written, or will be at last; None while nothing is."""
        if self._wanted:
            return self._wanted[-1]
        return self._running.path if self._running else None

    def save(self, path: Path) -> None:
        """Write the map to *path*: as it is now, or as it is when the running save has ended."""
        if path in self._wanted:
            self._wanted.remove(path)
        self._wanted.append(path)
        if self._running is None:
            self._begin()

    def wait(self, patience: float) -> None:
        """Let the running save come to its end, so that it leaves nothing half written.

        Args:
            patience: Seconds to wait at most.
        """
        if self._running is not None:
            self._running.work.wait(round(patience * 1000))

    def _begin(self) -> None:
        journey, path = self._session.to_save(), self._wanted.pop(0)
        known = self._session.path, self._session.sha256
        work = Work(partial(_write, self.about_to_write, journey, path, known), self)
        self._running = _Save(journey, path, work)
        work.finished.connect(self._finish)
        work.start()
        self.began.emit()

    def _finish(self) -> None:
        assert self._running is not None
        journey, path, work = self._running
        work.wait()
        work.deleteLater()
        self._running = None
        problem = None
        try:
            written: atomic.Written = work.result()
        except Exception as error:  # noqa: BLE001  whatever it is, it is told
            problem = error
        else:
            self._session.mark_saved(journey, path, written.sha256)
            self.saved.emit(path, written)
        if self._wanted:
            self._begin()
        if problem is not None:
            self.failed.emit(problem)
        if self._running is None:
            self.ended.emit()


def _nothing(_journey: Map, _path: Path) -> None:
    pass


def _write(
    first: Callable[[Map, Path], object],
    journey: Map,
    path: Path,
    known: tuple[Path | None, bytes | None],
    _progress: Progress,
) -> atomic.Written:
    """Write the map; into its own file only if that still has the sum that is *known*."""
    file, sha256 = known
    expected = sha256 if file is not None and is_same_file(file, path) else None
    with collector_off():
        first(journey, path)
        return cjm.save(journey, path, expected=expected)


def is_same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return False
