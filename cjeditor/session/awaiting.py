"""Waits until a map is free that is only read because somebody else has it open."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.core.progress import Progress
from cjeditor.files import holding
from cjeditor.files.holding import Found
from cjeditor.session.session import Session
from cjeditor.session.work import Work

PAUSE: Final = 5_000
"""Milliseconds between two looks at the lock."""


class Awaiting(QObject):
    """Looks at the lock of the session's file, in another thread, as long as that is only read.

    Signals:
        held: Somebody has the file open; with the lock that was `Found`.
        freed: Nobody has it open any more; somebody may again, which is told as well.
        over: It is not waited for any more.
    """

    held = Signal(object)
    freed = Signal()
    over = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path: Path | None = None
        self._is_held = False
        self._work: Work | None = None
        self._pause = QTimer(self)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        session.leaving.connect(self.end)
        session.file_changed.connect(self._follow_file)

    def begin(self, path: Path, found: Found) -> None:
        """Wait for the file at *path*, which is held as *found* says."""
        self._path = path
        self._is_held = False
        self._judge(found)
        self._pause.start()

    def end(self) -> None:
        """Wait no more: the map may be edited, or another one comes."""
        self._pause.stop()
        if self._path is not None:
            self._path = None
            self.over.emit()

    def look(self) -> None:
        """Look now."""
        if self._path is not None and self._work is None:
            self._work = Work(partial(_look, self._path), self)
            self._work.finished.connect(self._finish)
            self._work.start(Work.Priority.LowPriority)

    def stop(self) -> None:
        """The window goes."""
        self.end()
        if self._work is not None:
            self._work.wait()

    def _finish(self) -> None:
        assert self._work is not None
        work, self._work = self._work, None
        work.wait()
        work.deleteLater()
        path, found = work.result()
        if path == self._path:
            self._judge(found)

    def _judge(self, found: Found | None) -> None:
        is_held = found is not None and found.is_live
        if is_held and not self._is_held:
            self.held.emit(found)
        elif self._is_held and not is_held:
            self.freed.emit()
        self._is_held = is_held

    def _follow_file(self) -> None:
        if self._session.path != self._path or not self._session.is_read_only:
            self.end()


def _look(path: Path, _progress: Progress) -> tuple[Path, Found | None]:
    return path, holding.look_for(path)
