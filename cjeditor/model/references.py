"""Which records name which others: read from the fields of their classes.

A field says so itself, with `kinds.fields.Refers`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.kinds.fields import Refers
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.model.map import TABLES, Map

_KINDS: Final[Mapping[str, Iterable[type[Frozen]]]] = {
    "lanes": [kind.record for kind in LANE_KINDS],
    "cards": [kind.record for kind in CARD_KINDS],
}
"""Tables whose records are of several classes."""


def _references_of(records: Iterable[type[Frozen]]) -> dict[str, Refers]:
    return {
        name: mark
        for record in records
        for name, field in record.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Refers)
    }


REFERENCES: Final[Mapping[str, Mapping[str, Refers]]] = {
    table: found
    for table, record in TABLES.items()
    if (found := _references_of(_KINDS.get(table, (record,))))
}
"""Table → field → what its ids are of."""

VITAL: Final[Mapping[str, frozenset[str]]] = {
    table: vital
    for table, fields in REFERENCES.items()
    if (vital := frozenset(name for name, refers in fields.items() if refers.vital))
}
"""Table → fields that name what its records cannot do without."""


def is_there(journey: Map, refers: Refers, record_id: Id) -> bool:
    """Tell whether an id is of a record of *journey* that a field may name."""
    if any(record_id in journey.table(name) for name in refers.tables):
        return True
    return refers.or_map and record_id == journey.id


def named_in(table: str, record: Any) -> Iterator[tuple[str, Id]]:
    """Yield each field of a record that names others, with each id that it names."""
    values = vars(record)
    for field in REFERENCES.get(table, ()):
        value = values.get(field)  # getattr is slow where it is missing
        if value:
            for each in value if isinstance(value, tuple) else (value,):
                yield field, each


def vital_in(table: str, record: Any) -> list[Id]:
    """Return the ids of what a record names and cannot do without."""
    vital = VITAL.get(table)
    return [named for field, named in named_in(table, record) if field in vital] if vital else []


def with_other_ids(table: str, record: Any, ids: Mapping[Id, Id]) -> Any:
    """Return *record* with other ids for itself and for what it names, as far as *ids* has them."""
    values = vars(record)
    changes: dict[str, Any] = {}
    for field in ("id", *REFERENCES.get(table, ())):
        value = values.get(field)
        if isinstance(value, tuple):
            after: Any = tuple(ids.get(each, each) for each in value)
        else:
            after = ids.get(value, value) if value is not None else None
        if after != value:
            changes[field] = after
    return record.replace(**changes) if changes else record
