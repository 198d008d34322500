"""Who has a map open is told to others; what nobody holds any more holds nobody up."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from held_elsewhere import held_elsewhere

from cjeditor.files import holding
from cjeditor.files.errors import CannotWrite
from cjeditor.files.holding import Holder, lock_path, look_for, reach
from cjeditor.files.process_lock import ProcessLock


@pytest.fixture
def path(tmp_path):
    return tmp_path / "map.cjm"


@pytest.fixture
def child(path):
    """Another process that has the map open."""
    with held_elsewhere(path) as started:
        yield started


@pytest.fixture
def no_locks(monkeypatch):
    """A file system that knows no locks."""

    def refuse(*_arguments, **_more):
        raise CannotWrite("other", "no locks available")

    monkeypatch.setattr(ProcessLock, "take", refuse)


def holder(**more):
    """Return somebody on another computer who was there a moment ago."""
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    fields = {"session": "s", "host": "elsewhere", "user": "rina", "process": 1}
    return Holder(**fields, since=now, beat=more.get("beat", now)).replace(**more)


def long_ago():
    return f"{datetime.now(UTC) - timedelta(hours=3):%Y-%m-%dT%H:%M:%SZ}"


def put(path, held):
    lock_path(path).write_bytes(held.model_dump_json().encode())


def test_the_first_has_the_map_and_the_second_is_told_who(path):
    first = reach(path)
    second = reach(path)

    assert first.hold is not None
    assert first.found is None
    assert second.hold is None
    assert second.found.is_live
    assert second.found.holder.process == os.getpid()
    first.hold.free()
    assert list(path.parent.iterdir()) == []
    third = reach(path)
    assert third.found is None
    third.hold.free()


def test_another_process_holds_it_until_it_is_killed(path, child):
    told = reach(path)
    assert told.hold is None
    assert told.found.holder.process == child.pid

    child.send_signal(signal.SIGKILL)
    child.wait()
    after = reach(path)

    assert after.hold is not None
    assert not after.found.is_live  # it is told, not taken over silently
    assert after.found.holder.process == child.pid
    after.hold.free()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 300, b"{}", b"x" * 10_000, b"[" * 100_000, b"\xff\xfe"]
)
@pytest.mark.parametrize("locks", [True, False])
def test_a_lock_that_says_nothing_blocks_nobody(path, content, locks, request):
    if not locks:
        request.getfixturevalue("no_locks")
    lock_path(path).write_bytes(content)

    reached = reach(path)

    assert reached.hold is not None
    assert (reached.found.holder, reached.found.is_live) == (None, False)
    assert look_for(path).holder.process == os.getpid()
    reached.hold.free()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("locks", [True, False])
def test_a_lock_of_another_computer_counts_while_it_beats(path, locks, request):
    if not locks:
        request.getfixturevalue("no_locks")
    put(path, holder())
    before = lock_path(path).read_bytes()

    reached = reach(path)

    assert reached.hold is None
    assert (reached.found.holder.user, reached.found.is_live) == ("rina", True)
    assert lock_path(path).read_bytes() == before

    put(path, holder(beat=long_ago()))
    reached = reach(path)
    assert reached.hold is not None
    assert (reached.found.holder.user, reached.found.is_live) == ("rina", False)
    reached.hold.free()


def test_without_locks_a_dead_process_here_holds_nothing(path, no_locks):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    put(path, holder(host=holding._host(), process=gone.pid))

    reached = reach(path)

    assert reached.hold is not None
    assert not reached.found.is_live
    assert not reach(path).hold  # ours lives
    reached.hold.free()


def test_without_locks_a_process_that_runs_here_has_it(path, no_locks):
    put(path, holder(host=holding._host(), process=os.getppid()))

    assert reach(path).found.is_live


def test_who_beats_is_there_still_and_only_its_own_lock_is_touched(path):
    hold = reach(path).hold
    hold._own = hold._own.replace(beat=long_ago())
    assert hold.refresh()
    assert look_for(path).holder.beat != long_ago()

    lock_path(path).unlink()
    assert hold.refresh()  # a sync program took it away
    assert look_for(path).holder.session == hold._own.session

    put(path, holder())
    theirs = lock_path(path).read_bytes()
    assert not hold.refresh()
    hold.free()
    assert lock_path(path).read_bytes() == theirs


def test_a_folder_that_cannot_be_written_blocks_nothing(path, monkeypatch):
    def refuse(*_arguments, **_more):
        raise CannotWrite("read-only", "")

    monkeypatch.setattr("cjeditor.files.atomic.open_to_lock", refuse)

    assert reach(path) == holding.Reached(None, None)
    assert reach(path.parent / "missing" / "map.cjm").hold is None


def test_a_lock_stands_hidden_beside_the_file_itself(path, tmp_path):
    path.write_bytes(b"")
    link = tmp_path / "folder" / "link.cjm"
    link.parent.mkdir()
    link.symlink_to(path)

    assert lock_path(link) == lock_path(path) == tmp_path / ".~lock.map.cjm#"
    long = tmp_path / ("😀" * 60 + ".cjm")
    assert len(os.fsencode(lock_path(long).name)) < 255


def test_a_lock_can_be_read_by_others_and_tells_little(path):
    hold = reach(path).hold

    assert lock_path(path).stat().st_mode & 0o044
    assert lock_path(path).stat().st_size < holding.LARGEST
    hold.free()
