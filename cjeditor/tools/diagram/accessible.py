"""What a screen reader gets of a diagram: its nodes as a list or a tree, with names and actions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleObject,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from cjeditor.core.ids import Id
from cjeditor.core.words import tr

if TYPE_CHECKING:
    from cjeditor.tools.diagram.view import DiagramView

_Text = QAccessible.Text
_Role = QAccessible.Role
_Event = QAccessible.Event
_Actions = QAccessibleActionInterface

WRITE: Final = "Write"
DELETE: Final = "Delete"
"""Names of the actions that Qt has no name for."""


class NodePart(QObject):
    """One node or line, for a screen reader to point at.

    Attributes:
        interface: What Qt asks about it; it must live as long as the part.
    """

    def __init__(self, parts: AccessibleDiagram, element: Id) -> None:
        super().__init__(parts)
        self.parts = parts
        self.element = element
        self.interface: QAccessibleInterface | None = None


class AccessibleDiagram(QObject):
    """Makes a part when it is asked for, and tells where the keyboard is and what is gone."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view)
        _install_factory()
        self.view = view
        self.interface: QAccessibleInterface | None = None
        self._parts: dict[Id, NodePart] = {}
        self._told: Id | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell_focus)

    def part(self, element: Id) -> NodePart:
        """Return the object of a node or line."""
        if element not in self._parts:
            self._parts[element] = NodePart(self, element)
        return self._parts[element]

    def above(self, element: Id) -> Id:
        """Return what a part is below; "" is the whole."""
        if self.view.is_nested():
            for each in self.view.in_reading_order():
                if element in self.view.below(each):
                    return each
        return ""

    def holds(self, element: Id) -> bool:
        """Tell whether there is such a part."""
        return self.view.has(element)

    def rect(self, element: Id) -> QRect:
        """Return where a part is on the screen."""
        if not self.holds(element):
            return QRect()
        seen = self.view.mapFromScene(QRectF(*self.view.rect_of(element))).boundingRect()
        return QRect(self.view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def follow(self) -> None:
        """Take note of another diagram or selection."""
        for element in [each for each in self._parts if not self.holds(each)]:
            part = self._parts.pop(element)
            QAccessible.updateAccessibility(QAccessibleEvent(part, _Event.ObjectDestroyed))
            part.deleteLater()
        if QAccessible.isActive():
            self._soon.start()

    def _tell_focus(self) -> None:
        current = self.view.current
        if self.view.hasFocus() and current is not None and current != self._told:
            self._told = current
            QAccessible.updateAccessibility(QAccessibleEvent(self.part(current), _Event.Focus))


class DiagramInterface(QAccessibleWidget):
    """The diagram as a whole."""

    def __init__(self, parts: AccessibleDiagram) -> None:
        super().__init__(parts.view, _Role.Tree if parts.view.is_nested() else _Role.List)
        self._parts = parts

    def childCount(self) -> int:
        return len(self._parts.view.below("")) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        own = self._parts.view.below("")
        if 0 <= index < len(own):
            return _asked(self._parts.part(own[index]))
        return super().child(index - len(own))

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part, own = child.object(), self._parts.view.below("")
        if isinstance(part, NodePart):
            return own.index(part.element) if part.element in own else -1
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(own)

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        found = self._parts.view.element_at(self._parts.view.viewport().mapFromGlobal(QPoint(x, y)))
        return _asked(self._parts.part(found)) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._parts.view
        current = view.current if view.hasFocus() else None
        return _asked(self._parts.part(current)) if current is not None else super().focusChild()


class NodeInterface(QAccessibleObject):
    """One node or line."""

    def __init__(self, part: NodePart) -> None:
        super().__init__(part)
        self._element = part.element
        self._parts = part.parts
        self._actions = NodeActions(part)

    def isValid(self) -> bool:
        return self._parts.holds(self._element)

    def role(self) -> QAccessible.Role:
        return _Role.TreeItem if self._parts.view.is_nested() else _Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if t == _Text.Name:
            return self._parts.view.spoken(self._element)
        return self._parts.view.spoken_detail(self._element) if t == _Text.Description else ""

    def state(self) -> QAccessible.State:
        view, state = self._parts.view, QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = view.current == self._element
        state.focused = view.hasFocus() and view.current == self._element
        if view.below(self._element):
            state.expanded = True
        viewport = view.viewport()
        seen = QRect(viewport.mapToGlobal(QPoint()), viewport.size())
        state.offscreen = not seen.intersects(self.rect())
        return state

    def rect(self) -> QRect:
        return self._parts.rect(self._element)

    def parent(self) -> QAccessibleInterface:
        above = self._parts.above(self._element)
        return _asked(self._parts.part(above) if above else self._parts.view)

    def childCount(self) -> int:
        return len(self._parts.view.below(self._element)) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        below = self._parts.view.below(self._element)
        return _asked(self._parts.part(below[index])) if 0 <= index < len(below) else None

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part, below = child.object(), self._parts.view.below(self._element)
        if not isinstance(part, NodePart) or part.element not in below:
            return -1
        return below.index(part.element)

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> int:
        """Return the address of the actions; nothing but such a pointer is taken for an answer."""
        address = 0
        if kind == QAccessible.InterfaceType.ActionInterface:
            address = Shiboken.getCppPointer(self._actions)[0]
        return Shiboken.VoidPtr(address)  # type: ignore[return-value]  # what Qt's stubs call int


class NodeActions(QAccessibleActionInterface):
    """What a screen reader can do with a node or line."""

    def __init__(self, part: NodePart) -> None:
        super().__init__()
        self._element = part.element
        self._parts = part.parts

    def actionNames(self) -> list[str]:
        if not self._parts.holds(self._element):
            return []
        return [_Actions.pressAction(), _Actions.setFocusAction(), WRITE, DELETE]

    def localizedActionName(self, name: str, /) -> str:
        own = {WRITE: tr("Write"), DELETE: tr("Delete")}
        return own.get(name) or super().localizedActionName(name)

    def localizedActionDescription(self, name: str, /) -> str:
        own = {WRITE: tr("Opens the text for writing"), DELETE: tr("Takes it off the map")}
        return own.get(name) or super().localizedActionDescription(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        return {WRITE: ["F2"], DELETE: ["Del"]}.get(name, [])

    def doAction(self, name: str, /) -> None:
        if name not in self.actionNames():
            return
        view = self._parts.view
        view.writer.commit()
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.select(self._element)
        if name == WRITE:
            view.writer.write(self._element)
        elif name == DELETE:
            view.delete(self._element)


def _asked(part: QObject) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(part)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """Make the interface of a node or of a diagram; Qt asks about every object in the program."""
    if isinstance(asked, NodePart):
        asked.interface = NodeInterface(asked)
        return asked.interface
    parts = getattr(asked, "parts", None)
    if isinstance(parts, AccessibleDiagram) and parts.view is asked:
        parts.interface = DiagramInterface(parts)
        return parts.interface
    return None


@cache
def _install_factory() -> None:
    """Make Qt ask here about diagrams and their nodes; once is enough for the whole program."""
    QAccessible.installFactory(_interface_of)
