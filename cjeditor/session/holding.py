"""Holds the file of the open map, so that whoever opens it elsewhere is told."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.core.progress import Progress
from cjeditor.files import holding
from cjeditor.files.holding import BEAT, Found, Hold, Reached, lock_path
from cjeditor.session.session import Session
from cjeditor.session.work import Work

_BEAT: Final = round(BEAT.total_seconds() * 1000)


class Holding(QObject):
    """Follows the session from file to file; a map that is only read is not held.

    Signals:
        held: Somebody else has the session's file open too; with the lock that was `Found`.
        taken_over: A lock that nobody holds any more stood there; with what was `Found`.
        released: Nobody else has it open any more.
    """

    held = Signal(object)
    taken_over = Signal(object)
    released = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hold: Hold | None = None
        self._coming: Reached | None = None
        self._is_held = False
        self._path: Path | None = None
        self._work: Work | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self.refresh)
        session.leaving.connect(self._leave)
        session.file_changed.connect(self._follow_file)

    def reach(self, path: Path) -> Reached:
        """Hold the file of a map that is to be opened, or tell who does; from any thread."""
        own = self._hold
        if own is not None and lock_path(own.path) == lock_path(path):
            return Reached(own)
        return holding.reach(path)

    def keep(self, reached: Reached) -> None:
        """Take note of what was reached for the map that is shown next."""
        self._coming = reached

    def give_up(self, reached: Reached) -> None:
        """Let go of what was reached for a map that is not opened after all."""
        if reached.hold is not None and reached.hold is not self._hold:
            reached.hold.free()

    def refresh(self) -> None:
        """Tell the others that we are still here; have what somebody else had, once it is free."""
        if self._path is not None and self._work is None:
            hold = self._hold
            act = partial(_reach, self._path) if hold is None else partial(_refresh, hold)
            self._begin(act)

    def stop(self) -> None:
        """The window goes; the map is free."""
        self._beat.stop()
        self._path = None
        self._finish()
        self._let_go()

    def _begin(self, act: partial[Reached]) -> None:
        self._work = Work(act, self)
        self._work.finished.connect(self._finish)
        self._work.start(Work.Priority.LowPriority)

    def _finish(self) -> None:
        work, self._work = self._work, None
        if work is None:  # it was waited for
            return
        work.wait()
        work.deleteLater()
        reached: Reached = work.result()
        hold = reached.hold
        if self._path is None or (hold is not None and hold.path != self._path):
            self.give_up(reached)
            self._hold_file()
        else:
            self._take(reached)

    def _take(self, reached: Reached) -> None:
        self._hold, found = reached.hold, reached.found
        if found is not None and not found.is_live:
            self.taken_over.emit(found)
        is_held = found is not None and found.is_live
        if is_held and not self._is_held:
            self.held.emit(found)
        elif self._is_held and not is_held:
            self.released.emit()
        self._is_held = is_held

    def _leave(self) -> None:
        """Another document comes; it may be in the same file."""
        self._path = None
        self._finish()
        if self._coming is None or self._coming.hold is not self._hold:
            self._let_go()
        self._is_held = False

    def _let_go(self) -> None:
        hold, self._hold = self._hold, None
        if hold is not None:
            hold.free()

    def _follow_file(self) -> None:
        session = self._session
        is_own = session.sha256 is not None and not session.is_read_only
        path = session.path if is_own else None
        if path == self._path and self._coming is None:
            return
        self._path = path
        coming, self._coming = self._coming, None
        if coming is not None and path is not None:
            self._take(coming)
        elif coming is not None:
            self.give_up(coming)
        self._hold_file()

    def _hold_file(self) -> None:
        """Hold the file that the map is in now, and no other."""
        if self._hold is not None and self._hold.path != self._path:
            self._let_go()
        self._beat.stop()
        if self._path is not None:
            self._beat.start()
            if self._hold is None and not self._is_held:
                self.refresh()


def _reach(path: Path, _progress: Progress) -> Reached:
    return holding.reach(path)


def _refresh(hold: Hold, _progress: Progress) -> Reached:
    if hold.refresh():
        return Reached(hold)
    return Reached(None, holding.look_for(hold.path) or Found(None, is_live=True))
