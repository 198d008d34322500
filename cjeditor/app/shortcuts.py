"""The sheet of keys: those of the actions, and those of the map itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.app.key_sheet import Section, sections
from cjeditor.core.words import tr
from cjeditor.panels.labels import plain

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


class ShortcutsDialog(QDialog):
    """Two columns of keys; accepted if they are to be changed."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.window)
        self.setWindowTitle(tr("Keys"))
        self.resize(fitting(self, 860, 640))
        page = QWidget()
        page.setObjectName("form")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(40)
        table = [action for action, _made in space.actions.items()]
        parts = list(sections(table, space.actions.keys))
        half = (sum(len(rows) for _title, rows in parts) + 1) // 2
        left, right = _split(parts, half)
        for part in (left, right):
            columns.addLayout(_column(part), 1)
        if page.minimumSizeHint().width() > self.width():  # large words, a small screen
            columns.setDirection(QBoxLayout.Direction.TopToBottom)
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        change = QPushButton(tr("Change keys …"))
        change.setAutoDefault(False)
        buttons.addButton(change, QDialogButtonBox.ButtonRole.ActionRole)
        change.clicked.connect(self.accept)
        buttons.setContentsMargins(20, 0, 20, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _split(parts: list[Section], half: int) -> tuple[list[Section], list[Section]]:
    left: list[Section] = []
    count = 0
    for index, section in enumerate(parts):
        if count >= half:
            return left, parts[index:]
        left.append(section)
        count += len(section[1])
    return left, []


def _column(parts: list[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    row = 0
    for title, rows in parts:
        grid.addWidget(plain(title.upper(), "section"), row, 0, 1, 2)
        row += 1
        for text, keys in rows:
            label = plain(text)
            label.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addLayout(_caps(keys), row, 1, _LEFT)
            row += 1
        grid.setRowMinimumHeight(row, 10)
        row += 1
    grid.setColumnStretch(0, 1)
    grid.setRowStretch(row, 1)
    return grid


def _caps(keys: list[str]) -> QHBoxLayout:
    """Return a key cap for each of *keys*, any of which does it."""
    caps = QHBoxLayout()
    caps.setSpacing(4)
    for key in keys:
        caps.addWidget(plain(key, "key"))
    return caps
