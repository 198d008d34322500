"""Ask why: add and move answers, and say which opportunity takes a cause away."""

from dataclasses import dataclass, field
from typing import Final

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import AddCard
from cjeditor.edits.children import child_id
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free, one
from cjeditor.edits.links import AddLink
from cjeditor.edits.place import place
from cjeditor.edits.valid import made
from cjeditor.model.chains import chain_of
from cjeditor.model.map import Map
from cjeditor.model.whys import Why

SOLUTION: Final = "opportunity"
"""Kind of the card that a new countermeasure is."""


@dataclass(frozen=True, slots=True)
class AddWhy:
    """Answer why a pain point hurts, or why another answer is so.

    Attributes:
        pain: The pain point.
        parent: The answer that this one goes deeper under; None means the pain point itself.
        index: Its place among the answers to the same question; None means the last.
    """

    pain: Id
    parent: Id | None = None
    text: str = ""
    index: int | None = None
    why_id: Id = field(default_factory=new_id)

    label = mark("Add an answer")

    def apply(self, journey: Map) -> Map:
        pain = one(journey.cards, self.pain)
        chain = chain_of(journey, pain.id)
        if self.parent is not None and self.parent not in chain.parent:
            raise EditError(_GONE)
        why = made(
            Why, id=free(journey, self.why_id), pain=pain.id, parent=self.parent, text=self.text
        )
        return journey.put(*place(chain.below.get(self.parent or pain.id, ()), self.index, [why]))


@dataclass(frozen=True, slots=True)
class MoveWhy:
    """Move an answer, with all below it, among its siblings or below another answer.

    Attributes:
        parent: What it shall stand below; None means the pain point itself.
        index: Its place among the answers there that stay; None means the last.
    """

    why: Id
    parent: Id | None
    index: int | None = None

    label = mark("Move an answer")

    def apply(self, journey: Map) -> Map:
        why = one(journey.whys, self.why)
        chain = chain_of(journey, why.pain)
        if self.parent is not None:
            if self.parent not in chain.parent:
                raise EditError(_GONE)
            if chain.holds_below(why.id, self.parent):
                raise EditError(mark("An answer cannot stand below itself."))
        there = chain.below.get(self.parent or why.pain, ())
        stay = [each for each in there if each.id != why.id]
        return journey.put(*place(stay, self.index, [why.replace(parent=self.parent)]))


@dataclass(frozen=True, slots=True)
class AddCountermeasure:
    """Put a new opportunity on the map that takes a cause away and solves the pain point.

    Attributes:
        lane, step: The cell of the new card.
    """

    why: Id
    lane: Id
    step: Id
    text: str
    card_id: Id = field(default_factory=new_id)

    label = mark("Add a countermeasure")

    def apply(self, journey: Map) -> Map:
        one(journey.whys, self.why)
        add = AddCard(self.lane, self.step, SOLUTION, self.text, card_id=self.card_id)
        link_id = child_id(self.card_id, "solves")
        return ChooseCountermeasure(self.why, self.card_id, link_id).apply(add.apply(journey))


@dataclass(frozen=True, slots=True)
class ChooseCountermeasure:
    """Say that a card of the map takes a cause away, and so solves the pain point."""

    why: Id
    card: Id
    link_id: Id = field(default_factory=new_id)

    label = mark("Choose a countermeasure")

    def apply(self, journey: Map) -> Map:
        why, card = one(journey.whys, self.why), one(journey.cards, self.card)
        after = journey.put(why.replace(countermeasure=card.id))
        return AddLink("solves", card.id, why.pain, self.link_id).apply(after)


@dataclass(frozen=True, slots=True)
class DropCountermeasure:
    """Say no longer that a card takes a cause away; the card stays, and so does its link."""

    why: Id

    label = mark("Take the countermeasure away")

    def apply(self, journey: Map) -> Map:
        return journey.put(one(journey.whys, self.why).replace(countermeasure=None))


_GONE: Final = mark("What you want to change is no longer on the map.")
