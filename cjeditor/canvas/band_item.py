"""A lane on the scene: one item for all its cards."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.core.ids import Id
from cjeditor.kinds.lane import Piece
from cjeditor.layout.sheet import LaneBand
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import Layer
from cjeditor.render.qt_overview import SKETCH_FROM

_OVERHANG = 1.0
"""Around what is painted again, for edges between two pixels."""

_SHADOW = 16.0
"""How far a card may be drawn beyond its rectangle, and a little more."""

_MOST_PIECES = 12
"""With more pieces that have come than these, the lane is shown as a new one."""

_MOST_PLACES = 100
"""With more changes than these the whole lane is painted again."""


class BandItem(QGraphicsItem):
    """Paints the visible part of a lane; a changed lane repaints only what differs.

    What nobody has seen yet is made ready when it is seen, or beforehand, bit by bit; so is a
    lane of which nearly everything has moved, as when a stage is collapsed. From so far away that
    all of the lane is seen, it stays as it was for that moment.
    """

    def __init__(self, cards: Cards) -> None:
        super().__init__()
        self._cards = cards
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._lane: LaneBand | None = None
        self._ground = Layer((), cards)
        self._behind = Layer((), cards)
        self._blocks = Layer((), cards)
        self._pieces: dict[int, Piece] = {}
        self._unseen: dict[int, Piece] = {}
        self._before: Layer | None = None
        self._area = QRectF()

    def show_lane(self, lane: LaneBand, width: float) -> None:
        """Show *lane*, *width* points wide."""
        if lane is self._lane and width == self._area.width():
            return
        is_new, self._lane = self._lane is None, lane
        self.setPos(0, lane.y)
        area = QRectF(0, 0, width, lane.band.height)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        ground = self._ground.show_parts([lane.band.ground])
        ground += self._behind.show_parts([lane.band.behind.blocks])
        pieces = {id(piece): piece for piece in lane.band.pieces}
        come = sum(key not in self._pieces for key in pieces)
        if is_new or come > _MOST_PIECES:
            self._begin_anew(pieces)
            return
        self._pieces = pieces
        self._unseen = {key: each for key, each in self._unseen.items() if key in pieces}
        seen = (piece for key, piece in pieces.items() if key not in self._unseen)
        blocks = self._blocks.show_parts([piece.blocks for piece in seen])
        if len(ground) + len(blocks) > _MOST_PLACES:
            self.update()
        else:
            for rect in (*ground, *blocks):
                self.update(QRectF(*rect.grown(_OVERHANG)))

    def _begin_anew(self, pieces: dict[int, Piece]) -> None:
        """Show *pieces*, of which next to nothing has been shown, as far as they are seen."""
        if self._pieces:
            self._before, self._blocks = self._blocks, Layer((), self._cards)
            self._blocks.without = self._before.without
        self._pieces, self._unseen = pieces, dict(pieces)
        self.update()

    def prepare(self, end: float) -> bool:
        """Make ready what nobody has seen yet, until *end* by the clock; tell whether all is."""
        for piece in tuple(self._unseen.values()):
            if monotonic() > end:
                return False
            self._take((piece,))
            self._blocks.sketch(piece.blocks)
        if self._before is not None:
            self._before = None
            self.update()
        return True

    def _take(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            del self._unseen[id(piece)]
        self._blocks.add_parts([piece.blocks for piece in pieces])

    def leave_out(self, ids: frozenset[Id]) -> None:
        """Do not paint the elements of *ids*; the scene repaints their places."""
        self._blocks.without = ids

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        part = option.exposedRect
        is_far = painter.worldTransform().m11() < SKETCH_FROM
        if is_far and self._unseen and self._before is not None:
            self._ground.paint(painter, part)
            self._before.paint(painter, part)
        else:
            self.paint_part(painter, part)

    def paint_part(self, painter: QPainter, part: QRectF) -> None:
        """Draw what meets *part* of the lane, as fine as the painter's scale asks for."""
        if self._unseen:
            self._take(self._seen(part, painter.worldTransform().m11()))
        self._ground.paint(painter, part)
        self._behind.paint(painter, part)
        self._blocks.paint(painter, part)

    def _seen(self, part: QRectF, zoom: float) -> list[Piece]:
        """Return what of the unseen will be seen now; from far away it is all at once."""
        if zoom < SKETCH_FROM:
            return [*self._unseen.values()]
        left, right = part.left() - _SHADOW, part.right() + _SHADOW
        return [piece for piece in self._unseen.values() if piece.reaches(left, right)]
