"""The open map laid out on screen: what is where, what is selected, and doing an edit."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.chrome import Chrome
from cjeditor.canvas.fonts import load_fonts
from cjeditor.canvas.gestures.gesture import Aim, Press
from cjeditor.canvas.map_scene import SOLID, MapScene
from cjeditor.canvas.preview import Preview
from cjeditor.canvas.walk import Cell, Focus, is_in
from cjeditor.canvas.zoom_view import ZoomView
from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.display.shapes import Block, Rect
from cjeditor.edits.edit import Edit, EditError
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.layout.hit import CellAt, cell_at, cell_rect, hit
from cjeditor.layout.sheet import Sheet, lay_out
from cjeditor.model.map import Map
from cjeditor.session.session import Session

ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""Keys with which a click adds to the selection or takes away from it."""

_IN_CELL = (*SOLID, "truth")
"""Parts that stand in a cell: a click on them puts the cursor there too."""

_FIT_AT_MOST = 1.5
"""A small map is not blown up beyond this zoom when it is fitted."""


class Board(ZoomView):
    """Shows a session's map, follows it, and knows what stands where.

    Args:
        paper: What it is shown on, with the sheet to begin with; None means a new one.

    Signals:
        refused: An edit did not fit; with the `EditError`.
        look_changed: The map is shown in another look.
    """

    refused = Signal(object)
    look_changed = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        parent: QWidget | None = None,
        paper: MapScene | None = None,
    ) -> None:
        load_fonts()
        self.session = session
        self.look = look
        self._expected: Sheet | None = None
        self.paper = paper or MapScene(lay_out(session.journey, look))
        super().__init__(self.paper, parent)
        self.paper.setParent(self)
        self._fit_content()
        session.map_changed.connect(self._follow_map)
        session.selection_changed.connect(self.show_selection)
        self.zoom_changed.connect(self.stick)

    @property
    def sheet(self) -> Sheet:
        """The map laid out as it is shown, in a preview too."""
        return self.paper.sheet

    @property
    def preview(self) -> Preview:
        return self.paper.preview

    @property
    def chrome(self) -> Chrome:
        return self.paper.chrome

    def set_look(self, look: Look) -> None:
        """Show the map in another theme, language or column width."""
        self.look = look
        self._show_map(self.session.journey)
        self.look_changed.emit()

    def look_for(self, journey: Map) -> Look:
        """Return the look in which *journey* would be shown: with the words of its language."""
        return replace(self.look, words=Words(journey.scope.language))

    def expect(self, sheet: Sheet) -> None:
        """Show *sheet* when its map comes: another document that was laid out beforehand."""
        self._expected = sheet

    def _follow_map(self, before: Map, after: Map) -> None:
        expected, self._expected = self._expected, None
        if expected is None or expected.journey is not after:
            self._show_map(after)
            return
        self.look = expected.look
        self._show_sheet(expected, anew=True)

    def _show_map(self, journey: Map) -> None:
        self._show_sheet(lay_out(journey, self.look, previous=self.sheet))

    def _show_sheet(self, sheet: Sheet, *, anew: bool = False) -> None:
        self.paper.show_sheet(sheet, anew=anew)
        self._fit_content()
        self.show_selection()

    def _fit_content(self) -> None:
        self.set_content(QRectF(0, 0, self.sheet.width, self.sheet.height))
        self.stick()

    def stick(self) -> None:
        """Keep heads and lane titles in view."""
        seen = self.viewportTransform().inverted()[0].mapRect(QRectF(self.viewport().rect()))
        self.paper.stick(seen, 1 / self.zoom)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.stick()

    def paintEvent(self, event: QPaintEvent) -> None:
        images = self.paper.cards.images
        images.begin()
        super().paintEvent(event)
        if images.is_late:
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stick()

    # --- doing

    def do(self, edit: Edit, merge: str = "") -> bool:
        """Do *edit* as one undo step; tell why where it does not fit."""
        try:
            self.session.do(edit, merge)
        except EditError as error:
            self.refused.emit(error)
            return False
        return True

    def preview_edit(self, edit: Edit) -> None:
        """Show the map as *edit* would make it; the session's map stays."""
        self.session.try_out(edit)
        self._show_map(self.session.shown)

    def end_preview(self) -> None:
        """Show the session's map again, and nothing that a gesture drew."""
        self.preview.clear()
        self.session.try_out(None)
        if self.sheet.journey is not self.session.journey:
            self._show_map(self.session.journey)
        self.show_selection()

    def lift(self, ids: Sequence[Id], *, stay: bool = False) -> None:
        """Lift the blocks of *ids* off the sheet; dashed outlines stay in their places.

        Args:
            stay: Copies are lifted, so the blocks themselves stay in their places.
        """
        blocks = [block for each in ids if (block := self.block_of(each)) is not None]
        heads = any(block.part not in SOLID for block in blocks)
        self.preview.lifted.show_blocks(blocks, self.look.theme.sheet)
        grounds = [(block.rect, self._ground(block)) for block in blocks if not stay]
        self.preview.places.show_places(grounds, self.look.theme.quiet, above_heads=heads)
        self.paper.select((), None)

    def _ground(self, block: Block) -> str:
        middle = block.rect.y + block.rect.height / 2
        lane = next((each for each in self.sheet.lanes if each.y <= middle < each.bottom), None)
        return self.look.theme.band if lane and lane.shaded else self.look.theme.sheet

    def block_of(self, element: Id) -> Block | None:
        """Return what is drawn of an element, where it stands in the scene now."""
        if element == self.session.journey.id:
            return next((block for block in self.sheet.title if block.part == "title"), None)
        return self.paper.block_of(element) or self.paper.head_of(element)

    # --- where things are

    def aim(self, spot: QPoint) -> Aim:
        """Return what a spot of the viewport points at, heads that are kept in view first."""
        point = self.viewportTransform().inverted()[0].map(spot.toPointF())
        x, y = point.x(), point.y()
        sheet, (dx, dy) = self.sheet, self.paper.stuck
        if dy and sheet.head + dy <= y < sheet.top + dy:
            y -= dy
        if dx and dx <= x < dx + sheet.left:
            x -= dx
        return Aim(spot, x, y, hit(sheet, x, y))

    def element_at(self, aim: Aim) -> Id | None:
        """Return the element to select there; the map's own id for its title."""
        if aim.hit is None:
            return None
        return self.session.journey.id if aim.part == "title" else aim.hit.element or None

    def cell_at(self, aim: Aim) -> CellAt | None:
        """Return the cell that *aim* lies in."""
        return cell_at(self.sheet, aim.x, aim.y)

    def rect_of(self, element: Id) -> Rect | None:
        """Return where an element is in the scene now."""
        block = self.block_of(element)
        return block.rect if block else None

    # --- selection

    @property
    def focus(self) -> Focus:
        """Where the keyboard is."""
        chosen = self.session.selection
        return Focus(chosen[-1] if chosen else None, self.session.cursor)

    def go(self, focus: Focus) -> None:
        """Select the focused element alone, or put the cursor into the focused cell."""
        cell = focus.cell or self._cell_of(focus.element)
        self.session.go([focus.element] if focus.element else [], cell)

    def _cell_of(self, element: Id | None) -> Cell | None:
        record = self.session.journey.find(element) if element else None
        return (record.lane, record.first_step) if isinstance(record, Card) else None

    def pick_press(self, press: Press) -> None:
        """Select what was pressed, unless it is selected; Ctrl and Shift add and take away."""
        element = self.element_at(press.aim)
        chosen = self.session.selection
        if element is None:
            return
        if press.modifiers & ADDING:
            rest = [each for each in chosen if each != element]
            self.session.select(rest if element in chosen else [*rest, element])
        elif element not in chosen:
            self._go_there(press.aim, element)

    def pick_click(self, press: Press) -> None:
        """Select what was clicked alone; on an empty cell put the cursor there."""
        if not press.modifiers & ADDING:
            self._go_there(press.aim, self.element_at(press.aim))

    def _go_there(self, aim: Aim, element: Id | None) -> None:
        cell = self.cell_at(aim) if element is None or aim.part in _IN_CELL else None
        self.go(Focus(element, (cell.lane, cell.step) if cell else None))

    def show_selection(self) -> None:
        """Draw the rings, and the cursor around its cell."""
        cell, cursor = None, self.session.cursor
        if cursor is not None and is_in(self.session.journey, self.focus, cursor):
            with suppress(KeyError):  # a preview may not have the lane or step
                cell = cell_rect(self.sheet, *cursor)
        self.paper.select(self.session.selection, cell)

    def show_focus(self) -> None:
        """Scroll to what the keyboard is on."""
        self.show_place_of(self.focus)

    def place_of_focus(self) -> QRect | None:
        """Return where in the viewport the element or the cell is that the keyboard is on."""
        rect = self._rect_of_focus(self.focus)
        return None if rect is None else self.mapFromScene(QRectF(*rect)).boundingRect()

    def show_place_of(self, focus: Focus) -> None:
        """Scroll to an element or a cell."""
        rect = self._rect_of_focus(focus)
        if rect is not None:
            self.show_place(rect)

    def _rect_of_focus(self, focus: Focus) -> Rect | None:
        rect = self.rect_of(focus.element) if focus.element else None
        if rect is None and focus.cell:
            with suppress(KeyError):  # it may be hidden
                rect = cell_rect(self.sheet, *focus.cell)
        return rect

    def show_place(self, rect: Rect) -> None:
        """Scroll as little as needed to see *rect* beside heads and lane titles."""
        in_lanes = rect.y >= self.sheet.top and rect.x >= self.sheet.left
        left = self.sheet.left * self.zoom if in_lanes else 0
        top = (self.sheet.top - self.sheet.head) * self.zoom if in_lanes else 0
        self.reveal(QRectF(*rect), left, top)

    # --- zoom

    def fit(self) -> None:
        """Show the whole map."""
        self.show_rect(QRectF(0, 0, self.sheet.width, self.sheet.height), _FIT_AT_MOST)

    def fit_selection(self) -> None:
        """Show what is selected, as large as is useful."""
        rects = [rect for i in self.session.selection if (rect := self.rect_of(i)) is not None]
        area = QRectF()
        for rect in rects:
            area = area.united(QRectF(*rect))
        self.show_rect(area, _FIT_AT_MOST, edge=120)
