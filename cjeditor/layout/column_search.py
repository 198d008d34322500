"""The column width at which a map's type is as large as its page allows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from math import exp, log
from typing import Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.display.text import widest_word
from cjeditor.kinds.card_drawing import MARGINS, TEXT_INDENT
from cjeditor.kinds.look import CARD, USUAL_COLUMN, Look
from cjeditor.kinds.stack import MARGIN
from cjeditor.layout.grid import share_of_usual
from cjeditor.layout.head_sizes import STAGES, STEPS
from cjeditor.layout.heads import STAGE_MARGINS, STEP_PADDING
from cjeditor.layout.poster_foot import Foot
from cjeditor.layout.sheet import RIGHT, lay_out
from cjeditor.model.map import Map

_NARROWEST: Final = 100.0
_NARROWEST_FOR_HEADS: Final = 140.0
"""A column is no narrower than the first; for a long word in a head, than the second at most."""

_WIDEST: Final = 400.0
_TALL: Final = 2000.0
"""Points; a sheet that would be too wide for its page even if it were so tall most likely needs
the narrowest columns, so the search begins with them."""

_TRIES: Final = 7
_NEAR: Final = 0.005
"""Column widths that differ by this share are as good as each other."""

_STEEPEST: Final = -2.6
_TYPICAL: Final = -1.6
_FLATTEST: Final = -0.8
"""How fast log(height / width) of a sheet falls with log(column)."""

WORTH: Final = 1.08
"""The type may be smaller by this factor so that fewer words of cards are broken."""

_LOOKED_AT: Final = 600
"""Characters of a text in which long words are looked for."""


class Room(NamedTuple):
    """What a page has for a sheet and its foot.

    Attributes:
        width, height: In points, inside the margins.
        most: Largest scale.
    """

    width: float
    height: float
    most: float


class ColumnSearch:
    """Lays a map out at one column width after the other, each only once.

    Args:
        journey: The whole map.
        part: What is laid out in its place; about as high.
    """

    def __init__(self, journey: Map, part: Map, foot: Foot, look: Look) -> None:
        self._journey = journey
        self._part = part
        self._foot = foot
        self._look = look
        self._sizes: dict[float, tuple[float, float]] = {}
        self._fixed = 0.0

    def best(self, room: Room) -> float:
        """Return the column width at which the type is largest."""
        column = self._balanced(room)
        scale = min(room.most, self._scale(column, room))
        column = max(column, self._filling(room, scale))
        widest = self._filling(room, scale / WORTH)
        wishes = (wish for wish in self._wishes if column < wish <= widest)
        return max(wishes, default=column)

    def scale(self, room: Room) -> float:
        """Return the scale at which the map is drawn with the best column width."""
        return min(room.most, self._scale(self.best(room), room))

    def size(self, column: float) -> tuple[float, float]:
        """Return the width of the sheet and its height with the foot."""
        if column not in self._sizes:
            sheet = lay_out(self._part, replace(self._look, column=column))
            self._fixed = sheet.left + RIGHT
            self._sizes[column] = sheet.width, sheet.height + self._foot.depth(sheet.width)
        return self._sizes[column]

    def _scale(self, column: float, room: Room) -> float:
        width, height = self.size(column)
        return min(room.width / width, room.height / height)

    def _balanced(self, room: Room) -> float:
        """Return the column width at which page width and height limit the scale alike.

        Wider columns make the sheet wider and lower.
        """
        low, high = self._narrowest, _WIDEST
        column = low if self._is_wide(room) else max(low, USUAL_COLUMN)
        slope, before = _TYPICAL, (0.0, 0.0)
        for turn in range(_TRIES):
            width, height = self.size(column)
            here = log(column), log(height / width * room.width / room.height)
            if turn:
                slope = (here[1] - before[1]) / (here[0] - before[0])
                slope = max(_STEEPEST, min(slope, _FLATTEST))
            low, high = (column, high) if here[1] > 0 else (low, column)
            wanted = max(low, min(column * exp(-here[1] / slope), high))
            if abs(wanted / column - 1) < _NEAR:
                break
            column, before = wanted, here
        return max(self._sizes, key=lambda each: self._scale(each, room))

    def _is_wide(self, room: Room) -> bool:
        """Guess, without a layout, that even the narrowest columns make the sheet too wide."""
        width = self._narrowest * sum(self._shares.values())
        return width / _TALL > room.width / room.height

    def _filling(self, room: Room, scale: float) -> float:
        """Return the column width at which the sheet is as wide as the page at *scale*."""
        columns = sum(self._shares.values()) or 1
        return min((room.width / scale - self._fixed) / columns, _WIDEST)

    @cached_property
    def _shares(self) -> Mapping[Id, float]:
        """How wide the column of each step is compared to the usual one."""
        return {step.id: share_of_usual(step) for step in self._journey.steps.values()}

    @cached_property
    def _narrowest(self) -> float:
        """The column width at which heads in their smallest type break no usual word."""
        return max(_NARROWEST, min(max(self._heads(), default=0), _NARROWEST_FOR_HEADS))

    def _heads(self) -> Iterator[float]:
        """Yield the column width that each head needs for its longest word."""
        for stage in self._journey.ordered_stages:
            steps = self._journey.steps_of[stage.id]
            shares = [self._shares[step.id] for step in steps]
            yield (STAGES.narrowest(stage.title) + STAGE_MARGINS) / sum(shares)
            for step, share in zip(steps, shares, strict=True):
                yield (STEPS.narrowest(step.title) + 2 * STEP_PADDING) / share

    @cached_property
    def _wishes(self) -> tuple[float, ...]:
        """The column width that each word of the cards needs to stay whole."""
        first: set[tuple[str, float]] = set()
        others: set[tuple[str, float]] = set()
        for card in self._journey.cards.values():
            share = self._shares[card.first_step]
            start, *rest = card.text[:_LOOKED_AT].split() or ("",)
            first.add((start, share))
            others.update((word, share) for word in rest)
        margins = MARGINS + 2 * MARGIN
        return (
            *((widest_word(word, CARD) + TEXT_INDENT + margins) / share for word, share in first),
            *((widest_word(word, CARD) + margins) / share for word, share in others),
        )
