"""What a damaged file has lost, as data; `sentences` makes a sentence of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a file that could not be taken as it stands.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
        place: The record, by its table and id: "cards k3x"; or "".
        line: From 1; None where the file is not one record a line.
        count: How many things it stands for; the last of very many stands for all others.
    """

    reason: str
    values: dict[str, str] = field(default_factory=dict)
    place: str = ""
    line: int | None = None
    count: int = 1


def how_many(losses: Iterable[Loss]) -> int:
    """Return how many things *losses* stand for."""
    return sum(each.count for each in losses)
