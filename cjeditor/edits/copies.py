"""Copies of records with all that stands in them, beside the originals."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.edits.children import child_id
from cjeditor.edits.hanging import copied, hanging_on, with_hanging
from cjeditor.edits.place import place
from cjeditor.kinds.card import Card
from cjeditor.model.map import Map

Pairs = Mapping[Id, Id]
"""Original → copy."""


def copy_lanes(journey: Map, pairs: Pairs) -> Map:
    """Copy lanes with their cards, and the links among those."""
    lanes = [lane.replace(id=pairs[lane.id]) for lane in journey.ordered_lanes if lane.id in pairs]
    cards = {
        card.id: card.replace(id=child_id(pairs[card.lane], card.id), lane=pairs[card.lane])
        for card in journey.cards.values()
        if card.lane in pairs
    }
    after = journey.put(*_beside(journey.ordered_lanes, pairs, lanes), *cards.values())
    return _with_others(after, {old: card.id for old, card in cards.items()})


def copy_stages(journey: Map, pairs: Pairs) -> Map:
    """Copy stages with their steps and all that stands wholly in them."""
    stages = [
        stage.replace(id=pairs[stage.id]) for stage in journey.ordered_stages if stage.id in pairs
    ]
    steps = [
        (step, step.replace(id=child_id(pairs[stage], step.id), stage=pairs[stage]))
        for stage in pairs
        for step in journey.steps_of[stage]
    ]
    after = journey.put(
        *_beside(journey.ordered_stages, pairs, stages), *(copy for _, copy in steps)
    )
    return _fill_columns(journey, after, {step.id: copy.id for step, copy in steps})


def copy_steps(journey: Map, pairs: Pairs) -> Map:
    """Copy steps with all that stands wholly in them."""
    after = journey
    for stage in dict.fromkeys(journey.steps[step].stage for step in pairs):
        siblings = journey.steps_of[stage]
        copies = [step.replace(id=pairs[step.id]) for step in siblings if step.id in pairs]
        after = after.put(*_beside(siblings, pairs, copies))
    return _fill_columns(journey, after, pairs)


def copy_cards(journey: Map, pairs: Pairs) -> Map:
    """Copy cards, their whys and user flows, and the links among them."""
    after = journey
    for lane, step in dict.fromkeys(_cell(journey.cards[card]) for card in pairs):
        siblings = journey.cell(lane, step)
        copies = [card.replace(id=pairs[card.id]) for card in siblings if card.id in pairs]
        after = after.put(*_beside(siblings, pairs, copies))
    return _with_others(after, pairs)


def copy_personas(journey: Map, pairs: Pairs) -> Map:
    """Copy personas with their empathy maps; what they feel on the journey is not copied."""
    siblings = journey.ordered_personas
    copies = [each.replace(id=pairs[each.id]) for each in siblings if each.id in pairs]
    notes = [
        note.replace(id=child_id(copy, note.id), persona=copy)
        for old, copy in pairs.items()
        for note in journey.empathy_of.get(old, ())
    ]
    return journey.put(*_beside(siblings, pairs, copies), *notes)


def copy_evidence(journey: Map, pairs: Pairs) -> Map:
    """Copy evidence; cards keep naming the original."""
    siblings = journey.ordered_evidence
    copies = [each.replace(id=pairs[each.id]) for each in siblings if each.id in pairs]
    return journey.put(*_beside(siblings, pairs, copies))


COPIES: Final[Mapping[str, Callable[[Map, Pairs], Map]]] = {
    "lanes": copy_lanes,
    "stages": copy_stages,
    "steps": copy_steps,
    "cards": copy_cards,
    "personas": copy_personas,
    "evidence": copy_evidence,
}
"""How the records of each table are copied, containers first."""


def _beside(siblings: Sequence[Any], pairs: Pairs, copies: Sequence[Any]) -> list[Any]:
    """Return *copies* placed right after the last of their originals."""
    last = max(index for index, sibling in enumerate(siblings) if sibling.id in pairs)
    return place(siblings, last + 1, copies)


def _cell(card: Card) -> tuple[Id, Id]:
    return card.lane, card.first_step


def _fill_columns(before: Map, after: Map, steps: Pairs) -> Map:
    """Copy what stands wholly in the steps of *before*, and what goes on inside them."""
    cards = {
        card.id: card.replace(
            id=child_id(steps[card.first_step], card.id),
            first_step=steps[card.first_step],
            last_step=steps[card.last_step],
        )
        for card in before.cards.values()
        if card.first_step in steps and card.last_step in steps
    }
    emotions = [
        emotion.replace(
            id=child_id(steps[emotion.step], emotion.id),
            step=steps[emotion.step],
            card=cards[emotion.card].id if emotion.card in cards else None,
        )
        for emotion in before.emotions.values()
        if emotion.step in steps
    ]
    copies = {old: card.id for old, card in cards.items()} | dict(steps)
    return _with_others(after.put(*cards.values(), *emotions), copies)


def _with_others(journey: Map, cards: Pairs) -> Map:
    """Copy the links that run between copied cards, and what hangs on copied cards and steps."""
    after = with_hanging(journey, copied(hanging_on(journey, cards), cards))
    return after.put(
        *(
            link.replace(
                id=child_id(cards[link.source], link.id),
                source=cards[link.source],
                target=cards[link.target],
            )
            for link in journey.links.values()
            if link.source in cards and link.target in cards
        )
    )
