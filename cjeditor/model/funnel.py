"""The stages beside the steps of the company's sales funnel, and what there is at each."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.by_cell import cards_of
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """A stage and what stands in it.

    Attributes:
        funnel: The step of the sales funnel that it belongs to; "" if nobody has said.
        metrics: Of the stage, its steps and their cards.
    """

    stage: Id
    funnel: str
    touchpoints: int
    pains: int
    metrics: int


def funnel(journey: Map) -> tuple[FunnelStage, ...]:
    """Return the stages in their order."""
    counts = {stage: [0, 0, 0] for stage in journey.stages}
    for touchpoint in cards_of(journey, Touchpoint):
        counts[journey.steps[touchpoint.first_step].stage][0] += 1
    for pain in cards_of(journey, Pain):
        counts[journey.steps[pain.first_step].stage][1] += 1
    for metric in journey.metrics.values():
        stage = _stage_of(journey, metric.about)
        if stage is not None:
            counts[stage][2] += 1
    return tuple(
        FunnelStage(stage.id, stage.funnel.strip(), *counts[stage.id])
        for stage in journey.ordered_stages
    )


def _stage_of(journey: Map, about: Id) -> Id | None:
    """Return the stage that a record is or stands in; None for the map as a whole."""
    if about in journey.stages:
        return about
    step = journey.cards[about].first_step if about in journey.cards else about
    return journey.steps[step].stage if step in journey.steps else None
