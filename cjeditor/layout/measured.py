"""Which metrics stand over which columns."""

from collections.abc import Iterator

from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.kinds.gauge import PlacedGauge
from cjeditor.layout.folds import Folds
from cjeditor.model.gauges import gauge_of
from cjeditor.model.map import Map


def placed_gauges(journey: Map, folds: Folds, words: Words) -> tuple[PlacedGauge, ...]:
    """Return the metrics of stages, then those of steps and cards, each over its open columns."""
    found = list(_placed(journey, folds, words))
    wide = [each for each in found if each.first != each.last]
    return (*wide, *(each for each in found if each.first == each.last))


def _placed(journey: Map, folds: Folds, words: Words) -> Iterator[PlacedGauge]:
    for metric in journey.ordered_metrics:
        steps = [each for each in steps_of(journey, metric.about) if each not in folds.shut]
        if steps:
            yield PlacedGauge(gauge_of(journey, metric, words), steps[0], steps[-1])


def steps_of(journey: Map, about: Id) -> list[Id]:
    """Return the steps that a stage, a step or a card stands at; none for the map itself."""
    if about in journey.steps:
        return [about]
    if about in journey.cards:
        return [journey.cards[about].first_step]
    return [step.id for step in journey.steps_of.get(about, ())]


def metrics_over(journey: Map, step: Id) -> list[Id]:
    """Return the metrics that stand over a step's column, from top to bottom."""
    over = [(each.id, steps_of(journey, each.about)) for each in journey.ordered_metrics]
    found = [(metric, len(steps) == 1) for metric, steps in over if step in steps]
    return [metric for metric, _ in sorted(found, key=lambda each: each[1])]


def same_measures(before: Map, after: Map) -> bool:
    """Tell whether two maps measure the same at the same places."""
    if before.metrics is not after.metrics or before.figures is not after.figures:
        return False
    if before.steps is not after.steps or before.stages is not after.stages:
        return False
    if before.ordered_lanes is not after.ordered_lanes:
        return False  # a lane may show them for the first time
    if before.cards is after.cards:
        return True
    at_cards = (metric.about for metric in after.metrics.values() if metric.about in after.cards)
    return all(before.cards.get(each) is after.cards[each] for each in at_cards)
