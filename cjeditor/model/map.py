"""The document: a customer journey map.

A map is a value. Its tables are mappings by id that nobody changes after the map is made; a
changed map shares every record, and every table, that did not change, and most of a table
that did (`model.table`).
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final, TypeAlias

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import AnyCard, AnyLane
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import (
    Comment,
    Evidence,
    Link,
    Persona,
    Picture,
    SavedView,
    Scope,
    Stage,
    Step,
)
from cjeditor.model.table import with_rows
from cjeditor.model.whys import Why

Record: TypeAlias = (
    Persona | Stage | Step | Lane | Card | Emotion | Link | Evidence | Picture
    | CardStyle | Comment | SavedView
    | EmpathyNote | Why | Flow | FlowNode | FlowArrow | Metric | Figure
)  # fmt: skip

Cells: TypeAlias = Mapping[Id, Mapping[Id, tuple[Card, ...]]]
"""Lane → first step → cards in order. Lanes and steps without cards are left out."""

TABLES: Final[dict[str, type[Frozen]]] = {
    "personas": Persona,
    "stages": Stage,
    "steps": Step,
    "lanes": Lane,
    "cards": Card,
    "emotions": Emotion,
    "links": Link,
    "evidence": Evidence,
    "pictures": Picture,
    "styles": CardStyle,
    "comments": Comment,
    "views": SavedView,
    "empathy_notes": EmpathyNote,
    "whys": Why,
    "flows": Flow,
    "flow_nodes": FlowNode,
    "flow_arrows": FlowArrow,
    "metrics": Metric,
    "figures": Figure,
}
"""Every table of a map and the class of its records, in the order of the file."""


class Map(Frozen):
    """A whole map, as it is saved.

    What holds between the records (every id names a record, every stage has a step, a card
    ends where it begins or later) is told by `model.integrity.faults`.
    """

    id: Id = Field(default_factory=new_id)
    scope: Scope = Field(default_factory=Scope)
    personas: Mapping[Id, Persona] = Field(default_factory=dict)
    stages: Mapping[Id, Stage] = Field(default_factory=dict)
    steps: Mapping[Id, Step] = Field(default_factory=dict)
    lanes: Mapping[Id, AnyLane] = Field(default_factory=dict)
    cards: Mapping[Id, AnyCard] = Field(default_factory=dict)
    emotions: Mapping[Id, Emotion] = Field(default_factory=dict)
    links: Mapping[Id, Link] = Field(default_factory=dict)
    evidence: Mapping[Id, Evidence] = Field(default_factory=dict)
    pictures: Mapping[Id, Picture] = Field(default_factory=dict)
    styles: Mapping[Id, CardStyle] = Field(default_factory=dict)
    comments: Mapping[Id, Comment] = Field(default_factory=dict)
    views: Mapping[Id, SavedView] = Field(default_factory=dict)
    empathy_notes: Mapping[Id, EmpathyNote] = Field(default_factory=dict)
    whys: Mapping[Id, Why] = Field(default_factory=dict)
    flows: Mapping[Id, Flow] = Field(default_factory=dict)
    flow_nodes: Mapping[Id, FlowNode] = Field(default_factory=dict)
    flow_arrows: Mapping[Id, FlowArrow] = Field(default_factory=dict)
    metrics: Mapping[Id, Metric] = Field(default_factory=dict)
    figures: Mapping[Id, Figure] = Field(default_factory=dict)

    def put(self, *records: Record) -> "Map":
        """Return the map with *records* added, or in the place of those with their ids.

        A record equal to the one that stands there is passed over; if all are, the map
        itself comes back.
        """
        changed: dict[str, dict[Id, Any]] = {}
        for record in records:
            name = table_of(record)
            rows = changed.get(name, {})
            if record.id in rows or self.table(name).get(record.id) != record:
                changed[name] = rows
                rows[record.id] = record
        return self.with_rows(changed)

    def drop(self, ids: Iterable[Id]) -> "Map":
        """Return the map without the records named by *ids*; unknown ids are passed over."""
        changed: dict[str, dict[Id, Any]] = {}
        for record_id in ids:
            for table in TABLES:
                if record_id in self.table(table):
                    changed.setdefault(table, {})[record_id] = None
        return self.with_rows(changed)

    def with_scope(self, scope: Scope) -> "Map":
        """Return the map about another *scope*."""
        return self if scope == self.scope else self._with({"scope": scope})

    def with_rows(self, changed: Mapping[str, Mapping[Id, Any]]) -> "Map":
        """Return the map with the changed rows of each table; None takes a row out.

        For who knows the tables and what is different in them; others `put` and `drop`.
        """
        if not changed:
            return self
        made = self._with(
            {name: with_rows(self.table(name), rows) for name, rows in changed.items()}
        )
        if "cards" in changed and "cells" in self.__dict__:
            gone = [self.cards[key] for key in changed["cards"] if key in self.cards]
            come = [card for card in changed["cards"].values() if card is not None]
            made.__dict__["cells"] = _fill_cells(self.cells, gone, come)
        return made

    def with_id(self, map_id: Id) -> "Map":
        """Return the map under another id; comments on the map itself stay on it."""
        own = [each for each in self.comments.values() if each.about == self.id]
        made = self._with({"id": map_id})
        return made.put(*(comment.replace(about=map_id) for comment in own))

    def table(self, name: str) -> Mapping[Id, Any]:
        """Return the table of that name, for reading only."""
        return getattr(self, name)  # type: ignore[no-any-return]

    def find(self, record_id: Id) -> Record | None:
        """Return the record of that id, of whatever table, or None."""
        card = self.cards.get(record_id)  # it most often is one
        if card is not None:
            return card
        for name in TABLES:
            record: Record | None = self.table(name).get(record_id)
            if record is not None:
                return record
        return None

    @cached_property
    def ordered_stages(self) -> tuple[Stage, ...]:
        """Stages from left to right."""
        return tuple(sorted(self.stages.values(), key=_position))

    @cached_property
    def steps_of(self) -> Mapping[Id, tuple[Step, ...]]:
        """Steps of each stage, from left to right."""
        steps: dict[Id, list[Step]] = {stage.id: [] for stage in self.ordered_stages}
        for step in sorted(self.steps.values(), key=_position):
            steps[step.stage].append(step)
        return {stage: tuple(found) for stage, found in steps.items()}

    @cached_property
    def ordered_steps(self) -> tuple[Step, ...]:
        """All steps from left to right: the map's columns."""
        return tuple(step for steps in self.steps_of.values() for step in steps)

    @cached_property
    def column_of(self) -> Mapping[Id, int]:
        """The number of each step's column, from 0."""
        return {step.id: index for index, step in enumerate(self.ordered_steps)}

    @cached_property
    def ordered_lanes(self) -> tuple[Lane, ...]:
        """Lanes from top to bottom."""
        return tuple(sorted(self.lanes.values(), key=_position))

    @cached_property
    def ordered_personas(self) -> tuple[Persona, ...]:
        """Personas in their order."""
        return tuple(sorted(self.personas.values(), key=_position))

    @cached_property
    def ordered_evidence(self) -> tuple[Evidence, ...]:
        """Evidence in its order."""
        return tuple(sorted(self.evidence.values(), key=_position))

    @cached_property
    def ordered_styles(self) -> tuple[CardStyle, ...]:
        """Card styles in their order."""
        return tuple(sorted(self.styles.values(), key=_position))

    @cached_property
    def ordered_views(self) -> tuple[SavedView, ...]:
        """Saved views in their order."""
        return tuple(sorted(self.views.values(), key=_position))

    @cached_property
    def empathy_of(self) -> Mapping[Id, tuple[EmpathyNote, ...]]:
        """The notes on each persona's empathy map, in order; personas without are left out."""
        return _grouped(self.empathy_notes.values(), "persona")

    @cached_property
    def whys_of(self) -> Mapping[Id, tuple[Why, ...]]:
        """The answers to why a pain point hurts, in order; cards without are left out."""
        return _grouped(self.whys.values(), "pain")

    @cached_property
    def ordered_flows(self) -> tuple[Flow, ...]:
        """User flows in their order."""
        return tuple(sorted(self.flows.values(), key=_position))

    @cached_property
    def flow_nodes_of(self) -> Mapping[Id, tuple[FlowNode, ...]]:
        """The nodes of each flow, from the top to the bottom; flows without are left out."""
        found: dict[Id, list[FlowNode]] = {}
        for node in sorted(self.flow_nodes.values(), key=lambda node: (node.y, node.x, node.id)):
            found.setdefault(node.flow, []).append(node)
        return {flow: tuple(nodes) for flow, nodes in found.items()}

    @cached_property
    def ordered_metrics(self) -> tuple[Metric, ...]:
        """Metrics in their order."""
        return tuple(sorted(self.metrics.values(), key=_position))

    @cached_property
    def figures_of(self) -> Mapping[Id, tuple[Figure, ...]]:
        """The figures of each metric, the oldest first; metrics without are left out."""
        found: dict[Id, list[Figure]] = {}
        for figure in sorted(self.figures.values(), key=lambda figure: (figure.date, figure.id)):
            found.setdefault(figure.metric, []).append(figure)
        return {metric: tuple(figures) for metric, figures in found.items()}

    @cached_property
    def comments_on(self) -> Mapping[Id, tuple[Comment, ...]]:
        """The comments on each record, in order; records without are left out."""
        return _grouped(self.comments.values(), "about")

    @cached_property
    def cells(self) -> Cells:
        """The cards by lane and first step."""
        return _fill_cells({}, (), self.cards.values())

    @cached_property
    def emotions_at(self) -> Mapping[Id, tuple[Emotion, ...]]:
        """The emotions of each step, in order; steps without are left out."""
        found: dict[Id, list[Emotion]] = {}
        for emotion in self.emotions.values():
            found.setdefault(emotion.step, []).append(emotion)
        return {step: tuple(sorted(own, key=_position)) for step, own in found.items()}

    def cell(self, lane: Id, step: Id) -> tuple[Card, ...]:
        """Return the cards that begin in a cell, in order."""
        return self.cells.get(lane, {}).get(step, ())

    def reading_order(self) -> list[Card]:
        """Return all cards, lane by lane, each from left to right."""
        return [
            card
            for lane in self.ordered_lanes
            for step in self.ordered_steps
            for card in self.cell(lane.id, step.id)
        ]

    def _with(self, changed: Mapping[str, Any]) -> "Map":
        """Return the map with some fields exchanged, carrying over what was derived."""
        fields = {name: getattr(self, name) for name in Map.model_fields}
        made = Map.model_construct(**(fields | dict(changed)))
        for name, tables in _DERIVED_FROM.items():
            if name in self.__dict__ and not tables & changed.keys():
                made.__dict__[name] = self.__dict__[name]
        return made


