"""A file is written whole or not at all, whatever the operating system says."""

import errno
import hashlib
import os
import resource
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjeditor.files import atomic
from cjeditor.files.atomic import Written, is_writable, write
from cjeditor.files.errors import CannotWrite, ChangedOnDisk

OLD, NEW = b"old" * 1000, b"new" * 2000


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "map.cjm"
    file.write_bytes(OLD)
    return file


def assert_untouched(path):
    assert path.read_bytes() == OLD
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def fail(monkeypatch, name, number, call=1, *, after=False):
    """Let the given call of an os function fail with an errno, after doing it or instead."""
    real, count = getattr(os, name), 0

    def failing(*args, **kwargs):
        nonlocal count
        count += 1
        if count != call:
            return real(*args, **kwargs)
        if after:
            real(*args, **kwargs)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, failing)


def test_new_content_takes_the_place_of_the_old(path):
    assert write(path, NEW) == Written("", hashlib.sha256(NEW).digest())
    assert path.read_bytes() == NEW
    assert len(list(path.parent.iterdir())) == 1


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    mask = os.umask(0o027)
    try:
        write(tmp_path / "new.cjm", NEW)
    finally:
        os.umask(mask)

    assert stat.S_IMODE((tmp_path / "new.cjm").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_permissions_are_kept(path, mode):
    path.chmod(mode)

    write(path, NEW)

    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_link_stays_a_link(path, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.cjm"
    link.symlink_to(path)

    write(link, NEW)

    assert link.is_symlink()
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("name", ["ä 😀" * 30, "x" * 251 + ".cjm"])
def test_the_longest_name_can_be_written(tmp_path, name):
    write(tmp_path / name, NEW)

    assert (tmp_path / name).read_bytes() == NEW


@pytest.mark.parametrize(
    ("name", "call", "number", "reason"),
    [
        ("open", 1, errno.EACCES, "no permission"),
        ("open", 2, errno.EROFS, "read-only"),
        ("open", 2, errno.EACCES, "no permission"),
        ("write", 1, errno.ENOSPC, "disk full"),
        ("write", 1, errno.EDQUOT, "disk full"),
        ("write", 1, errno.EIO, "other"),
        ("fchmod", 1, errno.EPERM, "no permission"),
        ("fsync", 1, errno.EIO, "other"),
        ("fsync", 1, errno.ENOSPC, "disk full"),
        ("replace", 1, errno.EACCES, "no permission"),
        ("replace", 1, errno.EIO, "other"),
    ],
)
def test_any_failure_leaves_the_old_file_whole(path, monkeypatch, name, call, number, reason):
    fail(monkeypatch, name, number, call)

    with pytest.raises(CannotWrite) as caught:
        write(path, NEW)
    monkeypatch.undo()

    assert (caught.value.reason, caught.value.path) == (reason, path)
    assert_untouched(path)


@pytest.mark.parametrize("call", [1, 2])
def test_a_failing_close_is_a_failure(path, monkeypatch, call):
    fail(monkeypatch, "close", errno.EIO, call, after=True)

    with pytest.raises(CannotWrite):
        write(path, NEW)
    monkeypatch.undo()

    assert_untouched(path)


def test_short_writes_are_continued(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, part: real(descriptor, part[:7]))

    write(path, NEW)
    monkeypatch.undo()

    assert path.read_bytes() == NEW


def test_a_disk_that_takes_nothing_more_is_full(path, monkeypatch):
    monkeypatch.setattr(os, "write", lambda _descriptor, _part: 0)

    with pytest.raises(CannotWrite, match="disk full"):
        write(path, NEW)
    monkeypatch.undo()

    assert_untouched(path)


def test_a_real_limit_of_the_file_s_size_is_like_a_full_disk(path):
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, limits[1]))
    try:
        with pytest.raises(CannotWrite, match="disk full"):
            write(path, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert_untouched(path)


def test_what_the_disk_gives_back_otherwise_is_not_taken(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, part: real(descriptor, bytes(len(part))))

    with pytest.raises(CannotWrite, match="differs"):
        write(path, NEW)
    monkeypatch.undo()

    assert_untouched(path)


def test_what_cannot_be_verified_is_not_taken(path):
    def refuse(written):
        assert written.read() == NEW
        raise KeyError

    with pytest.raises(KeyError):
        write(path, NEW, refuse)

    assert_untouched(path)


def test_a_folder_that_cannot_be_flushed_is_a_warning(path, monkeypatch):
    fail(monkeypatch, "fsync", errno.EIO, 2)

    written = write(path, NEW)

    assert written.warning
    assert path.read_bytes() == NEW


def test_a_file_system_that_flushes_no_folders_is_fine(path, monkeypatch):
    fail(monkeypatch, "fsync", errno.EINVAL, 2)

    assert write(path, NEW) == Written("", hashlib.sha256(NEW).digest())


def test_a_file_in_use_on_windows_is_waited_for(path, monkeypatch):
    class InUse(PermissionError):
        winerror = 32

    real, waited = os.replace, []

    def busy(source, target):
        if len(waited) < 3:
            raise InUse
        real(source, target)

    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(time, "sleep", waited.append)

    write(path, NEW)

    assert path.read_bytes() == NEW
    assert len(waited) == 3


def test_a_file_in_use_for_ever_is_given_up(path, monkeypatch):
    class InUse(PermissionError):
        winerror = 5

    def busy(_source, _target):
        raise InUse(errno.EACCES, "in use")

    ticks = iter(range(100))
    monkeypatch.setattr(os, "replace", busy)
    monkeypatch.setattr(atomic.time, "sleep", lambda _seconds: None)
    monkeypatch.setattr(atomic.time, "monotonic", lambda: next(ticks))

    with pytest.raises(CannotWrite):
        write(path, NEW)
    monkeypatch.undo()

    assert_untouched(path)


def test_a_read_only_file_is_not_replaced(path):
    path.chmod(0o444)

    assert not is_writable(path)
    with pytest.raises(CannotWrite, match="read-only"):
        write(path, NEW)
    assert_untouched(path)


def test_places_where_nothing_can_be_written(tmp_path):
    (tmp_path / "map.cjm").write_bytes(OLD)
    os.mkfifo(tmp_path / "pipe")
    reasons = {}
    for name in ("missing/a.cjm", "map.cjm/a.cjm", "", "pipe", "x" * 300, "a\0b"):
        with pytest.raises(CannotWrite) as caught:
            write(tmp_path / name, NEW)
        reasons[name[:8]] = caught.value.reason
        assert not is_writable(tmp_path / name)

    assert reasons == {
        "missing/": "folder missing",
        "map.cjm/": "folder missing",
        "": "is a folder",
        "pipe": "other",
        "xxxxxxxx": "name too long",
        "a\0b": "folder missing",
    }


KILLED_AT_EVERY_CALL = """
import os, sys
from pathlib import Path
from cjeditor.files import atomic

path = Path(sys.argv[1])
names = ("open", "write", "fchmod", "fsync", "close", "replace")
states = set()
for late in (False, True):
    for moment in range(1, 30):
        path.write_bytes(b"old")
        if not (child := os.fork()):
            count = 0
            def dying(real):
                def call(*args, **kwargs):
                    global count
                    count += 1
                    if count == moment and not late:
                        os._exit(9)
                    result = real(*args, **kwargs)
                    if count == moment:
                        os._exit(9)
                    return result
                return call
            for name in names:
                setattr(os, name, dying(getattr(os, name)))
            atomic.write(path, b"new")
            os._exit(0)
        _, status = os.waitpid(child, 0)
        content = path.read_bytes()
        assert content in (b"old", b"new"), content
        states.add((content, status == 0))
        if status == 0:
            break
assert states == {(b"old", False), (b"new", False), (b"new", True)}, states
"""


def test_a_program_killed_at_any_moment_leaves_the_old_or_the_new_file(tmp_path):
    root = Path(__file__).resolve().parents[2]

    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT_EVERY_CALL, tmp_path / "map.cjm"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr


def sum_of(content):
    return hashlib.sha256(content).digest()


def test_a_file_that_is_as_expected_is_replaced(path):
    assert write(path, NEW, expected=sum_of(OLD)).sha256 == sum_of(NEW)
    assert path.read_bytes() == NEW


def test_a_file_that_somebody_else_has_changed_is_not(path):
    path.write_bytes(b"theirs")

    with pytest.raises(ChangedOnDisk) as caught:
        write(path, NEW, expected=sum_of(OLD))

    assert caught.value.path == path
    assert path.read_bytes() == b"theirs"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_gone_is_written_again(path):
    path.unlink()

    write(path, NEW, expected=sum_of(OLD))

    assert path.read_bytes() == NEW


def test_a_file_that_was_only_touched_is_as_expected(path):
    os.utime(path, (1, 1))

    write(path, NEW, expected=sum_of(OLD))

    assert path.read_bytes() == NEW


@pytest.mark.parametrize("call", ["open", "write", "fchmod", "fsync", "close"])
@pytest.mark.parametrize("way", ["in place", "replaced"])
def test_whenever_somebody_else_writes_meanwhile_it_is_noticed(path, monkeypatch, call, way):
    real = getattr(os, call)

    def interrupted(*args, **more):
        monkeypatch.setattr(os, call, real)
        if way == "in place":
            path.write_bytes(b"theirs")
        else:
            (path.parent / "new").write_bytes(b"theirs")
            (path.parent / "new").replace(path)
        return real(*args, **more)

    monkeypatch.setattr(os, call, interrupted)
    with pytest.raises(ChangedOnDisk):
        write(path, NEW, expected=sum_of(OLD))

    assert path.read_bytes() == b"theirs"


def test_what_is_written_while_the_file_is_compared_is_noticed(path, monkeypatch):
    real = atomic.sha256_of

    def slowly(target):
        found = real(target)
        target.write_bytes(b"theirs")
        return found

    monkeypatch.setattr(atomic, "sha256_of", slowly)
    with pytest.raises(ChangedOnDisk):
        write(path, NEW, expected=sum_of(OLD))

    assert path.read_bytes() == b"theirs"
