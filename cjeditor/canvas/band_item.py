"""A lane on the scene: one item for all its cards."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.layout.sheet import LaneBand
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer

_OVERHANG = 1.0
"""Around what is painted again, for edges between two pixels."""

_MOST_PLACES = 100
"""With more changes than these the whole lane is painted again."""


class BandItem(QGraphicsItem):
    """Paints the visible part of a lane; a changed lane repaints only what differs."""

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._lane: LaneBand | None = None
        self._ground = Layer((), cards)
        self._blocks = Layer((), cards)
        self._area = QRectF()

    def show_lane(self, lane: LaneBand, width: float) -> None:
        """Show *lane*, *width* points wide."""
        if lane is self._lane and width == self._area.width():
            return
        self._lane = lane
        self.setPos(0, lane.y)
        area = QRectF(0, 0, width, lane.band.height)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        ground = self._ground.show_parts([lane.band.ground])
        blocks = self._blocks.show_parts([piece.blocks for piece in lane.band.pieces])
        if len(ground) + len(blocks) > _MOST_PLACES:
            self.update()
        else:
            for rect in (*ground, *blocks):
                self.update(QRectF(*rect.grown(_OVERHANG)))

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self.paint_part(painter, option.exposedRect)

    def paint_part(self, painter: QPainter, part: QRectF) -> None:
        """Draw what meets *part* of the lane, as fine as the painter's scale asks for."""
        self._ground.paint(painter, part)
        self._blocks.paint(painter, part)
