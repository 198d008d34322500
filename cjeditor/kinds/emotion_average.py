"""How several personas feel on average, and how far they differ."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from cjeditor.core.colours import mix
from cjeditor.display.shapes import Block, Box, Close, Curve, Drawing, Rect, Shape, Stroke
from cjeditor.display.theme import Theme
from cjeditor.kinds.curve_style import CurveKey
from cjeditor.kinds.emotion_ground import spread_colour
from cjeditor.kinds.emotion_plot import Plot
from cjeditor.kinds.emotion_record import EmotionLane, shows_curve
from cjeditor.kinds.emotion_spots import Spot
from cjeditor.kinds.lane import Column, Content, Lane
from cjeditor.kinds.tracks import Point, Track

WIDTH: Final = 4.0
"""Of the line of the average."""

_KNOT: Final = 4.0
"""Radius of a point of the average."""


class Mean(NamedTuple):
    """What the personas feel at a step, those that feel anything there.

    Attributes:
        place: Of the step, as in `Spot`.
        low, high: Of the persona that feels worst and of the one that feels best.
    """

    place: int
    x: float
    value: float
    low: float
    high: float


def draws_average(lane: Lane, curves: Collection[CurveKey]) -> bool:
    """Tell whether *lane* draws the average of those of *curves* that it shows."""
    if not isinstance(lane, EmotionLane) or not (lane.spread or lane.marks):
        return False
    shown = [key for key in curves if shows_curve(lane, *key)]
    main = min((key.state for key in shown), default="current")
    return sum(key.state == main for key in shown) > 1


def means_of(spots: Sequence[Spot], content: Content) -> list[Mean]:
    """Return the mean of the main curves at each step; steps that nobody felt are left out.

    A persona with several points in a step counts once, with their mean. There is none
    for fewer than two curves.
    """
    felt: dict[tuple[int, int], dict[object, list[float]]] = {}
    for spot in spots:
        if spot.style.is_main:
            curves = felt.setdefault((spot.column, spot.place), {})
            curves.setdefault(spot.style.key, []).append(spot.emotion.value)
    if len({key for curves in felt.values() for key in curves}) < 2:
        return []
    return [
        _mean(content.columns[number], place, curves) for (number, place), curves in felt.items()
    ]


def _mean(column: Column, place: int, curves: dict[object, list[float]]) -> Mean:
    values = [sum(own) / len(own) for own in curves.values()]
    middle = column.x + column.width / 2
    return Mean(place, middle, sum(values) / len(values), min(values), max(values))


def mean_tracks(means: Sequence[Mean], plot: Plot) -> list[Track]:
    """Return the line of the average in pieces; it breaks where nobody felt anything."""
    return [_track(piece, [each.value for each in piece], plot) for piece in _pieces(means)]


def _pieces(means: Sequence[Mean]) -> Iterator[list[Mean]]:
    """Yield the means of neighbouring steps together."""
    numbered = enumerate(means)
    for _, piece in groupby(numbered, key=lambda each: each[1].place - each[0]):
        yield [mean for _, mean in piece]


def _track(means: Sequence[Mean], values: Sequence[float], plot: Plot) -> Track:
    return Track(
        tuple(Point(mean.x, plot.y_of(value)) for mean, value in zip(means, values, strict=True))
    )


def draw_spread(means: Sequence[Mean], content: Content, plot: Plot, theme: Theme) -> Block:
    """Draw the area between the lowest and the highest persona."""
    edge = Stroke(mix(theme.ink, theme.sheet, 0.5), 1, (1.5, 3))
    areas: list[Shape] = []
    for piece in _pieces(means):
        high = _track(piece, [each.high for each in piece], plot)
        low = _track(piece, [each.low for each in piece], plot)
        if len(piece) > 1:
            path = (*high.path, *low.path_back(), Close())
            areas.append(Curve(path, fill=spread_colour(theme)))
            areas += (Curve(track.path, stroke=edge) for track in (high, low))
    drawing = Drawing(content.right, plot.height, tuple(areas))
    return Block("", "spread", 0, 0, drawing)


def draw_average(means: Sequence[Mean], content: Content, plot: Plot, theme: Theme) -> Block:
    """Draw the line of the average on a light edge, with a knot at each step."""
    ink = theme.ink
    shapes: list[Shape] = []
    for track in mean_tracks(means, plot):
        if len(track.points) > 1:
            shapes.append(Curve(track.path, stroke=Stroke(theme.sheet, WIDTH + 2.5)))
            shapes.append(Curve(track.path, stroke=Stroke(ink, WIDTH)))
    for mean in means:
        knot = Rect(mean.x, plot.y_of(mean.value), 0, 0).grown(_KNOT)
        shapes.append(Box(knot, theme.sheet, Stroke(ink, 2), _KNOT))
    return Block("", "average", 0, 0, Drawing(content.right, plot.height, tuple(shapes)))
