"""Positions among siblings."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol, Self, TypeVar

from cjeditor.core.order import at, keys_between


class _Ordered(Protocol):
    @property
    def order(self) -> str: ...

    def replace(self, **changes: Any) -> Self: ...


R = TypeVar("R", bound=_Ordered)


def place(siblings: Sequence[R], index: int | None, records: Sequence[R]) -> list[R]:
    """Return *records* with positions that put them at *index* among *siblings*.

    Where siblings share a position (only a merge makes that) they get their own ones and
    are returned too. Records that stand right already keep their positions.

    Args:
        siblings: In order, without *records*.
        index: Numbers beyond either end mean that end; None means the last place.
    """
    index = len(siblings) if index is None else min(max(index, 0), len(siblings))
    if _rising([*siblings[:index], *records, *siblings[index:]]):
        return list(records)
    if _rising(siblings):
        orders = at([sibling.order for sibling in siblings], index, len(records))
        return _with_orders(records, orders)
    everyone = [*siblings[:index], *records, *siblings[index:]]
    return _with_orders(everyone, keys_between(None, None, len(everyone)))


def _rising(records: Sequence[_Ordered]) -> bool:
    return all(one.order < other.order for one, other in pairwise(records))


def _with_orders(records: Sequence[R], orders: Sequence[str]) -> list[R]:
    return [record.replace(order=order) for record, order in zip(records, orders, strict=True)]
