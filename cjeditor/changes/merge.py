"""Two maps that grew from one, joined: what each changed is kept.

Record by record, and within a record field by field. Where both changed the same field, or one
changed what the other removed, there is a clash; it stands as in *mine* until it is resolved.
Positions are fractional, so what both put in stays where each of them put it. What one side
removed and the other newly names, as a lane with a new card in it, is kept.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cjeditor.changes.compare import SCOPE, Change, compare
from cjeditor.changes.ids import aligned, apart
from cjeditor.changes.mending import Rows, mended
from cjeditor.core.ids import Id
from cjeditor.model.map import TABLES, Map
from cjeditor.model.references import named_in

Key = tuple[str, Id, str | None]
Part = tuple[str, ...]
"""Fields that are taken from the same side; the first names them."""

Records = tuple[Any, Any, Any]
"""As in base, mine and theirs; None where it is not there."""

_TOGETHER: Final[Mapping[str, Part]] = {
    "cards": ("lane", "first_step", "last_step", "order"),
    "steps": ("stage", "order"),
    "emotions": ("step", "card", "order"),
}
"""By table: where a record stands. Half of one place and half of another is no place."""

_NOTHING: Final = object()


@dataclass(frozen=True, slots=True)
class Clash:
    """What the two sides do not agree on.

    Attributes:
        table: One of `TABLES`, or `SCOPE`.
        field: None where one side removed the record and the other changed it. "lane" of a
            card, "stage" of a step and "step" of a feeling mean its whole place, with a
            value of several; "kind" also means what only records of one of the kinds have.
        base, mine, theirs: Values of the field; with field None the records. None stands for
            what is not there.
    """

    table: str
    id: Id
    field: str | None
    base: Any
    mine: Any
    theirs: Any

    @property
    def key(self) -> Key:
        """Which clash it is, of those of one merge."""
        return self.table, self.id, self.field


@dataclass(frozen=True, slots=True)
class Merge:
    """Two maps joined.

    Attributes:
        journey: With every clash as in *mine*.
        clashes: In reading order.
        from_theirs: What is different in *journey* from *mine*.
        mine, theirs: What was joined, with the id of *mine*.
        own, others: What is different in *mine* and in *theirs* from their common origin.
    """

    journey: Map
    clashes: tuple[Clash, ...]
    from_theirs: tuple[Change, ...]
    mine: Map
    theirs: Map
    own: tuple[Change, ...]
    others: tuple[Change, ...]


def merge(base: Map, mine: Map, theirs: Map) -> Merge:
    """Join *mine* and *theirs*, which both grew from *base*.

    Without a common origin *base* is an empty map: then whatever both have, and have not the
    same, clashes.
    """
    base, theirs = aligned(base, mine), aligned(theirs, mine)
    own, others = compare(base, mine), compare(base, theirs)
    one, other = apart(base, mine, theirs, _contested(base, own, others))
    if one is not mine or other is not theirs:
        return merge(base, one, other)
    work = _Joined(mine, theirs, own, others)
    journey = work.made()
    clashes = tuple(work.clashes)
    return Merge(journey, clashes, compare(mine, journey), mine, theirs, own, others)


def _contested(base: Map, own: Sequence[Change], others: Sequence[Change]) -> set[Id]:
    """Return the ids that might name one thing here and another one there.

    They are new, or of what one side has turned into something else (a card into a note) while
    the other went on with it.
    """
    came = [{each.id for each in side if each.kind == "added"} for side in (own, others)]
    new = {each for each in came[0] | came[1] if base.find(each) is None}
    return new | (came[0] & _touched(others)) | (came[1] & _touched(own))


def _touched(changes: Iterable[Change]) -> set[Id]:
    """Return the ids of what changes are about and of what they name."""
    named = (
        each
        for change in changes
        if change.table != SCOPE and change.after is not None
        for _field, each in named_in(change.table, change.after)
    )
    return {change.id for change in changes} | set(named)


def resolved(merged: Merge, theirs: Collection[Clash]) -> Map:
    """Return the merged map with the clashes *theirs* decided for them, the others for mine."""
    keys = frozenset(clash.key for clash in theirs)
    return _Joined(merged.mine, merged.theirs, merged.own, merged.others, keys).made()


class _Joined:
    """The work of one merge; *for_theirs* are the clashes decided for them."""

    def __init__(
        self,
        mine: Map,
        theirs: Map,
        own: Iterable[Change],
        others: Iterable[Change],
        for_theirs: Collection[Key] = (),
    ) -> None:
        self._mine, self._theirs = mine, theirs
        self._own = {(change.table, change.id): change for change in own}
        self._others = others
        self._for_theirs = for_theirs
        self.clashes: list[Clash] = []

    def made(self) -> Map:
        start, rows = self._mine, Rows({name: {} for name in TABLES})
        for change in self._others:
            own = self._own.get((change.table, change.id))
            record: Any = change.after if own is None else self._joined(own, change)
            if change.table == SCOPE:
                start = start.with_scope(record)
            else:
                rows[change.table][change.id] = record
        return mended(start, rows, [self._mine, self._theirs])

    def _joined(self, mine: Change, theirs: Change) -> Any:
        """Return the record that both sides changed, with both changes."""
        base, one, other = mine.before, mine.after, theirs.after
        if one == other:
            return one
        if one is None or other is None:
            return self._decide(mine, None, (base, one, other))
        sides: dict[str, Any] = {}
        for part in _parts(mine.table, (base, one, other)):
            sides |= dict.fromkeys(part, self._side(mine, part, (base, one, other)))
        return _put_together(sides, one)

    def _side(self, change: Change, part: Part, records: Records) -> Any:
        """Return the record of the two that the fields of *part* are taken from."""
        base, mine, theirs = (_values(each, part) for each in records)
        if theirs in (mine, base):
            return records[1]
        return records[2] if mine == base else self._decide(change, part, records)

    def _decide(self, change: Change, part: Part | None, records: Records) -> Any:
        """Note a clash and return the record that it is decided for."""
        values = records if part is None else tuple(_shown(each, part) for each in records)
        clash = Clash(change.table, change.id, None if part is None else part[0], *values)
        self.clashes.append(clash)
        return records[2] if clash.key in self._for_theirs else records[1]


def _parts(table: str, records: Records) -> Iterator[Part]:
    """Yield the fields that both sides have, those together that mean nothing alone.

    Of records of different kinds the kind comes first, and with it what only one of them has.
    """
    fields = [vars(each).keys() for each in records if each is not None]
    shared = set.intersection(*map(set, fields))
    together = [_TOGETHER.get(table, ())]
    if len({type(each) for each in records if each is not None}) > 1:
        own = {name: None for names in fields for name in names if name not in shared}
        together.append(("kind", "extras", *own))
    joined = {name for part in together for name in part}
    yield from (part for part in together if part)
    yield from ((name,) for name in fields[-1] if name in shared and name not in joined)


def _values(record: Any, part: Part) -> Any:
    """Return what a record has in those fields; what is not there is like nothing else."""
    values = {} if record is None else vars(record)
    return [values.get(name, _NOTHING) for name in part]


def _shown(record: Any, part: Part) -> Any:
    if record is None:
        return None
    values = vars(record)
    one = len(part) == 1 or part[0] == "kind"
    return values[part[0]] if one else tuple(values[name] for name in part)


def _put_together(sides: Mapping[str, Any], mine: Any) -> Any:
    """Return a record with each field from one of two records, and of the kind of its `kind`."""
    record = sides.get("kind", mine)
    has = vars(record)
    changes = {
        name: vars(side)[name]
        for name, side in sides.items()
        if name in has and vars(side)[name] != has[name]
    }
    return record.replace(**changes) if changes else record
