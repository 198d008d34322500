"""Editors of several things at once: tags that are typed, choices that are picked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.model.map import Map
from cjeditor.panels.editor import SEVERAL, FieldEditor, whole
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import coloured, icon, pixmap, quiet, seen
from cjeditor.panels.labels import ShortLabel, plain
from cjeditor.panels.options import Option, Options, Source

WIDEST = 200
"""A chip's label in pixels."""


class Chip(QFrame):
    """One thing, with a button that takes it away."""

    removed = Signal()

    def __init__(self, option: Option) -> None:
        super().__init__()
        self.setObjectName("chip")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 1, 1, 1)
        row.setSpacing(3)
        if option.symbol:
            row.addWidget(self._symbol(option))
        label = ShortLabel(option.label)
        label.setMaximumWidth(WIDEST)
        row.addWidget(label)
        self._remove = QToolButton()
        self._remove.setIcon(coloured("x", quiet(self.palette())))
        self._remove.setIconSize(self._remove.iconSize() * 0.8)
        self._remove.setAccessibleName(tr("Remove {what}").format(what=option.label))
        self._remove.clicked.connect(self.removed)
        row.addWidget(self._remove)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _symbol(self, option: Option) -> QLabel:
        label = plain("")
        colour = seen(option.colour, self.palette())
        label.setPixmap(pixmap(option.symbol, colour, 14, self.devicePixelRatioF()))
        return label


class ChipsEditor(FieldEditor):
    """Chips in rows; of several records, those that all have."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Any, ...] | None = None
        self._agree = True
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_values(self, values: Sequence[Any]) -> None:
        shared = tuple(each for each in values[0] if all(each in value for value in values))
        agree = all(value == values[0] for value in values)
        if (shared, agree) != (self._shown, self._agree):
            self._shown, self._agree = shared, agree
            self._rebuild()

    def option(self, item: Any) -> Option:
        """Return how the chip of *item* looks."""
        raise NotImplementedError

    def add(self, item: Any) -> None:
        """Let every record have *item*, at the end."""
        self.edited.emit(lambda old: old if item in old else (*old, item))

    def _rebuild(self) -> None:
        for chip in self.findChildren(Chip):
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for note in self.findChildren(QLabel, "several"):
            self._flow.removeWidget(note)
            note.deleteLater()
        for index, item in enumerate(self._shown or ()):
            chip = Chip(self.option(item))
            chip.removed.connect(self._remover(item))
            self._flow.insert(index, chip)
        if not self._agree:
            note = plain(tr(SEVERAL), "note")
            note.setObjectName("several")
            self._flow.insert(len(self._shown or ()), note)
        self.updateGeometry()

    def _remover(self, item: Any) -> Callable[[], None]:
        def remove() -> None:
            self.edited.emit(lambda old: tuple(each for each in old if each != item))
            if focus := self.focusProxy():
                focus.setFocus()

        return remove

    def _put_last(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        self.set_inner(widget)


class _NewTag(QLineEdit):
    """Where a tag is typed; Enter or a comma adds it."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)
        self.setFixedWidth(110)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma):
            self.enter()
            event.accept()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        text = whole(self.text()).strip()
        self.clear()
        if text:
            self.entered.emit(text)


class NamesEditor(ChipsEditor):
    """Short texts of the user's own: tags, authors."""

    def __init__(self) -> None:
        super().__init__()
        self._line = _NewTag()
        self._line.setPlaceholderText(tr("Add …"))
        self._line.entered.connect(self.add)
        self._line.editingFinished.connect(self._line.enter)
        self._put_last(self._line)

    def take_over(self) -> None:
        self._line.enter()

    def option(self, item: Any) -> Option:
        return Option(item)


class SeveralEditor(ChipsEditor):
    """Several of the choices that the map, or a closed set, offers.

    Args:
        source: Gives the choices.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._options: Options = {}
        self._button = QToolButton()
        self._button.setObjectName("plus")
        self._button.setText("+")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self._button.setMenu(menu)
        self._put_last(self._button)

    def name(self, label: str) -> None:
        self._button.setAccessibleName(tr("Add: {what}").format(what=label))
        self._button.setToolTip(tr("Add: {what}").format(what=label))

    def show_map(self, journey: Map) -> None:
        options = self._source(journey)
        if options != self._options:
            self._options = options
            self._shown = None  # the chips' words may have changed

    def option(self, item: Any) -> Option:
        return self._options.get(item, Option(str(item)))

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for key, option in self._options.items():
            action = menu.addAction(option.label.replace("&", "&&"))
            if option.symbol:
                action.setIcon(icon(option.symbol, self.palette()))
            action.setCheckable(True)
            action.setChecked(key in (self._shown or ()))
            action.triggered.connect(self._toggler(key))
        if not self._options:
            menu.addAction(tr("Nothing to choose yet")).setEnabled(False)

    def _toggler(self, key: str) -> Callable[[bool], None]:
        def toggle(checked: bool) -> None:
            if checked:
                self.add(key)
            else:
                self.edited.emit(lambda old: tuple(each for each in old if each != key))

        return toggle
