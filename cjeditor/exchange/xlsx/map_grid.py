"""The `Map` sheet's columns, grounds and borders, and the blocks that its lanes are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.curves import Curve
from cjeditor.exchange.xlsx.measure import fitted, points
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.page import PAPER, Page, Style
from cjeditor.exchange.xlsx.text import clean
from cjeditor.model.map import Map

TITLES: Final = 20.0
"""Width of the lanes' titles in characters."""

CARD: Final = 11
"""Type size of cards in points."""

INSET: Final[dict[str, Any]] = {"align": "left", "valign": "vcenter", "indent": 1}
"""Text a little right of a cell's border, in the middle of its height."""

TOP_RULE: Final[dict[str, Any]] = {"top": 1, "top_color": LIGHT.rule}
"""The hairline between lanes."""

_BLOCK_ROWS: Final = 8  # under one lane title
_BLOCK_HEIGHT: Final = 500.0  # points, likewise
_SMALLEST: Final = 0.62  # of the size at which a wide map is printed while columns can shrink
_NARROWEST, _WIDEST, _COMFORTABLE = 16.0, 36.0, 21.0  # step columns in characters


@dataclass(frozen=True, slots=True)
class Grid:
    """What the parts of the `Map` sheet share.

    Attributes:
        steps: How many columns the map has; at least one.
        characters: Width of a step's column.
        curves: Of the whole map.
    """

    page: Page
    journey: Map
    words: Words
    names: Names
    curves: tuple[Curve, ...]
    steps: int
    characters: float

    def style(self, **properties: Any) -> Style:
        return self.page.book.style(**properties)

    def room(self, columns: int = 1) -> float:
        """Return the width of so many step columns in points."""
        return columns * points(self.characters)

    def empty(self, ground: str, **properties: Any) -> Style:
        """Return the style of a cell without a card: the lane's ground, the steps' hairline."""
        hairline = {"left": 4, "left_color": LIGHT.rule}
        return self.style(bg_color=ground, **(hairline | properties))

    def fill(self, row: int, style: Style) -> None:
        """Write every step's cell of a row blank."""
        for column in range(1, self.steps + 1):
            self.page.put(row, column, None, style)

    def lane_title(self, heights: dict[int, float], title: str, ground: str) -> None:
        """Write a lane's title down its rows, again after every few of them.

        Args:
            heights: Of the lane's rows; the last one grows if the title needs it.
        """
        style = self.style(
            bold=True, font_size=12, bg_color=ground, right=1, right_color=LIGHT.rule,
            **INSET, **TOP_RULE,
        )  # fmt: skip
        room = points(TITLES) - 9
        title, needed = fitted(clean(title)[0], 12, room, bold=True)
        again = self.words("{title} (cont.)").format(title=title)
        for number, (row, last) in enumerate(_blocks(heights)):
            self.page.merge(row, 0, last, 0, again if number else title, style)
        heights[max(heights)] += max(0.0, needed + 8 - sum(heights.values()))


def _blocks(heights: dict[int, float]) -> Iterator[tuple[int, int]]:
    """Yield first and last row of each block, so few and low that a page mostly holds it."""
    start, height = min(heights), 0.0
    for row in sorted(heights):
        height += heights[row]
        if row > start and (row - start >= _BLOCK_ROWS or height > _BLOCK_HEIGHT):
            yield start, row - 1
            start, height = row, heights[row]
    yield start, max(heights)


def column_characters(steps: int) -> float:
    """Return the step columns' width: wide when there are few, narrow enough to print many."""
    titles = points(TITLES)
    whole = (PAPER - titles) / steps
    small = min(points(_COMFORTABLE), (PAPER / _SMALLEST - titles) / steps)
    characters = (max(whole, small) / 0.75 - 5) / 7
    return round(min(_WIDEST, max(_NARROWEST, characters)), 1)


def pages_wide(steps: int, characters: float) -> int:
    """Return on how many sheets of A3 side by side the type stays readable; mostly one."""
    width = points(TITLES) + steps * points(characters)
    return max(1, round(width * 0.4 / PAPER))
