"""Arcs of ellipses as cubic curves (SVG 2, appendix B.2, "Elliptical arc implementation notes")."""

from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan

from cjeditor.display.shapes import CurveTo, LineTo, Segment


def arc(
    x1: float,
    y1: float,
    rx: float,
    ry: float,
    tilt: float,
    large: bool,
    sweep: bool,
    x2: float,
    y2: float,
) -> list[Segment]:
    """Return an arc from *x1*, *y1* to *x2*, *y2*.

    Args:
        tilt: Angle of the ellipse's first axis, in degrees, clockwise.
        large: Take the longer way round.
        sweep: Go clockwise.
    """
    if (x1, y1) == (x2, y2):
        return []
    if not rx or not ry:
        return [LineTo(x2, y2)]
    turn = radians(tilt)
    # Half the chord in the ellipse's own axes.
    dx = (cos(turn) * (x1 - x2) + sin(turn) * (y1 - y2)) / 2
    dy = (cos(turn) * (y1 - y2) - sin(turn) * (x1 - x2)) / 2
    grow = max(1.0, sqrt((dx / rx) ** 2 + (dy / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    # On the unit circle: half the chord, and the centre beside its middle.
    ux, uy = dx / rx, dy / ry
    reach = ux * ux + uy * uy
    far = sqrt(max(0.0, 1 / reach - 1)) * (-1 if large == sweep else 1)
    cx, cy = far * uy, -far * ux
    start = atan2(uy - cy, ux - cx)
    extent = (atan2(-uy - cy, -ux - cx) - start) % (2 * pi)
    if not sweep:
        extent -= 2 * pi
    ellipse = _Ellipse((x1 + x2) / 2, (y1 + y2) / 2, rx, ry, turn, cx, cy)
    segments = ellipse.curves(start, extent)
    return [*segments[:-1], segments[-1]._replace(x=x2, y=y2)]


class _Ellipse:
    """A unit circle around *cx*, *cy*, stretched, turned and moved to *x*, *y*."""

    def __init__(
        self, x: float, y: float, rx: float, ry: float, turn: float, cx: float, cy: float
    ) -> None:
        self._x, self._y = x, y
        self._rx, self._ry = rx, ry
        self._cos, self._sin = cos(turn), sin(turn)
        self._cx, self._cy = cx, cy

    def curves(self, start: float, extent: float) -> list[CurveTo]:
        """Return curves of a quarter circle at most, from the angle *start* on."""
        count = ceil(abs(extent) / (pi / 2) - 1e-9)
        step = extent / count
        handle = 4 / 3 * tan(step / 4)
        found = []
        for number in range(count):
            a, b = start + number * step, start + (number + 1) * step
            one = self._place(cos(a) - handle * sin(a), sin(a) + handle * cos(a))
            two = self._place(cos(b) + handle * sin(b), sin(b) - handle * cos(b))
            found.append(CurveTo(*one, *two, *self._place(cos(b), sin(b))))
        return found

    def _place(self, x: float, y: float) -> tuple[float, float]:
        x, y = (x + self._cx) * self._rx, (y + self._cy) * self._ry
        return (
            self._x + self._cos * x - self._sin * y,
            self._y + self._sin * x + self._cos * y,
        )
