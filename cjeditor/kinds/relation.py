"""How a card of one kind usually has to do with a card of another."""

from typing import Final, Literal, NamedTuple

from cjeditor.kinds.card import Card

_REMEDIES: Final = frozenset({"opportunity", "idea"})
_TROUBLES: Final = frozenset({"pain"})


class Relation(NamedTuple):
    """A relation and whether it is told from the second card to the first."""

    kind: Literal["causes", "solves", "leads to"]
    backwards: bool = False


def usual_relation(first: Card, second: Card) -> Relation:
    """Return the relation that a person most likely means who links *first* to *second*."""
    if first.kind in _REMEDIES and second.kind in _TROUBLES:
        return Relation("solves")
    if first.kind in _TROUBLES and second.kind in _REMEDIES:
        return Relation("solves", backwards=True)
    return Relation("causes" if second.kind in _TROUBLES else "leads to")
