"""Add personas."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free
from cjeditor.edits.place import place
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map
from cjeditor.model.records import Persona


@dataclass(frozen=True, slots=True)
class AddPersona:
    """Add *persona*; its position comes from *index*.

    Attributes:
        index: Its place among the personas; None means the last.
    """

    persona: Persona
    index: int | None = None

    label = mark("Add persona")

    def apply(self, journey: Map) -> Map:
        free(journey, self.persona.id)
        if faults_of(journey, self.persona):
            raise EditError(mark("The persona's picture is not on the map."))
        return journey.put(*place(journey.ordered_personas, self.index, [self.persona]))
