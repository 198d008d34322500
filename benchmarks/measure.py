"""Timing in CPU seconds, and one row of the table.

Wall time on a shared machine says more about the neighbours than about the program, so every
figure is CPU time, and every comparison is made in one process or in turns.
"""

import ctypes
import gc
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was done.
        cards: Size of the map.
        value: Our figure, in *unit*.
        peer: What it is compared with; "" for nothing.
        peer_value: The peer's figure in *unit*, from the same run.
        target: What we hold ourselves to, as text.
        met: Whether it is reached; None where there is no target.
    """

    what: str
    cards: int
    value: float
    unit: str = "ms"
    peer: str = ""
    peer_value: float | None = None
    target: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.peer_value if self.peer_value else None


def cpu(work: Callable[[], object], repeat: int = 5) -> float:
    """Return the median CPU milliseconds of this process over *repeat* calls of *work*."""
    return cpu_in_turns([work], repeat)[0]


def cpu_in_turns(works: Sequence[Callable[[], object]], repeat: int = 5) -> list[float]:
    """Return the median CPU milliseconds of each of *works*, run one after the other in turns."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(repeat):
        for times, work in zip(spent, works, strict=True):
            gc.collect()
            begin = time.process_time()
            work()
            times.append((time.process_time() - begin) * 1000)
    return [statistics.median(times) for times in spent]


def cpu_of_commands(commands: Sequence[Sequence[str]], repeat: int = 7) -> list[float]:
    """Return the median CPU milliseconds of each whole process, children too, run in turns.

    Raises:
        subprocess.CalledProcessError: A command failed.
    """
    _adopt_orphans()
    compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    for command in commands:  # as after the first start ever: byte code is there
        subprocess.run(command, check=True, capture_output=True, env=compiled, timeout=120)
    spent: list[list[float]] = [[] for _ in commands]
    for _ in range(repeat):
        for times, command in zip(spent, commands, strict=True):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, check=True, capture_output=True, env=compiled, timeout=120)
            _wait_for_orphans()
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            times.append(used * 1000)
    return [statistics.median(times) for times in spent]


def _adopt_orphans() -> None:
    """Become the parent of what a command leaves behind, so that its CPU time is counted too.

    A browser's helpers outlive the process that was started (prctl(2), PR_SET_CHILD_SUBREAPER).
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def peak_memory() -> float:
    """Return the most memory that this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_alone(module: str, *arguments: object) -> list[Row]:
    """Run *module* in a process of its own and return the rows that it reports."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [Row(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{")]


def report(rows: Iterable[Row]) -> None:
    """Print *rows* for `run_alone`."""
    for row in rows:
        print(json.dumps(asdict(row)), flush=True)
