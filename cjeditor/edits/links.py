"""Relate cards."""

from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free, one
from cjeditor.edits.valid import made
from cjeditor.model.map import Map
from cjeditor.model.records import Link, LinkKind


@dataclass(frozen=True, slots=True)
class AddLink:
    """Say that one card *causes*, *solves* or *leads to* another."""

    kind: LinkKind
    source: Id
    target: Id
    link_id: Id = field(default_factory=new_id)

    label = mark("Link cards")

    def apply(self, journey: Map) -> Map:
        source, target = one(journey.cards, self.source), one(journey.cards, self.target)
        if source is target:
            raise EditError(mark("A card cannot be linked to itself."))
        link = made(
            Link, id=free(journey, self.link_id), kind=self.kind, source=source.id, target=target.id
        )
        there = any(old.replace(id=link.id) == link for old in journey.links.values())
        return journey if there else journey.put(link)
