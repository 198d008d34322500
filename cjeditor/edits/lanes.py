"""Add and move lanes."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of, free
from cjeditor.edits.place import place
from cjeditor.kinds.lane import Lane
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class AddLane:
    """Add *lane*; its position comes from *index*.

    Attributes:
        index: Its place among the lanes from the top; None means the last.
    """

    lane: Lane
    index: int | None = None

    label = mark("Add lane")

    def apply(self, journey: Map) -> Map:
        free(journey, self.lane.id)
        if faults_of(journey, self.lane):
            raise EditError(mark("The lane is for a kind of card that does not exist."))
        return journey.put(*place(journey.ordered_lanes, self.index, [self.lane]))


@dataclass(frozen=True, slots=True)
class MoveLanes:
    """Move lanes with all that stands in them.

    Attributes:
        index: Their place among the lanes that stay.
    """

    ids: tuple[Id, ...]
    index: int | None

    label = mark("Move lane")

    def apply(self, journey: Map) -> Map:
        all_of(journey.lanes, self.ids)
        stay = [lane for lane in journey.ordered_lanes if lane.id not in self.ids]
        moved = [lane for lane in journey.ordered_lanes if lane.id in self.ids]
        return journey.put(*place(stay, self.index, moved))
