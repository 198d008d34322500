"""Measure everything, print the table, write docs/benchmarks.md."""

import argparse
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import Row, run_alone

SIZES = (200, 2_000, 20_000)
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"

MODULES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("benchmarks.start", (0,)),
    ("benchmarks.files", SIZES),
    ("benchmarks.layout", SIZES),
    ("benchmarks.edit", SIZES),
    ("benchmarks.journal", (2_000, 20_000)),
    ("benchmarks.changes", SIZES),
    ("benchmarks.frames", (200, 2_000, 5_000, 20_000)),
    ("benchmarks.room", (5_000,)),
    ("benchmarks.projector", (5_000,)),
    ("benchmarks.tools", (5_000,)),
    ("benchmarks.documents", (5_000, 20_000)),
    ("benchmarks.versions", (2_000, 20_000)),
    ("benchmarks.pdf", SIZES),
    ("benchmarks.workbook", SIZES),
    ("benchmarks.survey", (100_000, 200_000)),
    ("benchmarks.journey", (200,)),
)

HEAD = """\
# Benchmarks

Made by `make bench`. Every figure is CPU time (median), not wall time, measured in a process of
its own; every comparison is made in the same run, in turns. Cards carry 3 to 12 words.
Machine: {machine}; Python {python}, PySide6 {pyside}.

| what | cards | CJ Editor | compared with | theirs | ratio | target | reached |
| --- | ---: | ---: | --- | ---: | ---: | --- | --- |
"""


def line(row: Row) -> str:
    theirs = "" if row.peer_value is None else f"{row.peer_value:.4g} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    reached = {None: "", True: "yes", False: "**no**"}[row.met]
    cards = f"{row.cards:,}" if row.cards else "–"
    ours = f"{row.value:.4g} {row.unit}"
    cells = (row.what, cards, ours, row.peer, theirs, ratio, row.target, reached)
    return f"| {' | '.join(cells)} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="names of single benchmarks: start, files, …")
    only = {f"benchmarks.{name}" for name in parser.parse_args().only}
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody's start compiles the program anew
    rows = []
    for module, sizes in MODULES:
        for size in sizes if not only or module in only else ():
            for row in run_alone(module, size):
                print(line(row), flush=True)
                rows.append(row)
    if not only:
        head = HEAD.format(
            machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}",
            python=platform.python_version(),
            pyside=version("PySide6-Essentials"),
        )
        PAGE.write_text(head + "\n".join(map(line, rows)) + "\n", encoding="utf-8")
    return 0 if all(row.met is not False for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
