"""OJF's scores and severities on our scales, and back."""

from collections.abc import Iterable
from typing import Final

LOWEST_SCORE, HIGHEST_SCORE = -5, 5
_STEP: Final = 0.4
"""Of our scale, -2 to +2, for one of OJF's, -5 to +5."""

SEVERITIES: Final = {"low": 2, "medium": 3, "high": 5}
_SEVERITY_NAMES: Final = {1: "low", 2: "low", 3: "medium", 4: "high", 5: "high"}


def feeling(score: float) -> float:
    """Return our value of an OJF score; beyond the scale's ends, the end."""
    return round(min(HIGHEST_SCORE, max(LOWEST_SCORE, score)) * _STEP, 6)


def score(values: Iterable[float]) -> float:
    """Return the OJF score of the mean of our *values*; whole where it can be."""
    each = list(values)
    mean = round(sum(each) / len(each) / _STEP, 6)
    return int(mean) if mean.is_integer() else mean


def is_score(value: object) -> bool:
    """Tell whether *value* is a number (JSON's true is none)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def severity_name(severity: int) -> str:
    """Return OJF's word for a severity of 1 to 5."""
    return _SEVERITY_NAMES[severity]
