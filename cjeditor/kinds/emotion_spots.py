"""Where the points of the emotion curves lie."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from cjeditor.display.shapes import Rect
from cjeditor.kinds.curve_style import CurveKey, CurveStyle, CurveStyles
from cjeditor.kinds.emotion_plot import Plot
from cjeditor.kinds.face import FACE
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Column, Content
from cjeditor.kinds.marker import BADGE, DOT
from cjeditor.kinds.tracks import Point, Track

_OVERLAP: Final = 0.9
"""Points overlap if they are nearer than this share of their radii together."""

_ROOM: Final = 3.0
"""Between two points side by side."""


class Spot(NamedTuple):
    """A point of a curve; *x* and *y* are its middle.

    Attributes:
        column: Number of its step's column.
        place: The same, but one is left out where the map leaves columns out.
    """

    emotion: Emotion
    style: CurveStyle
    column: int
    place: int
    x: float
    y: float
    radius: float

    def at(self, x: float, radius: float) -> "Spot":
        """Return the point with another *x* and radius."""
        return Spot(self.emotion, self.style, self.column, self.place, x, self.y, radius)

    @property
    def rect(self) -> Rect:
        return Rect(self.x - self.radius, self.y - self.radius, 2 * self.radius, 2 * self.radius)


class SpotColumn(NamedTuple):
    """The points of one step: those of one curve spread over the column, those of several
    curves that would lie on each other side by side.

    Attributes:
        numbers: What is the *column* and the *place* of each.
    """

    felt: tuple[Emotion, ...]
    column: Column
    numbers: tuple[int, int]
    spots: Sequence[Spot]


SpotColumns = Mapping[str, SpotColumn]
"""By step."""


def find_spots(
    content: Content, styles: CurveStyles, plot: Plot, before: SpotColumns
) -> SpotColumns:
    """Return all points, from left to right.

    Args:
        before: Of the lane before an edit, with the same styles and the same plot: the steps
            with the same feelings in the same places are taken over.
    """
    found: dict[str, SpotColumn] = {}
    place, end = -1, content.left
    for number, column in enumerate(content.columns):
        place += 1 if column.x - end < 1 else 2
        end = column.x + column.width
        felt = content.emotions.get(column.step, ())
        kept = before.get(column.step)
        numbers = number, place
        if kept and (kept.felt, kept.column, kept.numbers) == (felt, column, numbers):
            found[column.step] = kept
        elif felt:
            spots = _apart(_spread(felt, styles, numbers, column, plot), column)
            found[column.step] = SpotColumn(felt, column, numbers, spots)
    return found


def _spread(
    felt: Sequence[Emotion],
    styles: CurveStyles,
    numbers: tuple[int, int],
    column: Column,
    plot: Plot,
) -> list[Spot]:
    spots = []
    by_curve: dict[tuple[str | None, str], list[Emotion]] = {}
    for each in felt:
        by_curve.setdefault((each.persona, each.state), []).append(each)
    for key, style in styles.items():
        own = by_curve.get(key, ())
        for turn, emotion in enumerate(own):
            pitch = column.width / len(own)
            radius = min(_radius(style), max(5.0, pitch / 2 - 1))
            x = column.x + pitch * (turn + 0.5)
            spots.append(Spot(emotion, style, *numbers, x, plot.y_of(emotion.value), radius))
    return spots


def _radius(style: CurveStyle) -> float:
    if not style.is_main:
        return DOT
    return BADGE * style.enlarged if style.initials else FACE


def _apart(spots: list[Spot], column: Column) -> list[Spot]:
    """Move points that lie on each other side by side, in the order of their curves."""
    clusters: list[list[Spot]] = []
    for spot in spots:
        cluster = next((c for c in clusters if any(_covers(spot, each) for each in c)), None)
        if cluster is None:
            clusters.append([spot])
        else:
            cluster.append(spot)
    return [spot for cluster in clusters for spot in _side_by_side(cluster, column)]


def _covers(one: Spot, other: Spot) -> bool:
    near = _OVERLAP * (one.radius + other.radius)
    return abs(one.x - other.x) < near and abs(one.y - other.y) < near


def _side_by_side(cluster: list[Spot], column: Column) -> list[Spot]:
    """Put the points beside each other; faces stay in the middle, small rings go right."""
    if len(cluster) == 1:
        return cluster
    needed = _row_width(cluster)
    shrink = min(1.0, (column.width - 4) / needed)
    faces = [spot for spot in cluster if spot.style.is_main] or cluster
    middle = sum(spot.x for spot in cluster) / len(cluster)
    left = middle - _row_width(faces) * shrink / 2
    left = max(column.x + 2, min(left, column.x + column.width - 2 - needed * shrink))
    moved = []
    for spot in sorted(cluster, key=lambda each: not each.style.is_main):
        radius = spot.radius * shrink
        moved.append(spot.at(left + radius, max(radius, 2.0)))
        left += 2 * radius + _ROOM * shrink
    return moved


def _row_width(spots: Sequence[Spot]) -> float:
    return sum(2 * spot.radius for spot in spots) + _ROOM * (len(spots) - 1)


def find_tracks(
    spots: Sequence[Spot], before: Mapping[CurveKey, Sequence[Track]]
) -> dict[CurveKey, list[Track]]:
    """Return each curve as pieces; it breaks where a step has no point of its own.

    Args:
        before: Of the lane before an edit; pieces through the same points are taken over.
    """
    curves: dict[CurveKey, list[Spot]] = {}
    for spot in spots:
        curves.setdefault(spot.style.key, []).append(spot)
    return {key: _pieces(own, before.get(key, ())) for key, own in curves.items()}


def _pieces(spots: list[Spot], before: Sequence[Track]) -> list[Track]:
    ordered = sorted(spots, key=lambda spot: spot.x)
    gaps = 0
    numbered: list[tuple[int, Spot]] = []
    for place, spot in enumerate(ordered):
        if place and spot.place > ordered[place - 1].place + 1:
            gaps += 1
        numbered.append((gaps, spot))
    known = {track.points: track for track in before}
    found = []
    for _, piece in groupby(numbered, key=lambda each: each[0]):
        points = tuple(Point(spot.x, spot.y) for _, spot in piece)
        found.append(known.get(points) or Track(points))
    return found
