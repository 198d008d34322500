"""Fingers on the map: tapping, dragging, panning, pinching, holding.

A tap is a click and a double tap a double click. A finger that is drawn over the map pans;
only on what is selected it drags, as the best canvases do, so nobody moves a card by
scrolling. A finger that stays asks for the menu. Two fingers pan and zoom at once. A pen is
left to Qt, which makes a mouse of it, hovering included.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from math import hypot
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

HOLD: Final = 550
"""Milliseconds after which a finger that stays asks for the menu."""

_STILL: Final = 10.0
"""Pixels that a finger may wander and still taps or holds."""

_CLOSE: Final = 30.0
"""Pixels between the two taps of a double tap, at most."""


class Doing(Enum):
    """What the fingers are doing."""

    NOTHING = auto()
    RESTING = auto()
    PANNING = auto()
    DRAGGING = auto()
    PINCHING = auto()
    DONE = auto()


class Touch(QObject):
    """Turns touches of a view's viewport into what the view can do."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._doing = Doing.NOTHING
        self._start = self._last = QPointF()
        self._apart = 0.0
        self._tapped: tuple[int, QPointF] | None = None
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD)
        self._hold.timeout.connect(self._ask_menu)
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent):
            return False
        if event.type() == QEvent.Type.TouchBegin and self._is_in_text(event.points()[0]):
            event.ignore()  # Qt makes a mouse of it, for the caret
            return True
        event.accept()
        self._follow(event)
        return True

    def _follow(self, event: QTouchEvent) -> None:
        down = [p for p in event.points() if p.state() != QEventPoint.State.Released]
        if event.type() == QEvent.Type.TouchCancel:
            self._give_up()
        elif len(down) >= 2:
            self._pinch(down[:2])
        elif event.type() == QEvent.Type.TouchBegin:
            self._rest(event.points()[0].position())
        elif event.type() == QEvent.Type.TouchEnd or not down:
            self._lift(event.points()[0].position(), event.timestamp())
        else:
            self._move(down[0].position())

    def _is_in_text(self, point: QEventPoint) -> bool:
        editor = self._view.writer.editor
        return editor is not None and editor.geometry().contains(point.position().toPoint())

    # --- one finger

    def _rest(self, spot: QPointF) -> None:
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        self._view.writer.commit()
        self._doing = Doing.RESTING
        self._start = self._last = spot
        self._hold.start()

    def _move(self, spot: QPointF) -> None:
        if self._doing is Doing.RESTING and _way(spot, self._start) > _STILL:
            self._hold.stop()
            self._doing = Doing.DRAGGING if self._is_on_selected() else Doing.PANNING
            if self._doing is Doing.DRAGGING:
                self._mouse(QEvent.Type.MouseButtonPress, self._start)
        if self._doing is Doing.PANNING:
            way = spot - self._last
            self._view.pan(-way.x(), -way.y())
        elif self._doing is Doing.DRAGGING:
            self._mouse(QEvent.Type.MouseMove, spot)
        self._last = spot

    def _lift(self, spot: QPointF, time: int) -> None:
        self._hold.stop()
        doing, self._doing = self._doing, Doing.NOTHING
        if doing is Doing.RESTING:
            self._tap(self._start, time)
        elif doing is Doing.DRAGGING:
            self._mouse(QEvent.Type.MouseButtonRelease, spot)
        self._view.paper.hover_over(None)  # a finger that is gone is over nothing

    def _tap(self, spot: QPointF, time: int) -> None:
        """Click there; a second tap soon after and near is a double click."""
        before, self._tapped = self._tapped, (time, spot)
        if before is not None and _is_double(before, (time, spot)):
            self._tapped = None
            self._mouse(QEvent.Type.MouseButtonDblClick, spot)
        else:
            self._mouse(QEvent.Type.MouseButtonPress, spot)
        self._mouse(QEvent.Type.MouseButtonRelease, spot)

    def _ask_menu(self) -> None:
        self._doing = Doing.DONE
        spot = self._start.toPoint()
        self._view.ask_menu(spot)

    def _is_on_selected(self) -> bool:
        element = self._view.element_at(self._view.aim(self._start.toPoint()))
        return element is not None and element in self._view.session.selection

    # --- two fingers

    def _pinch(self, points: Sequence[QEventPoint]) -> None:
        one, other = (each.position() for each in points)
        middle, apart = (one + other) / 2, max(_way(one, other), 1.0)
        if self._doing is not Doing.PINCHING:
            self._give_up()
            self._doing = Doing.PINCHING
        else:
            way = middle - self._last
            self._view.pan(-way.x(), -way.y())
            self._view.zoom_to(self._view.zoom * apart / self._apart, middle.toPoint())
        self._last, self._apart = middle, apart

    def _give_up(self) -> None:
        """End what one finger did; nothing of the map has changed."""
        self._hold.stop()
        if self._doing is Doing.DRAGGING:
            self._view.cancel_gesture()
        self._doing = Doing.DONE
        self._tapped = None

    def _mouse(self, kind: QEvent.Type, spot: QPointF) -> None:
        """Let the view take a finger for the left button of a mouse."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            spot,
            QPointF(self._view.viewport().mapToGlobal(spot)),
            none if kind == QEvent.Type.MouseMove else left,
            none if kind == QEvent.Type.MouseButtonRelease else left,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(self._view.viewport(), event)  # past all who filter its events


def _way(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())


def _is_double(before: tuple[int, QPointF], now: tuple[int, QPointF]) -> bool:
    soon = now[0] - before[0] <= QApplication.doubleClickInterval()
    return soon and _way(before[1], now[1]) <= _CLOSE
