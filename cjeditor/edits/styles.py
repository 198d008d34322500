"""Add card styles."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.edits.found import free
from cjeditor.edits.place import place
from cjeditor.edits.valid import clean
from cjeditor.kinds.card_style import CardStyle
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class AddStyle:
    """Add *style* after all others."""

    style: CardStyle

    label = mark("Add card style")

    def apply(self, journey: Map) -> Map:
        free(journey, self.style.id)
        return journey.put(*place(journey.ordered_styles, None, [clean(self.style)]))
