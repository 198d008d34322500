"""A view that is panned and zoomed like a map: at the pointer, by wheel, pinch and keys."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

LOWEST: Final = 0.01
HIGHEST: Final = 4.0
_STEP: Final = 1.2
"""Factor of one notch of the wheel, and of the zoom commands."""

_NOTCH: Final = 120
_ROW: Final = 60
"""Pixels that one notch of the wheel scrolls."""

_ALWAYS_SEEN: Final = 60
"""Pixels of the content that cannot be scrolled out of view."""

_READABLE: Final = 0.85
"""The lowest zoom at which the whole content is a good first view."""


class ZoomView(QGraphicsView):
    """Shows the rectangle *content* of its scene at any zoom; 1 means a point is a pixel."""

    zoom_changed = Signal(float)

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._content = QRectF()
        self._home: QPointF | None = None
        self.setFrameStyle(0)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def zoom(self) -> float:
        """Pixels per point."""
        return self.transform().m11()

    def set_content(self, content: QRectF) -> None:
        """Let the view move over *content*, scene coordinates, and its surroundings."""
        if content != self._content:
            self._content = content
            self._set_range()

    def zoom_to(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom; the scene point under *at*, the middle of the view by default, stays there."""
        factor = min(max(factor, LOWEST), HIGHEST)
        if factor == self.zoom:
            return
        spot = QPointF(self.viewport().rect().center() if at is None else at)
        kept = self.viewportTransform().inverted()[0].map(spot)
        self.setTransform(QTransform.fromScale(factor, factor))
        self._set_range()
        self.scroll_to(kept * factor - spot)
        self.zoom_changed.emit(factor)

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * _STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / _STEP)

    def show_rect(self, rect: QRectF, largest: float = HIGHEST, edge: int = 24) -> None:
        """Zoom and move so that *rect* fills the view, *edge* pixels free around it."""
        if rect.isEmpty():
            return
        width, height = self.viewport().width() - 2 * edge, self.viewport().height() - 2 * edge
        factor = min(width / rect.width(), height / rect.height(), largest)
        self.zoom_to(factor)
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        self.scroll_to(rect.center() * self.zoom - middle)

    def go_home(self, edge: int = 16) -> None:
        """Show the content as at first: whole if that is readable, else its beginning at 100 %.

        Until the view is moved, it stays so when it is resized.
        """
        fitting = min(
            (self.viewport().width() - 2 * edge) / max(self._content.width(), 1),
            (self.viewport().height() - 2 * edge) / max(self._content.height(), 1),
        )
        self.zoom_to(min(fitting, 1) if fitting >= _READABLE else 1)
        self.scroll_to(self._content.topLeft() * self.zoom - QPointF(edge, edge))
        self._home = self.scrolled

    def reveal(self, rect: QRectF, left: float = 0, top: float = 0, edge: int = 24) -> None:
        """Scroll as little as needed to see *rect*.

        Args:
            left, top: Pixels of the view that are covered there.
        """
        spot = self.mapFromScene(rect).boundingRect()
        view = self.viewport().rect().adjusted(int(left) + edge, int(top) + edge, -edge, -edge)
        dx = min(spot.left() - view.left(), max(0, spot.right() - view.right()))
        dy = min(spot.top() - view.top(), max(0, spot.bottom() - view.bottom()))
        self.pan(dx, dy)

    def pan(self, dx: float, dy: float) -> None:
        """Move the view over the scene by pixels."""
        self.scroll_to(self.scrolled + QPointF(dx, dy))

    @property
    def scrolled(self) -> QPointF:
        """The view's top left corner, in pixels of the zoomed scene."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_to(self, corner: QPointF) -> None:
        """Put the view's top left corner at *corner*, in pixels of the zoomed scene."""
        self.horizontalScrollBar().setValue(round(corner.x()))
        self.verticalScrollBar().setValue(round(corner.y()))

    def _set_range(self) -> None:
        """Let the content be scrolled nearly out of view, so that any point can be zoomed at."""
        zoom = self.zoom
        across = max(0.0, self.viewport().width() - _ALWAYS_SEEN) / zoom
        down = max(0.0, self.viewport().height() - _ALWAYS_SEEN) / zoom
        self.setSceneRect(self._content.adjusted(-across, -down, across, down))

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = self.scrolled
        super().resizeEvent(event)
        self._set_range()
        if kept == self._home:
            self.go_home()
        else:
            self.scroll_to(kept)

    def wheelEvent(self, event: QWheelEvent) -> None:
        spot = event.position().toPoint()
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * _STEP ** (turned.y() / _NOTCH), spot)
        else:
            by = event.pixelDelta()
            if by.isNull():
                by = turned * _ROW / _NOTCH
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not by.x():
                by = by.transposed()
            self.pan(-by.x(), -by.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_to(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)
