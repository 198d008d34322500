"""The map that a new document begins with: stages and lanes to fill, no cards."""

from cjeditor.core.ids import new_id
from cjeditor.core.order import keys_between
from cjeditor.core.words import Words, mark
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import card_kind
from cjeditor.model.map import Map
from cjeditor.model.records import Scope, Stage, Step

STAGES = (
    mark("Awareness"),
    mark("Consideration"),
    mark("Purchase"),
    mark("Retention"),
    mark("Advocacy"),
)
CARDS_ABOVE, CARDS_BELOW = ("action", "touchpoint"), ("thought", "pain", "opportunity")
"""Lanes of cards above and below the emotion curve."""


def blank_map(words: Words) -> Map:
    """Return a map of five stages and six lanes in the language of *words*."""
    positions = keys_between(None, None, len(STAGES))
    stages = [
        Stage(id=new_id(), order=position, title=words(title))
        for position, title in zip(positions, STAGES, strict=True)
    ]
    steps = [Step(id=new_id(), stage=stage.id) for stage in stages]
    empty = Map(scope=Scope(language=words.language))
    return empty.put(*stages, *steps, *_lanes(words))


def _lanes(words: Words) -> list[Lane]:
    lanes: list[Lane] = [
        *(_cards(kind, words) for kind in CARDS_ABOVE),
        EmotionLane(id=new_id()),
        *(_cards(kind, words) for kind in CARDS_BELOW),
    ]
    positions = keys_between(None, None, len(lanes))
    return [lane.replace(order=each) for lane, each in zip(lanes, positions, strict=True)]


def _cards(kind: str, words: Words) -> Lane:
    return CardsLane(id=new_id(), card=kind, title=words(card_kind(kind).label))
