"""Opportunities and ideas: what would solve a pain point or surprise the customer."""

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.core.words import mark
from cjeditor.kinds.card import Card, CardKind, Column, Due, Owner, Score
from cjeditor.kinds.fields import Rating


class Opportunity(Card):
    """An idea with a worth and a cost.

    Attributes:
        impact: 1, little, to 5, much; None means not rated.
        effort: 1, little, to 5, much; None means not rated.
        owner: Who takes it on.
        due: The day by which it is to be done.
    """

    kind: Literal["opportunity"] = "opportunity"
    impact: Annotated[Rating | None, Field(title=mark("Impact"))] = None
    effort: Annotated[Rating | None, Field(title=mark("Effort"))] = None
    owner: Owner = ""
    due: Due = None


class Idea(Card):
    """A thought that is not yet an opportunity."""

    kind: Literal["idea"] = "idea"


def is_solution(card: Card) -> bool:
    """Tell whether *card* is an opportunity or an idea."""
    return isinstance(card, Opportunity | Idea)


def _score(card: Opportunity) -> Score | None:
    return None if card.impact is None else Score(mark("Impact"), card.impact)


KINDS = (
    CardKind(
        name="opportunity",
        record=Opportunity,
        label=mark("Opportunity"),
        symbol="bulb",
        tint="#ddf3e4",
        full="#2f855a",
        prompt=mark("What could be better here?"),
        score=_score,
        columns=(
            Column(mark("Impact"), "impact"),
            Column(mark("Effort"), "effort"),
            Column(mark("Owner"), "owner"),
            Column(mark("Due"), "due"),
        ),
    ),
    CardKind(
        name="idea",
        record=Idea,
        label=mark("Idea"),
        symbol="rocket",
        tint="#ddf3e4",
        full="#2f855a",
        prompt=mark("What could one try here?"),
    ),
)
