"""The records of a map that are not lanes, cards or emotions."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.colours import Colour
from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import Language, mark
from cjeditor.kinds.fields import (
    Channel,
    Count,
    Extra,
    Founded,
    IsoDate,
    Lock,
    Market,
    Moment,
    Name,
    Names,
    OnScreen,
    Refers,
    Shown,
    State,
    Text,
)
from cjeditor.model.avatar import Avatar
from cjeditor.model.empathy import EmpathyVariant


class Scope(Frozen):
    """What the map is about.

    Attributes:
        goal: What the customer wants to reach.
        expectations: What the customer expects on the way.
        language: Of the map's content; decides the words in poster and sheet.
        date: Day of the workshop.
        lock: Of the whole map.
        silenced: Rules of the map check that are not to be told: the name of one, or
            "name record" for what it says about one record.
    """

    title: Annotated[Name, Field(title=mark("Title"))] = ""
    scenario: Annotated[Text, Field(title=mark("Scenario"))] = ""
    goal: Annotated[Text, Field(title=mark("Customer goal"))] = ""
    expectations: Annotated[Text, Field(title=mark("Expectations"))] = ""
    state: Annotated[State, Field(title=mark("State"))] = "current"
    market: Annotated[Market, Field(title=mark("Market"))] = "b2c"
    language: Annotated[Language, Field(title=mark("Language"))] = "en"
    date: Annotated[IsoDate | None, Field(title=mark("Date"))] = None
    authors: Annotated[Names, Field(title=mark("Authors"))] = ()
    notes: Annotated[Text, Field(title=mark("Notes"))] = ""
    lock: Annotated[Lock, Field(title=mark("Lock")), OnScreen()] = "none"
    extras: Annotated[tuple[Extra, ...], Field(title=mark("Own fields"))] = ()
    silenced: Annotated[Names, OnScreen()] = ()


Role = Literal["decides", "uses", "pays", "advises"]
ROLES: Final[dict[Role, str]] = {
    "decides": mark("Decides"),
    "uses": mark("Uses"),
    "pays": mark("Pays"),
    "advises": mark("Advises"),
}
"""Who does what in a B2B purchase."""


class Saying(Frozen):
    """A real quote of a customer and where it comes from."""

    text: Text
    source: Name = ""


class Persona(Frozen):
    """A research-based type of customer.

    Attributes:
        colour: Ink of the persona's curve; None means the next of the theme's.
        picture: Id of a picture.
        evidence: The sources that it rests on.
        empathy: Which fields its empathy map has.
        avatar: A drawn face, for where there is no picture.
    """

    id: Id
    order: Order = FIRST
    name: Annotated[Name, Field(title=mark("Name"))] = ""
    role: Annotated[Name, Field(title=mark("Role"))] = ""
    responsibilities: Annotated[Text, Field(title=mark("Responsibilities"))] = ""
    rituals: Annotated[Text, Field(title=mark("Rituals"))] = ""
    relationships: Annotated[Text, Field(title=mark("Relationships"))] = ""
    motivations: Annotated[Text, Field(title=mark("Motivations"))] = ""
    needs: Annotated[Text, Field(title=mark("Needs"))] = ""
    pains: Annotated[Text, Field(title=mark("Pain points"))] = ""
    channels: Annotated[tuple[Channel, ...], Field(title=mark("Preferred channels"))] = ()
    sayings: Annotated[tuple[Saying, ...], Field(title=mark("Quotes"))] = ()
    evidence: Annotated[tuple[Id, ...], Field(title=mark("Evidence")), Refers("evidence")] = ()
    empathy: Annotated[EmpathyVariant, Field(title=mark("Empathy map"))] = "six"
    roles: Annotated[tuple[Role, ...], Field(title=mark("Part in the purchase"))] = ()
    colour: Annotated[Colour | None, Field(title=mark("Colour"))] = None
    picture: Annotated[Id | None, Field(title=mark("Picture")), Refers("pictures")] = None
    avatar: Annotated[Avatar | None, Field(title=mark("Drawn face")), OnScreen()] = None


class Stage(Frozen):
    """A main period of the journey, told from the customer's side.

    Attributes:
        duration: Free text: "2 days", "08.30-09.00".
        colour: None means the next of the theme's row of hues.
        funnel: The step of the company's sales funnel that it belongs to.
    """

    id: Id
    order: Order = FIRST
    title: Annotated[Name, Field(title=mark("Title"))] = ""
    goal: Annotated[Text, Field(title=mark("Customer goal"))] = ""
    duration: Annotated[Name, Field(title=mark("Duration"))] = ""
    colour: Annotated[Colour | None, Field(title=mark("Colour"))] = None
    funnel: Annotated[Name, Field(title=mark("Sales funnel"))] = ""
    shown: Annotated[Shown, Field(title=mark("Shown")), OnScreen()] = "open"
    lock: Annotated[Lock, Field(title=mark("Lock")), OnScreen()] = "none"


ColumnWidth = Annotated[float, Field(ge=80, le=1200, allow_inf_nan=False)]
"""In points."""


class Step(Frozen):
    """A part of a stage: one column of the map.

    Attributes:
        order: Position among the steps of its stage.
        personas: Who takes part in it, in this order; empty means everyone.
        width: Of its column, in points; None means the map's usual one.
    """

    id: Id
    stage: Annotated[Id, Refers("stages", vital=True)]
    order: Order = FIRST
    title: Annotated[Name, Field(title=mark("Title"))] = ""
    personas: Annotated[tuple[Id, ...], Field(title=mark("Personas")), Refers("personas")] = ()
    moment_of_truth: Annotated[bool, Field(title=mark("Moment of truth"))] = False
    width: Annotated[ColumnWidth | None, Field(title=mark("Column width")), OnScreen()] = None


LinkKind = Literal["causes", "solves", "leads to"]
LINK_KINDS: Final[dict[LinkKind, str]] = {
    "causes": mark("Causes"),
    "solves": mark("Solves"),
    "leads to": mark("Leads to"),
}


class Link(Frozen):
    """A relation from one card to another: the opportunity *solves* the pain point."""

    id: Id
    kind: Annotated[LinkKind, Field(title=mark("Kind"))]
    source: Annotated[Id, Refers("cards", vital=True)]
    target: Annotated[Id, Refers("cards", vital=True)]


EvidenceKind = Literal[
    "interview", "survey", "analytics", "call recording", "observation", "review", "ticket", "other"
]
EVIDENCE_KINDS: Final[dict[EvidenceKind, str]] = {
    "interview": mark("Interview"),
    "survey": mark("Survey"),
    "analytics": mark("Analytics"),
    "call recording": mark("Call recording"),
    "observation": mark("Observation"),
    "review": mark("Review"),
    "ticket": mark("Ticket"),
    "other": mark("Other"),
}


class Evidence(Frozen):
    """A source behind cards.

    Attributes:
        respondents: How many people or cases; None means unknown.
        link: Web address or file name, as plain text; only shown, never opened unasked.
    """

    id: Id
    order: Order = FIRST
    kind: Annotated[EvidenceKind, Field(title=mark("Kind"))] = "other"
    title: Annotated[Name, Field(title=mark("Title"))] = ""
    date: Annotated[IsoDate | None, Field(title=mark("Date"))] = None
    respondents: Annotated[Count | None, Field(title=mark("Respondents"))] = None
    link: Annotated[Name, Field(title=mark("Link"))] = ""
    note: Annotated[Text, Field(title=mark("Notes"))] = ""


COMMENTED: Final = (
    "cards", "emotions", "stages", "steps", "lanes", "personas", "evidence",
    "empathy_notes", "whys", "flows", "flow_nodes", "metrics",
)  # fmt: skip
"""Tables whose records can have comments."""


class Comment(Frozen):
    """What somebody says about a part of the map; it is never printed on the poster.

    Attributes:
        about: Id of the map itself, of a part of it, or of something beside it.
        written: Moment in UTC, as 2026-11-22T14:32:05Z.
        done: Whether it is settled.
    """

    id: Id
    order: Order = FIRST
    about: Annotated[
        Id,
        Refers(*COMMENTED, vital=True, or_map=True),
    ]
    text: Annotated[Text, Field(title=mark("Comment"))] = ""
    author: Annotated[Name, Field(title=mark("Author"))] = ""
    written: Moment | None = None
    done: Annotated[bool, Field(title=mark("Settled"))] = False


class Filter(Frozen):
    """Which cards are looked for; what is empty asks nothing.

    A card is found if it answers every question; of several values of one question, one
    is enough.

    Attributes:
        text: Words that all stand in the card, in any case and order.
        kinds: Names of card kinds.
        personas: Ids; a card of everyone's is each persona's.
        strengths: "unknown" means that nobody has said.
    """

    text: Name = ""
    kinds: Names = ()
    tags: Names = ()
    personas: Annotated[tuple[Id, ...], Refers("personas")] = ()
    owners: Names = ()
    strengths: tuple[Founded, ...] = ()


class SavedView(Filter):
    """A filter under a name."""

    id: Id
    order: Order = FIRST
    name: Annotated[Name, Field(title=mark("Name"))] = ""


MediaType = Literal["image/png", "image/jpeg"]


class Picture(Frozen):
    """An embedded picture, re-encoded by us.

    Attributes:
        id: First 40 hexadecimal digits of the SHA-256 of *content*.
        width, height: In pixels.
    """

    id: Id
    media: MediaType
    width: Annotated[int, Field(ge=1, le=20_000)]
    height: Annotated[int, Field(ge=1, le=20_000)]
    content: bytes
