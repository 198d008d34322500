"""The list of gestures; the first that answers a press has it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from cjeditor.canvas.gestures import (
    band,
    cards,
    edges,
    heads,
    invitation,
    pan,
    points,
    span,
    switches,
)
from cjeditor.canvas.gestures.gesture import Gesture, Press

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

STARTS: Final[tuple[Callable[["MapView", Press], Gesture | None], ...]] = (
    pan.start,
    invitation.start,
    switches.start,
    edges.start,
    span.start,
    cards.start,
    points.start,
    heads.start,
    band.start,
)


def begin(view: "MapView", press: Press) -> Gesture | None:
    """Return the gesture that *press* begins, if any."""
    for start in STARTS:
        gesture = start(view, press)
        if gesture is not None:
            return gesture
    return None
