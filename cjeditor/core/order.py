"""Positions among siblings as fractional index strings.

A position is a string that sorts; between any two there is always a third. So an insert
changes one record, and two people can insert at once without renumbering.
"""

from collections.abc import Sequence
from typing import Annotated

from fractional_indexing import (
    FIError,
    generate_key_between,
    generate_n_keys_between,
    validate_order_key,
)
from pydantic import AfterValidator

FIRST = "a0"


def _checked(key: str) -> str:
    try:
        validate_order_key(key)
    except (FIError, IndexError, KeyError, ValueError) as error:
        raise ValueError(f"{key!r} is not a position") from error
    return key


Order = Annotated[str, AfterValidator(_checked)]
"""A position among siblings; compare as plain strings."""


def between(before: str | None, after: str | None) -> str:
    """Return a position after *before* and ahead of *after*; None means the end there."""
    return keys_between(before, after, 1)[0]


def keys_between(before: str | None, after: str | None, count: int) -> list[str]:
    """Return *count* rising positions after *before* and ahead of *after*.

    Two siblings may share a position after a merge; then there is no room between them
    and the new positions come right after *before*.
    """
    if before is not None and after is not None and before >= after:
        after = None
    if count == 1:
        return [generate_key_between(before, after)]
    keys: list[str] = generate_n_keys_between(before, after, count)
    return keys


def at(siblings: Sequence[str], index: int, count: int = 1) -> list[str]:
    """Return *count* positions that put new records at *index* among sorted *siblings*."""
    before = siblings[index - 1] if index > 0 else None
    after = next((key for key in siblings[index:] if before is None or key > before), None)
    return keys_between(before, after, count)
