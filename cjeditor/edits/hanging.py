"""What hangs on cards and steps, and goes along where they are copied or cut."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.edits.children import child_id
from cjeditor.edits.place import place
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Comment
from cjeditor.model.references import with_other_ids
from cjeditor.model.whys import Why


@dataclass(frozen=True, slots=True)
class Hanging:
    """Whys of pain points, flows inside cards or steps, what is measured there, what is said."""

    whys: tuple[Why, ...] = ()
    flows: tuple[Flow, ...] = ()
    nodes: tuple[FlowNode, ...] = ()
    arrows: tuple[FlowArrow, ...] = ()
    metrics: tuple[Metric, ...] = ()
    figures: tuple[Figure, ...] = ()
    comments: tuple[Comment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.whys or self.flows or self.metrics or self.comments)


NOTHING: Final = Hanging()


def hanging_on(journey: Map, ids: Collection[Id], *, cut: bool = False) -> Hanging:
    """Return what hangs on cards and steps.

    Args:
        cut: Whether they are taken off the map; only then comments and figures go along, which
            are about the one card that there is, and not about a copy.
    """
    flows = [flow for flow in journey.ordered_flows if flow.about in ids]
    nodes = [node for flow in flows for node in journey.flow_nodes_of.get(flow.id, ())]
    known = {node.id for node in nodes}
    arrows = [arrow for arrow in journey.flow_arrows.values() if arrow.source in known]
    whys = [why for each in ids for why in journey.whys_of.get(each, ())]
    found = Hanging(tuple(whys), tuple(flows), tuple(nodes), tuple(arrows))
    return _cut(journey, found, ids) if cut else found


def _cut(journey: Map, hanging: Hanging, ids: Collection[Id]) -> Hanging:
    metrics = [metric for metric in journey.ordered_metrics if metric.about in ids]
    figures = [each for metric in metrics for each in journey.figures_of.get(metric.id, ())]
    about = [*ids, *(why.id for why in hanging.whys), *(flow.id for flow in hanging.flows)]
    about += [*(node.id for node in hanging.nodes), *(metric.id for metric in metrics)]
    said = [comment for each in about for comment in journey.comments_on.get(each, ())]
    return replace(hanging, metrics=tuple(metrics), figures=tuple(figures), comments=tuple(said))


def copied(hanging: Hanging, pairs: Mapping[Id, Id]) -> Hanging:
    """Return *hanging* under new ids, on the copies of what it hangs on.

    What hangs on nothing that was copied is left out; a countermeasure that was copied too is
    the copy.

    Args:
        pairs: Card or step → copy.
    """
    whys = _below(pairs, ((why.pain, why.id) for why in hanging.whys))
    flows = _below(pairs, ((flow.about, flow.id) for flow in hanging.flows))
    nodes = _below(flows, ((node.flow, node.id) for node in hanging.nodes))
    whole = (arrow for arrow in hanging.arrows if arrow.target in nodes)
    arrows = _below(nodes, ((arrow.source, arrow.id) for arrow in whole))
    metrics = _below(pairs, ((metric.about, metric.id) for metric in hanging.metrics))
    figures = _below(metrics, ((figure.metric, figure.id) for figure in hanging.figures))
    about = {**pairs, **whys, **flows, **nodes, **metrics}
    said = _below(about, ((comment.about, comment.id) for comment in hanging.comments))
    ids = {**about, **arrows, **figures, **said}
    return Hanging(
        _under(ids, "whys", hanging.whys),
        _under(ids, "flows", hanging.flows),
        _under(ids, "flow_nodes", hanging.nodes),
        _under(ids, "flow_arrows", hanging.arrows),
        _under(ids, "metrics", hanging.metrics),
        _under(ids, "figures", hanging.figures),
        _under(ids, "comments", hanging.comments),
    )


def with_hanging(journey: Map, hanging: Hanging) -> Map:
    """Return *journey* with *hanging*, whose hosts and ids must fit; flows and metrics are last."""
    if not hanging:
        return journey
    flows = place(journey.ordered_flows, None, hanging.flows)
    metrics = place(journey.ordered_metrics, None, hanging.metrics)
    return journey.put(
        *hanging.whys, *flows, *hanging.nodes, *hanging.arrows,
        *metrics, *hanging.figures, *hanging.comments,
    )  # fmt: skip


def _below(hosts: Mapping[Id, Id], pairs: Iterable[tuple[Id, Id]]) -> dict[Id, Id]:
    """Return new ids for what stands below known hosts: pairs of host and own id."""
    return {own: child_id(hosts[host], own) for host, own in pairs if host in hosts}


def _under(ids: Mapping[Id, Id], table: str, records: Iterable[Any]) -> tuple[Any, ...]:
    """Return those records that have another id, under it."""
    return tuple(with_other_ids(table, each, ids) for each in records if each.id in ids)
