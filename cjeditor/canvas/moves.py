"""The edits that move what is selected one place, as keys do."""

from collections.abc import Sequence
from typing import Literal

from cjeditor.canvas.feelings import moved_points
from cjeditor.canvas.walk import Focus, shown_lanes, shown_steps
from cjeditor.core.ids import Id
from cjeditor.edits.cards import MoveCards, SpanCard, in_reading_order
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.several import Several
from cjeditor.edits.stages import MoveStages
from cjeditor.edits.steps import MoveSteps
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map, table_of
from cjeditor.model.records import Stage, Step

Way = Literal["left", "right", "up", "down"]


def moved(journey: Map, ids: Sequence[Id], way: Way) -> Edit | None:
    """Return the edit that moves what is selected one place *way*; None where it ends.

    What is not of the first one's table stays.
    """
    record = journey.find(ids[0]) if ids else None
    if record is None:
        return None
    same = tuple(each for each in ids if each in journey.table(table_of(record)))
    match record:
        case Card():
            return _moved_cards(journey, same, way)
        case Step():
            return _moved_steps(journey, record.stage, same, way)
        case Stage():
            at = _shifted([each.id for each in journey.ordered_stages], same, way, _ACROSS)
            return None if at is None else MoveStages(same, at)
        case Lane():
            at = _shifted([each.id for each in journey.ordered_lanes], same, way, _UPRIGHT)
            return None if at is None else MoveLanes(same, at)
        case Emotion():
            return moved_points(journey, same, way)
        case _:
            return None


def spanned(journey: Map, ids: Sequence[Id], way: Way) -> Edit | None:
    """Return the edit that lets cards end one step later (right) or earlier (left)."""
    steps = [each.id for each in shown_steps(journey)]
    edits = []
    for card in (journey.cards[each] for each in ids if each in journey.cards):
        last = _neighbour(steps, card.last_step, way, _ACROSS)
        if last is not None and journey.column_of[last] >= journey.column_of[card.first_step]:
            edits.append(SpanCard(card.id, card.first_step, last))
    return Several(tuple(edits), SpanCard.label) if edits else None


def reordered(journey: Map, ids: Sequence[Id], focus: Focus, way: Way) -> Edit | None:
    """Return the edit that moves the selected heads, or the cursor's step or lane, one place."""
    heads = [i for i in ids if i in journey.stages or i in journey.steps or i in journey.lanes]
    if heads:
        return moved(journey, heads, way)
    card = journey.cards.get(focus.element or "")
    emotion = journey.emotions.get(focus.element or "")
    lane, step = focus.cell or ("", "")
    if card is not None:
        lane, step = card.lane, step or card.first_step
    if emotion is not None:
        step = emotion.step
    head = step if way in _ACROSS else lane
    return moved(journey, [head], way) if head else None


_ACROSS: tuple[Way, Way] = ("left", "right")
_UPRIGHT: tuple[Way, Way] = ("up", "down")


def _shifted(
    ids: Sequence[Id], chosen: Sequence[Id], way: Way, ways: tuple[Way, Way]
) -> int | None:
    """Return the new place of *chosen* among those of *ids* that stay; None at the end."""
    if way not in ways:
        return None
    stay = [each for each in ids if each not in chosen]
    places = [ids.index(each) for each in chosen]
    edge = min(places) if way == ways[0] else max(places)
    at = sum(each in stay for each in ids[:edge]) + (-1 if way == ways[0] else 1)
    return at if 0 <= at <= len(stay) else None


def _moved_steps(journey: Map, stage: Id, ids: tuple[Id, ...], way: Way) -> Edit | None:
    """Move steps within their stage, and past its end into the next stage."""
    siblings = [each.id for each in journey.steps_of[stage]]
    chosen = tuple(each for each in ids if each in siblings)
    at = _shifted(siblings, chosen, way, _ACROSS)
    if at is not None:
        return MoveSteps(chosen, stage, at)
    beside = _neighbour([each.id for each in journey.ordered_stages], stage, way, _ACROSS)
    return None if beside is None else MoveSteps(chosen, beside, 0 if way == "right" else None)


def _neighbour(ids: Sequence[Id], each: Id, way: Way, ways: tuple[Way, Way]) -> Id | None:
    if way not in ways or each not in ids:
        return None
    at = ids.index(each) + (1 if way == ways[1] else -1)
    return ids[at] if 0 <= at < len(ids) else None


def _moved_cards(journey: Map, ids: tuple[Id, ...], way: Way) -> Edit | None:
    """Move cards one cell; those of one cell up and down also among its other cards."""
    cells: dict[tuple[Id, Id], list[Id]] = {}
    for card in in_reading_order(journey, [journey.cards[each] for each in ids]):
        cells.setdefault((card.lane, card.first_step), []).append(card.id)
    if len(cells) == 1 and way in _UPRIGHT:
        within = _moved_within(journey, journey.cards[ids[0]], ids, way)
        if within is not None:
            return within
    edits = [_to_next_cell(journey, cell, tuple(cards), way) for cell, cards in cells.items()]
    moves = tuple(edit for edit in edits if edit is not None)
    return Several(moves, MoveCards.label) if len(moves) == len(edits) else None


def _moved_within(journey: Map, card: Card, ids: tuple[Id, ...], way: Way) -> Edit | None:
    cell = [each.id for each in journey.cell(card.lane, card.first_step)]
    at = _shifted(cell, ids, way, _UPRIGHT)
    return None if at is None else MoveCards(ids, card.lane, card.first_step, at)


def _to_next_cell(
    journey: Map, cell: tuple[Id, Id], ids: tuple[Id, ...], way: Way
) -> MoveCards | None:
    lane, step = cell
    if way in _ACROSS:
        beside = _neighbour([each.id for each in shown_steps(journey)], step, way, _ACROSS)
        return None if beside is None else MoveCards(ids, lane, beside, None)
    lanes = [each.id for each in shown_lanes(journey) if kind_of_lane(each).card(each) is not None]
    beside = _neighbour(lanes, lane, way, _UPRIGHT)
    return None if beside is None else MoveCards(ids, beside, step, 0 if way == "down" else None)
