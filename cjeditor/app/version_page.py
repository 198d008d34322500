"""One version in the dialog about them: its picture, what is different, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.changes_list import ChangesList
from cjeditor.app.map_picture import MapPicture
from cjeditor.app.version_reader import Opened
from cjeditor.changes.compare import Change
from cjeditor.changes.take import needed
from cjeditor.changes.telling import summary
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, mark, tr
from cjeditor.model import naming
from cjeditor.model.map import Map
from cjeditor.panels.flow import flowing
from cjeditor.panels.labels import ShortLabel, wrapped

_PICTURE: Final = QSize(252, 147)

_MOST: Final = 2_000
"""Changes of which it is worked out at once what comes along with the chosen ones."""

_SELECT: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect

_LINES: Final = 5
"""Lines of text that the lists, with their tabs, have room for at least."""

_LARGE: Final = 28
"""Pixels of a line of text from which there is no room for the picture: the list has one too."""

_ABOUT: Final = {
    "compare": mark("Side by side …"),
    "label": mark("Name …"),
    "copy": mark("Save a copy …"),
    "delete": mark("Delete …"),
}
_BACK: Final = {
    "chosen": mark("Bring back what is chosen"),
    "part": mark("Bring back a part"),
    "all": mark("Bring back all"),
}


class VersionPage(QWidget):
    """Shows one version.

    Signals:
        wanted: Name of the button that was pressed.
        part_wanted: Id of the lane or stage that is to come back.
    """

    wanted = Signal(str)
    part_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self._picture = MapPicture(_PICTURE)
        self._picture.setFixedWidth(_PICTURE.width())
        self._name = ShortLabel()
        self._name.setProperty("role", "heading")
        self._notes = wrapped("", "note")
        self.says = wrapped("", "note")
        self.back = ChangesList(tr("What bringing it back would do"))
        self.done = ChangesList(tr("What was done before it"))
        self.buttons = {name: self._button(name) for name in (*_ABOUT, *_BACK)}
        self.parts = QMenu(self)
        self.buttons["part"].setMenu(self.parts)
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setMinimumHeight(_LINES * self.fontMetrics().height())
        self.pages.addTab(self.back, "")
        self.pages.addTab(self.done, "")
        self.back.picked.connect(self._follow_choice)
        self.done.picked.connect(self._follow_choice)
        self.back.activated.connect(self._activate)
        self.pages.currentChanged.connect(self._follow_choice)
        self._put_together()
        self.show_opened(None)

    def show_version(self, name: str, notes: str, picture: QImage | None) -> None:
        """Say which version it is; what is different is still to be found."""
        self.show_name(name, notes)
        self.show_picture(picture)
        self.show_opened(None)

    def show_name(self, name: str, notes: str) -> None:
        self._name.show_text(name)
        self._notes.setText(notes)

    def show_picture(self, picture: QImage | None) -> None:
        is_small = self.fontMetrics().height() < _LARGE
        self._picture.show_picture(picture if is_small else None)

    def show_opened(self, opened: Opened | None) -> None:
        """Show what is different; None while that is not known."""
        self._opened = opened
        self._show_changes(opened)
        self._fill_parts(opened)
        is_there = bool(self._name.text())
        readable = opened is not None and opened.journey is not None
        for name in _ABOUT:
            self.buttons[name].setEnabled(is_there and (readable or name in ("copy", "delete")))
        self.buttons["all"].setEnabled(readable and bool(opened and opened.back))
        self.buttons["part"].setEnabled(bool(self.parts.actions()))
        self._follow_choice()

    def say(self, text: str) -> None:
        """Say what has been done, until something else is looked at."""
        self.says.setText(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.says, text))

    def _show_changes(self, opened: Opened | None) -> None:
        then = (opened.journey if opened is not None else None) or Map()
        present = opened.present if opened is not None else Map()
        before = (opened.before if opened is not None else None) or Map()
        back: Sequence[Change] = opened.back if opened is not None else ()
        done: Sequence[Change] = opened.done if opened is not None else ()
        self.back.show_changes(back, present, then)
        self.done.show_changes(done, before, then)
        self.pages.setTabText(0, tr("What would come back ({n})").format(n=len(back)))
        self.pages.setTabText(1, tr("What was done before it ({n})").format(n=len(done)))

    def _fill_parts(self, opened: Opened | None) -> None:
        self.parts.clear()
        if opened is None or opened.journey is None:
            return
        then, words = opened.journey, interface()
        found = opened.parts
        lanes = [each.id for each in then.ordered_lanes if each.id in found]
        stages = [each.id for each in then.ordered_stages if each.id in found]
        names = {each: naming.lane_name(then, each, words) for each in lanes}
        names |= {each: naming.stage_name(then, each, words) for each in stages}
        titles = (tr("A lane with its cards"), tr("A stage with all in it"))
        for title, ids in zip(titles, (lanes, stages), strict=True):
            if ids:
                self._add_parts(self.parts.addMenu(title), ids, names, found)

    def _add_parts(
        self, menu: QMenu, ids: Sequence[Id], names: Mapping[Id, str], counts: Mapping[Id, int]
    ) -> None:
        for each in ids:
            entry = menu.addAction(f"{names[each]} ({counts[each]})".replace("&", "&&"))
            entry.triggered.connect(lambda _on=False, each=each: self.part_wanted.emit(each))

    def _follow_choice(self) -> None:
        """Say what the row is that the keyboard is on, and what comes along with it."""
        on_back = self.pages.currentWidget() is self.back
        self.buttons["chosen"].setEnabled(on_back and bool(self.back.chosen))
        shown = self.back if on_back else self.done
        self.says.setText(shown.cut_sentence or self._state(on_back))
        chosen = self.back.chosen if on_back and len(self.back.rows.changes) <= _MOST else ()
        if chosen:
            along = set(needed(self.back.rows.changes, chosen)) - set(chosen)
            if along:
                text = tr("What comes along: {what}.").format(what=summary(along, interface()))
                self.says.setText("\n".join(filter(None, (self.says.text(), text))))

    def _activate(self, index: QModelIndex) -> None:
        """Bring back what is chosen, or else the row that Enter was pressed on."""
        if not self.back.chosen:
            self.back.setCurrentIndex(index)
            self.back.selectionModel().select(index, _SELECT)
        self.buttons["chosen"].click()

    def _state(self, on_back: bool) -> str:
        opened = self._opened
        if opened is None:
            return tr("Reading …") if self._name.text() else tr("There is no version yet.")
        if opened.journey is None:
            return opened.problem
        if on_back:
            return "" if opened.back else tr("The map is now as it was then.")
        if opened.before is None:
            return tr("No version before it is kept.")
        return "" if opened.done else tr("Nothing is different")

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(tr({**_ABOUT, **_BACK}[name]))
        made.setAutoDefault(False)
        if name != "part":
            made.clicked.connect(lambda: self.wanted.emit(name))
        return made

    def _put_together(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self._name)
        beside.addWidget(self._notes)
        beside.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._picture)
        head.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(_row([self.buttons[name] for name in _ABOUT]))
        column.addWidget(self.pages, 1)
        column.addWidget(self.says)
        column.addWidget(_row([self.buttons[name] for name in _BACK]))


def _row(buttons: list[QPushButton]) -> QWidget:
    holder = flowing(buttons)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder
