"""The `Evidence` sheet: every source in a row, and how many cards it stands behind."""

from typing import Any

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import ID_COLUMN, WHOLE, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.kinds.card import Card
from cjeditor.model.coverage import backed
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence


def evidence_table(journey: Map, words: Words, names: Names) -> Table:
    """Return the table of all sources in their order."""
    behind = backed(journey)

    def cards(source: Any) -> int:
        return sum(isinstance(each, Card) for each in behind.get(source.id, ()))

    columns = [
        ID_COLUMN,
        *(column for _, column in field_columns(Evidence, words, names)),
        Column(words("Cards behind"), cards, width=12, number=WHOLE),
    ]
    return tabulate("Evidence", "tblEvidence", columns, journey.ordered_evidence)
