"""The lock goes with its process, however that ends, and nothing that lies about blocks it."""

import os
import signal
import subprocess
import sys

import pytest

from cjeditor.files.errors import CannotWrite
from cjeditor.files.process_lock import ProcessLock

HOLDER = """
import sys
from pathlib import Path
from cjeditor.files.process_lock import ProcessLock
lock = ProcessLock.take(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "session.lock"


@pytest.fixture
def holder(path):
    """Another process that holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_one_holds_it_at_a_time(path):
    lock = ProcessLock.take(path)

    assert lock is not None
    assert ProcessLock.take(path) is None
    lock.free()
    assert ProcessLock.take(path) is not None


def test_another_process_is_refused_and_free_after_a_kill(path, holder):
    assert ProcessLock.take(path) is None

    holder.send_signal(signal.SIGKILL)
    holder.wait()

    assert ProcessLock.take(path) is not None


@pytest.mark.parametrize("content", [b"", b"\0" * 40, b"4711 somewhere"])
def test_an_old_file_blocks_nobody(path, content):
    path.write_bytes(content)

    assert ProcessLock.take(path) is not None


def test_a_file_that_was_taken_away_is_not_the_lock(path):
    """Who waits with the old file in hand does not think that it is the owner."""
    lock = ProcessLock.take(path)
    waiting = os.open(path, os.O_RDWR)
    lock.free(remove=True)
    os.close(waiting)

    assert not path.exists()
    other = ProcessLock.take(path)
    assert path.exists()
    other.free()
    other.free()


def test_it_says_why_there_can_be_none(tmp_path):
    with pytest.raises(CannotWrite) as caught:
        ProcessLock.take(tmp_path / "missing" / "x.lock")

    assert caught.value.reason == "folder missing"


def test_only_the_user_can_read_it(path):
    lock = ProcessLock.take(path)

    assert path.stat().st_mode & 0o777 == 0o600
    lock.free()
