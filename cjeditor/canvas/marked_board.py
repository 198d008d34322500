"""A map that is only looked at, with marks of what is different from another one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.board import Board
from cjeditor.canvas.difference_marks import DifferenceMark, DifferenceMarks
from cjeditor.canvas.map_scene import MapScene
from cjeditor.changes.compare import SCOPE, Change
from cjeditor.display.shapes import Rect
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.layout.hit import cell_rect
from cjeditor.layout.sheet import Sheet, lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Comment, Link
from cjeditor.session.session import Session

READABLE: Final = 0.8
"""Zoom from which a difference that is gone to can be read."""

_STEP: Final = 80
"""Pixels that an arrow key moves the map."""

_HIGH: Final = 60.0
"""Points of a tall rectangle whose middle is shown: a card and its cell stand level then."""

_IN_HEADS, _IN_TITLES, _IN_LANES = 11.5, 10.5, 5.7
"""z of marks: above what they are on, and below what is kept in view over it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A map laid out, with the marks on its lanes, on its heads, and on the titles of its lanes."""

    sheet: Sheet
    layers: tuple[tuple[DifferenceMark, ...], ...]


def marked(sheet: Sheet, changes: Iterable[Change]) -> Marked:
    """Mark on *sheet* the records that *changes* are about; those it does not draw are left out."""
    lanes: list[DifferenceMark] = []
    heads: list[DifferenceMark] = []
    titles: list[DifferenceMark] = []
    columns = {block.element for block in (*sheet.stages, *sheet.steps)}
    for change in changes:
        rect = _rect_of(change, sheet)
        if rect is not None:
            mark = DifferenceMark(rect, change.kind)
            in_heads = change.table == SCOPE or change.id in columns
            (heads if in_heads else titles if change.table == "lanes" else lanes).append(mark)
    return Marked(sheet, (tuple(lanes), tuple(heads), tuple(titles)))


def _rect_of(change: Change, sheet: Sheet) -> Rect | None:
    """Return where the record of *change* itself is drawn."""
    if change.table == SCOPE:
        return next((block.rect for block in sheet.title if block.part == "title"), None)
    if sheet.journey.table(change.table).get(change.id) is None:
        return None
    return sheet.rect_of(change.id)


class MarkedBoard(Board):
    """Shows one of two maps that are compared.

    Signals:
        moved: It shows another part of the map, or in another size.
    """

    moved = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self._marks = DifferenceMarks(_IN_LANES)
        self._head_marks = DifferenceMarks(_IN_HEADS)
        self._title_marks = DifferenceMarks(_IN_TITLES)
        self._held: QPoint | None = None
        session = Session(Map())
        super().__init__(session, look, parent, MapScene(lay_out(Map(), look)))
        session.setParent(self)
        for item in self._layers:
            self.paper.addItem(item)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self.zoom_changed.connect(self.moved)

    @property
    def _layers(self) -> tuple[DifferenceMarks, ...]:
        return self._marks, self._head_marks, self._title_marks

    def show_marked(self, marked: Marked) -> None:
        """Show another map, and what is different in it."""
        sheet = marked.sheet
        self.expect(sheet)
        self.session.show(sheet.journey)
        theme = sheet.look.theme
        for item, marks in zip(self._layers, marked.layers, strict=True):
            item.show_marks(marks, theme.name, self.chrome.accent, theme.sheet)
        self.moved.emit()

    def place_of(self, change: Change) -> Rect | None:
        """Return where the record of *change* is, or would be; None if it has no place here."""
        own = _rect_of(change, self.sheet)
        return own or self._rect_near(change.after) or self._rect_near(change.before)

    def point_at(self, rect: Rect | None) -> None:
        """Ring *rect*; None for nothing."""
        in_head = rect is not None and rect.y < self.sheet.top
        beside = rect is not None and not in_head and rect.x < self.sheet.left
        self._head_marks.point_at(rect if in_head else None)
        self._title_marks.point_at(rect if beside else None)
        self._marks.point_at(None if in_head or beside else rect)

    def show_in_middle(self, rect: Rect) -> None:
        """Bring *rect* into the middle of the view, large enough to be read."""
        self.zoom_to(max(self.zoom, READABLE))
        in_lanes = rect.y >= self.sheet.top and rect.x >= self.sheet.left
        left = self.sheet.left * self.zoom if in_lanes else 0  # what covers the lanes there
        top = (self.sheet.top - self.sheet.head) * self.zoom if in_lanes else 0
        middle = QPointF(self.viewport().width() + left, self.viewport().height() + top) / 2
        spot = QPointF(rect.x + rect.width / 2, rect.y + min(rect.height, _HIGH) / 2)
        self.scroll_to(spot * self.zoom - middle)

    @property
    def corner(self) -> QPointF:
        """What of the scene is at the top left of the view."""
        return self.scrolled / self.zoom

    def _rect_near(self, record: Any) -> Rect | None:
        """Return the cell, or the record that *record* hangs on, where it would be seen."""
        match record:
            case Card() if record.lane in self.sheet.lane_of:
                if record.first_step in self.sheet.column_of:
                    return cell_rect(self.sheet, record.lane, record.first_step)
                return self.sheet.rect_of(record.lane)
            case Link():
                return self.sheet.rect_of(record.source)
            case Comment():
                return self.sheet.rect_of(record.about)
            case _:
                return None

    # --- looking around

    def stick(self) -> None:
        super().stick()
        dx, dy = self.paper.stuck
        self._head_marks.setPos(0, dy)
        self._title_marks.setPos(dx, 0)

    def show_selection(self) -> None:
        """Nothing is selected here."""

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-_STEP, 0),
            Qt.Key.Key_Right: (_STEP, 0),
            Qt.Key.Key_Up: (0, -_STEP),
            Qt.Key.Key_Down: (0, _STEP),
            Qt.Key.Key_PageUp: (0, -self.viewport().height() // 2),
            Qt.Key.Key_PageDown: (0, self.viewport().height() // 2),
        }
        pressed = Qt.Key(event.key())
        if pressed in ways:
            self.pan(*ways[pressed])
        elif pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif pressed == Qt.Key.Key_Minus:
            self.zoom_out()
        elif pressed in (Qt.Key.Key_0, Qt.Key.Key_Home):
            self.fit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            now = event.position().toPoint()
            by, self._held = self._held - now, now
            self.pan(by.x(), by.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().link().color(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()


class Together(QObject):
    """Two boards of which each goes where the other is moved to."""

    def __init__(self, one: MarkedBoard, other: MarkedBoard) -> None:
        super().__init__(one)
        self._boards = one, other
        self._apart = QPointF()
        self._fitted = 0.0
        self._is_moving = False
        one.moved.connect(lambda: self._follow(one, other, 1))
        other.moved.connect(lambda: self._follow(other, one, -1))

    def go_to(self, places: Iterable[Rect | None]) -> None:
        """Bring what is at *places* into the middle of each; one without stays beside the other."""
        found = dict(zip(self._boards, places, strict=True))
        zoom = max(READABLE, *(board.zoom for board in self._boards))
        self._is_moving = True
        for board, rect in found.items():
            board.zoom_to(zoom)
            if rect is not None:
                board.show_in_middle(rect)
        self._is_moving = False
        self._apart = QPointF() if None in found.values() else self._between()
        for board, rect in found.items():
            if rect is not None:
                board.moved.emit()

    def fit(self) -> None:
        """Show the whole of both, from the same corner."""
        self._apart = QPointF()
        larger = max(self._boards, key=lambda board: board.sheet.width * board.sheet.height)
        larger.fit()
        larger.moved.emit()
        self._fitted = larger.zoom

    @property
    def is_fitted(self) -> bool:
        """Whether both are as large as when the whole of them was shown."""
        return self._boards[0].zoom == self._fitted

    def _between(self) -> QPointF:
        one, other = self._boards
        return other.corner - one.corner

    def _follow(self, mover: MarkedBoard, follower: MarkedBoard, way: int) -> None:
        if self._is_moving:
            return
        self._is_moving = True
        follower.zoom_to(mover.zoom)
        follower.scroll_to((mover.corner + self._apart * way) * mover.zoom)
        self._is_moving = False


def changes_seen(changes: Iterable[Change], *, before: bool) -> Iterator[Change]:
    """Yield those of *changes* that are seen in the map before, or in the one after."""
    for change in changes:
        if (change.before if before else change.after) is not None:
            yield change
