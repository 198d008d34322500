"""The comments: on what is selected or on the whole map, to read, write, settle and delete."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark, tr, trn
from cjeditor.edits.comments import AddComment
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.map import Map
from cjeditor.model.records import Comment
from cjeditor.panels.comment_rows import CommentRow
from cjeditor.panels.comment_writing import CommentWriting
from cjeditor.panels.commented import about_of, name_of, shown_comments
from cjeditor.panels.icons import ink
from cjeditor.panels.labels import wrapped
from cjeditor.session.drafting import Drafting
from cjeditor.session.session import Session

MARGIN: Final = 16
MOST: Final = 100
"""Comments that are listed; nobody reads more at once."""

_LIST: Final = 120
"""Least height of the list in pixels."""

AT_ONCE, IN_A_TURN = 8, 4
"""Comments that are listed before anything else is done, and then at a time."""

_WHICH: Final = (("all", mark("All")), ("selection", mark("Selection")), ("open", mark("Open")))


def utc_now() -> datetime:
    return datetime.now(UTC)


class Comments(QWidget):
    """A field to write in, which comments are wanted, and their list.

    Signals:
        counted: How many comments are open changed.
        wanted: What a comment is about is to be shown; with its id.
        author_changed: The user gave another name to comments.

    Attributes:
        drafting: Tells what the comment that is being written would make of the map.
    """

    counted = Signal()
    wanted = Signal(str)
    author_changed = Signal(str)

    def __init__(self, session: Session, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._session = session
        self._now = now
        self._which = "all"
        self._changed: Id | None = None
        self._count = 0
        self._ink = ink(self.palette())
        self._shown: object = None
        self._rows = QVBoxLayout()
        self._rest: list[tuple[Comment, str]] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._list_more)
        self._writing = CommentWriting()
        self._writing.written.connect(self._write)
        self._writing.left.connect(self._leave)
        self._writing.author_changed.connect(self.author_changed)
        self.drafting = Drafting(session, self._edit, self)
        self._writing.typed.connect(self.drafting.typed)
        self._buttons = {name: _segment() for name, _label in _WHICH}
        self._note = wrapped("", "note")
        self._area = _scrolling()
        self._area.setMinimumHeight(_LIST)
        self._lay_out()
        self._say()
        session.map_changed.connect(self._follow)
        session.selection_changed.connect(self._show)
        self._follow()

    @property
    def open_count(self) -> int:
        """How many comments of the map are not settled."""
        return self._count

    def set_author(self, name: str) -> None:
        """Sign new comments with *name*."""
        self._writing.set_author(name)

    def write(self) -> None:
        """Give the keyboard to the field for a new comment on what is selected."""
        self._leave()
        self._writing.focus()

    def take_over(self) -> None:
        """Put what is written by now into the map, and go on writing it."""
        self.author_changed.emit(self._writing.author)
        if self._keep():
            self._writing.go_on()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self._say()
            self._shown = None
            self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        for name, button in self._buttons.items():
            group.addButton(button)
            button.clicked.connect(self._chooser(name))
            row.addWidget(button, 1)
        self._buttons[self._which].setChecked(True)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, 8)
        top.setSpacing(12)
        top.addWidget(self._writing)
        top.addLayout(row)
        top.addWidget(self._note)
        page = QWidget()
        page.setObjectName("form")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        whole = _scrolling()  # in a low window with large words
        whole.setWidget(page)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(whole)

    def _say(self) -> None:
        for name, label in _WHICH:
            self._buttons[name].setText(tr(label))
        self._writing.say()

    def _chooser(self, which: str) -> Callable[[], None]:
        def choose() -> None:
            self._which = which
            self._show()

        return choose

    def _follow(self, before: Map | None = None, after: Map | None = None) -> None:
        comments = self._session.journey.comments
        if before is None or after is None or before.comments is not after.comments:
            self._count = sum(not each.done for each in comments.values())
            self.counted.emit()
        if self._changed is not None and self._changed not in comments:
            self._lose_comment(before)
        self._show()

    def _lose_comment(self, before: Map | None) -> None:
        """Clear the field: its comment is gone; but what nobody has taken over yet stays there."""
        then = before.comments.get(self._changed or "") if before is not None else None
        is_here = before is not None and before.id == self._session.journey.id
        text = self._writing.text
        self._end_change()
        if is_here and then is not None and then.text != text:
            self._writing.write(text)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._show()

    def _show(self) -> None:
        """List what is wanted; while nobody sees it nothing is done."""
        if not self.isVisible():
            return
        journey, chosen = self._session.journey, self._session.selection
        changed = journey.comments.get(self._changed or "")
        about = about_of(journey, chosen) if changed is None else changed.about
        self._writing.show_about(name_of(journey, about))
        found = shown_comments(journey, self._which, chosen)
        shown = [(each, name_of(journey, each.about)) for each in found[:MOST]]
        self._note.setText(self._remark(len(found)))
        self._note.setVisible(bool(self._note.text()))
        if shown != self._shown:
            self._shown = shown
            self._list(shown)

    def _remark(self, count: int) -> str:
        if count > MOST:
            return trn("{n} more is not listed.", "{n} more are not listed.", count - MOST)
        if count:
            return ""
        return tr("No comments here yet. They stay in the map and are never printed.")

    def _list(self, shown: list[tuple[Comment, str]]) -> None:
        """List *shown*: the first at once, the others a few at a time."""
        frame = QWidget()
        frame.setObjectName("form")
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addStretch()
        self._rows, self._rest = column, shown
        self._list_more(AT_ONCE)
        old = self._area.takeWidget()
        self._area.setWidget(frame)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _list_more(self, count: int = IN_A_TURN) -> None:
        for comment, about in self._rest[:count]:
            self._rows.insertWidget(self._rows.count() - 1, self._row(comment, about))
        self._rest = self._rest[count:]
        if self._rest:
            self._soon.start()

    def _row(self, comment: Comment, about: str) -> CommentRow:
        row = CommentRow(comment, about)
        row.opened.connect(lambda: self.wanted.emit(comment.about))
        row.settled.connect(
            lambda done: self._session.attempt(SetField((comment.id,), "done", done))
        )
        row.removed.connect(lambda: self._session.attempt(Delete((comment.id,))))
        row.changed.connect(lambda: self._begin_change(comment))
        return row

    def _begin_change(self, comment: Comment) -> None:
        """Change a comment; one that was begun before is kept."""
        if self._writing.text and not self._keep():
            return
        self._changed = comment.id
        self._writing.begin_change(self._session.journey.comments[comment.id].text)
        self._show()

    def _end_change(self) -> None:
        if self._changed is not None:
            self._changed = None
            self._writing.end_change()
            self._show()

    def _leave(self) -> None:
        """End the change of a comment, and keep it; a new one waits in the field."""
        if self._changed is not None and (self._keep() or not self._writing.text):
            self._end_change()

    def _write(self) -> None:
        if self._keep():
            self._end_change()

    def _keep(self) -> bool:
        """Put what is written into the map; False if there is nothing, or it does not fit."""
        edit = self._edit()
        if edit is None or not self._session.attempt(edit):
            return False
        if isinstance(edit, AddComment):
            self._changed = edit.comment.id
        self.drafting.over()
        return True

    def _edit(self) -> Edit | None:
        """Return the edit that the text is now; None without a text."""
        text = self._writing.text
        if not text:
            return None
        if self._changed is not None:
            return SetField((self._changed,), "text", text)
        about = about_of(self._session.journey, self._session.selection)
        moment = self._now().strftime("%Y-%m-%dT%H:%M:%SZ")
        author = self._writing.author
        comment = Comment(id=new_id(), about=about, text=text, author=author, written=moment)
        return AddComment(comment)


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _segment() -> QToolButton:
    button = QToolButton()
    button.setObjectName("segment")
    button.setCheckable(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
