"""Links between cards as curves that run where no text stands: beside columns, between lanes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

from cjeditor.core.colours import mix, readable
from cjeditor.display.shapes import Curve, CurveTo, LineTo, MoveTo, Rect, Segment, Stroke, union
from cjeditor.display.theme import Theme
from cjeditor.kinds.stack import MARGIN
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.records import Link, LinkKind

TRACKS: Final = range(-3, 4)
_APART: Final = 1.5
"""Points between two tracks; the middle one runs halfway between the cards of two columns."""

_PORTS: Final = 4.5
"""Points between the places at a card's side where links of two tracks begin or end."""

_ROUND: Final = 18.0
"""Points before and after a bend that it is rounded over, where there is room."""

_BEND: Final = 0.552
"""How far the control points of a quarter of a circle are from its ends, as a share of it."""

_HEAD: Final = 6.0
"""Length and width of the arrowhead."""


class _KindLook(NamedTuple):
    """What tells a kind of link from the others, in colour and without."""

    ink: str
    dash: tuple[float, ...]
    is_open: bool = False


_LOOKS: Final[dict[LinkKind, _KindLook]] = {
    "causes": _KindLook("bad", ()),
    "solves": _KindLook("good", (7, 3.5)),
    "leads to": _KindLook("quiet", (1.6, 3.4), is_open=True),
}
"""Inks are fields of the theme; an open arrowhead has no fill."""

_QUIET: Final = 0.62
"""Share of the ink in a link that is not in the light."""


class _Point(NamedTuple):
    x: float
    y: float


class LinkCurve(NamedTuple):
    """A link as it runs over the sheet, in sheet coordinates.

    Attributes:
        path: From the source's side to the target's.
        head: Outline of the arrowhead; closed, and filled but for *leads to*.
        corners: Of its way before they are rounded.
        middle: Of its longest stretch, where its name can stand.
        source, target: Where its cards are.
        ends: The lanes that they stand in.
    """

    link: Link
    path: tuple[Segment, ...]
    head: tuple[Segment, ...]
    corners: tuple[tuple[float, float], ...]
    middle: tuple[float, float]
    rect: Rect
    source: Rect
    target: Rect
    ends: tuple[LaneBand, LaneBand]

    def shapes(self, theme: Theme, *, strong: bool = False) -> tuple[Curve, Curve]:
        """Return line and arrowhead; *strong* ones are in the light."""
        return _shapes(self.link.kind, self.path, self.head, theme, strong=strong)


def _shapes(
    kind: LinkKind,
    path: tuple[Segment, ...],
    head: tuple[Segment, ...],
    theme: Theme,
    *,
    strong: bool,
) -> tuple[Curve, Curve]:
    look = _LOOKS[kind]
    ink: str = getattr(theme, look.ink)
    colour = ink if strong else readable(mix(ink, theme.sheet, _QUIET), theme.sheet, 3.0)
    width = 2.2 if strong else 1.3
    line = Curve(path, stroke=Stroke(colour, width, look.dash))
    fill = None if look.is_open else colour
    return line, Curve(head, stroke=Stroke(colour, width), fill=fill)


def sample(kind: LinkKind, x: float, y: float, width: float, theme: Theme) -> tuple[Curve, Curve]:
    """Return a short level link from *x*, *y*, for a legend."""
    start, tip = _Point(x, y), _Point(x + width, y)
    path = (MoveTo(*start), LineTo(*tip))
    return _shapes(kind, path, _head(start, tip), theme, strong=False)


def curve_of(
    sheet: Sheet, link: Link, before: LinkCurve | None = None, track: int | None = None
) -> LinkCurve | None:
    """Return how *link* runs; None where one of its cards is not drawn.

    Args:
        before: How it ran on another sheet. If nothing of its lanes has changed, it comes back
            itself; if it runs as before, its parts do.
        track: Beside which others it runs, one of `TRACKS`; None means one by chance.
    """
    cards = sheet.journey.cards
    bands = [sheet.lane_of.get(cards[end].lane) for end in (link.source, link.target)]
    if bands[0] is None or bands[1] is None:
        return None
    ends = bands[0], bands[1]
    if before is not None and before.link is link and before.ends == ends:
        return before
    source, target = sheet.rect_of(link.source), sheet.rect_of(link.target)
    if source is None or target is None:
        return None
    if before is not None and before.link is link and _runs_so(before, source, target, ends):
        return before._replace(ends=ends)
    return _curve(link, source, target, ends, track)


def _runs_so(curve: LinkCurve, source: Rect, target: Rect, ends: tuple[LaneBand, LaneBand]) -> bool:
    """Tell whether *curve* fits these cards and lanes."""
    return (curve.source, curve.target, _level(curve.ends)) == (source, target, _level(ends))


