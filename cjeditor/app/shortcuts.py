"""The sheet of keys: those of the actions, and those of the map itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.action import Action, text_of
from cjeditor.app.menus import MENUS, Menu
from cjeditor.app.window_actions import keys_of
from cjeditor.core.words import mark, tr
from cjeditor.panels.labels import plain

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

MAP_KEYS = (
    (mark("Go from card to card and cell to cell"), mark("Arrow keys, Home, End")),
    (mark("Write in the card; a letter begins at once"), mark("Enter, F2")),
    (mark("Finish writing"), mark("Enter")),
    (mark("Finish writing and go on in the next step"), mark("Tab")),
    (mark("Line break while writing"), mark("Shift+Enter")),
    (mark("Move what is selected"), mark("Alt+arrow keys")),
    (mark("Add to the selection"), mark("Ctrl+click, Shift+click")),
    (mark("Copy while dragging"), mark("Alt+drag")),
    (mark("Move the map"), mark("Space+drag, middle button")),
    (mark("Zoom at the pointer"), mark("Ctrl+wheel")),
    (mark("Cancel"), mark("Esc")),
)
"""What the map listens to besides the actions."""


class ShortcutsDialog(QDialog):
    """Two columns of keys."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.window)
        self.setWindowTitle(tr("Keys"))
        self.resize(860, 640)
        page = QWidget()
        page.setObjectName("form")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(20, 16, 20, 16)
        columns.setSpacing(40)
        sections = list(_sections(space))
        half = (sum(len(rows) for _title, rows in sections) + 1) // 2
        left, right = _split(sections, half)
        for part in (left, right):
            columns.addLayout(_column(part), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(20, 0, 20, 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Section = tuple[str, list[tuple[str, list[str]]]]


def _sections(space: Workspace) -> Iterable[Section]:
    by_name = {action.name: action for action, _made in space.actions.items()}
    yield tr("On the map"), [(tr(text), tr(keys).split(", ")) for text, keys in MAP_KEYS]
    for menu in MENUS:
        rows = [
            (text_of(action, space), _key_names(action))
            for action in _actions_of(menu, by_name)
            if action.keys
        ]
        if rows:
            yield tr(menu.title).replace("&", ""), rows


def _actions_of(menu: Menu, by_name: dict[str, Action]) -> Iterable[Action]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _actions_of(entry, by_name)
        elif entry is not None:
            yield by_name[entry]


def _key_names(action: Action) -> list[str]:
    native = QKeySequence.SequenceFormat.NativeText
    return [key.toString(native) for key in keys_of(action)]


def _split(sections: list[Section], half: int) -> tuple[list[Section], list[Section]]:
    left: list[Section] = []
    count = 0
    for index, section in enumerate(sections):
        if count >= half:
            return left, sections[index:]
        left.append(section)
        count += len(section[1])
    return left, []


def _column(sections: list[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    row = 0
    for title, rows in sections:
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
