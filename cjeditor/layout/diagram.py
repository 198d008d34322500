"""A drawing of nodes and the lines between them, apart from the map: whys, user flows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.scaled import scaled_block
from cjeditor.display.shapes import Block, Rect, union

EDGE: Final = 8.0
"""Points around everything, for shadows and strokes."""

LEAST: Final = 0.62
"""The lowest scale at which the words of a diagram are read well on paper."""


@dataclass(frozen=True, eq=False)
class Diagram:
    """Where everything stands, in points.

    Attributes:
        lines: Behind the nodes; an element is what the line belongs to, or "".
        nodes: In the order in which they are read.
    """

    lines: tuple[Block, ...] = ()
    nodes: tuple[Block, ...] = ()

    @cached_property
    def node_of(self) -> dict[Id, Block]:
        """Each node by its element."""
        return {block.element: block for block in self.nodes}

    @cached_property
    def line_of(self) -> dict[Id, Block]:
        """Each line that belongs to something by its element."""
        return {block.element: block for block in self.lines if block.element}

    @cached_property
    def area(self) -> Rect:
        """Around everything, with some room."""
        return union([block.rect for block in (*self.lines, *self.nodes)]).grown(EDGE)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything from back to front."""
        return (*self.lines, *self.nodes)

    def node_at(self, x: float, y: float) -> Id | None:
        """Return the foremost node at a point."""
        for block in reversed(self.nodes):
            if block.rect.contains(x, y):
                return block.element
        return None


def scaled(diagram: Diagram, by: float) -> Diagram:
    """Return a diagram *by* times as large, with its area's corner at 0, 0."""
    area = diagram.area

    def moved(block: Block) -> Block:
        return scaled_block(block._replace(x=block.x - area.x, y=block.y - area.y), by)

    return Diagram(tuple(map(moved, diagram.lines)), tuple(map(moved, diagram.nodes)))
