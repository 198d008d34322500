"""Where the points of the emotion curves lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from cjeditor.kinds.curve_style import CurveKey, CurveStyle
from cjeditor.kinds.face import FACE, RING
from cjeditor.kinds.feeling import HIGHEST, LOWEST, Emotion
from cjeditor.kinds.lane import Column, Content
from cjeditor.kinds.tracks import Point, Track

HEIGHT: Final = 166.0
"""Of the part of the band that the curves take, without spare height."""

_MARGIN: Final = 17.0
"""Above the highest value and below the lowest; a face at an end stays inside."""

_ROOM: Final = 3.0
"""Between two points side by side."""


def y_of(value: float, height: float = HEIGHT) -> float:
    """Return how far below the band's top a feeling of *value* is drawn.

    Args:
        height: Of the part of the band that the curves take.
    """
    return _MARGIN + (HIGHEST - value) / (HIGHEST - LOWEST) * (height - 2 * _MARGIN)


def value_at(band_y: float) -> float:
    """Return the feeling at *band_y* below the top of a band without spare height.

    It is always within the range of feelings.
    """
    share = (band_y - _MARGIN) / (HEIGHT - 2 * _MARGIN)
    return max(LOWEST, min(HIGHEST, HIGHEST - share * (HIGHEST - LOWEST)))


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a curve; *x* and *y* are its middle, *column* its step's number."""

    emotion: Emotion
    style: CurveStyle
    column: int
    x: float
    y: float
    radius: float


def find_spots(content: Content, styles: Mapping[CurveKey, CurveStyle]) -> list[Spot]:
    """Return all points: those of one curve and step spread over the column, those of
    several curves that would lie on each other side by side.
    """
    spots: list[Spot] = []
    height = HEIGHT + content.spare
    for number, column in enumerate(content.columns):
        felt = content.emotions.get(column.step, ())
        if felt:
            spots.extend(_apart(_spread(felt, styles, number, column, height), column))
    return spots


def _spread(
    felt: Sequence[Emotion],
    styles: Mapping[CurveKey, CurveStyle],
    number: int,
    column: Column,
    height: float,
) -> list[Spot]:
    spots = []
    for key, style in styles.items():
        own = [each for each in felt if (each.persona, each.state) == key]
        for place, emotion in enumerate(own):
            pitch = column.width / len(own)
            radius = min(FACE, max(5.0, pitch / 2 - 1)) if style.is_main else RING
            x = column.x + pitch * (place + 0.5)
            spots.append(Spot(emotion, style, number, x, y_of(emotion.value, height), radius))
    return spots


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
    near = max(one.radius, other.radius)
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
        moved.append(replace(spot, x=left + radius, radius=max(radius, 2.0)))
        left += 2 * radius + _ROOM * shrink
    return moved


def _row_width(spots: Sequence[Spot]) -> float:
    return sum(2 * spot.radius for spot in spots) + _ROOM * (len(spots) - 1)


def find_tracks(spots: Sequence[Spot]) -> dict[CurveKey, list[Track]]:
    """Return each curve as pieces; it breaks where a step has no point of its own."""
    curves: dict[CurveKey, list[Spot]] = {}
    for spot in spots:
        curves.setdefault(spot.style.key, []).append(spot)
    return {key: _pieces(own) for key, own in curves.items()}


def _pieces(spots: list[Spot]) -> list[Track]:
    ordered = sorted(spots, key=lambda spot: spot.x)
    gaps = 0
    numbered: list[tuple[int, Spot]] = []
    for place, spot in enumerate(ordered):
        if place and spot.column > ordered[place - 1].column + 1:
            gaps += 1
        numbered.append((gaps, spot))
    return [
        Track([Point(spot.x, spot.y) for _, spot in piece])
        for _, piece in groupby(numbered, key=lambda each: each[0])
    ]
