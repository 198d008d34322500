"""Ids of two maps told apart, before their records are put together.

The ids that the program makes never meet by chance. Files that were put together by hand, or
by another program, may use one for two things.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.model.map import TABLES, Map
from cjeditor.model.references import with_other_ids

_LONGEST: Final = 64 - 8
"""Characters of an id that a number is put behind."""


def free_id(stem: Id, maps: Iterable[Map]) -> Id:
    """Return *stem* with the first number behind it that makes it new in all *maps*.

    The same maps give the same id, in whatever order they come.
    """
    known = list(maps)
    number = 2
    while _is_used(made := f"{stem[:_LONGEST]}-{number}", known):
        number += 1
    return made


def _is_used(record_id: Id, maps: Iterable[Map]) -> bool:
    return any(record_id == each.id or each.find(record_id) is not None for each in maps)


def aligned(journey: Map, like: Map) -> Map:
    """Return *journey* with the id of the map *like*, and none of its records named so."""
    if journey.id == like.id:
        return journey
    taken = [like.id] if journey.find(like.id) is not None else []
    return _renamed(journey, {each: free_id(each, (journey, like)) for each in taken}).with_id(
        like.id
    )


def apart(base: Map, mine: Map, theirs: Map, ids: Iterable[Id]) -> tuple[Map, Map]:
    """Return *mine* and *theirs* with none of *ids* for a record of one table here, another there.

    Theirs gets another name, but for a picture, whose id says what it shows, and for what is
    still of the table that it was of in *base*, their common origin.
    """
    other: dict[Id, Id] = {}
    own: dict[Id, Id] = {}
    for record_id in sorted(set(ids)):
        one, two = _table(mine, record_id), _table(theirs, record_id)
        if one and two and one != two:
            renamed = own if two in ("pictures", _table(base, record_id)) else other
            renamed[record_id] = free_id(record_id, (mine, theirs))
    return _renamed(mine, own), _renamed(theirs, other)


def _table(journey: Map, record_id: Id) -> str:
    return next((name for name in TABLES if record_id in journey.table(name)), "")


def _renamed(journey: Map, ids: Mapping[Id, Id]) -> Map:
    """Return *journey* with other ids for some records, and for what names them."""
    if not ids:
        return journey
    changed = [
        (record, after)
        for name in TABLES
        for record in journey.table(name).values()
        if (after := with_other_ids(name, record, ids)) is not record
    ]
    return journey.drop(old.id for old, new in changed if old.id != new.id).put(
        *(new for _, new in changed)
    )
