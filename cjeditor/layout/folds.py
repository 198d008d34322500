"""Which stages and lanes are drawn in full, which are collapsed and which are hidden."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from operator import is_
from typing import Any, Final, TypeVar

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.model.feelings import lanes_showing
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

Row = Mapping[Id, tuple[Card, ...]]
"""A lane's cards by the step that they begin at, each cell in order."""

_NO_CARDS: Final[Row] = {}

P = TypeVar("P", Stage, Lane)


@dataclass(frozen=True, eq=False)
class Folds:
    """What of a map's columns is drawn.

    Attributes:
        steps: All of the map, from left to right.
        shut: The steps of collapsed and hidden stages, which have no column of their own.
    """

    journey: Map
    steps: Sequence[Step]
    shut: frozenset[Id]

    def open_steps(self, journey: Map) -> list[Step]:
        """Return the steps of *journey*, which has the same, that are columns."""
        return [step for step in journey.ordered_steps if step.id not in self.shut]

    def row(self, cells: Row) -> Row:
        """Return the cards of a lane that reach an open step, over their open steps.

        The cells that need no change are the very same as in *cells*.
        """
        if not self.shut:
            return cells
        found: dict[Id, tuple[Card, ...]] = {}
        for step in self.steps:
            cell = cells.get(step.id, ())
            for card in cell:
                if card.first_step != card.last_step:
                    break
            else:
                if cell and step.id not in self.shut:
                    found[step.id] = (*found[step.id], *cell) if step.id in found else cell
                continue
            for seen in filter(None, map(self._seen, cell)):
                found[seen.first_step] = (*found.get(seen.first_step, ()), seen)
        return {step: _same(cells.get(step), cards) for step, cards in found.items()}

    def _seen(self, card: Card) -> Card | None:
        """Return *card* over its open steps; None if it has none."""
        shut = self.shut
        if card.first_step == card.last_step:
            return None if card.first_step in shut else card
        if card.first_step not in shut and card.last_step not in shut:
            return card
        column = self.journey.column_of
        covered = self.steps[column[card.first_step] : column[card.last_step] + 1]
        left = [step.id for step in covered if step.id not in shut]
        return card.replace(first_step=left[0], last_step=left[-1]) if left else None


