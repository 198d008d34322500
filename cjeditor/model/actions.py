"""What is to be done: the opportunities with owner, due day and status."""

from datetime import date
from typing import NamedTuple

from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.model.map import Map
from cjeditor.model.priorities import opportunities, pains_solved


class ToDo(NamedTuple):
    """An opportunity as something to do.

    Attributes:
        solves: The pain points that it solves.
        is_overdue: Whether its day is past and it is neither done nor dropped.
    """

    card: Opportunity
    solves: tuple[Pain, ...]
    is_overdue: bool


def to_do(journey: Map, today: date) -> list[ToDo]:
    """Return the opportunities, those that are due first; those without a day come last."""
    solved = pains_solved(journey)
    found = [
        ToDo(card, solved.get(card.id, ()), _is_overdue(card, today))
        for card in opportunities(journey)
    ]
    return sorted(found, key=lambda each: (each.card.due is None, each.card.due or ""))


def _is_overdue(card: Opportunity, today: date) -> bool:
    """Tell whether the day is past; ISO days sort as text, also those no calendar has."""
    return (
        card.due is not None
        and card.due < today.isoformat()
        and card.status not in ("done", "dropped")
    )
