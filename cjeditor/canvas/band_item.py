"""A lane on the scene: one item for all its cards."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.display.shapes import Block, Drawing, Rect
from cjeditor.kinds.lane import Band
from cjeditor.layout.sheet import LaneBand
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer

_OVERHANG = 4


class BandItem(QGraphicsItem):
    """Paints the visible part of a lane; a changed lane repaints only what differs."""

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._cards = cards
        self._band: Band | None = None
        self._layers: tuple[Layer, ...] = ()
        self._area = QRectF()

    def show_lane(self, lane: LaneBand, width: float) -> None:
        """Show *lane*, *width* points wide."""
        self.setPos(0, lane.y)
        area = QRectF(0, 0, width, lane.band.height)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        if lane.band is not self._band:
            for rect in _changes(self._band, lane.band):
                self.update(QRectF(*rect.grown(_OVERHANG)))
            self._band = lane.band
            parts = (lane.band.ground, lane.band.blocks)
            self._layers = tuple(Layer(part, self._cards) for part in parts)

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        for layer in self._layers:
            layer.paint(painter, option.exposedRect)


def _changes(before: Band | None, after: Band) -> Iterator[Rect]:
    """Yield where the two look different."""
    if before is None:
        return
    for old, new in ((before.ground, after.ground), (before.blocks, after.blocks)):
        was, now = _by_place(old), _by_place(new)
        for place in was.keys() | now.keys():
            one, other = was.get(place), now.get(place)
            if one is None or other is None or not same_drawing(one.drawing, other.drawing):
                yield from (block.rect for block in (one, other) if block is not None)


def _by_place(blocks: tuple[Block, ...]) -> dict[tuple[str, str, float, float], Block]:
    return {(block.element, block.part, block.x, block.y): block for block in blocks}


def same_drawing(one: Drawing, other: Drawing) -> bool:
    """Tell whether both look the same; most often they are the same one."""
    return one is other or (one.width, one.height, one.shapes) == (
        other.width,
        other.height,
        other.shapes,
    )
