"""Many blocks painted fast: only what is exposed, and only as fine as the eye can see."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QTransform

from cjeditor.display.shapes import Block, Rect, union
from cjeditor.render.qt_cards import Cards, Prepared, place

T = TypeVar("T")

TEXT_FROM = 0.45
"""Zoom from which text is drawn; below, it would be less than 6 pixels high."""

SKETCH_FROM = 0.12
"""Zoom from which each card is drawn; below, a picture of the whole layer is shown."""

_NEAR = 512.0
_FAR = 2048.0
"""Points by which blocks are filed: short for what is drawn one by one, long for batches."""

_LONGEST = 16_000
"""Pixels of an overview at most in each direction; painters stop at 32,767."""


class _Placed:
    """A block with what is prepared of its drawing."""

    __slots__ = ("prepared", "rect", "spot", "x", "y")

    def __init__(self, block: Block, prepared: Prepared) -> None:
        self.x, self.y = block.x, block.y
        self.rect = block.rect.grown(prepared.body.overhang)
        self.spot = QPointF(block.x, block.y)
        self.prepared = prepared


class _Sketch:
    """The cards that begin in a stretch of the layer as plain rectangles, by colour."""

    def __init__(self) -> None:
        self.placed: list[_Placed] = []
        self._batches: list[tuple[QBrush, list[QRectF]]] | None = None

    def paint(self, painter: QPainter) -> None:
        if self._batches is None:
            self._batches = self._gathered()
        for brush, rects in self._batches:
            painter.setBrush(brush)
            painter.drawRects(rects)

    def _gathered(self) -> list[tuple[QBrush, list[QRectF]]]:
        fills: dict[str, list[QRectF]] = {}
        lines: dict[str, list[QRectF]] = {}
        for each in self.placed:
            sketch = each.prepared.sketch
            for table, rects in ((fills, sketch.fills), (lines, sketch.lines)):
                for colour, rect in rects:
                    table.setdefault(colour, []).append(rect.translated(each.spot))
        batches = (*fills.items(), *lines.items())
        return [(QBrush(QColor(colour)), rects) for colour, rects in batches]


class _Stretches(Generic[T]):
    """Things by the stretch of the layer, *length* points long, that they begin in."""

    def __init__(self, length: float, make: Callable[[], T]) -> None:
        self._length = length
        self._make = make
        self._found: dict[int, T] = {}

    def at(self, x: float) -> T:
        """Return what is for the stretch at *x*."""
        number = int(x // self._length)
        if number not in self._found:
            self._found[number] = self._make()
        return self._found[number]

    def near(self, exposed: QRectF) -> Iterator[T]:
        """Yield what may reach into *exposed*: of its stretches and the one before."""
        first = int(exposed.left() // self._length) - 1
        for number in range(first, int(exposed.right() // self._length) + 1):
            if number in self._found:
                yield self._found[number]


class Layer:
    """Blocks in one coordinate system, painted as fine as the painter's scale asks for.

    Args:
        blocks: From back to front. Texts come above all bodies.
        overview: Whether one picture stands for all from afar; the layer keeps it.
    """

    def __init__(self, blocks: Iterable[Block], cards: Cards, *, overview: bool = True) -> None:
        self._cards = cards
        self._has_overview = overview
        self._overview: QPixmap | None = None
        self._wide: list[_Placed] = []
        self._blocks: _Stretches[list[_Placed]] = _Stretches(_NEAR, list)
        self._plain: _Stretches[list[_Placed]] = _Stretches(_NEAR, list)
        self._sketches: _Stretches[_Sketch] = _Stretches(_FAR, _Sketch)
        rects = []
        for block in blocks:
            placed = _Placed(block, cards.prepared(block.drawing))
            rects.append(placed.rect)
            self._sort_in(placed, block.drawing.width > _NEAR)
        self._rect = QRectF(*union(rects))

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what meets *exposed*; the painter's units are points, its scale is the zoom."""
        zoom = painter.worldTransform().m11()
        if zoom < SKETCH_FROM and self._has_overview:
            self._paint_overview(painter, exposed)
        elif zoom < TEXT_FROM:
            self._paint_sketch(painter, exposed)
        else:
            visible = self._visible(self._blocks, exposed)
            self._paint_bodies(painter, visible, exposed)
            self._paint_texts(painter, visible)

    def _sort_in(self, placed: _Placed, is_wide: bool) -> None:
        """File a block: wide ones are always looked at, texts have a sketch, the rest has not."""
        if placed.prepared.texts:
            self._sketches.at(placed.x).placed.append(placed)
        elif not is_wide:
            self._plain.at(placed.x).append(placed)
        if is_wide:
            self._wide.append(placed)
        else:
            self._blocks.at(placed.x).append(placed)

    def _visible(self, lists: _Stretches[list[_Placed]], exposed: QRectF) -> list[_Placed]:
        area = Rect(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        near = [each for found in lists.near(exposed) for each in found]
        return [each for each in (*self._wide, *near) if each.rect.meets(area)]

    def _paint_bodies(self, painter: QPainter, visible: Sequence[_Placed], exposed: QRectF) -> None:
        """Draw bodies: kept ones at whole device pixels, large ones as they are."""
        world = painter.worldTransform()
        ratio = painter.device().devicePixelRatio()
        scale, dx, dy = world.m11() * ratio, world.dx() * ratio, world.dy() * ratio
        pixels = QTransform.fromScale(1 / ratio, 1 / ratio)
        in_pixels = False
        for each in visible:
            pixmap = self._cards.pixmap(each.prepared.body, scale)
            if in_pixels != (pixmap is not None):
                in_pixels = not in_pixels
                painter.setWorldTransform(pixels if in_pixels else world)
            if pixmap is None:
                self._cards.play(painter, each.prepared.body, each.x, each.y, exposed)
            else:
                edge = each.prepared.body.edge(scale)
                place(painter, pixmap, edge, each.x * scale + dx, each.y * scale + dy)
        painter.setWorldTransform(world)

    def _paint_texts(self, painter: QPainter, visible: Sequence[_Placed]) -> None:
        last = None
        for each in visible:
            for run, colour in each.prepared.runs:
                if colour != last:
                    painter.setPen(colour)
                    last = colour
                painter.drawGlyphRun(each.spot, run)

    def _paint_sketch(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw cards as plain rectangles with bars for lines, and what has no text as it is."""
        plain = self._visible(self._plain, exposed)
        self._paint_bodies(painter, [p for p in plain if not p.prepared.texts], exposed)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for sketch in self._sketches.near(exposed):
            sketch.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_overview(self, painter: QPainter, exposed: QRectF) -> None:
        if self._rect.isEmpty():
            return
        if self._overview is None:
            self._overview = self._make_overview()
        part = exposed.intersected(self._rect)
        scale = self._overview.width() / self._rect.width()
        down = self._overview.height() / self._rect.height()
        corner = part.topLeft() - self._rect.topLeft()
        source = QRectF(
            corner.x() * scale, corner.y() * down, part.width() * scale, part.height() * down
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(part, self._overview, source)

    def _make_overview(self) -> QPixmap:
        longest = max(self._rect.width(), self._rect.height())
        scale = min(SKETCH_FROM, _LONGEST / longest)
        size = (self._rect.size() * scale).toSize()
        pixmap = QPixmap(max(1, size.width()), max(1, size.height()))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(pixmap.width() / self._rect.width(), pixmap.height() / self._rect.height())
        painter.translate(-self._rect.topLeft())
        self._paint_sketch(painter, self._rect)
        painter.end()
        return pixmap
