"""A damaged map: what of it is whole, and a list of what is not.

Every record is looked at by itself. What does not fit a record is left out field by field, a
record that hangs in the air is put where it can stand (`rescue`), and each such step is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails, to_json

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import new_id
from cjeditor.core.progress import Progress, no_progress, part_of
from cjeditor.core.words import mark
from cjeditor.files.cjm import SIZE_LIMIT, plain_values
from cjeditor.files.content import content_of
from cjeditor.files.errors import BadPicture, FileError, NotJson, NotOurs, TooMany
from cjeditor.files.header import FORMAT
from cjeditor.files.loss import Loss
from cjeditor.files.migrations import CURRENT, Json, migrate
from cjeditor.files.pictures import check
from cjeditor.files.rescue import rescued
from cjeditor.files.torn import NAMELESS, RESCUED, torn
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.model.map import TABLES, Map
from cjeditor.model.problems import problem_of
from cjeditor.model.records import Picture, Scope

_TRIES: Final = 4
"""Rounds in which fields of one record are left out until the rest fits."""

_ENOUGH: Final = 5
"""Tables by which a file is known for ours."""

LINES_LIMIT: Final = 500_000
"""Lines of a file in which something is looked for; 20,000 cards take about 30,000."""

RECORDS_LIMIT: Final = 200_000
"""Records of a file that are looked at one by one."""

MOST_LOSSES: Final = 1_000
"""Losses that are told one by one; nobody reads more."""

_NAMELESS_LIMIT: Final = 50_000
"""Records without a table that are tried with each."""

_HEAD: Final = frozenset({"format", "version", "id", "scope"})

_HANGING: Final = frozenset({"id", "lane", "first_step", "last_step", "stage", "about"})
"""Fields in whose place a name of nothing does: `rescue` finds a place for the record."""

_RECORDS: Final[Mapping[str, Mapping[str, type[Frozen]]]] = {
    "cards": {kind.name: kind.record for kind in CARD_KINDS},
    "lanes": {kind.name: kind.record for kind in LANE_KINDS},
}
"""Table → kind → class, where a table has several."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A map out of a file that cannot be opened as it stands.

    Attributes:
        journey: A sound map.
        losses: What is not in it as it stood in the file.
        newer: The version of a file that a newer program wrote; None for a damaged one.
    """

    journey: Map
    losses: tuple[Loss, ...]
    newer: int | None = None


def salvage_file(path: Path, progress: Progress = no_progress) -> Salvaged:
    """Return what can be taken of the file at *path*, as `salvage` does.

    Raises:
        FileError: It cannot be read, is not one of ours, or nothing in it is whole.
        Cancelled: *progress* said so.
    """
    try:
        return salvage(content_of(path, SIZE_LIMIT), progress)
    except FileError as error:
        error.path = path
        raise


def salvage(content: bytes, progress: Progress = no_progress) -> Salvaged:
    """Return what can be taken of a file that `cjm.loads` refuses.

    Raises:
        FileError: It is not one of ours, too large, or nothing in it is whole.
        Cancelled: *progress* said so.
    """
    if content.count(b"\n") > LINES_LIMIT:
        raise TooMany(LINES_LIMIT)
    plain, losses = _plain(content)
    if sum(len(rows) for rows in plain.values() if isinstance(rows, list)) > RECORDS_LIMIT:
        raise TooMany(RECORDS_LIMIT)
    version = plain.get("version")
    newer = version if isinstance(version, int) and version > CURRENT else None
    plain, told = _current(plain, version)
    losses += told
    losses += _sort_in(plain)
    tables = {}
    for number, name in enumerate(TABLES):
        part = part_of(progress, number / len(TABLES), (number + 1) / len(TABLES))
        tables[name] = list(_records(name, plain.get(name), losses, part))
    if not any(tables[name] for name in ("stages", "lanes", "cards", "personas")):
        raise NotOurs
    scope = next(_fitting(Scope, plain.get("scope"), "scope", losses), Scope())
    journey, moved = rescued(str(plain.get("id", "")), scope, tables, plain.get(RESCUED, ()))
    return Salvaged(journey, _told([*losses, *moved]), newer)


def _told(losses: list[Loss]) -> tuple[Loss, ...]:
    """Return the first losses, and how many more there are."""
    more = len(losses) - MOST_LOSSES
    if more <= 0:
        return tuple(losses)
    last = Loss(mark("And {count} more remarks."), {"count": str(more)}, count=more)
    return (*losses[:MOST_LOSSES], last)


def _plain(content: bytes) -> tuple[Json, list[Loss]]:
    """Return the file's plain values.

    Raises:
        FileError: It is not one of ours.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    losses: list[Loss] = []
    try:
        plain = plain_values(content)
    except NotJson as error:
        plain, losses = torn(content)
        if not _is_ours(plain):
            raise error from None
    if not _is_ours(plain):
        raise NotOurs
    return plain, losses


