"""Dialogs of tests are answered in time, and none waits for ever."""

import pytest
from dialogs import on_dialog
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox


@pytest.fixture
def box(qtbot):
    made = QMessageBox()
    qtbot.addWidget(made)
    made.setWindowTitle("Sure?")
    made.setText("Really sure?")
    return made


def test_a_dialog_is_answered_once_it_has_the_keyboard(box):
    seen = []
    on_dialog(lambda dialog: (seen.append((dialog, dialog.isActiveWindow())), dialog.accept()))

    box.exec()

    assert seen == [(box, True)]


def test_one_that_opens_another_is_answered_once(qtbot, box):
    inner = QMessageBox(box)
    on_dialog(lambda dialog: (inner.exec(), dialog.done(7)))
    on_dialog(lambda dialog: dialog.done(5))

    assert (box.exec(), inner.result()) == (7, 5)


def test_one_that_nobody_answers_is_closed_and_told(qtbot, box):
    with qtbot.captureExceptions() as told:
        box.exec()

    assert str(told[0][1]).startswith("no test answers the QMessageBox “Sure?”: Really sure?")


def test_one_of_another_kind_is_closed_and_told(qtbot, box):
    on_dialog(QDialog.reject, QInputDialog)

    with qtbot.captureExceptions() as told:
        box.exec()
    QInputDialog(box).exec()

    assert str(told[0][1]).startswith("no test answers")


@pytest.mark.parametrize("act", [lambda _dialog: 1 / 0, QDialog.isVisible])
def test_one_that_its_answer_leaves_open_is_closed_and_told(qtbot, box, act):
    on_dialog(act)

    with qtbot.captureExceptions() as told:
        box.exec()

    assert len(told) == 1
