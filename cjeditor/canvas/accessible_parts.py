"""The parts of the map that a screen reader has asked for, one object each."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.canvas.accessible_tree import ROOT, Spot, Tree
from cjeditor.canvas.changes import Changes, changes_of, lanes_of
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.layout.hit import cell_rect
from cjeditor.model.map import Map

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

Send = Callable[[QAccessibleEvent], None]
_Event = QAccessible.Event

_TOLD: Final = 200
"""So many new parts are told one by one; of more, a screen reader learns when it asks."""


class Part(QObject):
    """One part of the map, for a screen reader to point at.

    Attributes:
        interface: What Qt asks about it; it must live as long as the part.
    """

    def __init__(self, parts: "AccessibleMap", spot: Spot) -> None:
        super().__init__(parts)
        self.parts = parts
        self.spot = spot
        self.interface: QAccessibleInterface | None = None


class AccessibleMap(QObject):
    """Makes a part when it is asked for, and tells what becomes of those that there are.

    Args:
        send: Where events go.

    Attributes:
        interface: What Qt asks about the map as a whole.
    """

    def __init__(self, view: "MapView", send: Send = QAccessible.updateAccessibility) -> None:
        super().__init__(view)
        self.view = view
        self.interface: QAccessibleInterface | None = None
        self._send = send
        self._parts: dict[Spot, Part] = {}
        self._tree: Tree | None = None
        self._chosen: frozenset[Id] = frozenset()
        self._told: Spot | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell_focus)
        view.session.map_changed.connect(self._follow_map)
        view.session.selection_changed.connect(self._follow_selection)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    @property
    def tree(self) -> Tree:
        """The parts as they are now."""
        if self._tree is None or self._tree.sheet is not self.view.sheet:
            self._tree = Tree(self.view.session.journey, self.view.sheet, self.view.focus)
        return self._tree

    @property
    def focused(self) -> Part | None:
        """The part that the keyboard is on; None where that is not on the sheet."""
        spot = self.tree.focus
        return self.part(spot) if spot is not None and self.tree.holds(spot) else None

    def part(self, spot: Spot) -> Part:
        """Return the object of a part of the map."""
        if spot not in self._parts:
            self._parts[spot] = Part(self, spot)
        return self._parts[spot]

    def is_chosen(self, spot: Spot) -> bool:
        """Tell whether a part is selected."""
        return spot.element in self._chosen

    def rect(self, spot: Spot) -> QRect:
        """Return where a part is on the screen; an empty rectangle if it is not drawn."""
        rect = self._drawn(spot)
        if rect is None:
            return QRect()
        seen = self.view.mapFromScene(QRectF(*rect)).boundingRect()
        return QRect(self.view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def _drawn(self, spot: Spot) -> Rect | None:
        """Return where a part is in the scene."""
        sheet = self.view.sheet
        if spot.step:
            known = spot.lane in sheet.lane_of and spot.step in sheet.column_of
            return cell_rect(sheet, spot.lane, spot.step) if known else None
        band = sheet.lane_of.get(spot.element)
        if band is not None:
            return Rect(0, band.y, sheet.width, band.band.height)
        return self.view.rect_of(spot.element)

    # --- telling

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tell the part that the keyboard is on, after Qt has told that the map has it."""
        if now is self.view and QAccessible.isActive():
            self._told = None
            self._soon.start()

    def _tell_focus(self) -> None:
        """Tell the part that the keyboard is on, unless it was told last."""
        part = self.focused if self.view.hasFocus() else None
        if part is not None and part.spot != self._told:
            self._told = part.spot
            self._send(QAccessibleEvent(part, _Event.Focus))

    def _follow_selection(self) -> None:
        before, self._chosen = self._chosen, frozenset(self.view.session.selection)
        self._tree = None
        self._drop_left_cells()
        for spot, part in self._parts.items():
            if (spot.element in before) != self.is_chosen(spot):
                way = _Event.SelectionAdd if self.is_chosen(spot) else _Event.SelectionRemove
                self._send(QAccessibleEvent(part, way))
        if QAccessible.isActive():
            self._soon.start()  # selection and cursor change one after the other

    def _follow_map(self, before: Map, after: Map) -> None:
        self._tree = None
        if not self._parts:
            return
        changes = changes_of(before, after)
        self._drop(spot for spot in self._parts if spot.element in changes.gone_ids)
        self._drop_left_cells()
        self._tell_names(changes, before, after)
        if len(changes.come_ids) <= _TOLD:
            self._tell_new(changes.come_ids)

    def _drop_left_cells(self) -> None:
        """Drop the cells that the cursor is not in any more."""
        self._drop(spot for spot in self._parts if spot.step and not self.tree.holds(spot))

    def _drop(self, spots: Iterable[Spot]) -> None:
        for spot in tuple(spots):
            part = self._parts.pop(spot)
            self._send(QAccessibleEvent(part, _Event.ObjectDestroyed))
            part.deleteLater()

    def _tell_names(self, changes: Changes, before: Map, after: Map) -> None:
        """Tell which names have changed: all, where the name of a place has."""
        heads = changes.altered.keys() & {"stages", "steps", "lanes", "personas"}
        everything = bool(heads) or before.scope is not after.scope
        named = changes.altered_ids | lanes_of(changes, before, after)
        for spot, part in self._parts.items():
            if everything or spot.element in named:
                self._send(QAccessibleEvent(part, _Event.NameChanged))
        if before.scope is not after.scope:
            self._send(QAccessibleEvent(self.view, _Event.NameChanged))

    def _tell_new(self, ids: Iterable[Id]) -> None:
        """Tell of new parts below those that a screen reader knows."""
        for element in ids:
            spot = self.tree.spot_of(Focus(element))
            if spot is not None and self.tree.holds(spot):
                above = self.tree.above(spot)
                if above == ROOT or above in self._parts:
                    self._send(QAccessibleEvent(self.part(spot), _Event.ObjectCreated))
