"""Versions read, drawn and compared in a thread: what the dialog about them tells."""

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from cjeditor.app.bringing_back import changed_parts
from cjeditor.app.thumbnails import picture_of
from cjeditor.changes.compare import Change, compare, rebuilt
from cjeditor.changes.telling import summary
from cjeditor.core.ids import Id
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import interface
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.version_file import Version
from cjeditor.files.versions import VersionFolder
from cjeditor.model.map import Map
from cjeditor.render.qt import Faces
from cjeditor.sentences import sentence

logger = logging.getLogger(__name__)

_HELD: Final = 3
"""Maps that are held for the next comparison."""


@dataclass(frozen=True, slots=True)
class Told:
    """A version as a list tells of it.

    Attributes:
        what: What is different from the version before; why it cannot be read, if it cannot.
    """

    what: str
    picture: QImage | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A version beside the map as it is now, and beside the version before.

    Attributes:
        journey: None if it cannot be read.
        problem: Why not.
        present: The map that it is compared with.
        back: What bringing it back would do to that.
        before: The version before; None if there is none, or it cannot be read.
        done: What is different from that.
        parts: The lanes and stages of which something would come back, and how much.
    """

    journey: Map | None
    problem: str
    present: Map
    back: tuple[Change, ...] = ()
    before: Map | None = None
    done: tuple[Change, ...] = ()
    parts: Mapping[Id, int] = field(default_factory=dict)


class VersionReader(QThread):
    """Reads the version that is wanted, then tells of one after the other.

    Signals:
        told: With the path of a version and what was `Told`.
        opened: With the path of the version that was wanted, and it `Opened`.

    Args:
        versions: All, the newest first.
    """

    told = Signal(object, object)
    opened = Signal(object, object)

    def __init__(
        self, folder: VersionFolder, versions: Sequence[Version], theme: ThemeName, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = theme
        self._before = {version.path: before for version, before in pairwise(versions)}
        self._to_tell = deque(versions)
        self._wanted: tuple[Version, Map] | None = None
        self._held: dict[Path, Map | FileError] = {}
        self.finished.connect(self.go_on)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left to be read."""
        return not self.isRunning() and not self._to_tell and self._wanted is None

    def open(self, version: Version, present: Map) -> None:
        """Read *version* next, and compare it with *present*; what was wanted before is not."""
        self._wanted = version, present
        self.go_on()

    def go_on(self) -> None:
        """Work if there is something to do."""
        if (self._wanted is not None or self._to_tell) and not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Read no more, and wait for what is being read."""
        self.finished.disconnect(self.go_on)
        self._to_tell.clear()
        self._wanted = None
        self.wait()

    def run(self) -> None:
        faces = Faces()  # fonts belong to the thread that made them
        while True:
            wanted, self._wanted = self._wanted, None
            if wanted is not None:
                self.opened.emit(wanted[0].path, self._opened(*wanted))
            elif self._to_tell:
                version = self._to_tell.popleft()
                self.told.emit(version.path, self._told(version, faces))
            else:
                return

    def _opened(self, version: Version, present: Map) -> Opened:
        try:
            found = self._read(version)
            if not isinstance(found, Map):
                return Opened(None, sentence(found, interface()), present)
            back = compare(present, found)
            before = self._map_before(version)
            done = compare(before, found) if before is not None else ()
            then = rebuilt(present, back)
            parts = changed_parts(back, present, then)
            return Opened(then, "", present, back, before, done, parts)
        except Exception as error:
            logger.exception("a version could not be compared")
            return Opened(None, sentence(error, interface()), present)

    def _told(self, version: Version, faces: Faces) -> Told:
        try:
            found = self._read(version)
            if not isinstance(found, Map):
                return Told(sentence(found, interface()), None)
            words, before = interface(), self._map_before(version)
            what = words("The oldest that is kept")
            if before is not None:
                what = summary(compare(before, found), words)
            return Told(what, picture_of(found, self._theme, faces))
        except Exception as error:  # one that cannot be told does not hide the others
            logger.exception("a version could not be told")
            return Told(sentence(error, interface()), None)

    def _map_before(self, version: Version) -> Map | None:
        before = self._before.get(version.path)
        found = self._read(before) if before is not None else None
        return found if isinstance(found, Map) else None

    def _read(self, version: Version) -> Map | FileError:
        if version.path in self._held:
            return self._held[version.path]
        found: Map | FileError
        try:
            found = cjm.loads(self._folder.read(version))
        except FileError as error:
            found = error
        while len(self._held) >= _HELD:
            self._held.pop(next(iter(self._held)))
        self._held[version.path] = found
        return found
