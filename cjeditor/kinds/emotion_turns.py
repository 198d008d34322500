"""Finds the peaks, the lows and the steepest fall of a curve."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from cjeditor.core.words import mark

Turn = Literal["peak", "low", "fall"]
TURNS: Final[dict[Turn, str]] = {
    "peak": mark("Peak"),
    "low": mark("Low"),
    "fall": mark("Steepest fall"),
}

_SWING: Final = 1.0
"""A peak or low counts from so large a change of the feeling before and after it."""


class Felt(NamedTuple):
    """A point of a curve; *place* is its step's as in `Spot`, *radius* that of what is drawn."""

    place: int
    x: float
    y: float
    value: float
    radius: float


class Found(NamedTuple):
    """A peak, a low or a fall; a fall leads from *start* to *end*, the others are at *start*."""

    turn: Turn
    start: Felt
    end: Felt


def turns_of(curve: Sequence[Felt]) -> list[Found]:
    """Return what is to be marked on a curve, its points from left to right.

    The highest and the lowest point always are, unless they are equally high; further peaks
    and lows where the feeling turns by a whole level. A fall is between two points of one
    step or of neighbouring steps; missing feelings are not zero.
    """
    if len({felt.value for felt in curve}) < 2:
        return []
    highest = max(curve, key=lambda felt: felt.value)
    lowest = min(curve, key=lambda felt: felt.value)
    peaks = dict.fromkeys(felt for turn, felt in _swings(curve) if turn == "peak")
    lows = dict.fromkeys(felt for turn, felt in _swings(curve) if turn == "low")
    peaks, lows = peaks | {highest: None}, lows | {lowest: None}
    return [
        *(Found("peak", felt, felt) for felt in peaks),
        *(Found("low", felt, felt) for felt in lows),
        *_steepest(curve),
    ]


def _swings(curve: Sequence[Felt]) -> Iterator[tuple[Turn, Felt]]:
    """Yield the points inside a curve where it turns by a whole level.

    Between an end of the curve and the turn next to it any change counts.
    """
    rising: bool | None = None
    highest = lowest = curve[0]
    for felt in curve[1:]:
        highest = felt if felt.value > highest.value else highest
        lowest = felt if felt.value < lowest.value else lowest
        if rising is not False and felt.value <= highest.value - _SWING:
            if rising or (rising is None and highest is not curve[0]):
                yield "peak", highest
            rising, lowest = False, felt
        elif rising is not True and felt.value >= lowest.value + _SWING:
            if rising is False or (rising is None and lowest is not curve[0]):
                yield "low", lowest
            rising, highest = True, felt
    if rising and highest.value > curve[-1].value:
        yield "peak", highest
    if rising is False and lowest.value < curve[-1].value:
        yield "low", lowest


def _steepest(curve: Sequence[Felt]) -> Iterator[Found]:
    falls = [(a, b) for a, b in pairwise(curve) if b.place - a.place <= 1]
    start, end = max(
        falls, key=lambda fall: fall[0].value - fall[1].value, default=(curve[0], curve[0])
    )
    if start.value > end.value:
        yield Found("fall", start, end)
