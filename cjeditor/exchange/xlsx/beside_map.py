"""What stands beside the map as tables: whys with their levels."""

from dataclasses import replace
from typing import TypeAlias

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import WHOLE, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.model.chains import chain_of, pain_points
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line
from cjeditor.model.whys import Why

Levelled: TypeAlias = tuple[int, Why]
"""An answer with its level; 1 stands right below the pain point."""


def whys_in_order(journey: Map) -> list[Levelled]:
    """Return every answer, the worst pain point's first, each before those below it."""
    return [each for card in pain_points(journey) for each in chain_of(journey, card.id).in_order()]


def whys_columns(journey: Map, words: Words, names: Names) -> list[Column]:
    """Return the columns of `whys_in_order`."""

    def text_of(card: str | None) -> str | None:
        return one_line(journey.cards[card].text) if card is not None else None

    return [
        Column("id", lambda row: row[1].id, hidden=True),
        Column("pain id", lambda row: row[1].pain, hidden=True),
        Column("parent id", lambda row: row[1].parent, hidden=True),
        Column(words("Pain point"), lambda row: text_of(row[1].pain), width=36),
        Column(words("Level"), lambda row: row[0], width=8, number=WHOLE),
        *(_of_why(column) for _, column in field_columns(Why, words, names)),
        Column("countermeasure id", lambda row: row[1].countermeasure, hidden=True),
        Column(words("Countermeasure"), lambda row: text_of(row[1].countermeasure), width=36),
    ]


def _of_why(column: Column) -> Column:
    """Return a column of whys as one of levelled whys."""
    value = column.value
    return replace(column, value=lambda row: value(row[1]))
