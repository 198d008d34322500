"""Where a feeling of a certain value is drawn in its lane."""

from typing import Final, NamedTuple

from cjeditor.kinds.emotion_record import EmotionLane
from cjeditor.kinds.feeling import HIGHEST, LOWEST
from cjeditor.kinds.lane import Content

HEIGHT: Final = 166.0
"""Of a lane with one curve and nothing above or below it."""

_MARGIN: Final = 17.0
"""Above the highest value and below the lowest; a face at an end stays inside."""

_MARK: Final = 38.0
"""The same where peaks and lows are marked: the mark stands beyond the face."""

LEVELS: Final = (0.0, 1.0, -1.0, 2.0, -2.0)
"""Feelings with a line of their own: that of no feeling either way is solid."""

TRUTH: Final = 20.0
"""Height of the row of moments of truth, at the top."""

_LEAST: Final = 84.0
"""Between the highest and the lowest value, however low the lane is wished."""

_EACH: Final = 13.0
"""Further height for each curve beyond the second, as far as to _MOST."""
_MOST: Final = 104.0


class Plot(NamedTuple):
    """The part of a band that the curves take.

    Attributes:
        top: y of the highest feeling, from the band's top.
        bottom: y of the lowest.
        height: Of the part, with the margins above and below.
    """

    top: float = _MARGIN
    bottom: float = HEIGHT - _MARGIN
    height: float = HEIGHT

    def y_of(self, value: float) -> float:
        """Return how far below the band's top a feeling of *value* is drawn."""
        share = (HIGHEST - value) / (HIGHEST - LOWEST)
        return self.top + share * (self.bottom - self.top)

    def value_at(self, y: float) -> float:
        """Return the feeling at *y* below the band's top, within the range of feelings."""
        share = (y - self.top) / (self.bottom - self.top)
        return max(LOWEST, min(HIGHEST, HIGHEST - share * (HIGHEST - LOWEST)))


def plot_of(lane: EmotionLane, content: Content, curves: int) -> Plot:
    """Return where *lane* draws that number of curves: higher with more of them.

    Levels that have names begin below the lane's title, which stands beside them.
    """
    mark = _MARK if lane.marks else _MARGIN
    title = content.least + 3 if lane.scale != "none" else 0.0
    row = TRUTH + _MARGIN if content.truths else 0.0
    top, below = max(mark, title, row), mark
    between = HEIGHT - 2 * _MARGIN + min(_MOST, max(0, curves - 2) * _EACH)
    if lane.height is not None:
        between = max(_LEAST, lane.height - top - below)
    bottom = top + between + content.spare
    return Plot(top, bottom, bottom + below)


def y_of(value: float) -> float:
    """Return how far below the top of a lane of the usual height *value* is drawn."""
    return Plot().y_of(value)
