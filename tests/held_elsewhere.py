"""Another process that has a map open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjeditor.files import holding

_PROGRAM = """
import sys, time
from pathlib import Path
from cjeditor.files.holding import reach
hold = reach(Path(sys.argv[1])).hold
print("held" if hold else "not held", flush=True)
time.sleep(120)
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the map at *path* until the end, or until it is killed."""
    started = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(holding.__file__).parents[2])},
    )
    try:
        assert started.stdout is not None
        assert started.stdout.readline() == "held\n"
        yield started
    finally:
        started.kill()
        started.communicate()
