"""Saves that fail keep the old file, say why and offer another place, asked for or not."""

import errno
import os

import pytest
from dialogs import choose, on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from saved import save

from cjeditor.app.saving_notices import NOT_FLUSHED, NOT_SAVED
from cjeditor.edits.scope import SetScope
from cjeditor.files import atomic, cjm
from cjeditor.files.errors import CannotWrite

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def path(space, tmp_path):
    file = tmp_path / "shop.cjm"
    save(space.session, file)
    return file


@pytest.fixture
def broken(monkeypatch):
    """Lets every save of the map fail with a reason, until it is undone."""

    def breaks(reason, only=None):
        write = cjm.save

        def fail(journey, file, *, private=False, expected=None):
            if private or (only is not None and file != only):
                return write(journey, file, private=private, expected=expected)
            raise CannotWrite(reason, "why", file)

        monkeypatch.setattr(cjm, "save", fail)
        return lambda: monkeypatch.setattr(cjm, "save", write)

    return breaks


def saved(qtbot, space):
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)


def press(label, said=None):
    def act(box):
        if said is not None:
            said.append(box.text())
        next(each for each in box.buttons() if each.text() == label).click()

    return act


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("disk full", "the disk is full"),
        ("read-only", "it is read-only"),
        ("no permission", "no permission"),
        ("folder missing", "its folder does not exist"),
        ("out of reach", "network share is out of reach"),
        ("in use", "another program is using it"),
    ],
)
def test_a_failed_save_says_why_and_can_go_elsewhere(
    space, path, broken, qtbot, tmp_path, reason, words
):
    old = path.read_bytes()
    space.session.do(SetScope("title", "Mine"))
    broken(reason, only=path)
    said = []
    on_dialog(press("Save in another place …", said), QMessageBox)
    on_dialog(choose(tmp_path / "elsewhere.cjm"), QFileDialog)

    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: space.session.path == tmp_path / "elsewhere.cjm")

    assert words in said[0]
    assert path.read_bytes() == old
    assert cjm.load(tmp_path / "elsewhere.cjm").scope.title == "Mine"
    assert not space.session.is_changed


def test_a_failed_save_can_be_tried_again(space, path, broken, qtbot):
    space.session.do(SetScope("title", "Mine"))
    mend = broken("in use")

    def try_again(box):
        mend()
        press("Try again")(box)

    on_dialog(try_again, QMessageBox)
    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: not space.session.is_changed)

    assert cjm.load(path).scope.title == "Mine"


def test_closing_goes_on_once_it_is_saved_elsewhere(space, path, broken, tmp_path):
    space.session.do(SetScope("title", "Mine"))
    broken("disk full", only=path)
    on_dialog(lambda box: box.button(QMessageBox.StandardButton.Save).click(), QMessageBox)
    on_dialog(press("Save in another place …"), QMessageBox)
    on_dialog(choose(tmp_path / "elsewhere.cjm"), QFileDialog)

    assert space.documents.may_go()
    assert cjm.load(tmp_path / "elsewhere.cjm").scope.title == "Mine"


class TestAutosave:
    @pytest.fixture(autouse=True)
    def wanted(self, space):
        space.settings.change(autosave=True)
        space.safety.autosaving._pause.setInterval(50)

    def test_a_map_is_saved_by_itself(self, space, path, qtbot):
        space.session.do(SetScope("title", "Mine"))
        qtbot.waitUntil(lambda: not space.session.is_changed)

        assert cjm.load(path).scope.title == "Mine"

    def test_not_while_a_text_is_written(self, space, path, qtbot):
        card = next(iter(space.session.journey.cards))
        space.session.do(SetScope("title", "Mine"))
        space.view.writer.write(card)
        qtbot.keyClicks(space.view.writer.editor, "x")
        with qtbot.waitSignals([space.safety.autosaving._pause.timeout] * 2):
            pass
        assert space.session.is_changed

        space.view.writer.commit()
        qtbot.waitUntil(lambda: not space.session.is_changed)
        assert "x" in cjm.load(path).cards[card].text

    def test_not_if_nobody_wants_it(self, space, path, qtbot):
        space.settings.change(autosave=False)
        space.session.do(SetScope("title", "Mine"))
        with qtbot.waitSignal(space.safety.autosaving._pause.timeout):
            pass
        assert space.session.is_changed
        assert not space.documents.saver.saving.is_busy

    def test_not_over_what_others_have_written(self, space, path, qtbot):
        theirs = SetScope("title", "Theirs").apply(cjm.load(path))
        cjm.save(theirs, path)
        qtbot.waitUntil(lambda: space.safety.others.is_asking)
        space.session.do(SetScope("title", "Mine"))
        with qtbot.waitSignal(space.safety.autosaving._pause.timeout):
            pass

        assert not space.documents.saver.saving.is_busy
        assert cjm.load(path) == theirs

    def test_a_failure_is_a_notice_until_a_save_is_well(self, space, path, broken, qtbot):
        old = path.read_bytes()
        mend = broken("disk full")
        space.session.do(SetScope("title", "Mine"))
        qtbot.waitUntil(lambda: NOT_SAVED in space.notices.topics)

        row = space.notices.row(NOT_SAVED)
        assert "the disk is full" in row.text
        assert [each.text() for each in row.buttons] == ["Save in another place …", "Try again"]
        assert path.read_bytes() == old
        mend()
        qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: NOT_SAVED not in space.notices.topics)
        assert cjm.load(path).scope.title == "Mine"


class TestTime:
    def status(self, space):
        return space._status._saved.text()

    def test_it_is_shown_when_the_file_is_safe(self, space, path, qtbot):
        space.actions["save"].trigger()
        saved(qtbot, space)

        assert any(each.isdigit() for each in self.status(space))
        assert space.notices.topics == ()

    def test_it_is_not_shown_before_the_folder_is_flushed(self, space, path, qtbot, monkeypatch):
        flush = atomic._flush_folder
        monkeypatch.setattr(atomic, "_flush_folder", lambda _folder: os.strerror(errno.EIO))
        space.actions["save"].trigger()
        saved(qtbot, space)

        assert self.status(space) == "Saved"
        assert "may come back" in space.notices.row(NOT_FLUSHED).text
        monkeypatch.setattr(atomic, "_flush_folder", flush)
        row = space.notices.row(NOT_FLUSHED)
        qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
        saved(qtbot, space)

        assert any(each.isdigit() for each in self.status(space))
        assert NOT_FLUSHED not in space.notices.topics
