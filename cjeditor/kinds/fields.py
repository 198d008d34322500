"""Types and closed choices that the fields of records are made of.

The inspector makes its editors from these types, the workbook its columns.
"""

from typing import Annotated, Final, Literal, NamedTuple

from pydantic import Field, StringConstraints

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark

MAX_TEXT: Final = 200_000
"""Characters in one text: far above any card, low enough to lay out at once."""

Text = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
"""Plain text of any length; line feeds are kept, nothing in it is markup."""


class OneLine:
    """Marks a text that its editor shows on one line."""


class AnyNumber:
    """Marks a number that has no scale of its own, such as the value of a figure."""


class Refers:
    """Marks a field that holds ids of records of some tables.

    Attributes:
        tables: Names of the tables.
        vital: Whether the record goes when what it names goes; else it can do without.
        or_map: Whether it may name the map itself.
    """

    def __init__(self, *tables: str, vital: bool = False, or_map: bool = False) -> None:
        self.tables = tables
        self.vital = vital
        self.or_map = or_map


class OnScreen:
    """Marks a field that says how the map is shown, not what it says: no workbook has it."""


Name = Annotated[str, StringConstraints(max_length=MAX_TEXT), OneLine()]
"""Plain text meant for one line."""

Names = tuple[Name, ...]

Rating = Annotated[int, Field(ge=1, le=5)]
"""From 1, little, to 5, much."""

Count = Annotated[int, Field(ge=0, le=1_000_000_000)]

IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A day as 2026-11-22."""


Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")]
"""A moment in UTC as 2026-11-22T14:32:05Z."""


class Extra(Frozen):
    """A field of the user's own, or one that another program's file brought along."""

    name: Name
    value: Text


Strength = Literal["assumed", "heard", "observed", "measured"]
STRENGTHS: Final[dict[Strength, str]] = {
    "assumed": mark("Assumed"),
    "heard": mark("Heard"),
    "observed": mark("Observed"),
    "measured": mark("Measured"),
}
"""How well a card is founded; anything above *assumed* is validated."""

Founded = Literal["unknown", "assumed", "heard", "observed", "measured"]
"""A strength of evidence, or that nobody has said."""

Status = Literal["open", "in progress", "done", "dropped"]
STATUSES: Final[dict[Status, str]] = {
    "open": mark("Open"),
    "in progress": mark("In progress"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}

State = Literal["current", "future"]
STATES: Final[dict[State, str]] = {
    "current": mark("Current state"),
    "future": mark("Future state"),
}

Shown = Literal["open", "collapsed", "hidden"]
SHOWN: Final[dict[Shown, str]] = {
    "open": mark("Open"),
    "collapsed": mark("Collapsed"),
    "hidden": mark("Hidden"),
}
"""How much of a lane or stage is drawn; what is not drawn stays on the map."""

Lock = Literal["none", "add only", "all"]
LOCKS: Final[dict[Lock, str]] = {
    "none": mark("Not locked"),
    "add only": mark("Cards may only be added"),
    "all": mark("Locked"),
}
"""What hands may not change by accident."""

Market = Literal["b2c", "b2b"]
MARKETS: Final[dict[Market, str]] = {"b2c": "B2C", "b2b": "B2B"}

Channel = Literal[
    "web", "app", "email", "sms", "chat", "whatsapp", "social", "phone",
    "shop", "post", "person", "self-service", "advert", "event", "other",
]  # fmt: skip


class ChannelFacts(NamedTuple):
    """What a channel is called, its symbol, and whether it is digital (else physical)."""

    label: str
    symbol: str
    digital: bool


CHANNELS: Final[dict[Channel, ChannelFacts]] = {
    "web": ChannelFacts(mark("Web"), "world", True),
    "app": ChannelFacts(mark("App"), "device-mobile", True),
    "email": ChannelFacts(mark("E-mail"), "mail", True),
    "sms": ChannelFacts(mark("SMS"), "message", True),
    "chat": ChannelFacts(mark("Chat"), "messages", True),
    "whatsapp": ChannelFacts("WhatsApp", "brand-whatsapp", True),
    "social": ChannelFacts(mark("Social media"), "social", True),
    "phone": ChannelFacts(mark("Phone"), "phone", False),
    "shop": ChannelFacts(mark("Shop"), "building-store", False),
    "post": ChannelFacts(mark("Post"), "mailbox", False),
    "person": ChannelFacts(mark("In person"), "user", False),
    "self-service": ChannelFacts(mark("Self-service"), "device-desktop", True),
    "advert": ChannelFacts(mark("Advertising"), "speakerphone", False),
    "event": ChannelFacts(mark("Event"), "calendar-event", False),
    "other": ChannelFacts(mark("Other"), "dots", False),
}
