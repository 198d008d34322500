"""The gap between two maps, or between the current and the future state of one, by stage.

Stages are told apart by id, and where the maps share none by their titles. Of maps that share
stages only the curves count that both have, so that like is compared with like: a persona of
whom only one of them tells changes no mean. Where they share no curve all count.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from cjeditor.core.ids import Id
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES, State
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two has in a stage.

    Attributes:
        feeling: Mean of its feelings, from -2 to +2; None where nobody has said.
    """

    feeling: float | None = None
    touchpoints: int = 0
    pains: int = 0
    opportunities: int = 0


@dataclass(frozen=True, slots=True)
class StageGap:
    """A stage of either map.

    Attributes:
        stage: Its id in the map that has it; in the second if both do.
        before, after: None where that map lacks the stage.
    """

    stage: Id
    title: str
    before: Side | None
    after: Side | None

    @property
    def rise(self) -> float | None:
        """How much better it feels after; None where one of the two is not known."""
        one, other = self._feelings
        return None if one is None or other is None else other - one

    @property
    def told_rise(self) -> float | None:
        """The rise between the two as they are told, to a tenth, so that the three add up."""
        one, other = self._feelings
        return None if one is None or other is None else round(round(other, 1) - round(one, 1), 1)

    @property
    def _feelings(self) -> tuple[float | None, float | None]:
        one, other = (None if side is None else side.feeling for side in (self.before, self.after))
        return one, other


def gap_between(before: Map, after: Map) -> tuple[StageGap, ...]:
    """Return the gap by stage, in the order of *after*, then what only *before* has."""
    shared = _shared_curves(before, after)
    one, other = (_sides(journey, shared or _curves(journey)) for journey in (before, after))
    partner = _partners(before, after)
    found = [
        StageGap(stage.id, stage.title, one.get(partner.get(stage.id, "")), other[stage.id])
        for stage in after.ordered_stages
    ]
    gone = before.stages.keys() - set(partner.values())
    found += [
        StageGap(stage.id, stage.title, one[stage.id], None)
        for stage in before.ordered_stages
        if stage.id in gone
    ]
    return tuple(found)


def gap_of_states(journey: Map) -> tuple[StageGap, ...]:
    """Return the gap between the current and the future curves of one map."""
    return gap_between(in_state(journey, "current"), in_state(journey, "future"))


def has_both_states(journey: Map) -> bool:
    """Tell whether the map has curves of the current and of the future state."""
    return {emotion.state for emotion in journey.emotions.values()} == set(STATES)


def in_state(journey: Map, state: State) -> Map:
    """Return the map as if only the curves of *state* were on it, without comments on points.

    A point of the future state stands under the id of the current one of the same curve and
    step, so that a comparison of the two maps takes them for one point that has changed.
    """
    points: list[Emotion] = []
    for at in journey.emotions_at.values():
        current = _by_curve(at, "current")
        for persona, own in _by_curve(at, state).items():
            ids = [each.id for each in current.get(persona, ())]
            ids += [each.id for each in own[len(ids) :]]
            points += (
                point.replace(id=name, state="current")
                for point, name in zip(own, ids, strict=False)
            )
    remarks = [each.id for each in journey.comments.values() if each.about in journey.emotions]
    only = journey.drop([*journey.emotions, *remarks]).put(*points)
    return only.with_scope(journey.scope.replace(state=state))


def _by_curve(points: Iterable[Emotion], state: State) -> dict[Id | None, list[Emotion]]:
    """Return the points of a step in *state* by their persona, in their order."""
    found: dict[Id | None, list[Emotion]] = {}
    for point in points:
        if point.state == state:
            found.setdefault(point.persona, []).append(point)
    return found


def _curves(journey: Map) -> set[Id | None]:
    """Return whose curves a map has; None are the customers as a whole."""
    return {emotion.persona for emotion in journey.emotions.values()}


def _shared_curves(before: Map, after: Map) -> set[Id | None]:
    """Return the curves that both maps have; none if the two did not grow from one map."""
    are_kin = before.stages.keys() & after.stages.keys()
    return _curves(before) & _curves(after) if are_kin else set()


def _partners(before: Map, after: Map) -> Mapping[Id, Id]:
    """Return for stages of *after* the one of *before* that is the same."""
    shared = before.stages.keys() & after.stages.keys()
    if shared:
        return {stage: stage for stage in shared}
    titles = {stage.title.casefold().strip(): stage.id for stage in before.ordered_stages}
    return {
        stage.id: titles[title]
        for stage in after.ordered_stages
        if (title := stage.title.casefold().strip()) and title in titles
    }


def _sides(journey: Map, curves: Collection[Id | None]) -> dict[Id, Side]:
    felt: dict[Id, list[float]] = {stage: [] for stage in journey.stages}
    for emotion in journey.emotions.values():
        if emotion.persona in curves:
            felt[journey.steps[emotion.step].stage].append(emotion.value)
    counts = {stage: [0, 0, 0] for stage in journey.stages}
    for card in journey.cards.values():
        row = counts[journey.steps[card.first_step].stage]
        for number, kind in enumerate((Touchpoint, Pain, Opportunity)):
            row[number] += isinstance(card, kind)
    return {
        stage: Side(fmean(values) if values else None, *counts[stage])
        for stage, values in felt.items()
    }
