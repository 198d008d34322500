"""Drawings prepared for a fast screen: bodies as pixmaps, texts as glyph runs, sketches."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor
from weakref import WeakKeyDictionary, WeakValueDictionary

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPixmap

from cjeditor.core.colours import mix
from cjeditor.core.ids import Id
from cjeditor.display import shapes
from cjeditor.model import records
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend, glyph_runs, path_of
from cjeditor.render.qt_pictures import Images
from cjeditor.render.qt_scenery import Scenery

_MARGIN = 3.0
"""Room in points around every body for shadows and strokes."""

_LARGEST = 120_000
"""A body with more pixels than this is drawn, not kept."""

_ROOM = 24_000_000
"""Pixels kept in all (96 MB)."""

_AT_ONCE = 12.0
"""Milliseconds of a frame for decoding pictures; the others come with the next frames."""

_MANY = 40
"""Drawings of so many shapes are not looked through for one that looks alike."""

_TALL = 16.0
_SMALL = 200.0
"""Height in points of an outline, and area of a box, that are still seen from afar."""

_FAINT = 0.45
"""Share of the ink in the bars that stand for lines of text."""


class Body:
    """Everything of a drawing but its text; the same for all drawings that look alike."""

    def __init__(self, drawing: shapes.Drawing) -> None:
        self.drawing = drawing
        self.overhang = max(_MARGIN, *(_beyond(each, drawing) for each in drawing.shapes), 0)

    def edge(self, scale: float) -> int:
        """Return the pixels around the drawing that its shapes may reach into at *scale*."""
        return ceil(self.overhang * scale)

    def pixels(self, scale: float) -> float:
        """Return the size of a pixmap of the body."""
        edge = 2 * self.overhang * scale
        return (self.drawing.width * scale + edge) * (self.drawing.height * scale + edge)

    @cached_property
    def fills(self) -> tuple[tuple[str, QRectF], ...]:
        """What of the body is seen from afar, as rectangles by colour."""
        boxes = [
            each
            for each in self.drawing.shapes
            if isinstance(each, shapes.Box) and each.fill and each.opacity == 1 and _shows(each)
        ]
        filled = (part for box in boxes for part in _with_outline(box))
        return (*filled, *_bars(self.drawing.shapes))

    @cached_property
    def ground(self) -> str | None:
        """The colour behind the text, if it is known."""
        boxes = (each for each in self.drawing.shapes if isinstance(each, shapes.Box))
        return next((b.fill for b in boxes if b.fill and b.opacity == 1 and _shows(b)), None)

    @cached_property
    def scenery(self) -> Scenery:
        """The body for drawing without a pixmap; made when it is first drawn so."""
        return Scenery(self.drawing)


def _beyond(shape: shapes.Shape, drawing: shapes.Drawing) -> float:
    """Return how far an outline reaches out of its drawing, in points."""
    if not isinstance(shape, shapes.Curve):
        return 0
    rect = path_of(shape.path).controlPointRect()
    sides = (
        -rect.left(),
        -rect.top(),
        rect.right() - drawing.width,
        rect.bottom() - drawing.height,
    )
    return max(sides) + (shape.stroke.width if shape.stroke else 1)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A drawing from afar: plain rectangles by colour, from back to front."""

    fills: tuple[tuple[str, QRectF], ...]
    lines: tuple[tuple[str, QRectF], ...]


class Prepared:
    """A drawing ready for the screen."""

    def __init__(self, drawing: shapes.Drawing, body: Body, faces: Faces) -> None:
        self.body = body
        self.texts = tuple(each for each in drawing.shapes if isinstance(each, shapes.TextLine))
        self._faces = faces

    @cached_property
    def runs(self) -> list[tuple[QGlyphRun, QColor]]:
        """The text; made when it is first drawn."""
        return glyph_runs(self.texts, self._faces)

    @cached_property
    def sketch(self) -> Sketch:
        """The drawing without details; made when it is first drawn from afar."""
        fills = self.body.fills
        ground = self.body.ground or (fills[0][0] if fills else None)
        return Sketch(fills, tuple(_bar(text, ground) for text in self.texts))


def _with_outline(box: shapes.Box) -> Iterator[tuple[str, QRectF]]:
    """Yield a filled box as rectangles: of its outline, if it is a strong one, and its own."""
    rect = QRectF(*box.rect)
    width = box.stroke.width if box.stroke else 0
    if box.stroke and width > 1:
        yield box.stroke.colour, rect
        rect = rect.adjusted(width, width, -width, -width)
    if box.fill:
        yield box.fill, rect


