"""What dims the map around the part that is in the light, and the frame of that part."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.display.shapes import Rect

DIMMED: Final = 0.72
"""Share of the sheet's colour over what is dimmed."""

_ABOVE_CARDS: Final = 8
"""z: above cards, below heads and lane titles, which stay readable."""

_FRAME: Final = 3.0
"""Pixels of the frame around the light."""


class VeilItem(QGraphicsItem):
    """A veil over the lanes with a hole for what is in the light."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(_ABOVE_CARDS)
        self._field = QRectF()
        self._light = QRectF()
        self._colour = QColor()
        self._frame = QColor()

    def show_veil(self, field: Rect, light: Rect, sheet: str, accent: str) -> None:
        """Dim *field* except *light*, both on the sheet."""
        colour = QColor(sheet)
        colour.setAlphaF(DIMMED)
        now = (QRectF(*field), QRectF(*light), colour, QColor(accent))
        if now == (self._field, self._light, self._colour, self._frame):
            return
        self.prepareGeometryChange()
        self._field, self._light, self._colour, self._frame = now
        self.update()

    def boundingRect(self) -> QRectF:
        return self._field

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        field, light = self._field, self._light
        sides = (
            QRectF(field.left(), field.top(), light.left() - field.left(), field.height()),
            QRectF(light.right(), field.top(), field.right() - light.right(), field.height()),
            QRectF(light.left(), field.top(), light.width(), light.top() - field.top()),
            QRectF(light.left(), light.bottom(), light.width(), field.bottom() - light.bottom()),
        )
        for side in sides:
            if not side.isEmpty():
                painter.fillRect(side.intersected(option.exposedRect), self._colour)
        pen = QPen(self._frame, _FRAME)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        within = _FRAME / 2 / painter.worldTransform().m11()
        painter.drawRoundedRect(light.adjusted(within, within, -within, -within), 4, 4)
