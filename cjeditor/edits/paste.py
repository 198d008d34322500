"""Paste cards from the clipboard: into one cell, or over several."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import begin_at
from cjeditor.edits.children import child_id
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import free, lane_of_cards, one
from cjeditor.edits.hanging import NOTHING, Hanging, with_hanging
from cjeditor.edits.place import place
from cjeditor.edits.steps import AddStep
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Comment, Link, Picture, Stage, Step
from cjeditor.model.references import REFERENCES, is_there
from cjeditor.model.whys import Why

F = TypeVar("F", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Brought:
    """What cards of another map bring along; what is not needed here is left out.

    Attributes:
        links: Between pasted cards, under ids that are not on the map.
        hanging: On pasted cards, likewise; a countermeasure that is not on the map is left out.
    """

    pictures: tuple[Picture, ...] = ()
    styles: tuple[CardStyle, ...] = ()
    links: tuple[Link, ...] = ()
    hanging: Hanging = NOTHING


_NOTHING = Brought()


def with_new_ids(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return *cards* under new ids, as pasting them wants it."""
    return tuple(card.replace(id=new_id()) for card in cards)


def lanes_below(journey: Map, lane: Id) -> tuple[Lane, ...]:
    """Return the lanes that take cards and are not hidden, from *lane* on downwards."""
    lanes = journey.ordered_lanes
    rows = lanes[[each.id for each in lanes].index(lane) :]
    return tuple(
        each
        for each in rows
        if kind_of_lane(each).card(each) is not None and (each.id == lane or _is_seen(each))
    )


def _is_seen(place: Lane | Stage) -> bool:
    """Tell whether what is pasted at *place* is seen; nothing is put where nobody looks."""
    return place.shown != "hidden"


def _steps_right(journey: Map, step: Id) -> tuple[Step, ...]:
    """Return *step* and those to its right whose stage is not hidden."""
    steps = journey.ordered_steps[journey.column_of[step] :]
    return tuple(each for each in steps if each.id == step or _is_seen(journey.stages[each.stage]))


@dataclass(frozen=True, slots=True)
class Paste:
    """Put cards, of this map or of another, into a cell in the order given.

    What they say about personas and evidence that are not on this map is left out; their
    pictures and styles are brought along.

    Attributes:
        cards: Under ids that are not on the map.
        index: Their place among the cell's cards; None means the last.
    """

    cards: tuple[Card, ...]
    lane: Id
    step: Id
    index: int | None = None
    brought: Brought = _NOTHING

    label = mark("Paste")

    def apply(self, journey: Map) -> Map:
        lane, step = lane_of_cards(journey, self.lane), one(journey.steps, self.step)
        _refuse_doubled(self.cards)
        after, styles = _with_brought(journey, self.brought, self.cards)
        after = _put(after, self.cards, styles, (lane.id, step.id), self.index)
        return _with_others(after, self.brought, self.cards)


@dataclass(frozen=True, slots=True)
class PasteBlock:
    """Fill cells from one on to the right, and down over the lanes that take cards.

    What is hidden is left out. Steps that are missing at the right are added to the last stage.

    Attributes:
        rows: For each lane the cards of each step, under ids that are not on the map; at
            most as many rows as `lanes_below` gives lanes.
    """

    rows: tuple[tuple[tuple[Card, ...], ...], ...]
    lane: Id
    step: Id
    brought: Brought = _NOTHING

    label = mark("Paste")

    def apply(self, journey: Map) -> Map:
        lane_of_cards(journey, self.lane)
        one(journey.steps, self.step)
        cards = [card for row in self.rows for cell in row for card in cell]
        lanes = lanes_below(journey, self.lane)
        if len(self.rows) > len(lanes):
            raise EditError(mark("There are not enough lanes for what you want to paste."))
        _refuse_doubled(cards)
        if not cards:
            return journey
        after = self._with_steps(journey, cards[0].id)
        after, styles = _with_brought(after, self.brought, cards)
        steps = _steps_right(after, self.step)
        for lane, row in zip(lanes, self.rows, strict=False):
            for step, cell in zip(steps, row, strict=False):
                after = _put(after, cell, styles, (lane.id, step.id), None)
        return _with_others(after, self.brought, cards)

    def _with_steps(self, journey: Map, seed: Id) -> Map:
        width = max(len(row) for row in self.rows)
        right = _steps_right(journey, self.step)
        for number in range(width - len(right)):
            journey = AddStep(right[-1].stage, step_id=child_id(seed, str(number))).apply(journey)
        return journey


