"""Touchpoints by channel, and where the customer has to change from one channel to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.kinds.fields import CHANNELS, Channel
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.by_cell import cards_of, of_last_map
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Switch:
    """A change of the channel between two touchpoints that follow each other.

    Attributes:
        source, target: Ids of the touchpoints.
        crosses: Whether it leads from the digital to the physical or back.
        restarts: Whether the customer has to start again at the target.
    """

    source: Id
    target: Id
    crosses: bool
    restarts: bool


@of_last_map
def touchpoints_at(journey: Map) -> dict[Id, tuple[Touchpoint, ...]]:
    """Return the touchpoints that begin in each step, as they are read; steps without left out."""
    found: dict[Id, list[Touchpoint]] = {}
    for card in cards_of(journey, Touchpoint):
        found.setdefault(card.first_step, []).append(card)
    return {step: tuple(cards) for step, cards in found.items()}


def used_channels(journey: Map) -> tuple[tuple[Channel, ...], tuple[Channel, ...]]:
    """Return the channels that the touchpoints use: the digital ones, and the others."""
    used = {channel for card in cards_of(journey, Touchpoint) for channel in card.channels}
    ordered = [channel for channel in CHANNELS if channel in used]
    digital = tuple(channel for channel in ordered if CHANNELS[channel].digital)
    return digital, tuple(channel for channel in ordered if channel not in digital)


@of_last_map
def switches(journey: Map) -> tuple[Switch, ...]:
    """Return the changes of the channel along the journey.

    Each touchpoint is set against the last one before it, in an earlier step, that has a
    channel at all. If the two share one, nothing changes.
    """
    at = touchpoints_at(journey)
    found: list[Switch] = []
    before: Sequence[Touchpoint] = ()
    for step in journey.ordered_steps:
        here = [card for card in at.get(step.id, ()) if card.channels]
        for card in here if before else ():
            known = {channel for other in before for channel in other.channels}
            if known.isdisjoint(card.channels):
                found.append(_switch(before[-1], card))
        before = here or before
    return tuple(found)


def _switch(source: Touchpoint, target: Touchpoint) -> Switch:
    was, becomes = (CHANNELS[card.channels[0]].digital for card in (source, target))
    return Switch(source.id, target.id, was != becomes, target.restarts)
