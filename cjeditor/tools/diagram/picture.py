"""Paints a diagram, what a drag shows, and the ring around what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import RING_GAP, RING_RADIUS, RING_WIDTH
from cjeditor.display.shapes import Rect
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images
from cjeditor.tools.comment_bubbles import CommentBubbles

if TYPE_CHECKING:
    from cjeditor.tools.diagram.view import DiagramView


class Picture(QGraphicsItem):
    """Paints the diagram of its view: what is exposed of it."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__()
        self._view = view
        self._faces = Faces()
        self._bubbles = CommentBubbles()
        self.area = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_area(self, area: QRectF) -> None:
        self.prepareGeometryChange()
        self.area = area
        self.update()

    def boundingRect(self) -> QRectF:
        return self.area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect
        seen = Rect(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        images = Images(self._view.session.shown.pictures)
        backend = QtBackend(painter, self._faces, images)
        play_blocks(self._view.diagram.blocks, backend, seen)
        nodes = (block for block in self._view.diagram.nodes if block.rect.grown(20).meets(seen))
        self._bubbles.paint(painter, self._view.session.shown, nodes, self._view.chrome)
        play_blocks(self._view.marks(), backend)
        self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        """Paint the ring around a selected node; it is dashed while the keyboard is elsewhere."""
        view = self._view
        current = view.current
        if current not in view.diagram.node_of or view.writer.editor is not None:
            return  # the field has a ring of its own
        pixel = 1 / view.zoom
        grown = QRectF(*view.rect_of(current).grown((RING_GAP + RING_WIDTH / 2) * pixel))
        pen = QPen(QColor(view.chrome.accent), RING_WIDTH * pixel)
        if not view.hasFocus():
            pen.setDashPattern((3.0, 2.0))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(grown, RING_RADIUS, RING_RADIUS)
