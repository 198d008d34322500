"""Explicit directions in the bidirectional algorithm: embeddings, overrides and isolates (X1-X10).

Classes are letters as in `display.bidi`; digits stand for the invisible control characters.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

EMBEDDINGS: Final = "1234"  # LRE, RLE, LRO, RLO
POP: Final = "5"
ISOLATES: Final = "678"  # LRI, RLI, FSI
END: Final = "9"  # PDI
REMOVED: Final = frozenset("b" + EMBEDDINGS + POP)  # X9

_LEFTWARD: Final = "247"
_OVERRIDES: Final = {"3": "L", "4": "R"}
_MAX_DEPTH: Final = 125


class Sequence(NamedTuple):
    """An isolating run sequence: characters that are resolved together.

    Attributes:
        indices: Of its characters in the paragraph.
        start, end: "L" or "R", what stands before and behind it.
    """

    indices: list[int]
    start: str
    end: str


def first_strong(classes: str, start: int = 0) -> int | None:
    """Return the direction of the first strong class: 0 rightward, 1 leftward (P2, P3).

    Isolates are skipped. Behind an isolate initiator, only what it holds is looked at.
    """
    depth = 0
    for letter in classes[start:]:
        if letter in ISOLATES:
            depth += 1
        elif letter == END:
            if start and not depth:
                return None
            depth = max(0, depth - 1)
        elif letter in "LRA" and not depth:
            return int(letter != "L")
    return None


class _Level(NamedTuple):
    level: int
    override: str
    isolate: bool


class _Stack:
    """The open embeddings; counts those that are too deep, so that their ends match."""

    def __init__(self, base: int) -> None:
        self._open = [_Level(base, "", False)]
        self._lost_isolates = 0
        self._lost_embeddings = 0

    @property
    def top(self) -> _Level:
        return self._open[-1]

    def push(self, leftward: bool, override: str, isolate: bool) -> None:
        level = (self.top.level + 1) | 1 if leftward else (self.top.level + 2) & ~1
        if level <= _MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings:
            self._open.append(_Level(level, override, isolate))
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def pop_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self.top.isolate and len(self._open) > 1:
            self._open.pop()

    def pop_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif any(level.isolate for level in self._open):
            self._lost_embeddings = 0
            while not self._open.pop().isolate:
                pass


def embed(classes: str, base: int) -> tuple[str, list[int]]:
    """Return the classes as overrides change them, and each character's explicit level."""
    stack = _Stack(base)
    changed = list(classes)
    levels = []
    for index, letter in enumerate(classes):
        if letter == END:
            stack.pop_isolate()
        elif letter == POP:
            stack.pop_embedding()
        levels.append(stack.top.level)
        if stack.top.override and letter not in REMOVED:
            changed[index] = stack.top.override
        if letter in EMBEDDINGS or letter in ISOLATES:
            leftward = letter in _LEFTWARD
            if letter == "8":
                leftward = first_strong(classes, index + 1) == 1
            stack.push(leftward, _OVERRIDES.get(letter, ""), letter in ISOLATES)
    return "".join(changed), levels


def sequences(classes: str, levels: list[int], base: int) -> Iterator[Sequence]:
    """Yield the isolating run sequences of a paragraph (X10)."""
    runs = _level_runs(classes, levels)
    opened_by = _matching_isolates(classes)
    waiting: dict[int, list[int]] = {}  # initiator → numbers of the runs of its sequence
    found: list[list[int]] = []
    for number, run in enumerate(runs):
        chain = waiting.pop(opened_by.get(run[0], -1), None)
        if chain is None:
            chain = []
            found.append(chain)
        chain.append(number)
        if classes[run[-1]] in ISOLATES:
            waiting[run[-1]] = chain
    for chain in found:
        level = levels[runs[chain[0]][0]]
        before = levels[runs[chain[0] - 1][0]] if chain[0] else base
        behind = base
        if chain[-1] + 1 < len(runs) and classes[runs[chain[-1]][-1]] not in ISOLATES:
            behind = levels[runs[chain[-1] + 1][0]]
        indices = [index for number in chain for index in runs[number]]
        yield Sequence(indices, "LR"[max(level, before) % 2], "LR"[max(level, behind) % 2])


def _level_runs(classes: str, levels: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index, letter in enumerate(classes):
        if letter in REMOVED:
            continue
        if runs and levels[runs[-1][0]] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _matching_isolates(classes: str) -> dict[int, int]:
    """Return for each isolate's end where it was opened (BD9)."""
    opened: list[int] = []
    matches = {}
    for index, letter in enumerate(classes):
        if letter in ISOLATES:
            opened.append(index)
        elif letter == END and opened:
            matches[index] = opened.pop()
    return matches
