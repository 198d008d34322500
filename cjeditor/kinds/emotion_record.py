"""What an emotion lane keeps: which curves it shows, and how."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.fields import Names, Refers, State
from cjeditor.kinds.lane import Lane

Curves = Literal["both", "current", "future"]
CURVES: Final[dict[Curves, str]] = {
    "both": mark("Current and future"),
    "current": mark("Current state"),
    "future": mark("Future state"),
}

Scale = Literal["none", "plus minus", "one to five", "names"]
SCALES: Final[dict[Scale, str]] = {
    "none": mark("No names"),
    "plus minus": mark("−2 to +2"),
    "one to five": mark("1 to 5"),
    "names": mark("Own names"),
}


class EmotionLane(Lane):
    """Shows the map's emotions; it holds none itself.

    Attributes:
        personas: Whose curves it shows; empty means everyone's.
        curves: Which curves it shows.
        scale: How the levels are named at its left edge.
        level_names: Names of the user's own, from the best level to the worst.
        spread: Whether the mean of the personas and the band between the highest and the
            lowest of them is drawn.
        marks: Whether peaks, lows and the steepest fall are marked.
    """

    kind: Literal["emotion"] = "emotion"
    personas: Annotated[tuple[Id, ...], Field(title=mark("Personas")), Refers("personas")] = ()
    curves: Annotated[Curves, Field(title=mark("Curves"))] = "both"
    scale: Annotated[Scale, Field(title=mark("Scale"))] = "none"
    level_names: Annotated[Names, Field(max_length=5, title=mark("Names of the levels"))] = ()
    spread: Annotated[bool, Field(title=mark("Average and spread"))] = False
    marks: Annotated[bool, Field(title=mark("Mark peaks, lows and the steepest fall"))] = False


def shows_curve(lane: EmotionLane, persona: Id | None, state: State) -> bool:
    """Tell whether *lane* draws the curve; persona None means the customers as a whole."""
    return lane.curves in ("both", state) and (not lane.personas or persona in lane.personas)
