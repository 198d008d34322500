"""The edits behind keys, menus and gestures: from the map and what is selected."""

from collections.abc import Sequence
from typing import Literal

from cjeditor.canvas.walk import Cell, Focus
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import AddCard, MoveCards
from cjeditor.edits.edit import Edit
from cjeditor.edits.emotions import SetEmotion
from cjeditor.edits.lanes import AddLane, MoveLanes
from cjeditor.edits.records import Delete, Duplicate, SetField
from cjeditor.edits.several import Several
from cjeditor.edits.stages import AddStage, MoveStages
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.kinds.card import Card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.feeling import HIGHEST, LOWEST, Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane, lane_kind
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

_NUDGE = 0.5
"""How far one key press moves a feeling."""

Way = Literal["left", "right", "up", "down"]


def card_kind_of(lane: Lane) -> str | None:
    """Return the kind of the cards that are added to *lane*; None where it takes none."""
    return kind_of_lane(lane).card(lane)


def add_card(journey: Map, focus: Focus, kind: str | None = None) -> AddCard | None:
    """Return the edit that adds a card after the focused one, or in the focused cell.

    Args:
        kind: None means the kind of the lane. Without a cell that takes cards it goes to
            the first lane of its kind, or of any kind; None is returned if there is none.
    """
    record = journey.cards.get(focus.element or "")
    if record is not None:
        cell = journey.cell(record.lane, record.first_step)
        index = cell.index(record) + 1
        return _new_card(journey, (record.lane, record.first_step), kind, index)
    place = _cell_for(journey, focus, kind)
    return None if place is None else _new_card(journey, place, kind, None)


def _new_card(journey: Map, cell: Cell, kind: str | None, index: int | None) -> AddCard | None:
    chosen = kind or card_kind_of(journey.lanes[cell[0]])
    return None if chosen is None else AddCard(cell[0], cell[1], chosen, index=index)


def _cell_for(journey: Map, focus: Focus, kind: str | None) -> Cell | None:
    if focus.cell and card_kind_of(journey.lanes[focus.cell[0]]) is not None:
        return focus.cell
    takes = [lane for lane in journey.ordered_lanes if card_kind_of(lane) is not None]
    own = [lane for lane in takes if card_kind_of(lane) == kind]
    step = _step_of(journey, focus)
    lane = next(iter(own or takes), None)
    return None if lane is None or step is None else (lane.id, step)


def _step_of(journey: Map, focus: Focus) -> Id | None:
    """Return the column that the focus is in; the first if it is in none."""
    record = journey.find(focus.element) if focus.element else None
    match record:
        case Step():
            return record.id
        case Stage():
            return journey.steps_of[record.id][0].id
    if focus.cell:
        return focus.cell[1]
    return journey.ordered_steps[0].id if journey.ordered_steps else None


def add_stage(journey: Map, focus: Focus) -> AddStage:
    """Return the edit that adds a stage after the focused one, or at the end."""
    step = journey.steps.get(_step_of(journey, focus) or "")
    if step is None or focus == Focus():
        return AddStage()
    stages = [stage.id for stage in journey.ordered_stages]
    return AddStage(stages.index(step.stage) + 1)


def add_step(journey: Map, focus: Focus) -> AddStep | None:
    """Return the edit that adds a step after the focused one; None without any stage."""
    if not journey.ordered_steps:
        return None
    step = journey.steps[_step_of(journey, focus) or ""]
    if focus == Focus():
        step = journey.ordered_steps[-1]
    siblings = journey.steps_of[step.stage]
    stage_is_focused = focus.element == step.stage
    return AddStep(step.stage, len(siblings) if stage_is_focused else siblings.index(step) + 1)


def new_lane(kind: str, card: str | None = None) -> Lane:
    """Return a lane of *kind*; *card* is the kind of its cards, where it has a choice."""
    record = lane_kind(kind).record
    if card is not None and issubclass(record, CardsLane):
        return record(id=new_id(), card=card)
    return record(id=new_id())  # type: ignore[call-arg]  # each kind's own class fixes `kind`


def add_lane(lane: Lane, index: int | None) -> AddLane:
    """Return the edit that adds *lane*; None as *index* means below all others."""
    return AddLane(lane, index)


def lane_index(journey: Map, focus: Focus) -> int | None:
    """Return the place for a new lane: below the focused one, or the last."""
    record = journey.find(focus.element) if focus.element else None
    lane = record.id if isinstance(record, Lane) else focus.cell[0] if focus.cell else None
    ids = [each.id for each in journey.ordered_lanes]
    return ids.index(lane) + 1 if lane in ids else None


