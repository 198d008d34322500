"""What Qt asks on behalf of a screen reader: names, states, places and actions of drawn parts."""

from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QKeySequence,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from cjeditor.canvas.accessible_parts import MADE, WRITE, Act, Part, Parts

_Text = QAccessible.Text
_Role = QAccessible.Role
_Actions = QAccessibleActionInterface


class WholeInterface(QAccessibleWidget):
    """A widget with what it draws: first its parts, after them the widgets in it."""

    def __init__(self, parts: Parts[Any, Any]) -> None:
        super().__init__(parts.view, parts.whole_role)
        self._parts = parts

    def text(self, t: QAccessible.Text) -> str:
        if t == _Text.Name:
            return self._parts.name_of_whole()
        return self._parts.detail_of_whole() if t == _Text.Description else super().text(t)

    def childCount(self) -> int:
        return len(self._parts.below(None)) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        own = self._parts.below(None)
        if 0 <= index < len(own):
            return _asked(self._parts.part(own[index]))
        return super().child(index - len(own))

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part = child.object()
        if isinstance(part, Part):
            return self._parts.place(part.key)
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(self._parts.below(None))

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        surface = self._parts.surface
        spot = surface.mapFromGlobal(QPoint(x, y))
        key = self._parts.at(spot) if surface.rect().contains(spot) else None
        return _asked(self._parts.part(key)) if key is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        part = self._parts.focused
        return _asked(part) if part is not None else super().focusChild()


class PartInterface(QAccessibleObject):
    """One part of what a widget draws."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._key: Any = part.key
        self._parts: Parts[Any, Any] = part.parts
        self._actions = PartActions(part)

    def isValid(self) -> bool:
        return self._parts.holds(self._key)

    def role(self) -> QAccessible.Role:
        return self._parts.role(self._key) if self.isValid() else _Role.NoRole

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if t == _Text.Name:
            return self._parts.name(self._key)
        return self._parts.detail(self._key) if t == _Text.Description else ""

    def state(self) -> QAccessible.State:
        parts, key, state = self._parts, self._key, QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.selectable = state.extSelectable = parts.can_be_selected(key)
        state.focused = parts.view.hasFocus() and parts.current() == key
        state.selected = parts.is_selected(key)
        state.readOnly = parts.is_locked(key)
        state.editable = any(act.name == WRITE for act in parts.acts(key))
        state.expanded = self.role() == _Role.TreeItem and bool(parts.below(key))
        state.offscreen = not parts.is_seen(key)
        return state

    def rect(self) -> QRect:
        return self._parts.rect(self._key)

    def parent(self) -> QAccessibleInterface:
        above = self._parts.above(self._key)
        return _asked(self._parts.view if above is None else self._parts.part(above))

    def childCount(self) -> int:
        return len(self._parts.below(self._key)) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        below = self._parts.below(self._key) if self.isValid() else ()
        return _asked(self._parts.part(below[index])) if 0 <= index < len(below) else None

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part = child.object()
        if not isinstance(part, Part) or self._parts.above(part.key) != self._key:
            return -1
        return self._parts.place(part.key)

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> int:
        """Return the address of the actions; nothing but such a pointer is taken for an answer."""
        address = 0
        if kind == QAccessible.InterfaceType.ActionInterface:
            address = Shiboken.getCppPointer(self._actions)[0]
        return Shiboken.VoidPtr(address)  # type: ignore[return-value]  # what Qt's stubs call int


class PartActions(QAccessibleActionInterface):
    """What a screen reader can do with a part."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._key: Any = part.key
        self._parts: Parts[Any, Any] = part.parts

    def actionNames(self) -> list[str]:
        if not (self._parts.holds(self._key) and self._parts.can_be_selected(self._key)):
            return []
        own = [act.name for act in self._parts.acts(self._key)]
        return [_Actions.pressAction(), _Actions.setFocusAction(), *own]

    def localizedActionName(self, name: str, /) -> str:
        act = self._act(name)
        return act.label if act and act.label else super().localizedActionName(name)

    def localizedActionDescription(self, name: str, /) -> str:
        act = self._act(name)
        return act.says if act and act.says else super().localizedActionDescription(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        act = self._act(name)
        native = QKeySequence.SequenceFormat.NativeText
        return [key.toString(native) for key in act.keys] if act else []

    def doAction(self, name: str, /) -> None:
        if name not in self.actionNames():
            return
        self._parts.go(self._key)
        act = self._act(name)
        if act is not None:
            act.do()

    def _act(self, name: str) -> Act | None:
        if not self._parts.holds(self._key):
            return None
        return next((act for act in self._parts.acts(self._key) if act.name == name), None)


def _asked(part: QObject) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(part)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """Make the interface of a part or its widget; Qt asks about every object in the program."""
    if isinstance(asked, Part):
        asked.interface = PartInterface(asked)
        return asked.interface
    parts = getattr(asked, MADE, None)  # asks nothing of Qt, which may be about to end
    if isinstance(parts, Parts):
        parts.interface = WholeInterface(parts)
        return parts.interface
    return None


@cache
def install_factory() -> None:
    """Make Qt ask here about what is drawn; once is enough for the whole program."""
    QAccessible.installFactory(_interface_of)
