"""What lies behind the shapes of a drawn sheet, for tests of contrast."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cjeditor.core.colours import contrast, mix
from cjeditor.display import shapes
from cjeditor.display.shapes import Rect
from cjeditor.layout.sheet import Sheet
from cjeditor.render.backend import play
from cjeditor.render.record import Recorder


class Pair(NamedTuple):
    """A colour and one that it stands on, and who needs to tell them apart."""

    what: str
    ink: str
    ground: str

    @property
    def ratio(self) -> float:
        return round(contrast(self.ink, self.ground), 2)


def recorded(sheet: Sheet) -> list[shapes.Shape]:
    """Return all shapes of *sheet*, from back to front."""
    recorder = Recorder()
    for block in sheet.blocks():
        with recorder.moved(block.x, block.y):
            play(block.drawing, recorder)
    return recorder.shapes


def text_pairs(drawn: list[shapes.Shape]) -> Iterator[Pair]:
    """Yield every text with the grounds below its beginning, middle and end."""
    for place, shape in enumerate(drawn):
        if isinstance(shape, shapes.TextLine) and shape.line.text.strip():
            middle = shape.baseline - shape.line.size * 0.3
            for share in (0.05, 0.5, 0.95):
                at = shape.x + shape.line.width * share
                ground = _ground(drawn[:place], at, middle)
                yield Pair(shape.line.text[:20], shape.colour, ground)


def symbol_pairs(drawn: list[shapes.Shape]) -> Iterator[Pair]:
    """Yield every symbol and every filled mark with the ground below its middle."""
    for place, shape in enumerate(drawn):
        if isinstance(shape, shapes.Symbol):
            half = shape.size / 2
            ground = _ground(drawn[:place], shape.x + half, shape.y + half)
            yield Pair(shape.name, shape.colour, ground)


def stroke_pairs(drawn: list[shapes.Shape]) -> Iterator[Pair]:
    """Yield every curve and every outline without filling with the ground below its start."""
    for place, shape in enumerate(drawn):
        match shape:
            case shapes.Curve(path, stroke=stroke) if stroke and not shape.fill:
                points = [part for part in path if isinstance(part, shapes.MoveTo)]
                for x, y in points:
                    yield Pair("curve", stroke.colour, _ground(drawn[:place], x, y))
            case shapes.Box(rect, fill=None, stroke=stroke) if stroke:
                at = rect.x + rect.width / 2, rect.y + rect.height / 2
                yield Pair("outline", stroke.colour, _ground(drawn[:place], *at))
            case shapes.Line(x, y, stroke=stroke):
                yield Pair("line", stroke.colour, _ground(drawn[:place], x, y))


def _ground(below: list[shapes.Shape], x: float, y: float) -> str:
    """Return the colour that the shapes so far have at a point of the sheet."""
    for number in range(len(below) - 1, -1, -1):
        fill = _fill(below[number], x, y)
        if fill is None:
            continue
        colour, opacity = fill
        return colour if opacity == 1 else mix(colour, _ground(below[:number], x, y), opacity)
    raise AssertionError("there is no paper")


def _fill(shape: shapes.Shape, x: float, y: float) -> tuple[str, float] | None:
    match shape:
        case shapes.Box(rect, fill=str(fill), opacity=opacity) if rect.contains(x, y):
            return fill, opacity
        case shapes.Wash(rect, stops) if rect.contains(x, y):
            return _washed(stops, (y - rect.y) / rect.height), 1
        case shapes.Curve(fill=str(fill)) if _outline(shape).contains(x, y):
            return fill, 1
    return None


def _washed(stops: tuple[tuple[float, str], ...], at: float) -> str:
    for (before, one), (after, other) in pairwise(stops):
        if before <= at <= after:
            return mix(other, one, (at - before) / max(after - before, 1e-9))
    return stops[-1][1]


def _outline(shape: shapes.Curve) -> Rect:
    points = [part[-2:] for part in shape.path if part]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    return Rect(left, top, right - left, bottom - top)
