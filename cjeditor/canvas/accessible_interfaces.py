"""What Qt asks on behalf of a screen reader: names, states, places and actions of the map."""

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleObject,
    QKeySequence,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from cjeditor.canvas.accessible_parts import AccessibleMap, Part
from cjeditor.canvas.accessible_tree import ROOT, Spot
from cjeditor.canvas.board import Board
from cjeditor.canvas.walk import Focus
from cjeditor.core.words import interface, tr
from cjeditor.model.naming import spoken, spoken_cell, spoken_detail, spoken_map

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_Text = QAccessible.Text
_Role = QAccessible.Role
_Actions = QAccessibleActionInterface

WRITE: Final = "Write"
DELETE: Final = "Delete"
"""Names of the actions that Qt has no name for."""

_KEYS: Final = {WRITE: ("rename", Qt.Key.Key_F2), DELETE: ("delete", Qt.Key.Key_Delete)}


class MapInterface(QAccessibleWidget):
    """The map as a whole: a list of its title, stages and lanes; after them the view's widgets."""

    def __init__(self, view: Board, parts: AccessibleMap) -> None:
        super().__init__(view, _Role.List)
        self._parts = parts

    def text(self, t: QAccessible.Text) -> str:
        if t == _Text.Name:
            return spoken_map(self._parts.view.session.journey, interface())
        if t == _Text.Description:
            return tr("Arrow keys go from cell to cell, typing writes a card, F6 leaves the map.")
        return super().text(t)

    def childCount(self) -> int:
        return len(self._parts.tree.below(ROOT)) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        own = self._parts.tree.below(ROOT)
        if 0 <= index < len(own):
            return _asked(self._parts.part(own[index]))
        return super().child(index - len(own))

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part = child.object()
        if isinstance(part, Part):
            return self._parts.tree.place(part.spot)
        place = super().indexOfChild(child)
        return place if place < 0 else place + len(self._parts.tree.below(ROOT))

    def childAt(self, x: int, y: int, /) -> QAccessibleInterface | None:  # type: ignore[override]
        view = self._parts.view
        spot = view.viewport().mapFromGlobal(QPoint(x, y))
        if not view.viewport().rect().contains(spot):
            return None
        aim = view.aim(spot)
        cell = view.cell_at(aim)
        found = self._parts.tree.spot_of(Focus(view.element_at(aim)))
        below = found or (Spot(cell.lane) if cell else None)
        held = below is not None and self._parts.tree.holds(below)
        return _asked(self._parts.part(below)) if below is not None and held else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        part = self._parts.focused if self._parts.view.hasFocus() else None
        return _asked(part) if part is not None else super().focusChild()


class PartInterface(QAccessibleObject):
    """One part of the map: a lane is a list, all else an item of one."""

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._part = part
        self._spot = part.spot
        self._parts = part.parts
        self._actions = PartActions(part)

    def isValid(self) -> bool:
        return self._parts.tree.holds(self._spot)

    def role(self) -> QAccessible.Role:
        lanes = self._parts.view.session.journey.lanes
        return _Role.List if self._spot.element in lanes else _Role.ListItem

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        journey, words, spot = self._parts.view.session.journey, interface(), self._spot
        if t == _Text.Name:
            if spot.step:
                return spoken_cell(journey, spot.lane, spot.step, words)
            return spoken(journey, spot.element, words)
        return spoken_detail(journey, spot.element, words) if t == _Text.Description else ""

    def state(self) -> QAccessible.State:
        parts, state = self._parts, QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.selectable = state.extSelectable = True
        state.focused = parts.view.hasFocus() and parts.tree.focus == self._spot
        state.selected = parts.is_chosen(self._spot)
        state.readOnly = parts.tree.locked(self._spot)
        state.offscreen = not self._seen().intersects(self.rect())
        return state

    def _seen(self) -> QRect:
        viewport = self._parts.view.viewport()
        return QRect(viewport.mapToGlobal(QPoint()), viewport.size())

    def rect(self) -> QRect:
        return self._parts.rect(self._spot) if self.isValid() else QRect()

    def parent(self) -> QAccessibleInterface:
        above = self._parts.tree.above(self._spot)
        return _asked(self._parts.view if above == ROOT else self._parts.part(above))

    def childCount(self) -> int:
        return len(self._parts.tree.below(self._spot)) if self.isValid() else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        below = self._parts.tree.below(self._spot)
        return _asked(self._parts.part(below[index])) if 0 <= index < len(below) else None

    def indexOfChild(self, child: QAccessibleInterface, /) -> int:
        part = child.object()
        return self._parts.tree.place(part.spot) if isinstance(part, Part) else -1

    def interface_cast(self, kind: QAccessible.InterfaceType, /) -> int:
        """Return the address of the actions; nothing but such a pointer is taken for an answer."""
        address = 0
        if kind == QAccessible.InterfaceType.ActionInterface:
            address = Shiboken.getCppPointer(self._actions)[0]
        return Shiboken.VoidPtr(address)  # type: ignore[return-value]  # what Qt's stubs call int


