"""Add the research behind cards, and put it behind them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of, anywhere, free
from cjeditor.edits.place import place
from cjeditor.model.coverage import can_be_founded, sources_of
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Add *evidence* after all other."""

    evidence: Evidence

    label = mark("Add evidence")

    def apply(self, journey: Map) -> Map:
        free(journey, self.evidence.id)
        return journey.put(*place(journey.ordered_evidence, None, [self.evidence]))


@dataclass(frozen=True, slots=True)
class PutBehind:
    """Put sources behind records; of several sources a figure takes the first, its only one."""

    sources: tuple[Id, ...]
    records: tuple[Id, ...]

    label = mark("Put evidence behind")

    def apply(self, journey: Map) -> Map:
        sources = tuple(each.id for each in all_of(journey.evidence, self.sources))
        if not sources:
            return journey
        return _with_sources(
            journey, self.records, lambda old: old + tuple(s for s in sources if s not in old)
        )


@dataclass(frozen=True, slots=True)
class TakeAwayEvidence:
    """Take sources away from behind records."""

    sources: tuple[Id, ...]
    records: tuple[Id, ...]

    label = mark("Remove evidence")

    def apply(self, journey: Map) -> Map:
        return _with_sources(
            journey, self.records, lambda old: tuple(s for s in old if s not in self.sources)
        )


def _with_sources(
    journey: Map, ids: Iterable[Id], change: Callable[[tuple[Id, ...]], tuple[Id, ...]]
) -> Map:
    """Return the map with other sources behind records: what *change* makes of those now.

    Raises:
        EditError: A record is not there or can have none.
    """
    changed: list[Any] = []
    for record_id in dict.fromkeys(ids):
        record: Any = anywhere(journey, record_id)
        if not can_be_founded(type(record)):
            raise EditError(mark("No evidence can stand behind this."))
        old = sources_of(record)
        new = change(old)
        if isinstance(record.evidence, tuple):
            changed.append(record.replace(evidence=new))
        else:  # has room for one: what came last
            changed.append(record.replace(evidence=(new[len(old) :] or new or (None,))[0]))
    return journey.put(*changed)
