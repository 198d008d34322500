"""The statements of a journey diagram, line by line; no line is lost.

Mermaid's own reader takes some lines otherwise, or not at all; `differs` and the task's
parts tell where.
"""

import re
import textwrap
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, Literal, NamedTuple

from cjeditor.exchange.mermaid.names import begins_with_code
from cjeditor.exchange.mermaid.source import Source

StatementKind = Literal[
    "front matter", "directive", "comment", "header", "title", "accTitle", "accDescr",
    "section", "task",
]  # fmt: skip


class Statement(NamedTuple):
    """One statement.

    Attributes:
        text: What follows the keyword, as it stands; of a task the whole line.
        line: Of its begin, in the file, from 1.
        differs: Whether Mermaid cannot read it so (a front matter that is indented, a
            brace that is never closed).
    """

    kind: StatementKind
    text: str
    line: int
    differs: bool = False


_HEADER: Final = re.compile(r"journey(?=\s*$|\s+(?:title|section|acc(?:Title|Descr))\b|\s*[%#])")
_WORD: Final[dict[StatementKind, re.Pattern[str]]] = {
    "title": re.compile(r"title(?=\s|$)", re.IGNORECASE),
    "section": re.compile(r"section(?=\s|$)", re.IGNORECASE),
    "accTitle": re.compile(r"accTitle\s{0,99}:", re.IGNORECASE),
    "accDescr": re.compile(r"accDescr\s{0,99}(?:\{|:)", re.IGNORECASE),
}
_RULE: Final = "---"

_PER_LINE: Final = 100
"""Statements on one line; what follows them is taken for a comment."""


def is_journey(source: Source) -> bool:
    """Tell whether *source* is a journey diagram and not one of another type."""
    before: set[StatementKind] = {"front matter", "directive", "comment"}
    first = next((each for each in statements(source) if each.kind not in before), None)
    return first is not None and first.kind == "header"


def statements(source: Source) -> Iterator[Statement]:
    """Yield the statements of *source* in their order."""
    return _Scanner(source).statements()


class _Scanner:
    """Walks through the lines; a closing mark is looked for only where there is one."""

    def __init__(self, source: Source) -> None:
        self._lines = source.text.split("\n")
        self._first = source.line
        self._at = 0
        self._last: dict[str, int] = {}
        self._ended_on = [-1, 0]

    def statements(self) -> Iterator[Statement]:
        while self._at < len(self._lines) and not self._lines[self._at].strip():
            self._at += 1
        yield from self._front_matter()
        while self._at < len(self._lines):
            if line := self._lines[self._at].strip():
                yield from self._statement(line)
            else:
                self._at += 1

    def _front_matter(self) -> Iterator[Statement]:
        first = self._at
        if first >= len(self._lines) or self._lines[first].strip() != _RULE:
            return
        inner = takewhile(lambda line: line.strip() != _RULE, self._lines[first + 1 :])
        text = list(inner)
        if first + 1 + len(text) == len(self._lines):
            return  # never closed
        self._at = first + len(text) + 2
        indented = self._lines[first].startswith((" ", "\t"))
        yield Statement(
            "front matter", textwrap.dedent("\n".join(text)), self._first + first, indented
        )

    def _statement(self, line: str) -> Iterator[Statement]:
        if self._ended_on[0] == self._at and self._ended_on[1] >= _PER_LINE:
            yield self._of_line("comment", line)
        elif line.startswith("%%{"):
            yield self._over_lines("directive", line, "}%%")
        elif line.startswith("%%") or (line.startswith("#") and not begins_with_code(line)):
            yield self._of_line("comment", line)
        elif _HEADER.match(line):
            yield Statement("header", "", self._first + self._at)
            self._lines[self._at] = line.removeprefix("journey")
        else:
            yield self._after_keyword(line)

    def _after_keyword(self, line: str) -> Statement:
        for kind, word in _WORD.items():
            if found := word.match(line):
                rest = line[found.end() :]
                if found[0].endswith("{"):
                    return self._over_lines(kind, rest, "}")
                return self._of_line(kind, rest.strip())
        return self._of_line("task", line)

    def _of_line(self, kind: StatementKind, text: str, differs: bool = False) -> Statement:
        self._at += 1
        return Statement(kind, text, self._first + self._at - 1, differs)

    def _over_lines(self, kind: StatementKind, rest: str, closing: str) -> Statement:
        """Take the text up to *closing*; what follows it on its line is read next."""
        if self._last_line_with(closing) < self._at:
            return self._of_line(kind, rest, differs=True)
        begin = self._at
        parts: list[str] = []
        while (stop := rest.find(closing)) < 0:
            if self._at + 1 >= len(self._lines):
                return self._of_line(kind, "\n".join([*parts, rest]), differs=True)
            parts.append(rest)
            self._at += 1
            rest = self._lines[self._at]
        kept = stop + len(closing) if kind == "directive" else stop
        parts.append(rest[:kept])
        self._lines[self._at] = rest[stop + len(closing) :]
        count = self._ended_on[1] if self._ended_on[0] == self._at else 0
        self._ended_on = [self._at, count + 1]
        return Statement(kind, "\n".join(parts), self._first + begin)

    def _last_line_with(self, closing: str) -> int:
        """Return the number of the last line that holds *closing*, looked for only once."""
        if closing not in self._last:
            holding = (i for i in range(len(self._lines) - 1, -1, -1) if closing in self._lines[i])
            self._last[closing] = next(holding, -1)
        return self._last[closing]
