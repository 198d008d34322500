"""The map on screen, and what hands do to it."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from cjeditor.canvas import commands
from cjeditor.canvas.board import Board
from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.canvas.gestures.palette import PaletteDrop, palette_drop
from cjeditor.canvas.gestures.points import feeling_at, lane_at
from cjeditor.canvas.gestures.span import at_end
from cjeditor.canvas.gestures.starts import begin
from cjeditor.canvas.keys import handle_key
from cjeditor.canvas.walk import Cell, Direction, Focus, walked
from cjeditor.canvas.writer import Writer
from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.session.session import Session

_EDGE = 32
"""Pixels at the view's edge where a drag scrolls the map."""

_MODIFIERS: Final[dict[int, Modifiers]] = {
    Qt.Key.Key_Alt: Modifiers.AltModifier,
    Qt.Key.Key_Control: Modifiers.ControlModifier,
    Qt.Key.Key_Shift: Modifiers.ShiftModifier,
}

_FASTEST = 18
"""Pixels that it scrolls at a time, at the very edge."""


class MapView(Board):
    """The map of a session under the user's hands: selecting, dragging, writing, keys.

    Signals:
        menu_requested: A context menu is wanted, at this spot of the screen; what it is
            about is selected.
    """

    menu_requested = Signal(QPoint)

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(session, look, parent)
        self.writer = Writer(self)
        self.space_held = False
        self._gesture: Gesture | None = None
        self._drop: PaletteDrop | None = None
        self._spot = QPoint()
        self._modifiers = Modifiers.NoModifier
        self._scroller = QTimer(self)
        self._scroller.setInterval(15)
        self._scroller.timeout.connect(self._scroll_at_edge)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.writer.moved_on.connect(self._write_on)
        session.map_changed.connect(self._keep_writing)

    # --- commands: what keys, menus and the toolbar call

    def walk(self, direction: Direction) -> None:
        """Go with the keyboard to the next element or cell."""
        self.go(walked(self.session.journey, self.focus, direction))
        self.show_focus()

    def nudge(self, way: commands.Way) -> None:
        """Move what is selected one place."""
        edit = commands.moved(self.session.journey, self.session.selection, way)
        if edit is not None and self.do(edit):
            self.show_focus()

    def select_all(self) -> None:
        """Select all cards and points."""
        self.session.select(commands.everything(self.session.journey))

    def clear_selection(self) -> None:
        """Select nothing."""
        self.session.select(())

    def delete(self) -> None:
        """Delete what is selected."""
        edit = commands.delete(self.session.journey, self.session.selection)
        if edit is not None:
            self.do(edit)

    def duplicate(self) -> None:
        """Copy what is selected beside itself, and select the copies."""
        edit = commands.duplicate(self.session.journey, self.session.selection)
        if edit is not None and self.do(edit):
            self.session.select(edit.new_ids)

    def add_card(self, kind: str | None = None) -> None:
        """Write a new card after the selected one or in the cursor's cell."""
        edit = commands.add_card(self.session.journey, self.focus, kind)
        if edit is not None:
            self.writer.write_new(edit)

    def add_stage(self) -> None:
        """Add a stage after the selected one, and write its title."""
        edit = commands.add_stage(self.session.journey, self.focus)
        self._add_and_write(edit, edit.stage_id)

    def add_step(self) -> None:
        """Add a step after the selected one, and write its title; a stage if there is none."""
        edit = commands.add_step(self.session.journey, self.focus)
        if edit is None:
            self.add_stage()
        else:
            self._add_and_write(edit, edit.step_id)

    def add_lane(self, kind: str, card: str | None = None) -> None:
        """Add a lane of *kind* below the selected one; *card* is the kind of its cards."""
        lane = commands.new_lane(kind, card)
        index = commands.lane_index(self.session.journey, self.focus)
        self._add_and_write(commands.add_lane(lane, index), lane.id)

    def _add_and_write(self, edit: Edit, element: Id) -> None:
        """Do *edit* and write the new element's title, both as one undo step."""
        merge = f"new {element}"
        if self.do(edit, merge):
            self.go(Focus(element))
            self.show_focus()
            self.writer.write(element, merge=merge)

    def rename(self) -> None:
        """Write what is selected, or a new card in the cursor's cell."""
        self.write_at_focus("")

    def write_at_focus(self, typed: str) -> bool:
        """Write where the keyboard is, beginning with *typed*; return whether one can."""
        focus = self.focus
        if focus.element is not None:
            return self.writer.write(focus.element, typed)
        return focus.cell is not None and self.start_writing(focus.cell, typed)

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

    def _write_on(self, on: int) -> None:
        """Write what comes next in the row; a lane's title is followed by the one below."""
        before = self.focus
        lane = before.element in self.session.journey.lanes
        ways: tuple[Direction, Direction] = ("down", "up") if lane else ("right", "left")
        after = walked(self.session.journey, before, ways[on < 0])
        if after in (before, Focus(before.element)) or (after.cell is None) != (
            before.cell is None
        ):
            return
        self.go(after)
        self.show_focus()
        self.write_at_focus("")

    def _keep_writing(self) -> None:
        editor = self.writer.editor
        if editor is None:
            return
        known = self.session.journey.find(editor.place.element) is not None
        if (
            known
            or editor.place.rect is not None
            or editor.place.element == self.session.journey.id
        ):
            self.writer.follow()
        else:
            self.writer.give_up()

    def stick(self) -> None:
        super().stick()
        if hasattr(self, "writer"):
            self.writer.follow()

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
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
        self._gesture = begin(self, press)
        self._spot, self._modifiers = spot, press.modifiers

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
        self._gesture.move(self._spot, self._modifiers)
        if self._gesture.scrolls and self._push(self._spot) != QPoint():
            self._scroller.start()

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
        return True

    def _end_gesture(self) -> Gesture | None:
        gesture, self._gesture = self._gesture, None
        self._scroller.stop()
        return gesture

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        aim = self.aim(event.position().toPoint())
        element, cell = self.element_at(aim), self.cell_at(aim)
        if element is not None:
            self.start_writing(element)
        elif cell is not None and not self._add_feeling(aim, cell.step):
            self.start_writing((cell.lane, cell.step))

    def _add_feeling(self, aim: Aim, step: Id) -> bool:
        """Add a point to the curve at *aim*; return False in a lane without curves."""
        band = lane_at(self.sheet, aim.y)
        if band is None or not kind_of_lane(band.record).shows_emotions:
            return False
        value = feeling_at(aim.y - band.y, free=False)
        journey, chosen = self.session.journey, self.session.selection
        edit = commands.add_feeling(journey, step, value, chosen)
        if self.do(edit):
            self.session.select([edit.emotion_id])
        return True

    def _push(self, spot: QPoint) -> QPoint:
        """Return how far a drag at *spot* scrolls the map at a time."""
        area = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        beyond = QPoint(
            min(0, spot.x() - area.left()) + max(0, spot.x() - area.right()),
            min(0, spot.y() - area.top()) + max(0, spot.y() - area.bottom()),
        )
        return QPoint(_speed(beyond.x()), _speed(beyond.y()))

    def _scroll_at_edge(self) -> None:
        push = self._push(self._spot)
        if self._gesture is None or push == QPoint():
            self._scroller.stop()
            return
        self.pan(push.x(), push.y())
        self._gesture.move(self._spot, self._modifiers)

    def _show_cursor(self, spot: QPoint) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.space_held:
            shape = Qt.CursorShape.OpenHandCursor
        elif at_end(self, self.aim(spot)):
            shape = Qt.CursorShape.SizeHorCursor
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
        self._gesture.move(self._spot, self._modifiers)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.space_held = False
        super().focusOutEvent(event)

    # --- the palette; Qt's own drops, which unpack foreign objects, are never reached

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drop = palette_drop(self, event.mimeData())
        self._answer(event, self._drop is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        spot = event.position().toPoint()
        self._answer(event, self._drop is not None and self._drop.follow(spot))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop = None
        self.preview.clear()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        drop, self._drop = self._drop or palette_drop(self, event.mimeData()), None
        added = drop.drop(event.position().toPoint()) if drop else None
        self.preview.clear()
        self._answer(event, added is not None)
        if added is not None:
            self.go(Focus(added))
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _answer(self, event: QDropEvent, yes: bool) -> None:
        if yes:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()


def _speed(beyond: int) -> int:
    share = max(-1.0, min(1.0, beyond / _EDGE))
    return round(share * _FASTEST)
