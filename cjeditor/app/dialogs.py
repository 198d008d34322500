"""Small dialogs: tell something, ask a question, show a list. Every text in them is plain."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.panels.labels import plain

Answer = Literal["save", "discard", "cancel"]


def tell(parent: QWidget | None, title: str, text: str, *, problem: bool = False) -> None:
    """Show *text* until the user has read it."""
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Warning if problem else QMessageBox.Icon.Information)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.exec()


def ask_save(parent: QWidget, name: str) -> Answer:
    """Ask what becomes of the unsaved changes of the map *name*."""
    text = tr("Save the changes to “{name}”?").format(name=name)
    box = _box(parent, tr("Unsaved changes"), text)
    box.setInformativeText(tr("Otherwise they are lost."))
    standard = QMessageBox.StandardButton
    box.setIcon(QMessageBox.Icon.Question)
    box.setStandardButtons(standard.Save | standard.Discard | standard.Cancel)
    box.setDefaultButton(standard.Save)
    match box.exec():
        case standard.Save:
            return "save"
        case standard.Discard:
            return "discard"
        case _:
            return "cancel"


def show_list(parent: QWidget, title: str, text: str, lines: Sequence[str]) -> None:
    """Show *lines* under *text*; they can be copied."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(560, 420)
    head = plain(text)
    head.setWordWrap(True)
    body = QPlainTextEdit("\n".join(lines))
    body.setObjectName("framed")
    body.setReadOnly(True)
    body.setTabChangesFocus(True)
    body.setAccessibleName(title)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = QPushButton(tr("Copy the list"))
    copy.setAutoDefault(False)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(body.toPlainText()))
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(14)
    column.addWidget(head)
    column.addWidget(body, 1)
    column.addWidget(buttons)
    dialog.exec()


def file_dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    """Return a dialog for files that begins in *folder*, large enough for their names."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.resize(880, 540)
    return dialog


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box
