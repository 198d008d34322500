"""What hangs on cards and steps and is copied with them: their whys and their user flows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.edits.children import child_id
from cjeditor.edits.place import place
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.records import Comment
from cjeditor.model.whys import Why


@dataclass(frozen=True, slots=True)
class Hanging:
    """Whys of pain points, flows inside cards or steps, and comments on any of these."""

    whys: tuple[Why, ...] = ()
    flows: tuple[Flow, ...] = ()
    nodes: tuple[FlowNode, ...] = ()
    arrows: tuple[FlowArrow, ...] = ()
    comments: tuple[Comment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.whys or self.flows or self.comments)


NOTHING: Final = Hanging()


def hanging_on(journey: Map, ids: Collection[Id]) -> Hanging:
    """Return what hangs on cards and steps, without comments."""
    flows = [flow for flow in journey.ordered_flows if flow.about in ids]
    nodes = [node for flow in flows for node in journey.flow_nodes_of.get(flow.id, ())]
    known = {node.id for node in nodes}
    arrows = [arrow for arrow in journey.flow_arrows.values() if arrow.source in known]
    whys = [why for each in ids for why in journey.whys_of.get(each, ())]
    return Hanging(tuple(whys), tuple(flows), tuple(nodes), tuple(arrows))


def with_comments(journey: Map, hanging: Hanging, ids: Iterable[Id]) -> Hanging:
    """Return *hanging* with what is said about it, and about the cards or steps of *ids*."""
    about = [*ids, *(why.id for why in hanging.whys), *(flow.id for flow in hanging.flows)]
    about += [node.id for node in hanging.nodes]
    said = [comment for each in about for comment in journey.comments_on.get(each, ())]
    return replace(hanging, comments=tuple(said))


def copied(hanging: Hanging, pairs: Mapping[Id, Id]) -> Hanging:
    """Return *hanging* under new ids, on the copies of what it hangs on.

    A countermeasure that was copied too is the copy.

    Args:
        pairs: Card or step → copy.
    """
    whys = {why.id: child_id(pairs[why.pain], why.id) for why in hanging.whys}
    flows = {flow.id: child_id(pairs[flow.about], flow.id) for flow in hanging.flows}
    nodes = _below(flows, ((node.flow, node.id) for node in hanging.nodes))
    about = {**pairs, **whys, **flows, **nodes}
    arrows = _below(nodes, ((arrow.source, arrow.id) for arrow in hanging.arrows))
    return Hanging(
        tuple(
            why.replace(
                id=whys[why.id],
                pain=pairs[why.pain],
                parent=whys.get(why.parent or ""),
                countermeasure=pairs.get(why.countermeasure or "", why.countermeasure),
            )
            for why in hanging.whys
        ),
        tuple(flow.replace(id=flows[flow.id], about=pairs[flow.about]) for flow in hanging.flows),
        tuple(
            node.replace(id=nodes[node.id], flow=flows[node.flow])
            for node in hanging.nodes
            if node.id in nodes
        ),
        tuple(
            arrow.replace(
                id=arrows[arrow.id], source=nodes[arrow.source], target=nodes[arrow.target]
            )
            for arrow in hanging.arrows
            if arrow.id in arrows and arrow.target in nodes
        ),
        tuple(
            comment.replace(id=child_id(new, comment.id), about=new)
            for comment in hanging.comments
            if (new := about.get(comment.about)) is not None
        ),
    )


def with_hanging(journey: Map, hanging: Hanging) -> Map:
    """Return *journey* with *hanging*, whose hosts and ids must fit; its flows come last."""
    if not hanging:
        return journey
    flows = place(journey.ordered_flows, None, hanging.flows)
    return journey.put(*hanging.whys, *flows, *hanging.nodes, *hanging.arrows, *hanging.comments)


def _below(hosts: Mapping[Id, Id], pairs: Iterable[tuple[Id, Id]]) -> dict[Id, Id]:
    """Return new ids for what stands below known hosts: pairs of host and own id."""
    return {own: child_id(hosts[host], own) for host, own in pairs if host in hosts}
