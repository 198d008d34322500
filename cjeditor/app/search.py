"""The search box: finds commands by their names and cards by their texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QSizePolicy

from cjeditor.app.action import text_of
from cjeditor.app.window_actions import keys_of
from cjeditor.core.words import tr
from cjeditor.kinds.registry import kind_of_card
from cjeditor.panels.icons import coloured, icon, pixmap, quiet, seen
from cjeditor.panels.labels import one_line, plain

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_NATIVE = QKeySequence.SequenceFormat.NativeText

MOST = 12
"""Findings that are shown."""

WIDTH = 420
"""Of the list of findings, in pixels."""


Fits = Callable[[str, list[str]], bool]
"""Tells whether a text, in small letters, fits what is looked for."""


@dataclass(frozen=True)
class Finding:
    """Something that can be chosen."""

    text: str
    image: QIcon
    choose: Callable[[], object]


class Findings(QAbstractListModel):
    """The findings as a list of Qt."""

    def __init__(self) -> None:
        super().__init__()
        self._findings: list[Finding] = []

    def show(self, findings: list[Finding]) -> None:
        self.beginResetModel()
        self._findings = findings
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        return self._findings[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._findings)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        finding = self._findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return finding.text
            case Qt.ItemDataRole.DecorationRole:
                return finding.image
        return None


class SearchBox(QLineEdit):
    """Runs the command or goes to the card that is chosen from what it finds."""

    def __init__(self, space: Workspace) -> None:
        super().__init__()
        self.setObjectName("search")
        self._space = space
        self._findings = Findings()
        self._list = QListView(space.window)
        self._list.setObjectName("findings")
        self._list.setModel(self._findings)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setIconSize(QSize(18, 18))
        self._list.clicked.connect(self._choose)
        self._list.hide()
        self._loupe = plain("")
        self._key = plain("", "key")
        self.setTextMargins(20, 0, 50, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 6, 0)
        row.addWidget(self._loupe)
        row.addStretch()
        row.addWidget(self._key)
        self.setMinimumWidth(180)
        self.setMaximumWidth(340)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._search)

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        self.setPlaceholderText(tr("Search or run a command"))
        self.setAccessibleName(tr("Search or run a command"))
        colour, ratio = quiet(self.palette()), self.devicePixelRatioF()
        self._loupe.setPixmap(pixmap("search", colour, 16, ratio))
        self._key.setText(QKeySequence("Ctrl+K").toString(_NATIVE).replace("+", " "))

    def start(self) -> None:
        """Begin a search."""
        self.setFocus()
        self.selectAll()
        self._search(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._key.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._key.setVisible(not self.text())
        self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not self._list.isVisible():
                self._search(self.text())
            case Qt.Key.Key_Down:
                self._go(1)
            case Qt.Key.Key_Up:
                self._go(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._run(max(self._list.currentIndex().row(), 0))
            case _:
                super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        row = (self._list.currentIndex().row() + by) % self._findings.rowCount()
        self._list.setCurrentIndex(self._findings.index(row, 0))

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        found = list(islice(self._found(words), MOST))
        self._findings.show(found)
        self._list.setVisible(bool(found))
        if not found:
            return
        self._list.setCurrentIndex(self._findings.index(0, 0))
        below = self.mapTo(self._space.window, QPoint(0, self.height() + 4))
        height = len(found) * self._list.sizeHintForRow(0) + 12
        self._list.setGeometry(below.x(), below.y(), max(self.width(), WIDTH), height)
        self._list.raise_()

    def _found(self, words: list[str]) -> Iterator[Finding]:
        """Find first where words begin so, then where they only hold it."""
        for fits in (_begins, _holds):
            yield from self._commands(words, fits)
            yield from self._cards(words, fits)

    def _commands(self, words: list[str], fits: Fits) -> Iterator[Finding]:
        palette = self.palette()
        for action, made in self._space.actions.items():
            if not made.isEnabled() or action.name == "search":
                continue
            text = text_of(action, self._space)
            if action.full:
                text = tr(action.full).format(what=text)
            if fits(text.casefold(), words):
                keys = keys_of(action)
                shown = f"{text}    {keys[0].toString(_NATIVE)}" if keys else text
                image = icon(action.icon or "bolt", palette)
                yield Finding(shown, image, made.trigger)

    def _cards(self, words: list[str], fits: Fits) -> Iterator[Finding]:
        if not words:
            return
        for card in self._space.session.journey.reading_order():
            if fits(card.text.casefold(), words):
                kind = kind_of_card(card)
                image = coloured(kind.symbol, seen(kind.full, self.palette()))
                yield Finding(one_line(card.text)[:120], image, self._goer(card.id))

    def _goer(self, card: str) -> Callable[[], None]:
        return lambda: self._space.go_to(card)

    def _choose(self, index: QModelIndex) -> None:
        self._run(index.row())

    def _run(self, row: int) -> None:
        if row < self._findings.rowCount():
            choose = self._findings.finding(row).choose
            self._leave()
            choose()

    def _leave(self) -> None:
        self._list.hide()
        self.clear()
        self._space.view.setFocus()


def _begins(text: str, words: list[str]) -> bool:
    """Tell whether every one of *words* begins a word of *text*."""
    return all(re.search(rf"(?<!\w){re.escape(word)}", text) for word in words)


def _holds(text: str, words: list[str]) -> bool:
    """Tell whether *text* has all *words*, but not all at the beginning of a word."""
    return all(word in text for word in words) and not _begins(text, words)
