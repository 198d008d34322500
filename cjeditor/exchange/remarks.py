"""Collecting remarks while a file is read or written."""

from typing import Final

from cjeditor.core.words import mark
from cjeditor.exchange.format import Remark
from cjeditor.kinds.fields import MAX_TEXT

MAX_REMARKS: Final = 1_000
"""Nobody reads more; a file of nothing but oddities must not fill the memory."""

_QUOTED: Final = 80
"""Characters of the file's own text that a remark repeats."""


class Remarks:
    """The remarks of one file, in the order in which they were made."""

    def __init__(self) -> None:
        self._kept: list[Remark] = []
        self._more = 0

    def add(self, reason: str, line: int | None = None, place: str = "", **values: str) -> None:
        """Add a remark; *reason* and *values* as in `Remark`."""
        if len(self._kept) >= MAX_REMARKS:
            self._more += 1
            return
        shown = {name: _short(value) for name, value in values.items()}
        self._kept.append(Remark(reason, shown, line, place))

    def fit(self, text: str, line: int | None = None, place: str = "") -> str:
        """Return *text*, cut with a remark where it is longer than any text of a map."""
        if len(text) <= MAX_TEXT:
            return text
        reason = mark("A text of {count} characters was cut after {limit}.")
        self.add(reason, line, place, count=str(len(text)), limit=str(MAX_TEXT))
        return text[:MAX_TEXT]

    def all(self) -> tuple[Remark, ...]:
        """Return the remarks, and after very many how many more there were."""
        if not self._more:
            return tuple(self._kept)
        last = Remark(mark("And {count} more remarks."), {"count": str(self._more)})
        return (*self._kept, last)


def _short(text: str) -> str:
    line = " ".join(text[: 2 * _QUOTED].split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
