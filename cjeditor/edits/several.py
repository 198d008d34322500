"""Several edits as one."""

from dataclasses import dataclass

from cjeditor.edits.edit import Edit
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Several:
    """Do *edits* one after the other, as one step for the user."""

    edits: tuple[Edit, ...]
    label: str

    def apply(self, journey: Map) -> Map:
        for edit in self.edits:
            journey = edit.apply(journey)
        return journey
