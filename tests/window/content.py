"""What a map says, without the ids and positions that the program made up."""

from collections.abc import Iterable
from typing import Any

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.model.feelings import curve_at
from cjeditor.model.map import TABLES, Map, Record

_OWN = {"id", "order"}
_OTHERS = ("stage", "lane", "step", "first_step", "last_step")
"""Fields that name another record."""


def content(journey: Map) -> list[dict[str, Any]]:
    """Return all fields of all records in reading order; places stand for ids and orders."""
    places = _places(journey)
    return [
        journey.scope.model_dump(),
        *(
            _fields(record, places)
            for table in TABLES
            for record in sorted(journey.table(table).values(), key=lambda each: places[each.id])
        ),
    ]


def outlined(journey: Map) -> dict[str, Any]:
    """Return the map as one would tell it: who, when, which lanes, which cards, what is felt."""
    steps = journey.ordered_steps
    lanes = journey.ordered_lanes
    return {
        "personas": [persona.name for persona in journey.ordered_personas],
        "stages": {
            stage.title: [step.title for step in journey.steps_of[stage.id]]
            for stage in journey.ordered_stages
        },
        "lanes": [f"{lane.title} {lane.shown} {lane.lock}" for lane in lanes],
        "cards": {
            lane.title: [
                [_told(card, journey) for card in journey.cell(lane.id, step.id)] for step in steps
            ]
            for lane in lanes
            if lane.id in journey.cells
        },
        "feelings": {
            persona.name: [
                [each.value for each in curve_at(journey, step.id, persona.id, "current")]
                for step in steps
            ]
            for persona in journey.ordered_personas
        },
    }


def _told(card: Card, journey: Map) -> str:
    """Return kind, text, severity and span of a card, as far as it has them."""
    severity = getattr(card, "severity", None)
    columns = journey.column_of[card.last_step] - journey.column_of[card.first_step] + 1
    return "".join((
        f"{card.kind}: {card.text}",
        f" !{severity}" if severity else "",
        f" x{columns}" if columns > 1 else "",
    ))  # fmt: skip


def _fields(record: Record, places: dict[Id, str]) -> dict[str, Any]:
    fields = record.model_dump(exclude=_OWN)
    named = {name: places[fields[name]] for name in _OTHERS if name in fields}
    return {"place": places[record.id], **fields, **named}


def _places(journey: Map) -> dict[Id, str]:
    """Return a name for each record that says where it stands."""
    steps = {step.id: number for number, step in enumerate(journey.ordered_steps, 1)}
    cells = [
        _numbered(f"lane {row} step {column} card", journey.cell(lane.id, step))
        for row, lane in enumerate(journey.ordered_lanes, 1)
        for step, column in steps.items()
    ]
    emotions = {
        each.id: f"emotion {steps[each.step]} {each.persona} {each.state}"
        for each in journey.emotions.values()
    }
    tables = (
        _numbered("stage", journey.ordered_stages),
        _numbered("step", journey.ordered_steps),
        _numbered("lane", journey.ordered_lanes),
    )
    return {key: name for table in (*tables, *cells, emotions) for key, name in table.items()}


def _numbered(what: str, records: Iterable[Record]) -> dict[Id, str]:
    return {record.id: f"{what} {number}" for number, record in enumerate(records, 1)}
