"""Files of the program's own: they grow, are put elsewhere, and are nobody else's business."""

import errno
import os
import stat

import pytest

from cjeditor.files import atomic
from cjeditor.files.errors import CannotWrite


def failing(monkeypatch, name, number):
    def fail(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(atomic.os, name, fail)


class TestAppender:
    @pytest.fixture
    def path(self, tmp_path):
        return tmp_path / "journal"

    def test_it_grows(self, path):
        appender = atomic.Appender(path)
        appender.append(b"one\n")
        appender.flush()
        appender.append(b"two\n")
        appender.close()

        assert path.read_bytes() == b"one\ntwo\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_it_takes_no_file_that_is_there(self, path):
        path.write_bytes(b"old")

        with pytest.raises(CannotWrite):
            atomic.Appender(path)

        assert path.read_bytes() == b"old"

    def test_short_writes_are_continued(self, path, monkeypatch):
        appender = atomic.Appender(path)
        real = os.write
        monkeypatch.setattr(atomic.os, "write", lambda file, part: real(file, part[:3]))

        appender.append(b"a long line\n")

        assert path.read_bytes() == b"a long line\n"
        appender.close()

    @pytest.mark.parametrize(("name", "does"), [("write", "append"), ("fdatasync", "flush")])
    def test_after_a_failure_it_writes_nothing_more(self, path, monkeypatch, name, does):
        appender = atomic.Appender(path)
        with monkeypatch.context() as broken:
            failing(broken, name, errno.EIO)
            with pytest.raises(CannotWrite, match="Input/output error"):
                appender.append(b"x") if does == "append" else appender.flush()

        for again in (appender.flush, lambda: appender.append(b"y")):
            with pytest.raises(CannotWrite, match="not to be written again"):
                again()
        appender.close()

    def test_it_is_closed_once(self, path, tmp_path):
        appender = atomic.Appender(path)
        appender.close()
        with (tmp_path / "other").open("wb") as other:  # gets the number that is free now
            appender.close()
            other.write(b"x")

    def test_a_folder_that_is_not_flushed_is_a_failure(self, path, monkeypatch):
        calls = []

        def fsync(descriptor):
            calls.append(descriptor)
            if len(calls) == 2:
                raise OSError(errno.EIO, "no")

        monkeypatch.setattr(atomic.os, "fsync", fsync)

        with pytest.raises(CannotWrite):
            atomic.Appender(path)


class TestPrivateFolder:
    def test_it_and_what_it_is_in_are_the_users_alone(self, tmp_path):
        folder = tmp_path / "a" / "b" / "recovery"

        atomic.make_private_folder(folder)
        atomic.make_private_folder(folder)

        for each in (folder, folder.parent, folder.parent.parent):
            assert stat.S_IMODE(each.stat().st_mode) == 0o700

    def test_an_open_one_is_closed_to_others(self, tmp_path):
        folder = tmp_path / "recovery"
        folder.mkdir(0o755)

        atomic.make_private_folder(folder)

        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    def test_a_link_to_somewhere_else_is_refused(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "recovery").symlink_to(tmp_path / "elsewhere")

        with pytest.raises(CannotWrite):
            atomic.make_private_folder(tmp_path / "recovery")

    def test_somebody_elses_is_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr(atomic.os, "getuid", lambda: 4711)

        with pytest.raises(CannotWrite) as caught:
            atomic.make_private_folder(tmp_path)

        assert caught.value.reason == "no permission"


def test_what_is_moved_is_whole_in_its_new_place(tmp_path):
    source, target = tmp_path / "one", tmp_path / "trash" / "two"
    source.mkdir()
    (source / "base").write_bytes(b"map")
    target.parent.mkdir()

    atomic.move(source, target)

    assert (target / "base").read_bytes() == b"map"
    assert not source.exists()
    with pytest.raises(CannotWrite):
        atomic.move(source, target)


def test_what_is_removed_is_gone_and_need_not_be_there(tmp_path):
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "base").write_bytes(b"map")
    (tmp_path / "link").symlink_to(folder)

    atomic.remove(tmp_path / "link")
    assert (folder / "base").exists()
    atomic.remove(folder)
    atomic.remove(folder)

    assert not folder.exists()
