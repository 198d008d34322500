"""Open, collapse and hide lanes and stages, and lock them or the whole map."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import anywhere
from cjeditor.kinds.fields import Lock, Shown
from cjeditor.kinds.lane import Lane
from cjeditor.model.map import Map
from cjeditor.model.records import Stage

_SHOWING: Final[Mapping[Shown, str]] = {
    "open": mark("Show"),
    "collapsed": mark("Collapse"),
    "hidden": mark("Hide"),
}
_NEITHER: Final = mark("Only lanes, stages and the map can be locked.")
_NOT_SHOWN: Final = mark("Only lanes and stages can be collapsed or hidden.")


@dataclass(frozen=True, slots=True)
class Show:
    """Show lanes and stages open, collapsed or not at all; nothing in them changes."""

    ids: tuple[Id, ...]
    shown: Shown

    @property
    def label(self) -> str:
        return _SHOWING[self.shown]

    def apply(self, journey: Map) -> Map:
        places = [_place(journey, each, _NOT_SHOWN) for each in self.ids]
        return journey.put(*(place.replace(shown=self.shown) for place in places))


@dataclass(frozen=True, slots=True)
class SetLock:
    """Lock lanes, stages or, by its own id, the whole map; or unlock them."""

    ids: tuple[Id, ...]
    lock: Lock

    @property
    def label(self) -> str:
        return mark("Unlock") if self.lock == "none" else mark("Lock")

    def apply(self, journey: Map) -> Map:
        places = [_place(journey, each, _NEITHER) for each in self.ids if each != journey.id]
        after = journey.put(*(place.replace(lock=self.lock) for place in places))
        if journey.id in self.ids:
            after = after.with_scope(journey.scope.replace(lock=self.lock))
        return after


def _place(journey: Map, element: Id, reason: str) -> Lane | Stage:
    record = anywhere(journey, element)
    if not isinstance(record, Lane | Stage):
        raise EditError(reason)
    return record
