"""One user flow, to be drawn by keys and by mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cjeditor.canvas.writing_place import WritingPlace
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, tr
from cjeditor.display.shapes import Block, Box, Drawing, Rect, Stroke
from cjeditor.edits.children import child_id
from cjeditor.edits.flows import AddFlowNode, ConnectNodes, PlaceNodes
from cjeditor.edits.records import Delete, SetField
from cjeditor.kinds.look import CARD, SMALL, Look
from cjeditor.layout.diagram import Diagram
from cjeditor.layout.flows import (
    ACROSS,
    DOWN,
    WIDTH,
    FlowDiagram,
    arranged,
    draw_arrow,
    flow_diagram,
    ground_of,
    text_room,
)
from cjeditor.model.flow_graph import FlowGraph, graph_of
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowNodeKind
from cjeditor.model.naming import spoken, spoken_detail
from cjeditor.session.session import Session
from cjeditor.tools.diagram.view import DiagramView, Way
from cjeditor.tools.flows.walking import nearest
from cjeditor.tools.look import look_of

KINDS: Final[tuple[FlowNodeKind, ...]] = tuple(FLOW_NODE_KINDS)
_STEP: Final = 20.0
"""Points that Alt with an arrow key moves a node."""

_EDGE: Final = 10.0
"""Points inside a node's edge from which a drag draws an arrow."""

_HIGH: Final = 56.0
"""Height that a new node is given room for."""

_LABEL: Final = 120.0
_Drag = Literal["move", "connect"]


