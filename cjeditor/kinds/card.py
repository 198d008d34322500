"""What every card has, and what a card kind is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import Words, mark
from cjeditor.kinds.fields import Count, Extra, IsoDate, Name, Names, Refers, Status, Strength, Text


class Card(Frozen):
    """One note in a cell, or over several steps of one lane.

    Attributes:
        kind: Name of its card kind; each kind's own class fixes it.
        order: Position among the cards of the same lane and first step.
        first_step, last_step: The columns that it covers; equal for an ordinary card.
        personas: Whose note it is; empty means everyone's.
        strength: How well it is founded; None means that nobody has said.
        picture: Id of a picture that it shows above its text.
        style: Id of a style of the map's own, which gives it other colours.
    """

    kind: str
    id: Id
    lane: Annotated[Id, Refers("lanes", vital=True)]
    first_step: Annotated[Id, Refers("steps", vital=True)]
    last_step: Annotated[Id, Refers("steps", vital=True)]
    order: Order = FIRST
    text: Annotated[Text, Field(title=mark("Text"))] = ""
    detail: Annotated[Text, Field(title=mark("Details"))] = ""
    personas: Annotated[tuple[Id, ...], Field(title=mark("Personas")), Refers("personas")] = ()
    evidence: Annotated[tuple[Id, ...], Field(title=mark("Evidence")), Refers("evidence")] = ()
    strength: Annotated[Strength | None, Field(title=mark("Strength of evidence"))] = None
    tags: Annotated[Names, Field(title=mark("Tags"))] = ()
    votes: Annotated[Count, Field(title=mark("Votes"))] = 0
    status: Annotated[Status | None, Field(title=mark("Status"))] = None
    moment_of_truth: Annotated[bool, Field(title=mark("Moment of truth"))] = False
    picture: Annotated[Id | None, Field(title=mark("Picture")), Refers("pictures")] = None
    style: Annotated[Id | None, Field(title=mark("Style")), Refers("styles")] = None
    extras: Annotated[tuple[Extra, ...], Field(title=mark("Own fields"))] = ()


Owner = Annotated[Name, Field(title=mark("Owner"))]
Due = Annotated[IsoDate | None, Field(title=mark("Due"))]


class Score(NamedTuple):
    """Dots at a card's lower right: *filled* of *of*, in the card's colour.

    Attributes:
        label: What the dots mean, English, marked: "Severity".
    """

    label: str
    filled: int
    of: int = 5


class Column(NamedTuple):
    """A column of the workbook's `Cards` sheet that a kind adds.

    Attributes:
        header: English, marked.
        field: Name of the record's field.
    """

    header: str
    field: str


def _no_score(_card: Any) -> Score | None:
    return None


def _no_caption(_card: Any, _words: Words) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class CardKind:
    """All that the program knows of one kind of card.

    Attributes:
        name: Value of the record's `kind` field.
        record: Its class.
        label: English, marked.
        symbol: Icon in `resources/icons`.
        tint, full: Ground and full colour, `#rrggbb`, as on white paper.
        prompt: Ghost text of an empty cell of its lane; English, marked.
        score: Dots that the card shows, if any.
        symbol_of: The card's own symbol, where it has one (a touchpoint's channel).
        caption: Short text that follows the card's own (a touchpoint's channels).
        columns: Its own columns in the workbook.
    """

    name: str
    record: type[Card]
    label: str
    symbol: str
    tint: str
    full: str
    prompt: str
    score: Callable[[Any], Score | None] = _no_score
    symbol_of: Callable[[Any], str] | None = None
    caption: Callable[[Any, Words], str] = _no_caption
    columns: tuple[Column, ...] = ()
