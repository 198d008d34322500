"""The edits behind keys, menus and gestures: from the map and what is selected."""

from collections.abc import Sequence
from typing import TypeVar

from cjeditor.canvas.feelings import shown_points
from cjeditor.canvas.walk import Cell, Focus, shown_lanes, shown_steps
from cjeditor.core.ids import Id, new_id
from cjeditor.edits.cards import AddCard
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.records import Delete, Duplicate
from cjeditor.edits.stages import AddStage
from cjeditor.edits.steps import AddStep
from cjeditor.kinds.card import Card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane, lane_kind
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

R = TypeVar("R", Step, Lane)


def card_kind_of(lane: Lane) -> str | None:
    """Return the kind of the cards that are added to *lane*; None where it takes none."""
    return kind_of_lane(lane).card(lane)


def takes_cards(journey: Map) -> bool:
    """Tell whether the map has a cell for a card."""
    lanes = journey.lanes.values()
    return bool(journey.steps) and any(card_kind_of(lane) is not None for lane in lanes)


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


def cell_beside(before: Map, after: Map, ids: Sequence[Id]) -> Cell | None:
    """Return the cell that took the place of a deleted stage, step or lane among *ids*.

    None if there is no such head or no cell any more.
    """
    heads = (before.find(each) for each in ids)
    head = next((each for each in heads if isinstance(each, Stage | Step | Lane)), None)
    lanes, steps = shown_lanes(after), shown_steps(after)
    if head is None or not lanes or not steps:
        return None
    if isinstance(head, Lane):
        return _at_place_of(head.id, shown_lanes(before), lanes).id, steps[0].id
    gone = head.id if isinstance(head, Step) else before.steps_of[head.id][0].id
    return lanes[0].id, _at_place_of(gone, shown_steps(before), steps).id


def _at_place_of(gone: Id, before: Sequence[R], after: Sequence[R]) -> R:
    """Return what stands now where *gone* stood, or else the last."""
    places = (place for place, each in enumerate(before) if each.id == gone)
    return after[min(next(places, 0), len(after) - 1)]


def duplicate(journey: Map, ids: Sequence[Id]) -> Duplicate | None:
    """Return the edit that copies cards, stages, steps and lanes; None if there is none."""
    kinds = (Card, Stage, Step, Lane)
    known = tuple(each for each in ids if isinstance(journey.find(each), kinds))
    return Duplicate(known, tuple(new_id() for _ in known)) if known else None


def everything(journey: Map) -> tuple[Id, ...]:
    """Return all cards, and all points of curves where a lane shows them."""
    return (*journey.cards, *shown_points(journey))