def _same(before: tuple[Card, ...] | None, cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return *before* itself where it holds the same *cards*."""
    if before is cards or before is None:
        return cards
    is_same = len(before) == len(cards) and all(map(is_, before, cards))
    return before if is_same else cards


def folds_of(journey: Map, *, folded: bool) -> Folds:
    """Return what is drawn of the columns; without *folded* collapsed stages are drawn in full."""
    shut_stages = {
        stage.id
        for stage in journey.ordered_stages
        if stage.shown == "hidden" or (folded and stage.shown == "collapsed")
    }
    steps = journey.ordered_steps
    if not shut_stages:
        return Folds(journey, steps, frozenset())
    return Folds(journey, steps, frozenset(s.id for s in steps if s.stage in shut_stages))


def stage_runs(journey: Map) -> Iterator[tuple[bool, list[Stage]]]:
    """Yield the stages from left to right; hidden ones side by side come together, as True."""
    yield from _runs(journey.ordered_stages)


def lane_runs(journey: Map) -> Iterator[tuple[bool, list[Lane]]]:
    """Yield the lanes from top to bottom; hidden ones side by side come together, as True."""
    yield from _runs(journey.ordered_lanes)


def _runs(places: Sequence[P]) -> Iterator[tuple[bool, list[P]]]:
    for hidden, run in groupby(places, key=lambda each: each.shown == "hidden"):
        if hidden:
            yield True, list(run)
        else:
            yield from ((False, [each]) for each in run)


def hidden_run(journey: Map, element: Id) -> tuple[Id, ...]:
    """Return the hidden stages or lanes that stand side by side with *element*, itself too."""
    for runs in (stage_runs(journey), lane_runs(journey)):
        for hidden, run in runs:
            if hidden and any(each.id == element for each in run):
                return tuple(each.id for each in run)
    return ()


def shutting(journey: Map, element: Id) -> tuple[Id, ...]:
    """Return the collapsed or hidden lanes and stages because of which *element* is not seen.

    A collapsed lane or stage itself is seen, and a card that reaches an open step.
    """
    record = journey.find(element)
    lanes: Sequence[Id] = ()
    steps: Sequence[Id] = ()
    match record:
        case Lane() | Stage():
            return (element,) if record.shown == "hidden" else ()
        case Step():
            steps = (record.id,)
        case Card():
            column = journey.column_of
            first, last = column[record.first_step], column[record.last_step]
            lanes = (record.lane,)
            steps = [step.id for step in journey.ordered_steps[first : last + 1]]
        case Emotion():
            steps = (record.step,)
            lanes = lanes_showing(journey, record)
        case _:
            return ()
    return (*_shut(journey.lanes, lanes), *_shut(journey.stages, _stages(journey, steps)))


def shutting_cell(journey: Map, lane: Id, step: Id) -> tuple[Id, ...]:
    """Return the collapsed or hidden lane and stage because of which a cell is not seen."""
    return (*_shut(journey.lanes, [lane]), *_shut(journey.stages, _stages(journey, [step])))


def _stages(journey: Map, steps: Sequence[Id]) -> list[Id]:
    return [journey.steps[step].stage for step in steps]


def _shut(table: Mapping[Id, Lane] | Mapping[Id, Stage], ids: Sequence[Id]) -> tuple[Id, ...]:
    """Return the first of *ids*, which all show something, unless one of them is open."""
    return () if any(table[each].shown == "open" for each in ids) else tuple(ids[:1])


_NOT_PRINTED: Final = ("comments", "whys", "flows", "flow_nodes", "flow_arrows")
"""Tables of which no poster shows anything."""


def printed(journey: Map, hues: Sequence[str]) -> Map:
    """Return the map as a poster has it: without what is hidden, and all else open.

    Args:
        hues: Of the stages in turn; those that are left keep theirs.
    """
    everything = (*journey.lanes.values(), *journey.stages.values())
    if all(place.shown == "open" for place in everything):
        return journey
    folds = folds_of(journey, folded=False)
    lanes = {key: _open(lane) for key, lane in journey.lanes.items() if lane.shown != "hidden"}
    stages = {
        stage.id: _open(stage.replace(colour=stage.colour or hues[place % len(hues)]))
        for place, stage in enumerate(journey.ordered_stages)
        if stage.shown != "hidden"
    }
    steps = {step.id: step for step in folds.open_steps(journey)}
    rows = (folds.row(journey.cells.get(lane, _NO_CARDS)) for lane in lanes)
    cards = {card.id: card for row in rows for cell in row.values() for card in cell}
    fields = {name: getattr(journey, name) for name in Map.model_fields}
    places = {"lanes": lanes, "stages": stages, "steps": steps, "cards": cards}
    hanging = _hanging_on(journey, stages.keys(), steps.keys(), cards.keys())
    return Map.model_construct(**(fields | places | hanging))


def _hanging_on(
    journey: Map, stages: AbstractSet[Id], steps: AbstractSet[Id], cards: AbstractSet[Id]
) -> dict[str, Mapping[Id, Any]]:
    """Return the tables of what hangs on stages, steps and cards, without what hung on others."""
    emotions = {
        key: each if each.card is None or each.card in cards else each.replace(card=None)
        for key, each in journey.emotions.items()
        if each.step in steps
    }
    links = {
        key: link
        for key, link in journey.links.items()
        if link.source in cards and link.target in cards
    }
    there = {journey.id, *stages, *steps, *cards}
    metrics = {key: each for key, each in journey.metrics.items() if each.about in there}
    figures = {key: each for key, each in journey.figures.items() if each.metric in metrics}
    return {
        "emotions": emotions,
        "links": links,
        "metrics": metrics,
        "figures": figures,
        **{name: {} for name in _NOT_PRINTED},
    }


def _open(place: P) -> P:
    return place if place.shown == "open" else place.replace(shown="open")
