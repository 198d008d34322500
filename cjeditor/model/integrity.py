"""What must hold between the records of a map."""

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple

from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import CARD_KINDS, kind_of_lane
from cjeditor.model.map import TABLES, Map, Record, table_of
from cjeditor.model.references import REFERENCES, is_there

FaultKind = Literal[
    "doubled id", "key is not id", "dangling id", "stage without step", "span backwards",
    "unknown card kind", "card of another step", "lane takes no cards",
]  # fmt: skip

_CARD_KIND_NAMES: Final = frozenset(kind.name for kind in CARD_KINDS)


class Fault(NamedTuple):
    """One broken rule.

    Attributes:
        place: Table and id: "cards/k3x".
        field: Name of the field, or "".
        value: What stands there.
    """

    kind: FaultKind
    place: str
    field: str = ""
    value: str = ""


def faults(journey: Map) -> list[Fault]:
    """Return every broken rule; a good map has none."""
    found = [*_ids(journey), *_stages(journey)]
    for table in REFERENCES:
        for record in journey.table(table).values():
            found += _references(journey, table, record)
    if found:
        return found  # the rest can be judged only where ids are right
    return [
        *(fault for lane in journey.lanes.values() for fault in _lane(lane)),
        *(fault for card in journey.cards.values() for fault in _card(journey, card)),
        *(fault for emotion in journey.emotions.values() for fault in _emotion(journey, emotion)),
    ]


def faults_of(journey: Map, record: Record) -> list[Fault]:
    """Return the rules that *record* would break in a good map that holds it or will."""
    if found := list(_references(journey, table_of(record), record)):
        return found
    match record:
        case Lane():
            return list(_lane(record))
        case Card():
            return list(_card(journey, record))
        case Emotion():
            return list(_emotion(journey, record))
        case _:
            return []


def _ids(journey: Map) -> Iterator[Fault]:
    seen = {journey.id}
    for table in TABLES:
        for key, record in journey.table(table).items():
            if key != record.id:
                yield Fault("key is not id", f"{table}/{key}", "id", record.id)
            if record.id in seen:
                yield Fault("doubled id", f"{table}/{key}", "id", record.id)
            seen.add(record.id)


def _stages(journey: Map) -> Iterator[Fault]:
    used = {step.stage for step in journey.steps.values()}
    for stage in journey.stages:
        if stage not in used:
            yield Fault("stage without step", f"stages/{stage}")


def _references(journey: Map, table: str, record: Any) -> Iterator[Fault]:
    for field, refers in REFERENCES.get(table, {}).items():
        value = vars(record).get(field)  # getattr is slow where it is missing
        if not value:
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if not is_there(journey, refers, each):
                yield Fault("dangling id", f"{table}/{record.id}", field, each)


def _lane(lane: Lane) -> Iterator[Fault]:
    card = kind_of_lane(lane).card(lane)
    if card is not None and card not in _CARD_KIND_NAMES:
        yield Fault("unknown card kind", f"lanes/{lane.id}", "card", card)


def _card(journey: Map, card: Card) -> Iterator[Fault]:
    column = journey.column_of
    if column[card.first_step] > column[card.last_step]:
        yield Fault("span backwards", f"cards/{card.id}", "last_step", card.last_step)
    lane = journey.lanes[card.lane]
    if kind_of_lane(lane).card(lane) is None:
        yield Fault("lane takes no cards", f"cards/{card.id}", "lane", card.lane)


def _emotion(journey: Map, emotion: Emotion) -> Iterator[Fault]:
    if emotion.card is None:
        return
    column, card = journey.column_of, journey.cards[emotion.card]
    if not column[card.first_step] <= column[emotion.step] <= column[card.last_step]:
        yield Fault("card of another step", f"emotions/{emotion.id}", "card", emotion.card)
