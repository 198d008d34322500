"""The recorder writes what it is told, in order, wherever something can be written."""

import errno
import os
from itertools import pairwise
from pathlib import Path

import pytest
from maps import small_map

from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import atomic, journal, recovery
from cjeditor.files.recovery import leftovers, trash
from cjeditor.files.recovery_folder import RecoveryFolder
from cjeditor.session import recorder as module
from cjeditor.session.recorder import Recorder

STATES = [small_map()]
for number in range(8):
    STATES.append(SetScope("title", f"Title {number}").apply(STATES[-1]))
TYPED = SetField(("a1",), "text", "Ask frien").apply(STATES[2])
FILE = Path("/maps/map.cjm")


class Told:
    """What the recorder has told, and the recorder; its work is done when a test says so."""

    def __init__(self, places):
        self.places = places
        self.news = []
        self.recorder = Recorder(
            lambda: self.places,
            lambda error: self.news.append(("failed", error.reason)),
            lambda error, place: self.news.append(("elsewhere", error.reason, place)),
            lambda: self.news.append("mended"),
        )

    def begin(self):
        self.recorder.begin(STATES[0], STATES[0], None)
        self.recorder.work()

    def edit(self, *numbers):
        for before, after in pairwise(numbers):
            self.recorder.edit(STATES[before], STATES[after])
        self.recorder.work()

    def end(self):
        """Stop without finishing, and return what can be recovered, the latest first."""
        self.recorder.stop()
        self.recorder.work()
        found = leftovers(*self.places)
        for each in found:
            each.release()
        return [each.journey for each in found]


@pytest.fixture
def told(tmp_path):
    return Told([tmp_path / "best", tmp_path / "second"])


def no_folders(monkeypatch, *names, number=errno.ENOSPC):
    """Let no folder be made whose path has one of *names* in it."""
    real = RecoveryFolder.create.__func__

    def create(cls, root, *more):
        if any(name in str(root) for name in names):
            raise atomic.CannotWrite(atomic.reason_of(OSError(number, "")), "why", root)
        return real(cls, root, *more)

    monkeypatch.setattr(RecoveryFolder, "create", classmethod(create))


def broken(monkeypatch, name):
    """Let a call of the operating system fail; return what mends it."""
    patch = monkeypatch.context()
    inner = patch.__enter__()

    def fail(*_args):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    inner.setattr(atomic.os, name, fail)
    return lambda: patch.__exit__(None, None, None)


def test_nothing_is_written_before_there_is_a_document(told):
    told.recorder.work()

    assert not told.places[0].exists()


def test_edits_come_back_in_order(told):
    told.begin()
    told.edit(0, 1, 2)
    told.edit(2, 3)

    assert told.end() == [STATES[3]]
    assert told.news == []


def test_all_that_waits_is_flushed_at_once(told, monkeypatch):
    told.begin()
    flushed, real = [], atomic.Appender.flush
    monkeypatch.setattr(atomic.Appender, "flush", lambda self: (flushed.append(1), real(self))[1])

    told.edit(0, 1, 2, 3, 4)
    told.recorder.work()

    assert len(flushed) == 1


def test_what_is_typed_comes_back_until_it_is_an_edit_or_given_up(told):
    told.begin()
    told.edit(0, 1, 2)
    told.recorder.draft(TYPED)
    told.recorder.work()
    found = _looked_at(told)
    assert found.journey == TYPED

    told.recorder.draft(None)
    told.recorder.work()
    assert _looked_at(told).journey == STATES[2]

    told.recorder.draft(TYPED)
    told.recorder.edit(STATES[2], STATES[3])
    assert told.end() == [STATES[3]]


def _looked_at(told):
    """Return what would be recovered if the program ended now."""
    from cjeditor.files.recovery_reading import read

    return read(next(each for each in told.places[0].iterdir() if each.is_dir()))


def test_a_save_is_noted_and_makes_a_checkpoint(told):
    told.begin()
    told.edit(0, 1, 2)
    told.recorder.note(STATES[2], FILE)
    told.recorder.work()

    found = _looked_at(told)
    assert (found.is_saved, found.meta.file) == (True, FILE)
    folder = next(each for each in told.places[0].iterdir() if each.is_dir())
    assert [each.stat().st_size for each in folder.glob("journal-*")] == [0]
    told.edit(2, 3)
    assert not _looked_at(told).is_saved
    assert told.end() == [STATES[3]]


def test_a_save_of_an_earlier_state_is_noted_too(told):
    told.begin()
    told.edit(0, 1, 2)
    told.recorder.note(STATES[1], FILE)
    told.recorder.work()

    assert not _looked_at(told).is_saved
    told.edit(2, 1)
    assert _looked_at(told).is_saved
    told.end()


def test_a_long_journal_gets_a_checkpoint(told, monkeypatch):
    monkeypatch.setattr(module, "MOST_ENTRIES", 3)
    told.begin()
    told.edit(0, 1, 2, 3, 4)
    told.edit(4, 5)

    folder = next(each for each in told.places[0].iterdir() if each.is_dir())
    assert [each.name for each in folder.glob("base-*")] == ["base-000000000004.cjm"]
    assert told.end() == [STATES[5]]