def _is_ours(plain: Json) -> bool:
    """Tell whether a file says that it is ours, or looks like one although it does not."""
    return plain.get("format") == FORMAT or len(plain.keys() & TABLES.keys()) >= _ENOUGH


def _current(plain: Json, version: object) -> tuple[Json, list[Loss]]:
    """Return the content of an older file as the current version has it."""
    if not isinstance(version, int) or not 1 <= version < CURRENT:
        return plain, []
    try:
        return dict(migrate(plain, version)), []
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return plain, [Loss(mark("The file is of an older version, which could not be followed."))]


def _sort_in(plain: Json) -> Iterator[Loss]:
    """Put records of a table whose name is lost into the table that they fit; tell the rest."""
    unknown = mark("{field} is a field that this version of the program does not know.")
    for field in sorted(plain.keys() - TABLES.keys() - _HEAD - {RESCUED}):
        rows = plain.pop(field)
        fitting = 0
        for row in rows[:_NAMELESS_LIMIT] if isinstance(rows, list) else ():
            name = next((name for name in TABLES if _fits(name, row)), None)
            if name is not None and isinstance(plain.setdefault(name, []), list):
                plain[name].append(row)
                fitting += 1
        if field != NAMELESS or fitting < len(rows):
            yield Loss(unknown, {"field": field[:60]})


def _fits(table: str, row: Any) -> bool:
    if not isinstance(row, dict):
        return False
    kind = row.get("kind")
    record: Any = _RECORDS.get(table, {}).get(str(kind), TABLES[table])
    try:
        record.model_validate_json(to_json(row))
    except ValueError:
        return False
    return True


def _records(table: str, rows: object, losses: list[Loss], progress: Progress) -> Iterator[Frozen]:
    """Yield the records of a table, each with what of it fits."""
    if rows is None:
        return
    if not isinstance(rows, list):
        losses.append(Loss(mark("{field} must be a list."), {"field": table}))
        return
    for number, row in enumerate(rows, 1):
        progress(number / len(rows))
        place = f"{table} {row.get('id', '')}"[:80].rstrip() if isinstance(row, dict) else table
        kind = _class_of(table, row, place, losses)
        for record in _fitting(kind, row, place, losses):
            if not isinstance(record, Picture) or _is_true(record, place, losses):
                yield record


def _class_of(table: str, row: Any, place: str, losses: list[Loss]) -> type[Frozen]:
    """Return the class of a record; cards and lanes of an unknown kind become the plainest."""
    known = _RECORDS.get(table, {})
    if not known or not isinstance(row, dict):
        return TABLES[table]
    kind = row.get("kind")
    if isinstance(kind, str) and kind in known:
        return known[kind]
    plainest = "note" if table == "cards" else "cards"
    reason = mark("The kind “{tag}” is unknown; it has become a plain one.")
    losses.append(Loss(reason, {"tag": str(kind)[:60]}, place))
    row["kind"] = plainest
    return known[plainest]


def _fitting(kind: type[Any], row: Any, place: str, losses: list[Loss]) -> Iterator[Any]:
    """Yield the record that *row* makes without what does not fit; none if nothing does."""
    if row is None:
        return
    if not isinstance(row, dict):
        losses.append(Loss(mark("This record cannot be read."), {}, place))
        return
    told: list[Loss] = []
    for _ in range(_TRIES):
        try:
            record = kind.model_validate_json(to_json(row))
        except ValidationError as error:
            if not _mend(row, kind, error.errors(), place, told):
                break
        except ValueError:  # a text that is no text, as a lone surrogate
            break
        else:
            losses += told
            yield record
            return
    losses.append(Loss(mark("This record cannot be read."), {}, place))


def _mend(
    row: Json, kind: type[Frozen], errors: Iterable[ErrorDetails], place: str, told: list[Loss]
) -> bool:
    """Take out of *row* what does not fit; return whether the rest may."""
    for error in errors:
        name = str(error["loc"][0]) if error["loc"] else ""
        field = kind.model_fields.get(name)
        if field is not None and field.is_required():
            if name not in _HANGING:
                return False
            row[name] = row.get("first_step", new_id()) if name == "last_step" else new_id()
        elif error["type"] == "string_too_long" and isinstance(row.get(name), str):
            row[name] = row[name][: error["ctx"]["max_length"]]
        elif name in row:
            del row[name]
        else:
            return False
        problem = problem_of(error)
        told.append(Loss(problem.reason, {"field": name, **problem.values}, place))
    return True


def _is_true(picture: Picture, place: str, losses: list[Loss]) -> bool:
    try:
        check(picture)
    except BadPicture as error:
        losses.append(Loss(error.reason, error.values, place))
        return False
    return True