def line_between(source: Rect, target: Rect) -> tuple[Segment, ...]:
    """Return a plain curve from one rectangle towards another, for a link still to be made."""
    start, end = _nearest_sides(source, target)
    lean = max(24.0, abs(end.x - start.x) / 2)
    out = lean if start.x >= source.right else -lean
    back = lean if end.x >= target.right else -lean
    return (MoveTo(*start), CurveTo(start.x + out, start.y, end.x + back, end.y, *end))


def _curve(
    link: Link, source: Rect, target: Rect, ends: tuple[LaneBand, LaneBand], track: int | None
) -> LinkCurve:
    if track is None:
        track = TRACKS[crc32(link.id.encode()) % len(TRACKS)]
    points = _route(source, target, ends, track)
    path = tuple(_rounded(points))
    head = _head(points[-2], points[-1])
    box = union([Rect(point.x, point.y, 0, 0) for point in points]).grown(_HEAD)
    corners = tuple((point.x, point.y) for point in points)
    return LinkCurve(link, path, head, corners, _middle(points), box, source, target, ends)


def _route(source: Rect, target: Rect, ends: tuple[LaneBand, LaneBand], track: int) -> list[_Point]:
    """Return the corners of a way along the free stretches between columns and lanes."""
    aside, port = track * _APART, track * _PORTS
    y1, y2 = _port(source, port), _port(target, port)
    if target.x >= source.right or target.right <= source.x:
        forward = target.x >= source.right
        start, end = (source.right, target.x) if forward else (source.x, target.right)
        out = MARGIN if forward else -MARGIN
        first, last = start + out + aside, end - out + aside
        if abs(last - first) < MARGIN:
            return _points((start, y1), (first, y1), (first, y2), (end, y2))
        level = _level(ends) + aside
        return _points(
            (start, y1), (first, y1), (first, level), (last, level), (last, y2), (end, y2)
        )
    if source.right != target.right and source.x == target.x:
        beside = source.x - MARGIN + aside
        return _points((source.x, y1), (beside, y1), (beside, y2), (target.x, y2))
    beside = max(source.right, target.right) + MARGIN + aside
    return _points((source.right, y1), (beside, y1), (beside, y2), (target.right, y2))


def _points(*corners: tuple[float, float]) -> list[_Point]:
    return [_Point(*corner) for corner in corners]


def _port(rect: Rect, aside: float) -> float:
    """Return where at a card's side a link begins or ends."""
    reach = max(0.0, rect.height / 2 - _HEAD)
    return rect.y + rect.height / 2 + min(max(aside, -reach), reach)


def _level(ends: tuple[LaneBand, LaneBand]) -> float:
    """Return the y of the edge between two lanes along which a link runs."""
    source, target = ends
    return source.bottom if target.y > source.y else source.y


def _rounded(points: Sequence[_Point]) -> Iterator[Segment]:
    """Yield the way through *points* with its bends rounded; a short leg is all bend."""
    last = len(points) - 1
    yield MoveTo(*points[0])
    for number in range(1, last):
        before, corner, after = points[number - 1 : number + 2]
        room = _far(before, corner) / (1 if number == 1 else 2)
        space = _far(corner, after) / (1 if number == last - 1 else 2)
        into, out = min(_ROUND, room), min(_ROUND, space)
        yield LineTo(*_towards(corner, before, into))
        one = _towards(corner, before, into * (1 - _BEND))
        two = _towards(corner, after, out * (1 - _BEND))
        yield CurveTo(*one, *two, *_towards(corner, after, out))
    yield LineTo(*points[-1])


def _far(one: _Point, other: _Point) -> float:
    return abs(other.x - one.x) + abs(other.y - one.y)


def _towards(start: _Point, end: _Point, length: float) -> _Point:
    """Return the point *length* from *start* on the way to *end*."""
    whole = _far(start, end)
    if not whole:
        return start
    share = length / whole
    return _Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _head(before: _Point, tip: _Point) -> tuple[Segment, ...]:
    """Return an arrowhead with its point at *tip*; links always come in level."""
    back = -_HEAD if tip.x >= before.x else _HEAD
    half = _HEAD / 2
    corners = (_Point(tip.x + back, tip.y - half), tip, _Point(tip.x + back, tip.y + half))
    return (MoveTo(*corners[0]), LineTo(*corners[1]), LineTo(*corners[2]))


def _middle(points: Sequence[_Point]) -> tuple[float, float]:
    one, other = max(pairwise(points), key=lambda pair: _far(*pair))
    return (one.x + other.x) / 2, (one.y + other.y) / 2


def _nearest_sides(source: Rect, target: Rect) -> tuple[_Point, _Point]:
    middles = source.y + source.height / 2, target.y + target.height / 2
    if target.x >= source.right:
        return _Point(source.right, middles[0]), _Point(target.x, middles[1])
    if target.right <= source.x:
        return _Point(source.x, middles[0]), _Point(target.right, middles[1])
    return _Point(source.right, middles[0]), _Point(target.right, middles[1])
