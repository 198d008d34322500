"""Where the points of emotion curves stand: in which lanes, and in which order in a step."""

from collections.abc import Callable, Iterable

from cjeditor.core.ids import Id
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import State
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map

_Place = tuple[str, int, int, str, str]


def feeling_order(journey: Map) -> Callable[[Emotion], _Place]:
    """Return the sort key of the points of a step, from left to right.

    Points that share a position stand in the order of the cards at which they are felt; a
    feeling of the whole step comes first.
    """
    rank = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}

    def place(emotion: Emotion) -> _Place:
        card = None if emotion.card is None else journey.cards[emotion.card]
        if card is None:
            return emotion.order, -1, 0, "", emotion.id
        column = journey.column_of[card.first_step]
        return emotion.order, rank[card.lane], column, card.order, card.id

    return place


def curve_at(journey: Map, step: Id, persona: Id | None, state: State) -> list[Emotion]:
    """Return the points that a curve has in a step, from left to right."""
    there: Iterable[Emotion] = journey.emotions_at.get(step, ())
    own = [each for each in there if (each.persona, each.state) == (persona, state)]
    return sorted(own, key=feeling_order(journey)) if len(own) > 1 else own


def lanes_showing(journey: Map, emotion: Emotion) -> list[Id]:
    """Return the lanes that draw the curve of *emotion*, from the top."""
    return [
        lane.id
        for lane in journey.ordered_lanes
        if kind_of_lane(lane).shows_emotions
        and kind_of_lane(lane).shows_curve(lane, emotion.persona, emotion.state)
    ]
