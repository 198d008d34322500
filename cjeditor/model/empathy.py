"""Empathy maps: what a persona thinks, feels, hears, sees, says, does, fears and hopes for."""

from typing import Annotated, Final, Literal, NamedTuple

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


class EmpathyArea(NamedTuple):
    """A part of an empathy map.

    Attributes:
        label: English, marked.
        fields: Whose notes stand in it; a new one is of the first.
        question: What helps to fill it; English, marked.
    """

    label: str
    fields: tuple[EmpathyField, ...]
    question: str


_SIX: Final = (
    EmpathyArea(
        mark("Thinks and feels"),
        ("thinks", "feels"),
        mark("What really counts for them? What keeps them awake, what moves them?"),
    ),
    EmpathyArea(
        mark("Hears"),
        ("hears",),
        mark("What do friends, family and colleagues tell them? Whom do they believe?"),
    ),
    EmpathyArea(
        mark("Sees"),
        ("sees",),
        mark("What do they see around them? What do others like them use and do?"),
    ),
    EmpathyArea(
        mark("Says and does"),
        ("says", "does"),
        mark("What did they tell us, in their words? What did we watch them do?"),
    ),
    EmpathyArea(
        mark("Fears"),
        ("fears",),
        mark("What could go wrong for them? Which hurdles and risks do they meet?"),
    ),
    EmpathyArea(
        mark("Goals"),
        ("goals",),
        mark("What do they want to reach? By what do they know that they have?"),
    ),
)

_FOUR: Final = (
    EmpathyArea(
        mark("Says"),
        ("says",),
        mark("Which of their sentences should nobody forget? Write it as they said it."),
    ),
    EmpathyArea(
        mark("Thinks"),
        ("thinks",),
        mark("What do they think, but would not say aloud?"),
    ),
    EmpathyArea(
        mark("Does"),
        ("does",),
        mark("What did we watch them do? Which ways around a problem have they found?"),
    ),
    EmpathyArea(
        mark("Feels"),
        ("feels",),
        mark("What annoys them, what worries them, what makes them glad, and when?"),
    ),
)

EMPATHY_AREAS: Final[dict[EmpathyVariant, tuple[EmpathyArea, ...]]] = {"six": _SIX, "four": _FOUR}

ELSEWHERE: Final = mark("Elsewhere")


def elsewhere(variant: EmpathyVariant) -> EmpathyArea:
    """Return the area of the fields that a variant lacks; nothing new is written there."""
    known = {field for area in EMPATHY_AREAS[variant] for field in area.fields}
    return EmpathyArea(ELSEWHERE, tuple(each for each in EMPATHY_FIELDS if each not in known), "")


def area_of(variant: EmpathyVariant, field: EmpathyField) -> EmpathyArea:
    """Return where a note of *field* stands on an empathy map of that variant."""
    areas = (*EMPATHY_AREAS[variant], elsewhere(variant))
    return next(area for area in areas if field in area.fields)


class EmpathyNote(Frozen):
    """A note on the empathy map of a persona.

    Attributes:
        order: Position among the notes of the same persona; each area shows its own in order.
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
