"""OJF → map."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final

from cjeditor.core.ids import Id, new_id
from cjeditor.core.order import FIRST, keys_between
from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError, Reading
from cjeditor.exchange.json_source import parse
from cjeditor.exchange.ojf.blueprint import ITEM, LIST, NODE, ROWS, Row, card_of, item_of
from cjeditor.exchange.ojf.entry import Entry
from cjeditor.exchange.ojf.kept import keep
from cjeditor.exchange.ojf.lexicon import OTHER, kind_of
from cjeditor.exchange.ojf.scales import SEVERITIES, feeling, score
from cjeditor.exchange.remarks import Remarks
from cjeditor.exchange.text import MAX_RECORDS
from cjeditor.kinds.card import Card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.kinds.registry import card_kind
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Scope, Stage, Step

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def recognises(content: bytes) -> bool:
    """Tell whether the file is a JSON object with OJF's stages and lanes or nodes."""
    try:
        root = parse(content)
    except ReadError:
        return False
    return isinstance(root, dict) and "stages" in root and ("swimlanes" in root or "nodes" in root)


def read(content: bytes) -> Reading:
    """Return the map of an OJF file.

    Raises:
        ReadError: The file is not JSON, or has no list of stages.
    """
    root = parse(content)
    if not isinstance(root, dict) or not isinstance(root.get("stages"), list):
        raise ReadError(mark("This is not an OJF map: it has no list of stages."))
    _refuse_more(sum(len(each) for each in root.values() if isinstance(each, list)))
    reader = _Reader()
    return Reading(reader.map_of(root), reader.remarks.all())


