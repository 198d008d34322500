"""Versions are made of saves, of work, with names, and of files before they are written over."""

from hashlib import sha256

import pytest
from maps import small_map

from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import atomic, cjm
from cjeditor.files.versions import VersionFolder, place
from cjeditor.session.keeping import PAUSE, Keeping
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def saving(session):
    return Saving(session)


@pytest.fixture
def keeping(session, saving):
    made = Keeping(session, saving)
    yield made
    made.stop()


@pytest.fixture
def save(qtbot, saving, keeping, tmp_path):
    def act(name="map.cjm"):
        saving.save(tmp_path / name)
        qtbot.waitUntil(lambda: not saving.is_busy and not keeping.is_busy)
        return tmp_path / name

    return act


def kept(session):
    """Return why each version was kept and what it holds, the oldest first."""
    folder = VersionFolder(place(), session.journey.id)
    found = reversed(folder.listed().versions)
    return [(each.about.why, folder.read(each)) for each in found]


def write(text):
    return SetField(("a1",), "text", text)


def pass_time(keeping):
    """Let the ten minutes be over."""
    assert keeping._pause.interval() == PAUSE == 600_000
    keeping._pause.setInterval(0)


def test_each_save_is_a_version(session, save):
    path = save()
    first = path.read_bytes()
    session.do(write("x"))
    save()

    assert kept(session) == [("saved", first), ("saved", path.read_bytes())]
    (_, newest) = VersionFolder(place(), session.journey.id).listed().versions
    assert newest.file == path


def test_what_was_just_saved_is_read_not_written_out_once_more(session, save, monkeypatch):
    monkeypatch.setattr(cjm, "dumps", lambda _journey: 1 / 0)
    path = save()

    assert kept(session) == [("saved", path.read_bytes())]


def test_a_save_is_kept_though_somebody_else_was_quicker_to_write(
    session, saving, tmp_path, request
):
    saving.saved.connect(lambda path, _written: path.write_bytes(b"theirs"))
    request.getfixturevalue("save")()

    assert (tmp_path / "map.cjm").read_bytes() == b"theirs"
    assert kept(session) == [("saved", cjm.dumps(session.journey))]


def test_saving_without_a_change_adds_none(session, save):
    save()
    save()

    assert len(kept(session)) == 1


def test_a_file_is_kept_before_it_is_first_written_over(session, save, tmp_path):
    (tmp_path / "map.cjm").write_bytes(b"\x00 not even a map")
    path = save()

    assert kept(session) == [
        ("overwritten", b"\x00 not even a map"),
        ("saved", path.read_bytes()),
    ]


def test_what_somebody_else_has_written_meanwhile_is_kept_too(session, save):
    path = save()
    theirs = cjm.dumps(write("theirs").apply(session.journey))
    path.write_bytes(theirs)
    session.mark_theirs(None, sha256(theirs).digest())
    session.do(write("mine"))
    save()

    assert ("overwritten", theirs) in kept(session)
    assert [why for why, _ in kept(session)] == ["saved", "overwritten", "saved"]


def test_work_is_kept_when_it_has_gone_on_for_a_while(qtbot, session, keeping):
    pass_time(keeping)
    with qtbot.waitSignal(keeping.kept):
        session.do(write("x"))

    assert kept(session) == [("working", cjm.dumps(session.journey))]


def test_nothing_is_kept_while_nothing_changes(session, keeping, save):
    assert not keeping._pause.isActive()
    session.do(write("x"))
    assert keeping._pause.isActive()
    save()
    assert not keeping._pause.isActive()
    session.do(write("y"))
    session.undo_stack.undo()
    assert not keeping._pause.isActive()
    session.do(write("z"))
    session.show(small_map())
    assert not keeping._pause.isActive()


def test_the_pause_is_not_begun_anew_by_each_edit(qtbot, session, keeping):
    session.do(write("x"))
    qtbot.waitUntil(lambda: keeping._pause.remainingTime() < PAUSE - 5)
    left = keeping._pause.remainingTime()
    session.do(write("y"))

    assert keeping._pause.remainingTime() <= left


def test_a_named_version_has_the_map_and_the_name(qtbot, session, keeping):
    session.do(SetScope("title", "Shoes"))
    with qtbot.waitSignal(keeping.kept):
        keeping.name("before the break")

    (version,) = VersionFolder(place(), session.journey.id).listed().versions
    assert (version.about.label, version.about.title) == ("before the break", "Shoes")
    assert kept(session) == [("named", cjm.dumps(session.journey))]


def test_where_nothing_can_be_kept_the_map_is_saved_and_one_is_told_once(
    qtbot, session, keeping, save
):
    place().parent.mkdir(parents=True)
    place().write_bytes(b"")
    told, mended = [], []
    keeping.failed.connect(told.append)
    keeping.mended.connect(lambda: mended.append(True))

    for text in ("x", "y"):
        session.do(write(text))
        path = save()
        assert cjm.load(path) == session.journey
    assert [error.reason for error in told] == ["folder missing"]

    place().unlink()
    session.do(write("z"))
    save()
    assert mended == [True]
    assert kept(session)[-1][1] == path.read_bytes()


def test_a_file_that_is_too_large_to_keep_is_told_and_written_over(
    session, keeping, save, monkeypatch
):
    path = save()
    monkeypatch.setattr(cjm, "SIZE_LIMIT", 10)
    told = []
    keeping.failed.connect(told.append)
    session.do(write("x"))
    monkeypatch.setattr(cjm, "save", lambda _map, path, expected: atomic.write(path, b"written"))
    save()

    assert path.read_bytes() == b"written"
    assert len(told) == 1


def test_whatever_goes_wrong_with_the_old_file_the_save_goes_on(
    session, keeping, save, monkeypatch
):
    path = save()
    told = []
    keeping.failed.connect(told.append)
    monkeypatch.setattr("cjeditor.session.keeping.content_of", lambda _path, _limit: 1 / 0)
    session.do(write("x"))
    save()

    assert b'"x"' in path.read_bytes()
    assert told


def test_what_is_being_kept_when_the_window_goes_is_kept(session, keeping):
    session.do(write("x"))
    keeping.name("last")
    keeping.stop()

    assert [why for why, _ in kept(session)] == ["named"]
