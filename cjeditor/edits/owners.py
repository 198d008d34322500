"""Say who answers for cards."""

from dataclasses import dataclass
from typing import Any

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of
from cjeditor.edits.valid import changed
from cjeditor.model.map import Map
from cjeditor.model.owners import NOBODY, can_be_owned, owner_of


@dataclass(frozen=True, slots=True)
class GiveOwner:
    """Let *owner* answer for cards; "" means that nobody does."""

    cards: tuple[Id, ...]
    owner: str

    label = mark("Give an owner")

    def apply(self, journey: Map) -> Map:
        cards = all_of(journey.cards, self.cards)
        if not all(can_be_owned(type(card)) for card in cards):
            raise EditError(mark("Nobody can own such a card."))
        return journey.put(*(changed(card, "owner", self.owner.strip()) for card in cards))


@dataclass(frozen=True, slots=True)
class RenameOwner:
    """Give an owner another name wherever the map has it; two of one name become one."""

    old: str
    new: str

    label = mark("Rename the owner")

    def apply(self, journey: Map) -> Map:
        old, new = self.old.strip(), self.new.strip()
        if NOBODY in (old, new):
            raise EditError(mark("An owner needs a name."))
        cards: list[Any] = [
            card
            for card in journey.cards.values()
            if can_be_owned(type(card)) and owner_of(card) == old
        ]
        views = [view for view in journey.views.values() if old in view.owners]
        return journey.put(
            *(changed(card, "owner", new) for card in cards),
            *(view.replace(owners=_renamed(view.owners, old, new)) for view in views),
        )


def _renamed(names: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(new if name == old else name for name in names))
