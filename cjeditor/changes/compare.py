"""What is different between two maps, by record and field.

Records are told apart by id and found by identity first: of a map and what edits made of it
only what differs is looked at; of two maps read from files every record is compared once.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from cjeditor.changes.ids import aligned
from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.map import TABLES, Map, Record
from cjeditor.model.records import Scope, Step
from cjeditor.model.table import differing_rows

Kind: TypeAlias = Literal["added", "removed", "changed"]

SCOPE: Final = "scope"
"""Stands for a table's name where the scope is meant."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in one record, or in the scope.

    Attributes:
        table: One of `TABLES`, or `SCOPE`.
        id: Of the record; the map's for the scope.
        before: None means added.
        after: None means removed.
    """

    table: str
    id: Id
    before: Record | Scope | None
    after: Record | Scope | None

    @property
    def kind(self) -> Kind:
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that differ, in their order; of a changed record only."""
        if self.before is None or self.after is None:
            return ()
        old, new = vars(self.before), vars(self.after)
        return tuple(
            name for name in {**new, **old} if old.get(name, _NONE) != new.get(name, _NONE)
        )


_NONE: Final = object()
"""Stands where a record has no such field: a card of another kind."""


def compare(before: Map, after: Map) -> tuple[Change, ...]:
    """Return what is different in *after*, in reading order: scope, personas, stages …

    Where *after* is another document than *before*, what is about the map itself is taken to
    be about the same one.
    """
    after = aligned(after, before)
    found = [*_changes(before, after)]
    if len(found) > 1:
        found.sort(key=_reading_order(before, after))
    if before.scope is not after.scope and before.scope != after.scope:
        found.insert(0, Change(SCOPE, before.id, before.scope, after.scope))
    return tuple(found)


def rebuilt(before: Map, changes: Iterable[Change]) -> Map:
    """Return the map that *changes* lead to, with the very records of *before* in all the rest.

    What is done with the two after that costs only what is different. Of two maps read from
    files, `rebuilt(before, compare(before, after))` equals *after*.
    """
    rows: dict[str, dict[Id, Any]] = {}
    made = before
    for change in changes:
        if isinstance(change.after, Scope):
            made = made.with_scope(change.after)
        else:
            rows.setdefault(change.table, {})[change.id] = change.after
    return made.with_rows(rows)


def _changes(before: Map, after: Map) -> Iterator[Change]:
    for name in TABLES:
        old, new = before.table(name), after.table(name)
        if old is not new:
            for key, one, other in differing_rows(old, new):
                if not _is_same(one, other):
                    yield Change(name, key, one, other)


def _is_same(one: Any, other: Any) -> bool:
    """Tell whether two records are equal; what they hold is compared first, which is quicker."""
    if type(one) is not type(other):
        return False
    return vars(one) == vars(other) or bool(one == other)


def _reading_order(before: Map, after: Map) -> Callable[[Change], tuple[Any, ...]]:
    """Return the sort key: by table, then as people read; what is gone, by where it stood."""
    tables = {name: number for number, name in enumerate(TABLES)}
    there, gone = _place_in(after), _place_in(before)

    def key(change: Change) -> tuple[Any, ...]:
        place = gone(change.before) if change.after is None else there(change.after)
        return tables[change.table], *place, change.id

    return key


def _place_in(journey: Map) -> Callable[[Any], tuple[int, int, str]]:
    """Return what tells the row, the column and the position of a record of *journey*."""
    row = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}
    column = journey.column_of

    def place(record: Any) -> tuple[int, int, str]:
        match record:
            case Step():
                return 0, column[record.id], ""
            case Card():
                return row[record.lane], column[record.first_step], record.order
            case Emotion():
                return 0, column[record.step], record.order
            case _:
                return 0, 0, vars(record).get("order", "")

    return place
