"""Quiet motion of what is moved: the map has changed at once, only the picture glides there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect, union
from cjeditor.edits.edit import Edit
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import TEXT_FROM, Layer

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

DURATION: Final = 120
"""Milliseconds until it has arrived."""

MOST: Final = 40
"""With more of them, or where texts are too small to be read, nothing glides."""

_GLIDING: Final = ("card", "stage", "step", "lane")
"""Parts that glide; a point of a curve stays on it."""

_ABOVE_CARDS, _ABOVE_HEADS = 6.6, 15.5
_EDGE: Final = 14.0
"""Points around a block that its shadow or its chevron's point needs."""


@dataclass(frozen=True, eq=False)
class _Traveller:
    """A block on its way; *dx*, *dy* is how far from its new place it begins."""

    layer: Layer
    rect: Rect
    dx: float
    dy: float

    def at(self, share: float) -> Rect:
        """Return where it is after *share* of the way, with its edge."""
        left = 1 - share
        return self.rect.moved(self.dx * left, self.dy * left).grown(_EDGE)


class ArrivalItem(QGraphicsItem):
    """Paints what is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setVisible(False)
        self._travellers: tuple[_Traveller, ...] = ()
        self._share = 0.0
        self._area = QRectF()

    @property
    def rects(self) -> tuple[Rect, ...]:
        """Where the blocks are seen now."""
        return tuple(each.at(self._share).grown(-_EDGE) for each in self._travellers)

    def begin(self, travellers: Iterable[_Traveller]) -> None:
        """Show *travellers* where they begin."""
        self.prepareGeometryChange()
        self._travellers, self._share = tuple(travellers), 0.0
        ways = [each.at(share) for each in self._travellers for share in (0, 1)]
        self._area = QRectF(*union(ways))
        self.setVisible(bool(self._travellers))

    def go_to(self, share: float) -> None:
        """Show them *share* (0 to 1) of their way further."""
        for each in self._travellers:
            self.update(QRectF(*each.at(self._share)))
            self.update(QRectF(*each.at(share)))
        self._share = share

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        left = 1 - self._share
        for each in self._travellers:
            if QRectF(*each.at(self._share)).intersects(option.exposedRect):
                painter.save()
                painter.translate(each.dx * left, each.dy * left)
                each.layer.paint(painter, QRectF(*each.rect.grown(_EDGE)))
                painter.restore()


class Arrival(QObject):
    """Does edits that move what is seen, and lets it glide from where it was."""

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._cards: Cards = view.paper.cards
        self._left_out: tuple[Block, ...] = ()
        self.item = ArrivalItem()
        view.paper.addItem(self.item)
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(DURATION)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self.item.go_to)
        self._clock.finished.connect(self.finish)
        view.session.map_changed.connect(self.finish)
        view.look_changed.connect(self.finish)

    @property
    def is_gliding(self) -> bool:
        """Whether something is on its way."""
        return self.item.isVisible()

    def do(
        self,
        edit: Edit,
        ids: Sequence[Id],
        *,
        carried: QPointF | None = None,
        become: Sequence[Id] = (),
    ) -> bool:
        """Do *edit*, which moves *ids*, and let them glide; return whether it was done.

        Args:
            carried: How far the hand has brought them already.
            become: What is there afterwards in the place of each, if that is not the same.
        """
        few = self._view.motion.wanted and len(ids) <= MOST
        blocks = [self._view.block_of(each) for each in ids] if few else []
        if not self._view.do(edit):
            return False
        self._glide(blocks, become or ids, carried or QPointF())
        return True

    def finish(self, *_changed: object) -> None:
        """Let everything be in its place now."""
        self._clock.stop()
        if self.is_gliding:
            self.item.begin(())
            self._leave_out(())

    def _glide(self, before: Sequence[Block | None], ids: Sequence[Id], carried: QPointF) -> None:
        if self._view.zoom < TEXT_FROM or not self._view.isVisible():
            return
        travellers: list[_Traveller] = []
        left_out: list[Block] = []
        for old, element in zip(before, ids, strict=False):
            new = self._view.block_of(element)
            if old is None or new is None or new.part not in _GLIDING:
                continue
            dx, dy = old.x + carried.x() - new.x, old.y + carried.y() - new.y
            if dx or dy:
                layer = Layer((new,), self._cards, overview=False)
                travellers.append(_Traveller(layer, new.rect, dx, dy))
                left_out.append(new)
        if travellers:
            heads = any(each.part != "card" for each in left_out)
            self.item.setZValue(_ABOVE_HEADS if heads else _ABOVE_CARDS)
            self.item.begin(travellers)
            self._leave_out(left_out)
            self._clock.start()

    def _leave_out(self, blocks: Sequence[Block]) -> None:
        """Let the scene not paint *blocks* in their places, but those of the last time."""
        changed = (*self._left_out, *blocks)
        self._left_out = tuple(blocks)
        ids = frozenset(each.element for each in blocks)
        self._view.paper.leave_out(ids, [each.rect.grown(_EDGE) for each in changed])
