"""The answers to why a pain point hurts, as the tree that they form below it."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.pain import Pain, is_pain
from cjeditor.model.by_cell import cards_of
from cjeditor.model.map import Map
from cjeditor.model.whys import Why

Depth = Literal["none", "begun", "rooted"]
"""How far the whys of a pain point go: to a root cause, less far, or nowhere yet."""


class Chain(NamedTuple):
    """The whys of one pain point.

    Two maps that were merged can hold answers below each other in a ring, or below an answer
    about another pain point. Such ones are taken for answers about the pain point itself, so
    that nothing is out of sight.

    Attributes:
        below: The answers below each answer, and below the pain point, in order.
        parent: What each answer stands below: another one or the pain point.
    """

    pain: Id
    below: Mapping[Id, tuple[Why, ...]]
    parent: Mapping[Id, Id]

    def in_order(self) -> Iterator[tuple[int, Why]]:
        """Yield every answer with its level, from 1, before those below it."""
        waiting = [(1, why) for why in reversed(self.below.get(self.pain, ()))]
        while waiting:
            level, why = waiting.pop()
            yield level, why
            waiting += [(level + 1, each) for each in reversed(self.below.get(why.id, ()))]

    def siblings(self, why: Id) -> tuple[Why, ...]:
        """Return the answers to the same question, the given one among them."""
        return self.below[self.parent[why]]

    def holds_below(self, above: Id, why: Id) -> bool:
        """Tell whether *why* is *above* or anywhere below it."""
        at: Id | None = why
        while at is not None and at != above:
            at = self.parent.get(at)
        return at == above


@lru_cache(maxsize=256)
def _chain(pain: Id, whys: tuple[Why, ...]) -> Chain:
    known = {why.id: why for why in whys}
    parent = {why.id: why.parent if why.parent in known else pain for why in whys}
    for why in whys:
        seen, at = {why.id}, parent[why.id] or pain
        while at != pain and at not in seen:
            seen.add(at)
            at = parent[at] or pain
        if at != pain:
            parent[why.id] = pain
    sure = {key: value or pain for key, value in parent.items()}
    below: dict[Id, list[Why]] = {}
    for why in whys:
        below.setdefault(sure[why.id], []).append(why)
    return Chain(pain, {key: tuple(own) for key, own in below.items()}, sure)


def chain_of(journey: Map, pain: Id) -> Chain:
    """Return the whys of a card; it may have none."""
    return _chain(pain, journey.whys_of.get(pain, ()))


def has_whys(journey: Map, element: Id) -> bool:
    """Tell whether people can ask why about a record: a pain point, or a card with answers."""
    card = journey.cards.get(element)
    return card is not None and (is_pain(card) or element in journey.whys_of)


def depth_of(journey: Map, pain: Id) -> Depth:
    """Return how far the whys of a card go."""
    whys = journey.whys_of.get(pain, ())
    if any(why.root for why in whys):
        return "rooted"
    return "begun" if whys else "none"


_UNRATED: Final = 0


def pain_points(journey: Map) -> list[Card]:
    """Return the pain points, the worst first, and other cards that have whys.

    Those of equal severity stand as the map is read.
    """
    asked = journey.whys_of.keys() - {pain.id for pain in cards_of(journey, Pain)}
    if asked:
        cards = [card for card in journey.reading_order() if has_whys(journey, card.id)]
    else:
        cards = list[Card](cards_of(journey, Pain))
    return sorted(cards, key=lambda card: -(getattr(card, "severity", None) or _UNRATED))
