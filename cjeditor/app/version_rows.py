"""Rows of the list of versions: a picture, when it was and what it is called, what was done."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cjeditor.panels.icons import quiet

NOTE: Final = Qt.ItemDataRole.UserRole + 1
"""When and why, in a few words."""

WHAT: Final = Qt.ItemDataRole.UserRole + 2
"""What was done before."""

PICTURE: Final = QSize(84, 49)
"""Room for the picture, in pixels."""

_EDGE, _GAP, _LEADING = 8, 10, 2

_Index = QModelIndex | QPersistentModelIndex


class VersionRows(QStyledItemDelegate):
    """Paints the picture beside three lines: a bold one, and two quiet ones."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = 3 * option.fontMetrics.height() + 2 * _LEADING
        return QSize(200, max(lines, PICTURE.height()) + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        widget = option.widget
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        widget.style().drawPrimitive(panel, option, painter, widget)
        room = option.rect.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_picture(painter, option, room, index.data(Qt.ItemDataRole.DecorationRole))
        room.setLeft(room.left() + PICTURE.width() + _GAP)
        ink, faint = option.palette.color(QPalette.ColorRole.Text), quiet(option.palette)
        lines = ((option.text, ink, True), (index.data(NOTE), faint, False))
        for text, colour, bold in (*lines, (index.data(WHAT), faint, False)):
            font = QFont(option.font)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(colour)
            room.setTop(room.top() + _paint_line(painter, room, text or ""))
        painter.restore()


def _paint_line(painter: QPainter, room: QRect, text: str) -> int:
    """Paint one line, cut at its end, and return how much room it takes."""
    metrics = QFontMetrics(painter.font())
    line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, line)
    return metrics.height() + _LEADING


def _paint_picture(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, picture: QPixmap | None
) -> None:
    top = room.top() + (room.height() - PICTURE.height()) // 2
    place = QRectF(room.left(), top, PICTURE.width(), PICTURE.height())
    frame = QPainterPath()
    frame.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if picture is not None:
        painter.save()
        painter.setClipPath(frame)
        painter.drawPixmap(place.toRect(), picture)
        painter.restore()
    painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
    painter.drawPath(frame)
