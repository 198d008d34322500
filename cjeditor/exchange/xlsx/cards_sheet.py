"""The `Cards` sheet: every card in a row, with every field that it has."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import ID_COLUMN, WHOLE, Column, field_column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.page import Cell, Tinted
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import CARD_KINDS, kind_of_card
from cjeditor.model.map import Map

_FIRST: Final = ("text", "detail", "personas")
_LAST: Final = ("extras",)
_ORDER_BOUNDS: Final = (1, 1_000_000)


def cards_table(journey: Map, words: Words, names: Names) -> Table:
    """Return the table of all cards, stage by stage, each from the top lane down."""
    column = journey.column_of
    lane = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}
    place = {
        card.id: number
        for row in journey.cells.values()
        for cell in row.values()
        for number, card in enumerate(cell, 1)
    }
    cards = sorted(
        journey.cards.values(),
        key=lambda card: (column[card.first_step], lane[card.lane], place[card.id]),
    )
    columns = [
        ID_COLUMN,
        *_place_columns(journey, words, names, place),
        *_content_columns(journey, words, names),
    ]
    return tabulate("Cards", "tblCards", columns, cards)


def _place_columns(
    journey: Map, words: Words, names: Names, place: dict[str, int]
) -> Iterator[Column]:
    stage = {step.id: names.stages[step.stage] for step in journey.steps.values()}
    yield Column(
        words("Stage"), lambda card: stage[card.first_step], width=16, choices="lst_stages"
    )
    yield Column(
        words("Step"),
        lambda card: names.steps[card.first_step] or None,
        width=20,
        choices="lst_steps",
    )
    yield Column(words("Lane"), lambda card: names.lanes[card.lane], width=18, choices="lst_lanes")
    yield Column(
        words("Order"), lambda card: place[card.id], width=8, bounds=_ORDER_BOUNDS, number=WHOLE
    )
    yield Column(words("Type"), _type_of(words), width=18, choices="lst_types")


def _content_columns(journey: Map, words: Words, names: Names) -> Iterator[Column]:
    common = dict(field_columns(Card, words, names))
    lists = {"personas": "lst_personas", "evidence": "lst_evidence"}
    for name, list_name in lists.items():
        common[name] = replace(common[name], choices=list_name)
    yield from (common.pop(name) for name in _FIRST)
    last = [common.pop(name) for name in _LAST]
    yield from _own_columns(words, names)
    del common["picture"]
    yield from common.values()
    yield Column(words("Last step"), _last_step(journey, names), width=15, choices="lst_steps")
    yield from last


def _own_columns(words: Words, names: Names) -> Iterator[Column]:
    """Yield the columns that the kinds add; kinds that share a header share its column."""
    found: dict[str, tuple[Column, dict[str, Callable[[Any], Cell]]]] = {}
    for kind in CARD_KINDS:
        for own in kind.columns:
            field = kind.record.model_fields[own.field]
            made = field_column(own.field, field, words(own.header), words, names)
            _, values = found.setdefault(own.header, (made, {}))
            values[kind.name] = made.value
    for made, values in found.values():
        yield replace(made, value=_by_kind(values))


def _by_kind(values: dict[str, Callable[[Any], Cell]]) -> Callable[[Any], Cell]:
    def value(card: Card) -> Cell:
        own = values.get(card.kind)
        return own(card) if own else None

    return value


def _type_of(words: Words) -> Callable[[Card], Cell]:
    shown = {kind.name: Tinted(words(kind.label), kind.tint, kind.full) for kind in CARD_KINDS}
    return lambda card: shown[kind_of_card(card).name]


def _last_step(journey: Map, names: Names) -> Callable[[Card], Cell]:
    stage = {step.id: names.stages[step.stage] for step in journey.steps.values()}

    def value(card: Card) -> Cell:
        last = card.last_step
        return None if last == card.first_step else names.steps[last] or stage[last]

    return value
