"""User flows: add flows, nodes and arrows, and move them."""

from dataclasses import dataclass, field
from typing import ClassVar

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.children import child_id
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import anywhere, free, one
from cjeditor.edits.place import place
from cjeditor.edits.valid import made
from cjeditor.model.flow_graph import graph_of
from cjeditor.model.flows import Flow, FlowArrow, FlowNode, FlowNodeKind
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class AddFlow:
    """Begin a flow inside a step or card, with its start."""

    about: Id
    title: str = ""
    flow_id: Id = field(default_factory=new_id)

    label = mark("Add a user flow")

    def apply(self, journey: Map) -> Map:
        anywhere(journey, self.about)
        flow = made(Flow, id=free(journey, self.flow_id), about=self.about, title=self.title)
        if faults_of(journey, flow):
            raise EditError(mark("A user flow belongs to a step or a card."))
        start_id = free(journey, child_id(self.flow_id, "start"))
        start = FlowNode(id=start_id, flow=flow.id, kind="start")
        return journey.put(*place(journey.ordered_flows, None, [flow])).put(start)


@dataclass(frozen=True, slots=True)
class MoveFlow:
    """Give a flow another place in their order.

    Attributes:
        index: Its place among the flows that stay; None means the last.
    """

    flow: Id
    index: int | None

    label = mark("Move a user flow")

    def apply(self, journey: Map) -> Map:
        flow = one(journey.flows, self.flow)
        stay = [each for each in journey.ordered_flows if each.id != flow.id]
        return journey.put(*place(stay, self.index, [flow]))


@dataclass(frozen=True, slots=True)
class AddFlowNode:
    """Add a node to a flow, and an arrow to it from another one.

    Attributes:
        x, y: Its middle in points.
        source: Where the arrow comes from; None means no arrow.
        arrow: What the arrow is labelled: "yes".
    """

    flow: Id
    kind: FlowNodeKind
    text: str
    x: float
    y: float
    source: Id | None = None
    arrow: str = ""
    node_id: Id = field(default_factory=new_id)

    label = mark("Add a step of a flow")

    def apply(self, journey: Map) -> Map:
        flow = one(journey.flows, self.flow)
        node = made(
            FlowNode, id=free(journey, self.node_id), flow=flow.id, kind=self.kind,
            text=self.text, x=_within(self.x), y=_within(self.y),
        )  # fmt: skip
        after = journey.put(node)
        if self.source is None:
            return after
        arrow_id = child_id(self.node_id, "arrow")
        return ConnectNodes(self.source, node.id, self.arrow, arrow_id).apply(after)


@dataclass(frozen=True, slots=True)
class ConnectNodes:
    """Say that one node of a flow follows on another."""

    source: Id
    target: Id
    text: str = ""
    arrow_id: Id = field(default_factory=new_id)

    label = mark("Connect steps of a flow")

    def apply(self, journey: Map) -> Map:
        source = one(journey.flow_nodes, self.source)
        target = one(journey.flow_nodes, self.target)
        if source is target:
            raise EditError(mark("A step of a flow cannot lead to itself."))
        if source.flow != target.flow:
            raise EditError(mark("An arrow stays inside its flow."))
        arrow = made(
            FlowArrow, id=free(journey, self.arrow_id), source=self.source, target=self.target,
            label=self.text,
        )  # fmt: skip
        there = graph_of(journey, target.flow).out_of.get(self.source, ())
        if any(each.target == self.target for each in there):
            return journey
        return journey.put(*place(there, None, [arrow]))


@dataclass(frozen=True, slots=True)
class PlaceNodes:
    """Put nodes of flows somewhere.

    Attributes:
        places: Id and middle, in points, of each.
    """

    places: tuple[tuple[Id, float, float], ...]
    label: str = mark("Move steps of a flow")

    ARRANGE: ClassVar[str] = mark("Arrange a flow")

    def apply(self, journey: Map) -> Map:
        return journey.put(
            *(
                one(journey.flow_nodes, node).replace(x=_within(x), y=_within(y))
                for node, x, y in self.places
            )
        )


_FARTHEST = 1_000_000.0


def _within(place: float) -> float:
    return min(max(place, -_FARTHEST), _FARTHEST)
