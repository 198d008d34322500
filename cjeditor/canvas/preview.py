"""What a gesture shows while it lasts: lifted cards, insertion line, tinted cell, rubber band."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import LIFTED, LINE_WIDTH, TINTED, Chrome
from cjeditor.canvas.landing import CardLanding, Line
from cjeditor.core.colours import ink_on
from cjeditor.display.shapes import Block, Rect, union
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer

_REACH = 40.0
_SHADOW = 8
_LANE_ROOM = 6.0
"""A lane's title has no ground of its own; lifted, it gets one a little larger."""

_BELOW_HEADS, _ABOVE_HEADS = 6.5, 15


class _Piece(QGraphicsItem):
    """A part of the preview; without an area it is not there."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self.setVisible(False)
        self._area = QRectF()

    def cover(self, area: Rect | None, reach: float = _REACH) -> None:
        """Take *area* and *reach* around it; None removes the piece."""
        rect = QRectF() if area is None else QRectF(*area.grown(reach))
        if rect != self._area:
            self.prepareGeometryChange()
            self._area = rect
        self.setVisible(area is not None)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area


class InsertionItem(_Piece):
    """The line that says where something will land."""

    def __init__(self, z: float) -> None:
        super().__init__(z)
        self.line: tuple[QPointF, QPointF] | None = None
        self.colour = QColor()

    def show_line(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw from *start* to *end*, scene coordinates."""
        self.line = QPointF(*start), QPointF(*end)
        self.colour = QColor(colour)
        area = Rect(start[0], start[1], end[0] - start[0], end[1] - start[1])
        self.cover(area)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.line is None:
            return
        pen = QPen(self.colour, LINE_WIDTH)
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(pen)
        painter.drawLine(*self.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = 3.5 / painter.worldTransform().m11()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        for end in self.line:
            painter.drawEllipse(end, radius, radius)


class TintItem(_Piece):
    """The accent over a cell, or a rubber band with its outline."""

    def __init__(self, z: float) -> None:
        super().__init__(z)
        self._rect = QRectF()
        self._colour = QColor()
        self._outlined = False

    def show_tint(self, rect: Rect, colour: str, *, outlined: bool = False) -> None:
        """Tint *rect*; *outlined* draws its edge too."""
        self._rect, self._outlined = QRectF(*rect), outlined
        self._colour = QColor(colour)
        self.cover(rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        fill = QColor(self._colour)
        fill.setAlphaF(TINTED)
        pen = QPen(self._colour if self._outlined else Qt.GlobalColor.transparent, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawRect(self._rect)


class OldPlacesItem(_Piece):
    """Dashed outlines where the lifted things came from; they cover what is still drawn there."""

    def __init__(self, z: float) -> None:
        super().__init__(z)
        self._rects: tuple[tuple[Rect, QColor], ...] = ()
        self._colour = QColor()

    def show_places(
        self, rects: Iterable[tuple[Rect, str]], colour: str, *, above_heads: bool
    ) -> None:
        """Outline each rectangle on its own ground."""
        self.setZValue(_ABOVE_HEADS if above_heads else _BELOW_HEADS)
        self._rects = tuple((rect, QColor(ground)) for rect, ground in rects)
        self._colour = QColor(colour)
        self.cover(union([rect for rect, _ground in self._rects]) if self._rects else None)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        pen = QPen(self._colour, 1.2)
        pen.setCosmetic(True)
        pen.setDashPattern([4, 3])
        for rect, ground in self._rects:
            painter.fillRect(QRectF(*rect.grown(2.5)), ground)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(*rect.grown(-0.75)), 6, 6)


class LiftedItem(_Piece):
    """The things being dragged, with a deep shadow, following the pointer."""

    def __init__(self, cards: Cards, z: float) -> None:
        super().__init__(z)
        self._cards = cards
        self._layer = Layer((), cards, overview=False)
        self._rects: tuple[Rect, ...] = ()
        self._paper = QColor()
        self.setOpacity(LIFTED)

    def show_blocks(self, blocks: Sequence[Block], paper: str) -> None:
        """Show *blocks* on paper, given where they stand; `setPos` moves them from there."""
        self._paper = QColor(paper)
        self._layer = Layer(blocks, self._cards, overview=False)
        self._rects = tuple(
            block.rect.grown(_LANE_ROOM) if block.part == "lane" else block.rect for block in blocks
        )
        self.setPos(0, 0)
        self.cover(union(self._rects))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in self._rects:
            draw_shadow(painter, rect, _SHADOW, 0.22)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._paper)
            painter.drawRoundedRect(QRectF(*rect), 6, 6)
        self._layer.paint(painter, self._area)


def draw_shadow(painter: QPainter, rect: Rect, depth: int, strength: float) -> None:
    """Draw a soft shadow *depth* pixels deep around *rect*, a little lower than it.

    Only the edge is drawn, so a shadow costs the same for a card and for a whole sheet.
    """
    zoom = painter.worldTransform().m11()
    pen = QPen(Qt.GlobalColor.black, 2.2)
    pen.setCosmetic(True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for away in range(1, depth, 2):
        pen.setColor(QColor(15, 23, 32, round(255 * strength * (1 - away / depth) ** 2)))
        painter.setPen(pen)
        ring = QRectF(*rect.grown(away / zoom)).translated(0, depth / 5 / zoom)
        painter.drawRoundedRect(ring, 6 + away / zoom, 6 + away / zoom)


class ValueItem(_Piece):
    """A small label beside the pointer: the feeling that a dragged point has now."""

    def __init__(self, z: float, font: QFont) -> None:
        super().__init__(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._font = font
        self._colour = self._ink = QColor()
        self.text = ""

    def show_value(self, text: str, x: float, y: float, colour: str) -> None:
        """Show *text* to the right of the scene point."""
        self.text, self._colour = text, QColor(colour)
        self._ink = QColor(ink_on(colour))
        self.setPos(x, y)
        width = QFontMetricsF(self._font).horizontalAdvance(text) + 16
        self.cover(Rect(18, -13, width, 26), 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        inner = self._area.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, 6, 6)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self.text)


class Preview:
    """All pieces of a preview, in the order in which they cover each other."""

    def __init__(self, cards: Cards, font: QFont, chrome: Chrome) -> None:
        self.chrome = chrome
        self.tint = TintItem(6)
        self.places = OldPlacesItem(_BELOW_HEADS)
        self.insertion = InsertionItem(20)
        self.lifted = LiftedItem(cards, 21)
        self.band = TintItem(22)
        self.value = ValueItem(23, font)

    @property
    def pieces(self) -> tuple[_Piece, ...]:
        return (self.tint, self.places, self.insertion, self.lifted, self.band, self.value)

    def show_line(self, line: Line) -> None:
        """Show where a head would land."""
        self.insertion.show_line(*line, self.chrome.accent)

    def show_landing(self, landing: CardLanding | None) -> None:
        """Tint the cell that cards would land in and draw the line; None for nowhere."""
        if landing is None:
            self.tint.cover(None)
            self.insertion.cover(None)
            return
        self.tint.show_tint(landing.cell, self.chrome.accent)
        self.insertion.show_line(*landing.line, self.chrome.accent)

    def show_value(self, text: str, x: float, y: float) -> None:
        """Show a value at a place of the scene."""
        self.value.show_value(text, x, y, self.chrome.accent)

    def clear(self) -> None:
        """Take every piece away."""
        for piece in self.pieces:
            piece.cover(None)