def delete(journey: Map, ids: Sequence[Id]) -> Delete | None:
    """Return the edit that deletes records of the map; None if none of *ids* is one."""
    known = tuple(each for each in ids if journey.find(each) is not None)
    return Delete(known) if known else None


def duplicate(journey: Map, ids: Sequence[Id]) -> Duplicate | None:
    """Return the edit that copies cards, stages, steps and lanes; None if there is none."""
    kinds = (Card, Stage, Step, Lane)
    known = tuple(each for each in ids if isinstance(journey.find(each), kinds))
    return Duplicate(known, tuple(new_id() for _ in known)) if known else None


def set_feeling(emotion: Id, value: float) -> Edit:
    """Return the edit that gives a point of a curve another height."""
    return Several((SetField((emotion,), "value", float(value)),), mark("Set feeling"))


def add_feeling(journey: Map, step: Id, value: float, selected: Sequence[Id]) -> SetEmotion:
    """Return the edit that adds a point for the selected persona, or the first one."""
    personas = [persona.id for persona in journey.ordered_personas]
    chosen = [each for each in selected if each in personas]
    return SetEmotion(step, value, persona=next(iter(chosen or personas), None))


def moved(journey: Map, ids: Sequence[Id], way: Way) -> Edit | None:
    """Return the edit that moves what is selected one place *way*; None where it ends."""
    record = journey.find(ids[0]) if ids else None
    match record:
        case Card():
            return _moved_cards(journey, tuple(i for i in ids if i in journey.cards), way)
        case Step():
            return _moved_step(journey, record, way)
        case Stage():
            stages = [stage.id for stage in journey.ordered_stages]
            at = _shifted(stages, record.id, way, ("left", "right"))
            return None if at is None else MoveStages((record.id,), at)
        case Lane():
            lanes = [lane.id for lane in journey.ordered_lanes]
            at = _shifted(lanes, record.id, way, ("up", "down"))
            return None if at is None else MoveLanes((record.id,), at)
        case Emotion() if way in ("up", "down"):
            value = record.value + (_NUDGE if way == "up" else -_NUDGE)
            return set_feeling(record.id, min(max(value, LOWEST), HIGHEST))
        case _:
            return None


def _shifted(ids: Sequence[Id], each: Id, way: Way, ways: tuple[Way, Way]) -> int | None:
    if way not in ways:
        return None
    at = ids.index(each) + (1 if way == ways[1] else -1)
    return at if 0 <= at < len(ids) else None


def _moved_step(journey: Map, step: Step, way: Way) -> Edit | None:
    """Move a step within its stage, and past its end into the next stage."""
    siblings = [each.id for each in journey.steps_of[step.stage]]
    at = _shifted(siblings, step.id, way, ("left", "right"))
    if at is not None:
        return MoveSteps((step.id,), step.stage, at)
    stages = [stage.id for stage in journey.ordered_stages]
    beside = _shifted(stages, step.stage, way, ("left", "right"))
    if beside is None:
        return None
    return MoveSteps((step.id,), stages[beside], 0 if way == "right" else None)


def _moved_cards(journey: Map, ids: tuple[Id, ...], way: Way) -> Edit | None:
    card = journey.cards[ids[0]]
    lane, step = card.lane, card.first_step
    if way in ("left", "right"):
        at = journey.column_of[step] + (1 if way == "right" else -1)
        if not 0 <= at < len(journey.ordered_steps):
            return None
        return MoveCards(ids, lane, journey.ordered_steps[at].id, None)
    stay = [each.id for each in journey.cell(lane, step) if each.id not in ids[1:]]
    at = stay.index(card.id) + (1 if way == "down" else -1)
    if 0 <= at < len(stay):
        return MoveCards(ids, lane, step, at)
    return _to_next_lane(journey, ids, card, way)


def _to_next_lane(journey: Map, ids: tuple[Id, ...], card: Card, way: Way) -> Edit | None:
    lanes = [each.id for each in journey.ordered_lanes if card_kind_of(each) is not None]
    beside = _shifted(lanes, card.lane, way, ("up", "down"))
    if beside is None:
        return None
    return MoveCards(ids, lanes[beside], card.first_step, 0 if way == "down" else None)


def everything(journey: Map) -> tuple[Id, ...]:
    """Return all cards, and all points of curves where a lane shows them."""
    shown = any(kind_of_lane(lane).shows_emotions for lane in journey.lanes.values())
    return (*journey.cards, *(journey.emotions if shown else ()))
