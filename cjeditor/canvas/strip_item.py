"""Strips of the sheet: the title, and the heads and lane titles that stay in view."""

from collections.abc import Iterable
from operator import is_
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.rings import draw_ring
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer
from cjeditor.render.qt_shelves import same_drawing

Grounds: TypeAlias = tuple[tuple[Rect, str], ...]
"""Rectangles and their colours, from back to front."""

_SIDE_BY_SIDE = ("stage", "step")
"""Parts that touch each other: a ring around one is drawn within it."""

_OVERHANG = 14.0
"""How far a chevron's point stands out of its block, and a little more."""

_FADE = 7.0
"""Pixels of the shadow that a lifted part throws on what scrolls under it."""


class StripItem(QGraphicsItem):
    """A strip of the sheet that is moved along with the view; lifted, it throws a shadow.

    It paints in sheet coordinates; its position is how far it has been moved.
    """

    def __init__(self, cards: Cards, z: float) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(z)
        self._blocks: tuple[Block, ...] = ()
        self._selected: frozenset[Id] = frozenset()
        self._strip = QRectF()
        self._grounds: Grounds = ()
        self._accent = QColor()
        self._layer = Layer((), cards, overview=False)
        self._over: Block | None = None
        self._over_layer = Layer((), cards, overview=False)

    def show_blocks(
        self, blocks: tuple[Block, ...], strip: Rect, grounds: Grounds, accent: str
    ) -> None:
        """Show *blocks* on *strip*; lifted, *grounds* lie behind them."""
        if QRectF(*strip) != self._strip:
            self.prepareGeometryChange()
            self._strip = QRectF(*strip)
        alike = (grounds, accent) == (self._grounds, self._accent.name())
        if alike and _same(blocks, self._blocks):
            return
        self._blocks = blocks
        self._grounds, self._accent = grounds, QColor(accent)
        changed = self._layer.show_parts([blocks])
        if not alike:
            self.update()
        for rect in changed:
            self.update(QRectF(*rect.grown(_OVERHANG)))

    def show_over(self, block: Block | None) -> None:
        """Show *block* over the one that it stands for; None shows that one again."""
        shown = () if block is None else (block,)
        if _same(shown, () if self._over is None else (self._over,)):
            return
        for each in (self._over, block):
            if each is not None:
                self.update(QRectF(*each.rect.grown(_OVERHANG)))
        self._over = block
        self._over_layer.show_parts([shown])

    def select(self, ids: Iterable[Id]) -> None:
        """Draw rings around the blocks of *ids*."""
        selected = frozenset(ids) & {block.element for block in self._blocks if block.element}
        if selected != self._selected:
            self._selected = selected
            self.update()

    def leave_out(self, ids: frozenset[Id]) -> None:
        """Do not paint the elements of *ids*; the scene repaints their places."""
        self._layer.without = self._over_layer.without = ids

    def move_to(self, dx: float, dy: float) -> None:
        """Move the part by *dx*, *dy* from where it stands on the sheet."""
        if (dx, dy) != (self.x(), self.y()):
            lifted = (dx != 0) != (self.x() != 0) or (dy != 0) != (self.y() != 0)
            self.setPos(dx, dy)
            if lifted:
                self.update()

    @property
    def strip(self) -> QRectF:
        """Where it stands now, in scene coordinates."""
        return self._strip.translated(self.pos())

    def boundingRect(self) -> QRectF:
        return self._strip.adjusted(-4, -4, 120, 120)  # the shadow, at the farthest zoom

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        zoom = painter.worldTransform().m11()
        if self.x() or self.y():
            for rect, colour in self._grounds:
                painter.fillRect(QRectF(*rect), QColor(colour))
            self._paint_shadow(painter, _FADE / zoom)
        self._layer.paint(painter, option.exposedRect)
        self._over_layer.paint(painter, option.exposedRect)
        for block in self._blocks:
            if block.element in self._selected:
                within = block.part in _SIDE_BY_SIDE
                draw_ring(painter, block.rect, self._accent, inside=within)

    def paint_blocks(self, painter: QPainter) -> None:
        """Draw the blocks where they stand on the sheet, without rings and shadow."""
        self._layer.paint(painter, self._strip)

    def _paint_shadow(self, painter: QPainter, depth: float) -> None:
        strip = self._strip
        if self.y():
            below = QRectF(strip.left(), strip.bottom(), strip.width(), depth)
            _fade(painter, below, below.topLeft(), below.bottomLeft())
        if self.x():
            beside = QRectF(strip.right(), strip.top(), depth, strip.height())
            _fade(painter, beside, beside.topLeft(), beside.topRight())


def _fade(painter: QPainter, rect: QRectF, start: QPointF, end: QPointF) -> None:
    gradient = QLinearGradient(start, end)
    gradient.setColorAt(0, QColor(15, 23, 32, 40))
    gradient.setColorAt(0.35, QColor(15, 23, 32, 14))
    gradient.setColorAt(1, Qt.GlobalColor.transparent)
    painter.fillRect(rect, gradient)


def _same(some: tuple[Block, ...], others: tuple[Block, ...]) -> bool:
    """Tell whether both draw the same in the same places."""
    if len(some) == len(others) and all(map(is_, some, others)):
        return True
    return len(some) == len(others) and all(
        (one.element, one.x, one.y) == (other.element, other.x, other.y)
        and same_drawing(one.drawing, other.drawing)
        for one, other in zip(some, others, strict=True)
    )
