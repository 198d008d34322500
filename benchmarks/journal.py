"""What the journal costs: the window's thread at each edit, and how far the disk is behind.

Wall time on the window's thread, for that is what a person waits for; the recorder works beside
it. On a slow disk every flush takes 200 ms longer.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication

from benchmarks.maps import sized
from benchmarks.measure import Row, report
from cjeditor.edits.records import SetField
from cjeditor.session.protection import Protection
from cjeditor.session.session import Session

LIMIT = 1.0
"""Milliseconds of the window's thread that an edit may cost more for being written along."""

SLOW = 0.2
"""Seconds that a flush takes longer on a slow disk."""

_EDITS = 300
_PAUSE = 0.01
"""Seconds between two edits: far quicker than anybody types."""


def measure(cards: int) -> list[Row]:
    rows = []
    for disk, delay in (("", 0.0), (", on a disk that takes 200 ms longer to flush", SLOW)):
        costs, is_safe = _costs(cards, delay)
        first, costs = costs[0], sorted(costs[1:])
        what = f"journal, window's thread at an edit{disk}"
        figures = {
            "median": statistics.median(costs),
            "95 %": costs[int(len(costs) * 0.95)],
            "longest": costs[-1],
            "the first, which begins it": first,
        }
        for name, value in figures.items():
            is_judged = name == "median"
            target = f"≤ {LIMIT:g} ms" if is_judged else ""
            met = (value <= LIMIT and is_safe) if is_judged else None
            rows.append(Row(f"{what}, {name}", cards, value, target=target, met=met))
    return rows


def _costs(cards: int, delay: float) -> tuple[list[float], bool]:
    """Return the milliseconds that each edit took in the journal, and whether all is safe."""
    session = Session(sized(cards))
    names = list(session.journey.cards)
    with tempfile.TemporaryDirectory() as folder, _slow_disk(delay):
        protection = Protection(session, where=lambda: (Path(folder) / "recovery",))
        follow = protection._follow
        session.map_changed.disconnect(follow)
        costs: list[float] = []

        def timed(before: object, after: object) -> None:
            begin = time.perf_counter()
            follow(before, after)
            costs.append((time.perf_counter() - begin) * 1000)

        session.map_changed.connect(timed)
        for number in range(_EDITS):
            card = names[number * 37 % len(names)]
            session.do(SetField((card,), "text", f"Written as number {number}"))
            time.sleep(_PAUSE)
        is_safe = protection.flush(60)
        session.map_changed.connect(follow)
        protection.stop(60)
    return costs, is_safe


def _slow_disk(delay: float):
    """Let every flush of the process take *delay* seconds longer."""
    real = {name: getattr(os, name) for name in ("fsync", "fdatasync")}

    def slowly(name):
        def flush(descriptor):
            time.sleep(delay)
            real[name](descriptor)

        return flush

    return patch.multiple(os, **{name: slowly(name) for name in real})


if __name__ == "__main__":
    _application = QCoreApplication([])
    report(measure(int(sys.argv[1])))
