"""What goes with records that are deleted, and what the others lose."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.edits.edit import EditError
from cjeditor.edits.pictures import without_unused
from cjeditor.edits.steps import LAST_STEP
from cjeditor.kinds.card import Card
from cjeditor.model.map import TABLES, Map
from cjeditor.model.references import REFERENCES, VITAL, vital_in

_HANGING: Final = tuple(table for table in VITAL if table != "cards")
"""Tables whose records go with what they cannot do without; cards may shrink instead."""


def removed(journey: Map, ids: Iterable[Id]) -> Map:
    """Return *journey* without the records of *ids* and all that hangs on them.

    A stage takes its steps along, steps and lanes their cards, and each record those that
    cannot do without it: a card its links and feelings, a persona its empathy map. A span
    shrinks to its steps that remain. Ids that are not on the map are passed over.

    Raises:
        EditError: A stage would be left without a step.
    """
    gone = {record_id for record_id in ids if journey.find(record_id) is not None}
    for stage in gone & journey.stages.keys():
        gone |= {step.id for step in journey.steps_of[stage]}
    _refuse_empty_stages(journey, gone)
    kept = dict(_shrunk(journey, gone))
    gone |= {card_id for card_id, card in kept.items() if card is None}
    shrunk = journey.put(*(card for card in kept.values() if card is not None))
    while hung := _hanging_on(journey, gone):
        gone |= hung
    return without_unused(journey, _pruned(shrunk.drop(gone), gone, _tables(journey, gone)))


def _refuse_empty_stages(journey: Map, gone: AbstractSet[Id]) -> None:
    for step_id in gone & journey.steps.keys():
        stage = journey.steps[step_id].stage
        if stage not in gone and all(step.id in gone for step in journey.steps_of[stage]):
            raise EditError(LAST_STEP)


def _shrunk(journey: Map, gone: AbstractSet[Id]) -> Iterator[tuple[Id, Card | None]]:
    """Yield each card that loses its place or an end of it, with what remains of it."""
    if gone.isdisjoint(journey.lanes) and gone.isdisjoint(journey.steps):
        return
    for card in journey.cards.values():
        if card.lane in gone:
            yield card.id, None
        elif card.first_step in gone or card.last_step in gone:
            yield card.id, _shorter(journey, card, gone)


def _shorter(journey: Map, card: Card, gone: AbstractSet[Id]) -> Card | None:
    """Return *card* over its steps that remain, or None if none does."""
    column = journey.column_of
    covered = journey.ordered_steps[column[card.first_step] : column[card.last_step] + 1]
    remaining = [step.id for step in covered if step.id not in gone]
    if not remaining:
        return None
    return card.replace(first_step=remaining[0], last_step=remaining[-1])


def _tables(journey: Map, ids: AbstractSet[Id]) -> frozenset[str]:
    """Return the names of the tables that have records of *ids*."""
    return frozenset(name for name in TABLES if any(each in journey.table(name) for each in ids))


def _hanging_on(journey: Map, gone: AbstractSet[Id]) -> set[Id]:
    """Return the records that cannot do without those that are *gone*, and are still there."""
    tables = _tables(journey, gone)
    return {
        record.id
        for table in _HANGING
        if any(not tables.isdisjoint(REFERENCES[table][field].tables) for field in VITAL[table])
        for record in journey.table(table).values()
        if record.id not in gone and not gone.isdisjoint(vital_in(table, record))
    }


def _pruned(journey: Map, gone: AbstractSet[Id], tables: frozenset[str]) -> Map:
    """Return *journey* without what its records say about those *gone*, which were of *tables*."""
    return journey.put(
        *(
            record.replace(**changes)
            for table, fields in REFERENCES.items()
            if (named := [
                field for field, refers in fields.items()
                if not refers.vital and not tables.isdisjoint(refers.tables)
            ])
            for record in journey.table(table).values()
            if (changes := _without(vars(record), named, gone))
        )
    )  # fmt: skip


def _without(
    values: Mapping[str, Any], fields: Iterable[str], gone: AbstractSet[Id]
) -> dict[str, Any]:
    """Return the new values of those *fields* that name something gone."""
    changes: dict[str, Any] = {}
    for field in fields:
        value = values.get(field)
        if isinstance(value, tuple):
            if not gone.isdisjoint(value):
                changes[field] = tuple(each for each in value if each not in gone)
        elif value in gone:
            changes[field] = None
    return changes
