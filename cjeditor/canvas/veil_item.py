"""A veil of the sheet's colour over what a filter does not find, so that the rest stands out."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Curve
from cjeditor.kinds.card import Card
from cjeditor.kinds.lane import Piece
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.filtering import Sieve
from cjeditor.model.map import Map
from cjeditor.render.qt import path_of
from cjeditor.render.qt_shelves import stretches

_COVERS: Final = 0.76
"""How much the veil hides, 0 to 1."""

_Z: Final = 3.0
"""Above the cards, below rings and all that stays in view."""

_OVER_EDGE: Final = 2.0
"""Points by which it is larger than a card, for its shadow; paper over paper is not seen."""

_POINT_EDGE: Final = 0.8
"""The same for a point, which stands on a wash."""

_STRETCH: Final = 2048.0
"""Points by which rectangles are filed."""

_WIDE: Final = -(10**9)
"""Number of no stretch: for what is always looked at."""


class _Part(NamedTuple):
    """A piece of a lane with what of it can be covered; stays while the piece does.

    Attributes:
        cards: Each with its rectangle and the number of its stretch.
        others: Feelings and curves.
    """

    piece: Piece
    cards: tuple[tuple[Card, QRectF, int], ...]
    others: tuple[Block, ...]


class Veil:
    """The veils over all lanes of a scene; without a filter there are none."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._items: dict[Id, VeilItem] = {}
        self._sieve: Sieve | None = None

    def show_sieve(self, sieve: Sieve | None, sheet: Sheet) -> None:
        """Cover what does not pass *sieve*; None covers nothing."""
        self._sieve = sieve if sieve is not None and sieve.asks else None
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Follow *sheet*; what has not changed costs nothing."""
        wanted = {lane.lane: lane for lane in sheet.lanes} if self._sieve else {}
        for gone in self._items.keys() - wanted.keys():
            self._scene.removeItem(self._items.pop(gone))
        for name, lane in wanted.items():
            if name not in self._items:
                self._items[name] = VeilItem()
                self._scene.addItem(self._items[name])
            if self._sieve is not None:
                self._items[name].show_lane(lane, sheet, self._sieve)


class VeilItem(QGraphicsItem):
    """Covers the cards of a lane that are not found."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(_Z)
        self._lane: LaneBand | None = None
        self._sieve: Sieve | None = None
        self._colour = QColor()
        self._area = QRectF()
        self._parts: dict[int, _Part] = {}
        self._rects: dict[int, list[QRectF]] = {}
        self._curves: list[tuple[QPainterPath, float]] = []
        self._points = QPainterPath()

    def show_lane(self, lane: LaneBand, sheet: Sheet, sieve: Sieve) -> None:
        """Cover what of *lane* does not pass *sieve*."""
        theme = sheet.look.theme
        colour = QColor(theme.band if lane.shaded else theme.sheet)
        colour.setAlphaF(_COVERS)
        area = QRectF(0, 0, sheet.width, lane.band.height)
        if (lane, sieve, colour, area) == (self._lane, self._sieve, self._colour, self._area):
            return
        self.setPos(0, lane.y)
        if area != self._area:
            self.prepareGeometryChange()
        same = sieve is self._sieve and colour == self._colour
        self._lane, self._sieve, self._colour, self._area = lane, sieve, colour, area
        before, cards = self._parts, sheet.journey.cards
        self._parts = {
            id(piece): before.get(id(piece)) or _part(piece, cards)
            for piece in lane.band.every_piece
        }
        self._cover(sieve, sheet.journey)
        if same:
            self._update_changed(before)
        else:
            self.update()

    def _cover(self, sieve: Sieve, journey: Map) -> None:
        """Find what is under the veil, and put it where a painter finds it."""
        passes = sieve.passes
        self._rects, self._curves, self._points = {}, [], QPainterPath()
        self._points.setFillRule(Qt.FillRule.WindingFill)
        for part in self._parts.values():
            for card, rect, number in part.cards:
                if not passes(card):
                    self._rects.setdefault(number, []).append(rect)
            for block in part.others:
                if _is_anothers(block, sieve, journey):
                    self._cover_feeling(block)

    def _cover_feeling(self, block: Block) -> None:
        """Cover a point of the emotions, the stroke of a curve, or a text."""
        if block.part == "curve":
            self._curves.extend(_curves(block))
        elif block.part == "point":
            self._points.addRoundedRect(QRectF(*block.rect.grown(_POINT_EDGE)), 8, 8)
        else:
            self._rects.setdefault(_WIDE, []).append(_around(block))

    def _update_changed(self, before: dict[int, _Part]) -> None:
        gone = (before[key] for key in before.keys() - self._parts.keys())
        come = (self._parts[key] for key in self._parts.keys() - before.keys())
        for part in (*gone, *come):
            for _card, rect, _number in part.cards:
                self.update(rect)
            for block in part.others:
                self.update(_around(block))

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        for number in (_WIDE, *stretches(option.exposedRect, _STRETCH)):
            if number in self._rects:
                painter.drawRects(self._rects[number])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for path, width in self._curves:
            painter.strokePath(path, QPen(self._colour, width))
        painter.fillPath(self._points, self._colour)


def _part(piece: Piece, cards: Mapping[Id, Card]) -> _Part:
    shown = [(cards.get(block.element), block) for block in piece.blocks if block.element]
    return _Part(
        piece,
        tuple((card, _around(block), _number(block)) for card, block in shown if card is not None),
        tuple(block for card, block in shown if card is None),
    )


def _around(block: Block) -> QRectF:
    edge = _OVER_EDGE
    return QRectF(*block.rect).adjusted(-edge, -edge, edge, edge)


def _number(block: Block) -> int:
    """Return the number of the stretch that a card begins in."""
    return _WIDE if block.drawing.width > _STRETCH else int((block.x - _OVER_EDGE) // _STRETCH)


def _is_anothers(block: Block, sieve: Sieve, journey: Map) -> bool:
    """Tell whether a feeling is another persona's than those that are looked for."""
    wanted = sieve.asked.personas
    emotion = journey.emotions.get(block.element)
    persona = block.element if emotion is None else emotion.persona
    return bool(wanted) and persona in journey.personas and persona not in wanted


def _curves(block: Block) -> Iterable[tuple[QPainterPath, float]]:
    for shape in block.drawing.shapes:
        if isinstance(shape, Curve) and shape.stroke:
            path = path_of(shape.path).translated(block.x, block.y)
            yield path, shape.stroke.width + 1