def _shows(box: shapes.Box) -> bool:
    """Tell whether a box is still seen from afar; dots and marks are not."""
    return box.rect.width * box.rect.height > _SMALL


def _bars(parts: tuple[shapes.Shape, ...]) -> Iterator[tuple[str, QRectF]]:
    """Yield filled outlines that are seen from afar, as rectangles: the bars of cards."""
    for each in parts:
        if isinstance(each, shapes.Curve) and each.fill:
            rect = path_of(each.path).boundingRect()
            if rect.height() > _TALL:
                yield each.fill, rect


def _bar(text: shapes.TextLine, ground: str | None) -> tuple[str, QRectF]:
    """Return what stands for a line; where its ground is not known, half clear."""
    height = text.line.size * 0.5
    rect = QRectF(text.x, text.baseline - height, text.line.width, height)
    if ground is None:
        return f"#{round(255 * _FAINT):02x}{text.colour[1:]}", rect
    return mix(text.colour, ground, _FAINT), rect


@dataclass
class Cards:
    """Prepares drawings and keeps what it made for as long as the drawings live."""

    faces: Faces = field(default_factory=Faces)
    images: Images = field(default_factory=lambda: Images({}, _AT_ONCE))

    def __post_init__(self) -> None:
        self._prepared: WeakKeyDictionary[shapes.Drawing, Prepared] = WeakKeyDictionary()
        self._bodies: WeakValueDictionary[object, Body] = WeakValueDictionary()
        self._pixmaps: dict[Body, QPixmap] = {}
        self._scale = 0.0
        self._pixels = 0.0

    def beside(self) -> "Cards":
        """Return what another view prepares and keeps; what is the same at any zoom is shared."""
        other = Cards(self.faces)
        other._prepared, other._bodies = self._prepared, self._bodies
        return other

    def use(self, pictures: Mapping[Id, records.Picture]) -> None:
        """Draw pictures from *pictures* from now on."""
        self.images.use(pictures)

    def prepared(self, drawing: shapes.Drawing) -> Prepared:
        """Return *drawing* ready for the screen."""
        found = self._prepared.get(drawing)
        if found is None:
            found = Prepared(drawing, self._body(drawing), self.faces)
            self._prepared[drawing] = found
        return found

    def _body(self, drawing: shapes.Drawing) -> Body:
        parts = tuple(each for each in drawing.shapes if not isinstance(each, shapes.TextLine))
        key = (drawing.width, drawing.height, parts) if len(parts) < _MANY else drawing
        body = self._bodies.get(key)
        if body is None:
            body = Body(shapes.Drawing(drawing.width, drawing.height, parts))
            self._bodies[key] = body
        return body

    def pixmap(self, body: Body, scale: float) -> QPixmap | None:
        """Return *body* at *scale* device pixels a point; None if it is too large to keep."""
        if scale != self._scale or self._pixels > _ROOM:
            self._pixmaps.clear()
            self._scale, self._pixels = scale, 0.0
        kept = self._pixmaps.get(body)
        if kept is not None:
            return kept
        if body.pixels(scale) <= _LARGEST:
            waiting = self.images.is_late
            self.images.is_late = False
            kept = self._rendered(body, scale)
            if not self.images.is_late:  # else it is not what it will be
                self._pixmaps[body] = kept
                self._pixels += body.pixels(scale)
            self.images.is_late |= waiting
        return kept

    def _rendered(self, body: Body, scale: float) -> QPixmap:
        edge = body.edge(scale)
        width = ceil(body.drawing.width * scale) + 2 * edge
        height = ceil(body.drawing.height * scale) + 2 * edge
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(edge, edge)
        painter.scale(scale, scale)
        play(body.drawing, QtBackend(painter, self.faces, self.images))
        painter.end()
        return pixmap

    def play(self, painter: QPainter, body: Body, x: float, y: float, seen: QRectF) -> None:
        """Draw *body* itself at *x*, *y* of the painter, as far as it is in *seen*."""
        backend = QtBackend(painter, self.faces, self.images)
        with backend.moved(x, y):
            body.scenery.paint(painter, backend, seen.translated(-x, -y))


def snapped(value: float) -> int:
    """Return the nearest whole pixel, the same for every scroll position."""
    return floor(value + 0.5)


def place(painter: QPainter, pixmap: QPixmap, edge: int, x: float, y: float) -> None:
    """Draw a kept body so that its drawing's corner is at device pixel *x*, *y*."""
    painter.drawPixmap(snapped(x) - edge, snapped(y) - edge, pixmap)
