"""A metric as it is drawn: words in the map's language, and points of its line."""

from typing import Literal, NamedTuple

from cjeditor.core.ids import Id

Turn = Literal["better", "worse", "unclear", "same"]
"""What the latest figure says beside the one before; *unclear* lies within the margin."""


class Point(NamedTuple):
    """A figure in time.

    Attributes:
        day: Days since the beginning of year 1.
        low, high: Ends of its interval; None without one.
    """

    day: int
    value: float
    low: float | None = None
    high: float | None = None


class Gauge(NamedTuple):
    """What is shown of a metric.

    Attributes:
        metric: Its id.
        value: The latest figure with its unit, or that there is none.
        sample: How many answers it rests on and its margin; "" if nobody knows.
        few: Whether it rests on too few answers, and is shown in grey.
        target: The target and, in words, whether it is met; "" without one.
        met: Whether it is; None without target or figure.
        trend: The change since the figure before in words; "" without one.
        goal: The target's value.
        points: The oldest first.
    """

    metric: Id
    name: str
    value: str
    sample: str = ""
    few: bool = False
    target: str = ""
    met: bool | None = None
    trend: str = ""
    turn: Turn | None = None
    rises: bool = False
    goal: float | None = None
    points: tuple[Point, ...] = ()

    @property
    def spoken(self) -> str:
        """All that it says in one line, for a screen reader."""
        parts = (self.value, self.sample, self.trend, self.target)
        return f"{self.name}: {', '.join(part for part in parts if part)}"


class PlacedGauge(NamedTuple):
    """A gauge over the columns of some steps.

    Attributes:
        first, last: Ids of the outermost of them.
    """

    gauge: Gauge
    first: Id
    last: Id
