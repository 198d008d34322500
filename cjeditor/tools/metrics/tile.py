"""A metric as a tile that is clicked, walked over with the arrow keys, and read aloud."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from cjeditor.canvas.comment_marks import Bubbles, bubble_inside
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, trn
from cjeditor.display.shapes import Drawing, Rect
from cjeditor.display.theme import THEMES, Theme
from cjeditor.kinds.gauge import Gauge
from cjeditor.kinds.gauge_drawing import draw_gauge
from cjeditor.kinds.look import Look
from cjeditor.panels.icons import is_dark
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images

_WIDTH: Final = 214.0
"""Points; as wide as the longest words of a trend need in both languages."""

_TYPE: Final = 10.5
"""Points of the tile's words, which are shown as large as the words of the window."""

_RING: Final = 2

_USUAL: Final = ("light", "dark")

_FACES: Final = Faces()


def theme_of(palette: QPalette) -> Theme:
    """Return the theme in which drawings suit a window of that palette."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    alike = (theme for theme in THEMES.values() if theme.name not in _USUAL)
    usual = THEMES["dark" if is_dark(palette) else "light"]
    return next((theme for theme in alike if theme.dark and theme.sheet == ground), usual)


class Tile(QAbstractButton):
    """One metric.

    Signals:
        walked: An arrow key wants the tile so many further on; negative is back.
        moved: The same with Alt: the metric itself is to go there.
        opened: It is to be worked with: Enter, or a double click.
        dropped: It is to be deleted.
    """

    walked = Signal(int)
    moved = Signal(int)
    opened = Signal()
    dropped = Signal()

    def __init__(self, metric: Id) -> None:
        super().__init__()
        self.record = metric
        self._gauge: Gauge | None = None
        self._drawing = Drawing(0, 0, ())
        self._comments = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_gauge(self, gauge: Gauge) -> None:
        """Show a metric as it stands; nothing is drawn anew if it stands as before."""
        if gauge == self._gauge:
            return
        self._gauge = gauge
        look = Look(theme_of(self.palette()), interface())
        self._drawing = draw_gauge(gauge, _WIDTH, look)
        self.setAccessibleName(gauge.spoken)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def show_comments(self, count: int) -> None:
        """Show how many comments on the metric are not settled."""
        if count != self._comments:
            self._comments = count
            said = trn("{n} comment", "{n} comments", count) if count else ""
            self.setAccessibleDescription(said)
            self.update()

    def sizeHint(self) -> QSize:
        scale = self._scale()
        return QSize(
            round(self._drawing.width * scale) + 2 * _RING,
            round(self._drawing.height * scale) + 2 * _RING,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(_RING, _RING)
        painter.scale(self._scale(), self._scale())
        play(self._drawing, QtBackend(painter, _FACES, Images({})))
        if self._comments:
            area = Rect(0, 0, self._drawing.width, self._drawing.height)
            accent = self.palette().color(QPalette.ColorRole.Link).name()
            Bubbles(accent).paint(painter, (bubble_inside(area, self._comments),))
        painter.resetTransform()
        if self.isChecked() or self.hasFocus():
            role = QPalette.ColorRole.Link if self.isChecked() else QPalette.ColorRole.Text
            pen = painter.pen()
            pen.setColor(QColor(self.palette().color(role)))
            pen.setWidth(_RING)
            pen.setStyle(Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.moved if alt else self.walked).emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.opened.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LanguageChange)
        if event.type() in kinds and self._gauge is not None:
            gauge, self._gauge = self._gauge, None
            self.show_gauge(gauge)

    def _scale(self) -> float:
        return QFontInfo(self.font()).pixelSize() / _TYPE
