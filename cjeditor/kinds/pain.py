"""The pain point: where the customer meets friction."""

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.core.words import mark
from cjeditor.kinds.card import Card, CardKind, Column, Due, Owner, Score
from cjeditor.kinds.fields import Count, Rating


class Pain(Card):
    """Where the customer meets friction.

    Attributes:
        severity: 1, a nuisance, to 5, the customer leaves; None means not rated.
        people: How many people it touches; None means unknown.
        owner: Who in the company answers for it.
        due: The day by which it is to be dealt with.
    """

    kind: Literal["pain"] = "pain"
    severity: Annotated[Rating | None, Field(title=mark("Severity"))] = None
    people: Annotated[Count | None, Field(title=mark("People affected"))] = None
    owner: Owner = ""
    due: Due = None


def is_pain(card: Card) -> bool:
    """Tell whether *card* is a pain point."""
    return isinstance(card, Pain)


def _score(card: Pain) -> Score | None:
    return None if card.severity is None else Score(mark("Severity"), card.severity)


KIND = CardKind(
    name="pain",
    record=Pain,
    label=mark("Pain point"),
    symbol="alert-triangle",
    tint="#fde2e4",
    full="#c53030",
    prompt=mark("Where does the customer struggle here?"),
    score=_score,
    columns=(
        Column(mark("Severity"), "severity"),
        Column(mark("People affected"), "people"),
        Column(mark("Owner"), "owner"),
        Column(mark("Due"), "due"),
    ),
)