_DERIVED_FROM: Final[dict[str, set[str]]] = {
    "ordered_stages": {"stages"},
    "steps_of": {"stages", "steps"},
    "ordered_steps": {"stages", "steps"},
    "column_of": {"stages", "steps"},
    "ordered_lanes": {"lanes"},
    "ordered_personas": {"personas"},
    "ordered_evidence": {"evidence"},
    "ordered_styles": {"styles"},
    "ordered_views": {"views"},
    "empathy_of": {"empathy_notes"},
    "whys_of": {"whys"},
    "ordered_flows": {"flows"},
    "flow_nodes_of": {"flow_nodes"},
    "ordered_metrics": {"metrics"},
    "figures_of": {"figures"},
    "comments_on": {"comments"},
    "cells": {"cards"},
    "emotions_at": {"emotions"},
}


def table_of(record: Record) -> str:
    """Return the name of the table that *record* belongs to."""
    return next(name for name, kind in TABLES.items() if isinstance(record, kind))


def _position(record: Any) -> tuple[str, str]:
    """Sort by position; ids break ties, which only a merge can make."""
    return record.order, record.id


def _grouped(records: Iterable[Any], field: str) -> dict[Id, tuple[Any, ...]]:
    """Return *records* in order, by the id that each has in *field*."""
    found: dict[Id, list[Any]] = {}
    for record in sorted(records, key=_position):
        found.setdefault(vars(record)[field], []).append(record)
    return {key: tuple(own) for key, own in found.items()}


def _fill_cells(cells: Cells, gone: Iterable[Card], come: Iterable[Card]) -> Cells:
    """Return *cells* without the cards *gone* and with the cards *come*.

    Only cells whose cards changed are made anew, so a layout can tell by identity which
    lanes and cells an edit touched.
    """
    touched: dict[Id, dict[Id, dict[Id, Card]]] = {}

    def cell(card: Card) -> dict[Id, Card]:
        lane = touched.setdefault(card.lane, {})
        if card.first_step not in lane:
            old = cells.get(card.lane, {}).get(card.first_step, ())
            lane[card.first_step] = {each.id: each for each in old}
        return lane[card.first_step]

    for card in gone:
        del cell(card)[card.id]
    for card in come:
        cell(card)[card.id] = card
    filled = dict(cells)
    for lane, steps in touched.items():
        row = dict(cells.get(lane, {}))
        for step, cards in steps.items():
            row[step] = tuple(sorted(cards.values(), key=_position))
            if not cards:
                del row[step]
        filled[lane] = row
        if not row:
            del filled[lane]
    return filled
