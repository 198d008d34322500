"""Where an arrow key goes in a flow: along its arrows, else to what is nearest that way."""

from collections.abc import Iterable
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.layout.diagram import Diagram
from cjeditor.model.flow_graph import FlowGraph
from cjeditor.model.flows import FlowArrow
from cjeditor.tools.diagram.view import Way

_ASIDE: Final = 2.0
"""How many times farther a node counts for what it lies aside of the way."""


def nearest(graph: FlowGraph, diagram: Diagram, element: Id, way: Way) -> Id | None:
    """Return what is beside a node or an arrow of a flow.

    From a node: one that an arrow joins it to, if it lies that way; else any other that does;
    else, downwards, what follows, and upwards, what it follows on. From an arrow: its ends,
    and to the left and right the other arrows of its source.
    """
    arrow = next((each for each in graph.arrows if each.id == element), None)
    if arrow is not None:
        return _beside_arrow(graph, arrow, way)
    out, into = graph.out_of.get(element, ()), graph.into.get(element, ())
    joined = [each.target for each in out] + [each.source for each in into]
    rect_of = {block.element: block.rect for block in diagram.nodes}
    others = [node for node in rect_of if node != element]
    found = _closest(rect_of, element, joined, way) or _closest(rect_of, element, others, way)
    if found is None and way == "down" and out:
        return out[0].target
    if found is None and way == "up" and into:
        return into[0].source
    return found


def _beside_arrow(graph: FlowGraph, arrow: FlowArrow, way: Way) -> Id | None:
    if way in ("up", "down"):
        return arrow.source if way == "up" else arrow.target
    ids = [each.id for each in graph.out_of[arrow.source]]
    at = ids.index(arrow.id) + (1 if way == "right" else -1)
    return ids[at] if 0 <= at < len(ids) else None


def _closest(rect_of: dict[Id, Rect], element: Id, candidates: Iterable[Id], way: Way) -> Id | None:
    x, y = _middle(rect_of[element])
    best: tuple[float, Id] | None = None
    for each in candidates:
        dx, dy = (there - here for there, here in zip(_middle(rect_of[each]), (x, y), strict=True))
        ahead, aside = {
            "left": (-dx, dy), "right": (dx, dy), "up": (-dy, dx), "down": (dy, dx),
        }[way]  # fmt: skip
        if ahead > 1 and abs(aside) <= ahead * _ASIDE:
            far = ahead + _ASIDE * abs(aside)
            best = min(best or (far, each), (far, each))
    return best[1] if best else None


def _middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.width / 2, rect.y + rect.height / 2
