"""How a persona feels at a step or at a card."""

from typing import Annotated

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.fields import Name, Refers, State, Text

LOWEST, HIGHEST = -2.0, 2.0


class Emotion(Frozen):
    """A point of an emotion curve. A step without one is a gap, not a zero.

    Attributes:
        persona: Who feels it; None means the customers as a whole.
        card: The card of that step at which it is felt; None means the whole step.
        value: From -2, very negative, to +2, very positive.
        state: Whose curve it belongs to, the current or the future one.
        label: A word of the user's, or the value as another program gave it.
        order: Position among the points of the same curve in its step.
    """

    id: Id
    step: Annotated[Id, Refers("steps", vital=True)]
    persona: Annotated[Id | None, Field(title=mark("Persona")), Refers("personas", vital=True)] = (
        None
    )
    card: Annotated[Id | None, Refers("cards", vital=True)] = None
    value: Annotated[float, Field(ge=LOWEST, le=HIGHEST, title=mark("Feeling"))] = 0.0
    state: Annotated[State, Field(title=mark("State"))] = "current"
    label: Annotated[Name, Field(title=mark("Label"))] = ""
    quote: Annotated[Text, Field(title=mark("Quote"))] = ""
    order: Order = FIRST
