"""The map for a screen reader: its title, stages and lanes, and what stands in them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from cjeditor.canvas.accessible_interfaces import install_factory
from cjeditor.canvas.accessible_parts import (
    DELETE,
    TOLD,
    WRITE,
    Act,
    Parts,
    Send,
    delete_act,
    write_act,
)
from cjeditor.canvas.accessible_tree import ROOT, Spot, Tree
from cjeditor.canvas.changes import Changes, changes_of, lanes_of
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.display.shapes import Rect
from cjeditor.layout.hit import cell_rect
from cjeditor.model.map import Map
from cjeditor.model.naming import spoken, spoken_cell, spoken_detail, spoken_map

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_Event = QAccessible.Event
_Role = QAccessible.Role
_MENU: Final = QAccessibleActionInterface.showMenuAction()

_COMMANDS: Final = {WRITE: "rename", DELETE: "delete"}
"""The window's names of what our actions do too."""


class AccessibleMap(Parts[Spot, "MapView"]):
    """A list of the map's title, stages and lanes; a lane is a list itself."""

    def __init__(self, view: "MapView", send: Send = QAccessible.updateAccessibility) -> None:
        install_factory()
        super().__init__(view, send)
        self._tree: Tree | None = None
        self._chosen: frozenset[Id] = frozenset()
        view.session.map_changed.connect(self._follow_map)
        view.session.selection_changed.connect(self._follow_selection)

    @property
    def tree(self) -> Tree:
        """The parts as they are now."""
        if self._tree is None or self._tree.sheet is not self.view.sheet:
            self._tree = Tree(self.view.session.journey, self.view.sheet, self.view.focus)
        return self._tree

    # --- what the parts are

    def below(self, key: Spot | None) -> Sequence[Spot]:
        return self.tree.below(key or ROOT)

    def above(self, key: Spot) -> Spot | None:
        above = self.tree.above(key)
        return None if above == ROOT else above

    def place(self, key: Spot) -> int:
        return self.tree.place(key)

    def role(self, key: Spot) -> QAccessible.Role:
        lanes = self.view.session.journey.lanes
        return _Role.List if key.element in lanes else _Role.ListItem

    def name(self, key: Spot) -> str:
        journey, words = self.view.session.journey, interface()
        if key.step:
            return spoken_cell(journey, key.lane, key.step, words)
        return spoken(journey, key.element, words)

    def detail(self, key: Spot) -> str:
        return spoken_detail(self.view.session.journey, key.element, interface())

    def name_of_whole(self) -> str:
        return spoken_map(self.view.session.journey, interface())

    def detail_of_whole(self) -> str:
        return tr("Arrow keys go from cell to cell, typing writes a card, F6 leaves the map.")

    def box(self, key: Spot) -> QRect:
        rect = self._drawn(key)
        return QRect() if rect is None else self.view.mapFromScene(QRectF(*rect)).boundingRect()

    def at(self, spot: QPoint) -> Spot | None:
        aim = self.view.aim(spot)
        cell = self.view.cell_at(aim)
        found = self.tree.spot_of(Focus(self.view.element_at(aim)))
        below = found or (Spot(cell.lane) if cell else None)
        return below if below is not None and self.tree.holds(below) else None

    def current(self) -> Spot | None:
        return self.tree.focus

    def is_selected(self, key: Spot) -> bool:
        return key.element in self._chosen

    def is_locked(self, key: Spot) -> bool:
        return self.tree.locked(key)

    def go(self, key: Spot) -> None:
        self.view.writer.commit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.go(Focus(None, (key.lane, key.step)) if key.step else Focus(key.element))
        self.view.show_focus()

    def acts(self, key: Spot) -> Iterator[Act]:
        if self.tree.locked(key):
            return
        view = self.view
        yield Act(_MENU, lambda: view.menu_requested.emit(self.rect(key).center()))
        yield self._with_keys(write_act(view.rename))
        if not key.step and key.element != view.session.journey.id:
            yield self._with_keys(delete_act(view.delete))

    def _with_keys(self, act: Act) -> Act:
        """Return *act* with its keys; a window may have given the map others."""
        own = (each for each in self.view.actions() if each.objectName() == _COMMANDS[act.name])
        action = next(own, None)
        return act if action is None else act._replace(keys=tuple(action.shortcuts()[:1]))

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

    def _follow_selection(self) -> None:
        before, self._chosen = self._chosen, frozenset(self.view.session.selection)
        self._tree = None
        self._drop_left_cells()
        other = before ^ self._chosen
        self.tell_selected(spot for spot in self.known if spot.element in other)
        self.tell_focus_soon()  # selection and cursor change one after the other

    def _follow_map(self, before: Map, after: Map) -> None:
        self._tree = None
        if not self._parts:
            return
        changes = changes_of(before, after)
        self.drop(spot for spot in self.known if spot.element in changes.gone_ids)
        self._drop_left_cells()
        self._tell_names(changes, before, after)
        if len(changes.come_ids) <= TOLD:
            spots = (self.tree.spot_of(Focus(element)) for element in changes.come_ids)
            self.tell_new(spot for spot in spots if spot is not None)

    def _drop_left_cells(self) -> None:
        """Drop the cells that the cursor is not in any more."""
        self.drop(spot for spot in self.known if spot.step and not self.tree.holds(spot))

    def _tell_names(self, changes: Changes, before: Map, after: Map) -> None:
        """Tell which names have changed: all, where the name of a place has."""
        heads = changes.altered.keys() & {"stages", "steps", "lanes", "personas"}
        everything = bool(heads) or before.scope is not after.scope
        named = changes.altered_ids | lanes_of(changes, before, after)
        self.tell(
            _Event.NameChanged,
            (spot for spot in self.known if everything or spot.element in named),
        )
        if before.scope is not after.scope:
            self.tell_whole(_Event.NameChanged)
