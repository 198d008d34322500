"""Cuts the power of a disk while a session is written to it; prints what was wrong afterwards.

Started by the tests, by root: `cuts.py FOLDER COUNT BUG`. The disk is a file with ext4 in it. What
the file holds at a moment is what such a disk would hold after a power cut: only what the system
has written to it. The disk never mixes up what it was told, so this is kinder than some are.
"""

import json
import logging
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from scenarios import check_session, plant, session

SIZE = 24 * 1024 * 1024
"""Bytes of the disk."""

LONGEST = 1.0
"""Seconds of a session before the cut."""


@contextmanager
def mounted(image, place):
    """Mount the disk in the file *image*, as after a start of the computer."""
    place.mkdir()
    subprocess.run(["mount", "-o", "loop", image, place], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)
        place.rmdir()


def cut(base, number):
    """Return what was told to be safe, and what is wrong after the cut."""
    image, left = base / f"disk {number}", base / f"left {number}"
    with image.open("wb") as file:
        file.truncate(SIZE)
    subprocess.run(["mkfs.ext4", "-q", image], check=True, capture_output=True)
    with mounted(image, base / "before") as disk:
        into, out = os.pipe()
        pid = os.fork()
        if not pid:
            _work(disk, out)
        os.close(out)
        first = os.read(into, 64)  # it has begun
        time.sleep(random.uniform(0, LONGEST))
        os.kill(pid, signal.SIGSTOP)
        _copy(image, left)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        with os.fdopen(into, "rb") as told:
            acks = [int(line) for line in (first + told.read()).split()]
    with mounted(left, base / "after") as disk:
        wrong = check_session(disk, acks)
    image.unlink()
    left.unlink()
    return acks, wrong


def _work(disk, out):
    try:
        session(disk, lambda number: os.write(out, b"%d\n" % number), finishes=False)
        signal.pause()
    finally:
        os._exit(1)


def _copy(image, left):
    """Copy what is in the file at one moment: until nothing was written meanwhile."""
    while True:
        shutil.copyfile(image, left)
        if left.read_bytes() == image.read_bytes():
            return


def main():
    logging.disable()
    base, count, bug = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    plant(bug)
    told, wrong = 0, []
    for number in range(count):
        acks, found = cut(base, number)
        told += len(acks)
        wrong += [f"{number}: {each}" for each in found]
        if bug and wrong:
            break
    json.dump({"cuts": count, "told": told, "wrong": wrong}, sys.stdout)


if __name__ == "__main__":
    main()
