"""A backend that lists the shapes it is given, each where it stands on the sheet; for tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from cjeditor.display import shapes


class Recorder:
    """Keeps what is played on it.

    Attributes:
        shapes: In sheet coordinates (not relative to their drawing), from back to front.
    """

    def __init__(self) -> None:
        self.shapes: list[shapes.Shape] = []
        self._x = 0.0
        self._y = 0.0

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        before = self._x, self._y
        self._x, self._y = self._x + x, self._y + y
        yield
        self._x, self._y = before

    @property
    def texts(self) -> list[shapes.TextLine]:
        """The lines of text, in the order in which they were drawn."""
        return [shape for shape in self.shapes if isinstance(shape, shapes.TextLine)]

    def box(self, box: shapes.Box) -> None:
        self.shapes.append(box._replace(rect=box.rect.moved(self._x, self._y)))

    def wash(self, wash: shapes.Wash) -> None:
        self.shapes.append(wash._replace(rect=wash.rect.moved(self._x, self._y)))

    def line(self, line: shapes.Line) -> None:
        x, y = self._x, self._y
        moved = shapes.Line(line.x1 + x, line.y1 + y, line.x2 + x, line.y2 + y, line.stroke)
        self.shapes.append(moved)

    def curve(self, curve: shapes.Curve) -> None:
        self.shapes.append(curve._replace(path=tuple(map(self._placed, curve.path))))

    def text(self, text: shapes.TextLine) -> None:
        self.shapes.append(text._replace(x=text.x + self._x, baseline=text.baseline + self._y))

    def picture(self, picture: shapes.Picture) -> None:
        self.shapes.append(picture._replace(rect=picture.rect.moved(self._x, self._y)))

    def symbol(self, symbol: shapes.Symbol) -> None:
        self.shapes.append(symbol._replace(x=symbol.x + self._x, y=symbol.y + self._y))

    def _placed(self, segment: shapes.Segment) -> shapes.Segment:
        # A segment is a tuple x, y, x, y, …, and its own class makes one again.
        shifts = (self._x, self._y) * 3
        return type(segment)(*(at + by for at, by in zip(segment, shifts, strict=False)))
