"""The gap between two maps, or between the current and the future state of one, by stage.

Stages are told apart by id, and where the maps share none by their titles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

from cjeditor.core.ids import Id
from cjeditor.kinds.fields import State
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
        one, other = (None if side is None else side.feeling for side in (self.before, self.after))
        return None if one is None or other is None else other - one


def gap_between(before: Map, after: Map) -> tuple[StageGap, ...]:
    """Return the gap by stage, in the order of *after*, then what only *before* has."""
    one, other = (_sides(journey, ("current", "future")) for journey in (before, after))
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
    now, then = _sides(journey, ("current",)), _sides(journey, ("future",))
    return tuple(
        StageGap(stage.id, stage.title, now[stage.id], then[stage.id])
        for stage in journey.ordered_stages
    )


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


def _sides(journey: Map, states: Iterable[State]) -> dict[Id, Side]:
    wanted = frozenset(states)
    felt: dict[Id, list[float]] = {stage: [] for stage in journey.stages}
    for emotion in journey.emotions.values():
        if emotion.state in wanted:
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
