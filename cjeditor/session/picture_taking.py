"""Takes pictures in while the window stays alive."""

from collections.abc import Callable, Sequence
from threading import Event, Thread
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from cjeditor.files.errors import BadPicture, CannotRead
from cjeditor.model.records import Picture

Read: TypeAlias = Callable[[], Picture]
"""Reads a picture and makes it safe; it may take seconds."""

Use: TypeAlias = Callable[[Sequence[Picture]], None]

PATIENCE: Final = 0.04
"""Seconds after which pictures are waited for in the background."""


class _Bell(QObject):
    rang = Signal(object)


class _Work:
    """Reads pictures on a thread of its own, and rings when it is over.

    Not on one of Qt's, for which the program would wait when it ends.
    """

    def __init__(self, reads: Sequence[Read], use: Use) -> None:
        self._reads = tuple(reads)
        self.use = use
        self.bell = _Bell()
        self.over = Event()
        self.pictures: tuple[Picture, ...] = ()
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.pictures = tuple(read() for read in self._reads)
        except (BadPicture, CannotRead) as error:
            self.error = error
        finally:
            self.over.set()
            self.bell.rang.emit(self)


class PictureTaking(QObject):
    """Takes pictures in, one errand after another.

    Signals:
        refused: With the `BadPicture` or `CannotRead`; nothing was taken in.
        finished: An errand is over, in one way or the other.
    """

    refused = Signal(object)
    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[_Work] = []

    def take(self, reads: Sequence[Read], use: Use) -> None:
        """Read pictures and let *use* have them: at once if that is quick, else when it is done."""
        work = _Work(reads, use)
        work.bell.rang.connect(self._finish)
        self._running.append(work)
        Thread(target=work.run, daemon=True).start()
        if work.over.wait(PATIENCE):
            self._finish(work)

    @Slot(object)
    def _finish(self, work: _Work) -> None:
        if work not in self._running:
            return
        self._running.remove(work)
        if work.error is not None:
            self.refused.emit(work.error)
        else:
            work.use(work.pictures)
        self.finished.emit()
