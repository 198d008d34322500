"""Where what is selected can be moved to, in the order in which a person chooses."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.edits.cards import MoveCards
from cjeditor.edits.edit import Edit
from cjeditor.edits.emotions import MoveEmotion
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.several import Several
from cjeditor.edits.stages import MoveStages
from cjeditor.edits.steps import MoveSteps
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card, kind_of_lane
from cjeditor.model.feelings import curve_at
from cjeditor.model.map import Map
from cjeditor.model.naming import lane_name, one_line, signed, stage_name, step_name, step_title
from cjeditor.model.records import Stage, Step


class Choice(NamedTuple):
    """Containers to choose from.

    Attributes:
        label: English, marked.
        options: Ids and names.
        chosen: Where it stands now.
    """

    label: str
    options: Sequence[tuple[Id, str]]
    chosen: Id


class Moving(ABC):
    """A move that is being planned: in which containers, and to which place there."""

    def __init__(self, journey: Map, ids: Sequence[Id], words: Words) -> None:
        self.journey = journey
        self.ids = tuple(ids)
        self.words = words

    def choices(self) -> list[Choice]:
        """Return the containers to choose, from the outermost."""
        return []

    @abstractmethod
    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        """Return all that stands there, also what is being moved, with names."""

    @abstractmethod
    def edit(self, index: int, *into: Id) -> Edit:
        """Return the move to place *index* among those that stay there."""


class _Cards(Moving):
    def choices(self) -> list[Choice]:
        journey, words = self.journey, self.words
        first = journey.cards[self.ids[0]]
        steps = [(step.id, step_name(journey, step.id, words)) for step in journey.ordered_steps]
        lanes = [
            (lane.id, lane_name(journey, lane.id, words))
            for lane in journey.ordered_lanes
            if kind_of_lane(lane).card(lane) is not None
        ]
        return [
            Choice(mark("Step"), steps, first.first_step),
            Choice(mark("Lane"), lanes, first.lane),
        ]

    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        step, lane = into
        return [(card.id, self._name(card)) for card in self.journey.cell(lane, step)]

    def _name(self, card: Card) -> str:
        return one_line(card.text) or self.words(kind_of_card(card).label)

    def edit(self, index: int, *into: Id) -> Edit:
        step, lane = into
        return MoveCards(self.ids, lane, step, index)


class _Steps(Moving):
    def choices(self) -> list[Choice]:
        journey, words = self.journey, self.words
        stages = [(each.id, stage_name(journey, each.id, words)) for each in journey.ordered_stages]
        return [Choice(mark("Stage"), stages, journey.steps[self.ids[0]].stage)]

    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        steps = self.journey.steps_of[into[0]]
        return [(step.id, step_title(self.journey, step.id, self.words)) for step in steps]

    def edit(self, index: int, *into: Id) -> Edit:
        return MoveSteps(self.ids, into[0], index)


class _Stages(Moving):
    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        stages = self.journey.ordered_stages
        return [(each.id, stage_name(self.journey, each.id, self.words)) for each in stages]

    def edit(self, index: int, *into: Id) -> Edit:
        return MoveStages(self.ids, index)


class _Lanes(Moving):
    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        lanes = self.journey.ordered_lanes
        return [(lane.id, lane_name(self.journey, lane.id, self.words)) for lane in lanes]

    def edit(self, index: int, *into: Id) -> Edit:
        return MoveLanes(self.ids, index)


class _Points(Moving):
    """Points of one curve."""

    def __init__(self, journey: Map, ids: Sequence[Id], words: Words) -> None:
        super().__init__(journey, ids, words)
        first = journey.emotions[self.ids[0]]
        self._curve = first.persona, first.state

    def choices(self) -> list[Choice]:
        journey, words = self.journey, self.words
        steps = [(step.id, step_name(journey, step.id, words)) for step in journey.ordered_steps]
        return [Choice(mark("Step"), steps, journey.emotions[self.ids[0]].step)]

    def siblings(self, *into: Id) -> list[tuple[Id, str]]:
        points = curve_at(self.journey, into[0], *self._curve)
        return [(point.id, signed(point.value)) for point in points]

    def edit(self, index: int, *into: Id) -> Edit:
        moves = tuple(
            MoveEmotion(each, into[0], index + number) for number, each in enumerate(self.ids)
        )
        return Several(moves, MoveEmotion.label)


def moving(journey: Map, ids: Sequence[Id], words: Words) -> Moving | None:
    """Return the move of those of *ids* that are like the first; None if it cannot be moved."""
    record = journey.find(ids[0]) if ids else None
    match record:
        case Card():
            return _Cards(journey, [i for i in ids if i in journey.cards], words)
        case Step():
            return _Steps(journey, [i for i in ids if i in journey.steps], words)
        case Stage():
            return _Stages(journey, [i for i in ids if i in journey.stages], words)
        case Lane():
            return _Lanes(journey, [i for i in ids if i in journey.lanes], words)
        case Emotion():
            curve = record.persona, record.state
            points = (journey.emotions[i] for i in ids if i in journey.emotions)
            same = [each.id for each in points if (each.persona, each.state) == curve]
            return _Points(journey, same, words)
        case _:
            return None
