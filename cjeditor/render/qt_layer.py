"""Many blocks painted fast: only what is exposed, and only as fine as the eye can see."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from cjeditor.display.shapes import Block, Rect, union
from cjeditor.render.qt_cards import Cards, place
from cjeditor.render.qt_overview import SKETCH_FROM, Overview
from cjeditor.render.qt_shelves import Part, Place, Placed, Shelf, Sketches, same_drawing

TEXT_FROM = 0.45
"""Zoom from which text is drawn; below, it would be less than 6 pixels high."""

_NEAR = 512.0
_FAR = 2048.0
"""Points by which blocks are filed: short for what is drawn one by one, long for batches."""

_Was: TypeAlias = dict[Place, deque[Placed]]
"""Blocks that have been taken out, by their places; several may share one."""


class Layer:
    """Blocks in one coordinate system, painted as fine as the painter's scale asks for.

    Args:
        blocks: The first part; from back to front. Texts come above all bodies.
        overview: Whether one picture stands for all from afar; the layer keeps it.

    Attributes:
        without: Elements that are not painted now where texts are; something else shows them.
    """

    def __init__(self, blocks: Iterable[Block], cards: Cards, *, overview: bool = True) -> None:
        self._cards = cards
        self._overview = Overview() if overview else None
        self._parts: dict[int, Part] = {}
        self._placed: dict[int, list[Placed]] = {}
        self._wide: dict[int, list[Placed]] = {}
        self._blocks = Shelf(_NEAR)
        self._plain = Shelf(_NEAR)
        self._sketches = Sketches(_FAR)
        self.without: frozenset[str] = frozenset()
        self.show_parts([tuple(blocks)])

    def show_parts(self, parts: Iterable[Part]) -> list[Rect]:
        """Show *parts* in the place of those before; return where that looks different.

        Parts that are the same, by identity, stay as they are and cost nothing. Parts should
        not cover one another: which of them is in front is not promised.
        """
        now = {id(part): part for part in parts if part}
        gone = self._parts.keys() - now.keys()
        come = [key for key in now if key not in self._parts]
        was: _Was = {}
        for placed in (each for key in gone for each in self._take_out(key)):
            was.setdefault(placed.place, deque()).append(placed)
        self._parts = now
        changed: list[Rect] = []
        for key in come:
            self._put_in(key, [self._place(block, was, changed) for block in now[key]])
        changed.extend(placed.rect for left in was.values() for placed in left)
        if self._overview is not None:
            self._overview.mark(changed)
        return changed

    def add_parts(self, parts: Iterable[Part]) -> None:
        """Show *parts* besides those that are there."""
        come: list[Rect] = []
        for part in parts:
            self._parts[id(part)] = part
            self._put_in(id(part), [self._place(block, {}, come) for block in part])
        if self._overview is not None:
            self._overview.mark(come)

    def sketch(self, part: Part) -> None:
        """Get ready to draw a part that is there from afar."""
        blocks = self._placed.get(id(part), ())
        self._sketches.gather(id(part), [each for each in blocks if each.prepared.texts])

    def _place(self, block: Block, was: _Was, changed: list[Rect]) -> Placed:
        """Return *block* placed; what is new of it, and what it replaces, goes to *changed*."""
        there = was.get((block.element, block.part, block.x, block.y))
        old = there.popleft() if there else None
        if old is not None and same_drawing(old.block.drawing, block.drawing):
            return old
        new = Placed(block, self._cards.prepared(block.drawing))
        changed.extend(each.rect for each in (old, new) if each is not None)
        return new

    def _put_in(self, part: int, blocks: list[Placed]) -> None:
        """File a part: wide blocks are always looked at, texts have a sketch, the rest has not."""
        self._placed[part] = blocks
        self._sketches.put(part, [each for each in blocks if each.prepared.texts])
        for placed in blocks:
            is_wide = placed.block.drawing.width > _NEAR
            if is_wide:
                self._wide.setdefault(part, []).append(placed)
            else:
                self._blocks.put(part, placed)
            if not is_wide and not placed.prepared.texts:
                self._plain.put(part, placed)

    def _take_out(self, part: int) -> list[Placed]:
        blocks = self._placed.pop(part)
        self._wide.pop(part, None)
        self._blocks.drop(part, blocks)
        self._plain.drop(part, blocks)
        self._sketches.drop(part, [each for each in blocks if each.prepared.texts])
        return blocks

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what meets *exposed*; the painter's units are points, its scale is the zoom."""
        zoom = painter.worldTransform().m11()
        if zoom < SKETCH_FROM and self._overview is not None:
            self._overview.paint(painter, exposed, self._area, self._paint_sketch)
        elif zoom < TEXT_FROM:
            self._paint_sketch(painter, exposed)
        else:
            visible = self._visible(self._blocks, exposed)
            self._paint_bodies(painter, visible, exposed)
            self._paint_texts(painter, visible)

    def _area(self) -> Rect:
        """Return the rectangle around all blocks."""
        return union([placed.rect for blocks in self._placed.values() for placed in blocks])

    def _visible(self, shelf: Shelf, exposed: QRectF) -> list[Placed]:
        left, top = exposed.x(), exposed.y()
        right, bottom = left + exposed.width(), top + exposed.height()
        parts = chain(self._wide.values(), shelf.near(exposed))
        found = [  # as `Rect.meets`, written out for the hundreds of blocks of each frame
            each
            for blocks in parts
            for each in blocks
            if each.rect.x < right
            and left < each.rect.x + each.rect.width
            and each.rect.y < bottom
            and top < each.rect.y + each.rect.height
        ]
        if self.without:
            return [each for each in found if each.block.element not in self.without]
        return found

    def _paint_bodies(self, painter: QPainter, visible: Sequence[Placed], exposed: QRectF) -> None:
        """Draw bodies: kept ones at whole device pixels, large ones as they are."""
        world = painter.worldTransform()
        ratio = painter.device().devicePixelRatio()
        scale, dx, dy = world.m11() * ratio, world.dx() * ratio, world.dy() * ratio
        pixels = QTransform.fromScale(1 / ratio, 1 / ratio)
        in_pixels = False
        pixmap_of = self._cards.pixmap
        for each in visible:
            body = each.prepared.body
            pixmap = pixmap_of(body, scale)
            if in_pixels != (pixmap is not None):
                in_pixels = not in_pixels
                painter.setWorldTransform(pixels if in_pixels else world)
            if pixmap is None:
                self._cards.play(painter, body, each.x, each.y, exposed)
            else:
                x, y = each.x * scale + dx, each.y * scale + dy
                place(painter, pixmap, body.edge(scale), x, y)
        painter.setWorldTransform(world)

    def _paint_texts(self, painter: QPainter, visible: Sequence[Placed]) -> None:
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
        self._sketches.paint(painter, exposed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
