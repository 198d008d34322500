"""Small pictures of map files, drawn off the window's thread and kept in the user's cache."""

import hashlib
import logging
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import user_cache_path
from PySide6.QtCore import QBuffer, QIODevice, QObject, QThread, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from cjeditor import __version__
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import Words
from cjeditor.display.shapes import Rect, Symbol
from cjeditor.display.theme import THEMES
from cjeditor.files import atomic, cjm
from cjeditor.files.errors import FileError
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import card_kind, kind_of_lane
from cjeditor.layout.sheet import Sheet, lay_out
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images

logger = logging.getLogger(__name__)

WIDTH, HEIGHT = 480, 280
"""Pixels of a picture: twice what the window shows, for sharp screens."""

WIDEST: Final = 1680.0
"""Points of a sheet's width that are shown; what stands right of them is cut off."""

_WAVE: Final = (0.4, 1.0, 0.5, -1.0, -0.4, 1.2, 0.8, 1.4)
_LEAST: Final = 760.0
_PLUS: Final = 120.0
_ABOVE: Final = 14.0
"""Points shown above the stages of a map without a title."""

KEPT: Final = 200
"""Pictures in the cache; the oldest beyond them are deleted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which picture: of which file, in the colours of which theme."""

    path: Path
    theme: ThemeName


def cache_folder() -> Path:
    """Return where pictures are kept on this system."""
    return user_cache_path("cjeditor", appauthor=False) / "thumbnails"


def picture_of(journey: Map, name: ThemeName, faces: Faces) -> QImage:
    """Draw the upper left part of *journey*, small, in the theme of that *name*."""
    theme = THEMES[name]
    sheet = lay_out(filled(journey), Look(theme, Words(journey.scope.language)))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.sheet))
    part = _part(sheet)
    painter = QPainter(image)
    try:
        painter.scale(WIDTH / part.width, WIDTH / part.width)
        painter.translate(-part.x, -part.y)
        backend = QtBackend(painter, faces, Images(journey.pictures))
        play_blocks(sheet.blocks(), backend, part)
        if not journey.stages:
            left, top = part.x + (part.width - _PLUS) / 2, part.y + (part.height - _PLUS) / 2
            backend.symbol(Symbol("plus", left, top, _PLUS, theme.quiet))
    finally:
        painter.end()
    return image


def filled(journey: Map) -> Map:
    """Return *journey*, with cards without words in its cells if it has no cards at all.

    So the picture of a template shows by colour and symbol what will stand in its lanes.
    """
    if journey.cards or journey.emotions:
        return journey
    for row, lane in enumerate(journey.ordered_lanes):
        kind = kind_of_lane(lane)
        for column, step in enumerate(journey.ordered_steps):
            name = f"{row}-{column}"
            if kind.shows_emotions:
                value = _WAVE[column % len(_WAVE)]
                journey = journey.put(Emotion(id=name, step=step.id, value=value))
            elif (card := kind.card(lane)) is not None and (row + column) % 3:
                record = card_kind(card).record
                journey = journey.put(
                    record(kind=card, id=name, lane=lane.id, first_step=step.id, last_step=step.id)
                )
    return journey


def _part(sheet: Sheet) -> Rect:
    """Return what is shown of *sheet*: its top, or its stages where it has no title."""
    width = max(_LEAST, min(sheet.width, WIDEST))
    top = 0.0 if sheet.journey.scope.title else max(0.0, sheet.head - _ABOVE)
    return Rect(0, top, width, width * HEIGHT / WIDTH)


