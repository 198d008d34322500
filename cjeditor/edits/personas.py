"""Add and move personas."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of, free
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


@dataclass(frozen=True, slots=True)
class MovePersonas:
    """Give personas another place in their order.

    Attributes:
        index: Their place among the personas that stay.
    """

    ids: tuple[Id, ...]
    index: int | None

    label = mark("Move persona")

    def apply(self, journey: Map) -> Map:
        all_of(journey.personas, self.ids)
        stay = [each for each in journey.ordered_personas if each.id not in self.ids]
        moved = [each for each in journey.ordered_personas if each.id in self.ids]
        return journey.put(*place(stay, self.index, moved))
