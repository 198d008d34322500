"""The parts of a task: its name, its score and its actors."""

import re
from typing import Final, NamedTuple

_DECIMAL: Final = re.compile(
    r"[+-]?(?:\d{1,40}\.?\d{0,40}|\.\d{1,40})(?:[eE][+-]?\d{1,4})?|[+-]?Infinity", re.ASCII
)
_BASED: Final = re.compile(r"0[xX][0-9a-fA-F]{1,40}|0[oO][0-7]{1,40}|0[bB][01]{1,40}", re.ASCII)


class Task(NamedTuple):
    """A task as it stands in the source.

    Attributes:
        score: As said; "" where there is none.
        number: What the score says; None where it is not a number.
        actors: Their names; "" for one that is left empty.
        dropped: What Mermaid drops after the actors: taken as more actors.
        differs: Whether Mermaid takes another number for the score, or cannot read it.
    """

    name: str
    score: str = ""
    number: float | None = None
    actors: tuple[str, ...] = ()
    dropped: str = ""
    differs: bool = False


def number(text: str) -> float | None:
    """Return what JavaScript takes *text* for, or None if it is blank or not a number."""
    text = text.strip()
    if _DECIMAL.fullmatch(text):
        return float(text)
    return float(int(text, 0)) if _BASED.fullmatch(text) else None


def parse(line: str) -> Task:
    """Return the parts of a task's line.

    The score is the last number between colons, so that a name may hold a colon; failing
    that a number at the end; failing that what stands after the first colon.
    """
    pieces = line.split(":")
    if len(pieces) == 1:
        return Task(line.strip(), differs=True)
    at = _place_of_score(pieces)
    score = pieces[at].strip()
    said = number(score)
    if said is None and "#" in score:  # Mermaid takes the rest of the line for a remark
        said = number(score.split("#", 1)[0])
    groups = [piece.split(",") for piece in pieces[at + 1 :]]
    actors = tuple(name.strip() for group in groups for name in group)
    return Task(
        name=":".join(pieces[:at]).strip(),
        score=score,
        number=said,
        actors=actors,
        dropped=":".join(pieces[at + 2 :]).strip(),
        differs=at != 1,
    )


def _place_of_score(pieces: list[str]) -> int:
    between = (at for at in range(len(pieces) - 2, 0, -1) if number(pieces[at]) is not None)
    found = next(between, None)
    if found is not None:
        return found
    return len(pieces) - 1 if number(pieces[-1]) is not None else 1
