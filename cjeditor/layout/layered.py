"""Nodes of a graph in layers, so that arrows run down and seldom cross.

After K. Sugiyama, S. Tagawa, M. Toda, "Methods for Visual Understanding of Hierarchical System
Structures", IEEE Transactions on Systems, Man, and Cybernetics 11 (1981), 109-125: break
cycles, find layers, order them by barycentres, put nodes near the middle of their neighbours.
Equal graphs get equal places.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeAlias

from cjeditor.core.ids import Id

Key: TypeAlias = Id | tuple[int, int]
"""A node; or where an arrow passes a layer: its number and the layer's."""

Arrow: TypeAlias = tuple[Id, Id]
"""From and to."""

_SWEEPS: Final = 13
"""Down and up in turn, down at last."""
_PASSING: Final = 24.0
"""Width that an arrow takes that passes a layer."""


@dataclass(slots=True)
class _Layers:
    """Layers from the top, each from left to right, with what is joined from layer to layer."""

    rows: list[list[Key]]
    above: dict[Key, list[Key]] = field(default_factory=dict)
    below: dict[Key, list[Key]] = field(default_factory=dict)

    def join(self, upper: Key, lower: Key) -> None:
        self.below.setdefault(upper, []).append(lower)
        self.above.setdefault(lower, []).append(upper)


def arrange(
    sizes: Mapping[Id, tuple[float, float]],
    arrows: Sequence[Arrow],
    across: float,
    down: float,
) -> dict[Id, tuple[float, float]]:
    """Return the middle of every node; the first one's is 0, 0.

    Args:
        sizes: Width and height of each node, in the order of reading.
        arrows: Between nodes that are there.
        across, down: Least distance of neighbours and of layers.
    """
    if not sizes:
        return {}
    forward = _without_cycles(list(sizes), arrows)
    layers = _layers(_depths(list(sizes), forward), forward)
    _order(layers)
    xs = _across(layers, sizes, across)
    places: dict[Id, tuple[float, float]] = {}
    top = 0.0
    for row in layers.rows:
        nodes = [key for key in row if isinstance(key, str)]
        height = max((sizes[node][1] for node in nodes), default=0.0)
        places |= {node: (xs[node], top + height / 2) for node in nodes}
        top += height + down
    x0, y0 = places[next(iter(sizes))]
    return {node: (places[node][0] - x0, places[node][1] - y0) for node in sizes}


def _without_cycles(nodes: Sequence[Id], arrows: Iterable[Arrow]) -> list[Arrow]:
    """Return the arrows, those that lead back turned around, each once."""
    out: dict[Id, list[Id]] = {node: [] for node in nodes}
    into: set[Id] = set()
    for source, target in arrows:
        if source != target:
            out[source].append(target)
            into.add(target)
    state = dict.fromkeys(nodes, "new")
    forward: dict[Arrow, None] = {}
    for root in sorted(nodes, key=lambda node: node in into):
        path = [root] if state[root] == "new" else []
        state[root] = "open" if path else state[root]
        while path:
            node = path[-1]
            if not out[node]:
                state[node] = "done"
                path.pop()
                continue
            target = out[node].pop(0)
            if state[target] == "open":
                forward[target, node] = None
            else:
                forward[node, target] = None
                if state[target] == "new":
                    state[target] = "open"
                    path.append(target)
    return list(forward)


