"""Rules about touchpoints, pain points and other cards."""

from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from cjeditor.checks.rule import Finding, Rule
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.children import child_id
from cjeditor.edits.links import AddLink
from cjeditor.kinds.card import Card
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map

SEVERE: Final = 4
"""Severity from which a pain point is to be followed to its root."""

K = TypeVar("K", bound=Card)


def _cards(journey: Map, kind: type[K], lacks: Callable[[K], bool]) -> Iterator[Finding]:
    for card in journey.reading_order():
        if isinstance(card, kind) and lacks(card):
            yield Finding(card.id)


def _without_channel(journey: Map) -> Iterator[Finding]:
    return _cards(journey, Touchpoint, lambda card: not card.channels)


def _without_owner(journey: Map) -> Iterator[Finding]:
    return _cards(journey, Touchpoint, lambda card: not card.owner.strip())


def _restarts(journey: Map) -> Iterator[Finding]:
    return _cards(journey, Touchpoint, lambda card: card.restarts)


def _assumed(journey: Map) -> Iterator[Finding]:
    return _cards(journey, Card, lambda card: card.strength == "assumed")


def _unanswered(journey: Map) -> Iterator[Finding]:
    answered = {link.target for link in journey.links.values() if link.kind == "solves"}
    answered |= {why.pain for why in journey.whys.values() if why.countermeasure is not None}
    for card in journey.reading_order():
        if isinstance(card, Pain) and card.id not in answered:
            yield Finding(card.id, mend=_link_from_same_step(journey, card))


def _link_from_same_step(journey: Map, pain: Pain) -> AddLink | None:
    """Return the link from the only opportunity of the pain point's step, if it has just one."""
    there = [
        card.id
        for lane in journey.ordered_lanes
        for card in journey.cell(lane.id, pain.first_step)
        if isinstance(card, Opportunity)
    ]
    if len(there) != 1:
        return None
    return AddLink("solves", there[0], pain.id, child_id(pain.id, f"solved by {there[0]}"))


def _without_root(journey: Map) -> Iterator[Finding]:
    asked: set[Id] = set(journey.whys_of)
    return _cards(
        journey,
        Pain,
        lambda card: card.severity is not None and card.severity >= SEVERE and card.id not in asked,
    )


CARD_RULES: Final = (
    Rule(
        name="no channel",
        title=mark("Touchpoint without a channel"),
        reason=mark("Only who knows where it happens can make it better, or move it elsewhere."),
        sentence=mark("{what} has no channel."),
        find=_without_channel,
    ),
    Rule(
        name="no owner",
        title=mark("Touchpoint without an owner"),
        reason=mark("What nobody answers for nobody mends after the workshop."),
        sentence=mark("Nobody answers for {what}."),
        find=_without_owner,
    ),
    Rule(
        name="starts again",
        title=mark("The customer has to start again"),
        reason=mark("Who changes the channel and has to tell everything once more feels unknown."),
        sentence=mark("At {what} the customer has to start again."),
        find=_restarts,
    ),
    Rule(
        name="no opportunity",
        title=mark("Pain point without an opportunity"),
        reason=mark("A pain point that nothing answers is only a complaint."),
        sentence=mark("No opportunity solves {what}."),
        find=_unanswered,
        mend_label=mark("Link the opportunity of this step"),
    ),
    Rule(
        name="no root cause",
        title=mark("Severe pain point without five whys"),
        reason=mark("Without its root cause only the symptom is treated."),
        sentence=mark("Nobody has asked why about {what}."),
        find=_without_root,
    ),
    Rule(
        name="assumption",
        title=mark("Only an assumption"),
        reason=mark("Nobody has heard or seen it yet: ask a customer, or look at the figures."),
        sentence=mark("{what} is only an assumption."),
        find=_assumed,
    ),
)
