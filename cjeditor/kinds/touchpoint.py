"""The touchpoint: a moment at which customer and company meet, on a channel."""

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.core.words import Words, mark
from cjeditor.kinds.card import Card, CardKind, Column, Owner
from cjeditor.kinds.fields import CHANNELS, Channel


class Touchpoint(Card):
    """A moment at which customer and company meet.

    Attributes:
        channels: Where it happens; the first one gives the symbol.
        owner: Who in the company answers for it.
        restarts: Whether the customer, come from another channel, has to begin anew.
    """

    kind: Literal["touchpoint"] = "touchpoint"
    channels: Annotated[tuple[Channel, ...], Field(title=mark("Channels"))] = ()
    owner: Owner = ""
    restarts: Annotated[bool, Field(title=mark("Customer has to start again"))] = False


def _symbol(card: Touchpoint) -> str:
    return CHANNELS[card.channels[0]].symbol if card.channels else KIND.symbol


def _caption(card: Touchpoint, words: Words) -> str:
    return ", ".join(words(CHANNELS[channel].label) for channel in card.channels)


KIND = CardKind(
    name="touchpoint",
    record=Touchpoint,
    label=mark("Touchpoint"),
    symbol="route",
    tint="#dceefb",
    full="#2b6cb0",
    prompt=mark("Where do customer and company meet here?"),
    symbol_of=_symbol,
    caption=_caption,
    columns=(Column(mark("Channels"), "channels"), Column(mark("Owner"), "owner")),
)
