"""Paste personas of another map with their empathy maps and pictures."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free
from cjeditor.edits.paste import at_home
from cjeditor.edits.place import place
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Picture


@dataclass(frozen=True, slots=True)
class PastePersonas:
    """Put personas after those that are there; evidence that is not on this map is left out.

    Attributes:
        personas, notes: Under ids that are not on the map.
        pictures: What the personas show; what is here already, or not needed, is left out.
        index: Their place among the personas; None means the last.
    """

    personas: tuple[Persona, ...]
    notes: tuple[EmpathyNote, ...] = ()
    pictures: tuple[Picture, ...] = ()
    index: int | None = None

    label = mark("Paste persona")

    def apply(self, journey: Map) -> Map:
        brought: tuple[Persona | EmpathyNote, ...] = (*self.personas, *self.notes)
        for each in brought:
            free(journey, each.id)
        if len({each.id for each in brought}) < len(brought):
            raise EditError(mark("Two of the personas have the same id."))
        shown = {each.picture for each in self.personas}
        new = [p for p in self.pictures if p.id in shown and journey.find(p.id) is None]
        after = journey.put(*new)
        personas = [at_home(after, "personas", each) for each in self.personas]
        after = after.put(*place(after.ordered_personas, self.index, personas))
        there = [note for note in self.notes if note.persona in after.personas]
        return after.put(*(at_home(after, "empathy_notes", note) for note in there))
