"""Marks on a map of what is different from another one: a ring and a sign for each record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import RING_RADIUS
from cjeditor.canvas.fonts import widget_font
from cjeditor.changes.compare import Kind
from cjeditor.core.theme_names import ThemeName
from cjeditor.display.shapes import Rect, union

SIGNS: Final[dict[Kind, str]] = {"added": "+", "changed": "≠", "removed": "−"}

_LIGHT: Final[dict[Kind, str]] = {"added": "#177245", "changed": "#8a5a00", "removed": "#c02537"}
_DARK: Final[dict[Kind, str]] = {"added": "#4cc98a", "changed": "#e0b04a", "removed": "#ff8a8a"}
_BLACK: Final[dict[Kind, str]] = {"added": "#005a2b", "changed": "#5c3a00", "removed": "#a00018"}
_WHITE: Final[dict[Kind, str]] = {"added": "#7dffb0", "changed": "#ffd60a", "removed": "#ffa0a0"}

COLOURS: Final[dict[ThemeName, dict[Kind, str]]] = {
    "light": _LIGHT,
    "dark": _DARK,
    "contrast": _BLACK,
    "contrast dark": _WHITE,
}
"""By theme: each at least 4.5 : 1 on the sheet."""

_PENS: Final[dict[Kind, Qt.PenStyle]] = {
    "added": Qt.PenStyle.SolidLine,
    "changed": Qt.PenStyle.SolidLine,
    "removed": Qt.PenStyle.DashLine,
}
_WIDTH, _CURRENT_WIDTH, _SIGN, _TYPE = 2.0, 4.0, 18.0, 13.0
"""Pixels on the screen: of a ring, of the ring gone to, of a sign and of its type."""

_FAR, _MOST_FAR = 0.35, 150
"""Zoom below which so many marks are only tinted: signs would cover all the cards."""

_TINT, _FAR_TINT = 26, 110
_REACH: Final = 24.0
"""Points around the marked rectangles that are painted, at 100 %."""


@dataclass(frozen=True, slots=True)
class DifferenceMark:
    """A record that is different; its rectangle in the scene, as long as nothing is scrolled."""

    rect: Rect
    kind: Kind


class DifferenceMarks(QGraphicsItem):
    """Draws marks, and a thick ring around the one that has been gone to."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(z)
        self._marks: tuple[DifferenceMark, ...] = ()
        self._current: Rect | None = None
        self._theme: ThemeName = "light"
        self._accent = QColor()
        self._ground = QColor()
        self._area = QRectF()
        self._font = widget_font(_TYPE, 96.0, bold=True)

    def show_marks(
        self, marks: Iterable[DifferenceMark], theme: ThemeName, accent: str, ground: str
    ) -> None:
        """Show *marks*, in the colours of a theme.

        Args:
            ground: Colour of the sheet, on which the signs are read.
        """
        self.prepareGeometryChange()
        self._marks, self._theme = tuple(marks), theme
        self._accent, self._ground = QColor(accent), QColor(ground)
        self._current = None
        rects = [mark.rect for mark in self._marks]
        self._area = QRectF(*union(rects)) if rects else QRectF()
        self.update()

    def point_at(self, rect: Rect | None) -> None:
        """Ring *rect*, which need not be one of the marks."""
        if rect != self._current:
            self.prepareGeometryChange()
            self._current = rect
            self.update()

    def boundingRect(self) -> QRectF:
        area = self._area
        if self._current is not None:
            area = area.united(QRectF(*self._current))
        reach = _REACH / 0.01  # as far out as one can zoom
        return area.adjusted(-reach, -reach, reach, reach) if not area.isNull() else area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        zoom = painter.worldTransform().m11()
        exposed = option.exposedRect
        seen = Rect(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        seen = seen.grown(_REACH / zoom)
        shown = [mark for mark in self._marks if mark.rect.meets(seen)]
        is_far = zoom < _FAR and len(shown) > _MOST_FAR
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_far)
        self._paint_tints(painter, shown, _FAR_TINT if zoom < _FAR else _TINT)
        for mark in () if is_far else shown:
            colour = self._colour(mark.kind)
            self._paint_ring(painter, mark.rect, colour, _WIDTH, zoom, _PENS[mark.kind])
        if self._current is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ring(painter, self._current, self._accent, _CURRENT_WIDTH, zoom)
        for mark in () if is_far else shown:
            self._paint_sign(painter, mark, zoom)

    def _colour(self, kind: Kind) -> QColor:
        return QColor(COLOURS[self._theme][kind])

    def _paint_tints(
        self, painter: QPainter, marks: Iterable[DifferenceMark], strength: int
    ) -> None:
        rects: dict[Kind, list[QRectF]] = {}
        for mark in marks:
            rects.setdefault(mark.kind, []).append(QRectF(*mark.rect))
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, own in rects.items():
            tint = self._colour(kind)
            tint.setAlpha(strength)
            painter.setBrush(tint)
            painter.drawRects(own)

    @staticmethod
    def _paint_ring(
        painter: QPainter,
        rect: Rect,
        colour: QColor,
        width: float,
        zoom: float,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        pen = QPen(colour, width, style)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        away = (width / 2 + 1) / zoom
        radius = min(RING_RADIUS, rect.height / 3)
        painter.drawRoundedRect(QRectF(*rect.grown(away)), radius, radius)

    def _paint_sign(self, painter: QPainter, mark: DifferenceMark, zoom: float) -> None:
        """Paint the sign on a disc over the corner, as large at every zoom."""
        painter.save()
        painter.translate(mark.rect.x, mark.rect.y)
        painter.scale(1 / zoom, 1 / zoom)
        disc = QRectF(-_SIGN / 2, -_SIGN / 2, _SIGN, _SIGN)
        painter.setPen(QPen(self._ground, 1.5))
        painter.setBrush(self._colour(mark.kind))
        painter.drawEllipse(disc)
        painter.setPen(self._ground)
        painter.setFont(self._font)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, SIGNS[mark.kind])
        painter.restore()