def test_a_large_one_gets_it_in_an_idle_moment(told, monkeypatch):
    monkeypatch.setattr(module, "LARGE_ENTRIES", 2)
    monkeypatch.setattr(module, "IDLE", 0.001)
    told.begin()
    told.edit(0, 1, 2)
    folder = next(each for each in told.places[0].iterdir() if each.is_dir())
    assert [each.name for each in folder.glob("base-*")] == ["base-000000000000.cjm"]

    told.recorder.work()

    assert [each.name for each in folder.glob("base-*")] == ["base-000000000002.cjm"]
    told.end()


def test_another_document_gets_a_folder_of_its_own(told):
    told.begin()
    told.edit(0, 1)
    told.recorder.finish()
    told.recorder.begin(TYPED, None, None)
    told.recorder.work()

    assert [each.journey for each in trash(*told.places)] == [STATES[1]]
    assert told.end() == [TYPED]


@pytest.mark.parametrize(("saved", "ending"), [(1, "-saved"), (0, "")])
def test_the_trash_knows_whether_a_file_has_all(told, saved, ending):
    told.begin()
    told.edit(0, 1)
    told.recorder.note(STATES[saved], FILE)
    told.recorder.finish()
    told.recorder.work()

    (thrown,) = trash(*told.places)
    assert thrown.folder.name.endswith("-saved") == bool(ending)
    assert told.end() == []


def test_what_was_in_the_trash_for_long_goes_with_the_document(told, monkeypatch):
    cleared = []
    monkeypatch.setattr(recovery, "delete_old", lambda root, _now: cleared.append(root))
    told.begin()
    told.recorder.finish()
    told.recorder.work()

    assert cleared == [told.places[0]]


class TestTrouble:
    def test_another_place_is_taken_and_said(self, told, monkeypatch):
        no_folders(monkeypatch, "best")
        told.begin()
        told.edit(0, 1)

        assert told.news == [("elsewhere", "disk full", told.places[1])]
        assert told.recorder.is_safe
        assert told.end() == [STATES[1]]

    def test_it_is_said_once_that_there_is_none_and_when_there_is(self, told, monkeypatch):
        with monkeypatch.context() as broken_disk:
            no_folders(broken_disk, "best", "second")
            told.begin()
            for step in range(3):
                told.recorder.try_again()
                told.edit(step, step + 1)
            assert told.news == [("failed", "disk full")]
            assert not told.recorder.is_safe

        told.edit(3, 4)
        assert not told.recorder.is_safe
        told.recorder.try_again()
        told.edit(4, 5)

        assert told.news == [("failed", "disk full"), "mended"]
        assert told.recorder.is_safe
        assert told.end() == [STATES[5]]

    def test_it_tries_again_by_itself(self, told, monkeypatch):
        monkeypatch.setattr(module, "IDLE", 0)
        with monkeypatch.context() as broken_disk:
            no_folders(broken_disk, "best", "second")
            told.begin()

        told.recorder.work()

        assert told.news[-1] == "mended"
        assert told.end() == [STATES[0]]

    @pytest.mark.parametrize("call", ["write", "fdatasync"])
    def test_after_a_failure_all_is_written_anew(self, told, monkeypatch, call):
        """Nothing is said: the second attempt, into new files, has worked."""
        told.begin()
        told.edit(0, 1)
        real, count = getattr(os, call), []

        def once(*args):
            count.append(1)
            if len(count) == 1:
                raise OSError(errno.EIO, "no")
            return real(*args)

        monkeypatch.setattr(atomic.os, call, once)
        told.edit(1, 2)

        assert told.news == []
        assert told.end() == [STATES[2]]
        assert len(trash(*told.places)) == 1

    def test_while_nothing_can_be_written_what_there_is_stays(self, told, monkeypatch):
        told.begin()
        told.edit(0, 1)
        mend = broken(monkeypatch, "fdatasync")
        no_folders(monkeypatch, "best", "second")
        told.edit(1, 2)
        mend()

        assert told.news == [("failed", "disk full")]
        assert leftovers(*told.places) == ()  # it is held
        assert told.end()[0] in (STATES[1], STATES[2])

    def test_what_is_typed_comes_along_into_the_new_files(self, told, monkeypatch):
        told.begin()
        told.edit(0, 1, 2)
        mend = broken(monkeypatch, "fdatasync")
        told.recorder.draft(TYPED)
        told.recorder.work()
        mend()
        told.recorder.try_again()
        told.recorder.work()

        assert told.end()[0] == TYPED

    def test_an_error_of_our_own_is_told_and_ends_nothing(self, told, monkeypatch):
        told.begin()
        with monkeypatch.context() as bug:
            bug.setattr(journal, "entry", lambda *_args: 1 // 0)
            told.edit(0, 1, 2)
        assert told.news == [("failed", "other")]

        told.recorder.try_again()
        told.edit(2, 3)

        assert told.news[-1] == "mended"
        assert told.end()[0] == STATES[3]

    def test_who_waits_is_told_in_any_case(self, told, monkeypatch):
        no_folders(monkeypatch, "best", "second")
        told.begin()
        done = told.recorder.flush()
        told.recorder.work()

        assert done.is_set()
        assert not told.recorder.is_safe
