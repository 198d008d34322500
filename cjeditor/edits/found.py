"""The records that an edit names, or a clear refusal where they are not there."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map, Record

R = TypeVar("R")


def one(table: Mapping[Id, R], record_id: Id) -> R:
    """Return the record of that id.

    Raises:
        EditError: There is none.
    """
    try:
        return table[record_id]
    except KeyError:
        raise EditError(mark("What you want to change is no longer on the map.")) from None


def all_of(table: Mapping[Id, R], ids: Iterable[Id]) -> list[R]:
    """Return the records of those ids, each once, in the order of *ids*.

    Raises:
        EditError: One is not there.
    """
    return [one(table, record_id) for record_id in dict.fromkeys(ids)]


def anywhere(journey: Map, record_id: Id) -> Record:
    """Return the record of that id, of whatever table.

    Raises:
        EditError: There is none.
    """
    record = journey.find(record_id)
    if record is None:
        raise EditError(mark("What you want to change is no longer on the map."))
    return record


def lane_of_cards(journey: Map, lane_id: Id) -> Lane:
    """Return the lane of that id.

    Raises:
        EditError: There is none, or it takes no cards.
    """
    lane = one(journey.lanes, lane_id)
    if kind_of_lane(lane).card(lane) is None:
        raise EditError(mark("This lane takes no cards."))
    return lane


def free(journey: Map, record_id: Id) -> Id:
    """Return *record_id*.

    Raises:
        EditError: Another record, or the map itself, has it.
    """
    if record_id == journey.id or journey.find(record_id) is not None:
        raise EditError(mark("The map has a record named “{id}” already."), id=record_id)
    return record_id
