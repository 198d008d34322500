"""Small dialogs: tell something, ask a question, show a list. Every text in them is plain."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QFileInfo, QLocale, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QGridLayout,
    QHeaderView,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpacerItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.app.metrics import TEXT
from cjeditor.core.words import tr
from cjeditor.panels.icons import pixmap
from cjeditor.panels.labels import plain

Answer = Literal["save", "discard", "cancel"]

SYMBOL = 32
"""Width and height of a message's symbol, in pixels."""

NAMES, SIZES, TYPES, DATES = range(4)
"""Columns of Qt's file dialog."""

FILES, _SHARE = QSize(880, 540), 0.9
"""Of a dialog for files: its size in pixels, for words of the usual size, and of a small screen."""

NARROWEST, BESIDE_TITLE = 380, 180
"""A message's width at least, and what its title bar needs besides the title, in pixels."""


def tell(parent: QWidget | None, title: str, text: str, *, problem: bool = False) -> None:
    """Show *text* until the user has read it."""
    box = _box(parent, title, text)
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    _finish(box, "alert-triangle" if problem else "info-circle", problem)
    box.exec()


def ask_save(parent: QWidget, name: str) -> Answer:
    """Ask what becomes of the unsaved changes of the map *name*."""
    text = tr("Save the changes to “{name}”?").format(name=name)
    box = _box(parent, tr("Unsaved changes"), text)
    box.setInformativeText(tr("Otherwise they are lost."))
    standard = QMessageBox.StandardButton
    box.setStandardButtons(standard.Save | standard.Discard | standard.Cancel)
    box.setDefaultButton(standard.Save)
    _finish(box, "help-circle")
    match box.exec():
        case standard.Save:
            return "save"
        case standard.Discard:
            return "discard"
        case _:
            return "cancel"


def ask(parent: QWidget, title: str, question: str, yes: str) -> bool:
    """Ask *question*; tell whether the button *yes* was pressed."""
    box = _box(parent, title, question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    _finish(box, "help-circle")
    box.exec()
    return box.clickedButton() is agree


def choose(
    parent: QWidget,
    title: str,
    text: str,
    answers: Sequence[str],
    *,
    more: str = "",
    problem: bool = False,
) -> int | None:
    """Return which of *answers* was pressed, from 0; None if none was wanted.

    Args:
        more: Further words below *text*.
    """
    box = _box(parent, title, text)
    box.setInformativeText(more)
    buttons = [box.addButton(each, QMessageBox.ButtonRole.AcceptRole) for each in answers]
    standard = QMessageBox.StandardButton
    leave = box.addButton(standard.Close if problem else standard.Cancel)
    box.setEscapeButton(leave)
    box.setDefaultButton(buttons[0])
    _finish(box, "alert-triangle" if problem else "help-circle", problem)
    box.exec()
    pressed = box.clickedButton()
    return next((at for at, button in enumerate(buttons) if button is pressed), None)


def show_list(parent: QWidget, title: str, text: str, lines: Sequence[str]) -> None:
    """Show *lines* under *text*; they can be copied."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(fitting(dialog, 560, 420))
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
    """Return a dialog for files that begins in *folder*, large enough for their names.

    It is the system's own where there is one.
    """
    dialog = QFileDialog(parent, title, str(folder))
    size = FILES * (dialog.fontInfo().pixelSize() / TEXT)
    dialog.resize(size.boundedTo(dialog.screen().availableSize() * _SHARE))
    dialog.setItemDelegate(_DatedFiles(dialog))
    tree = dialog.findChild(QTreeView, "treeView")
    if tree is not None:
        _give_room(tree.header())
    return dialog


def _give_room(header: QHeaderView) -> None:
    """Show sizes and dates of files whole and give the rest to their names.

    Their types are left out: which are listed is chosen below the list.
    """
    mode = QHeaderView.ResizeMode
    header.setStretchLastSection(False)
    for column in (SIZES, DATES):
        header.setSectionResizeMode(column, mode.ResizeToContents)
    header.setSectionResizeMode(NAMES, mode.Stretch)
    header.hideSection(TYPES)


def name_filter(label: str, suffixes: Sequence[str]) -> str:
    """Return the entry of a dialog for files that shows only those with one of *suffixes*."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return f"{label} ({patterns})"


class _DatedFiles(QStyledItemDelegate):
    """Rows of Qt's own file dialog, their dates in the interface's language.

    Qt writes them in the system's language, whatever the program's default is.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == DATES:
            file = index.sibling(index.row(), 0).data(QFileSystemModel.Roles.FileInfoRole)
            if isinstance(file, QFileInfo):
                short = QLocale.FormatType.ShortFormat
                option.text = QLocale().toString(file.lastModified(), short)


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box


def _finish(box: QMessageBox, symbol: str, problem: bool = False) -> None:
    """Give the complete *box* its symbol, margins, and width enough for its title."""
    role = QPalette.ColorRole.BrightText if problem else QPalette.ColorRole.Link
    colour = box.palette().color(role).name()
    box.setIconPixmap(pixmap(symbol, colour, SYMBOL, box.devicePixelRatioF()))
    grid = box.layout()
    if isinstance(grid, QGridLayout):
        grid.setContentsMargins(20, 20, 20, 16)
        grid.setVerticalSpacing(14)
        width = box.fontMetrics().horizontalAdvance(box.windowTitle()) + BESIDE_TITLE
        room = QSpacerItem(max(width, NARROWEST), 0)
        grid.addItem(room, grid.rowCount(), 0, 1, grid.columnCount())
