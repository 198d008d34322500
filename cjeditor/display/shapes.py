"""The closed set of shapes that a drawing is made of.

Every length is in points, x to the right, y down, measured from the drawing's own top left
corner. Every colour is `#rrggbb`. A backend in `render/` draws each shape of `Shape`; a
`match` with `assert_never` makes the type checker name the backends that lack a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from cjeditor.display.glyphs import Line as GlyphLine


class Rect(NamedTuple):
    """A rectangle; *x*, *y* is its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies inside; the right and bottom edges are outside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: "Rect") -> bool:
        """Tell whether the two share any area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def moved(self, dx: float, dy: float) -> "Rect":
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> "Rect":
        """Return the rectangle with *by* more on every side."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


class Stroke(NamedTuple):
    """How a line is drawn.

    Attributes:
        dash: Lengths of ink and gap in turn, in points; empty means solid.
    """

    colour: str
    width: float = 1
    dash: tuple[float, ...] = ()


class Box(NamedTuple):
    """A rectangle, its corners rounded by *radius*; the stroke is centred on its edge.

    Attributes:
        opacity: 0 (clear) to 1, of the fill.
    """

    rect: Rect
    fill: str | None = None
    stroke: Stroke | None = None
    radius: float = 0
    opacity: float = 1


class Wash(NamedTuple):
    """A rectangle filled from top to bottom through *stops*: (0 to 1, colour), rising."""

    rect: Rect
    stops: tuple[tuple[float, str], ...]


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


class MoveTo(NamedTuple):
    """The start of an outline."""

    x: float
    y: float


class LineTo(NamedTuple):
    """A straight line to *x*, *y*."""

    x: float
    y: float


class CurveTo(NamedTuple):
    """A cubic Bézier curve to *x*, *y* with two control points."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(NamedTuple):
    """A straight line back to where the outline began."""


Segment: TypeAlias = MoveTo | LineTo | CurveTo | Close


class Curve(NamedTuple):
    """A path of straight and curved segments; line ends and joins are round."""

    path: tuple[Segment, ...]
    stroke: Stroke | None = None
    fill: str | None = None


class TextLine(NamedTuple):
    """One line of text, shaped and placed; nothing behind this wraps, kerns or orders it.

    Attributes:
        x: Left end, also of right-to-left text.
        baseline: y of the baseline.
        line: The glyphs (`display.glyphs`), at their own size.
    """

    x: float
    baseline: float
    line: GlyphLine
    colour: str


class Picture(NamedTuple):
    """A picture of the map, by its id, stretched over *rect*."""

    rect: Rect
    picture: str


class Symbol(NamedTuple):
    """An icon of `resources/icons` by its name, drawn with round strokes in *size* × *size*.

    Attributes:
        x: Left edge.
        y: Top edge.
    """

    name: str
    x: float
    y: float
    size: float
    colour: str


Shape: TypeAlias = Box | Wash | Line | Curve | TextLine | Picture | Symbol


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Drawing:
    """Shapes around their own origin, the top left corner.

    Two drawings are equal only if they are the same one, so backends can keep what they
    made of a drawing by its identity.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Block(NamedTuple):
    """A drawing put somewhere for one element of the map.

    Attributes:
        element: Id of the record that it shows; empty for decoration.
        part: Which of the element's drawings it is, for tests and hit testing: "card",
            "point", "stage", "step", "lane", "title", "quote", …
    """

    element: str
    part: str
    x: float
    y: float
    drawing: Drawing

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.drawing.width, self.drawing.height)


def union(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle around *rects*; an empty one at 0, 0 for none."""
    if not rects:
        return Rect(0, 0, 0, 0)
    x = min(rect.x for rect in rects)
    y = min(rect.y for rect in rects)
    return Rect(x, y, max(r.right for r in rects) - x, max(r.bottom for r in rects) - y)
