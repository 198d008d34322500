"""The map as a tree for screen readers: what stands below what, and where the keyboard is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.edits.locks import Locks, lock_of, locks_of
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Spot:
    """One part of the map.

    Attributes:
        element: Id of a record or, for the title, of the map; "" for a cell.
        lane: Of a cell, or of the lane in which an emotion or a metric is drawn.
        step: Of a cell.
    """

    element: Id
    lane: Id = ""
    step: Id = ""


ROOT: Final = Spot("")
"""The map as a whole."""


class Tree:
    """The parts of one map; what is below a part is found when it is first asked for.

    Title, stages and lanes stand below the root, steps below their stage, cards and points
    of curves below their lane, from left to right. A cell is a part only while the cursor is
    in it and nothing is selected.
    """

    def __init__(self, journey: Map, sheet: Sheet, focus: Focus) -> None:
        self._journey = journey
        self.sheet = sheet
        self._cell = None if focus.element else focus.cell
        self._below: dict[Spot, tuple[Spot, ...]] = {}
        self._places: dict[Spot, Mapping[Spot, int]] = {}
        self.focus = self.spot_of(focus)

    def below(self, spot: Spot) -> tuple[Spot, ...]:
        """Return what stands below a part, in reading order."""
        if spot not in self._below:
            self._below[spot] = tuple(self._find_below(spot))
        return self._below[spot]

    def place(self, spot: Spot) -> int:
        """Return the number of a part among those beside it, from 0; -1 if it is not there."""
        above = self.above(spot)
        if above not in self._places:
            self._places[above] = {each: number for number, each in enumerate(self.below(above))}
        return self._places[above].get(spot, -1)

    def above(self, spot: Spot) -> Spot:
        """Return the part that *spot* stands below."""
        if spot.lane:
            return Spot(spot.lane)
        if spot.element in self._journey.cards:
            return Spot(self._journey.cards[spot.element].lane)
        if spot.element in self._journey.steps:
            return Spot(self._journey.steps[spot.element].stage)
        return ROOT

    def holds(self, spot: Spot) -> bool:
        """Tell whether there is such a part."""
        return spot == ROOT or self.place(spot) >= 0

    def locked(self, spot: Spot) -> bool:
        """Tell whether nothing of a part may be changed."""
        locks = self._locks
        if not locks:
            return False
        if spot.element == self._journey.id:
            return locks.get(spot.element) == "all"
        record = self._journey.find(spot.element or spot.lane)
        return record is not None and lock_of(self._journey, locks, record) == "all"

    @cached_property
    def _locks(self) -> Locks:
        return locks_of(self._journey)

    def spot_of(self, focus: Focus) -> Spot | None:
        """Return the part that *focus* is on."""
        element = focus.element
        if element is None:
            return None if focus.cell is None else Spot("", *focus.cell)
        if element in self._journey.emotions:
            step = self._journey.emotions[element].step
            found = (band.lane for band in self.sheet.lanes if element in self._felt(band, step))
            lane = next(found, None)
            return None if lane is None else Spot(element, lane)
        if element in self._journey.metrics:
            shown = (band.lane for band in self.sheet.lanes if _shows(band, element))
            lane = next(shown, None)
            return None if lane is None else Spot(element, lane)
        return Spot(element)

    def _find_below(self, spot: Spot) -> Iterator[Spot]:
        journey = self._journey
        if spot == ROOT:
            yield Spot(journey.id)
            yield from self._shown_stages
            yield from (Spot(lane.lane) for lane in self.sheet.lanes)
        elif spot.element in journey.stages:
            columns = self.sheet.column_of
            steps = journey.steps_of[spot.element]
            yield from (Spot(step.id) for step in steps if step.id in columns)
        elif spot.element in journey.lanes:
            yield from self._in_lane(spot.element)

    @cached_property
    def _shown_stages(self) -> tuple[Spot, ...]:
        return tuple(Spot(block.element) for block in self.sheet.stages if block.element)

    def _in_lane(self, lane: Id) -> Iterator[Spot]:
        """Yield the parts of a lane, column by column."""
        journey = self._journey
        band = self.sheet.lane_of.get(lane)
        if band is None or journey.lanes[lane].shown != "open":
            return
        for step in (column.step for column in self.sheet.columns):
            yield from (Spot(card.id) for card in journey.cell(lane, step))
            yield from (Spot(emotion, lane) for emotion in self._felt(band, step))
            yield from (
                Spot(each.gauge.metric, lane) for each in band.content.gauges if each.first == step
            )
            if self._cell == (lane, step):
                yield Spot("", lane, step)

    def _felt(self, band: LaneBand, step: Id) -> Iterator[Id]:
        """Yield the emotions that a lane shows at a step, from left to right."""
        shows = kind_of_lane(band.record).shows_curve
        for each in band.content.emotions.get(step, ()):
            if each.id in self._journey.emotions and shows(band.record, each.persona, each.state):
                yield each.id


def _shows(band: LaneBand, metric: Id) -> bool:
    return any(each.gauge.metric == metric for each in band.content.gauges)
