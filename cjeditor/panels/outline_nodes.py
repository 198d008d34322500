"""The rows of the outline that somebody has looked at, as a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cjeditor.core.ids import Id


@dataclass(eq=False)
class Node:
    """One row.

    Attributes:
        element: Id of the record; "" for the head of the lanes.
        children: None until somebody asks for them.
    """

    element: Id
    parent: "Node | None" = None
    row: int = 0
    children: list["Node"] | None = field(default=None, repr=False)


class Nodes:
    """The tree, and each row of it by its record and by its number.

    Attributes:
        root: Stands above the stages and the head of the lanes.
    """

    def __init__(self) -> None:
        self.root = Node("")
        self._of: dict[Id, Node] = {}
        self._numbered: dict[int, Node] = {}

    def of(self, element: Id) -> Node | None:
        """Return the row of a record; None if nobody has looked at it yet."""
        return self._of.get(element)

    def numbered(self, number: int) -> Node | None:
        """Return the row whose `id` is *number*; None if it is gone."""
        return self._numbered.get(number)

    def insert(self, parent: Node, at: int, ids: Sequence[Id]) -> list[Node]:
        """Put new rows for *ids* below *parent*, and return them."""
        made = [Node(each, parent) for each in ids]
        for node in made:
            self._of[node.element] = node
            self._numbered[id(node)] = node
        if parent.children is None:
            parent.children = []
        parent.children[at:at] = made
        _number(parent, at)
        return made

    def remove(self, parent: Node, first: int, last: int) -> None:
        """Take rows from *first* to *last* away, with all that is below them."""
        children = parent.children or []
        for node in children[first : last + 1]:
            for gone in _with_all_below(node):
                self._numbered.pop(id(gone), None)
                if self._of.get(gone.element) is gone:
                    del self._of[gone.element]
        del children[first : last + 1]
        _number(parent, first)

    def move(self, node: Node, parent: Node, at: int) -> None:
        """Put *node* before what is the row *at* of *parent* now."""
        old = node.parent or self.root
        assert old.children is not None
        assert parent.children is not None
        if old is parent and node.row < at:
            at -= 1
        del old.children[node.row]
        _number(old, node.row)
        parent.children.insert(at, node)
        node.parent = parent
        _number(parent, 0)


def _number(parent: Node, first: int) -> None:
    for row, node in enumerate((parent.children or [])[first:], first):
        node.row = row


def _with_all_below(node: Node) -> Iterator[Node]:
    yield node
    for each in node.children or ():
        yield from _with_all_below(each)
