"""What is worth doing first: pain points by their weight, opportunities by impact and effort.

The weight of a pain point is its severity times its reach. The reach is

    1 + linked cards + digits of the number of people affected

where a linked card is one at the other end of a link, counted once, and unknown or no people
count as no digit. So ten times as many people weigh as much as one card more: people are
mostly guessed, and a guess is right by its order of magnitude. 340 people and two linked
cards give a reach of 1 + 2 + 3 = 6; with severity 4 the weight is 24.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.model.by_cell import cards_of
from cjeditor.model.map import Map

HIGHEST: Final = 5
"""The highest rating; the lowest is 1."""

Quadrant = Literal["quick win", "big bet", "fill-in", "thankless"]

QUADRANTS: Final[dict[Quadrant, str]] = {
    "quick win": mark("Quick wins"),
    "big bet": mark("Big bets"),
    "fill-in": mark("Fill-ins"),
    "thankless": mark("Thankless tasks"),
}
"""In the order in which they are worth doing."""

LEAST_HIGH_IMPACT: Final = 3
"""An impact from here on is high; a middling one is."""

MOST_LOW_EFFORT: Final = 3
"""An effort up to here is low; a middling one is."""


class RankedPain(NamedTuple):
    """A pain point and what it weighs.

    Attributes:
        linked: How many cards are linked to it.
        weight: Severity × reach; None if its severity is not rated.
    """

    pain: Pain
    linked: int
    weight: int | None


def ranked_pains(journey: Map) -> list[RankedPain]:
    """Return the pain points, the heaviest first; those without a severity come last.

    Of the same weight those with more people come first, then those with more votes, then
    as the map is read.
    """
    linked = _linked(journey)
    ranked = [_ranked(pain, len(linked.get(pain.id, ()))) for pain in cards_of(journey, Pain)]
    return sorted(ranked, key=_rank)


def quadrant_of(impact: int, effort: int) -> Quadrant:
    """Return where ratings from 1 to 5 put an opportunity."""
    if impact >= LEAST_HIGH_IMPACT:
        return "quick win" if effort <= MOST_LOW_EFFORT else "big bet"
    return "fill-in" if effort <= MOST_LOW_EFFORT else "thankless"


def opportunities(journey: Map) -> list[Opportunity]:
    """Return the opportunities as the map is read."""
    return cards_of(journey, Opportunity)


def rated(journey: Map) -> Mapping[tuple[int, int], list[Opportunity]]:
    """Return the opportunities by (impact, effort), as the map is read; unrated left out."""
    found: dict[tuple[int, int], list[Opportunity]] = {}
    for each in opportunities(journey):
        if each.impact is not None and each.effort is not None:
            found.setdefault((each.impact, each.effort), []).append(each)
    return found


def unrated(journey: Map) -> list[Opportunity]:
    """Return the opportunities that lack impact or effort, as the map is read."""
    return [each for each in opportunities(journey) if each.impact is None or each.effort is None]


def pains_solved(journey: Map) -> Mapping[Id, tuple[Pain, ...]]:
    """Return the pain points that each card solves; cards that solve none are left out."""
    found: dict[Id, list[Pain]] = {}
    for link in journey.links.values():
        pain = journey.cards[link.target]
        if link.kind == "solves" and isinstance(pain, Pain):
            found.setdefault(link.source, []).append(pain)
    return {card: tuple(pains) for card, pains in found.items()}


def _ranked(pain: Pain, linked: int) -> RankedPain:
    digits = len(str(pain.people)) if pain.people else 0
    weight = None if pain.severity is None else pain.severity * (1 + linked + digits)
    return RankedPain(pain, linked, weight)


def _rank(each: RankedPain) -> tuple[int, int, int]:
    return -(each.weight or 0), -(each.pain.people or 0), -each.pain.votes


def _linked(journey: Map) -> Mapping[Id, set[Id]]:
    """Return the cards at the other ends of each card's links."""
    found: dict[Id, set[Id]] = {}
    for link in journey.links.values():
        found.setdefault(link.source, set()).add(link.target)
        found.setdefault(link.target, set()).add(link.source)
    return found
