"""Drags from outside the map, as the system makes them."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

_ANY = Qt.DropAction.CopyAction
_LEFT, _PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(media, content):
    made = QMimeData()
    made.setData(media, content)
    return made


def drag_in(hands, content, spot):
    """Drag *content* to *spot*; return whether it may be dropped there."""
    enter = QDragEnterEvent(spot, _ANY, content, _LEFT, _PLAIN)
    QApplication.sendEvent(hands.viewport, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(spot, _ANY, content, _LEFT, _PLAIN)
    QApplication.sendEvent(hands.viewport, move)
    return move.isAccepted()


def drop(hands, content, spot):
    """Drag *content* to *spot* and drop it; return whether it was taken."""
    drag_in(hands, content, spot)
    event = QDropEvent(QPointF(spot), _ANY, content, _LEFT, _PLAIN)
    QApplication.sendEvent(hands.viewport, event)
    return event.isAccepted()
