"""Map → OJF: a stage for each step, a swimlane for each lane of cards, a node for each card."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import to_json

from cjeditor.core.ids import Id
from cjeditor.core.progress import Progress
from cjeditor.exchange.format import Options, Writing
from cjeditor.exchange.left_out import What, tell, unknown_fields
from cjeditor.exchange.ojf.blueprint import ITEM, LIST, NODE, ROW_OF, ItemCard, card_of, item_of
from cjeditor.exchange.ojf.kept import PREFIX, count_own, kept
from cjeditor.exchange.ojf.lexicon import OTHER, PURPOSES, kind_of
from cjeditor.exchange.ojf.scales import feeling, is_score, score, severity_name
from cjeditor.exchange.remarks import Remarks
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

VERSION: Final = "1.0"
"""Of OJF, for a map that does not bring its own."""

Json = dict[str, Any]


def write(journey: Map, _options: Options, progress: Progress) -> Writing:
    """Return *journey* as OJF, JSON in UTF-8."""
    writer = _Writer(journey)
    root = writer.root(progress)
    remarks = Remarks()
    tell(remarks, writer.counts, "OJF")
    return Writing(to_json(root, indent=2) + b"\n", remarks.all())


@dataclass(frozen=True, slots=True)
class _Column:
    """A step as a stage of OJF."""

    step: Step
    stage: Json


class _Writer:
    def __init__(self, journey: Map) -> None:
        self._journey = journey
        self._aside = kept(journey.scope.extras)
        self.counts: Counter[What] = Counter()
        self._felt: dict[Id, list[Emotion]] = defaultdict(list)
        for emotion in journey.emotions.values():
            if emotion.state == "current":
                self._felt[emotion.card or emotion.step].append(emotion)
        self._items = _items_by_node(journey)

    def root(self, progress: Progress) -> Json:
        """Return the whole file."""
        columns = list(self._columns())
        lanes = [(lane, self._lane(lane)) for lane in self._lanes()]
        nodes: list[Json] = []
        for index, column in enumerate(columns):
            for lane, swimlane in lanes:
                nodes += self._nodes(column, lane, swimlane)
            progress((index + 1) / len(columns))
        self._count_left_out()
        return self._head() | {
            "stages": [column.stage for column in columns],
            "swimlanes": [swimlane for _, swimlane in lanes],
            "nodes": nodes,
        }

    def _head(self) -> Json:
        """Return the fields of the map, in the shape that its file had."""
        scope = self._journey.scope
        persona = ", ".join(each.name for each in self._journey.ordered_personas if each.name)
        left = {
            name: value
            for name, value in self._aside.items()
            if not name.startswith(("stage.", "lane.")) and name != "metadata"
        }
        metadata = self._aside.get("metadata")
        if isinstance(metadata, dict):
            said = {"title": scope.title, "persona": persona, "pov": scope.scenario}
            return {"metadata": _without_empty(said) | metadata} | left
        said = {"title": scope.title, "persona": persona, "pointOfView": scope.scenario}
        return {"version": VERSION} | _without_empty(said) | left

    def _columns(self) -> Iterator[_Column]:
        for stage in self._journey.ordered_stages:
            steps = self._journey.steps_of[stage.id]
            for step in steps:
                yield _Column(step, self._stage(stage, step, alone=len(steps) == 1))

    def _stage(self, stage: Stage, step: Step, alone: bool) -> Json:
        name = ": ".join(title for title in (stage.title, step.title) if title)
        made: Json = {"id": stage.id if alone else step.id, "name": name}
        if alone:
            made |= _object(self._aside.get(f"stage.{stage.id}"))
        self._put_score(made, "overrideEmotion", self._felt.get(step.id, []))
        self.counts["labels"] += any(
            emotion.label or emotion.quote for emotion in self._felt.get(step.id, [])
        )
        return made

    def _lanes(self) -> Iterator[Lane]:
        """Yield the lanes that take cards, but those that only hold blueprint items."""
        items = {card.id for cards in self._items.values() for card in cards}
        for lane in self._journey.ordered_lanes:
            if kind_of_lane(lane).card(lane) is None:
                continue
            cells = self._journey.cells.get(lane.id, {}).values()
            cards = [card for cell in cells for card in cell]
            if not cards or any(card.id not in items for card in cards):
                yield lane

    def _lane(self, lane: Lane) -> Json:
        return {"id": lane.id, "name": lane.title} | _object(self._aside.get(f"lane.{lane.id}"))

    def _nodes(self, column: _Column, lane: Lane, swimlane: Json) -> Iterator[Json]:
        for card in self._journey.cell(lane.id, column.step.id):
            if _node_of(self._journey, card) is None:
                yield self._node(card, lane, column.stage["id"], swimlane["id"])

    def _node(self, card: Card, lane: Lane, stage_id: object, lane_id: object) -> Json:
        left = kept(card.extras)
        node: Json = {
            "id": left.pop("id", card.id),
            "stageId": stage_id,
            "swimlaneId": lane_id,
            "title": card.text,
            "description": card.detail,
        }
        severity = getattr(card, "severity", None)
        if severity is not None:
            node["severity"] = severity_name(severity)
            left.pop("severity", None)
        emotions = self._felt.get(card.id, [])
        said = left.pop("score", None)
        self._put_score(node, "score", emotions, said)
        label = next((emotion.label for emotion in emotions if emotion.label), "")
        if label:
            node["sentiment"] = label
            left.pop("sentiment", None)
        node |= _purpose(card, lane, left.pop("purpose", None))
        if lists := self._lists(card):
            left["blueprint"] = _object(left.get("blueprint")) | lists
        return node | {"tags": list(card.tags), "isMomentOfTruth": card.moment_of_truth} | left

    def _put_score(
        self, made: Json, name: str, emotions: list[Emotion], said: object = None
    ) -> None:
        """Put the score of some feelings: as the file said it, if that still holds."""
        said = made.get(name, said)
        if not emotions:
            if is_score(said):
                made.pop(name, None)  # its feeling has been deleted
            elif said is not None:
                made[name] = said
            return
        values = {emotion.value for emotion in emotions}
        self.counts["feelings"] += len(values) > 1
        holds = isinstance(said, int | float) and is_score(said) and values == {feeling(said)}
        made[name] = said if holds else score(emotion.value for emotion in emotions)

    def _lists(self, node: Card) -> dict[str, list[object]]:
        """Return the blueprint of a node."""
        lists: dict[str, list[object]] = {}
        for card in self._items.get(node.id, []):
            left = kept(card.extras)
            row = ROW_OF[str(left[LIST])]
            said = ItemCard(card.text, card.tags)
            item = left.get(ITEM)
            holds = ITEM in left and card_of(item, row) == said
            lists.setdefault(row.name, []).append(item if holds else item_of(said, row))
        return {name: lists[name] for name in ROW_OF if name in lists}

    def _count_left_out(self) -> None:
        journey, counts = self._journey, self.counts
        cards = journey.cards.values()
        counts["card details"] = sum(unknown_fields(each, _CARD_FIELDS) > 0 for each in cards)
        counts["spans"] = sum(each.first_step != each.last_step for each in cards)
        counts["fields"] = sum(count_own(each.extras) for each in (journey.scope, *cards))
        counts["comments"] = len(journey.comments)
        counts["styles"] = len(journey.styles)
        counts["evidence"] = len(journey.evidence)
        counts["links"] = len(journey.links)
        counts["metrics"] = len(journey.metrics)
        counts["pictures"] = len(journey.pictures)
        counts["future"] = sum(each.state != "current" for each in journey.emotions.values())
        counts["labels"] += sum(
            bool(each.card and each.quote) for each in journey.emotions.values()
        )
        counts["moments"] = sum(each.moment_of_truth for each in journey.steps.values())
        counts["actors"] = sum(bool(each.personas) for each in journey.steps.values())
        counts["scope"] = unknown_fields(journey.scope, _SCOPE_FIELDS)
        counts["persona details"] = sum(
            unknown_fields(each, _PERSONA_FIELDS) > 0 for each in journey.personas.values()
        )
        counts["stage details"] = sum(
            unknown_fields(each, _STAGE_FIELDS) > 0 for each in journey.stages.values()
        )
        if not self._items:
            counts["lines"] = sum(_is_line(each) for each in journey.lanes.values())


_CARD_FIELDS: Final = frozenset(
    {"kind", "order", "text", "detail", "tags", "moment_of_truth", "extras", "severity"}
)
_SCOPE_FIELDS: Final = frozenset({"title", "scenario", "language", "extras"})
_PERSONA_FIELDS: Final = frozenset({"order", "name"})
_STAGE_FIELDS: Final = frozenset({"order", "title"})


def _is_line(lane: Lane) -> bool:
    return kind_of_lane(lane).is_line


def _items_by_node(journey: Map) -> dict[Id, list[Card]]:
    """Return the cards of blueprint items by the node that they belong to."""
    items: dict[Id, list[Card]] = defaultdict(list)
    for card in journey.reading_order():
        node = _node_of(journey, card)
        if node is not None:
            items[node].append(card)
    return items


def _node_of(journey: Map, card: Card) -> Id | None:
    """Return the card whose blueprint *card* is part of; None if it is a node itself.

    An item that was moved to another step, or whose node was, has become a node.
    """
    if not _is_item(card):
        return None
    left = kept(card.extras)
    node = journey.cards.get(str(left[NODE]))
    if node is None or left.get(LIST) not in ROW_OF or _is_item(node):
        return None
    return node.id if node.first_step == card.first_step else None


def _is_item(card: Card) -> bool:
    return any(extra.name == PREFIX + NODE for extra in card.extras)


def _purpose(card: Card, lane: Lane, said: object) -> Json:
    """Return the purpose: the file's own while it fits, else what the lane does not tell."""
    usual = kind_of(lane.title) or OTHER
    if isinstance(said, str) and (kind_of(said) or usual) == card.kind:
        return {"purpose": said}
    if said is not None and not isinstance(said, str):
        return {"purpose": said}
    return {} if usual == card.kind else {"purpose": PURPOSES.get(card.kind, card.kind)}


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _without_empty(fields: Mapping[str, str]) -> Json:
    return {name: value for name, value in fields.items() if value}
