"""A line of text as every backend draws it: glyphs of bundled fonts at fixed places."""

from collections.abc import Callable
from typing import NamedTuple


class Run(NamedTuple):
    """Glyphs of one font file, from left to right on the page.

    Attributes:
        face: Name of the font file in `resources/fonts`, without suffix: "NotoSans-Bold".
        glyphs: Glyph numbers in that file.
        xs: Left origin of each glyph, in points from the line's left end.
        ys: Height of each glyph above the baseline, in points (marks of Indic and Arabic).
        texts: The source text that each glyph stands for, for search and copy in a PDF. A
            cluster's text stands with its first glyph in reading order; its others have "".
    """

    face: str
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    texts: tuple[str, ...]


class Line:
    """One line of text; never changed once made.

    Its glyphs are set in place when they are first asked for: a large map has many more
    lines than a screen ever shows.

    Attributes:
        text: The source text in reading order, without the space that the line broke at.
        size: Font size in points.
        width: Advance of the whole line in points.
        missing: Characters that no bundled font has; they are drawn as boxes.
        runs: The glyphs, from left to right. To make a line, also a function from its text.
    """

    __slots__ = ("_runs", "missing", "size", "text", "width")

    def __init__(
        self,
        text: str,
        size: float,
        width: float,
        runs: tuple[Run, ...] | Callable[[str], tuple[Run, ...]],
        missing: str = "",
    ) -> None:
        self.text = text
        self.size = size
        self.width = width
        self.missing = missing
        self._runs = runs

    @property
    def runs(self) -> tuple[Run, ...]:
        if callable(self._runs):
            self._runs = self._runs(self.text)
        return self._runs

    def __repr__(self) -> str:
        return f"Line({self.text!r}, {self.size}, {self.width}, {self.runs})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Line):
            return NotImplemented
        return (self.text, self.size, self.width) == (other.text, other.size, other.width) and (
            self.runs == other.runs
        )

    def __hash__(self) -> int:
        return hash((self.text, self.size, self.width))
