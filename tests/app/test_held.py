"""A map that is open elsewhere is opened only as the user says; nobody is locked out for ever."""

import os
import signal

import pytest
from dialogs import choose, on_dialog
from held_elsewhere import held_elsewhere
from maps import small_map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from cjeditor.app.holding_notices import HELD
from cjeditor.app.others import FILE
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm, holding
from cjeditor.files.holding import lock_path

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "shop.cjm"
    cjm.save(small_map(), file)
    return file


@pytest.fixture
def other(path):
    """Another process that has the map open."""
    with held_elsewhere(path) as started:
        yield started


def answer(label, said=None):
    """Return what presses the button *label* of a message, and notes what it says."""

    def act(box):
        if said is not None:
            said.append(box.text())
        next(each for each in box.buttons() if each.text().replace("&", "") == label).click()

    return act


def saved(qtbot, space):
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)


def test_a_map_that_nobody_has_is_opened_and_held_until_the_window_goes(space, window, path):
    space.documents.open(path)

    assert space.session.journey.id == "small"
    assert holding.look_for(path).holder.process == os.getpid()
    window.close()
    assert not lock_path(path).exists()


def test_who_has_it_is_told_and_it_can_be_left_alone(space, path, other):
    before, said = space.session.journey, []
    on_dialog(answer("Cancel", said), QMessageBox)

    space.documents.open(path)

    assert "“shop.cjm” is already open: " in said[0]
    assert holding._host() in said[0]
    assert space.session.journey is before


def test_it_can_be_read_and_is_saved_under_another_name(space, path, other, qtbot, tmp_path):
    content = path.read_bytes()
    on_dialog(answer("Open read-only"), QMessageBox)
    space.documents.open(path)

    assert (space.session.path, space.session.is_read_only) == (path, True)
    assert space._status._saved.text() == "Read only"
    space.session.do(SetScope("title", "Mine"))
    on_dialog(choose(tmp_path / "mine.cjm"), QFileDialog)
    space.actions["save"].trigger()
    saved(qtbot, space)

    assert cjm.load(tmp_path / "mine.cjm").scope.title == "Mine"
    assert path.read_bytes() == content
    assert not space.session.is_read_only


def test_it_can_be_opened_as_a_copy(space, path, other):
    on_dialog(answer("Open a copy"), QMessageBox)
    space.documents.open(path)

    assert space.session.journey == cjm.load(path)
    assert space.session.path is None
    assert space.session.is_changed


def test_it_can_be_opened_all_the_same_and_it_stays_said(space, path, other, qtbot):
    lock = lock_path(path).read_bytes()
    on_dialog(answer("Open anyway"), QMessageBox)
    space.documents.open(path)

    assert space.session.path == path
    assert "is already open" in space.notices.row(HELD).text
    space.session.do(SetScope("title", "Mine"))
    space.actions["save"].trigger()
    saved(qtbot, space)
    assert cjm.load(path).scope.title == "Mine"
    assert lock_path(path).read_bytes() == lock

    other.send_signal(signal.SIGKILL)
    other.wait()
    space.documents.holding.refresh()
    qtbot.waitUntil(lambda: holding.look_for(path).holder.process == os.getpid())


def test_what_a_killed_program_has_left_is_told_and_asks_nothing(space, path, other):
    other.send_signal(signal.SIGKILL)
    other.wait()

    space.documents.open(path)

    assert space.session.path == path
    assert not space.session.is_read_only
    row = space.notices.row(HELD)
    assert "was left open by" in row.text
    assert holding.look_for(path).holder.process == os.getpid()


@pytest.mark.parametrize("content", [b"", b"nonsense"])
def test_an_empty_lock_asks_nothing(space, path, content):
    lock_path(path).write_bytes(content)

    space.documents.open(path)

    assert space.session.path == path
    assert "nobody holds" in space.notices.row(HELD).text


def test_opening_the_same_map_again_in_the_same_window_asks_nothing(space, path):
    space.documents.open(path)
    space.documents.open(path)

    assert holding.look_for(path).holder.process == os.getpid()
    assert space.notices.topics == ()


