"""A tidy tree: every node in the middle above what is below it, subtrees as close as they fit.

After E. Reingold and J. Tilford, "Tidier Drawings of Trees", IEEE Transactions on Software
Engineering 7 (1981), 223-228, for any number of children.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from cjeditor.core.ids import Id

_Outline: TypeAlias = list[tuple[float, float]]
"""Left and right end of a subtree on each level, the deepest first, beside its own middle."""


def tidy(root: Id, below: Mapping[Id, Sequence[Id]], width: float, gap: float) -> dict[Id, float]:
    """Return the middle of each node, with the root's at 0; all are *width* wide.

    Args:
        below: What is below each node, from left to right; it may be left out for a leaf.
        gap: Least distance between two nodes of one level.
    """
    order = [root]
    for each in order:
        order += below.get(each, ())
    outlines: dict[Id, _Outline] = {}
    beside: dict[Id, float] = {root: 0.0}
    for each in reversed(order):
        children = below.get(each, ())
        outline: _Outline = []
        places = [_put_beside(outline, outlines.pop(child), gap) for child in children]
        middle = (places[0] + places[-1]) / 2 if places else 0.0
        for child, place in zip(children, places, strict=True):
            beside[child] = place - middle
        if middle:
            outline = [(left - middle, right - middle) for left, right in outline]
        outline.append((-width / 2, width / 2))
        outlines[each] = outline
    middles = {root: 0.0}
    for each in order:
        for child in below.get(each, ()):
            middles[child] = middles[each] + beside[child]
    return middles


def _put_beside(outline: _Outline, new: _Outline, gap: float) -> float:
    """Put a subtree to the right of those in *outline*, and return its middle there."""
    common = min(len(outline), len(new))
    place = max((outline[-n][1] - new[-n][0] + gap for n in range(1, common + 1)), default=0.0)
    moved = [(left + place, right + place) for left, right in new] if place else new
    deeper = moved[: len(new) - common] or outline[: len(outline) - common]
    shared = [(outline[-n][0], moved[-n][1]) for n in range(common, 0, -1)]
    outline[:] = [*deeper, *shared]
    return place
