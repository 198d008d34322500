"""What a person does in a dialog that waits: look at it, press a button, choose a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox


def on_dialog(act: Callable[[QDialog], object]) -> None:
    """Do *act* with the next dialog that opens."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, look)
        else:
            act(dialog)

    QTimer.singleShot(0, look)


def press(button: QMessageBox.StandardButton) -> Callable[[QMessageBox], None]:
    """Return what presses *button* of a message."""
    return lambda box: box.button(button).click()


def choose(path: Path) -> Callable[[QFileDialog], None]:
    """Return what chooses *path* in a file dialog."""

    def act(dialog: QFileDialog) -> None:
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    return act
