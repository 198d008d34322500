"""The map as a tree: stages, their steps, the steps' cards and feelings; and the lanes."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette

from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.registry import kind_of_card, kind_of_lane
from cjeditor.model.map import Map
from cjeditor.panels.choice_fields import FEELINGS
from cjeditor.panels.icons import coloured, seen
from cjeditor.panels.labels import one_line
from cjeditor.panels.outline_changes import renamed, staying, touched
from cjeditor.panels.outline_nodes import Node, Nodes

Index = QModelIndex | QPersistentModelIndex
Renamer = Callable[[Id, str, str], None]
"""Takes a record's id, the field that names it, and its new name."""

ROLE_ID = Qt.ItemDataRole.UserRole
ROLE_NOTE = Qt.ItemDataRole(Qt.ItemDataRole.UserRole + 1)
"""What stands in grey at the end of a row: the lane of a card."""


_ROW: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_LEAF: Final = _ROW | Qt.ItemFlag.ItemNeverHasChildren
"""Flags are asked for each row at each change; making them anew would take most of the time."""


class OutlineModel(QAbstractItemModel):
    """Rows are made when they are first looked at, so that a large map costs nothing.

    Args:
        rename: Called when the user gives a row another name.
    """

    def __init__(self, journey: Map, rename: Renamer) -> None:
        super().__init__()
        self._journey = journey
        self._rename = rename
        self._nodes = Nodes()
        self._root = self._nodes.root
        self._palette = QPalette()

    def show_map(self, journey: Map) -> None:
        """Show another map; what is in both keeps its row, wherever that goes."""
        before, self._journey = self._journey, journey
        changed: list[Node] = []
        for element in touched(before, journey):
            node = self._root if element is None else self._nodes.of(element)
            if node is not None and self._is_made_otherwise(node):
                self._place(node)
                changed.append(node)
        for node in changed:  # only now, when what goes on elsewhere has been taken out
            self._remove_gone(node)
        for node in changed:
            self._tell_numbers(node)
        for element in renamed(before, journey):
            self._tell_words(self._nodes.of(element))

    def shares_stages_with(self, journey: Map) -> bool:
        """Tell whether any stage shown here is one of *journey* too."""
        return not self._journey.stages.keys().isdisjoint(journey.stages)

    def set_palette(self, palette: QPalette) -> None:
        """Draw the symbols for the ground and the ink of *palette*."""
        self._palette = palette

    def index_of(self, element: Id) -> QModelIndex:
        """Return the row of a record; an invalid one if it has none."""
        node = None
        for each in self._path(element):
            self._children(node or self._root)
            node = self._nodes.of(each)
        return QModelIndex() if node is None else self._index_for(node)

    def _path(self, element: Id) -> list[Id]:
        """Return the rows that lead to a record's own, which is the last; none if it has none."""
        journey = self._journey
        if element in journey.stages or element in journey.lanes:
            return ["", element] if element in journey.lanes else [element]
        if element in journey.steps:
            return [journey.steps[element].stage, element]
        if element in journey.cards:
            step = journey.cards[element].first_step
            return [journey.steps[step].stage, step, element]
        if element in journey.emotions:
            step = journey.emotions[element].step
            return [journey.steps[step].stage, step, element]
        return []

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        node = self._node(parent)
        children = self._children(node)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self._index_for(children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._node(index).parent if index.isValid() else None
        return QModelIndex() if above is None else self._index_for(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children(self._node(parent)))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self._node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(node)
            case Qt.ItemDataRole.EditRole:
                return self._words(node.element)
            case Qt.ItemDataRole.DecorationRole:
                return self._symbol(node.element)
            case Qt.ItemDataRole.UserRole:
                return node.element
        if role == ROLE_NOTE and node.element in self._journey.cards:
            lane = self._journey.lanes[self._journey.cards[node.element].lane]
            return one_line(lane.title) or tr(kind_of_lane(lane).label)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        element, field = self.named(index)
        if role != Qt.ItemDataRole.EditRole or not element:
            return False
        self._rename(element, field, str(value))
        return True

    def named(self, index: Index) -> tuple[Id, str]:
        """Return the record of a row, "" for none, and the field that names it."""
        element = self._node(index).element
        return element, self._named_by(element)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._node(index)
        if not node.element:
            return Qt.ItemFlag.ItemIsEnabled
        return _LEAF if self._is_leaf(node) else _ROW

    def _is_leaf(self, node: Node) -> bool:
        """Tell whether a row is a card or a feeling: below a stage and a step."""
        step = node.parent
        return step is not None and step.parent is not None and step.parent is not self._root

    def _node(self, index: Index) -> Node:
        node = self._nodes.numbered(index.internalId()) if index.isValid() else None
        return node or self._root

    def _index_for(self, node: Node) -> QModelIndex:
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, id(node))

    def _children(self, node: Node) -> list[Node]:
        if node.children is None:
            self._nodes.insert(node, 0, self._ids_under(node))
        return node.children or []

    def _ids_under(self, node: Node) -> list[Id]:
        journey = self._journey
        if node is self._root:
            return [*(stage.id for stage in journey.ordered_stages), ""]
        if not node.element:
            return [lane.id for lane in journey.ordered_lanes]
        if node.element in journey.stages:
            return [step.id for step in journey.steps_of[node.element]]
        if node.element in journey.steps:
            lanes = journey.ordered_lanes
            cards = [card.id for lane in lanes for card in journey.cell(lane.id, node.element)]
            return [*cards, *(each.id for each in journey.emotions_at.get(node.element, ()))]
        return []

    def _words(self, element: Id) -> str:
        return getattr(self._journey.find(element), self._named_by(element), "")

    def _named_by(self, element: Id) -> str:
        """Return the field that names a record."""
        if element in self._journey.cards:
            return "text"
        return "label" if element in self._journey.emotions else "title"

    def _shown(self, node: Node) -> str:
        words = one_line(self._words(node.element))
        if node.element in self._journey.emotions:
            return _feeling(self._journey, self._journey.emotions[node.element], words)
        return words or self._unnamed(node)

    def _unnamed(self, node: Node) -> str:
        journey = self._journey
        if not node.element:
            return tr("Lanes")
        if node.element in journey.cards:
            return tr(kind_of_card(journey.cards[node.element]).label)
        if node.element in journey.lanes:
            return tr(kind_of_lane(journey.lanes[node.element]).label)
        text = mark("Stage {n}") if node.element in journey.stages else mark("Step {n}")
        return tr(text).format(n=node.row + 1)

    def _symbol(self, element: Id) -> Any:
        if element in self._journey.cards:
            kind = kind_of_card(self._journey.cards[element])
            return coloured(kind.symbol, seen(kind.full, self._palette), 16)
        if element in self._journey.lanes:
            lane = self._journey.lanes[element]
            return coloured(_lane_symbol(lane), seen("", self._palette), 16)
        if element in self._journey.emotions:
            value = round(self._journey.emotions[element].value)
            symbol = next(face for level, _text, face in FEELINGS if level == value)
            return coloured(symbol, seen("", self._palette), 16)
        return None

    # --- from map to map

    def _is_made_otherwise(self, node: Node) -> bool:
        made = node.children
        return made is not None and [each.element for each in made] != self._ids_under(node)

    def _place(self, parent: Node) -> None:
        """Bring what belongs below *parent* there, in order; what does not may stand between."""
        children, ids = self._children(parent), self._ids_under(parent)
        stay = staying([each.element for each in children], ids)
        at = 0
        new: list[Id] = []
        for element in [*ids, None]:
            node = None if element is None else self._nodes.of(element)
            if element is not None and node is None:
                new.append(element)
                continue
            if new:
                self._insert(parent, at, new)
                at, new = at + len(new), []
            if node is not None:
                if element not in stay:
                    self._move(node, parent, at)
                at = node.row + 1

    def _insert(self, parent: Node, at: int, ids: Sequence[Id]) -> None:
        self.beginInsertRows(self._index_for(parent), at, at + len(ids) - 1)
        for node in self._nodes.insert(parent, at, ids):
            if any(self._nodes.of(each) for each in self._ids_under(node)):
                node.children = []  # they are going to move here
        self.endInsertRows()

    def _move(self, node: Node, parent: Node, at: int) -> None:
        if node.parent is parent and node.row == at:
            return
        old = self._index_for(node.parent or self._root)
        self.beginMoveRows(old, node.row, node.row, self._index_for(parent), at)
        self._nodes.move(node, parent, at)
        self.endMoveRows()

    def _remove_gone(self, parent: Node) -> None:
        ids = set(self._ids_under(parent))
        children = self._children(parent)
        last = len(children) - 1
        while last >= 0:
            first = last
            while first >= 0 and children[first].element not in ids:
                first -= 1
            if first < last:
                self.beginRemoveRows(self._index_for(parent), first + 1, last)
                self._nodes.remove(parent, first + 1, last)
                self.endRemoveRows()
            last = first - 1

    def _tell_numbers(self, parent: Node) -> None:
        """Tell of the rows that are called by their number for want of words."""
        for node in self._children(parent):
            if not self._words(node.element):
                self._tell_words(node)

    def _tell_words(self, node: Node | None) -> None:
        if node is not None:
            index = self._index_for(node)
            self.dataChanged.emit(index, index)


def _feeling(journey: Map, emotion: Emotion, words: str) -> str:
    """Return whose feeling it is, how high, and what is said about it: "Rina: +1 · Relief"."""
    persona = journey.personas.get(emotion.persona or "")
    whose = tr("All customers") if persona is None else one_line(persona.name)
    value = f"{emotion.value:+g}".replace("-", "\N{MINUS SIGN}")
    future = f" · {tr(STATES['future'])}" if emotion.state == "future" else ""
    said = f"{whose or tr('Nameless persona')}{future}: {value}"
    return f"{said} · {words}" if words else said


def _lane_symbol(lane: Any) -> str:
    return kind_of_lane(lane).symbol(lane)
