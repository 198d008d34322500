"""Draws shapes with a QPainter: the backend of the screen and of picture files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import assert_never

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QGlyphRun,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRawFont,
)

from cjeditor.display import shapes
from cjeditor.display.fonts import face_path
from cjeditor.display.symbols import symbol_paths
from cjeditor.render.qt_pictures import Images

_SYMBOL_BOX = 24
_SYMBOL_STROKE = 2


class Faces:
    """The bundled font files at the sizes in use, unhinted: glyphs stand where layout put them."""

    def __init__(self) -> None:
        self._files: dict[str, QRawFont] = {}
        self._fonts: dict[tuple[str, float], QRawFont] = {}

    def font(self, face: str, size: float) -> QRawFont:
        """Return the face at *size* points."""
        font = self._fonts.get((face, size))
        if font is None:
            font = QRawFont(self._file(face, size))  # at another size the file is not read again
            font.setPixelSize(size)
            self._fonts[face, size] = font
        return font

    def _file(self, face: str, size: float) -> QRawFont:
        font = self._files.get(face)
        if font is None:
            font = QRawFont(str(face_path(face)), size, QFont.HintingPreference.PreferNoHinting)
            self._files[face] = font
        return font


class QtBackend:
    """Draws on a painter whose units are points, in high quality."""

    def __init__(self, painter: QPainter, faces: Faces, images: Images) -> None:
        self._painter = painter
        self._faces = faces
        self._images = images
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        self._painter.translate(x, y)
        try:
            yield
        finally:
            self._painter.translate(-x, -y)

    def box(self, box: shapes.Box) -> None:
        self._painter.setPen(pen_of(box.stroke))
        self._painter.setBrush(brush_of(box.fill, box.opacity))
        if box.radius:
            self._painter.drawRoundedRect(QRectF(*box.rect), box.radius, box.radius)
        else:
            self._painter.drawRect(QRectF(*box.rect))

    def wash(self, wash: shapes.Wash) -> None:
        gradient = QLinearGradient(0, wash.rect.y, 0, wash.rect.bottom)
        for at, colour in wash.stops:
            gradient.setColorAt(at, QColor(colour))
        self._painter.fillRect(QRectF(*wash.rect), QBrush(gradient))

    def line(self, line: shapes.Line) -> None:
        self._painter.setPen(pen_of(line.stroke))
        self._painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))

    def curve(self, curve: shapes.Curve) -> None:
        pen = pen_of(curve.stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(brush_of(curve.fill, 1))
        self._painter.drawPath(path_of(curve.path))

    def text(self, text: shapes.TextLine) -> None:
        for run, colour in glyph_runs([text], self._faces):
            self._painter.setPen(colour)
            self._painter.drawGlyphRun(QPointF(0, 0), run)

    def picture(self, picture: shapes.Picture) -> None:
        world, device = self._painter.worldTransform(), self._painter.device()
        pixels = picture.rect.width * world.m11() * device.devicePixelRatio()
        image = self._images.image(picture.picture, pixels)
        if not image.isNull():
            self._painter.drawImage(QRectF(*picture.rect), image)

    def symbol(self, symbol: shapes.Symbol) -> None:
        draw_symbol(self._painter, symbol)


def draw_symbol(painter: QPainter, symbol: shapes.Symbol) -> None:
    """Draw one symbol with round strokes."""
    scale = symbol.size / _SYMBOL_BOX
    pen = QPen(QColor(symbol.colour), _SYMBOL_STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.translate(symbol.x, symbol.y)
    painter.scale(scale, scale)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_symbol_path(symbol.name))
    painter.restore()


def glyph_runs(lines: Iterable[shapes.TextLine], faces: Faces) -> list[tuple[QGlyphRun, QColor]]:
    """Return the glyphs of *lines* gathered by face, size and colour, each at its place."""
    gathered: dict[tuple[str, float, str], tuple[list[int], list[QPointF]]] = {}
    for text in lines:
        for run in text.line.runs:
            key = (run.face, text.line.size, text.colour)
            glyphs, points = gathered.setdefault(key, ([], []))
            glyphs.extend(run.glyphs)
            points.extend(
                QPointF(text.x + x, text.baseline - y) for x, y in zip(run.xs, run.ys, strict=True)
            )
    return [
        (_glyph_run(faces.font(face, size), glyphs, points), QColor(colour))
        for (face, size, colour), (glyphs, points) in gathered.items()
    ]


def path_of(path: Iterable[shapes.Segment]) -> QPainterPath:
    """Return *path* as Qt's own."""
    made = QPainterPath()
    for segment in path:
        match segment:
            case shapes.MoveTo():
                made.moveTo(segment.x, segment.y)
            case shapes.LineTo():
                made.lineTo(segment.x, segment.y)
            case shapes.CurveTo():
                made.cubicTo(*segment)
            case shapes.Close():
                made.closeSubpath()
            case _:
                assert_never(segment)
    return made


@lru_cache(maxsize=500)
def _symbol_path(name: str) -> QPainterPath:
    whole = QPainterPath()
    for part in symbol_paths(name):
        whole.addPath(path_of(part))
    return whole


def _glyph_run(font: QRawFont, glyphs: list[int], points: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(font)
    run.setGlyphIndexes(glyphs)
    run.setPositions(points)
    return run


def pen_of(stroke: shapes.Stroke | None) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


def brush_of(fill: str | None, opacity: float) -> QBrush:
    if fill is None:
        return QBrush(Qt.BrushStyle.NoBrush)
    colour = QColor(fill)
    colour.setAlphaF(opacity)
    return QBrush(colour)
