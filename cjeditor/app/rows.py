"""Rows of a list with a symbol, a text, a quiet note, and key caps at the right end."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cjeditor.panels.icons import SIZE, quiet

NOTE: Final = Qt.ItemDataRole.UserRole + 1
"""Says in a word or two what the row is."""

KEYS: Final = Qt.ItemDataRole.UserRole + 2
"""Keys as people read them."""

STRONG: Final = Qt.ItemDataRole.UserRole + 3
"""Whether the text is bold."""

FAINT: Final = Qt.ItemDataRole.UserRole + 4
"""Whether the text is quiet, though the row can be chosen."""

_SIDE, _GAP, _CAP = 10, 10, 20
_Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints what the model says under the roles of this module."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, max(30, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        _paint_ground(painter, option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        room = _paint_icon(painter, option, room)
        room = _paint_caps(painter, option, room, index.data(KEYS) or ())
        room = _paint_note(painter, option, room, index.data(NOTE) or "")
        ink = QColor(quiet(option.palette)) if index.data(FAINT) else _ink(option)
        _paint_text(painter, option, room, ink, strong=bool(index.data(STRONG)))
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    widget: QWidget = option.widget
    panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
    widget.style().drawPrimitive(panel, option, painter, widget)


def _paint_icon(painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> QRect:
    if option.icon.isNull():
        return room
    enabled = option.state & QStyle.StateFlag.State_Enabled
    place = QRect(room.left(), room.center().y() - SIZE // 2, SIZE, SIZE)
    mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
    option.icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
    return room.adjusted(SIZE + _GAP, 0, 0, 0)


def _paint_caps(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, keys: Sequence[str]
) -> QRect:
    """Paint the caps from right to left; return what room is left of them."""
    font = QFont(option.font)
    font.setBold(True)
    font.setPixelSize(max(11, round(QFontMetrics(option.font).height() * 0.62)))
    metrics = QFontMetrics(font)
    height = max(_CAP, metrics.height() + 3)
    for key in reversed(keys):
        width = max(height, metrics.horizontalAdvance(key) + 12)
        cap = QRectF(room.right() - width + 0.5, room.center().y() - height / 2, width, height)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.setBrush(option.palette.color(QPalette.ColorRole.Light))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(_ink(option))
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        room = room.adjusted(0, 0, -round(width) - 5, 0)
    return room.adjusted(0, 0, -_GAP + 5, 0) if keys else room


def _paint_note(painter: QPainter, option: QStyleOptionViewItem, room: QRect, note: str) -> QRect:
    if not note:
        return room
    metrics = QFontMetrics(option.font)
    note = metrics.elidedText(note, Qt.TextElideMode.ElideRight, room.width() // 2)
    width = metrics.horizontalAdvance(note)
    painter.setFont(option.font)
    painter.setPen(quiet(option.palette))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
    return room.adjusted(0, 0, -width - 14, 0)


def _paint_text(
    painter: QPainter, option: QStyleOptionViewItem, room: QRect, ink: QColor, *, strong: bool
) -> None:
    font = QFont(option.font)
    font.setBold(strong)
    painter.setFont(font)
    painter.setPen(ink)
    text = QFontMetrics(font).elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _ink(option: QStyleOptionViewItem) -> QColor:
    enabled = option.state & QStyle.StateFlag.State_Enabled
    group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
    return option.palette.color(group, QPalette.ColorRole.Text)
