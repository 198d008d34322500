"""What a link says, read from either of its ends: an opportunity solves, a pain is answered."""

from typing import Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.model.records import Link, LinkKind


class Relation(NamedTuple):
    """A link as it reads from one of its ends.

    Attributes:
        label: English, marked.
    """

    kind: LinkKind
    outgoing: bool
    label: str

    def holds(self, link: Link, card: Id) -> bool:
        """Tell whether *link* reads like this from *card*."""
        return link.kind == self.kind and card == (link.source if self.outgoing else link.target)


RELATIONS: Final = (
    Relation("solves", False, mark("Answered by")),
    Relation("solves", True, mark("Solves")),
    Relation("causes", False, mark("Caused by")),
    Relation("causes", True, mark("Causes")),
    Relation("leads to", False, mark("Follows from")),
    Relation("leads to", True, mark("Leads to")),
)
