"""The notices above the map: what stays true until somebody has done something about it.

A notice does not interrupt: the map can be edited under it, unlike under a dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.panels.flow import flowing
from cjeditor.panels.icons import icon, pixmap
from cjeditor.panels.labels import plain, wrapped

Tone = Literal["news", "warning"]

_SYMBOLS: Final[dict[Tone, str]] = {"news": "info-circle", "warning": "alert-triangle"}
_ROLES: Final[dict[Tone, QPalette.ColorRole]] = {
    "news": QPalette.ColorRole.Link,
    "warning": QPalette.ColorRole.BrightText,
}
_SYMBOL: Final = 20
"""Width and height of a notice's symbol, in pixels."""

_LINE: Final = 30
"""Height of its first line, as high as the button that closes it, in pixels."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a notice.

    Attributes:
        label: English, marked.
        run: Does what the button says; whether the notice goes is up to it.
    """

    label: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user has to know while working on.

    Attributes:
        topic: What it is about; a newer notice on the same topic takes its place.
        text: Gives the sentence, in the interface's language.
        answers: Its buttons, the likeliest first.
        can_close: Whether it can be sent away without an answer.
    """

    topic: str
    text: Callable[[], str]
    answers: tuple[Answer, ...] = ()
    tone: Tone = "warning"
    can_close: bool = True


class Notices(QWidget):
    """All notices, the oldest on top; hidden while there is none.

    Signals:
        left: The keyboard is wanted back by the map.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, NoticeRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def topics(self) -> tuple[str, ...]:
        """What there are notices about."""
        return tuple(self._rows)

    def row(self, topic: str) -> NoticeRow:
        """Return the notice on *topic* as it is shown.

        Raises:
            KeyError: There is none.
        """
        return self._rows[topic]

    def put(self, notice: Notice) -> None:
        """Show *notice*, in the place of an older one on its topic, and have it read aloud."""
        old = self._rows.get(notice.topic)
        at = self._column.indexOf(old) if old is not None else self._column.count()
        self._take_out(notice.topic)
        row = NoticeRow(notice)
        row.closed.connect(lambda: self._close(notice.topic))
        row.left.connect(self.left)
        self._rows[notice.topic] = row
        self._column.insertWidget(at, row)
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, notice.text()))

    def drop(self, topic: str) -> None:
        """Take the notice on *topic* away, if there is one."""
        self._take_out(topic)
        self.setVisible(bool(self._rows))

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        for row in self._rows.values():
            row.dress()

    def focus(self) -> None:
        """Give the keyboard to the first button."""
        next(iter(self._rows.values())).focus()

    def _close(self, topic: str) -> None:
        had_focus = self._rows[topic].isAncestorOf(self.window().focusWidget())
        self.drop(topic)
        if had_focus:
            self.left.emit()

    def _take_out(self, topic: str) -> None:
        row = self._rows.pop(topic, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()


class NoticeRow(QWidget):
    """One notice: symbol, sentence, buttons.

    Signals:
        closed: It was sent away.
        left: Escape was pressed in it.
    """

    closed = Signal()
    left = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", notice.tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notice = notice
        self._symbol = plain("")
        self._text = wrapped("")
        self.buttons = tuple(_button(each) for each in notice.answers)
        self.close_button = QToolButton()
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setVisible(notice.can_close)
        self.close_button.clicked.connect(self.closed)
        self._put_together()
        self.dress()

    @property
    def text(self) -> str:
        """The sentence as it is shown."""
        return self._text.text()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        palette = self.palette()
        ink = palette.color(_ROLES[self._notice.tone]).name()
        symbol = _SYMBOLS[self._notice.tone]
        self._symbol.setPixmap(pixmap(symbol, ink, _SYMBOL, self.devicePixelRatioF()))
        text = self._notice.text()
        self._text.setText(text)
        self.setAccessibleName(text)
        for button, answer in zip(self.buttons, self._notice.answers, strict=True):
            button.setText(tr(answer.label))
            button.setAccessibleDescription(text)
        self.close_button.setIcon(icon("x", palette))
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))

    def focus(self) -> None:
        """Give the keyboard to the first button."""
        (*self.buttons, self.close_button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _put_together(self) -> None:
        holder = flowing(self.buttons)
        holder.setVisible(bool(self.buttons))
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._symbol, self._text):
            label.setMinimumHeight(_LINE)
        words.addWidget(self._text)
        words.addWidget(holder)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)


def _button(answer: Answer) -> QPushButton:
    button = QPushButton()
    button.setAutoDefault(True)  # Enter presses it too
    button.clicked.connect(lambda _checked: answer.run())
    return button
