"""What stands in a `*.cjm` file: the map's records as lists, in reading order."""

from collections.abc import Callable
from typing import Annotated, Any, Literal, cast

from pydantic import ConfigDict, FailFast, Field
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_json

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.files.errors import BrokenMap
from cjeditor.files.header import FORMAT
from cjeditor.files.migrations import CURRENT
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.registry import AnyCard, AnyLane
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.integrity import Fault, faults
from cjeditor.model.map import TABLES, Map
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
from cjeditor.model.whys import Why


class Document(Frozen):
    """A customer journey map as CJ Editor saves it.

    Fields that have their default value may be left out.
    """

    model_config = ConfigDict(title="CJ Editor map")

    format: Literal["cjeditor"]
    version: Annotated[int, Field(ge=CURRENT, le=CURRENT)]
    id: Id
    scope: Scope = Field(default_factory=Scope)
    personas: Annotated[tuple[Persona, ...], FailFast()] = ()
    stages: Annotated[tuple[Stage, ...], FailFast()] = ()
    steps: Annotated[tuple[Step, ...], FailFast()] = ()
    lanes: Annotated[tuple[AnyLane, ...], FailFast()] = ()
    cards: Annotated[tuple[AnyCard, ...], FailFast()] = ()
    emotions: Annotated[tuple[Emotion, ...], FailFast()] = ()
    links: Annotated[tuple[Link, ...], FailFast()] = ()
    evidence: Annotated[tuple[Evidence, ...], FailFast()] = ()
    pictures: Annotated[tuple[Picture, ...], FailFast()] = ()
    styles: Annotated[tuple[CardStyle, ...], FailFast()] = ()
    comments: Annotated[tuple[Comment, ...], FailFast()] = ()
    views: Annotated[tuple[SavedView, ...], FailFast()] = ()
    empathy_notes: Annotated[tuple[EmpathyNote, ...], FailFast()] = ()
    whys: Annotated[tuple[Why, ...], FailFast()] = ()
    flows: Annotated[tuple[Flow, ...], FailFast()] = ()
    flow_nodes: Annotated[tuple[FlowNode, ...], FailFast()] = ()
    flow_arrows: Annotated[tuple[FlowArrow, ...], FailFast()] = ()
    metrics: Annotated[tuple[Metric, ...], FailFast()] = ()
    figures: Annotated[tuple[Figure, ...], FailFast()] = ()

    @staticmethod
    def of(journey: Map) -> "Document":
        """Return *journey* as it is saved."""
        cards = journey.reading_order()
        card_place = {card.id: place for place, card in enumerate(cards)}

        def emotion_place(emotion: Emotion) -> tuple[int, str, str, str, str]:
            column = journey.column_of[emotion.step]
            return column, emotion.persona or "", emotion.state, emotion.order, emotion.id

        def link_place(link: Link) -> tuple[int, int, str]:
            return card_place[link.source], card_place[link.target], link.id

        def by(*fields: str) -> Callable[[Any], tuple[Any, ...]]:
            return lambda record: (*(vars(record)[name] or "" for name in fields), record.id)

        return Document.model_construct(
            format=FORMAT,
            version=CURRENT,
            id=journey.id,
            scope=journey.scope,
            personas=journey.ordered_personas,
            stages=journey.ordered_stages,
            steps=journey.ordered_steps,
            lanes=cast(tuple[AnyLane, ...], journey.ordered_lanes),
            cards=cast(tuple[AnyCard, ...], tuple(cards)),
            emotions=tuple(sorted(journey.emotions.values(), key=emotion_place)),
            links=tuple(sorted(journey.links.values(), key=link_place)),
            evidence=journey.ordered_evidence,
            pictures=tuple(journey.pictures[each] for each in sorted(journey.pictures)),
            styles=journey.ordered_styles,
            comments=tuple(sorted(journey.comments.values(), key=by("about", "order"))),
            views=journey.ordered_views,
            empathy_notes=tuple(
                sorted(journey.empathy_notes.values(), key=by("persona", "field", "order"))
            ),
            whys=tuple(sorted(journey.whys.values(), key=by("pain", "parent", "order"))),
            flows=journey.ordered_flows,
            flow_nodes=tuple(sorted(journey.flow_nodes.values(), key=by("flow"))),
            flow_arrows=tuple(sorted(journey.flow_arrows.values(), key=by("source", "order"))),
            metrics=journey.ordered_metrics,
            figures=tuple(sorted(journey.figures.values(), key=by("metric", "date"))),
        )

    def journey(self) -> Map:
        """Return the map.

        Raises:
            BrokenMap: Its records do not fit together.
        """
        tables: dict[str, Any] = {}
        for name in TABLES:
            records = getattr(self, name)
            table = tables[name] = {record.id: record for record in records}
            if len(table) < len(records):
                raise BrokenMap(_doubled(name, records))
        journey = Map.model_construct(id=self.id, scope=self.scope, **tables)
        if found := faults(journey):
            raise BrokenMap(tuple(found))
        return journey


def schema() -> bytes:
    """Return the JSON Schema of the current file version."""
    made = Document.model_json_schema(mode="validation")
    return to_json({"$schema": GenerateJsonSchema.schema_dialect, **made}, indent=2) + b"\n"


def _doubled(table: str, records: tuple[Any, ...]) -> tuple[Fault, ...]:
    seen: set[Id] = set()
    found = []
    for record in records:
        if record.id in seen:
            found.append(Fault("doubled id", f"{table}/{record.id}", "id", record.id))
        seen.add(record.id)
    return tuple(found)


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(schema())
