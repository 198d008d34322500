"""Watches the file of the open map: what others do to it is seen, our own saves are not."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from cjeditor.core.collector import collector_off
from cjeditor.core.progress import Progress
from cjeditor.files import looking
from cjeditor.files.looking import NOTHING_NEW, Sight
from cjeditor.model.map import Map
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session
from cjeditor.session.work import Work

SOON: Final = 300
"""Milliseconds in which several events are one: programs replace a file in steps."""

DOUBT: Final = 1000
"""Milliseconds after which a file that is gone, or half there, is looked at again."""

POLL: Final = 10_000
"""Milliseconds between looks where nothing tells of changes: network shares, some sync folders."""


class Watching(QObject):
    """Looks at the file, on another thread, whenever something may have happened to it.

    A file that was only touched, or holds the map that it held in other words, is no news.

    Signals:
        seen: With the `Sight`, whenever it is another than the one before.
    """

    seen = Signal(object)

    def __init__(self, session: Session, saving: Saving, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._saving = saving
        self._path: Path | None = None
        self._last: Sight | None = None
        self._told = NOTHING_NEW.news
        self._doubted: tuple[object, ...] = ()
        self._work: Work | None = None
        self._asked: tuple[Path | None, bytes | None] = (None, None)
        self._system: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look)
        session.leaving.connect(self._forget)
        session.file_changed.connect(self._follow_file)
        saving.ended.connect(self.look_soon)
        self._follow_file()

    def look_soon(self, wait: int = SOON) -> None:
        """Look in a moment, *wait* milliseconds from now, once."""
        if self._path is not None:
            self._soon.start(wait)

    def look(self) -> None:
        """Look now; after a save that is running."""
        known = self._session.sha256
        if self._path is None or known is None or self._work is not None or self._saving.is_busy:
            return
        saved, journey = self._session.saved, self._session.journey
        maps = [each for each in (saved, journey) if each is not None]
        last = self._last
        read = saved is None and (last is None or last.journey is None)
        self._asked = self._path, known
        self._work = Work(partial(_look, self._path, known, maps, last, read), self)
        self._work.finished.connect(self._finish)
        self._work.start(Work.Priority.LowPriority)

    def look_again(self) -> None:
        """Look now and tell what is seen, even if it was told before."""
        self._told = ()
        self.look_soon(0)

    def stop(self) -> None:
        """Look no more: the window is going."""
        self._forget()
        if self._work is not None:
            self._work.wait()

    def _forget(self) -> None:
        """Another document comes; what is seen of the old one interests nobody."""
        self._path = None
        self._last = None
        self._told, self._doubted = NOTHING_NEW.news, ()
        self._soon.stop()
        self._poll.stop()

    def _follow_file(self) -> None:
        path = self._session.path if self._session.sha256 is not None else None
        if path == self._path:
            return
        self._forget()
        self._path = path
        if path is not None:
            self._poll.start()
            self.look_soon(0)

    def _finish(self) -> None:
        assert self._work is not None
        work, self._work = self._work, None
        work.wait()
        work.deleteLater()
        if self._path is None:
            return
        if self._asked != (self._path, self._session.sha256) or self._saving.is_busy:
            self.look_soon()
        else:
            self._judge(work.result())

    def _judge(self, sight: Sight) -> None:
        self._last = sight
        if self._path is not None and sight.stamp is not None:  # else the system might not answer
            self._listen(self._path)
        doubtful = sight.state in ("gone", "unreadable")
        if doubtful and sight.news not in (self._doubted, self._told):
            self._doubted = sight.news
            self.look_soon(DOUBT)
            return
        self._doubted = ()
        if sight.state == "known" and sight.journey is not None and sight.sha256 is not None:
            self._last = None
            self._session.mark_theirs(sight.journey, sight.sha256)
        if sight.news != self._told:
            self._told = sight.news
            self.seen.emit(sight)

    def _listen(self, path: Path) -> None:
        """Have the system tell of changes; a file that was replaced has to be named anew."""
        if self._system is None:
            self._system = QFileSystemWatcher(self)
            self._system.directoryChanged.connect(lambda _path: self.look_soon())
            self._system.fileChanged.connect(lambda _path: self.look_soon())
        wanted = {str(path.parent), str(path)}
        watched = {*self._system.directories(), *self._system.files()}
        if gone := [*(watched - wanted)]:
            self._system.removePaths(gone)
        if new := [*(wanted - watched)]:
            self._system.addPaths(new)


def _look(
    path: Path,
    known: bytes,
    maps: list[Map],
    last: Sight | None,
    read: bool,
    _progress: Progress,
) -> Sight:
    """Look; what was read shares all that is the same with the map as it is here."""
    from cjeditor.changes.take import sharing  # a start has no time for it

    with collector_off():
        sight = looking.look(path, known, maps, last, read=read)
        if sight.journey is None or sight is last or (last and sight.journey is last.journey):
            return sight
        return replace(sight, journey=sharing(sight.journey, maps[-1]))
