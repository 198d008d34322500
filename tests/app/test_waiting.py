"""Waiting for work elsewhere: nothing is shown for a moment, then how far it is."""

import threading

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QProgressDialog, QPushButton, QWidget

from cjeditor.app.waiting import done_meanwhile
from cjeditor.core.progress import Cancelled

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def meanwhile(window, act, **options):
    return done_meanwhile(window, "Title", "Text <b>plain</b>", act, **options)


def test_what_is_quick_comes_back_without_a_dialog(window):
    assert meanwhile(window, lambda _progress: 7) == 7
    assert window.findChildren(QProgressDialog) == []


def test_the_window_lives_on_meanwhile(window):
    going_on = threading.Event()
    QTimer.singleShot(0, going_on.set)

    assert meanwhile(window, lambda _progress: going_on.wait(20))


def test_what_it_raises_is_raised(window):
    with pytest.raises(ZeroDivisionError):
        meanwhile(window, lambda _progress: 1 / 0)


def test_what_takes_longer_shows_how_far_it_is(qtbot, window):
    going_on, seen = threading.Event(), []

    def act(progress):
        progress(0.42)
        return going_on.wait(20)

    def look(dialog):
        qtbot.waitUntil(lambda: dialog.value() == 42)
        seen.append((dialog.windowTitle(), dialog.labelText()))
        going_on.set()

    on_dialog(look, QProgressDialog)

    assert meanwhile(window, act)
    assert seen == [("Title", "Text <b>plain</b>")]
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    "stop",
    [
        lambda dialog: dialog.findChild(QPushButton).click(),
        lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape),
        lambda dialog: dialog.close(),
    ],
    ids=["button", "Escape", "close"],
)
def test_it_can_be_stopped(window, stop):
    stopped = threading.Event()

    def act(progress):
        while not stopped.wait(0.001):
            progress(0.5)

    on_dialog(stop, QProgressDialog)

    with pytest.raises(Cancelled):
        meanwhile(window, act)


def test_what_cannot_be_stopped_shows_that_it_goes_on(window):
    going_on, seen = threading.Event(), []

    def look(dialog):
        dialog.reject()
        bar = dialog.findChild(QProgressBar)
        seen.append((dialog.isVisible(), bar.maximum(), dialog.findChild(QPushButton)))
        going_on.set()

    on_dialog(look, QProgressDialog)

    assert meanwhile(window, lambda _progress: going_on.wait(20), can_stop=False)
    assert seen == [(True, 0, None)]