class FlowsView(DiagramView):
    """Draws a flow: Enter adds what follows, Ctrl+Enter a branch.

    Signals:
        kind_shown: What is written or selected may be of another kind now.

    Attributes:
        flow: The flow that is shown, or "".
    """

    kind_shown = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.flow: Id = ""
        self.source: Id | None = None
        self._kind: FlowNodeKind = "action"
        self._branch: Id | None = None
        self._new: Callable[[str], AddFlowNode] | None = None
        self._marks: tuple[Block, ...] = ()
        self.writer.moved_on.connect(self._go_on)

    @property
    def graph(self) -> FlowGraph:
        """The flow as it is now."""
        return graph_of(self.session.shown, self.flow)

    @property
    def look(self) -> Look:
        """How it is drawn."""
        return look_of(self.palette(), self.session.shown)

    @property
    def kind(self) -> FlowNodeKind | None:
        """The kind of what is written or selected."""
        node = self.session.shown.flow_nodes.get(self.writer.element or self.current or "")
        return node.kind if node is not None else None

    def show_flow(self, flow: Id) -> None:
        """Show another flow."""
        if flow != self.flow:
            self.writer.commit()
            self.flow, self.source = flow, None
            self.follow()
            self.go_home()
        else:
            self.follow()

    # --- what keys and buttons do

    def add_next(self, source: Id | None, *, branch: bool = False) -> None:
        """Begin to write what follows on a node; of a branch, its label comes after."""
        self.writer.commit()
        self._branch = None
        node = new_id()
        at = self._free_place(source)
        self._begin(node, "action", at, source)
        if branch and self.writer.element == node:
            self._branch = child_id(node, "arrow")

    def set_kind(self, kind: FlowNodeKind) -> None:
        """Let what is written or selected be of another kind."""
        element = self.writer.element or self.current
        if self.writer.is_new and self._new is not None:
            before = self._new
            self._new = lambda text: replace(before(text), kind=kind)
            self.writer.change_new(self._new)
        elif element is not None and element in self.session.journey.flow_nodes:
            self.session.attempt(SetField((element,), "kind", kind))
        self.kind_shown.emit()

    def begin_connecting(self) -> None:
        """Let the next node that is picked be where an arrow from the selected one leads."""
        current = self.current
        if current in self.diagram.node_of:
            self.source = current
            self.hint.emit(tr("Go to where the arrow leads, then press Enter. Escape gives up."))
            self.viewport().update()

    def arrange(self) -> None:
        """Put all nodes in layers, as one step to undo."""
        self.writer.commit()
        places = arranged(self.session.journey, self.flow, self.look)
        if places and self.session.attempt(PlaceNodes(tuple(places), PlaceNodes.ARRANGE)):
            self.go_home()

    # --- what the view asks

    def lay_out(self) -> Diagram:
        journey = self.session.shown
        if self.flow not in journey.flows:
            return Diagram()
        return flow_diagram(journey, self.flow, self.look)

    def writing_place(self, element: Id) -> WritingPlace | None:
        look, journey = self.look, self.session.shown
        block = self.diagram.node_of.get(element)
        if block is None:
            return self._label_place(element)
        node = journey.flow_nodes[element]
        return WritingPlace(
            element=element,
            before=node.text,
            edit=lambda text: SetField((element,), "text", text),
            font=CARD,
            ink=look.theme.ink,
            ground=ground_of(node, look.theme),
            sides=text_room(node, look),
            inset=block.rect,
            one_line=False,
            centred=True,
        )

    def _label_place(self, element: Id) -> WritingPlace | None:
        diagram, look = self.diagram, self.look
        if not isinstance(diagram, FlowDiagram) or element not in diagram.routes:
            return None
        rect = diagram.labels.get(element) or self._middle_of(diagram, element)
        middle, high = rect.x + rect.width / 2, SMALL.line_height + 4
        y = rect.y + (rect.height - high) / 2
        return WritingPlace(
            element=element,
            before=self.session.shown.flow_arrows[element].label,
            edit=lambda text: SetField((element,), "label", text),
            font=SMALL,
            ink=look.theme.ink,
            ground=look.theme.sheet,
            sides=(4, 2, 4),
            inset=Rect(middle - _LABEL / 2, y, _LABEL, high),
            centred=True,
        )

    def _middle_of(self, diagram: FlowDiagram, arrow: Id) -> Rect:
        """Return where the label of an arrow would stand."""
        _block, label = draw_arrow(arrow, diagram.routes[arrow], "…", self.look)
        assert label is not None
        return label

    def spoken(self, element: Id) -> str:
        return spoken(self.session.shown, element, interface())

    def spoken_detail(self, element: Id) -> str:
        return spoken_detail(self.session.shown, element, interface())

    def below(self, element: Id) -> tuple[Id, ...]:
        if element or self.flow not in self.session.shown.flows:
            return ()
        graph = self.graph
        nodes = (node.id for node in graph.in_order())
        return (*nodes, *(arrow.id for arrow in graph.arrows))

    def line_at(self, x: float, y: float) -> Id | None:
        diagram = self.diagram
        return diagram.arrow_at(x, y) if isinstance(diagram, FlowDiagram) else None

    def neighbour(self, element: Id, way: Way) -> Id | None:
        return nearest(self.graph, self.diagram, element, way)

    def shift(self, element: Id, way: Way) -> None:
        node = self.session.journey.flow_nodes.get(element)
        if node is None:
            return
        dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[way]
        edit = PlaceNodes(((node.id, node.x + dx * _STEP, node.y + dy * _STEP),))
        self.session.attempt(edit, merge=f"move {node.id}")
        self.select(element)

    def enter(self, element: Id, *, beside: bool) -> None:
        if self.source is not None:
            self._connect(self.source, element)
        elif element in self.diagram.node_of:
            self.add_next(element, branch=beside)
        else:
            self.writer.write(element)

    def delete(self, element: Id) -> None:
        graph = self.graph
        arrows = (*graph.into.get(element, ()), *graph.out_of.get(element, ()))
        ends = [end for arrow in arrows for end in (arrow.source, arrow.target)]
        arrow = self.session.journey.flow_arrows.get(element)
        ends += [arrow.source] if arrow is not None else []
        left = next((each for each in ends if each != element), None)
        if self.session.attempt(Delete((element,))) and left is not None:
            self.select(left)

    def own_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self.source is not None:
            self.source = None
            self.viewport().update()
        elif key == Qt.Key.Key_L and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.begin_connecting()
        elif modifiers == Qt.KeyboardModifier.AltModifier and _kind_at(key) is not None:
            self.set_kind(_kind_at(key) or "action")
        elif self.current is None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.flow:
            self.add_next(None)
        elif modifiers == Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_Down, Qt.Key.Key_Up,
        ):  # fmt: skip
            self._go_to_arrow(out=key == Qt.Key.Key_Down)
        else:
            return False
        return True

    def key_while_writing(self, event: QKeyEvent) -> bool:
        """Let Tab change the kind of the node that is written."""
        kind = self.kind
        by = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        if by is None or kind is None:
            return False
        self.set_kind(KINDS[(KINDS.index(kind) + by) % len(KINDS)])
        return True

    # --- mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer where a drag would draw an arrow."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            spot = self.spot(event.position().toPoint())
            node = self.diagram.node_at(spot.x(), spot.y())
            draws = node is not None and self._drag(node, spot) == "connect"
            shape = Qt.CursorShape.CrossCursor if draws else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def drag_to(self, element: Id, start: QPointF, at: QPointF) -> None:
        if self._drag(element, start) == "connect":
            self._marks = self._arrow_to(element, at)
        else:
            block = self.diagram.node_of[element]
            x, y = block.x + at.x() - start.x(), block.y + at.y() - start.y()
            self._marks = (block._replace(x=x, y=y),)

    def drop(self, element: Id, start: QPointF, at: QPointF) -> None:
        if self._drag(element, start) == "move":
            node = self.session.journey.flow_nodes[element]
            x, y = node.x + at.x() - start.x(), node.y + at.y() - start.y()
            self.session.attempt(PlaceNodes(((element, x, y),)))
            return
        over = self.diagram.node_at(at.x(), at.y())
        if over is None:
            self._begin(new_id(), "action", (at.x(), at.y()), element)
        elif over != element:
            self._connect(element, over)

    def drag_over(self) -> None:
        self._marks = ()

    def marks(self) -> tuple[Block, ...]:
        marks = (*self._chosen_arrow(), *self._marks)
        if self.source is None or self.source not in self.diagram.node_of:
            return marks
        rect = self.rect_of(self.source).grown(5)
        stroke = Stroke(self.chrome.accent, 2, (5, 3))
        box = Box(Rect(0, 0, rect.width, rect.height), stroke=stroke, radius=8)
        drawing = Drawing(rect.width, rect.height, (box,))
        return (*marks, Block("", "source", rect.x, rect.y, drawing))

    def _chosen_arrow(self) -> Iterator[Block]:
        """Yield the selected arrow once more, thicker and in the accent."""
        diagram, current = self.diagram, self.current or ""
        if isinstance(diagram, FlowDiagram) and current in diagram.routes:
            label = self.session.shown.flow_arrows[current].label
            way = diagram.routes[current]
            yield draw_arrow(current, way, label, self.look, self.chrome.accent)[0]

    def double_click_empty(self, at: QPointF) -> None:
        if self.flow:
            self._begin(new_id(), "action", (at.x(), at.y()), None)

    # --- inside

    def _begin(
        self, node: Id, kind: FlowNodeKind, at: tuple[float, float], source: Id | None
    ) -> None:
        """Write a new node."""
        flow = self.flow
        self._new = lambda text: AddFlowNode(flow, kind, text, at[0], at[1], source, node_id=node)
        self.writer.write_new(node, self._new)
        self.kind_shown.emit()

    def _connect(self, source: Id, target: Id) -> None:
        self.source = None
        arrow = new_id()
        if self.session.attempt(ConnectNodes(source, target, arrow_id=arrow)):
            self.select(arrow if self.has(arrow) else target)
        self.viewport().update()

    def _drag(self, element: Id, start: QPointF) -> _Drag:
        inside = self.rect_of(element).grown(-_EDGE)
        return "move" if inside.contains(start.x(), start.y()) else "connect"

    def _arrow_to(self, element: Id, at: QPointF) -> tuple[Block, ...]:
        rect = self.rect_of(element)
        x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
        way = ((x, y), (at.x(), y), (at.x(), at.y()))
        arrow, _label = draw_arrow("", way, "", self.look, self.chrome.accent)
        over = self.diagram.node_at(at.x(), at.y())
        if over is None or over == element:
            return (arrow,)
        target = self.rect_of(over).grown(4)
        stroke = Stroke(self.chrome.accent, 2.5)
        box = Box(Rect(0, 0, target.width, target.height), stroke=stroke, radius=8)
        drawing = Drawing(target.width, target.height, (box,))
        return (arrow, Block("", "target", target.x, target.y, drawing))

    def _free_place(self, source: Id | None) -> tuple[float, float]:
        """Return the middle of a new node: below its source, or beside what is there."""
        if source is None:
            area = self.diagram.area
            return area.x + area.width / 2, area.bottom + _HIGH
        rect = self.rect_of(source)
        x, y = rect.x + rect.width / 2, rect.bottom + DOWN + _HIGH / 2
        taken = [block.rect for block in self.diagram.nodes]
        while any(_room(x, y).meets(other) for other in taken):
            x += WIDTH + ACROSS
        return x, y

    def _go_to_arrow(self, *, out: bool) -> None:
        """Select the first arrow that leaves the selected node, or leads to it."""
        arrows = (self.graph.out_of if out else self.graph.into).get(self.current or "", ())
        if arrows:
            self.select(arrows[0].id)

    def _go_on(self, leaving: str, element: Id) -> None:
        branch, self._branch = self._branch, None
        if element in self.session.journey.flow_arrows:
            self.select(self.session.journey.flow_arrows[element].target)
        elif branch is not None and self.has(branch):
            self.select(branch)
            self.writer.write(branch)
        elif leaving in ("below", "beside") and self.has(element):
            self.add_next(element, branch=leaving == "beside")


def _room(x: float, y: float) -> Rect:
    return Rect(x - WIDTH / 2 - 8, y - _HIGH / 2 - 8, WIDTH + 16, _HIGH + 16)


def _kind_at(key: int) -> FlowNodeKind | None:
    """Return the kind that Alt with a digit means."""
    number = key - Qt.Key.Key_1
    return KINDS[number] if 0 <= number < len(KINDS) else None
