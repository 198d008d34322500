"""What an edit did to the parts of the map, and of what stands beside it, that are to be seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.model.map import Map
from cjeditor.model.table import differing

_TABLES: Final = (
    "stages", "lanes", "steps", "personas", "evidence", "cards", "emotions", "metrics",
    "empathy_notes", "whys", "flows", "flow_nodes",
)  # fmt: skip
"""What is told first stands first: a stage goes with all that it holds."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids by table; tables without are left out.

    Attributes:
        gone, come: Records of the map before and of the map after.
        altered: Records of both that are not the same.
    """

    gone: Mapping[str, tuple[Id, ...]]
    come: Mapping[str, tuple[Id, ...]]
    altered: Mapping[str, tuple[Id, ...]]

    @property
    def gone_ids(self) -> frozenset[Id]:
        return _all(self.gone)

    @property
    def come_ids(self) -> frozenset[Id]:
        return _all(self.come)

    @property
    def altered_ids(self) -> frozenset[Id]:
        return _all(self.altered)


def _all(tables: Mapping[str, tuple[Id, ...]]) -> frozenset[Id]:
    return frozenset(each for ids in tables.values() for each in ids)


def changes_of(before: Map, after: Map) -> Changes:
    """Return what is different; the cost is that of the tables that are."""
    gone: dict[str, tuple[Id, ...]] = {}
    come: dict[str, tuple[Id, ...]] = {}
    altered: dict[str, tuple[Id, ...]] = {}
    for name in _TABLES:
        old, new = before.table(name), after.table(name)
        keys = sorted(differing(old, new)) if old is not new else ()
        for found, wanted in (
            (gone, [key for key in keys if key not in new]),
            (come, [key for key in keys if key not in old]),
            (altered, [key for key in keys if key in old and key in new]),
        ):
            if wanted:
                found[name] = tuple(wanted)
    return Changes(gone, come, altered)


def lanes_of(changes: Changes, before: Map, after: Map) -> frozenset[Id]:
    """Return the lanes that have lost, got or kept cards that changed."""
    old = (*changes.gone.get("cards", ()), *changes.altered.get("cards", ()))
    new = (*changes.come.get("cards", ()), *changes.altered.get("cards", ()))
    return frozenset((*(before.cards[i].lane for i in old), *(after.cards[i].lane for i in new)))
