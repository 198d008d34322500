"""A map put together from records of several maps, made sound.

What a record names and the map lacks is brought from the maps that the records come from. What
they lack too is gone on purpose: then a record becomes what they have of it, loses what it can
do without, or goes along, as if the named one were deleted. A card that would end before it
begins has its ends swapped, a feeling stays under its card, and a stage keeps a step.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from cjeditor.changes.ids import free_id
from cjeditor.core.ids import Id
from cjeditor.edits.pictures import shown_pictures
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import Step
from cjeditor.model.references import REFERENCES, VITAL, named_in

Rows = dict[str, dict[Id, Any]]
"""Table → id → the record that is to stand there; None takes one out."""

_END: Final = {"first_step": "last_step", "last_step": "first_step"}
"""The two ends of a card: one can do without the other."""


def mended(start: Map, rows: Rows, sources: Sequence[Map]) -> Map:
    """Return the map *start* with *rows*, made sound.

    Args:
        start: A sound map.
        sources: The sound maps that *rows* come from, with the id of *start*. What they all
            lack is gone; the same in another order gives the same map.
    """
    draft = _Draft(start, rows, sources)
    draft.mend_names()
    return _without_idle_pictures(_settled(start, draft.made()), start, *sources)


class _Draft:
    """The map while it is put together: names may be wrong, so nothing derived is asked for."""

    def __init__(self, start: Map, rows: Rows, sources: Sequence[Map]) -> None:
        self._start = start
        self._sources = sources
        self._rows: Rows = {name: {} for name in TABLES}
        self._suspects: list[tuple[str, Id]] = []
        self._gone: dict[str, set[Id]] = {name: set() for name in TABLES}
        self._closed: set[Id] = set()  # lanes that take no cards
        self._replaced: set[Id] = set()
        self._given_up: set[Id] = set()
        for table, changed in rows.items():
            for record_id, record in changed.items():
                self._put_new(table, record_id, record)

    def made(self) -> Map:
        """Return the map as it is now."""
        return self._start.with_rows({name: rows for name, rows in self._rows.items() if rows})

    def mend_names(self) -> None:
        """Go on until every id names a record and every stage has a step."""
        while self._suspects or any(self._gone.values()) or self._closed:
            while self._suspects:
                self._check(*self._suspects.pop())
            self._suspects += self._naming_gone()
            if not self._suspects:
                self._fill_stages()

    def _get(self, table: str, record_id: Id) -> Any:
        rows = self._rows[table]
        if record_id in rows:
            return rows[record_id]
        return self._start.table(table).get(record_id)

    def _records(self, table: str) -> Iterator[Any]:
        rows = self._rows[table]
        for record_id, record in self._start.table(table).items():
            if record_id not in rows:
                yield record
        yield from (record for record in rows.values() if record is not None)

    def _put_new(self, table: str, record_id: Id, record: Any) -> None:
        """Take up a row; its id may name a record of one table only."""
        if record is None:
            self._drop(table, record_id)
        elif record_id != self._start.id:
            for name in TABLES if self._get(table, record_id) is None else ():
                self._drop(name, record_id)
            self._put(table, record)

    def _put(self, table: str, record: Any) -> None:
        if self._get(table, record.id) != record:
            self._rows[table][record.id] = record
            self._gone[table].discard(record.id)
            self._suspects.append((table, record.id))
            if table == "lanes" and not _takes_cards(record):
                self._closed.add(record.id)

    def _drop(self, table: str, record_id: Id) -> None:
        if self._get(table, record_id) is not None:
            if record_id in self._start.table(table):
                self._rows[table][record_id] = None
            else:  # it came just now
                del self._rows[table][record_id]
            self._gone[table].add(record_id)

    def _check(self, table: str, record_id: Id) -> None:
        record = self._get(table, record_id)
        for field, named in named_in(table, record) if record is not None else ():
            if not self._is_there(table, field, named) and not self._bring(table, field, named):
                self._do_without(table, record, field, named)
                return

    def _is_there(self, table: str, field: str, named: Id) -> bool:
        refers = REFERENCES[table][field]
        if refers.or_map and named == self._start.id:
            return True
        for target in refers.tables:
            found = self._get(target, named)
            if found is not None:
                return field != "lane" or _takes_cards(found)
        return False

    def _bring(self, table: str, field: str, named: Id) -> bool:
        """Bring what is named from a source; it never takes the place of something else."""
        for target in REFERENCES[table][field].tables:
            for source in self._sources if named not in self._given_up else ():
                found = source.table(target).get(named)
                if found is None or (field == "lane" and not _takes_cards(found)):
                    continue
                if all(name == target or self._get(name, named) is None for name in TABLES):
                    self._put(target, found)
                    return True
        return False

    def _do_without(self, table: str, record: Any, field: str, named: Id) -> None:
        """Let a record be without what is gone, and look at it again."""
        if field not in VITAL.get(table, ()):
            value = vars(record)[field]
            rest = tuple(each for each in value if each != named) if value != named else None
            self._put(table, record.replace(**{field: rest}))
            return
        for source in () if record.id in self._replaced else self._sources:
            other = source.table(table).get(record.id)
            if other is not None and other != record:
                self._replaced.add(record.id)
                self._put(table, other)
                return
        end = _END.get(field)
        if end is not None and self._is_there(table, end, vars(record)[end]):
            self._put(table, record.replace(**{field: vars(record)[end]}))
        else:
            self._given_up.add(record.id)
            self._drop(table, record.id)

    def _naming_gone(self) -> list[tuple[str, Id]]:
        """Return the records that name what has been taken out since the last time."""
        gone, self._gone = self._gone, {name: set() for name in TABLES}
        gone["lanes"] |= self._closed
        self._closed = set()
        found: list[tuple[str, Id]] = []
        for table, fields in REFERENCES.items():
            wanted = {
                field: ids for field, refers in fields.items()
                if (ids := frozenset[Id]().union(*(gone[target] for target in refers.tables)))
            }  # fmt: skip
            if wanted:
                found += ((table, each.id) for each in self._records(table) if _names(each, wanted))
        return found

    def _fill_stages(self) -> None:
        if not (self._rows["stages"] or self._rows["steps"]):
            return
        used = {step.stage for step in self._records("steps")}
        for stage in [each.id for each in self._records("stages") if each.id not in used]:
            self._fill_stage(stage)

    def _fill_stage(self, stage: Id) -> None:
        """Bring the first step of an empty stage, make one, or let the stage go."""
        known = [source for source in self._sources if stage in source.stages]
        steps = {step.id: step for source in known for step in source.steps_of[stage]}
        free = [
            step for step in steps.values()
            if all(self._get(name, step.id) is None for name in TABLES)
        ]  # fmt: skip
        if free:
            self._put("steps", min(free, key=lambda step: (step.order, step.id)))
        elif known:
            step_id = free_id(stage, (self.made(), *self._sources))
            self._put("steps", Step(id=step_id, stage=stage))
        else:
            self._drop("stages", stage)


def _takes_cards(lane: Any) -> bool:
    return kind_of_lane(lane).card(lane) is not None


def _names(record: Any, wanted: Mapping[str, frozenset[Id]]) -> bool:
    values = vars(record)
    for field, ids in wanted.items():
        value = values.get(field)
        if value and (not ids.isdisjoint(value) if isinstance(value, tuple) else value in ids):
            return True
    return False


def _settled(start: Map, made: Map) -> Map:
    """Return *made* with every card ending where it begins or later, and feelings under them."""
    changed = {name for name in TABLES if made.table(name) is not start.table(name)}
    if not changed & {"stages", "steps", "cards", "emotions"}:
        return made
    turned = _turned(made) if changed & {"stages", "steps", "cards"} else []
    settled = made.with_rows({"cards": {card.id: card for card in turned}} if turned else {})
    moved = [*_back_under_cards(settled)]
    return settled.with_rows({"emotions": {each.id: each for each in moved}} if moved else {})


def _turned(journey: Map) -> list[Card]:
    """Return the cards that run backwards, turned round."""
    column = journey.column_of
    return [
        card.replace(first_step=card.last_step, last_step=card.first_step)
        for card in journey.cards.values()
        if card.first_step != card.last_step and column[card.first_step] > column[card.last_step]
    ]


def _back_under_cards(journey: Map) -> Iterator[Emotion]:
    """Yield the feelings that do not stand under their cards, at the nearest step that does."""
    column = journey.column_of
    for emotion in journey.emotions.values():
        if emotion.card is not None:
            card = journey.cards[emotion.card]
            first, last = column[card.first_step], column[card.last_step]
            nearest = min(max(column[emotion.step], first), last)
            if nearest != column[emotion.step]:
                yield emotion.replace(step=journey.ordered_steps[nearest].id)


def _without_idle_pictures(journey: Map, *origins: Map) -> Map:
    """Return *journey* without pictures that nothing shows, but for those idle in *origins*."""
    idle = journey.pictures.keys() - shown_pictures(journey)
    for origin in origins if idle else ():
        idle -= origin.pictures.keys() - shown_pictures(origin)
    return journey.drop(idle)
