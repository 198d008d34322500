"""Blocks on a layer, kept where a painter finds them: by the stretch that they begin in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter

from cjeditor.display.shapes import Block, Drawing
from cjeditor.render.qt_cards import Prepared

Part: TypeAlias = tuple[Block, ...]
"""Blocks that come to a layer and leave it together, from back to front."""

Place: TypeAlias = tuple[str, str, float, float]

_Rects: TypeAlias = dict[str, list[QRectF]]
"""Rectangles by colour."""


class Placed:
    """A block with what is prepared of its drawing."""

    __slots__ = ("block", "prepared", "rect", "spot", "x", "y")

    def __init__(self, block: Block, prepared: Prepared) -> None:
        self.block = block
        self.x, self.y = block.x, block.y
        self.rect = block.rect.grown(prepared.body.overhang)
        self.spot = QPointF(block.x, block.y)
        self.prepared = prepared

    @property
    def place(self) -> Place:
        """What it is and where: a block that looks the same there need not be painted again."""
        return self.block.element, self.block.part, self.x, self.y


class Shelf:
    """Placed blocks by the stretch, *length* points long, that they begin in, and by part."""

    def __init__(self, length: float) -> None:
        self._length = length
        self._found: dict[int, dict[int, list[Placed]]] = {}

    def put(self, part: int, placed: Placed) -> None:
        number = int(placed.x // self._length)
        self._found.setdefault(number, {}).setdefault(part, []).append(placed)

    def drop(self, part: int, blocks: Iterable[Placed]) -> None:
        """Take out the *blocks* of a part."""
        for number in {int(placed.x // self._length) for placed in blocks}:
            self._found.get(number, {}).pop(part, None)

    def near(self, exposed: QRectF) -> Iterator[list[Placed]]:
        """Yield what may reach into *exposed*, part by part."""
        for number in stretches(exposed, self._length):
            if number in self._found:
                yield from self._found[number].values()


def stretches(exposed: QRectF, length: float) -> range:
    """Return the numbers of the stretches that *exposed* lies in, and of the one before."""
    return range(int(exposed.left() // length) - 1, int(exposed.right() // length) + 1)


class Sketches:
    """Cards as plain rectangles, gathered by colour for each long stretch of the layer.

    What was gathered of a part is kept; a changed part costs its own cards and little more.
    """

    def __init__(self, length: float) -> None:
        self._length = length
        self._found: dict[int, _Sketch] = {}

    def put(self, part: int, blocks: Sequence[Placed]) -> None:
        """Take in the *blocks* of a part."""
        for placed in blocks:
            number = int(placed.x // self._length)
            self._found.setdefault(number, _Sketch()).put(part, placed)

    def drop(self, part: int, blocks: Iterable[Placed]) -> None:
        """Take out the *blocks* of a part."""
        for number in {int(placed.x // self._length) for placed in blocks}:
            self._found[number].drop(part)

    def gather(self, part: int, blocks: Iterable[Placed]) -> None:
        """Gather the *blocks* of a part now, so that painting them takes less time."""
        for number in {int(placed.x // self._length) for placed in blocks}:
            self._found[number].gather(part)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw what may reach into *exposed*; the painter has no pen."""
        for number in stretches(exposed, self._length):
            if number in self._found:
                self._found[number].paint(painter)


class _Sketch:
    """The cards that begin in one stretch."""

    def __init__(self) -> None:
        self._parts: dict[int, list[Placed]] = {}
        self._gathered: dict[int, tuple[_Rects, _Rects]] = {}
        self._batches: list[tuple[QBrush, list[QRectF]]] | None = None

    def put(self, part: int, placed: Placed) -> None:
        self._parts.setdefault(part, []).append(placed)
        self._batches = None

    def drop(self, part: int) -> None:
        del self._parts[part]
        self._gathered.pop(part, None)
        self._batches = None

    def gather(self, part: int) -> None:
        if part not in self._gathered:
            self._gathered[part] = _rects_of(self._parts[part])

    def paint(self, painter: QPainter) -> None:
        if self._batches is None:
            self._batches = self._gather()
        for brush, rects in self._batches:
            painter.setBrush(brush)
            painter.drawRects(rects)

    def _gather(self) -> list[tuple[QBrush, list[QRectF]]]:
        fills: _Rects = {}
        lines: _Rects = {}
        for part in self._parts:
            self.gather(part)
            for table, found in zip((fills, lines), self._gathered[part], strict=True):
                for colour, rects in found.items():
                    table.setdefault(colour, []).extend(rects)
        batches = (*fills.items(), *lines.items())
        return [(QBrush(QColor(colour)), rects) for colour, rects in batches]


def _rects_of(blocks: Iterable[Placed]) -> tuple[_Rects, _Rects]:
    """Return the grounds and the lines of *blocks*."""
    fills: _Rects = {}
    lines: _Rects = {}
    for each in blocks:
        sketch = each.prepared.sketch
        for table, rects in ((fills, sketch.fills), (lines, sketch.lines)):
            for colour, rect in rects:
                table.setdefault(colour, []).append(rect.translated(each.spot))
    return fills, lines


def same_drawing(one: Drawing, other: Drawing) -> bool:
    """Tell whether both look the same; most often they are the same one."""
    return one is other or (one.width, one.height, one.shapes) == (
        other.width,
        other.height,
        other.shapes,
    )
