"""A field that takes down the keys that are pressed in it, and what there is to say of them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit

from cjeditor.app.action import Action, full_name
from cjeditor.app.bindings import Bindings, Refusal, refusal, shown
from cjeditor.app.menus import MENUS
from cjeditor.core.words import mark, tr

_REFUSALS: dict[Refusal, str] = {
    "empty": mark("This is no key."),
    "map": mark("{key} goes from place to place on the map and stays with it."),
    "writes": mark("{key} writes on the map; take one with Ctrl or Alt."),
}


class KeyField(QKeySequenceEdit):
    """One stroke; Escape empties it and then leaves, Tab goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        line = self.findChild(QLineEdit)
        assert line is not None
        self._line: QLineEdit = line
        self._line.setPlaceholderText(tr("Press the new key here"))
        self.setAccessibleName(tr("Press the new key here"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() != Qt.Key.Key_Escape or not is_bare:
            super().keyPressEvent(event)
        elif self.keySequence().isEmpty():
            event.ignore()
        else:
            self.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, focused: bool) -> None:
        """The field inside never has the keyboard itself, so the style sheet is told."""
        self._line.setProperty("here", focused)
        self._line.style().polish(self._line)


def objection(action: Action, key: QKeySequence) -> str:
    """Return why *action* cannot have *key*, in a sentence; "" if it can."""
    why = refusal(action, key)
    if why is not None:
        return tr(_REFUSALS[why]).format(key=shown(key))
    for menu in MENUS:
        title = tr(menu.title)
        letter = title[title.find("&") + 1] if "&" in title else ""
        if letter and key == QKeySequence(f"Alt+{letter.upper()}"):
            said = tr("{key} opens the menu {menu}.")
            return said.format(key=shown(key), menu=title.replace("&", ""))
    return ""


def remark(bindings: Bindings, action: Action, key: QKeySequence) -> str:
    """Return what happens when *action* gets *key*, in a sentence."""
    owner = bindings.owner(key)
    if owner is None:
        return tr("{key} is free.").format(key=shown(key))
    if owner.name == action.name:
        return tr("{key} does this already.").format(key=shown(key))
    said = tr("{key} is used by “{action}”, which will lose it.")
    return said.format(key=shown(key), action=full_name(owner))
