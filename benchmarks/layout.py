"""Laying a whole map out for the first time, fonts and caches cold."""

import sys
import time

from benchmarks.maps import sized
from benchmarks.measure import Row, report
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out


def measure(cards: int) -> list[Row]:
    journey = sized(cards)
    begin = time.process_time()
    sheet = lay_out(journey, Look(LIGHT, Words("en")))
    cold = (time.process_time() - begin) * 1000
    assert sheet.height > 0
    target = 0.15 * max(cards / 5_000, 0.4) * 1000 + 60  # fonts are loaded once
    return [Row("layout, cold", cards, cold, target=f"≤ {target:.0f} ms", met=cold <= target)]


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
