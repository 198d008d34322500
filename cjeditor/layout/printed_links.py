"""All links of a map on paper: behind the cards, beside all words, side by side where they meet."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import mul
from typing import Final, TypeAlias

from cjeditor.core.colours import readable
from cjeditor.display.shapes import (
    Block,
    Box,
    Close,
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Rect,
    Segment,
    TextLine,
    union,
)
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.kinds.stack import MARGIN
from cjeditor.layout.link_names import SEE_THROUGH, place_name
from cjeditor.layout.links import TRACKS, LinkCurve, curve_of
from cjeditor.layout.sheet import Sheet
from cjeditor.model.records import LINK_KINDS, Link

PART: Final = "link"
"""Of the blocks; they show no record of their own, so that readers pass them over."""

_NAME: Final = Font(10)
_HIGH: Final = 14.0
_PADDING: Final = 5.0
_MOST_NAMED: Final = 40
"""With more links than these the legend alone says what they mean."""

_AROUND: Final = 2.5
"""Free around words that a curve is broken at."""

_PIECES: Final = 12
"""Of a bend that words stand in."""

_APART: Final = 2
"""Tracks between two links that are told apart well."""

_TOUCHING: Final = 12.0
"""Points between the ends of two links that still need tracks of their own."""

_Place: TypeAlias = tuple[bool, int]
"""A column or lane, of which a link runs at the edge: whether it is a column, and its number."""

_Leg: TypeAlias = tuple[_Place, float, float]
"""A straight stretch of a link: where it runs, and from where to where."""

_Legs: TypeAlias = dict[_Place, list[tuple[float, float, int]]]
"""Stretches by their places, each with the track that it runs on."""


def link_curves(sheet: Sheet) -> list[LinkCurve]:
    """Return how the links run, on tracks as far from one another as there is room."""
    known: _Legs = {}
    links = sorted(sheet.journey.links.values(), key=lambda link: link.id)
    found = (_on_free_track(sheet, link, known) for link in links)
    return [curve for curve in found if curve is not None]


def _on_free_track(sheet: Sheet, link: Link, known: _Legs) -> LinkCurve | None:
    """Return how *link* runs beside those whose ways are *known*, and add its way to them."""
    middle = curve_of(sheet, link, track=0)
    if middle is None:
        return None
    legs = list(_legs(middle, sheet))
    track = _free_track(legs, known)
    for place, start, end in legs:
        known.setdefault(place, []).append((start, end, track))
    return curve_of(sheet, link, track=track)


def _free_track(legs: Sequence[_Leg], known: _Legs) -> int:
    """Return the track nearest to the middle that is far enough from those of links beside."""
    others = {
        track
        for place, start, end in legs
        for begin, stop, track in known.get(place, ())
        if begin < end + _TOUCHING and start < stop + _TOUCHING
    }

    def worth(track: int) -> tuple[int, int]:
        apart = min((abs(track - other) for other in others), default=_APART)
        return min(apart, _APART), -abs(track)

    return max(TRACKS, key=worth)


def _legs(curve: LinkCurve, sheet: Sheet) -> Iterator[_Leg]:
    """Yield where a link runs beside columns and between lanes."""
    columns = [column.x for column in sheet.columns]
    lanes = [lane.y for lane in sheet.lanes]
    for (x1, y1), (x2, y2) in pairwise(curve.corners[1:-1]):
        upright = abs(x2 - x1) < abs(y2 - y1)
        start, end = sorted((y1, y2) if upright else (x1, x2))
        number = bisect((columns if upright else lanes), (x1 if upright else y1) + MARGIN)
        yield (upright, number), start, end


def link_blocks(sheet: Sheet, curves: Sequence[LinkCurve]) -> Iterator[Block]:
    """Yield what lies behind the cards: the curves, broken where words stand."""
    theme = sheet.look.theme
    for curve in curves:
        line, head = curve.shapes(theme)
        words = [rect.grown(_AROUND) for rect in _words(sheet, curve.rect)]
        line = line._replace(path=tuple(_broken(line.path, words)))
        yield Block("", PART, 0, 0, Drawing(sheet.width, sheet.height, (line, head)))


def _words(sheet: Sheet, area: Rect) -> Iterator[Rect]:
    """Yield what stands bare in the lanes; cards lie over a curve, and need no room in it."""
    for lane in sheet.lanes:
        if lane.y < area.bottom and area.y < lane.bottom:
            for piece in lane.band.every_piece:
                if piece.reaches(area.x, area.right):
                    for block in piece.blocks:
                        rect = block.rect.moved(0, lane.y)
                        bare = block.part not in ("card", *SEE_THROUGH)
                        if bare and rect.meets(area):
                            yield rect


def _broken(path: Iterable[Segment], words: Sequence[Rect]) -> Iterator[Segment]:
    """Yield *path* without what of it lies in *words*."""
    x = y = 0.0
    for segment in path:
        if isinstance(segment, LineTo):
            yield from _broken_line((x, y), segment, words)
        elif isinstance(segment, CurveTo) and any(_meets(segment, x, y, rect) for rect in words):
            yield from _broken_bend((x, y), segment, words)
        else:
            yield segment
        if not isinstance(segment, Close):
            x, y = segment.x, segment.y


def _meets(bend: CurveTo, x: float, y: float, rect: Rect) -> bool:
    """Tell whether a bend from *x*, *y* may reach into *rect*."""
    return union([Rect(x, y, 0, 0), Rect(bend.x, bend.y, 0, 0)]).grown(0.1).meets(rect)


def _broken_bend(
    start: tuple[float, float], bend: CurveTo, words: Sequence[Rect]
) -> Iterator[Segment]:
    """Yield a bend in short straight pieces, without those that reach into *words*."""
    before = start
    for number in range(1, _PIECES + 1):
        after = _on_bend(start, bend, number / _PIECES)
        covers = any(rect.contains(*end) for rect in words for end in (before, after))
        yield MoveTo(*after) if covers else LineTo(*after)
        before = after


def _on_bend(start: tuple[float, float], bend: CurveTo, share: float) -> tuple[float, float]:
    rest = 1 - share
    shares = rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3
    xs, ys = (start[0], bend.x1, bend.x2, bend.x), (start[1], bend.y1, bend.y2, bend.y)
    return sum(map(mul, shares, xs)), sum(map(mul, shares, ys))


def _broken_line(
    start: tuple[float, float], end: LineTo, words: Sequence[Rect]
) -> Iterator[Segment]:
    (x, y), (across, down) = start, (end.x - start[0], end.y - start[1])
    gone = 0.0
    for begin, stop in sorted(_shares(start, end, words)):
        if stop > gone:
            if begin > gone:
                yield LineTo(x + begin * across, y + begin * down)
            yield MoveTo(x + stop * across, y + stop * down)
            gone = stop
    if gone < 1 and (across or down):
        yield end


def _shares(
    start: tuple[float, float], end: LineTo, words: Sequence[Rect]
) -> Iterator[tuple[float, float]]:
    """Yield which stretches of an upright or level line lie in *words*, as shares of it."""
    x, y = start
    for rect in words:
        if end.x == x and end.y != y and rect.x < x < rect.right:
            shares = (rect.y - y) / (end.y - y), (rect.bottom - y) / (end.y - y)
        elif end.y == y and end.x != x and rect.y < y < rect.bottom:
            shares = (rect.x - x) / (end.x - x), (rect.right - x) / (end.x - x)
        else:
            continue
        begin, stop = max(min(shares), 0.0), min(max(shares), 1.0)
        if begin < stop:
            yield begin, stop


def name_blocks(sheet: Sheet, curves: Sequence[LinkCurve]) -> Iterator[Block]:
    """Yield the names of links where they cover nothing, not even an emotion curve.

    The legend has all of them.
    """
    if len(curves) > _MOST_NAMED:
        return
    taken = [
        Rect(0, lane.y + _HIGH, sheet.width, lane.band.height - 2 * _HIGH)
        for lane in sheet.lanes
        if kind_of_lane(lane.record).shows_emotions or kind_of_lane(lane.record).shows_gauges
    ]
    legs = [list(_leg_rects(curve)) for curve in curves]
    for number, curve in enumerate(curves):
        name = _name(curve, sheet.look)
        area = curve.rect.grown(name.width)
        others = [
            rect
            for other, rects in enumerate(legs)
            if other != number and curves[other].rect.meets(area)
            for rect in rects
        ]
        place = place_name(sheet, curve, name.width, name.height, (*taken, *others))
        if not place.covers:
            taken.append(place.rect)
            yield Block("", PART, place.rect.x, place.rect.y, name)


def _leg_rects(curve: LinkCurve) -> Iterator[Rect]:
    for (x1, y1), (x2, y2) in pairwise(curve.corners):
        yield Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).grown(1)


def _name(curve: LinkCurve, look: Look) -> Drawing:
    """Draw what a link means, in its colour, on a piece of the sheet that its curve runs into."""
    line = set_line(look.words(LINK_KINDS[curve.link.kind]), _NAME)
    head = curve.shapes(look.theme, strong=True)[1]
    ink = readable(head.stroke.colour if head.stroke else look.theme.ink, look.theme.band, 5)
    width = line.width + 2 * _PADDING
    ground = Box(Rect(0, 0, width, _HIGH), look.theme.sheet, radius=_HIGH / 2)
    baseline = (_HIGH - _NAME.line_height) / 2 + ascent(_NAME)
    return Drawing(width, _HIGH, (ground, TextLine(_PADDING, baseline, line, ink)))
