"""Shows a diagram and lets keyboard and mouse work on it."""

from collections.abc import Iterator
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsScene,
)

from cjeditor.canvas.chrome import chrome_for
from cjeditor.canvas.writing_place import WritingPlace
from cjeditor.canvas.zoom_view import ZoomView
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect
from cjeditor.layout.diagram import Diagram
from cjeditor.session.session import Session
from cjeditor.tools.diagram.accessible import AccessibleDiagram
from cjeditor.tools.diagram.picture import Picture
from cjeditor.tools.diagram.writer import NodeWriter
from cjeditor.tools.look import chrome_of

Way = Literal["left", "right", "up", "down"]

WAYS: Final[dict[int, Way]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_READABLE: Final = 0.6
"""The lowest zoom at which the whole is a good first view."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WITHOUT_TEXT: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class DiagramView(ZoomView):
    """Nodes and lines; one of them may be selected, written or dragged.

    What is drawn is the session's map with what is being written. Who makes a view of some
    tool says what it shows and what keys and drags do.

    Signals:
        hint: Something to say in the status line.
        menu_wanted: What can be done is to be shown at this point of the screen.

    Attributes:
        session: The open document.
        diagram: What is shown.
        writer: Writes on nodes.
    """

    hint = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        scene = QGraphicsScene()
        super().__init__(scene)
        self.session = session
        self.diagram = Diagram()
        self.chrome = chrome_for("light")
        scene.setParent(self)
        self._picture = Picture(self)
        scene.addItem(self._picture)
        self._pressed: QPoint | None = None
        self._dragged: Id | None = None
        self._panned: QPoint | None = None
        self.writer = NodeWriter(self)
        self.parts = AccessibleDiagram(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        session.tried_out.connect(self._follow_trial)
        self.horizontalScrollBar().valueChanged.connect(self.writer.follow)
        self.verticalScrollBar().valueChanged.connect(self.writer.follow)
        self.zoom_changed.connect(self.writer.follow)

    # --- what a tool says

    def lay_out(self) -> Diagram:
        """Return the diagram of the session's map with what is being written."""
        raise NotImplementedError

    def writing_place(self, element: Id) -> WritingPlace | None:
        """Return how a node or line is written; its inset is where, in the diagram."""
        raise NotImplementedError

    def spoken(self, element: Id) -> str:
        """Return what is read aloud of a node or line."""
        raise NotImplementedError

    def spoken_detail(self, element: Id) -> str:
        """Return what else there is to know of it."""
        return ""

    def below(self, element: Id) -> tuple[Id, ...]:
        """Return what a screen reader finds below a part; "" is the whole."""
        return () if element else tuple(block.element for block in self.diagram.nodes)

    def above(self, element: Id) -> Id:
        """Return what a part is below; "" is the whole."""
        return ""

    def is_nested(self) -> bool:
        """Tell whether parts have others below them."""
        return False

    def neighbour(self, element: Id, way: Way) -> Id | None:
        """Return what an arrow key goes to."""
        raise NotImplementedError

    def shift(self, element: Id, way: Way) -> None:
        """Move a node with Alt and an arrow key."""

    def enter(self, element: Id, *, beside: bool) -> None:
        """Do what Enter means on a selected part."""

    def delete(self, element: Id) -> None:
        """Delete a part with what hangs on it."""
        raise NotImplementedError

    def key_while_writing(self, event: QKeyEvent) -> bool:
        """Do what a key means in the field over a node; tell whether it means anything."""
        return False

    def own_key(self, event: QKeyEvent) -> bool:
        """Do what any other key means; tell whether it means anything."""
        return False

    def line_at(self, x: float, y: float) -> Id | None:
        """Return the line that can be selected at a point."""
        return None

    def marks(self) -> tuple[Block, ...]:
        """Return what is drawn above the diagram: where a drag would end."""
        return ()

    def drag_to(self, element: Id, start: QPointF, at: QPointF) -> None:
        """Follow the pointer, diagram coordinates, with what is dragged."""

    def drop(self, element: Id, start: QPointF, at: QPointF) -> None:
        """Do what the drag was for."""

    def drag_over(self) -> None:
        """Forget what a drag has shown."""

    def double_click_empty(self, at: QPointF) -> None:
        """Do what a double click beside all nodes means."""

    # --- what there is

    @property
    def current(self) -> Id | None:
        """What is selected here."""
        found = (each for each in self.session.selection if self.has(each))
        return next(found, None)

    def has(self, element: Id) -> bool:
        """Tell whether a node or line is shown."""
        return element in self.diagram.node_of or element in self.diagram.line_of

    def rect_of(self, element: Id) -> Rect:
        """Return where a node or line is."""
        block = self.diagram.node_of.get(element) or self.diagram.line_of[element]
        return block.rect

    def follow(self) -> None:
        """Show the map as it is now."""
        self.chrome = chrome_of(self.palette())
        self.setBackgroundBrush(QColor(self.chrome.desk))
        self.diagram = self.lay_out()
        area = QRectF(*self.diagram.area)
        self._picture.show_area(area.adjusted(-60, -60, 60, 60))
        self.set_content(area)
        self.viewport().update()
        self.writer.follow()
        self.parts.follow()

    def select(self, element: Id) -> None:
        """Select a part and bring it into view."""
        self.session.select((element,))
        if self.has(element):
            self.reveal(QRectF(*self.rect_of(element)))
        self.viewport().update()
        self.parts.follow()

    def go_home(self, edge: int = 20) -> None:
        """Show it as at first: whole if that is readable, else from the middle of its top."""
        area, room = QRectF(*self.diagram.area), self.viewport().size()
        across = (room.width() - 2 * edge) / max(area.width(), 1)
        down = (room.height() - 2 * edge) / max(area.height(), 1)
        fitting = min(across, down, 1.0)
        self.zoom_to(fitting if fitting >= _READABLE else 1.0)
        nodes = self.diagram.nodes
        top = nodes[0].rect if nodes else self.diagram.area
        middle = area.center().x() if across >= self.zoom else top.x + top.width / 2
        left = middle * self.zoom - room.width() / 2
        self.scroll_to(QPointF(left, area.top() * self.zoom - edge))
        self._home = self.scrolled

    def fit(self) -> None:
        """Show all of it."""
        self.show_rect(QRectF(*self.diagram.area), largest=1.0)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            event.ignore()  # the window may know it

    def _key(self, event: QKeyEvent) -> bool:
        return self._zoom_key(event) or self.own_key(event) or self._node_key(event)

    def _node_key(self, event: QKeyEvent) -> bool:
        key, modifiers, current = event.key(), event.modifiers(), self.current
        way = WAYS.get(key)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if current is None:
            return way is not None and self._select_first()
        if way is not None:
            return self._arrow(current, way, modifiers)
        if key in _ENTER:
            shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            self.enter(current, beside=control or shift)
        elif key == Qt.Key.Key_F2:
            self.writer.write(current)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete(current)
        elif event.text().isprintable() and event.text() and not modifiers & _WITHOUT_TEXT:
            self.writer.write(current, event.text())
        else:
            return False
        return True

    def _arrow(self, current: Id, way: Way, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self.shift(current, way)
            return True
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return False
        found = self.neighbour(current, way)
        if found is not None:
            self.select(found)
        return True

    def _select_first(self) -> bool:
        if self.diagram.nodes:
            self.select(self.diagram.nodes[0].element)
        return bool(self.diagram.nodes)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.ZoomIn) or (
            control and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
        ):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif control and event.key() == Qt.Key.Key_0:
            self.zoom_to(1)
        elif control and event.key() == Qt.Key.Key_1:
            self.fit()
        else:
            return False
        return True

    # --- mouse

    def spot(self, at: QPoint) -> QPointF:
        """Return a point of the viewport in the diagram's coordinates."""
        return self.mapToScene(at)

    def element_at(self, at: QPoint) -> Id | None:
        """Return the node or line at a point of the viewport."""
        spot = self.spot(at)
        return self.diagram.node_at(spot.x(), spot.y()) or self.line_at(spot.x(), spot.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.writer.commit()
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(at)
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._panned = at
        elif (found := self.element_at(at)) is not None:
            self.select(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, at the pointer or, by the key, at what is selected."""
        at, current = event.globalPos(), self.current
        if event.reason() == QContextMenuEvent.Reason.Keyboard and current is not None:
            at = self.parts.rect(current).center()
        self.menu_wanted.emit(at)

    def _press(self, at: QPoint) -> None:
        found = self.element_at(at)
        if found is None:
            self._panned = at
            self.session.select(())
            self.viewport().update()
            return
        self.session.select((found,))
        self.viewport().update()
        self.parts.follow()
        if found in self.diagram.node_of:
            self._pressed, self._dragged = at, found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._panned is not None:
            self.pan(self._panned.x() - at.x(), self._panned.y() - at.y())
            self._panned = at
        elif self._pressed is not None and self._dragged is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far or self.is_dragging:
                self.is_dragging = True
                self.drag_to(self._dragged, self.spot(self._pressed), self.spot(at))
                self.viewport().update()

    is_dragging = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged, was_dragging = self._pressed, self._dragged, self.is_dragging
        self._end_drag()
        if was_dragging and pressed is not None and dragged is not None and self.has(dragged):
            self.drop(dragged, self.spot(pressed), self.spot(event.position().toPoint()))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        found = self.element_at(at)
        if found is None:
            self.double_click_empty(self.spot(at))
        else:
            self.session.select((found,))
            self.writer.write(found)

    def _end_drag(self) -> None:
        self._pressed = self._dragged = self._panned = None
        self.is_dragging = False
        self.drag_over()

    def event(self, event: QEvent) -> bool:
        """Let Escape end a drag, and keep the keys of nodes from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.is_dragging:
                self._end_drag()
                self.viewport().update()
                event.accept()
                return True
            plain = not event.modifiers() & _WITHOUT_TEXT
            if plain and event.text() and event.text().isprintable():
                event.accept()
                return True
        return super().event(event)

    # --- what is seen

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._select_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.writer.follow()

    def in_reading_order(self) -> Iterator[Id]:
        """Yield the nodes as they are read."""
        return (block.element for block in self.diagram.nodes)

    def _follow_trial(self) -> None:
        if self.isVisible():
            self.follow()
