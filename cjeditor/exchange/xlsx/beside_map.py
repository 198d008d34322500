"""What stands beside the map as tables: whys with their levels, flows node by node."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.fields import WHOLE, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.model.chains import chain_of, pain_points
from cjeditor.model.flow_graph import graph_of
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.naming import flow_name, one_line, spoken
from cjeditor.model.whys import Why

Levelled: TypeAlias = tuple[int, Why]
"""An answer with its level; 1 stands right below the pain point."""


def tables_beside(journey: Map, words: Words, names: Names) -> Iterator[Table]:
    """Yield the table of the whys and the one of the flows, if the map has any."""
    if journey.whys:
        columns = whys_columns(journey, words, names)
        yield tabulate("Whys", "tblWhys", columns, whys_in_order(journey))
    if journey.flow_nodes:
        columns = flows_columns(journey, words, names)
        yield tabulate("Flows", "tblFlows", columns, flow_nodes_in_order(journey))


def whys_in_order(journey: Map) -> list[Levelled]:
    """Return every answer, the worst pain point's first, each before those below it."""
    return [each for card in pain_points(journey) for each in chain_of(journey, card.id).in_order()]


def whys_columns(journey: Map, words: Words, names: Names) -> list[Column]:
    """Return the columns of `whys_in_order`."""

    def text_of(card: str | None) -> str | None:
        return one_line(journey.cards[card].text) if card is not None else None

    return [
        Column("id", lambda row: row[1].id, hidden=True),
        Column("pain id", lambda row: row[1].pain, hidden=True),
        Column("parent id", lambda row: row[1].parent, hidden=True),
        Column(words("Pain point"), lambda row: text_of(row[1].pain), width=36),
        Column(words("Level"), lambda row: row[0], width=8, number=WHOLE),
        *(_of_why(column) for _, column in field_columns(Why, words, names)),
        Column("countermeasure id", lambda row: row[1].countermeasure, hidden=True),
        Column(words("Countermeasure"), lambda row: text_of(row[1].countermeasure), width=36),
    ]


def _of_why(column: Column) -> Column:
    """Return a column of whys as one of levelled whys."""
    value = column.value
    return replace(column, value=lambda row: value(row[1]))


def flow_nodes_in_order(journey: Map) -> list[FlowNode]:
    """Return the nodes of every flow, as one follows the arrows."""
    flows = journey.ordered_flows
    return [node for flow in flows for node in graph_of(journey, flow.id).in_order()]


def flows_columns(journey: Map, words: Words, names: Names) -> list[Column]:
    """Return the columns of `flow_nodes_in_order`."""
    said = dict(field_columns(FlowNode, words, names))
    graphs = {flow: graph_of(journey, flow) for flow in journey.flows}

    def about(node: FlowNode) -> str:
        return spoken(journey, journey.flows[node.flow].about, words)

    def then(node: FlowNode) -> str | None:
        graph = graphs[node.flow]
        found = []
        for arrow in graph.out_of.get(node.id, ()):
            target = graph.node_of[arrow.target]
            text = one_line(target.text) or words(FLOW_NODE_KINDS[target.kind])
            found.append(f"{arrow.label}: {text}" if arrow.label else text)
        return "\n".join(found) or None

    return [
        Column("id", lambda node: node.id, hidden=True),
        Column("flow id", lambda node: node.flow, hidden=True),
        Column("about id", lambda node: journey.flows[node.flow].about, hidden=True),
        Column(words("User flow"), lambda node: flow_name(journey, node.flow, words), width=26),
        Column(words("About"), about, width=36),
        said["kind"],
        said["text"],
        Column(words("Then"), then, width=44),
    ]
