"""User flow → Mermaid flowchart."""

from collections.abc import Iterator
from typing import Final
from unicodedata import category

from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.model.flow_graph import FlowGraph, graph_of
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowNode, FlowNodeKind
from cjeditor.model.map import Map

_INDENT: Final = "    "
_FORMS: Final[dict[FlowNodeKind, tuple[str, str]]] = {
    "start": ("([", "])"),
    "action": ("[", "]"),
    "decision": ("{", "}"),
    "system": ("[[", "]]"),
    "end": ("([", "])"),
}
"""What stands around a node's words."""

_CODED: Final = str.maketrans({each: f"#{ord(each)};" for each in '"#&<>`:;%\\'} | {"\n": "<br/>"})
"""What Mermaid would end a text at, or take for markup, as codes; lines as it breaks them."""


def flowchart(journey: Map, flow: Id, words: Words) -> str:
    """Return a flow as Mermaid takes it; its nodes are called n1, n2 … in reading order.

    Where the nodes stand is not told: Mermaid puts them itself.
    """
    graph = graph_of(journey, flow)
    return "\n".join([*_lines(graph, words), ""])


def _lines(graph: FlowGraph, words: Words) -> Iterator[str]:
    title = " ".join(graph.flow.title.split())
    if title:
        yield from ("---", f"title: {_yaml(title)}", "---")
    yield "flowchart TD"
    names = {node.id: f"n{number}" for number, node in enumerate(graph.in_order(), start=1)}
    for node in graph.in_order():
        before, after = _FORMS[node.kind]
        yield f"{_INDENT}{names[node.id]}{before}{_quoted(_text(node, words))}{after}"
    for node in graph.in_order():
        for arrow in graph.out_of.get(node.id, ()):
            label = f"|{_quoted(arrow.label.strip())}|" if arrow.label.strip() else ""
            yield f"{_INDENT}{names[arrow.source]} -->{label} {names[arrow.target]}"


def _text(node: FlowNode, words: Words) -> str:
    return node.text.strip() or words(FLOW_NODE_KINDS[node.kind])


def _quoted(text: str) -> str:
    lines = (_printable(line.strip()) for line in text.splitlines())
    return '"' + "\n".join(lines).translate(_CODED) + '"'


def _printable(text: str) -> str:
    return "".join(each for each in text if category(each) not in ("Cc", "Cs"))


def _yaml(text: str) -> str:
    """Return *text* as a double-quoted scalar."""
    return '"' + _printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
