"""A glowing red dot that follows the pointer, with a short trail."""

from collections import deque
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.projector.overlay import Overlay

RED: Final = "#ff1f1f"
_GLOW: Final = 20.0
_DOT: Final = 7.0
_TRAIL: Final = 14
"""Places of the pointer that the trail remembers; each frame forgets one."""

_FRAME: Final = 16
"""Milliseconds."""


class Laser(Overlay):
    """The dot over a view; hidden while it is off.

    Attributes:
        motion: Whether the dot leaves a trail.
    """

    def __init__(self, parent: QWidget, *, motion: bool = True) -> None:
        super().__init__(parent)
        self.motion = motion
        self._spots: deque[QPointF] = deque(maxlen=_TRAIL)
        self._fading = QTimer(self)
        self._fading.setInterval(_FRAME)
        self._fading.timeout.connect(self._fade)

    def light(self, spot: QPointF) -> None:
        """Light the dot at *spot*."""
        self._spots.clear()
        self._spots.append(spot)
        self.switch(on=True)

    def put_out(self) -> None:
        """Show no dot any more."""
        self._fading.stop()
        self.switch(on=False)

    def point_at(self, spot: QPointF) -> None:
        """Move the dot to *spot*."""
        before = self._area()
        if not self.motion:
            self._spots.clear()
        self._spots.append(spot)
        self.update(before.united(self._area()))
        if self.motion and self.isVisible():
            self._fading.start()

    def _fade(self) -> None:
        before = self._area()
        if len(self._spots) > 1:
            self._spots.popleft()
        else:
            self._fading.stop()
        self.update(before)

    def _area(self) -> QRect:
        """Return what dot and trail cover."""
        area = QRect()
        for spot in self._spots:
            x, y, reach = round(spot.x()), round(spot.y()), round(_GLOW) + 2
            area = area.united(QRect(x - reach, y - reach, 2 * reach, 2 * reach))
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._spots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_trail(painter)
        spot = self._spots[-1]
        glow = QRadialGradient(spot, _GLOW)
        glow.setColorAt(0, QColor(255, 31, 31, 200))
        glow.setColorAt(1, QColor(255, 31, 31, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(spot, _GLOW, _GLOW)
        painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
        painter.setBrush(QColor(RED))
        painter.drawEllipse(spot, _DOT, _DOT)

    def _paint_trail(self, painter: QPainter) -> None:
        spots = list(self._spots)
        for number, (start, end) in enumerate(pairwise(spots), 1):
            share = number / len(spots)
            pen = QPen(QColor(255, 31, 31, round(170 * share)), 2 + 2 * _DOT * share * 0.6)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # round ones would show where they overlap
            painter.setPen(pen)
            painter.drawLine(start, end)
