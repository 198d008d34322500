"""A drawing whose cards can be selected, walked among and put elsewhere, by mouse and by keys."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from cjeditor.core.ids import Id
from cjeditor.core.markup import no_markup
from cjeditor.core.words import interface
from cjeditor.display.shapes import Block, Rect
from cjeditor.edits.records import Delete
from cjeditor.layout.chart import Place, Plan
from cjeditor.model.naming import spoken
from cjeditor.render.backend import play
from cjeditor.render.qt import QtBackend
from cjeditor.session.session import Session
from cjeditor.tools.accessible_chart import AccessibleChart
from cjeditor.tools.chart_view import ChartView
from cjeditor.tools.comment_bubbles import CommentBubbles
from cjeditor.tools.look import chrome_of

_RING: Final = 2.5
_RADIUS: Final = 7.0
_LIFTED: Final = 0.9
"""Opacity of what is being dragged."""

_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ChartBoard(ChartView):
    """The cards of a chart under the user's hands.

    Args:
        put: Does the edit that puts cards somewhere: ids, and the key of the place.
        step: Returns the key one step from a place: its key, and -1, 0 or 1 to the right and
            down; None where there is none.
        name: Returns what a place is called: its key.
        head: Returns what is told about a stage above the chart, if anything is.
        arrows_move: Whether plain arrows move what is selected; then Ctrl with arrows walks,
            else Alt with arrows moves.

    Signals:
        field_wanted: The fields of what is selected are to be edited.
        told: Something for the status line.
        typed: Characters that mean nothing here.
    """

    field_wanted = Signal(str)
    told = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        session: Session,
        plan: Plan,
        put: Callable[[tuple[Id, ...], Any], object],
        step: Callable[[Any, int, int], Any],
        name: Callable[[Any], str],
        *,
        head: Callable[[Id], str] = str,
        arrows_move: bool = False,
        least: float = 0,
    ) -> None:
        super().__init__(plan, least)
        self._session = session
        self._bubbles = CommentBubbles()
        self._ringed: frozenset[Id] = frozenset()
        self._comments: object = None
        self.parts = AccessibleChart(self, session)
        self._put = put
        self._step = step
        self.name_of = name
        self.head_of = head
        self._move_keys, self._walk_keys = (_NONE, _CONTROL) if arrows_move else (_ALT, _NONE)
        self._pressed: tuple[Block, QPointF] | None = None
        self._pointer: QPointF | None = None
        self._narrows = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def selected(self) -> tuple[Id, ...]:
        """The cards of the chart that are selected, in its order."""
        chosen = set(self._session.selection)
        return tuple(each.element for each in self.chart.chips if each.element in chosen)

    @property
    def current(self) -> Block | None:
        """The card that the keyboard is on."""
        chosen = self.selected
        return self.chart.chip_of[chosen[-1]] if chosen else None

    def lay_out(self) -> None:
        super().lay_out()
        ringed, self._ringed = self._ringed, frozenset(self.selected)
        others = (self.chart.chip_of.get(card) for card in ringed ^ self._ringed)
        self.update_around(chip for chip in others if chip is not None)
        comments, self._comments = self._comments, self._session.journey.comments
        if comments is not self._comments:
            self.update()
        self.parts.follow()

    def select(self, card: Id) -> None:
        """Select a card and bring it into view."""
        self._session.select((card,))
        self.show_selected()

    def delete(self) -> None:
        """Delete the selected cards and select what follows them."""
        number = self._number()
        if self._session.attempt(Delete(self.selected)):
            self._go_to(number)

    def show_selected(self) -> None:
        """Scroll to what is selected."""
        block = self.current
        area = self._area()
        if block is None or area is None:
            return
        x, y = block.x + block.drawing.width / 2, block.y + block.drawing.height / 2
        margin = round(block.drawing.height * self.scale)
        area.ensureVisible(round(x * self.scale), round(y * self.scale), 20, margin)

    # --- drawing

    def paint_marks(self, painter: QPainter, shown: Sequence[Block]) -> None:
        chosen = set(self.selected)
        for block in shown:
            if block.element in chosen:
                self._ring(painter, block.rect)
        chrome = chrome_of(self.palette())
        self._bubbles.paint(painter, self._session.journey, shown, chrome)
        if self._pointer is not None:
            self._paint_drag(painter, self._pointer)

    def _ring(self, painter: QPainter, rect: Rect) -> None:
        colour = self.palette().color(QPalette.ColorRole.Link)
        pen = QPen(colour, _RING)
        if not self.hasFocus():
            pen.setWidthF(1.5)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(*rect.grown(2)), _RADIUS, _RADIUS)

    def _paint_drag(self, painter: QPainter, pointer: QPointF) -> None:
        place = self.chart.place_at(pointer.x(), pointer.y())
        if place is not None:
            accent = self.palette().color(QPalette.ColorRole.Link)
            painter.setPen(QPen(accent, 2))
            painter.setBrush(QColor(accent.red(), accent.green(), accent.blue(), 26))
            painter.drawRoundedRect(QRectF(*place.rect.grown(-2)), 6, 6)
        assert self._pressed is not None
        start = self._pressed[1]
        painter.setOpacity(_LIFTED)
        for block in self._dragged():
            moved = pointer - start
            painter.save()
            painter.translate(block.x + moved.x(), block.y + moved.y())
            play(block.drawing, QtBackend(painter, self._faces, self._images))
            painter.restore()
        painter.setOpacity(1)

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._pointer is not None:
            self._end_drag()
            return
        spot = self._point(event)
        block = self.chart.chip_at(spot.x(), spot.y())
        adds = bool(event.modifiers() & (_CONTROL | _SHIFT))
        self._pressed, self._narrows = None, False
        if block is None:
            if not adds:
                self._session.select(())
            return
        chosen = self.selected
        if adds:
            others = tuple(each for each in chosen if each != block.element)
            self._session.select(others if len(others) < len(chosen) else (*others, block.element))
        elif block.element in chosen:
            self._narrows = True
        else:
            self._session.select((block.element,))
        if event.button() == Qt.MouseButton.LeftButton and block.element in self.selected:
            self._pressed = block, spot

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = self._point(event)
        if self._pressed is None:
            over = self.chart.chip_at(spot.x(), spot.y())
            shape = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)
            return
        far = (spot - self._pressed[1]).manhattanLength() * self.scale
        if self._pointer is not None or far >= QApplication.startDragDistance():
            self._pointer = spot
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            place = self.chart.place_at(spot.x(), spot.y())
            self.told.emit(self.name_of(place.key) if place is not None else "")
            area, at = self._area(), event.position().toPoint()
            if area is not None:
                area.ensureVisible(at.x(), at.y(), 24, 24)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._point(event)
        pressed, dragged = self._pressed, self._pointer is not None
        moved = tuple(each.element for each in self._dragged()) if dragged else ()
        self._end_drag()
        if dragged:
            place = self.chart.place_at(spot.x(), spot.y())
            if place is not None and moved:
                self._put_all(moved, place)
        elif pressed is not None and self._narrows:
            self._session.select((pressed[0].element,))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self._point(event)
        if self.chart.chip_at(spot.x(), spot.y()) is not None:
            self.field_wanted.emit("")

    def _end_drag(self) -> None:
        self._pressed = self._pointer = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _dragged(self) -> list[Block]:
        chosen = set(self.selected)
        return [each for each in self.chart.chips if each.element in chosen]

    def _point(self, event: QMouseEvent) -> QPointF:
        return event.position() / self.scale

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._pointer is not None:
            self._end_drag()
            return
        if not (self._arrow(event) or self._other_key(event)):
            super().keyPressEvent(event)

    def _arrow(self, event: QKeyEvent) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        modifiers = event.modifiers() & ~_KEYPAD
        if way is None or modifiers not in (self._move_keys, self._walk_keys):
            return False
        if self.current is None:
            self._go_to(0)
        elif modifiers == self._move_keys:
            self._move(*way)
        else:
            self._walk(*way)
        return True

    def _other_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        jumps = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.chart.chips) - 1,
            Qt.Key.Key_PageUp: self._number() - 1,
            Qt.Key.Key_PageDown: self._number() + 1,
        }
        if key in jumps:
            self._go_to(jumps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.selected:
            self.field_wanted.emit("")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected:
            self.delete()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._session.select(self._together())
        elif key == Qt.Key.Key_Escape:
            self._session.select(())
        elif event.text().strip() and not event.modifiers() & (_CONTROL | _ALT):
            self.typed.emit(event.text())
        else:
            return False
        return True

    def _move(self, dx: int, dy: int) -> None:
        """Put each selected card one step further; all in one undo step if they stand together."""
        by_place: dict[Any, list[Id]] = {}
        for card in self.selected:
            place = self.chart.place_of(card)
            if place is not None:
                by_place.setdefault(place.key, []).append(card)
        for key, cards in by_place.items():
            there = self._step(key, dx, dy)
            found = self.chart.place_with.get(there)
            if found is not None and there != key:
                self._put_all(tuple(cards), found)

    def _walk(self, dx: int, dy: int) -> None:
        """Select the nearest card in a direction."""
        here = self.current
        if here is None:
            return
        x, y = _middle(here)

        def distance(block: Block) -> float:
            bx, by = _middle(block)
            along, across = ((bx - x) * dx, by - y) if dx else ((by - y) * dy, bx - x)
            return along + 3 * abs(across) if along > 1 else float("inf")

        near = min(self.chart.chips, key=distance)
        if distance(near) < float("inf"):
            self.select(near.element)

    def _together(self) -> tuple[Id, ...]:
        """Return the cards in the place of the selected one; without one all."""
        current = self.current
        here = self.chart.place_of(current.element) if current is not None else None
        return tuple(
            chip.element
            for chip in self.chart.chips
            if here is None or here.rect.contains(chip.x, chip.y)
        )

    def _go_to(self, number: int) -> None:
        if self.chart.chips:
            self.select(self.chart.chips[min(max(number, 0), len(self.chart.chips) - 1)].element)

    def _number(self) -> int:
        current = self.current
        return -1 if current is None else self.chart.chips.index(current)

    def _put_all(self, cards: tuple[Id, ...], place: Place) -> None:
        self._put(cards, place.key)
        self.told.emit(self.name_of(place.key))
        self.show_selected()

    # --- what is said

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reason = event.reason()
        by_tab = reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.current is None:
            self._go_to(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = QPointF(event.pos()) / self.scale
            block = self.chart.chip_at(spot.x(), spot.y())
            if block is not None:
                said = spoken(self._session.journey, block.element, interface())
                QToolTip.showText(event.globalPos(), no_markup(said), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above


def _middle(block: Block) -> tuple[float, float]:
    return block.x + block.drawing.width / 2, block.y + block.drawing.height / 2
