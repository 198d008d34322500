"""One picture that stands for a layer seen from far away, mended where the layer changes."""

from collections.abc import Callable, Sequence
from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cjeditor.display.shapes import Rect

SKETCH_FROM = 0.12
"""Zoom from which each card is drawn; below, the overview is shown."""

_LONGEST = 16_000
"""Pixels of an overview at most in each direction; painters stop at 32,767."""

_MOST_MENDED = 32
"""More changed places than these are not mended one by one: the whole picture takes less then."""


Draw = Callable[[QPainter, QRectF], None]
"""Draws what is in a rectangle of a layer, in points."""


class Overview:
    """Keeps the picture of a layer and draws parts of it."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._rect = QRectF()
        self._stale: list[QRectF] = []

    def mark(self, changed: Sequence[Rect]) -> None:
        """Take note of where the layer looks different; outside the picture, it is made anew."""
        if self._pixmap is None:
            return
        self._stale.extend(QRectF(*rect) for rect in changed)
        inside = all(self._rect.contains(QRectF(*rect)) for rect in changed)
        if not inside or len(self._stale) > _MOST_MENDED:
            self._pixmap = None

    def paint(
        self, painter: QPainter, exposed: QRectF, area: Callable[[], Rect], draw: Draw
    ) -> None:
        """Draw what is in *exposed*.

        Args:
            area: Tells the rectangle around the whole layer.
            draw: The layer's; not kept, because what holds itself does not go at once.
        """
        if self._pixmap is None:
            self._rect = QRectF(*area())
            if self._rect.isEmpty():
                return
            self._pixmap = self._made()
        self._mend(self._pixmap, draw)
        part = exposed.intersected(self._rect)
        across, down = self._scale(self._pixmap)
        corner = part.topLeft() - self._rect.topLeft()
        source = QRectF(
            corner.x() * across, corner.y() * down, part.width() * across, part.height() * down
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(part, self._pixmap, source)

    def _scale(self, pixmap: QPixmap) -> tuple[float, float]:
        return pixmap.width() / self._rect.width(), pixmap.height() / self._rect.height()

    def _made(self) -> QPixmap:
        longest = max(self._rect.width(), self._rect.height())
        scale = min(SKETCH_FROM, _LONGEST / longest)
        size = (self._rect.size() * scale).toSize()
        pixmap = QPixmap(max(1, size.width()), max(1, size.height()))
        pixmap.fill(Qt.GlobalColor.transparent)
        self._stale = [self._rect]
        return pixmap

    def _mend(self, pixmap: QPixmap, draw: Draw) -> None:
        """Draw again what is stale, by whole pixels."""
        if not self._stale:
            return
        across, down = self._scale(pixmap)
        painter = QPainter(pixmap)
        for rect in self._stale:
            moved = rect.translated(-self._rect.topLeft())
            left, top = floor(moved.left() * across) - 1, floor(moved.top() * down) - 1
            right, bottom = ceil(moved.right() * across) + 1, ceil(moved.bottom() * down) + 1
            pixels = QRect(left, top, right - left, bottom - top)
            self._clear(painter, pixels, across, down)
            draw(painter, painter.transform().inverted()[0].mapRect(QRectF(pixels)))
        painter.end()
        self._stale.clear()

    def _clear(self, painter: QPainter, pixels: QRect, across: float, down: float) -> None:
        """Make *pixels* empty, and have them drawn on in the layer's points."""
        painter.resetTransform()
        painter.setClipRect(pixels)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(pixels, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(across, down)
        painter.translate(-self._rect.topLeft())
