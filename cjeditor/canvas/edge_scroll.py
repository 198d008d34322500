"""Scrolls the map while something is dragged near the edge of the view."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer

from cjeditor.canvas.zoom_view import ZoomView

_EDGE: Final = 32
"""Pixels at the view's edge where a drag scrolls the map."""

_FASTEST: Final = 18
"""Pixels that it scrolls at a time, at the very edge."""

_PAUSE: Final = 15
"""Milliseconds between two times."""


class EdgeScroll(QObject):
    """Scrolls a view as long as the pointer stays near its edge."""

    def __init__(self, view: ZoomView) -> None:
        super().__init__(view)
        self._view = view
        self._spot = QPoint()
        self._tell: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._scroll)

    def follow(self, spot: QPoint, tell: Callable[[], object]) -> None:
        """Scroll from now on if *spot* of the viewport is near its edge.

        Args:
            tell: Called after each time, for what is under the pointer has changed.
        """
        self._spot, self._tell = spot, tell
        if self._push() != QPoint() and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Scroll no longer."""
        self._timer.stop()
        self._tell = None

    def _scroll(self) -> None:
        push = self._push()
        if self._tell is None or push == QPoint():
            self._timer.stop()
            return
        self._view.pan(push.x(), push.y())
        self._tell()

    def _push(self) -> QPoint:
        """Return how far the map scrolls at a time, in pixels."""
        spot = self._spot
        area = self._view.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        across = min(0, spot.x() - area.left()) + max(0, spot.x() - area.right())
        down = min(0, spot.y() - area.top()) + max(0, spot.y() - area.bottom())
        return QPoint(_speed(across), _speed(down))


def _speed(beyond: int) -> int:
    share = max(-1.0, min(1.0, beyond / _EDGE))
    return round(share * _FASTEST)
