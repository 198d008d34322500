"""Large bodies drawn as they are: a lane's ground with its grid, a curve over all columns."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from cjeditor.display import shapes
from cjeditor.render.backend import play
from cjeditor.render.qt import QtBackend, path_of, pen_of

_DASHES_FROM = 0.45
"""Zoom from which dashes are drawn; below, they would be a pixel long."""

_DASHED_FROM = 0.2
"""Zoom from which dashed lines are drawn at all."""

_PIECE = 8
"""So many segments of a curve are drawn at once."""


class _Lines:
    """Straight lines of one stroke, drawn at once."""

    def __init__(self, stroke: shapes.Stroke) -> None:
        self.lines: list[QLineF] = []
        self._pen = pen_of(stroke)

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        zoom = painter.worldTransform().m11()
        if zoom < _DASHED_FROM and self._pen.style() != Qt.PenStyle.SolidLine:
            return
        left, right = seen.left() - 2, seen.right() + 2
        lines = [line for line in self.lines if line.x2() >= left and line.x1() <= right]
        if zoom >= _DASHES_FROM:
            painter.setPen(self._pen)
            painter.drawLines([_clipped(line, left, right, self._pen) for line in lines])
        else:
            self._paint_thin(painter, lines, zoom)

    def _paint_thin(self, painter: QPainter, lines: list[QLineF], zoom: float) -> None:
        """Draw lines a pixel wide as full-colour rectangles, which cost next to nothing."""
        pixel = 1 / zoom
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._pen.color())
        painter.drawRects(
            [
                QRectF(line.x1(), line.y1(), max(line.dx(), pixel), max(line.dy(), pixel))
                for line in lines
            ]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _clipped(line: QLineF, left: float, right: float, pen: QPen) -> QLineF:
    """Return the part of a level line that is seen, begun where its dashes would begin."""
    if line.y1() != line.y2() or line.length() < 2 * (right - left):
        return line
    period = sum(pen.dashPattern()) * pen.widthF() if pen.style() != Qt.PenStyle.SolidLine else 1
    start = line.x1() + max(0.0, (left - line.x1()) // period) * period
    return QLineF(start, line.y1(), min(line.x2(), right), line.y1())


class _Paths:
    """A curve with its path made once, in pieces of which only those that are seen are drawn."""

    def __init__(self, curve: shapes.Curve) -> None:
        pen = pen_of(curve.stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        reach = pen.widthF()
        self._pieces: list[tuple[QPainterPath, QPen, QRectF]] = []
        length = 0.0
        for part in _cut(curve.path):
            path, own = path_of(part), QPen(pen)
            if pen.style() != Qt.PenStyle.SolidLine:
                own.setDashOffset(length / reach)
                length += path.length()
            rect = path.boundingRect().adjusted(-reach, -reach, reach, reach)
            self._pieces.append((path, own, rect))

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        for path, pen, rect in self._pieces:
            if rect.intersects(seen):
                painter.strokePath(path, pen)


def _cut(path: tuple[shapes.Segment, ...]) -> Iterator[tuple[shapes.Segment, ...]]:
    """Yield an outline in pieces, each beginning where the one before it ends."""
    first, *rest = path
    if len(rest) <= _PIECE or not all(isinstance(each, shapes.CurveTo) for each in rest):
        yield path
        return
    for begin in range(0, len(rest), _PIECE):
        piece = rest[begin : begin + _PIECE]
        yield (first, *piece)
        end = piece[-1]
        assert isinstance(end, shapes.CurveTo)
        first = shapes.MoveTo(end.x, end.y)


class Scenery:
    """The shapes of one drawing, prepared; straight lines come above everything else."""

    def __init__(self, drawing: shapes.Drawing) -> None:
        self._lines: dict[shapes.Stroke, _Lines] = {}
        self._others: list[shapes.Drawing | _Paths] = []
        for each in drawing.shapes:
            if isinstance(each, shapes.Line):
                added = QLineF(each.x1, each.y1, each.x2, each.y2)
                self._lines.setdefault(each.stroke, _Lines(each.stroke)).lines.append(added)
            elif isinstance(each, shapes.Curve) and not each.fill:
                self._others.append(_Paths(each))
            else:
                single = shapes.Drawing(drawing.width, drawing.height, (each,))
                self._others.append(single)

    def paint(self, painter: QPainter, backend: QtBackend, seen: QRectF) -> None:
        """Draw what meets *seen* at the painter's origin; *backend* draws on *painter*."""
        for each in self._others:
            if isinstance(each, _Paths):
                each.paint(painter, seen)
            else:
                play(each, backend)
        for lines in self._lines.values():
            lines.paint(painter, seen)
