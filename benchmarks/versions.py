"""What a version costs: made, listed, read back; and what of it the window's thread notices."""

import os
import statistics
import sys
import tempfile
import time
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.documents import GAP, TIMES, Window
from benchmarks.maps import sized
from benchmarks.measure import Row, cpu, cpu_in_turns, report
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.versions import VersionFolder, place

LISTED = 100
NOW = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def measure(cards: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as home:  # the user's own versions stay out of it
        os.environ |= {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA")}
        journey = sized(cards)
        folder = VersionFolder(place(), journey.id)
        titles = iter(range(10**6))

        def keep() -> None:
            number = next(titles)
            content = cjm.dumps(SetScope("title", f"Map {number}").apply(journey))
            folder.add(content, "saved", NOW + timedelta(seconds=number))

        content = cjm.dumps(journey)
        made, packed = cpu_in_turns([keep, lambda: zlib.compress(cjm.dumps(journey))])
        size = folder.listed().versions[0].size / 1024
        read = cpu(lambda: cjm.loads(folder.read(folder.listed().versions[0])))
        small = VersionFolder(place(), "small")
        for number in range(LISTED):
            small.add(content[:2000] + bytes(str(number), "ascii"), "saved", NOW)
        listed = cpu(small.listed)
        share, gap = _in_window(cards, Path(home))
    return [
        Row("version, made", cards, made, peer="the map written and compressed",
            peer_value=packed),
        Row("version, its size", cards, size, unit="KiB", peer="the map's file",
            peer_value=len(content) / 1024),
        Row("version, read back", cards, read),
        Row(f"version, {LISTED} listed", cards, listed),
        Row("version, window's thread", cards, share),
        Row("version, longest gap in the window", cards, gap, target=f"≤ {GAP} ms",
            met=gap <= GAP),
    ]  # fmt: skip


def _in_window(cards: int, home: Path) -> tuple[float, float]:
    """Return the CPU milliseconds that it takes to begin one, and the longest gap meanwhile."""
    path = home / "map.cjm"
    cjm.save(sized(cards), path)
    window = Window()
    window.open(path)
    keeping = window.space.safety.versions.keeping
    shares, gaps = [], []

    def keep() -> None:
        begin = time.thread_time()
        keeping.name("benchmark")
        shares.append((time.thread_time() - begin) * 1000)

    for number in range(TIMES):
        window.space.session.do(SetScope("title", f"Map {number}"))
        gaps.append(window.longest_gap(keep))
    keeping.stop()
    return statistics.median(shares), statistics.median(gaps)


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