class Thumbnails(QObject):
    """The pictures of map files, one after the other.

    Signals:
        made: The picture of a file is there, or known not to come; with its path.
    """

    made = Signal(object)

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[Wanted, int], QPixmap] = {}
        self._theme: ThemeName | None = None
        self._problems: dict[Path, Exception] = {}
        self._painter = _PainterThread(cache, self)
        self._painter.painted.connect(self._take)
        self._painter.failed.connect(self._take_problem)
        self._painter.finished.connect(self._painter.go_on)

    def picture(self, wanted: Wanted) -> QPixmap | None:
        """Return the picture, or None and have it made; those of another theme are let go."""
        if wanted.theme != self._theme:
            self._theme = wanted.theme
            self._pictures.clear()
        key = (wanted, _stamp(wanted.path))
        if key not in self._pictures and wanted.path not in self._problems:
            self._painter.want(wanted)
        return self._pictures.get(key)

    def problem(self, path: Path) -> Exception | None:
        """Return why there is no picture of a file, as far as that is known."""
        return self._problems.get(path)

    def forget_problems(self) -> None:
        """Try files again that could not be read."""
        self._problems.clear()

    def stop(self) -> None:
        """Make no more pictures, and wait for the one that is being made."""
        self._painter.stop()

    def _take(self, wanted: Wanted, stamp: int, image: QImage) -> None:
        self._pictures[wanted, stamp] = QPixmap.fromImage(image)
        self.made.emit(wanted.path)

    def _take_problem(self, wanted: Wanted, error: Exception) -> None:
        self._problems[wanted.path] = error
        self.made.emit(wanted.path)


class _PainterThread(QThread):
    """Draws what is wanted until nothing is left.

    Signals:
        painted: What was wanted, the file's time, the picture.
        failed: What was wanted, and why it was not drawn.
    """

    painted = Signal(object, object, QImage)
    failed = Signal(object, object)

    def __init__(self, cache: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._wanted: deque[Wanted] = deque()
        self._now: Wanted | None = None

    def want(self, wanted: Wanted) -> None:
        waiting = tuple(self._wanted)  # the thread takes from it while they are compared
        if wanted != self._now and wanted not in waiting:
            self._wanted.append(wanted)
            self.go_on()

    def go_on(self) -> None:
        if self._wanted and not self.isRunning():
            self.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        self._wanted.clear()
        self.wait()

    def run(self) -> None:
        faces = Faces()  # fonts belong to the thread that made them
        while (wanted := self._next()) is not None:
            self._now = wanted
            stamp = _stamp(wanted.path)
            try:
                found: QImage | Exception = self._kept(wanted, stamp) or self._made(
                    wanted, stamp, faces
                )
            except FileError as error:
                found = error
            except Exception as error:
                logger.exception("no picture of %s", wanted.path)
                found = error
            self._now = None  # before it is told: the same may be wanted again at once
            self._tell(wanted, stamp, found)

    def _tell(self, wanted: Wanted, stamp: int, found: QImage | Exception) -> None:
        if isinstance(found, QImage):
            self.painted.emit(wanted, stamp, found)
        else:
            self.failed.emit(wanted, found)

    def _next(self) -> Wanted | None:
        try:
            return self._wanted.popleft()
        except IndexError:  # `stop` may have been faster
            return None

    def _kept(self, wanted: Wanted, stamp: int) -> QImage | None:
        image = QImage(str(self._file(wanted, stamp)))
        return None if image.isNull() else image

    def _made(self, wanted: Wanted, stamp: int, faces: Faces) -> QImage:
        image = picture_of(cjm.load(wanted.path), wanted.theme, faces)
        try:
            self._keep(image, self._file(wanted, stamp))
        except (OSError, FileError):
            logger.exception("a picture was not kept")
        return image

    def _keep(self, image: QImage, file: Path) -> None:
        self._cache.mkdir(parents=True, exist_ok=True)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
        atomic.write(file, bytes(buffer.data().data()))
        files = sorted(self._cache.glob("*.png"), key=_stamp)
        for old in files[: max(0, len(files) - KEPT)]:
            old.unlink(missing_ok=True)

    def _file(self, wanted: Wanted, stamp: int) -> Path:
        """Return where the picture of a file of that time, drawn by this program, is kept."""
        named = f"{wanted.path.absolute()}\n{stamp}\n{wanted.theme}\n{__version__}"
        digest = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
        return self._cache / f"{digest[:40]}.png"


def _stamp(path: Path) -> int:
    """Return when a file was changed, in nanoseconds; 0 if that is not known."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0
