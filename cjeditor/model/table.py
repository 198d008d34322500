"""The records of one kind by their ids, so that a changed table shares what did not change."""

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from functools import cached_property
from typing import Any, Final, Generic, TypeVar, overload

R = TypeVar("R")
D = TypeVar("D")

_CHANGES: Final = 16
_SHARE: Final = 256
"""A table takes so many changes, and one more for so many records, before it is copied."""


class Table(Mapping[str, R], Generic[R]):
    """Records by id: those of a dict that nobody changes, and what is different from it.

    A single record is found in the same time in tables of all sizes, and changed too; walking
    through all records makes a dict of them the first time.
    """

    def __init__(self, base: Mapping[str, R], changes: Mapping[str, R | None]) -> None:
        self._base = base
        self._changes = changes

    def __getitem__(self, key: str) -> R:
        if key not in self._changes:
            return self._base[key]
        record = self._changes[key]
        if record is None:
            raise KeyError(key)
        return record

    @overload
    def get(self, key: str, /) -> R | None: ...
    @overload
    def get(self, key: str, /, default: R | D) -> R | D: ...
    def get(self, key: str, /, default: Any = None) -> Any:
        if key not in self._changes:
            return self._base.get(key, default)
        record = self._changes[key]
        return default if record is None else record

    def __contains__(self, key: object) -> bool:
        if key in self._changes:
            return self._changes[key] is not None  # type: ignore[index]
        return key in self._base

    @cached_property
    def _length(self) -> int:
        there = sum(key in self._base for key in self._changes)
        return len(self._base) - there + sum(each is not None for each in self._changes.values())

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def keys(self) -> KeysView[str]:
        return self._all.keys()

    def values(self) -> ValuesView[R]:
        return self._all.values()

    def items(self) -> ItemsView[str, R]:
        return self._all.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return self._all == other
        if other._base is not self._base:
            return self._all == other._all
        return all(
            self.get(key) == other.get(key) for key in self._changes.keys() | other._changes.keys()
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Table({self._all!r})"

    @cached_property
    def _all(self) -> Mapping[str, R]:
        return _merged(self._base, self._changes) if self._changes else self._base

    def with_rows(self, rows: Mapping[str, R | None]) -> "Table[R]":
        """Return the table with some records added or exchanged; None takes one out."""
        self.__dict__.pop("_all", None)  # undo keeps this version: not with a whole dict in it
        changes = {**self._changes, **rows}
        if len(changes) <= _CHANGES + len(self._base) // _SHARE:
            return Table(self._base, changes)
        return Table(_merged(self._base, changes), {})


def with_rows(table: Mapping[str, R], rows: Mapping[str, R | None]) -> Table[R]:
    """Return *table* with some records added or exchanged; None takes one out."""
    return _table(table).with_rows(rows)


def _table(table: Mapping[str, R]) -> Table[R]:
    return table if isinstance(table, Table) else Table(table, {})


def _merged(base: Mapping[str, R], changes: Mapping[str, R | None]) -> dict[str, R]:
    found = dict(base)
    for key, record in changes.items():
        if record is None:
            found.pop(key, None)
        else:
            found[key] = record
    return found


def differing(before: Mapping[str, R], after: Mapping[str, R]) -> set[str]:
    """Return the keys under which the two do not hold the very same record.

    Of a table and what one edit made of it, only what differs is looked at.
    """
    return {key for key, _old, _new in differing_rows(before, after)}


def differing_rows(
    before: Mapping[str, R], after: Mapping[str, R]
) -> Iterator[tuple[str, R | None, R | None]]:
    """Yield each key of `differing` with both its records, None where there is none."""
    one, other = _table(before), _table(after)
    changed = one._changes.keys() | other._changes.keys()
    if one._base is not other._base:  # in order, so that records near in memory come together
        for key, new in other._base.items():
            old = one._base.get(key)
            if old is not new and key not in changed:
                yield key, old, new
        for key in one._base.keys() - other._base.keys() - changed:
            yield key, one._base[key], None
    for key in changed:
        if (old := one.get(key)) is not (row := other.get(key)):
            yield key, old, row
