"""The journal: what every edit has changed, one line for each, at the end of a file that grows.

A line is the length of its body in bytes and the body's CRC-32, both as eight hexadecimal
digits, and the body: the number of the entry and a JSON object. The object has, by table, the
records as they are since the edit, the ids of those that are gone, the scope if it has
changed, and whether it is a draft: what the text that is being typed would make of the map.

Numbers rise by one. An entry that is torn, or does not follow on the one before, ends the
journal: what stands there was not finished when the program or the computer stopped.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, Final

from pydantic import ValidationError, create_model
from pydantic_core import to_json

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.files.cjm import PARTS_LIMIT, SIZE_LIMIT, line
from cjeditor.files.content import refuse_bombs
from cjeditor.files.document import Document
from cjeditor.files.errors import TooMany
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import Scope
from cjeditor.model.table import differing

ENTRIES_LIMIT: Final = 50_000
"""Entries of a journal that are read; a checkpoint is made after two thousand."""

_HEAD: Final = re.compile(rb"([0-9a-f]{8}) ([0-9a-f]{8}) ")
_NUMBER: Final = re.compile(rb"(\d{1,15}) ")


class _Change(Frozen):
    """What an entry says; the records of each table come with `_Entry`."""

    drop: tuple[Id, ...] = ()
    scope: Scope | None = None
    draft: bool = False


_Entry: Final = create_model(
    "_Entry",
    __base__=_Change,
    **{name: (Document.model_fields[name].annotation, ()) for name in TABLES},  # type: ignore[call-overload]
)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a journal makes of a map.

    Attributes:
        journey: The map after the last whole edit.
        revision: Number of that edit; the map's own where there is none.
        draft: The map with the text that was being typed; None if nothing was.
        torn: Bytes at the end that are passed over.
    """

    journey: Map
    revision: int
    draft: Map | None = None
    torn: int = 0


def entry(revision: int, before: Map, after: Map, draft: bool = False) -> bytes:
    """Return the line that says what is different between two states of one map.

    Args:
        revision: Number of the entry.
        draft: Whether *after* is only what the text being typed would make of *before*; the
            next entry takes its place. A draft without a difference says that nothing is typed.
    """
    parts: list[bytes] = []
    gone: list[Id] = []
    for name in TABLES:
        one, other = before.table(name), after.table(name)
        if one is other:
            continue
        touched = sorted(differing(one, other))
        gone += (each for each in touched if each not in other)
        lines = [line(other[each]) for each in touched if each in other]
        if lines:
            parts.append(to_json(name) + b":[" + b",".join(lines) + b"]")
    if gone:
        parts.append(b'"drop":' + to_json(gone))
    if before.scope is not after.scope:
        parts.append(b'"scope":' + line(after.scope))
    if draft:
        parts.append(b'"draft":true')
    body = b"%d {%s}" % (revision, b",".join(parts))
    return b"%08x %08x %s\n" % (len(body), zlib.crc32(body), body)


def replay(base: Map, base_revision: int, content: bytes, *, is_whole: bool = True) -> Replayed:
    """Return what a journal with *content* makes of *base*.

    Entries up to *base_revision* are in *base* already and are passed over. If what comes out
    does not fit together, the last state that does is taken.

    Args:
        is_whole: Whether *base* is the map that the journal was begun on. Where parts of it are
            lost, the last state is returned even if it does not fit together.
    """
    states = [Replayed(base, base_revision, torn=len(content))]
    latest = base_revision
    for number, change, end in islice(_entries(content), ENTRIES_LIMIT):
        now = replace(states[-1], torn=len(content) - end)
        if number <= base_revision:
            states = [now]
            continue
        if number != latest + 1:
            break
        latest = number
        made = _changed(now.journey, change)
        if not change.draft:
            now = replace(now, journey=made, revision=number, draft=None)
        else:
            now = replace(now, draft=None if made is now.journey else made)
        states.append(now)
    return _last_sound(states) if is_whole else states[-1]


def _entries(content: bytes) -> Iterator[tuple[int, Any, int]]:
    """Yield number, change and end of each entry, until one is not whole."""
    at = 0
    while head := _HEAD.match(content, at):
        length, begin = int(head[1], 16), head.end()
        end = begin + length + 1
        if length > SIZE_LIMIT or content[end - 1 : end] != b"\n":
            return
        body = content[begin : end - 1]
        number = _NUMBER.match(body)
        if zlib.crc32(body) != int(head[2], 16) or number is None:
            return
        try:
            refuse_bombs(body, SIZE_LIMIT, PARTS_LIMIT)
            change = _Entry.model_validate_json(body[number.end() :])
        except (ValidationError, TooMany):  # another version of the program wrote it
            return
        yield int(number[1]), change, end
        at = end


def _changed(journey: Map, change: Any) -> Map:
    """Return *journey* after a change; the very same if nothing is different."""
    records: Iterable[Any] = chain.from_iterable(getattr(change, name) for name in TABLES)
    made = journey.drop(change.drop).put(*records)
    return made if change.scope is None else made.with_scope(change.scope)


def _last_sound(states: list[Replayed]) -> Replayed:
    """Return the last state that fits together, or one shortly before that does.

    The program makes no others; so it is looked for in strides that grow, then between them.
    """
    if _is_sound(states[-1]):
        return states[-1]
    bad, stride = len(states) - 1, 1
    good = max(bad - stride, 0)
    while good and not _is_sound(states[good]):
        bad, stride = good, stride * 2
        good = max(bad - stride, 0)
    while bad - good > 1:
        middle = (good + bad) // 2
        if _is_sound(states[middle]):
            good = middle
        else:
            bad = middle
    return states[good]


def _is_sound(state: Replayed) -> bool:
    return not faults(state.journey) and (state.draft is None or not faults(state.draft))
