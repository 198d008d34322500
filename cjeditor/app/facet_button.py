"""A button of the find bar: which answers to one question are looked for, with their counts."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from cjeditor.core.words import tr
from cjeditor.panels.icons import coloured, seen
from cjeditor.panels.options import Option

Counted = Mapping[str, tuple[Option, int]]
"""Answers with their words and how many cards give them."""

MOST: Final = 200
"""Answers that are listed; a longer menu serves nobody."""

_LONGEST: Final = 40
"""Characters of an answer that the menu shows."""


class ChoiceMenu(QMenu):
    """A menu of switches that stays open, so that several can be turned."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
        else:
            super().keyPressEvent(event)


class FacetButton(QToolButton):
    """Asks one question of the filter.

    Args:
        label: English, marked.
        answers: Gives what can be looked for now.

    Signals:
        chosen: The answers, in order of the menu.
    """

    chosen = Signal(object)

    def __init__(self, label: str, answers: Callable[[], Counted]) -> None:
        super().__init__()
        self._label = label
        self._answers = answers
        self._values: tuple[str, ...] = ()
        self.setObjectName("facet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = ChoiceMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.dress()

    def show_values(self, values: Iterable[str]) -> None:
        """Show what is looked for."""
        self._values = tuple(values)
        self.dress()

    def dress(self) -> None:
        """Take the words of the interface's language."""
        name, number = tr(self._label), len(self._values)
        self.setText(f"{name} · {number}" if number else name)
        self.setAccessibleName(self.text())
        self.setToolTip(tr("Find by: {what}").format(what=name))
        if self.property("asked") != bool(number):
            self.setProperty("asked", bool(number))
            self.style().unpolish(self)
            self.style().polish(self)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        found = self._answers()
        for value, (option, number) in list(found.items())[:MOST]:
            menu.addAction(self._switch(menu, value, option, number))
        if not found:
            menu.addAction(tr("None on this map")).setEnabled(False)

    def _switch(self, menu: QWidget, value: str, option: Option, number: int) -> QAction:
        shown = option.label[:_LONGEST] + ("…" if len(option.label) > _LONGEST else "")
        made = QAction(f"{shown}  ({number})".replace("&", "&&"), menu)
        if option.symbol:
            made.setIcon(coloured(option.symbol, seen(option.colour, self.palette())))
            made.setIconVisibleInMenu(False)  # the check mark stands in its place
        made.setCheckable(True)
        made.setChecked(value in self._values)
        made.toggled.connect(lambda yes: self._choose(value, yes=yes))
        return made

    def _choose(self, value: str, *, yes: bool) -> None:
        rest = tuple(each for each in self._values if each != value)
        self.show_values((*rest, value) if yes else rest)
        self.chosen.emit(self._values)
