"""Empathy maps: what a persona thinks, feels, hears, sees, says, does, fears and hopes for."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.fields import Names, Refers, Strength, Text

EmpathyField = Literal["thinks", "feels", "hears", "sees", "says", "does", "fears", "goals"]
EMPATHY_FIELDS: Final[dict[EmpathyField, str]] = {
    "thinks": mark("Thinks"),
    "feels": mark("Feels"),
    "hears": mark("Hears"),
    "sees": mark("Sees"),
    "says": mark("Says"),
    "does": mark("Does"),
    "fears": mark("Fears"),
    "goals": mark("Goals"),
}

EmpathyVariant = Literal["six", "four"]
EMPATHY_VARIANTS: Final[dict[EmpathyVariant, str]] = {
    "six": mark("Six fields"),
    "four": mark("Four fields"),
}
"""Thinks and feels, hears, sees, says and does, fears, goals; or says, thinks, does, feels."""


class EmpathyNote(Frozen):
    """A note on the empathy map of a persona.

    Attributes:
        order: Position among the notes of the same persona and field.
        strength: How well it is founded; None means that nobody has said.
    """

    id: Id
    persona: Annotated[Id, Refers("personas", vital=True)]
    order: Order = FIRST
    text: Annotated[Text, Field(title=mark("Text"))] = ""
    field: Annotated[EmpathyField, Field(title=mark("Field"))] = "thinks"
    detail: Annotated[Text, Field(title=mark("Details"))] = ""
    evidence: Annotated[tuple[Id, ...], Field(title=mark("Evidence")), Refers("evidence")] = ()
    strength: Annotated[Strength | None, Field(title=mark("Strength of evidence"))] = None
    tags: Annotated[Names, Field(title=mark("Tags"))] = ()
