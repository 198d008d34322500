"""A board that is shown, not edited: the mouse only points at things on it."""

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.board import Board
from cjeditor.canvas.map_scene import MapScene
from cjeditor.canvas.projector.laser import Laser
from cjeditor.canvas.projector.once import once
from cjeditor.kinds.look import Look
from cjeditor.session.session import Session

_POINTER_SECONDS: Final = 2


class PointingBoard(Board):
    """Has a laser in the place of a pointer: while the button is held, or until switched off.

    Args:
        motion: Whether the laser leaves a trail.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        parent: QWidget | None,
        paper: MapScene,
        *,
        motion: bool,
    ) -> None:
        super().__init__(session, look, parent, paper)
        self.laser = Laser(self, motion=motion)
        self._laser_stays = False
        self._hiding = once(self, _POINTER_SECONDS * 1000, self._hide_pointer)
        self.viewport().setMouseTracking(True)

    def switch_laser(self) -> None:
        """Let the laser follow the pointer, or not any more."""
        self._laser_stays = not self._laser_stays
        self._light(self._laser_stays, QPointF(self.mapFromGlobal(self.cursor().pos())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._light(True, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._light(self._laser_stays, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.laser.isVisible():
            self.laser.point_at(event.position())
        else:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self._hiding.start()

    def _light(self, on: bool, spot: QPointF) -> None:
        if on:
            self.laser.light(spot)
        else:
            self.laser.put_out()
        self._hide_pointer()

    def _hide_pointer(self) -> None:
        self.viewport().setCursor(Qt.CursorShape.BlankCursor)
