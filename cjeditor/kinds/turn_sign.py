"""The signs of peaks, lows and falls: three forms, so that they need no colour."""

from typing import Final

from cjeditor.display.shapes import Close, Curve, LineTo, MoveTo, Segment, Stroke
from cjeditor.kinds.emotion_turns import Turn

SIGN: Final = 9.0
"""Width and height of a sign."""


def turn_sign(turn: Turn, x: float, y: float, colour: str) -> Curve:
    """Return a triangle up for a peak, down for a low, and a falling arrow for a fall."""
    last = SIGN - 1
    path: tuple[Segment, ...]
    match turn:
        case "peak":
            path = (
                MoveTo(x + 0.5, y + last),
                LineTo(x + SIGN / 2, y + 1),
                LineTo(x + last + 0.5, y + last),
                Close(),
            )
        case "low":
            path = (
                MoveTo(x + 0.5, y + 1),
                LineTo(x + SIGN / 2, y + last),
                LineTo(x + last + 0.5, y + 1),
                Close(),
            )
        case "fall":
            path = (
                MoveTo(x + 1, y + 1),
                LineTo(x + last, y + last),
                MoveTo(x + last - 5, y + last),
                LineTo(x + last, y + last),
                LineTo(x + last, y + last - 5),
            )
            return Curve(path, stroke=Stroke(colour, 1.8))
    return Curve(path, stroke=Stroke(colour, 0.8), fill=colour)
