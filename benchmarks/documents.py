"""The window while a map with 100 pictures is opened and saved: how long nothing moves at most.

A clock ticks every millisecond in the window's thread. What counts is the CPU time of the whole
process between two ticks: while one thread works without a break, the window waits for it.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.maps import sized, with_pictures
from benchmarks.measure import Row, peak_memory, report
from cjeditor.app import start
from cjeditor.app.garbage import Garbage
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm

PICTURES = 100
TIMES = 5
GAP = 50
"""Milliseconds."""

REST = 500
"""Milliseconds in which nothing follows any more what was done."""


class Window:
    """The window of the program on a screen that only exists in memory, and its clock."""

    def __init__(self) -> None:
        self.application = QApplication.instance() or QApplication(["benchmarks"])
        self.window = start.build(self.application)
        Garbage(self.window)  # as in the program, which looks for it between edits
        self.window.resize(1920, 1080)
        self.window.show()
        assert self.window.workspace is not None
        self.space = self.window.workspace
        self._clock = QTimer()
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._last = self._longest = 0.0

    def open(self, path: Path) -> float:
        """Open a map; return the longest gap until all that follows is done."""
        return self.longest_gap(lambda: self.space.documents.open(path))

    def save(self, path: Path) -> float:
        """Save the map to *path*; return the longest gap until it is saved."""
        return self.longest_gap(lambda: self.space.documents.saver.saving.save(path))

    def longest_gap(self, act: Callable[[], object]) -> float:
        """Do *act*; return the longest gap until all that follows is done, in CPU milliseconds."""
        self._rest()
        self._longest, self._last = 0.0, time.process_time()
        self._clock.start(1)
        act()
        while not self._is_idle():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._rest()
        self._clock.stop()
        return self._longest * 1000

    def _is_idle(self) -> bool:
        works = (self.space.documents.saver.saving, self.space.safety.versions.keeping)
        return not any(each.is_busy for each in works) and self.space.view.paper.is_ready

    def _rest(self) -> None:
        loop = QEventLoop()
        QTimer.singleShot(REST, loop.quit)
        loop.exec()

    def _tick(self) -> None:
        now = time.process_time()
        self._longest, self._last = max(self._longest, now - self._last), now


def measure(cards: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay out of it
        os.environ |= {f"XDG_{name}_HOME": folder for name in ("CONFIG", "STATE", "DATA")}
        large, small, saved = (Path(folder) / f"{name}.cjm" for name in ("large", "small", "saved"))
        cjm.save(with_pictures(sized(cards), PICTURES), large)
        cjm.save(sized(200), small)
        window = Window()
        gaps: dict[str, list[float]] = {"open": [], "save": [], "open another": []}
        for number in range(TIMES):
            gaps["open"].append(window.open(large))
            window.space.session.do(SetScope("title", f"Map {number}"))
            gaps["save"].append(window.save(saved))
            gaps["open another"].append(window.open(small))
        memory = peak_memory()
    rows = [
        Row(
            f"window, longest gap, {what}", cards, gap, target=f"≤ {GAP} ms", met=gap <= GAP,
        )
        for what, found in gaps.items()
        for gap in [statistics.median(found)]
    ]  # fmt: skip
    what = f"window, open and save, peak memory, {PICTURES} pictures"
    return [*rows, Row(what, cards, memory, unit="MiB")]


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