@dataclass
class _Reader:
    """Fills the tables of a map.

    Attributes:
        extras: Own fields of the scope: what belongs to the map, its stages and its lanes.
        columns: OJF's stage id → our step; lanes likewise.
        rows: Cards of blueprint items by the name of their list.
    """

    remarks: Remarks = field(default_factory=Remarks)
    extras: list[Extra] = field(default_factory=list)
    personas: list[Persona] = field(default_factory=list)
    stages: list[Stage] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    lanes: list[CardsLane] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    emotions: list[Emotion] = field(default_factory=list)
    columns: dict[object, Step] = field(default_factory=dict)
    lane_of: dict[object, CardsLane] = field(default_factory=dict)
    rows: dict[str, CardsLane] = field(default_factory=dict)
    _ids: set[Id] = field(default_factory=set)

    def map_of(self, fields: dict[str, object]) -> Map:
        root = Entry(fields, "", self.remarks)
        scope = self._scope(root)
        for entry in root.entries("stages"):
            self._stage(entry)
        for entry in root.entries("swimlanes"):
            self._lane(entry)
        for entry in root.entries("nodes"):
            self._node(entry)
        self.extras += keep(root.left, "", self.remarks)
        return Map(
            scope=scope.replace(extras=tuple(self.extras)),
            personas=_table(self.personas),
            stages=_table(_in_order(self.stages)),
            steps=_table(self.steps),
            lanes=_table(_in_order(self._all_lanes())),
            cards=_table(_in_cells(self.cards)),
            emotions=_table(self.emotions),
        )

    def _scope(self, root: Entry) -> Scope:
        metadata = root.entry("metadata")
        entries = (root,) if metadata is None else (metadata, root)
        title = _first_text(entries, "title")
        persona = _first_text(entries, "persona")
        scenario = _first_text(entries, "pov", "pointOfView")
        if metadata is not None:
            self.extras += keep({"metadata": metadata.left}, "metadata", self.remarks)
        if persona:
            self.personas.append(Persona(id=new_id(), name=persona))
        return Scope(title=title, scenario=scenario)

    def _stage(self, entry: Entry) -> None:
        original = entry.left.get("id")
        stage = Stage(id=self._id(entry), title=entry.text("name"))
        step = Step(id=new_id(), stage=stage.id)
        self.stages.append(stage)
        self.steps.append(step)
        if isinstance(original, str | int):
            self.columns.setdefault(original, step)
        if (said := entry.number("overrideEmotion")) is not None:
            self._feel(entry, "overrideEmotion", said, step=step.id)
        self._keep_aside("stage", stage.id, entry)

    def _lane(self, entry: Entry) -> None:
        original = entry.left.get("id")
        title = entry.text("name")
        lane = CardsLane(id=self._id(entry), title=title, card=kind_of(title) or OTHER)
        self.lanes.append(lane)
        if isinstance(original, str | int):
            self.lane_of.setdefault(original, lane)
        self._keep_aside("lane", lane.id, entry)

    def _node(self, entry: Entry) -> None:
        step = self._step_of(entry)
        lane = self._lane_of(entry)
        purpose = entry.text("purpose")
        kind = card_kind(kind_of(purpose) or lane.card)
        fields: dict[str, Any] = {
            "id": self._id(entry),
            "lane": lane.id,
            "first_step": step.id,
            "last_step": step.id,
            "text": entry.text("title"),
            "detail": entry.text("description"),
            "tags": entry.texts("tags"),
            "moment_of_truth": entry.flag("isMomentOfTruth"),
        }
        aside: dict[str, object] = {"purpose": purpose} if purpose else {}
        if severity := entry.text("severity"):
            if "severity" in kind.record.model_fields and severity in SEVERITIES:
                fields["severity"] = SEVERITIES[severity]
            else:
                aside["severity"] = severity
        self._sentiment(entry, fields["id"], step, aside)
        self._blueprint(entry, fields["id"], step)
        kept = keep(aside | entry.left, entry.place, self.remarks)
        self.cards.append(kind.record(**fields, extras=kept))

    def _sentiment(self, entry: Entry, card: Id, step: Step, aside: dict[str, object]) -> None:
        """Make a feeling of a node's score; without one its sentiment is kept aside."""
        said, sentiment = entry.number("score"), entry.text("sentiment")
        if said is not None:
            self._feel(entry, "score", said, step=step.id, card=card, label=sentiment)
        elif sentiment:
            aside["sentiment"] = sentiment

    def _feel(self, entry: Entry, name: str, said: float, **fields: Any) -> None:
        value = feeling(said)
        if score([value]) != said:
            entry.left[name] = said
            if value in {feeling(-5), feeling(5)}:
                self.remarks.add(
                    mark("The score {score} lies outside −5 to +5; the feeling is at the end."),
                    None,
                    f"{entry.place}.{name}",
                    score=str(said),
                )
        persona = self.personas[0].id if self.personas else None
        self.emotions.append(Emotion(id=new_id(), persona=persona, value=value, **fields))

    def _blueprint(self, entry: Entry, node: Id, step: Step) -> None:
        blueprint = entry.entry("blueprint")
        if blueprint is None:
            return
        for row in ROWS:
            for item in blueprint.values(row.name):
                _refuse_more(len(self.cards))
                self._item(item, row, node, step, blueprint.place)
        if blueprint.left:
            entry.left["blueprint"] = blueprint.left

    def _item(self, item: object, row: Row, node: Id, step: Step, place: str) -> None:
        lane = self.rows.setdefault(
            row.name, CardsLane(id=new_id(), title=row.title, card=row.card)
        )
        said = card_of(item, row)
        aside: dict[str, object] = {NODE: node, LIST: row.name}
        if item_of(said, row) != item:
            aside[ITEM] = item
        record = card_kind(row.card).record
        self.cards.append(
            record(
                id=new_id(),
                kind=row.card,
                lane=lane.id,
                first_step=step.id,
                last_step=step.id,
                text=self.remarks.fit(said.text, place=place),
                tags=said.tags,
                extras=keep(aside, place, self.remarks),
            )
        )

    def _all_lanes(self) -> list[Lane]:
        """Return the lanes from top to bottom, with a curve and the blueprint's lines."""
        lanes: list[Lane] = [self.rows[ROWS[0].name]] if ROWS[0].name in self.rows else []
        lanes += self.lanes
        if self.emotions:
            lanes.append(EmotionLane(id=new_id()))
        for row in ROWS[1:]:
            if row.name in self.rows:
                if row.above is not None:
                    lanes.append(LineLane(id=new_id(), line=row.above))
                lanes.append(self.rows[row.name])
        return lanes

    def _step_of(self, entry: Entry) -> Step:
        original = entry.left.pop("stageId", None)
        if isinstance(original, str | int) and original in self.columns:
            return self.columns[original]
        self.remarks.add(
            mark("There is no stage “{id}”; the card is in the first stage."),
            None,
            f"{entry.place}.stageId",
            id="" if original is None else str(original),
        )
        if not self.steps:
            self._stage(Entry({}, "stages", self.remarks))
        return self.steps[0]

    def _lane_of(self, entry: Entry) -> CardsLane:
        original = entry.left.pop("swimlaneId", None)
        if isinstance(original, str | int) and original in self.lane_of:
            return self.lane_of[original]
        self.remarks.add(
            mark("There is no lane “{id}”; the card is in the first lane."),
            None,
            f"{entry.place}.swimlaneId",
            id="" if original is None else str(original),
        )
        if not self.lanes:
            self._lane(Entry({}, "swimlanes", self.remarks))
        return self.lanes[0]

    def _id(self, entry: Entry) -> Id:
        """Return the entry's own id where it can name a record; else a new one."""
        original = entry.left.get("id")
        if isinstance(original, str) and _ID.fullmatch(original) and original not in self._ids:
            del entry.left["id"]
            self._ids.add(original)
            return original
        return new_id()

    def _keep_aside(self, what: str, record: Id, entry: Entry) -> None:
        """Keep what is left of a stage or lane among the map's own fields."""
        if entry.left:
            aside = {f"{what}.{record}": entry.left}
            self.extras += keep(aside, entry.place, self.remarks)


def _refuse_more(parts: int) -> None:
    if parts > MAX_RECORDS:
        raise ReadError(
            mark("The journey has more than {limit} parts, too many for a map."),
            limit=str(MAX_RECORDS),
        )


def _first_text(entries: tuple[Entry, ...], *names: str) -> str:
    """Take the first text there is, in either shape of the file; others are left."""
    texts = (entry.text(name) for entry in entries for name in names)
    return next((text for text in texts if text), "")


def _table(records: list[Any]) -> dict[Id, Any]:
    return {record.id: record for record in records}


def _in_order(records: list[Any]) -> list[Any]:
    orders = keys_between(None, None, len(records))
    return [
        record if order == FIRST else record.replace(order=order)
        for record, order in zip(records, orders, strict=True)
    ]


def _in_cells(cards: list[Card]) -> list[Card]:
    cells: dict[tuple[Id, Id], list[Card]] = defaultdict(list)
    for card in cards:
        cells[card.lane, card.first_step].append(card)
    return [card for cell in cells.values() for card in _in_order(cell)]
