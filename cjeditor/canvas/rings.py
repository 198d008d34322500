"""Rings around what is selected, and around the cell where the cursor is.

Around a cell with something selected in it the ring is thin.
"""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import RING_GAP, RING_RADIUS, RING_WIDTH
from cjeditor.display.shapes import Rect, union

_THIN = 1.2
"""Pixels."""

_REACH = 12.0
"""Points around the ringed rectangles that a ring needs at 40 %; from farther it needs more."""


def draw_ring(
    painter: QPainter,
    rect: Rect,
    colour: QColor,
    *,
    inside: bool = False,
    width: float = RING_WIDTH,
) -> None:
    """Draw a ring, as wide on the screen at every zoom, around *rect* or just within it."""
    pixel = 1 / painter.worldTransform().m11()
    away = (RING_GAP + RING_WIDTH / 2) * pixel
    if inside:
        away = pixel if width < RING_WIDTH else away
        away = -min(away, rect.height / 4, rect.width / 4)
    ring = QRectF(*rect.grown(away))
    radius = min(RING_RADIUS, ring.height() / 3)
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(ring, radius, radius)


class RingsItem(QGraphicsItem):
    """The rings of the selected cards and points, and of the cursor's cell."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._rects: tuple[Rect, ...] = ()
        self._cell: Rect | None = None
        self._colour = QColor()
        self._area = QRectF()
        self._reach = _REACH

    def show_rings(self, rects: Iterable[Rect], cell: Rect | None, colour: str) -> None:
        """Ring *rects*; *cell* is where the cursor stands when nothing is selected."""
        now = (tuple(rects), cell, QColor(colour))
        if now == (self._rects, self._cell, self._colour):
            return
        self.prepareGeometryChange()
        self._rects, self._cell, self._colour = now
        everything = [*self._rects, *([cell] if cell else [])]
        self._area = QRectF(*union(everything)) if everything else QRectF()
        self.update()

    def set_pixel(self, size: float) -> None:
        """Take note of how large a pixel of the screen is, in points."""
        reach = max(_REACH, 6 * size)
        if reach != self._reach:
            self.prepareGeometryChange()
            self._reach = reach

    def boundingRect(self) -> QRectF:
        if self._area.isNull():
            return QRectF()
        reach = self._reach
        return self._area.adjusted(-reach, -reach, reach, reach)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        area = Rect(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        if self._cell is not None:
            width = _THIN if self._rects else RING_WIDTH
            draw_ring(painter, self._cell, self._colour, inside=True, width=width)
        for rect in self._rects:
            if rect.grown(self._reach).meets(area):
                draw_ring(painter, rect, self._colour)
