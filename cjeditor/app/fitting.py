"""How large a dialog opens: as its words need it, and no larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from cjeditor.app.metrics import TEXT

_SHARE = 0.9
"""Of the screen, at most."""


def fitting(widget: QWidget, width: int, height: int) -> QSize:
    """Return *width* × *height* pixels, as much larger as the widget's words are."""
    scale = QFontInfo(widget.font()).pixelSize() / TEXT
    room = widget.screen().availableSize() * _SHARE
    return QSize(round(width * scale), round(height * scale)).boundedTo(room)
