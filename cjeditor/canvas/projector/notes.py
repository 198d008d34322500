"""What a projector says about itself: a quiet line, the sheet of its keys, and black."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.projector.keys import KEYS
from cjeditor.canvas.projector.large_type import large_font
from cjeditor.canvas.projector.overlay import Overlay
from cjeditor.core.words import tr

_SECONDS: Final = 3
_GROUND: Final = "#10161d"
_COVERING: Final = 0.96
_INK: Final = "#f4f7fa"
_QUIET: Final = "#b7c2cd"
_EDGE: Final = 20
_ROW: Final = 36
_BETWEEN: Final = 40
_VCENTRE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class StatusNote(Overlay):
    """A line at the bottom that goes after some seconds.

    Attributes:
        stays: Whether it does not go.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stays = False
        self._font = large_font()
        self._text = ""
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.setInterval(_SECONDS * 1000)
        self._ending.timeout.connect(self._end)

    def say(self, text: str) -> None:
        """Show *text* for a while."""
        self._text = text
        self.setAccessibleName(text)
        self.switch(on=True)
        self._ending.start()

    def _end(self) -> None:
        if not self.stays:
            self.hide()

    def place(self, size: QSize) -> QRect:
        wide = QFontMetricsF(self._font).horizontalAdvance(self._text) + 2 * _EDGE
        width = min(round(wide) + 1, size.width() - 2 * _EDGE)
        left = (size.width() - width) // 2
        return QRect(left, size.height() - _ROW - _EDGE, width, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _ground(painter, self.rect())
        painter.setPen(QColor(_INK))
        painter.setFont(self._font)
        room = QRectF(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        elided = Qt.TextElideMode.ElideMiddle
        text = QFontMetricsF(self._font).elidedText(self._text, elided, room.width() + 1)
        painter.drawText(room, _VCENTRE | Qt.TextFlag.TextSingleLine, text)


class KeysNote(Overlay):
    """The sheet of keys in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = large_font()
        self._bold = large_font(bold=True)
        self._rows: list[tuple[str, str]] = []

    def switch(self, on: bool) -> None:
        """Show the sheet in the interface's language, or put it away."""
        self._rows = [(tr(text), tr(keys)) for text, keys in KEYS]
        self.setAccessibleName(tr("Keys"))
        self.setAccessibleDescription("\n".join(f"{text}: {keys}" for text, keys in self._rows))
        super().switch(on)

    def place(self, size: QSize) -> QRect:
        wanted = self._wanted()
        left, top = (size.width() - wanted.width()) // 2, (size.height() - wanted.height()) // 2
        return QRect(left, top, wanted.width(), wanted.height())

    def _wanted(self) -> QSize:
        wide = self._keys_left() + _widest(self._bold, [keys for _text, keys in self._rows])
        return QSize(round(wide) + 2 * _EDGE, len(self._rows) * _ROW + 2 * _EDGE)

    def _keys_left(self) -> float:
        return _EDGE + _widest(self._font, [text for text, _keys in self._rows]) + _BETWEEN

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _ground(painter, self.rect())
        left = self._keys_left()
        for number, (text, keys) in enumerate(self._rows):
            row = QRectF(_EDGE, _EDGE + number * _ROW, self.width() - _EDGE, _ROW)
            painter.setFont(self._font)
            painter.setPen(QColor(_QUIET))
            painter.drawText(row, _VCENTRE, text)
            painter.setFont(self._bold)
            painter.setPen(QColor(_INK))
            painter.drawText(row.adjusted(left - _EDGE, 0, 0, 0), _VCENTRE, keys)


class Curtain(Overlay):
    """Nothing but a colour: black, so that people look at one another; or an empty desk."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = "#000000"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self.colour))


def _ground(painter: QPainter, rect: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(_GROUND)
    ground.setAlphaF(_COVERING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(rect, 10, 10)


def _widest(font: QFont, texts: list[str]) -> float:
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)
