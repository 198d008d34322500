"""Drawings of a tool on the screen, kept as pixels for as long as they live."""

from collections.abc import Iterable, Mapping
from math import ceil
from typing import Final
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Drawing
from cjeditor.model.records import Picture
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images

_MARGIN: Final = 4
"""Pixels around a drawing for its shadow."""

_LARGEST: Final = 200_000
"""A drawing with more pixels is drawn each time."""


class Kept:
    """Paints blocks; what is small is drawn once for a scale."""

    def __init__(self) -> None:
        self._faces = Faces()
        self._images = Images({})
        self._pixmaps: WeakKeyDictionary[Drawing, tuple[float, QPixmap]] = WeakKeyDictionary()

    def use(self, pictures: Mapping[Id, Picture]) -> None:
        """Draw pictures from *pictures* from now on."""
        self._images.use(pictures)

    def paint(
        self,
        painter: QPainter,
        blocks: Iterable[Block],
        scale: float,
        origin: QPointF,
        seen: QRectF,
    ) -> None:
        """Paint *blocks*.

        Args:
            scale: Pixels of the widget for a point.
            origin: Where the blocks' own is, in pixels of the widget.
            seen: What is to be painted, in pixels of the widget.
        """
        ratio = painter.device().devicePixelRatio()
        for block in blocks:
            rect = QRectF(*(side * scale for side in block.rect)).translated(origin)
            around = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            if not around.intersects(seen):
                continue
            if around.width() * around.height() * ratio * ratio > _LARGEST:
                self._play(painter, block.drawing, rect.topLeft(), scale)
            else:
                at = QPointF(round(rect.x() * ratio) / ratio, round(rect.y() * ratio) / ratio)
                margin = QPointF(_MARGIN, _MARGIN)
                painter.drawPixmap(at - margin, self._pixmap(block.drawing, scale, ratio))

    def _pixmap(self, drawing: Drawing, scale: float, ratio: float) -> QPixmap:
        kept = self._pixmaps.get(drawing)
        if kept is not None and kept[0] == scale * ratio:
            return kept[1]
        width = ceil((drawing.width * scale + 2 * _MARGIN) * ratio)
        height = ceil((drawing.height * scale + 2 * _MARGIN) * ratio)
        pixmap = QPixmap(width, height)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._play(painter, drawing, QPointF(_MARGIN, _MARGIN), scale)
        painter.end()
        self._pixmaps[drawing] = scale * ratio, pixmap
        return pixmap

    def _play(self, painter: QPainter, drawing: Drawing, at: QPointF, scale: float) -> None:
        painter.save()
        painter.translate(at)
        painter.scale(scale, scale)
        play(drawing, QtBackend(painter, self._faces, self._images))
        painter.restore()
