"""Who in the company answers for which cards."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.model.by_cell import ByCell, of_last_map
from cjeditor.model.map import Map

NOBODY: Final = ""
"""The owner of a card that has none."""


@cache
def can_be_owned(record: type[Card]) -> bool:
    """Tell whether somebody can answer for cards of this class."""
    return "owner" in record.model_fields


def owner_of(card: Any) -> str:
    """Return who answers for a card that can be owned; NOBODY for blank names."""
    name: str = card.owner
    return name.strip()


_OWNED: Final = ByCell(
    lambda cards: tuple((owner_of(card), card) for card in cards if can_be_owned(type(card)))
)


@of_last_map
def owners(journey: Map) -> list[str]:
    """Return the names of all owners, in the order of the alphabet."""
    names = {owner for cards in _OWNED.of(journey) for owner, _card in cards}
    return sorted(names - {NOBODY}, key=lambda name: (name.casefold(), name))


def owned(journey: Map) -> Mapping[str, Mapping[Id, tuple[Card, ...]]]:
    """Return owner → stage → cards that begin in it, as the map is read.

    Nobody comes first, then the owners as `owners` has them; stages from left to right, those
    without cards are left out.
    """
    found: dict[str, dict[Id, list[Card]]] = {NOBODY: {}}
    found.update({name: {} for name in owners(journey)})
    stage_of = {step.id: step.stage for step in journey.ordered_steps}
    for cards in _OWNED.of(journey):
        for owner, card in cards:
            found[owner].setdefault(stage_of[card.first_step], []).append(card)
    order = [stage.id for stage in journey.ordered_stages]
    return {
        name: {stage: tuple(own[stage]) for stage in order if stage in own}
        for name, own in found.items()
    }
