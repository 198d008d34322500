"""Add the research behind cards."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.found import free
from cjeditor.edits.place import place
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