def _depths(nodes: Sequence[Id], arrows: Sequence[Arrow]) -> dict[Id, int]:
    """Return the number of each node's layer: one below the lowest that leads to it."""
    waits = dict.fromkeys(nodes, 0)
    out: dict[Id, list[Id]] = {node: [] for node in nodes}
    for source, target in arrows:
        out[source].append(target)
        waits[target] += 1
    depth = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waits[node]]
    for node in ready:
        for target in out[node]:
            depth[target] = max(depth[target], depth[node] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return depth


def _layers(depth: Mapping[Id, int], arrows: Sequence[Arrow]) -> _Layers:
    layers = _Layers([[] for _ in range(max(depth.values()) + 1)])
    for node, level in depth.items():
        layers.rows[level].append(node)
    for number, (source, target) in enumerate(arrows):
        last: Key = source
        for level in range(depth[source] + 1, depth[target]):
            passing = (number, level)
            layers.rows[level].append(passing)
            layers.join(last, passing)
            last = passing
        layers.join(last, target)
    return layers


def _order(layers: _Layers) -> None:
    """Sort the layers so that few arrows cross: the best of several sweeps down and up."""
    best, fewest = [list(row) for row in layers.rows], _crossings(layers)
    for sweep in range(_SWEEPS):
        joined = layers.below if sweep % 2 else layers.above
        order = range(len(layers.rows))
        for level in reversed(order) if sweep % 2 else order:
            beside = level + (1 if sweep % 2 else -1)
            if 0 <= beside < len(layers.rows):
                _sort(layers.rows[level], joined, layers.rows[beside])
        count = _crossings(layers)
        if count < fewest:
            best, fewest = [list(row) for row in layers.rows], count
        if not fewest:
            break
    layers.rows = best


def _sort(row: list[Key], joined: Mapping[Key, Sequence[Key]], beside: Sequence[Key]) -> None:
    place = {key: number for number, key in enumerate(beside)}
    own = {key: number for number, key in enumerate(row)}

    def middle(key: Key) -> float:
        found = [place[each] for each in joined.get(key, ())]
        return sum(found) / len(found) if found else own[key]

    row.sort(key=middle)


def _crossings(layers: _Layers) -> int:
    count = 0
    for upper, lower in pairwise(layers.rows):
        place = {key: number for number, key in enumerate(lower)}
        ends = [sorted(place[each] for each in layers.below.get(key, ())) for key in upper]
        flat = [end for own in ends for end in own]
        count += sum(a > b for number, a in enumerate(flat) for b in flat[number + 1 :])
    return count


def _across(
    layers: _Layers, sizes: Mapping[Id, tuple[float, float]], gap: float
) -> dict[Key, float]:
    """Return the middle of everything from left to right."""

    def width(key: Key) -> float:
        return sizes[key][0] if isinstance(key, str) else _PASSING

    xs: dict[Key, float] = {}
    for row in layers.rows:
        total = sum(width(key) + gap for key in row) - gap
        left = -total / 2
        for key in row:
            xs[key] = left + width(key) / 2
            left += width(key) + gap
    for sweep in range(_SWEEPS):
        joined = layers.below if sweep % 2 else layers.above
        for row in reversed(layers.rows) if sweep % 2 else layers.rows:
            wanted = [_wanted(key, joined.get(key, ()), xs) for key in row]
            xs |= dict(zip(row, _apart(wanted, [width(key) for key in row], gap), strict=True))
    return xs


def _wanted(key: Key, joined: Sequence[Key], xs: Mapping[Key, float]) -> float:
    """Return where something stands best: in the middle of its neighbours.

    Nodes look at nodes before they look at arrows that pass, so that these go around.
    """
    nodes = [each for each in joined if isinstance(each, str)] or joined
    return sum(xs[each] for each in nodes) / len(nodes) if nodes else xs[key]


def _apart(wanted: Sequence[float], widths: Sequence[float], gap: float) -> list[float]:
    """Return places as near to the wanted ones as can be, in order and far enough apart.

    Neighbours that would come too near are put together around their common middle: the
    pool-adjacent-violators way of isotonic regression.
    """
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        middle, count = place - offset, 1
        while pools and pools[-1][0] >= middle:
            before, many = pools.pop()
            middle = (middle * count + before * many) / (count + many)
            count += many
        pools.append((middle, count))
    placed = [middle for middle, count in pools for _ in range(count)]
    return [base + offset for base, offset in zip(placed, offsets, strict=True)]
