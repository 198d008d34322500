"""Say what the map is about."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.valid import changed
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class SetScope:
    """Set one field of the scope."""

    field: str
    value: object

    label = mark("Change scope")

    def apply(self, journey: Map) -> Map:
        return journey.with_scope(changed(journey.scope, self.field, self.value))