class PartActions(QAccessibleActionInterface):
    """What a screen reader can do with a part of the map."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._spot = part.spot
        self._parts = part.parts

    def actionNames(self) -> list[str]:
        tree, names = self._parts.tree, [_Actions.pressAction(), _Actions.setFocusAction()]
        if not tree.holds(self._spot):
            return []
        if tree.locked(self._spot):
            return names
        names += [_Actions.showMenuAction(), WRITE]
        title = self._spot.element == self._parts.view.session.journey.id
        return names if title or self._spot.step else [*names, DELETE]

    def localizedActionName(self, name: str, /) -> str:
        own = {WRITE: tr("Write"), DELETE: tr("Delete")}
        return own.get(name) or super().localizedActionName(name)

    def localizedActionDescription(self, name: str, /) -> str:
        own = {WRITE: tr("Opens the text for writing"), DELETE: tr("Takes it off the map")}
        return own.get(name) or super().localizedActionDescription(name)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        native = QKeySequence.SequenceFormat.NativeText
        return [key.toString(native) for key in self._keys(name)]

    def _keys(self, name: str) -> list[QKeySequence]:
        """Return the keys of an action; a window may have given the map others."""
        if name not in _KEYS:
            return []
        command, key = _KEYS[name]
        own = (each for each in self._parts.view.actions() if each.objectName() == command)
        action = next(own, None)
        return [QKeySequence(key)] if action is None else action.shortcuts()[:1]

    def doAction(self, name: str, /) -> None:
        if name not in self.actionNames():
            return
        view = self._parts.view
        self._go(view)
        if name == WRITE:
            view.rename()
        elif name == DELETE:
            view.delete()
        elif name == _Actions.showMenuAction():
            view.menu_requested.emit(self._parts.rect(self._spot).center())

    def _go(self, view: "MapView") -> None:
        """Select the part, bring it into view and give the map the keyboard."""
        spot = self._spot
        view.writer.commit()
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        view.go(Focus(None, (spot.lane, spot.step)) if spot.step else Focus(spot.element))
        view.show_focus()


def _asked(part: QObject) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(part)


def _interface_of(_class_name: str, asked: QObject) -> QAccessibleInterface | None:
    """Make the interface of a part or of a view; Qt asks about every object in the program."""
    if isinstance(asked, Part):
        asked.interface = PartInterface(asked)
        return asked.interface
    if isinstance(asked, Board):
        parts = asked.findChild(AccessibleMap, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if parts is not None:
            parts.interface = MapInterface(asked, parts)
            return parts.interface
    return None


@cache
def install_factory() -> None:
    """Make Qt ask here about the map and its parts; once is enough for the whole program."""
    QAccessible.installFactory(_interface_of)
