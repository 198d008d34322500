"""Drawings on a PDF page: real text, vector shapes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Final, assert_never

from cjeditor.core.colours import parts
from cjeditor.display import shapes
from cjeditor.display.symbols import symbol_paths
from cjeditor.render.backend import Pictures
from cjeditor.render.pdf_document import Document

_ROUND: Final = 0.5523  # share of the radius at which a Bézier curve best follows a circle
_DAMAGED: Final = shapes.Stroke("#a0a8b0")


class PdfBackend:
    """Draws on the page of a document.

    Attributes:
        damaged: Ids of pictures that could not be read; a crossed box stands for each.
    """

    def __init__(self, document: Document, pictures: Pictures) -> None:
        self.damaged: set[str] = set()
        self._document = document
        self._pictures = pictures
        self._put = document.code.append

    @contextmanager
    def placed(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Draw at *scale* with y down from *x*, *y* (from the page's lower left corner)."""
        self._put(f"q {scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y:.3f} cm")
        yield
        self._put("Q")

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        self._put(f"q 1 0 0 1 {x:.3f} {y:.3f} cm")
        yield
        self._put("Q")

    def box(self, box: shapes.Box) -> None:
        outline, fill = _outline(box.rect, box.radius), box.fill
        if fill and box.opacity < 1:
            state = self._document.see_through(box.opacity)
            self._put(f"q {state} {_colour(fill)} rg {outline} f Q")
            fill = None
        self._paint(outline, fill, box.stroke)

    def wash(self, wash: shapes.Wash) -> None:
        self._put(f"q {_outline(wash.rect, 0)} W n")
        self._document.shade(wash.rect, wash.stops)
        self._put("Q")

    def line(self, line: shapes.Line) -> None:
        path = f"{line.x1:.3f} {line.y1:.3f} m {line.x2:.3f} {line.y2:.3f} l"
        self._paint(path, None, line.stroke)

    def curve(self, curve: shapes.Curve) -> None:
        self._put("q 1 J 1 j")
        self._paint(_path(curve.path), curve.fill, curve.stroke)
        self._put("Q")

    def text(self, text: shapes.TextLine) -> None:
        size, baseline = text.line.size, text.baseline
        self._put(f"BT {_colour(text.colour)} rg")
        for run in text.line.runs:
            if run.glyphs:
                font = self._document.font(run.face)
                x = text.x + run.xs[0]
                self._put(f"/{font.name} {size:g} Tf 1 0 0 -1 {x:.3f} {baseline:.3f} Tm")
                self._put(font.show(run, size))
        self._put("ET")

    def picture(self, picture: shapes.Picture) -> None:
        found = self._pictures.get(picture.picture)
        if found is None:
            return
        if not self._document.picture(found.id, found.content, picture.rect):
            self.damaged.add(found.id)
            self._cross(picture.rect)

    def symbol(self, symbol: shapes.Symbol) -> None:
        scale = symbol.size / 24
        self._put(
            f"q {_colour(symbol.colour)} RG 2 w 1 J 1 j "
            f"{scale:.5f} 0 0 {scale:.5f} {symbol.x:.3f} {symbol.y:.3f} cm "
            f"{_symbol_path(symbol.name)} S Q"
        )

    def _cross(self, rect: shapes.Rect) -> None:
        self.box(shapes.Box(rect, stroke=_DAMAGED))
        self.line(shapes.Line(rect.x, rect.y, rect.right, rect.bottom, _DAMAGED))
        self.line(shapes.Line(rect.x, rect.bottom, rect.right, rect.y, _DAMAGED))

    def _paint(self, path: str, fill: str | None, stroke: shapes.Stroke | None) -> None:
        """Fill and stroke a path; the only graphics state that lasts is set before each."""
        setting = f"{_colour(fill)} rg " if fill else ""
        if stroke is None:
            operator = "f" if fill else "n"
        else:
            operator = "B" if fill else "S"
            setting += f"{_colour(stroke.colour)} RG {stroke.width:.3f} w "
            if stroke.dash:
                setting += f"[{' '.join(f'{length:.3f}' for length in stroke.dash)}] 0 d "
                operator += " [] 0 d"
        self._put(f"{setting}{path} {operator}")


@cache
def _colour(colour: str) -> str:
    """Return red, green, blue, each 0 to 1."""
    return " ".join(f"{part / 255:.3f}".rstrip("0").rstrip(".") for part in parts(colour))


@lru_cache(maxsize=4096)
def _outline(rect: shapes.Rect, radius: float) -> str:
    """Return the path of a rectangle; cards of one size share theirs."""
    x, y, width, height = rect
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return f"{x:.3f} {y:.3f} {width:.3f} {height:.3f} re"
    right, bottom, off = x + width, y + height, radius * (1 - _ROUND)
    corners = (
        ("m", x + radius, y),
        ("l", right - radius, y),
        ("c", right - off, y, right, y + off, right, y + radius),
        ("l", right, bottom - radius),
        ("c", right, bottom - off, right - off, bottom, right - radius, bottom),
        ("l", x + radius, bottom),
        ("c", x + off, bottom, x, bottom - off, x, bottom - radius),
        ("l", x, y + radius),
        ("c", x, y + off, x + off, y, x + radius, y),
    )
    return " ".join(f"{_numbers(at)} {operator}" for operator, *at in corners) + " h"


@cache
def _symbol_path(name: str) -> str:
    return " ".join(_path(path) for path in symbol_paths(name))


@lru_cache(maxsize=4096)
def _path(path: tuple[shapes.Segment, ...]) -> str:
    return " ".join(map(_segment, path))


def _segment(segment: shapes.Segment) -> str:
    match segment:
        case shapes.MoveTo():
            return f"{_numbers(segment)} m"
        case shapes.LineTo():
            return f"{_numbers(segment)} l"
        case shapes.CurveTo():
            return f"{_numbers(segment)} c"
        case shapes.Close():
            return "h"
        case _:
            assert_never(segment)


def _numbers(numbers: Sequence[float]) -> str:
    return " ".join(f"{number:.3f}" for number in numbers)
