"""A quiet outline around what the pointer is over: it can be taken hold of."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.rings import draw_ring
from cjeditor.display.shapes import Rect

_REACH = 12.0
"""Pixels around the rectangle that the outline needs."""

_WIDTH = 1.2


class HoverItem(QGraphicsItem):
    """The outline; its scene gives it the colour of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._rect: Rect | None = None
        self._colour = QColor()
        self._pixel = 1.0

    @property
    def rect(self) -> Rect | None:
        """What is outlined, in the scene."""
        return self._rect

    def show_rect(self, rect: Rect | None, colour: str, pixel: float) -> None:
        """Outline *rect*; None for nothing.

        Args:
            pixel: How large a pixel of the screen is, in points.
        """
        if (rect, QColor(colour), pixel) == (self._rect, self._colour, self._pixel):
            return
        self.prepareGeometryChange()
        self._rect, self._colour, self._pixel = rect, QColor(colour), pixel
        self.update()

    def boundingRect(self) -> QRectF:
        if self._rect is None:
            return QRectF()
        reach = _REACH * self._pixel
        return QRectF(*self._rect.grown(reach))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._rect is not None:
            draw_ring(painter, self._rect, self._colour, width=_WIDTH)
