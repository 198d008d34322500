"""What a person does in a dialog that waits: look at it, press a button, choose a file.

A dialog is answered once it has the keyboard, never before: until then keys belong to the window
below it. One that no test answers, or that its answer leaves open, is closed and fails the test.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QWidget,
)
from shiboken6 import isValid

Act = Callable[[QDialog], object]


class Person:
    """Sits at the screen of the tests and answers one dialog after the other."""

    def __init__(self) -> None:
        self._answers: list[tuple[type[QDialog], Act]] = []
        self._met: list[QWidget] = []

    def sit_at(self, application: QApplication) -> None:
        """Look at every window that gets the keyboard."""
        application.focusWindowChanged.connect(self._look)

    def expect(self, kind: type[QDialog], act: Act) -> None:
        self._answers.append((kind, act))

    def forget(self) -> list[str]:
        """Forget all answers; return what the dialogs would have been that did not open."""
        left = [kind.__name__ for kind, _act in self._answers]
        self._answers.clear()
        self._met.clear()
        return left

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._met = [each for each in self._met if isValid(each) and each.isVisible()]
        if dialog is not None and dialog.isActiveWindow() and dialog not in self._met:
            self._met.append(dialog)
            QTimer.singleShot(0, partial(self._answer, dialog))

    def _answer(self, dialog: QWidget) -> None:
        if not isValid(dialog) or not dialog.isVisible():
            return
        if isinstance(dialog, QProgressDialog) and not self._expects(dialog):
            return  # asks nothing and goes by itself
        what = f"{type(dialog).__name__} “{dialog.windowTitle()}”"
        try:
            assert self._expects(dialog), f"no test answers the {what}: {_words(dialog)}"
            _kind, act = self._answers.pop(0)
            act(dialog)
            goes = isinstance(dialog, QProgressDialog)  # by itself, when the work is done
            assert goes or not _is_open(dialog), f"its answer leaves the {what} open"
        finally:
            if _is_open(dialog) and not isinstance(dialog, QProgressDialog):
                dialog.hide()  # or it would wait for ever

    def _expects(self, dialog: QWidget) -> bool:
        kind = self._answers[0][0] if self._answers else None
        if kind is None or isinstance(dialog, QProgressDialog):
            return kind is QProgressDialog
        return isinstance(dialog, kind)


PERSON = Person()


def on_dialog(act: Act, kind: type[QDialog] = QDialog) -> None:
    """Do *act*, which closes it, with the next dialog of *kind* that opens.

    A progress counts as a dialog only where *kind* says so.
    """
    PERSON.expect(kind, act)


def press(button: QMessageBox.StandardButton) -> Callable[[QMessageBox], None]:
    """Return what presses *button* of a message."""
    return lambda box: box.button(button).click()


def choose(path: Path) -> Callable[[QFileDialog], None]:
    """Return what chooses *path* in a file dialog."""

    def act(dialog: QFileDialog) -> None:
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            dialog.selectFile(str(path))  # nor is the file selected that it proposes
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    return act


def _is_open(dialog: QWidget) -> bool:
    return isValid(dialog) and dialog.isVisible()


def _words(dialog: QWidget) -> str:
    return dialog.text() if isinstance(dialog, QMessageBox) else ""
