"""Rings around what is selected, and around the cell where the cursor is.

Around a cell with something selected in it the ring is thin.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import RING_GAP, RING_RADIUS, RING_WIDTH
from cjeditor.display.shapes import Rect, union

Seen: TypeAlias = Callable[[Rect], Iterable[Rect]]
"""An area of the scene → the rectangles in it that are ringed."""

_FAR: Final = 0.2
"""Zoom below which rings are plain frames."""

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
        self._rings: object = ()
        self._seen: Seen = _none
        self._cell: Rect | None = None
        self._colour = QColor()
        self._area = QRectF()
        self._reach = _REACH

    def show_rings(self, rects: Iterable[Rect], cell: Rect | None, colour: str) -> None:
        """Ring *rects*; *cell* is where the cursor stands when nothing is selected."""
        rings = tuple(rects)
        self._show(
            rings, rings, lambda area: (each for each in rings if each.meets(area)), cell, colour
        )

    def show_many(self, seen: Seen, within: Rect, cell: Rect | None, colour: str) -> None:
        """Ring more than anybody sees at once: what *seen* finds in what is painted.

        Args:
            within: Where all of them stand.
        """
        self._show(seen, (within,), seen, cell, colour)

    def _show(
        self, rings: object, areas: tuple[Rect, ...], seen: Seen, cell: Rect | None, colour: str
    ) -> None:
        now = (rings, cell, QColor(colour))
        if now == (self._rings, self._cell, self._colour):
            return
        self.prepareGeometryChange()
        self._rings, self._cell, self._colour = now
        self._seen = seen
        everything = [*areas, *([cell] if cell else [])]
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
            width = _THIN if self._rings else RING_WIDTH
            draw_ring(painter, self._cell, self._colour, inside=True, width=width)
        found = self._seen(area.grown(self._reach))
        if painter.worldTransform().m11() < _FAR:
            self._draw_far(painter, found)
            return
        for rect in found:
            draw_ring(painter, rect, self._colour)

    def _draw_far(self, painter: QPainter, rects: Iterable[Rect]) -> None:
        """Draw rings as plain frames, which cost next to nothing."""
        pen = QPen(self._colour, RING_WIDTH)
        pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([QRectF(*rect) for rect in rects])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _none(_area: Rect) -> Iterable[Rect]:
    return ()
