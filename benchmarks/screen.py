"""A map on a screen that only exists in memory, and what a frame of it costs."""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from benchmarks.maps import sized
from cjeditor.app.garbage import Garbage
from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.session.session import Session


class Screen:
    """A view of 1920 × 1080 pixels on a map of so many cards.

    Args:
        grid: Lanes and columns of the map; as all benchmarks have them if there are none.
    """

    def __init__(self, cards: int, *grid: int) -> None:
        self.application = QApplication.instance() or QApplication(["benchmarks"])
        self.session = Session(sized(cards, *grid))
        self.view = MapView(self.session, Look(LIGHT, Words("en"), on_screen=True))
        self.view.resize(1920, 1080)
        self.view.show()
        Garbage(self.view)  # as in the program, which looks for it between edits
        self.settle()

    def settle(self) -> None:
        """Do all that is waiting, painting too."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.application.processEvents()
        while not self.view.paper.is_ready:
            self.application.processEvents()

    def frame(self, change: Callable[[], object]) -> float:
        """Return the CPU milliseconds from *change* until its result is painted."""
        begin = time.thread_time()
        change()
        self.application.processEvents()
        return (time.thread_time() - begin) * 1000

    def frames(self, changes: list[Callable[[], object]]) -> float:
        """Return the median of the frames of *changes*."""
        return statistics.median(self.frame(change) for change in changes)
