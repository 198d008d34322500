"""Records out of a damaged file, put together to a sound map.

What hangs in the air gets a place: a card without a lane or step stands in a lane or stage of
its own, at the end of the map. What only pointed to something that is gone no longer does.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from cjeditor.core.ids import Id, new_id
from cjeditor.core.order import FIRST, keys_between
from cjeditor.core.words import Words, mark
from cjeditor.files.loss import Loss
from cjeditor.kinds.card import Card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.fields import MAX_TEXT, Refers
from cjeditor.kinds.plain import Note
from cjeditor.kinds.registry import CARD_KINDS, kind_of_lane
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import Scope, Stage, Step
from cjeditor.model.references import REFERENCES

Rows = dict[Id, Any]

_CARD_KIND_NAMES: Final = frozenset(kind.name for kind in CARD_KINDS)


def rescued(
    map_id: str, scope: Scope, records: Mapping[str, Sequence[Any]], words: Iterable[str]
) -> tuple[Map, list[Loss]]:
    """Return a sound map of *records*, by table, and what had to be changed for that.

    Args:
        words: Texts whose records are lost; they become notes.
    """
    work = _Rescue(scope)
    work.take(map_id, records)
    work.stand_steps()
    work.stand_cards()
    work.keep_words(words)
    work.stand_others()
    return work.made()


class _Rescue:
    """The work on one map: tables that are changed until they fit together."""

    def __init__(self, scope: Scope) -> None:
        self._id = ""
        self._scope = scope
        self._title = Words(scope.language)(mark("Rescued"))
        self._tables: dict[str, Rows] = {name: {} for name in TABLES}
        self._losses: list[Loss] = []
        self._lane: Id | None = None
        self._step: Id | None = None

    def take(self, map_id: str, records: Mapping[str, Sequence[Any]]) -> None:
        """Give every record an id of its own."""
        self._id = map_id if _is_id(map_id) else self._other_id()
        seen = {self._id}
        for name, rows in records.items():
            for record in rows:
                if record == self._tables[name].get(record.id):
                    continue
                own = record.id
                if own in seen:
                    self._tell(name, record, mark("There are two of this id; both are kept."))
                    own = new_id()
                seen.add(own)
                self._put(name, record if own == record.id else record.replace(id=own))

    def _other_id(self) -> Id:
        """Return an id for the map itself, by which its earlier versions are found."""
        reason = mark(
            "The map's own id cannot be read. It has a new one, without earlier versions."
        )
        self._losses.append(Loss(reason))
        return new_id()

    def stand_steps(self) -> None:
        """Put every step into a stage, and a step into every stage."""
        stages, steps = self._tables["stages"], self._tables["steps"]
        for step in list(steps.values()):
            if step.stage not in stages:
                self._tell("steps", step, mark("Its stage is missing; it has one of its own."))
                own = steps[self._own_step()]
                steps[step.id] = step.replace(stage=own.stage)
        taken = {step.stage for step in steps.values()}
        for stage in list(stages.values()):
            if stage.id not in taken:
                self._tell("stages", stage, mark("Its steps are missing; it has a new one."))
                self._put("steps", Step(id=new_id(), stage=stage.id))

    def stand_cards(self) -> None:
        """Put every card into a lane that takes cards, and over steps that are there."""
        for lane in list(self._tables["lanes"].values()):
            kind = kind_of_lane(lane).card(lane)
            if kind is not None and kind not in _CARD_KIND_NAMES:
                self._tell("lanes", lane, mark("The kind of its new cards is unknown."))
                self._put("lanes", lane.replace(card="note"))
        for card in list(self._tables["cards"].values()):
            self._stand(card)

    def keep_words(self, words: Iterable[str]) -> None:
        """Make notes of texts whose records are lost."""
        kept = [text[:MAX_TEXT] for text in words]
        if not kept:
            return
        lane, step, last = self._own_lane(), self._own_step(), self._last("cards")
        for text, order in zip(kept, keys_between(last, None, len(kept)), strict=True):
            note = Note(id=new_id(), lane=lane, first_step=step, last_step=step, order=order)
            self._put("cards", note.replace(text=text))

    def stand_others(self) -> None:
        """Let nothing point to what is gone."""
        for name in REFERENCES:
            for record in list(self._tables[name].values()):
                self._let_go(name, record)
        self._stand_emotions()

    def made(self) -> tuple[Map, list[Loss]]:
        """Return the map and what was changed."""
        tables: dict[str, Any] = dict(self._tables)
        journey = Map.model_construct(id=self._id, scope=self._scope, **tables)
        return journey, self._losses

    def _stand(self, card: Card) -> None:
        lanes, columns = self._tables["lanes"], self._columns()
        changes: dict[str, Any] = {}
        lane = lanes.get(card.lane)
        if lane is None or kind_of_lane(lane).card(lane) is None:
            self._tell("cards", card, mark("Its lane is missing; it stands in one of its own."))
            changes["lane"] = self._own_lane()
        steps = [each for each in (card.first_step, card.last_step) if each in columns]
        if not steps:
            self._tell("cards", card, mark("Its step is missing; it stands in one of its own."))
            steps = [self._own_step()]
            columns = self._columns()
        ends = sorted((steps[0], steps[-1]), key=columns.__getitem__)
        if [card.first_step, card.last_step] != ends:
            self._tell("cards", card, mark("It was not known where it begins and ends."))
            changes |= {"first_step": ends[0], "last_step": ends[1]}
        if changes:
            self._put("cards", card.replace(**changes))

    def _let_go(self, name: str, record: Any) -> None:
        """Take out of *record* what is not there, or the record if it stands on that."""
        changes: dict[str, Any] = {}
        for field, refers in REFERENCES[name].items():
            value = vars(record).get(field)
            if isinstance(value, tuple):
                if not all(self._is_there(each, refers) for each in value):
                    changes[field] = tuple(each for each in value if self._is_there(each, refers))
            elif value is not None and not self._is_there(value, refers):
                if refers.or_map:
                    self._tell(name, record, mark("What it is about is missing."))
                    self._put(name, record.replace(**changes, **{field: self._id}))
                    return
                if type(record).model_fields[field].is_required():
                    self._tell(name, record, mark("What it belongs to is missing."))
                    del self._tables[name][record.id]
                    return
                changes[field] = None
        if changes:
            reason = mark("{field} named something that is missing.")
            for field in changes:
                self._losses.append(Loss(reason, {"field": field}, _place(name, record)))
            self._put(name, record.replace(**changes))

    def _is_there(self, record_id: Id, refers: Refers) -> bool:
        if refers.or_map and record_id == self._id:
            return True
        return any(record_id in self._tables[table] for table in refers.tables)

    def _stand_emotions(self) -> None:
        """Let no feeling hang on a card of another step."""
        columns, cards = self._columns(), self._tables["cards"]
        for emotion in list(self._tables["emotions"].values()):
            card = cards.get(emotion.card) if emotion.card else None
            if card is None:
                continue
            first, last = columns[card.first_step], columns[card.last_step]
            if not first <= columns[emotion.step] <= last:
                self._tell("emotions", emotion, mark("Its card is at another step."))
                self._put("emotions", emotion.replace(card=None))

    def _columns(self) -> dict[Id, int]:
        """Return the number of each step's column."""
        stages, steps = self._tables["stages"], self._tables["steps"]
        found = [each for each in steps.values() if each.stage in stages]

        def place(step: Any) -> tuple[str, ...]:
            stage = stages[step.stage]
            return stage.order, stage.id, step.order, step.id

        return {step.id: column for column, step in enumerate(sorted(found, key=place))}

    def _own_step(self) -> Id:
        """Return the step of what has none, at the end of the map."""
        if self._step is None:
            stage = Stage(id=new_id(), title=self._title, order=self._last("stages"))
            step = Step(id=new_id(), stage=stage.id)
            self._put("stages", stage)
            self._put("steps", step)
            self._step = step.id
        return self._step

    def _own_lane(self) -> Id:
        """Return the lane of what has none, at the end of the map."""
        if self._lane is None:
            lane = CardsLane(id=new_id(), title=self._title, order=self._last("lanes"))
            self._put("lanes", lane)
            self._lane = lane.id
        return self._lane

    def _last(self, table: str) -> str:
        orders = [record.order for record in self._tables[table].values()]
        return keys_between(max(orders), None, 1)[0] if orders else FIRST

    def _put(self, table: str, record: Any) -> None:
        self._tables[table][record.id] = record

    def _tell(self, table: str, record: Any, reason: str) -> None:
        self._losses.append(Loss(reason, {}, _place(table, record)))


def _is_id(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_-]{1,64}", name) is not None


def _place(table: str, record: Any) -> str:
    return f"{table} {record.id}"
