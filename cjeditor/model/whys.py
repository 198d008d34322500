"""Five whys: from a pain point down to its root cause."""

from typing import Annotated

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.fields import Refers, Strength, Text


class Why(Frozen):
    """An answer to the question why something hurts.

    Attributes:
        pain: The pain point that the question began with.
        parent: The answer that this one digs deeper under; None means the pain point itself.
        order: Position among the answers to the same question.
        strength: How well it is founded; None means that nobody has said.
        root: Whether it is a root cause: nobody needs to ask further.
        countermeasure: The opportunity that would take the cause away.
    """

    id: Id
    pain: Annotated[Id, Refers("cards", vital=True)]
    parent: Annotated[Id | None, Refers("whys", vital=True)] = None
    order: Order = FIRST
    text: Annotated[Text, Field(title=mark("Because"))] = ""
    root: Annotated[bool, Field(title=mark("Root cause"))] = False
    evidence: Annotated[tuple[Id, ...], Field(title=mark("Evidence")), Refers("evidence")] = ()
    strength: Annotated[Strength | None, Field(title=mark("Strength of evidence"))] = None
    countermeasure: Annotated[Id | None, Refers("cards")] = None
