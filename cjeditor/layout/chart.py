"""A drawing with cards that hands can take, and places to put them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.look import Look
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Place:
    """Where cards can be put.

    Attributes:
        key: What a card there is: its ratings, its owner.
    """

    rect: Rect
    key: Any


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing laid out, in points.

    Attributes:
        ground: What lies below the cards, from back to front.
        chips: The cards, small; each block's element is the card's id.
        places: Where they can be put; they do not overlap.
    """

    width: float
    height: float
    ground: tuple[Block, ...]
    chips: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything, from back to front."""
        return (*self.ground, *self.chips)

    def place_of(self, card: str) -> Place | None:
        """Return the place that a card stands in."""
        block = next((each for each in self.chips if each.element == card), None)
        return None if block is None else self.place_at(block.x, block.y)

    def place_at(self, x: float, y: float) -> Place | None:
        """Return the place at a point."""
        return next((each for each in self.places if each.rect.contains(x, y)), None)

    def chip_at(self, x: float, y: float) -> Block | None:
        """Return the card at a point."""
        return next((each for each in reversed(self.chips) if each.rect.contains(x, y)), None)


Plan: TypeAlias = Callable[[Map, float, float, Look], Chart]
"""Lays a map out as a chart: (map, width, least height, look)."""
