"""At a log-out all is kept without a question; real signals are sent in `window/test_ending.py`."""

import pytest
from dialogs import on_dialog, press
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QMessageBox

from cjeditor.app.system_end import LogOut
from cjeditor.edits.scope import SetScope
from cjeditor.files.recovery import leftovers
from cjeditor.files.recovery_folder import places


class Manager:
    """Stands for the system's session manager, of which Qt makes none to be had."""

    hint = None

    def setRestartHint(self, hint):
        self.hint = hint


@pytest.fixture
def log_out(space, qapp):
    """Let the system ask for what is to be kept, as it does when the user logs out."""
    end, manager = LogOut(qapp, space.safety), Manager()

    def ask():
        end.keep(manager)
        assert manager.hint == QSessionManager.RestartHint.RestartNever

    return ask


def left():
    found = leftovers(*places())
    for each in found:
        each.release()
    return [each.journey for each in found]


def test_the_window_goes_unasked_and_the_words_being_typed_come_back(
    qtbot, window, space, session, log_out
):
    session.do(SetScope("scenario", "Done"))
    space.view.writer.write(session.journey.id)
    qtbot.keyClicks(space.view.writer.editor, "Typed")
    log_out()

    window.close()  # so does Qt when the system goes on

    assert not window.isVisible()
    (journey,) = left()
    assert journey.scope.scenario == "Done"
    assert journey.scope.title.endswith("Typed")


def test_after_a_log_out_that_was_stopped_later_work_is_asked_about(window, session, log_out):
    session.do(SetScope("title", "Before"))
    log_out()
    session.do(SetScope("title", "After"))

    on_dialog(press(QMessageBox.StandardButton.Cancel), QMessageBox)
    window.close()

    assert window.isVisible()


def test_what_could_not_be_kept_is_asked_about(window, session, log_out, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    for place in places():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"")
    session.do(SetScope("title", "At risk"))
    log_out()

    on_dialog(press(QMessageBox.StandardButton.Cancel), QMessageBox)
    window.close()

    assert window.isVisible()


def test_one_field_that_fails_does_not_keep_the_rest_from_being_kept(
    window, space, session, log_out, monkeypatch
):
    monkeypatch.setattr(space.view.writer, "take_over", lambda: 1 / 0)
    session.do(SetScope("title", "Done"))
    log_out()
    window.close()

    assert [each.scope.title for each in left()] == ["Done"]
