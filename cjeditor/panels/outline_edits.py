"""What the keys of the outline do to the map: what a row gets beside it, inside it, and where
it moves.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from cjeditor.core.ids import Id, new_id
from cjeditor.edits.cards import AddCard, MoveCards
from cjeditor.edits.edit import Edit
from cjeditor.edits.emotions import SetEmotion
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.records import SetField
from cjeditor.edits.stages import AddStage, MoveStages
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.kinds.card import Card
from cjeditor.kinds.conversion import ratings_of
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card, kind_of_lane
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

Way: TypeAlias = Literal["up", "down", "left", "right"]


class New(NamedTuple):
    """An edit that adds a record, and the record's id."""

    edit: Edit
    element: Id


def beside(journey: Map, element: Id) -> New | None:
    """Return what is added after a row, of the same sort; a stage after the last if none is.

    None for a lane, of which there are several kinds, and for a feeling.
    """
    record = journey.find(element)
    match record:
        case None:
            return _stage(None)
        case Stage():
            return _stage(journey.ordered_stages.index(record) + 1)
        case Step():
            return _step(record.stage, journey.steps_of[record.stage].index(record) + 1)
        case Card():
            cell = journey.cell(record.lane, record.first_step)
            kind, index = record.kind, cell.index(record) + 1
            return _card(AddCard(record.lane, record.first_step, kind, index=index))
        case _:
            return None


def inside(journey: Map, element: Id, lane: Id = "") -> New | None:
    """Return what is added inside a stage or a step; None where nothing can be.

    Args:
        lane: In which a card goes if it can, because the last one went there.
    """
    if element in journey.stages:
        return _step(element, None)
    return new_card(journey, element, None, lane)


def new_card(journey: Map, element: Id, kind: str | None, lane: Id = "") -> New | None:
    """Return a card of *kind* at the step that a row is or stands in; None without a lane for it.

    Args:
        kind: None means that of the lane.
    """
    step = step_of(journey, element)
    takes = [each for each in journey.ordered_lanes if kind_of_lane(each).card(each) is not None]
    own = [each for each in takes if kind_of_lane(each).card(each) == kind]
    wanted = [each for each in takes if each.id == lane] if kind is None else []
    found = next(iter(wanted or own or takes), None)
    if step is None or found is None:
        return None
    chosen = kind or kind_of_lane(found).card(found)
    return None if chosen is None else _card(AddCard(found.id, step, chosen))


def new_step(journey: Map, element: Id) -> New | None:
    """Return a step after the one that a row is or stands in; None without any."""
    step = journey.steps.get(step_of(journey, element) or "")
    if step is None:
        return None
    return _step(step.stage, journey.steps_of[step.stage].index(step) + 1)


def new_stage(journey: Map, element: Id) -> New:
    """Return a stage after the one that a row is or stands in, or after the last."""
    step = journey.steps.get(step_of(journey, element) or "")
    if step is None:
        return _stage(None)
    return _stage(journey.ordered_stages.index(journey.stages[step.stage]) + 1)


def step_of(journey: Map, element: Id) -> Id | None:
    """Return the step that a record is or stands in; of a stage its last."""
    record = journey.find(element)
    match record:
        case Stage():
            return journey.steps_of[record.id][-1].id
        case Step():
            return record.id
        case Card():
            return record.first_step
        case Emotion():
            return record.step
        case _:
            return None


def moved(journey: Map, element: Id, way: Way) -> Edit | None:
    """Return the edit that moves a row; None where it is at the end.

    Up and down go among the siblings and on to the next parent; to the left and to the right
    a card goes to the lane above and below.
    """
    record = journey.find(element)
    if isinstance(record, Card):
        if way in ("left", "right"):
            return _to_lane(journey, record, -1 if way == "left" else 1)
        return _along(journey, record, -1 if way == "up" else 1)
    if way in ("left", "right"):
        return None
    by = -1 if way == "up" else 1
    match record:
        case Stage():
            index = journey.ordered_stages.index(record) + by
            fits = 0 <= index < len(journey.stages)
            return MoveStages((record.id,), index) if fits else None
        case Lane():
            index = journey.ordered_lanes.index(record) + by
            return MoveLanes((record.id,), index) if 0 <= index < len(journey.lanes) else None
        case Step():
            return _step_along(journey, record, by)
        case _:
            return None


def rated(journey: Map, element: Id, value: int) -> Edit | None:
    """Return the edit that a digit is: a card's first rating, a feeling, a step's feeling.

    None where a digit is a text like others.
    """
    record = journey.find(element)
    match record:
        case Card():
            names = ratings_of(kind_of_card(record))
            return SetField((record.id,), names[0], value) if names else None
        case Emotion():
            return SetField((record.id,), "value", value - 3.0)
        case Step() if any(kind_of_lane(each).shows_emotions for each in journey.lanes.values()):
            return SetEmotion(record.id, value - 3.0, _whose(journey))
        case _:
            return None


def _whose(journey: Map) -> Id | None:
    """Return whose feelings a digit sets: those of the first curve, else of the first persona."""
    felt = {each.persona for each in journey.emotions.values() if each.state == "current"}
    personas = [each.id for each in journey.ordered_personas]
    if felt:
        return next((each for each in personas if each in felt), None)
    return next(iter(personas), None)


def _stage(index: int | None) -> New:
    stage = new_id()
    return New(AddStage(index, stage_id=stage), stage)


def _step(stage: Id, index: int | None) -> New:
    step = new_id()
    return New(AddStep(stage, index, step_id=step), step)


def _card(edit: AddCard) -> New:
    return New(edit, edit.card_id)


def _along(journey: Map, card: Card, by: int) -> Edit | None:
    cell = journey.cell(card.lane, card.first_step)
    index = cell.index(card) + by
    if 0 <= index < len(cell):
        return MoveCards((card.id,), card.lane, card.first_step, index)
    step = _neighbour([each.id for each in journey.ordered_steps], card.first_step, by)
    place = None if by < 0 else 0
    return None if step is None else MoveCards((card.id,), card.lane, step, place)


def _to_lane(journey: Map, card: Card, by: int) -> Edit | None:
    takes = [each.id for each in journey.ordered_lanes if kind_of_lane(each).card(each) is not None]
    lane = _neighbour(takes, card.lane, by)
    return None if lane is None else MoveCards((card.id,), lane, card.first_step)


def _step_along(journey: Map, step: Step, by: int) -> Edit | None:
    siblings = journey.steps_of[step.stage]
    index = siblings.index(step) + by
    if 0 <= index < len(siblings):
        return MoveSteps((step.id,), step.stage, index)
    stage = _neighbour([each.id for each in journey.ordered_stages], step.stage, by)
    return None if stage is None else MoveSteps((step.id,), stage, None if by < 0 else 0)


def _neighbour(ids: Sequence[Id], one: Id, by: int) -> Id | None:
    index = ids.index(one) + by
    return ids[index] if 0 <= index < len(ids) else None
