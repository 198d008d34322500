"""The pin that says "we are here" under the head of a stage or step, or at a lane."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.projector.large_type import large_font
from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.layout.sheet import Sheet

_TEXT: Final = mark("We are here")
_HEIGHT: Final = 30.0
_SIDE: Final = 12.0
_SYMBOL: Final = 20.0
_GROUND: Final = "#b3261e"
"""White text on it has a contrast of 6.5."""

_ABOVE_HEADS: Final = 14
_BESIDE: Final = 4.0
"""Points right of where its column begins."""


class PinItem(QGraphicsItem):
    """A label as large at every zoom; its middle left is where it points."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(_ABOVE_HEADS)
        self.setVisible(False)
        self._font = large_font(bold=True)
        self._text = ""

    def stand_at(self, element: Id | None, sheet: Sheet, stuck: tuple[float, float]) -> None:
        """Stand below the head of a stage or step, or at the top of a lane; None: nowhere.

        Of what is seen in part it stands where that part begins.

        Args:
            stuck: How far lane titles and heads have been moved to stay in view, in points.
        """
        self._say(sheet.look.words)
        least_x, least_y = sheet.left + stuck[0], sheet.top + stuck[1]
        column, lane = sheet.column_of.get(element or ""), sheet.lane_of.get(element or "")
        stage = next((block for block in sheet.stages if block.element == element), None)
        if lane is not None:
            self._put(least_x, max(lane.y, least_y), seen=lane.bottom > least_y)
        elif column is not None:
            x, right = column.x, column.x + column.width
            self._put(max(x, least_x), least_y, seen=right > least_x)
        elif stage is not None:
            self._put(max(stage.x, least_x), least_y, seen=stage.rect.right > least_x)
        else:
            self.setVisible(False)

    def _put(self, x: float, y: float, *, seen: bool) -> None:
        """Stand at *x*, *y* of the scene if any of what is pointed at is *seen*."""
        self.setVisible(seen)
        self.setPos(x + _BESIDE, y)

    def _say(self, words: Words) -> None:
        if self._text != words(_TEXT):
            self.prepareGeometryChange()
            self._text = words(_TEXT)

    def boundingRect(self) -> QRectF:
        return self._pill.adjusted(-2, -2, 2, 2)

    @property
    def _pill(self) -> QRectF:
        wide = QFontMetricsF(self._font).horizontalAdvance(self._text)
        return QRectF(0, -_HEIGHT / 2, wide + _SYMBOL + 2 * _SIDE, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        pill = self._pill
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.setBrush(QColor(_GROUND))
        painter.drawRoundedRect(pill, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPath(_drop(QPointF(pill.left() + _SIDE + 6, 0)))
        painter.setPen(Qt.GlobalColor.white)
        painter.setFont(self._font)
        room = pill.adjusted(_SIDE + _SYMBOL, 0, -_SIDE, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text
        )


def _drop(middle: QPointF) -> QPainterPath:
    """Return the outline of a map pin around *middle*: a drop with a hole."""
    x, y = middle.x(), middle.y() - 2.5
    path = QPainterPath(QPointF(x, y + 11))
    path.cubicTo(x - 3, y + 6, x - 6, y + 4, x - 6, y)
    path.arcTo(QRectF(x - 6, y - 6, 12, 12), 180, -180)
    path.cubicTo(x + 6, y + 4, x + 3, y + 6, x, y + 11)
    path.addEllipse(QPointF(x, y), 2.4, 2.4)
    return path
