"""Keep a filter under a name."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free
from cjeditor.edits.place import place
from cjeditor.edits.valid import clean
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map
from cjeditor.model.records import SavedView


@dataclass(frozen=True, slots=True)
class SaveView:
    """Add *view* after all others, or put it in the place of the one with its id."""

    view: SavedView

    label = mark("Save view")

    def apply(self, journey: Map) -> Map:
        if faults_of(journey, self.view):
            raise EditError(mark("The view names a persona that is not on the map."))
        old = journey.views.get(self.view.id)
        if old is not None:
            return journey.put(clean(self.view.replace(order=old.order)))
        free(journey, self.view.id)
        return journey.put(*place(journey.ordered_views, None, [clean(self.view)]))
