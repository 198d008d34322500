"""Take over chosen changes into a map, or bring back what it was, as one edit.

    changes = compare(here, there)
    chosen = needed(changes, changes[3:4])      # with what comes along, to be shown
    session.do(TakeOver(chosen, there))
    session.do(bring_back(there, ["mood"]))     # a lane with its content, as it was there

The map that comes out is sound even if it has moved on since the comparison, and whatever was
chosen (see `mending`).
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from cjeditor.changes.compare import Change, compare
from cjeditor.changes.ids import aligned
from cjeditor.changes.mending import Rows, mended
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import Edit
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import Scope
from cjeditor.model.references import VITAL, named_in, vital_in

_HANGING: Final = tuple(table for table in VITAL if table not in ("steps", "cards"))
"""Tables whose records hang on others; what stands in stages, steps and lanes is no such thing."""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Make chosen records what they are in another map.

    Attributes:
        changes: What `compare` found, or some of it.
        source: The map that it was found in, as `after`.
    """

    changes: tuple[Change, ...]
    source: Map
    label: str = mark("Take over changes")

    def apply(self, journey: Map) -> Map:
        start, rows = journey, _no_rows()
        for change in self.changes:
            if isinstance(change.after, Scope):
                start = start.with_scope(change.after)
            else:
                rows[change.table][change.id] = change.after
        return mended(start, rows, [aligned(self.source, journey)])


@dataclass(frozen=True, slots=True)
class BringBack:
    """Make records, with what stands in them, what they were in another map.

    What stands in a lane, stage or step comes as it was there, wherever it is now. What hangs
    on a record (feelings, links, comments) comes back if the record was gone.

    Attributes:
        then: The other map. A record that it lacks goes, as if it were deleted.
        ids: Of records, or the map's own for its scope; None means everything.
    """

    then: Map
    ids: tuple[Id, ...] | None
    label: str = mark("Bring back")

    def apply(self, journey: Map) -> Map:
        then = aligned(self.then, journey)
        if self.ids is None:
            return journey if then == journey else then
        start = journey.with_scope(then.scope) if journey.id in self.ids else journey
        return mended(start, _as_then(journey, then, set(self.ids)), [then])


def bring_back(then: Map, ids: Iterable[Id] | None) -> Edit:
    """Return the edit that makes records what they were in *then*; None means the whole map."""
    return BringBack(then, None if ids is None else tuple(dict.fromkeys(ids)))


def needed(changes: Iterable[Change], chosen: Iterable[Change]) -> tuple[Change, ...]:
    """Return those of *changes* that are *chosen* or that the chosen ones need, in order.

    What is added needs whom it names, and a stage its steps; what is removed takes along what
    cannot do without it.
    """
    known = tuple(changes)
    web = _Web(known)
    found: set[tuple[str, Id]] = set()
    asked = list(chosen)
    while asked:
        change = asked.pop()
        if (change.table, change.id) not in found:
            found.add((change.table, change.id))
            asked += web.needed_by(change)
    return tuple(change for change in known if (change.table, change.id) in found)


class _Web:
    """Which changes hang together."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._of: dict[Id, list[Change]] = {}
        self._could_not_do_without: dict[Id, list[Change]] = {}
        self._into: dict[Id, list[Change]] = {}
        for change in changes:
            self._of.setdefault(change.id, []).append(change)
            for named in vital_in(change.table, change.before) if change.before is not None else ():
                self._could_not_do_without.setdefault(named, []).append(change)
            if change.table == "steps" and change.after is not None:
                self._into.setdefault(vars(change.after)["stage"], []).append(change)

    def needed_by(self, change: Change) -> Iterator[Change]:
        yield from self._of.get(change.id, ())
        if change.after is None:
            yield from self._could_not_do_without.get(change.id, ())
            return
        for _field, named in named_in(change.table, change.after):
            yield from (each for each in self._of.get(named, ()) if each.kind == "added")
        if change.table == "stages" and change.kind == "added":
            yield from self._into.get(change.id, ())


def _no_rows() -> Rows:
    return {name: {} for name in TABLES}


def _as_then(journey: Map, then: Map, ids: Collection[Id]) -> Rows:
    """Return the records of *ids*, what stands in them and what hung on them, as in *then*."""
    rows = _no_rows()
    for name in TABLES:
        here, there = journey.table(name), then.table(name)
        rows[name] = {each: there.get(each) for each in ids if each in here or each in there}
    for table, record in _standing_in(then, ids):
        rows[table][record.id] = record
    come = {key for own in rows.values() for key, record in own.items() if record is not None}
    come = {each for each in come if journey.find(each) is None}
    while _bring_hung(journey, then, rows, come):
        pass
    return rows


def _bring_hung(journey: Map, then: Map, rows: Rows, come: set[Id]) -> bool:
    """Add to *rows* and *come* what hung on what has come; tell whether anything did."""
    known = len(come)
    for table in _HANGING if come else ():
        for record in then.table(table).values():
            if record.id in come or record.id in journey.table(table):
                continue
            named = vital_in(table, record)
            hung = not come.isdisjoint(named)
            if hung and all(each in come or journey.find(each) is not None for each in named):
                rows[table][record.id] = record
                come.add(record.id)
    return len(come) > known


def _standing_in(journey: Map, ids: Collection[Id]) -> Iterator[tuple[str, Any]]:
    """Yield what stands in stages, steps and lanes: steps, cards and feelings."""
    if not any(
        each in journey.table(name) for each in ids for name in ("stages", "steps", "lanes")
    ):
        return
    steps = [step for step in journey.ordered_steps if step.id in ids or step.stage in ids]
    columns = {step.id for step in steps}
    yield from (("steps", step) for step in steps)
    for card in journey.cards.values():
        if card.lane in ids or card.first_step in columns or card.last_step in columns:
            yield "cards", card
    for emotion in journey.emotions.values():
        if emotion.step in columns:
            yield "emotions", emotion


def sharing(theirs: Map, mine: Map) -> Map:
    """Return a map equal to *theirs* that shares with *mine* every record that is the same.

    What is drawn of the one then serves for the other, as after an edit. It has the id of *mine*.
    """
    theirs = aligned(theirs, mine)
    rows: Rows = {}
    for change in compare(mine, theirs):
        if not isinstance(change.after or change.before, Scope):
            rows.setdefault(change.table, {})[change.id] = change.after
    return mine.with_rows(rows).with_scope(theirs.scope)
