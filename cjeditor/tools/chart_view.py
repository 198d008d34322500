"""Shows a drawing of the map in a page, as wide as the page and as high as it needs."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.look import Look
from cjeditor.layout.chart import Chart, Plan
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images
from cjeditor.tools.kept import Kept
from cjeditor.tools.look import USUAL_TEXT, look_of

_AROUND: Final = 20
"""Points around a card in which its marks may lie."""

_MOST: Final = 100
"""If more than so many blocks are others, everything is painted anew."""


class ChartView(QWidget):
    """Lays a map out by a plan and draws it; a click does nothing.

    Args:
        least: Width in points below which the drawing does not go.

    Signals:
        grown: The drawing needs another height: in pixels.

    Attributes:
        chart: What is drawn now.
    """

    grown = Signal(int)

    def __init__(self, plan: Plan, least: float = 0) -> None:
        super().__init__()
        self._least_width = least
        self._plan = plan
        self._faces = Faces()
        self._images = Images({})
        self._kept = Kept()
        self._journey = Map()
        self._laid: tuple[Map, float, float, Look] | None = None
        self.chart = Chart(0, 0, ())

    @property
    def scale(self) -> float:
        """Pixels of the window that a point of the drawing is."""
        return max(0.5, QFontInfo(self.font()).pixelSize() / USUAL_TEXT)

    def show_map(self, journey: Map) -> None:
        """Draw *journey*."""
        self._journey = journey
        self.lay_out()

    def lay_out(self) -> None:
        """Draw anew if the map, the room or the look is another one."""
        scale, look = self.scale, look_of(self.palette(), self._journey)
        self.setMinimumWidth(ceil(self._least_width * scale))
        width = max(self.width() / scale, self._least_width)
        laid = (self._journey, width, self._least() / scale, look)
        last = self._laid
        if last is None or laid[0] is not last[0] or laid[1:] != last[1:]:
            before, self._laid = self.chart, laid
            self.chart = self._plan(*laid)
            if last is None or laid[1:] != last[1:]:
                self.update()
            else:
                self._update_changed(before)
            needed = ceil(self.chart.height * scale)
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
                self.grown.emit(needed)

    def update_around(self, blocks: Iterable[Block]) -> None:
        """Paint the places of *blocks* anew, and what may lie around them."""
        for block in blocks:
            sides = (side * self.scale for side in block.rect.grown(_AROUND))
            self.update(QRectF(*sides).toAlignedRect())

    def _update_changed(self, before: Chart) -> None:
        """Paint only what is not as it was *before*."""
        changed = {*before.ground} ^ {*self.chart.ground} | {*before.chips} ^ {*self.chart.chips}
        if len(changed) > _MOST:
            self.update()
        else:
            self.update_around(changed)

    def sizeHint(self) -> QSize:
        return QSize(400, max(60, round(self.chart.height * self.scale)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area, scale = QRectF(event.rect()), self.scale
        sides = area.x(), area.y(), area.width(), area.height()
        seen = Rect(*(side / scale for side in sides))
        shown = [chip for chip in self.chart.chips if chip.rect.grown(_AROUND).meets(seen)]
        painter.save()
        painter.scale(scale, scale)
        play_blocks(self.chart.ground, QtBackend(painter, self._faces, self._images), seen)
        painter.restore()
        self._kept.paint(painter, shown, scale, QPointF(), area)
        painter.scale(scale, scale)
        self.paint_marks(painter, shown)
        painter.end()

    def paint_marks(self, painter: QPainter, shown: Sequence[Block]) -> None:
        """Draw what lies over the cards *shown*; the painter's units are points."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def _least(self) -> float:
        """Return how much height there is to fill, in pixels."""
        above = self.parentWidget()
        return float(above.height()) if above is not None else 0.0


def scrolled(view: QWidget) -> QScrollArea:
    """Return an area in which a chart that has no room is scrolled."""
    area = QScrollArea()
    area.setWidget(view)
    area.setWidgetResizable(True)
    view.setAutoFillBackground(False)  # the page's ground shows through
    area.viewport().setAutoFillBackground(False)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
