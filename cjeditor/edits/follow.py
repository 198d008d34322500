"""What follows when columns or cards move: ends of spans, and emotions felt at a card."""

from collections.abc import Iterable

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.map import Map


def settle_columns(journey: Map) -> Map:
    """Return *journey* after its columns were put in another order.

    A span runs from the leftmost to the rightmost of its two ends; an emotion that no
    longer stands under its card becomes one of the whole step.
    """
    column = journey.column_of
    turned = [
        card.replace(first_step=card.last_step, last_step=card.first_step)
        for card in journey.cards.values()
        if card.first_step != card.last_step and column[card.first_step] > column[card.last_step]
    ]
    settled = journey.put(*turned)
    left = [
        emotion.replace(card=None)
        for emotion in settled.emotions.values()
        if emotion.card and not _under(settled, settled.cards[emotion.card], emotion)
    ]
    return settled.put(*left)


def put_cards(journey: Map, cards: Iterable[Card]) -> Map:
    """Return *journey* with changed *cards*, and the emotions felt at them brought along."""
    changed = {card.id: card for card in cards}
    moved = [
        emotion.replace(step=_new_step(journey, changed[emotion.card], emotion))
        for emotion in journey.emotions.values()
        if emotion.card in changed
    ]
    return journey.put(*changed.values(), *moved)


def _under(journey: Map, card: Card, emotion: Emotion) -> bool:
    column = journey.column_of
    return column[card.first_step] <= column[emotion.step] <= column[card.last_step]


def _new_step(journey: Map, card: Card, emotion: Emotion) -> Id:
    """Return the step under the changed *card* that an emotion felt at it belongs to."""
    column = journey.column_of
    before = journey.cards[card.id]
    first, last = column[card.first_step], column[card.last_step]
    same_length = column[before.last_step] - column[before.first_step] == last - first
    shift = first - column[before.first_step] if same_length else 0
    index = min(max(column[emotion.step] + shift, first), last)
    return journey.ordered_steps[index].id
