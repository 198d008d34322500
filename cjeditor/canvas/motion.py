"""Quiet motion: the view glides to where a command sends it, and never keeps anyone waiting."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPointF, QVariantAnimation

from cjeditor.canvas.zoom_view import ZoomView

DURATION: Final = 180
"""Milliseconds of a glide."""

_ENDS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.NativeGesture,
        QEvent.Type.Resize,
    }
)
"""What ends a glide at once: the hands of the user go first."""


class Place(NamedTuple):
    """What a view shows: its zoom, and the scene point in its middle."""

    zoom: float
    middle: QPointF


class Motion(QObject):
    """Glides a view.

    Attributes:
        wanted: Whether it moves; else the view jumps.
    """

    _way: tuple[Place, Place] | None = None
    """Of the class, for Qt asks the filter once more when Python has taken the object apart."""

    def __init__(self, view: ZoomView) -> None:
        super().__init__(view)
        self.wanted = False
        self._view = view
        self._corner = QPointF()
        self._set: tuple[float, QPointF] | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(DURATION)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self.finish)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)

    @property
    def is_gliding(self) -> bool:
        """Whether the view is on its way."""
        return self._way is not None

    def glide(self, go: Callable[[], object]) -> None:
        """Let the view glide to where *go* puts it."""
        self.finish()
        before = self._place()
        go()
        after, corner = self._place(), self._view.scrolled
        if not self.wanted or not self._view.isVisible() or before == after:
            return
        self._way, self._corner = (before, after), corner
        self._show(before)
        self._clock.start()

    def finish(self) -> None:
        """Be there now."""
        way, self._way = self._way, None
        if way is None:
            return
        self._clock.stop()
        if self._is_undisturbed():
            self._view.zoom_to(way[1].zoom)
            self._view.scroll_to(self._corner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._way is not None and event.type() in _ENDS:
            self.finish()
        return False

    def _step(self, share: float) -> None:
        if self._way is None:
            return
        if not self._is_undisturbed():  # somebody else has moved the view, and knows better
            self._way = None
            self._clock.stop()
            return
        self._show(between(*self._way, share))

    def _is_undisturbed(self) -> bool:
        return self._set == (self._view.zoom, self._view.scrolled)

    def _place(self) -> Place:
        view = self._view
        spot = QPointF(view.viewport().width() / 2, view.viewport().height() / 2)
        return Place(view.zoom, (view.scrolled + spot) / view.zoom)

    def _show(self, place: Place) -> None:
        view = self._view
        spot = QPointF(view.viewport().width() / 2, view.viewport().height() / 2)
        view.zoom_to(place.zoom)
        view.scroll_to(place.middle * place.zoom - spot)
        self._set = view.zoom, view.scrolled


def between(start: Place, end: Place, share: float) -> Place:
    """Return the place at *share* (0 to 1) of the way; the scene moves evenly on the screen."""
    zoom = start.zoom * (end.zoom / start.zoom) ** share
    part = share
    if abs(end.zoom - start.zoom) > 1e-6 * start.zoom:
        part = (1 / zoom - 1 / start.zoom) / (1 / end.zoom - 1 / start.zoom)
    return Place(zoom, start.middle + (end.middle - start.middle) * part)
