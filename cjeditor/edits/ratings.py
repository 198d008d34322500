"""Say what opportunities are worth and what they cost."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of
from cjeditor.edits.valid import changed
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class RateOpportunities:
    """Set impact and effort of opportunities, from 1 to 5; None takes the rating away."""

    cards: tuple[Id, ...]
    impact: int | None
    effort: int | None

    label = mark("Rate impact and effort")

    def apply(self, journey: Map) -> Map:
        cards = all_of(journey.cards, self.cards)
        if not all(isinstance(card, Opportunity) for card in cards):
            raise EditError(mark("Only opportunities have an impact and an effort."))
        rated = (changed(card, "impact", self.impact) for card in cards)
        return journey.put(*(changed(card, "effort", self.effort) for card in rated))