def _refuse_doubled(cards: Sequence[Card]) -> None:
    if len({card.id for card in cards}) < len(cards):
        raise EditError(mark("Two of the cards have the same id."))


def _put(
    journey: Map,
    cards: Sequence[Card],
    styles: Mapping[Id, Id],
    cell: tuple[Id, Id],
    index: int | None,
) -> Map:
    """Return *journey* with *cards* in a cell."""
    pasted = []
    for card in cards:
        free(journey, card.id)
        dressed = card.replace(style=styles.get(card.style, card.style)) if card.style else card
        pasted.append(at_home(journey, "cards", begin_at(journey, dressed, *cell)))
    return journey.put(*place(journey.cell(*cell), index, pasted))


def _with_brought(
    journey: Map, brought: Brought, cards: Sequence[Card]
) -> tuple[Map, Mapping[Id, Id]]:
    """Return *journey* with the pictures and styles that *cards* need and it lacks.

    Also by which style of this map one of theirs is meant: by one that looks and is called
    alike.
    """
    named = {card.picture for card in cards} | {card.style for card in cards}
    needed = [each for each in brought.pictures if each.id in named and _is_new(journey, each.id)]
    journey = journey.put(*needed)
    meant: dict[Id, Id] = {}
    for style in brought.styles:
        if style.id not in named or style.id in journey.styles:
            continue
        alike = (each for each in journey.ordered_styles if _look(each) == _look(style))
        if twin := next(alike, None):
            meant[style.id] = twin.id
        elif _is_new(journey, style.id):
            journey = journey.put(*place(journey.ordered_styles, None, [style]))
    return journey, meant


def _is_new(journey: Map, record: Id) -> bool:
    return journey.find(record) is None


def _look(style: CardStyle) -> tuple[str, ...]:
    return style.name, style.colour, style.symbol


def _with_others(journey: Map, brought: Brought, cards: Sequence[Card]) -> Map:
    """Return *journey* with the links between *cards*, and with what hangs on them."""
    ids = {card.id for card in cards}
    known = [
        link
        for link in brought.links
        if {link.source, link.target} <= ids
        and link.source != link.target
        and _is_new(journey, link.id)
    ]
    after = journey.put(*known)
    return with_hanging(after, _fitting(after, brought.hanging, ids))


def _fitting(journey: Map, hanging: Hanging, cards: Collection[Id]) -> Hanging:
    """Return so much of *hanging* as hangs on *cards* and fits together."""
    taken: set[Id] = set()

    def is_new(record: Why | Flow | FlowNode | FlowArrow | Metric | Figure | Comment) -> bool:
        fresh = record.id not in taken and _is_new(journey, record.id)
        taken.add(record.id)
        return fresh

    whys = {why.id: why for why in hanging.whys if why.pain in cards and is_new(why)}
    flows = {flow.id: flow for flow in hanging.flows if flow.about in cards and is_new(flow)}
    nodes = {node.id: node for node in hanging.nodes if node.flow in flows and is_new(node)}
    arrows = [
        arrow
        for arrow in hanging.arrows
        if arrow.source in nodes
        and arrow.target in nodes
        and arrow.source != arrow.target
        and nodes[arrow.source].flow == nodes[arrow.target].flow
        and is_new(arrow)
    ]
    found = [
        at_home(journey, "whys", why.replace(parent=why.parent if why.parent in whys else None))
        for why in whys.values()
    ]
    metrics = {each.id: each for each in hanging.metrics if each.about in cards and is_new(each)}
    figures = [each for each in hanging.figures if each.metric in metrics and is_new(each)]
    about = {*cards, *whys, *flows, *nodes, *metrics}
    said = [comment for comment in hanging.comments if comment.about in about and is_new(comment)]
    return Hanging(
        tuple(found), tuple(flows.values()), tuple(nodes.values()), tuple(arrows),
        tuple(metrics.values()), tuple(at_home(journey, "figures", each) for each in figures),
        tuple(said),
    )  # fmt: skip


def at_home(journey: Map, table: str, record: F) -> F:
    """Return *record* without what it says about records that are not on the map."""
    changes: dict[str, Any] = {}
    for field, refers in REFERENCES[table].items():
        value = vars(record).get(field)
        if isinstance(value, tuple):
            changes[field] = tuple(each for each in value if is_there(journey, refers, each))
        elif value is not None and not refers.vital:
            changes[field] = value if is_there(journey, refers, value) else None
    return record.replace(**changes)
