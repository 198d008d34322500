"""A comment in the list of comments."""

from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from cjeditor.core.words import interface, tr
from cjeditor.model.records import Comment
from cjeditor.panels.icons import coloured, quiet, seen
from cjeditor.panels.labels import one_line, plain, wrapped
from cjeditor.panels.rows import RowButton

LONGEST: Final = 2000
"""Characters of a comment that are shown."""


class CommentRow(QFrame):
    """What is commented on, what is said, by whom and when, and what can be done with it.

    Signals:
        opened: What it is about is wanted.
        settled: With whether it is settled now.
        changed: Its text is to be changed.
    """

    opened = Signal()
    settled = Signal(bool)
    changed = Signal()
    removed = Signal()

    def __init__(self, comment: Comment, about: str) -> None:
        super().__init__()
        self.setObjectName("row")
        text = wrapped(comment.text[:LONGEST])
        text.setEnabled(not comment.done)
        where = RowButton(about, "message", "", "")
        where.setToolTip(tr("Go there"))
        where.clicked.connect(self.opened)
        body = QVBoxLayout()
        body.setContentsMargins(9, 0, 9, 2)
        body.addWidget(text)
        foot = QHBoxLayout()
        foot.setContentsMargins(9, 0, 4, 4)
        foot.setSpacing(2)
        signed = plain(_signed(comment), "caption")
        signed.setWordWrap(True)
        foot.addWidget(signed, 1)
        for button in self._buttons(comment):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addWidget(where)
        column.addLayout(body)
        column.addLayout(foot)

    def _buttons(self, comment: Comment) -> tuple[QToolButton, ...]:
        said = one_line(comment.text)[:60]
        settle = _button("circle-check", tr("Settled"), said)
        settle.setCheckable(True)
        settle.setChecked(comment.done)
        if comment.done:
            settle.setIcon(coloured("circle-check", seen("#2f855a", self.palette())))
        settle.clicked.connect(self.settled)
        change = _button("pencil", tr("Change the text"), said)
        change.clicked.connect(self.changed)
        remove = _button("trash", tr("Delete"), said)
        remove.clicked.connect(self.removed)
        return settle, change, remove


def _button(symbol: str, text: str, said: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(coloured(symbol, quiet(button.palette())))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(f"{text}: {said}")
    return button


def _signed(comment: Comment) -> str:
    """Return who and when, in local time, and whether it is settled: "Ani · 22/11/2026 14:32"."""
    parts = [one_line(comment.author)]
    if comment.written is not None:
        moment = QDateTime.fromString(comment.written, Qt.DateFormat.ISODate).toLocalTime()
        locale = QLocale(interface().language)
        parts.append(locale.toString(moment, QLocale.FormatType.ShortFormat))
    if comment.done:
        parts.append(tr("Settled"))
    return " · ".join(part for part in parts if part)
