"""A drawing with cards that hands can take, and places to put them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.look import Look
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Place:
    """Where cards can be put.

    Attributes:
        key: What a card there is: its ratings, its owner.
        cards: Ids of those that stand there, in order.
    """

    rect: Rect
    key: Any
    cards: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A drawing laid out, in points.

    Attributes:
        ground: What lies below the cards, from back to front.
        chips: The cards, small; each block's element is the card's id.
        places: Where they can be put; they do not overlap.
        heads: Where something is told about a stage; its id is the key.
    """

    width: float
    height: float
    ground: tuple[Block, ...]
    chips: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    heads: tuple[Place, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything, from back to front."""
        return (*self.ground, *self.chips)

    def place_of(self, card: str) -> Place | None:
        """Return the place that a card stands in."""
        return self._home.get(card)

    @cached_property
    def chip_of(self) -> Mapping[str, Block]:
        """The cards by their ids."""
        return {block.element: block for block in self.chips}

    @cached_property
    def place_with(self) -> Mapping[Any, Place]:
        """The places by their keys."""
        return {place.key: place for place in self.places}

    @cached_property
    def _home(self) -> Mapping[str, Place]:
        return {card: place for place in self.places for card in place.cards}

    def place_at(self, x: float, y: float) -> Place | None:
        """Return the place at a point."""
        return next((each for each in self.places if each.rect.contains(x, y)), None)

    def chip_at(self, x: float, y: float) -> Block | None:
        """Return the card at a point."""
        return next((each for each in reversed(self.chips) if each.rect.contains(x, y)), None)


Plan: TypeAlias = Callable[[Map, float, float, Look], Chart]
"""Lays a map out as a chart: (map, width, least height, look)."""
