"""What is locked stays as it is, whatever the edit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Lock
from cjeditor.kinds.lane import Lane
from cjeditor.model.feelings import lanes_showing
from cjeditor.model.map import TABLES, Map, Record
from cjeditor.model.records import Comment, Link, Picture, SavedView, Stage, Step
from cjeditor.model.table import differing

Locks = Mapping[Id, Lock]
"""By the ids of the map, its lanes and its stages; what is not locked is left out."""

_FROM_WEAKEST: Final[tuple[Lock, ...]] = ("none", "add only", "all")
_NEVER_LOCKED: Final = (Comment, SavedView, Picture)
"""Pictures come and go with what shows them."""

_LOCKED: Final = mark("This is locked against changes. Unlock it first.")
_ADD_ONLY: Final = mark("Here cards may be added, and nothing else changed. Unlock it first.")


def refuse_locked(before: Map, after: Map) -> None:
    """Refuse a change of what is locked in *before*.

    Locks themselves may always change, and so may what is collapsed or hidden.

    Raises:
        EditError: The change touches something that is locked.
    """
    locks = locks_of(before)
    if not locks:
        return
    if before.scope != after.scope.replace(lock=before.scope.lock):
        _refuse(locks.get(before.id, "none"))
    for old, new in _changes(before, after):
        if not isinstance(old or new, _NEVER_LOCKED):
            _refuse_change(before, after, locks, old, new)


def refuse_moving(journey: Map, ids: Iterable[Id]) -> None:
    """Refuse to move records that are locked, before anybody begins to.

    Raises:
        EditError: One of them is locked.
    """
    locks = locks_of(journey)
    for each in ids if locks else ():
        record = journey.find(each)
        if record is not None:
            _refuse(lock_of(journey, locks, record))


def locks_of(journey: Map) -> Locks:
    """Return the map's own lock and those of its lanes and stages."""
    places = (*journey.lanes.values(), *journey.stages.values())
    found = {place.id: place.lock for place in places if place.lock != "none"}
    if journey.scope.lock != "none":
        found[journey.id] = journey.scope.lock
    return found


def lock_of(journey: Map, locks: Locks, record: Record) -> Lock:
    """Return the strongest of *locks* that *record*, a record of *journey*, is under."""
    places = (journey.id, *_places(journey, record))
    return max((locks.get(place, "none") for place in places), key=_FROM_WEAKEST.index)


def _changes(before: Map, after: Map) -> Iterator[tuple[Record | None, Record | None]]:
    """Yield every record that is changed, added (None first) or removed (None last)."""
    for name in TABLES:
        old, new = before.table(name), after.table(name)
        if old is not new:
            for key in differing(old, new):
                yield old.get(key), new.get(key)


def _refuse_change(
    before: Map, after: Map, locks: Locks, old: Record | None, new: Record | None
) -> None:
    """Refuse what a lock of the record's old or new place forbids."""
    if isinstance(old, Lane | Stage) and isinstance(new, Lane | Stage):
        new = new.replace(lock=old.lock, shown=old.shown)
    if old == new:
        return
    if old is not None:
        _refuse(lock_of(before, locks, old))
    if new is not None:
        lock = lock_of(after, locks, new)
        is_added = old is None and _comes_with_cards(before, new)
        _refuse("none" if is_added and lock == "add only" else lock)


def _comes_with_cards(before: Map, new: Record) -> bool:
    """Tell whether *new* is a card, or what a pasted card may bring along."""
    match new:
        case Link():
            return not {new.source, new.target} <= before.cards.keys()
        case _:
            return isinstance(new, Card | CardStyle)


def _refuse(lock: Lock) -> None:
    if lock == "all":
        raise EditError(_LOCKED)
    if lock == "add only":
        raise EditError(_ADD_ONLY)


def _places(journey: Map, record: Record) -> Iterator[Id]:
    """Yield the lanes and stages that *record* is or stands in."""
    match record:
        case Lane() | Stage():
            yield record.id
        case Step():
            yield record.stage
        case Card():
            yield record.lane
            yield from _stages(journey, record.first_step, record.last_step)
        case Emotion():
            yield from _stages(journey, record.step, record.step)
            yield from lanes_showing(journey, record)


def _stages(journey: Map, first: Id, last: Id) -> set[Id]:
    column = journey.column_of
    covered = journey.ordered_steps[column[first] : column[last] + 1]
    return {step.stage for step in covered}
