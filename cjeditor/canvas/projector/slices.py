"""Work that is done a slice at a time between events, so that no window waits for it."""

from collections.abc import Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE: Final = 0.012
"""Seconds of work before events have their turn."""


class Slices(QObject):
    """Does one piece of work; a new one takes the place of one that is not done.

    Signals:
        done: The work is done.
    """

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[object] | None = None
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there is work that is not done."""
        return self._work is not None

    def begin(self, work: Iterator[object]) -> None:
        """Do *work*, which rests now and then; the first slice at once."""
        self._work = work
        self._turns.start()
        self._go_on()

    def _go_on(self) -> None:
        assert self._work is not None
        end = monotonic() + _SLICE
        for _rest in self._work:
            if monotonic() >= end:
                return
        self._turns.stop()
        self._work = None
        self.done.emit()
