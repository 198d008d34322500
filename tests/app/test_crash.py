"""Errors that nobody expected: told once, in words for people, and the program goes on."""

import sys
import threading

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from saved import save

from cjeditor.app.crash import TOPIC
from cjeditor.app.crash_dialog import CrashDialog
from cjeditor.edits.cards import AddCard
from cjeditor.edits.edit import EditError

SECRET = "Ibu Rahayu"


@pytest.fixture(autouse=True)
def hooks(monkeypatch, space):
    """Let the window take uncaught errors, as the running program does."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    space.unexpected.listen()


@pytest.fixture
def open_dialogs(space):
    """Collect the dialogs about errors as they open, and close each."""
    found = []

    def take(dialog):
        found.append((type(dialog), dialog.text, dialog.report.toPlainText()))
        dialog.accept()

    on_dialog(take)
    return found


def fail(error):
    """Let *error* go uncaught, as Qt does with one in a slot."""
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_an_error_in_a_slot_is_told_and_the_program_goes_on(qtbot, space, open_dialogs):
    def slot():
        raise ZeroDivisionError(SECRET)

    QTimer.singleShot(0, space.view, slot)
    qtbot.waitUntil(lambda: bool(open_dialogs))
    _kind, text, report = open_dialogs[0]

    assert text.startswith("Something went wrong inside the program.")
    assert "Your map is whole" in text
    assert "ZeroDivisionError" in report
    assert SECRET not in text + report
    card = next(iter(space.session.journey.cards.values()))
    assert card.text not in report
    space.session.do(AddCard(card.lane, card.first_step, "note", "after", None, "after"))
    assert space.view.rect_of("after") is not None


def test_what_can_be_told_in_a_sentence_is(qtbot, space, open_dialogs):
    fail(EditError("The lane “{name}” is gone.", name="A"))
    qtbot.waitUntil(lambda: bool(open_dialogs))

    assert open_dialogs[0][1].startswith("The lane “A” is gone.\n")


def test_an_error_of_another_thread_is_told_in_the_windows_own(qtbot, space, open_dialogs):
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(open_dialogs))

    assert "ZeroDivisionError" in open_dialogs[0][2]


def test_repeated_errors_open_one_dialog_and_are_counted_above_the_map(qtbot, space):
    seen = []

    def more(dialog):
        seen.append(dialog)
        for _ in range(5):
            fail(ValueError(SECRET))
        QApplication.processEvents()
        assert QApplication.activeModalWidget() is dialog
        dialog.accept()

    on_dialog(more)
    fail(ValueError(SECRET))
    qtbot.waitUntil(lambda: bool(seen) and not QApplication.activeModalWidget())
    fail(ValueError(SECRET))
    qtbot.waitUntil(lambda: "7 times" in space.notices.row(TOPIC).text)

    assert len(seen) == 1
    assert QApplication.activeModalWidget() is None


def test_the_report_is_shown_before_it_is_copied(qtbot, space):
    def act(dialog):
        assert dialog.windowTitle() == "That did not work"
        assert not dialog.report.isVisible()
        qtbot.mouseClick(dialog.show_report, Qt.MouseButton.LeftButton)
        assert dialog.report.isVisible()
        qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
        done.append(dialog)
        qtbot.keyClick(dialog.go_on, Qt.Key.Key_Return)

    done = []
    on_dialog(act)
    fail(RuntimeError(SECRET))
    qtbot.waitUntil(lambda: bool(done) and not done[0].isVisible())


def test_the_map_can_be_saved_from_the_dialog(qtbot, space, tmp_path):
    path = tmp_path / "kept.cjm"
    save(space.session, path)
    card = next(iter(space.session.journey.cards.values()))
    space.session.do(AddCard(card.lane, card.first_step, "note", "rescued", None, "rescued"))
    on_dialog(lambda dialog: qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton))
    fail(RuntimeError(SECRET))

    qtbot.waitUntil(lambda: b"rescued" in path.read_bytes())


def test_the_views_are_drawn_anew_from_the_map(qtbot, space, open_dialogs, monkeypatch):
    """An error while an edit is shown leaves half of it on screen; later all is there."""
    card = next(iter(space.session.journey.cards.values()))
    edit = AddCard(card.lane, card.first_step, "note", "half", None, "half")
    with monkeypatch.context() as broken:
        broken.setattr(space.view.paper, "show_sheet", lambda *_sheet: 1 // 0)
        with qtbot.captureExceptions() as caught:
            space.session.do(edit)
    for each in caught:
        sys.excepthook(*each)
    qtbot.waitUntil(lambda: bool(open_dialogs))

    assert space.view.rect_of("half") is not None


def test_leaving_by_ctrl_c_is_no_error(qtbot, space):
    fail(KeyboardInterrupt())
    QApplication.processEvents()

    assert QApplication.activeModalWidget() is None
    assert TOPIC not in space.notices.topics


def test_the_dialog_fits_large_words_and_has_names(qtbot, space):
    space.settings.change(text_size=200, language="id")
    dialog = CrashDialog(space.window, "", "x" * 300)
    qtbot.addWidget(dialog)
    dialog.show()

    for button in (dialog.go_on, dialog.save, dialog.copy, dialog.show_report):
        assert button.text()
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
        assert button.height() >= 24
