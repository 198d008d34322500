"""Where a comment is written: its text, who says it, and what it is about."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.kinds.fields import MAX_TEXT
from cjeditor.panels.editor import whole
from cjeditor.panels.labels import ShortLabel

HEIGHT = 66
"""Of the field, in pixels: three lines."""


class _Text(QPlainTextEdit):
    """A field in which Ctrl+Enter is done and Escape leaves."""

    done = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("growing")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class CommentWriting(QWidget):
    """A new comment, or one that is changed.

    Signals:
        written: The user is done.
        typed: The text has changed.
        left: The user has pressed Escape; what was written is to be kept.
    """

    written = Signal()
    typed = Signal()
    left = Signal()
    author_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_change = False
        self._about = ShortLabel()
        self._about.setProperty("role", "caption")
        self._text = _Text()
        self._text.done.connect(self._write)
        self._text.left.connect(self.left)
        self._text.textChanged.connect(self._check)
        self._text.textChanged.connect(self.typed)
        self._author = QLineEdit()
        self._author.setMaxLength(200)
        self._author.editingFinished.connect(self._tell_author)
        self._add = QPushButton()
        self._add.clicked.connect(self._write)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._author, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._about)
        column.addWidget(self._text)
        column.addLayout(row)
        self.say()
        self._check()

    def say(self) -> None:
        """Take the words of the interface's language."""
        self._text.setPlaceholderText(tr("Write a comment"))
        self._text.setAccessibleName(tr("Comment"))
        self._author.setPlaceholderText(tr("Your name"))
        self._author.setAccessibleName(tr("Your name"))
        self._add.setText(tr("Save") if self._is_change else tr("Add"))

    def show_about(self, name: str) -> None:
        """Say what a new comment would be about."""
        self._about.show_text(tr("About: {what}").format(what=name))

    def set_author(self, name: str) -> None:
        if name != self._author.text():
            self._author.setText(name)

    def focus(self) -> None:
        self._text.setFocus()

    @property
    def text(self) -> str:
        """What is written, without space at the ends."""
        return whole(self._text.toPlainText()).strip()[:MAX_TEXT]

    @property
    def author(self) -> str:
        """Who says it."""
        return whole(self._author.text()).strip()

    def write(self, text: str) -> None:
        """Begin a new comment with *text*."""
        self._text.setPlainText(text)

    def begin_change(self, text: str) -> None:
        """Show the text of a comment that is there already, to be changed."""
        self.go_on()
        self._text.setPlainText(text)
        self._text.selectAll()
        self._text.setFocus()

    def go_on(self) -> None:
        """From now on change a comment that has what is written."""
        self._is_change = True
        self.say()

    def end_change(self) -> None:
        self._is_change = False
        self.say()
        self._text.clear()

    def _write(self) -> None:
        if self.text:
            self.written.emit()

    def _check(self) -> None:
        self._add.setEnabled(bool(self._text.toPlainText().strip()))

    def _tell_author(self) -> None:
        self.author_changed.emit(self.author)
