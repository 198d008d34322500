"""The map on screen, and what hands do to it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from cjeditor.canvas import commands
from cjeditor.canvas.accessible import make_accessible
from cjeditor.canvas.adding import Adding
from cjeditor.canvas.arrival import Arrival
from cjeditor.canvas.board import Board
from cjeditor.canvas.capture import Capture
from cjeditor.canvas.cursors import cursor_for
from cjeditor.canvas.edge_scroll import EdgeScroll
from cjeditor.canvas.feelings import CurveInHand
from cjeditor.canvas.gestures.edges import fit_edge
from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.canvas.gestures.picture_drop import Drop, drop_in
from cjeditor.canvas.gestures.points import new_point
from cjeditor.canvas.gestures.starts import begin
from cjeditor.canvas.gestures.switches import open_fold
from cjeditor.canvas.ghost import Ghost
from cjeditor.canvas.keys import handle_key
from cjeditor.canvas.motion import Motion
from cjeditor.canvas.pictures import Pictures
from cjeditor.canvas.rating import beside_flag
from cjeditor.canvas.reshaping import Reshaping
from cjeditor.canvas.tips import tell_whole
from cjeditor.canvas.touch import Touch
from cjeditor.canvas.walk import Cell, Focus
from cjeditor.canvas.writer import Writer
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.session.session import Session

_MODIFIERS: Final[dict[int, Modifiers]] = {
    Qt.Key.Key_Alt: Modifiers.AltModifier,
    Qt.Key.Key_Control: Modifiers.ControlModifier,
    Qt.Key.Key_Shift: Modifiers.ShiftModifier,
}


class MapView(Board):
    """The map of a session under the user's hands: selecting, dragging, writing, keys.

    Signals:
        menu_requested: A context menu is wanted, at this spot of the screen; what it is
            about is selected.
        hint: A sentence for the user, in the interface's language.
        persona_wanted: The ghost that invites to add a persona was clicked.

    Attributes:
        has_own_commands: Whether the view listens to the keys of its commands; a window
            does that for it.
    """

    menu_requested = Signal(QPoint)
    hint = Signal(str)
    persona_wanted = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.writer: Writer = Writer(self)
        self.capture: Capture = Capture(self)
        self.pictures = Pictures(self)
        self.adding: Adding = Adding(self)
        self.reshaping = Reshaping(self)
        self.motion = Motion(self)
        self.arrival = Arrival(self)
        self.touch = Touch(self)
        self.has_own_commands = True
        self.in_hand = CurveInHand(session, self)
        self.ghost = Ghost(self)
        self.space_held = False
        self._gesture: Gesture | None = None
        self._drop: Drop | None = None
        self._spot = QPoint()
        self._modifiers = Modifiers.NoModifier
        self._edge_scroll = EdgeScroll(self)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        make_accessible(self)

    # --- commands: what keys, menus and the toolbar call

    def show_focus(self) -> None:
        self.reshaping.reveal(self.focus)
        super().show_focus()

    def select_all(self) -> None:
        """Select all cards and points."""
        self.session.select(commands.everything(self.session.journey))

    def clear_selection(self) -> None:
        """Select nothing."""
        self.session.select(())

    def delete(self) -> None:
        """Delete what is selected; the keyboard stays beside where a head stood."""
        session, before = self.session, self.session.journey
        edit = commands.delete(before, session.selection)
        if edit is None or not self.do(edit) or session.selection or session.cursor:
            return
        cell = commands.cell_beside(before, session.journey, edit.ids)
        if cell is not None:
            session.put_cursor(*cell)

    def duplicate(self) -> None:
        """Copy what is selected beside itself, and select the copies."""
        edit = commands.duplicate(self.session.journey, self.session.selection)
        if edit is not None and self.do(edit):
            self.session.select(edit.new_ids)

    def rename(self) -> None:
        """Write what is selected, or a new card in the cursor's cell."""
        self.write_at_focus("")

    def write_at_focus(self, typed: str) -> bool:
        """Write where the keyboard is, beginning with *typed*; return whether one can."""
        focus = self.focus
        if focus.cell is not None and focus.element in self.session.journey.stages:
            focus = Focus(None, focus.cell)  # a cell of a collapsed stage, not the stage's head
        if typed:
            focus = beside_flag(self.session.journey, focus)
        self.reshaping.reveal(focus)
        if focus.element is not None:
            begun = self.writer.write(focus.element, typed)
        else:
            begun = focus.cell is not None and self.start_writing(focus.cell, typed)
        lane = self.session.journey.lanes[focus.cell[0]] if focus.cell else None
        if not begun and lane is not None and kind_of_lane(lane).hint:
            self.hint.emit(tr(kind_of_lane(lane).hint))
        return begun

    def start_writing(self, target: Id | Cell, typed: str = "") -> bool:
        """Write an element, or a new card in a cell; return whether it has a text."""
        if isinstance(target, str):
            self.go(Focus(target))
            return self.writer.write(target, typed)
        self.go(Focus(None, target))
        edit = commands.add_card(self.session.journey, Focus(None, target))
        if edit is None or (edit.lane, edit.step) != target:
            return False
        self.writer.write_new(edit, typed)
        return True

    def stick(self) -> None:
        super().stick()
        if hasattr(self, "writer"):
            self.writer.follow()

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.arrival.finish()
        self.writer.commit()
        spot, button = event.position().toPoint(), event.button()
        event.accept()
        if self._gesture is not None:
            self.cancel_gesture()
            return
        press = Press(self.aim(spot), button, event.modifiers())
        if button == Qt.MouseButton.RightButton:
            self._pick_for_menu(press.aim)
            return
        self.paper.hover_over(None)
        self._gesture = begin(self, press)
        self._spot, self._modifiers = spot, press.modifiers

    def ask_menu(self, spot: QPoint) -> None:
        """Ask for the menu about what is at *spot* of the viewport."""
        self._pick_for_menu(self.aim(spot))
        self.menu_requested.emit(self.viewport().mapToGlobal(spot))

    def _pick_for_menu(self, aim: Aim) -> None:
        """Make what lies under the pointer what a menu is about, be it an empty cell."""
        press = Press(aim, Qt.MouseButton.RightButton, Modifiers.NoModifier)
        if self.element_at(aim) is None:
            self.pick_click(press)
        else:
            self.pick_press(press)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._spot, self._modifiers = event.position().toPoint(), event.modifiers()
        event.accept()
        if self._gesture is None:
            self._show_cursor(self._spot)
            return
        self._follow_gesture()
        if self._gesture.scrolls:
            self._edge_scroll.follow(self._spot, self._follow_gesture)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        gesture = self._end_gesture()
        if gesture is not None:
            gesture.release(event.position().toPoint(), event.modifiers())
            self.end_preview()
        self._show_cursor(event.position().toPoint())

    def cancel_gesture(self) -> bool:
        """Give up the running gesture, if any; nothing has changed."""
        gesture = self._end_gesture()
        if gesture is None:
            return False
        gesture.cancel()
        self.end_preview()
        self._show_cursor(self._spot)
        return True

    def _end_gesture(self) -> Gesture | None:
        gesture, self._gesture = self._gesture, None
        self._edge_scroll.stop()
        return gesture

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        aim = self.aim(event.position().toPoint())
        if fit_edge(self, aim) or open_fold(self, aim):
            return
        element, cell = self.element_at(aim), self.cell_at(aim)
        point = new_point(self.sheet, aim, self.in_hand.curve)
        if point is not None:
            if self.do(point):
                self.session.select([point.emotion_id])
        elif element is not None:
            self.start_writing(element)
        elif cell is not None:
            self.start_writing((cell.lane, cell.step))

    def _follow_gesture(self) -> None:
        if self._gesture is not None:
            self._gesture.move(self._spot, self._modifiers)

    def _show_cursor(self, spot: QPoint) -> None:
        aim = self.aim(spot)
        self.paper.hover_over(self.element_at(aim))
        shape = cursor_for(self, aim)
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.rect_of(self.focus.element) if self.focus.element else None
            if rect is not None:
                at = self.viewport().mapToGlobal(self.mapFromScene(rect.x + 8, rect.bottom))
        self.menu_requested.emit(at)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tell_whole(self, event)
            return True
        return super().viewportEvent(event)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.cancel_gesture():
            return
        if self._change_gesture(event):
            return
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.space_held = True
                self._show_cursor(self._spot)
            return
        if not handle_key(self, event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to write with what a dead key or an input method has put together."""
        event.accept()
        if event.commitString():
            self.write_at_focus(event.commitString())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.space_held = False
            self._show_cursor(self._spot)
        elif not self._change_gesture(event):
            event.ignore()

    def _change_gesture(self, event: QKeyEvent) -> bool:
        """Tell the running gesture that Alt, Ctrl or Shift goes down or up."""
        modifier = _MODIFIERS.get(event.key())
        if self._gesture is None or modifier is None:
            return False
        down = event.type() == QKeyEvent.Type.KeyPress
        self._modifiers = event.modifiers() | modifier if down else event.modifiers() & ~modifier
        self._follow_gesture()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.capture.enter()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.paper.hover_over(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.space_held = False
        super().focusOutEvent(event)

    # --- drops from the palette, of sources and of pictures; Qt's own, which unpack foreign
    # objects, are never reached

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop = drop_in(self, event.mimeData())
        self._answer(event, self._drop is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        spot, drop = event.position().toPoint(), self._drop
        if drop is not None:
            self._edge_scroll.follow(spot, lambda: drop.follow(spot))
        self._answer(event, drop is not None and drop.follow(spot))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop = None
        self._edge_scroll.stop()
        self.end_preview()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        drop, self._drop = self._drop or drop_in(self, event.mimeData()), None
        self._edge_scroll.stop()
        added = drop.drop(event.position().toPoint()) if drop else None
        self.end_preview()
        self._answer(event, added is not None)
        if added:
            self.go(Focus(added))
        if added is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _answer(self, event: QDropEvent, yes: bool) -> None:
        if yes:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()
