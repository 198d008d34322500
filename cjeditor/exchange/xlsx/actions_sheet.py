"""The `Actions` sheet: the opportunities as what is to be done, those that are due first."""

from datetime import date

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import ID_COLUMN, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.model.actions import to_do
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line
from cjeditor.model.priorities import QUADRANTS, pains_solved, quadrant_of


def actions_table(journey: Map, words: Words, names: Names) -> Table:
    """Return the table of all opportunities; a file has no today, so nothing is overdue in it."""
    fields = dict(field_columns(Opportunity, words, names))
    solved = pains_solved(journey)
    stages = {step.id: names.stages[step.stage] for step in journey.steps.values()}

    def quadrant(card: Opportunity) -> str | None:
        if card.impact is None or card.effort is None:
            return None
        return words(QUADRANTS[quadrant_of(card.impact, card.effort)])

    def solves(card: Opportunity) -> str | None:
        return "\n".join(one_line(pain.text) for pain in solved.get(card.id, ())) or None

    columns = [
        ID_COLUMN,
        fields["due"],
        fields["text"],
        fields["owner"],
        fields["status"],
        Column(words("Solves"), solves, width=44),
        fields["impact"],
        fields["effort"],
        Column(words("Quadrant"), quadrant, width=18),
        Column(words("Stage"), lambda card: stages[card.first_step], width=16),
        Column(words("Step"), lambda card: names.steps[card.first_step] or None, width=20),
    ]
    cards = [each.card for each in to_do(journey, date.min)]
    return tabulate("Actions", "tblActions", columns, cards)
