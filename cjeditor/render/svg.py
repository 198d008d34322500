"""Drawings as an SVG picture that stands alone, with text as text."""

import base64
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape  # not xml.sax.saxutils, which loads a web client
from typing import Final, assert_never

from cjeditor.display import shapes
from cjeditor.display.glyphs import Line
from cjeditor.display.symbols import symbol_paths
from cjeditor.render.backend import Pictures

_FAMILIES: Final = (
    "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', "
    "'Noto Sans Thai', 'Noto Sans Symbols', 'Noto Sans Symbols 2', 'Noto Sans Math', "
    "'Noto Emoji', 'Nanum Gothic', 'Droid Sans Fallback', sans-serif"
)
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROUND: Final = 'stroke-linecap="round" stroke-linejoin="round"'


class SvgBackend:
    """Collects elements; `document` puts them together."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._elements: list[str] = []
        self._definitions: dict[tuple[str, str], str] = {}
        self._put = self._elements.append

    def document(
        self, width: float, height: float, *, title: str, description: str, language: str
    ) -> bytes:
        """Return the picture, *width* × *height* points."""
        head = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'version="1.1" width="{_n(width)}pt" height="{_n(height)}pt" '
            f'viewBox="0 0 {_n(width)} {_n(height)}" xml:lang="{escape(language)}" '
            f'xml:space="preserve" font-family="{_FAMILIES}">'
        )
        described = (f"<title>{_text(title)}</title>", f"<desc>{_text(description)}</desc>")
        definitions = (
            f'<{tag} id="{name}" {rest}' for (tag, rest), name in self._definitions.items()
        )
        lines = (head, *described, "<defs>", *definitions, "</defs>", *self._elements, "</svg>\n")
        return "\n".join(lines).encode()

    @contextmanager
    def placed(self, x: float, y: float, scale: float) -> Iterator[None]:
        """Draw at *scale* from *x*, *y*."""
        self._put(f'<g transform="translate({_n(x)} {_n(y)}) scale({scale:.6f})">')
        yield
        self._put("</g>")

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        self._put(f'<g transform="translate({_n(x)} {_n(y)})">')
        yield
        self._put("</g>")

    def box(self, box: shapes.Box) -> None:
        # SVG would cut too large a radius to two different ones, and draw an ellipse.
        corner = min(box.radius, box.rect.width / 2, box.rect.height / 2)
        radius = f' rx="{_n(corner)}"' if corner > 0 else ""
        opacity = f' fill-opacity="{box.opacity:g}"' if box.opacity < 1 else ""
        paint = _paint(box.fill, box.stroke)
        self._put(f"<rect {_place(box.rect)}{radius} {paint}{opacity}/>")

    def wash(self, wash: shapes.Wash) -> None:
        stops = "".join(
            f'<stop offset="{place:g}" stop-color="{colour}"/>' for place, colour in wash.stops
        )
        fill = self._define("linearGradient", f'x2="0" y2="1">{stops}</linearGradient>')
        self._put(f'<rect {_place(wash.rect)} fill="url(#{fill})"/>')

    def line(self, line: shapes.Line) -> None:
        ends = f'x1="{_n(line.x1)}" y1="{_n(line.y1)}" x2="{_n(line.x2)}" y2="{_n(line.y2)}"'
        self._put(f"<line {ends} {_paint(None, line.stroke)}/>")

    def curve(self, curve: shapes.Curve) -> None:
        paint = _paint(curve.fill, curve.stroke)
        self._put(f'<path d="{_path(curve.path)}" {paint} {_ROUND}/>')

    def text(self, text: shapes.TextLine) -> None:
        line = text.line
        if not line.runs:
            return
        to_left = _is_right_to_left(line)
        start = text.x + (line.width if to_left else 0)
        place = f'x="{_n(start)}" y="{_n(text.baseline)}"' + ' direction="rtl"' * to_left
        # So long it gets in any font, and so it ends where the layout says.
        length = f'textLength="{_n(line.width)}" lengthAdjust="spacingAndGlyphs"'
        style = f'font-size="{line.size:g}" fill="{text.colour}"{_style(line)}'
        self._put(f"<text {place} {length} {style}>{_text(line.text)}</text>")

    def picture(self, picture: shapes.Picture) -> None:
        found = self._pictures.get(picture.picture)
        if found is None:
            return
        content = base64.b64encode(found.content).decode("ascii")
        image = self._define(
            "image",
            'width="1" height="1" preserveAspectRatio="none" '
            f'xlink:href="data:{found.media};base64,{content}"/>',
        )
        x, y, width, height = picture.rect
        place = f"translate({_n(x)} {_n(y)}) scale({width:.6f} {height:.6f})"
        self._put(f'<use xlink:href="#{image}" transform="{place}"/>')

    def symbol(self, symbol: shapes.Symbol) -> None:
        path = " ".join(map(_path, symbol_paths(symbol.name)))
        shape = self._define("path", f'd="{path}" fill="none" stroke-width="2" {_ROUND}/>')
        place = f"translate({_n(symbol.x)} {_n(symbol.y)}) scale({symbol.size / 24:.6f})"
        self._put(f'<use xlink:href="#{shape}" transform="{place}" stroke="{symbol.colour}"/>')

    def _define(self, tag: str, rest: str) -> str:
        """Return the name of an element that others refer to; equal ones are made once."""
        return self._definitions.setdefault((tag, rest), f"d{len(self._definitions) + 1}")


def _is_right_to_left(line: Line) -> bool:
    """Tell whether reading begins at the right end of the line.

    A line of a longer text may begin with a word of the other direction, so where its first
    character stands tells more than which one it is.
    """
    seen = [text for run in line.runs for text in run.texts if text]
    at_left, at_right = line.text.startswith(seen[0]), line.text.startswith(seen[-1])
    if at_left != at_right:
        return at_right
    strong = (unicodedata.bidirectional(sign) for sign in line.text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), False)


def _style(line: Line) -> str:
    """Return weight and slope; the family follows from the characters."""
    faces = "".join(run.face for run in line.runs)
    weight = ' font-weight="700"' if "Bold" in faces else ""
    return weight + (' font-style="italic"' if "Italic" in faces else "")


def _paint(fill: str | None, stroke: shapes.Stroke | None) -> str:
    inside = f'fill="{fill or "none"}"'
    if stroke is None:
        return inside
    dash = " ".join(map(_n, stroke.dash))
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'{inside} stroke="{stroke.colour}" stroke-width="{_n(stroke.width)}"{dashed}'


def _place(rect: shapes.Rect) -> str:
    x, y, width, height = map(_n, rect)
    return f'x="{x}" y="{y}" width="{width}" height="{height}"'


def _path(path: Sequence[shapes.Segment]) -> str:
    return " ".join(map(_segment, path))


def _segment(segment: shapes.Segment) -> str:
    numbers = " ".join(map(_n, segment))
    match segment:
        case shapes.MoveTo():
            return f"M{numbers}"
        case shapes.LineTo():
            return f"L{numbers}"
        case shapes.CurveTo():
            return f"C{numbers}"
        case shapes.Close():
            return "Z"
        case _:
            assert_never(segment)


def _n(number: float) -> str:
    """Return a length in at most three decimals."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    """Return *text* as content of an element, without characters that XML forbids."""
    return escape(_NOT_XML.sub("", text))