def test_a_map_that_cannot_be_read_is_not_held(space, path):
    path.write_bytes(b"damaged")
    on_dialog(lambda box: box.accept(), QMessageBox)

    space.documents.open(path)

    assert not lock_path(path).exists()


def test_the_notice_goes_with_the_map(space, path, qtbot):
    lock_path(path).write_bytes(b"")
    space.documents.open(path)
    assert HELD in space.notices.topics
    qtbot.mouseClick(space.notices.row(HELD).close_button, Qt.MouseButton.LeftButton)
    assert space.notices.topics == ()


@pytest.fixture
def reader(space, path, other):
    """A window that reads the map which another process has open."""
    on_dialog(answer("Open read-only"), QMessageBox)
    space.documents.open(path)
    return space


def end(process):
    process.send_signal(signal.SIGKILL)
    process.wait()


def free(qtbot, space):
    space.documents.awaiting.look()
    qtbot.waitUntil(lambda: "is free now" in space.notices.row(HELD).text)


def press_edit(qtbot, space):
    (button,) = space.notices.row(HELD).buttons
    assert button.text().replace("&", "") == "Edit the map"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def is_held_here(path):
    found = holding.look_for(path)
    return found is not None and found.holder.process == os.getpid()


def test_a_reader_is_told_who_has_the_map_and_when_it_is_free(reader, path, other, qtbot):
    assert "is already open" in reader.notices.row(HELD).text
    reader.documents.awaiting.look()
    qtbot.waitUntil(lambda: reader.documents.awaiting._work is None)
    assert "is already open" in reader.notices.row(HELD).text

    end(other)
    free(qtbot, reader)

    assert "“shop.cjm” is free now" in reader.notices.row(HELD).text
    assert reader.session.is_read_only
    assert not is_held_here(path)


def test_a_map_that_is_free_and_the_same_can_be_edited_as_it_stands(reader, path, other, qtbot):
    reader.session.do(SetScope("title", "Mine"))
    end(other)
    free(qtbot, reader)
    press_edit(qtbot, reader)

    assert not reader.session.is_read_only
    assert reader.session.journey.scope.title == "Mine"
    assert reader.session.undo_stack.count() == 1
    assert is_held_here(path)
    assert "is free now" not in reader.notices.row(HELD).text  # who had it was killed
    reader.actions["save"].trigger()
    saved(qtbot, reader)
    assert cjm.load(path).scope.title == "Mine"


def test_what_was_saved_meanwhile_is_read_first(reader, path, other, qtbot):
    cjm.save(SetScope("title", "Theirs").apply(small_map()), path)
    end(other)
    free(qtbot, reader)
    press_edit(qtbot, reader)

    assert reader.session.journey.scope.title == "Theirs"
    assert not reader.session.is_read_only
    assert not reader.session.is_changed
    assert is_held_here(path)


def test_own_changes_are_kept_and_nothing_that_was_saved_is_written_over(
    reader, path, other, qtbot
):
    reader.session.do(SetScope("title", "Mine"))
    cjm.save(SetScope("title", "Theirs").apply(small_map()), path)
    end(other)
    free(qtbot, reader)
    press_edit(qtbot, reader)
    on_dialog(lambda box: box.accept(), QMessageBox)
    reader.actions["save"].trigger()
    saved(qtbot, reader)

    assert reader.session.journey.scope.title == "Mine"
    assert cjm.load(path).scope.title == "Theirs"
    qtbot.waitUntil(lambda: FILE in reader.notices.topics)


def test_who_was_quicker_is_told(reader, path, other, qtbot):
    end(other)
    free(qtbot, reader)
    with held_elsewhere(path):
        press_edit(qtbot, reader)

        assert reader.session.is_read_only
        assert "is already open" in reader.notices.row(HELD).text


def test_nothing_is_waited_for_once_the_map_is_saved_elsewhere(reader, qtbot, tmp_path):
    on_dialog(choose(tmp_path / "mine.cjm"), QFileDialog)
    reader.actions["save"].trigger()
    saved(qtbot, reader)

    assert HELD not in reader.notices.topics
    assert not reader.documents.awaiting._pause.isActive()
