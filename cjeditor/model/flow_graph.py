"""A user flow as the graph that its nodes and arrows form."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from cjeditor.core.ids import Id
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map


@dataclass(frozen=True, eq=False)
class FlowGraph:
    """One flow with all that is in it.

    Attributes:
        nodes: From the top to the bottom.
        arrows: In order, those of one source after each other.
    """

    flow: Flow
    nodes: tuple[FlowNode, ...]
    arrows: tuple[FlowArrow, ...]

    @cached_property
    def node_of(self) -> Mapping[Id, FlowNode]:
        """Each node by its id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def out_of(self) -> Mapping[Id, tuple[FlowArrow, ...]]:
        """The arrows that leave each node, in order; nodes without are left out."""
        found: dict[Id, list[FlowArrow]] = {}
        for arrow in self.arrows:
            found.setdefault(arrow.source, []).append(arrow)
        return {node: tuple(arrows) for node, arrows in found.items()}

    @cached_property
    def into(self) -> Mapping[Id, tuple[FlowArrow, ...]]:
        """The arrows that lead to each node, in order; nodes without are left out."""
        found: dict[Id, list[FlowArrow]] = {}
        for arrow in self.arrows:
            found.setdefault(arrow.target, []).append(arrow)
        return {node: tuple(arrows) for node, arrows in found.items()}

    def in_order(self) -> list[FlowNode]:
        """Return the nodes as one follows the arrows, each once."""
        beginnings = [node for node in self.nodes if node.id not in self.into]
        waiting = [*reversed(self.nodes), *reversed(beginnings)]
        found: dict[Id, FlowNode] = {}
        while waiting:
            node = waiting.pop()
            if node.id not in found:
                found[node.id] = node
                arrows = self.out_of.get(node.id, ())
                waiting += [self.node_of[arrow.target] for arrow in reversed(arrows)]
        return list(found.values())


def graph_of(journey: Map, flow: Id) -> FlowGraph:
    """Return a flow with its nodes and arrows; an arrow from or to elsewhere is left out."""
    nodes = journey.flow_nodes_of.get(flow, ())
    own = {node.id: place for place, node in enumerate(nodes)}
    arrows = [
        arrow
        for arrow in journey.flow_arrows.values()
        if arrow.source in own and arrow.target in own
    ]
    arrows.sort(key=lambda arrow: (own[arrow.source], arrow.order, arrow.id))
    return FlowGraph(journey.flows[flow], nodes, tuple(arrows))


def flows_about(journey: Map, element: Id) -> tuple[Flow, ...]:
    """Return the flows inside a step or card, in order."""
    return tuple(flow for flow in journey.ordered_flows if flow.about == element)
