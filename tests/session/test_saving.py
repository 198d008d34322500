"""The map is written while people go on; what was written is what counts as saved."""

import os

import pytest
from maps import small_map

from cjeditor.edits.records import SetField
from cjeditor.files import cjm
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def saving(qtbot, session):
    made = Saving(session)
    yield made
    qtbot.waitUntil(lambda: not made.is_busy)


def write(text):
    return SetField(("a1",), "text", text)


def text_in(path):
    return cjm.load(path).cards["a1"].text


def ended(qtbot, saving):
    qtbot.waitUntil(lambda: not saving.is_busy)


def test_what_is_saved_is_in_the_file_and_unchanged(qtbot, session, saving, tmp_path):
    path = tmp_path / "a.cjm"
    session.do(write("x"))

    with qtbot.waitSignal(saving.saved) as told:
        saving.save(path)

    assert told.args[0] == path
    assert text_in(path) == "x"
    assert (session.path, session.is_changed) == (path, False)


def test_the_session_can_be_edited_while_it_is_saved(qtbot, session, saving, gate, tmp_path):
    path = tmp_path / "a.cjm"
    session.do(write("x"), merge="k")
    saving.save(path)

    session.do(write("xy"), merge="k")
    gate.set()
    ended(qtbot, saving)

    assert text_in(path) == "x"
    assert session.is_changed
    session.undo_stack.undo()
    assert session.journey.cards["a1"].text == "x"
    assert not session.is_changed


def test_a_save_that_is_wanted_meanwhile_has_the_newest_map(qtbot, session, saving, gate, tmp_path):
    path = tmp_path / "a.cjm"
    saving.save(path)
    for text in ("x", "xy", "xyz"):
        session.do(write(text))
        saving.save(path)

    gate.set()
    with qtbot.waitSignals([saving.saved, saving.saved]):
        pass
    ended(qtbot, saving)

    assert text_in(path) == "xyz"
    assert not session.is_changed


def test_every_place_that_is_wanted_meanwhile_is_written(qtbot, session, saving, gate, tmp_path):
    paths = [tmp_path / f"{name}.cjm" for name in "abc"]
    for path in paths:
        saving.save(path)
    assert saving.path == paths[-1]

    gate.set()
    ended(qtbot, saving)

    assert all(path.exists() for path in paths)
    assert session.path == paths[-1]
    assert saving.path is None


def test_a_failed_save_leaves_the_map_changed_and_the_old_file_whole(
    qtbot, session, saving, tmp_path, monkeypatch
):
    path = tmp_path / "a.cjm"
    saving.save(path)
    ended(qtbot, saving)
    old = path.read_bytes()
    session.do(write("x"))

    def full(_descriptor, _content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with qtbot.waitSignal(saving.failed) as told:
        saving.save(path)
    monkeypatch.undo()

    assert told.args[0].reason == "disk full"
    assert session.is_changed
    assert path.read_bytes() == old


def test_a_failed_save_under_another_name_keeps_the_name(qtbot, session, saving, tmp_path):
    saving.save(tmp_path / "a.cjm")
    ended(qtbot, saving)

    with qtbot.waitSignal(saving.failed):
        saving.save(tmp_path / "missing" / "b.cjm")

    assert session.name == "a"


def test_after_a_failed_save_the_next_one_is_done(qtbot, session, saving, gate, tmp_path):
    saving.save(tmp_path / "missing" / "a.cjm")
    saving.save(tmp_path / "b.cjm")

    gate.set()
    with qtbot.waitSignals([saving.failed, saving.saved, saving.ended]):
        pass

    assert session.path == tmp_path / "b.cjm"
