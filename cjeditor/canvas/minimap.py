"""A small picture of the whole map in the corner of a view that does not show all of it."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.board import Board
from cjeditor.core.colours import mix
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.layout.sheet import LaneBand, Sheet

_LARGEST, _SMALLEST = QSize(192, 132), QSize(96, 66)
_SHARE: Final = QSize(8, 5)
"""It takes at most one part in so many of the view's width and height."""

_EDGE: Final = 16
"""Pixels between it and the corner."""

_FRAME: Final = 4
"""Pixels around the picture."""

_ROOM: Final = QSize(720, 420)
"""A smaller view has no room for it."""

_LAZY: Final = 250
"""Milliseconds after an edit, so that typing does not wait for it."""

_TURN: Final = 0.008
"""Seconds of drawing after which everything else has its turn."""

_DRAGS: Final = (QEvent.Type.MouseMove, QEvent.Type.DragEnter)
_ENDS: Final = (QEvent.Type.MouseButtonRelease, QEvent.Type.DragLeave, QEvent.Type.Drop)
"""Events of the view's surface between which something is dragged over it."""

_TINT: Final = 0.1
_EDGE_SHARE: Final = 0.6
_LEAST_SEEN: Final = 6.0
"""Pixels of the rectangle around what is seen, at least."""


class Minimap(QWidget):
    """Shows what a board shows of its map; a click or a drag takes the board there.

    It stands in the viewport, so that scrolling stays a matter of moving pixels; scrolling
    takes it along, and it goes back to its corner. It hides while something is dragged on the
    board, and while what the keyboard is on lies under it.

    Attributes:
        wanted: Whether it is shown where the map does not fit.
    """

    def __init__(self, board: Board, *, wanted: bool = True) -> None:
        super().__init__(board.viewport())
        self.wanted = wanted
        self._board = board
        self._picture = QPixmap()
        self._scale = self._ratio = 1.0
        self._filled = _LARGEST
        self._inks = _inks(board.sheet, board.chrome.accent)
        self._drawn: dict[Id, LaneBand] = {}
        self._sheet: Sheet | None = None
        self._seen = QRectF()
        self._grip = QPointF()
        self._is_held = self._is_drag = self._is_due = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LAZY)
        self._later.timeout.connect(self._catch_up)
        board.session.map_changed.connect(self._later.start)
        board.session.selection_changed.connect(self._follow)
        board.paper.begun.connect(self._forget)
        board.horizontalScrollBar().valueChanged.connect(self._follow)
        board.verticalScrollBar().valueChanged.connect(self._follow)
        board.zoom_changed.connect(self._follow)
        board.viewport().installEventFilter(self)
        self.dress()

    def dress(self) -> None:
        """Take the words of the interface's language and the colours of the board."""
        self.setAccessibleName(tr("Overview of the map"))
        self.setAccessibleDescription(tr("Click or drag to show another part of the map"))
        self._sheet = None
        self._later.start()
        if not self.isHidden():
            self._draw()

    def _forget(self) -> None:
        self._sheet = None
        self._drawn.clear()
        self._picture = QPixmap()
        self._appear()

    def set_wanted(self, wanted: bool) -> None:
        """Show it where the map does not fit, or never."""
        self.wanted = wanted
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._later.start()
            self._go_to_corner()
        elif event.type() in _DRAGS or event.type() in _ENDS:
            is_drag = event.type() in _DRAGS and _is_dragging(event)
            if is_drag != self._is_drag:
                self._is_drag = is_drag
                self._follow()
        return super().eventFilter(watched, event)

    # --- the picture

    def _catch_up(self) -> None:
        """Show the map as it is now, but wait until a drag has ended and the board is ready."""
        is_dragged = self._board.sheet.journey is not self._board.session.journey
        if is_dragged or not self._board.paper.is_ready:
            self._later.start()
            return
        self._follow()
        if self._is_due:
            self._draw()
            self._appear()

    def _appear(self) -> None:
        """Be seen where it has its use, once there is something to be seen."""
        self.setVisible(self._is_due and not self._picture.isNull())

    def _draw(self) -> None:
        """Draw again what differs from the map as the board shows it now; a bit at a time."""
        sheet, before, ratio = self._board.sheet, self._sheet, self.devicePixelRatioF()
        room = self._room()
        asked = (_size(sheet), ratio, room)
        if before is None or (_size(before), self._ratio, self._filled) != asked:
            before, self._filled = None, room
            self._begin(sheet, ratio)
        self._sheet = sheet
        painter = QPainter(self._picture)
        if before is None or before.stages is not sheet.stages:
            painter.save()
            painter.scale(self._scale, self._scale)
            self._board.paper.paint_heads(painter)
            painter.restore()
        if self._draw_lanes(painter, sheet):
            QTimer.singleShot(0, self, self._catch_up)
        painter.end()
        self.update()

    def _draw_lanes(self, painter: QPainter, sheet: Sheet) -> bool:
        """Draw the lanes that have changed; return whether there was no time for all."""
        end = monotonic() + _TURN
        for lane in sheet.lanes:
            if self._drawn.get(lane.lane) is not lane:
                if monotonic() > end:
                    return True
                self._draw_lane(painter, lane)
        return False

    def _draw_lane(self, painter: QPainter, lane: LaneBand) -> None:
        """Draw a lane within its own rows of pixels, so that the others stay as they are."""
        top, bottom = round(lane.y * self._scale), round(lane.bottom * self._scale)
        painter.save()
        painter.setClipRect(0, top, self.width(), bottom - top)
        painter.scale(self._scale, self._scale)
        self._board.paper.paint_lane(painter, lane)
        painter.restore()
        self._drawn[lane.lane] = lane

    def _begin(self, sheet: Sheet, ratio: float) -> None:
        """Take an empty picture as large as *sheet* asks for."""
        room = self._filled
        scale = min(room.width() / max(sheet.width, 1), room.height() / max(sheet.height, 1))
        width, height = max(24, round(sheet.width * scale)), max(24, round(sheet.height * scale))
        self._picture = QPixmap(round(width * ratio), round(height * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(QColor(sheet.look.theme.sheet))
        self._scale, self._ratio = scale, ratio
        self._inks = _inks(sheet, self._board.chrome.accent)
        self._drawn.clear()
        self.resize(width + 2 * _FRAME, height + 2 * _FRAME)
        self._go_to_corner()

    def _room(self) -> QSize:
        """Return how large the picture may be: a small part of the view."""
        around = self._board.viewport().size()
        part = QSize(around.width() // _SHARE.width(), around.height() // _SHARE.height())
        return part.boundedTo(_LARGEST).expandedTo(_SMALLEST)

    def _go_to_corner(self) -> None:
        self.move(self._corner().topLeft())

    def _corner(self) -> QRect:
        """Return where it stands, or would stand if it were shown."""
        around, away = self._board.viewport().size(), QSize(_EDGE, _EDGE)
        spot = around - self.size() - away
        return QRect(QPoint(spot.width(), spot.height()), self.size())

    # --- what is seen

    def _follow(self) -> None:
        """Show where the board is; while it is panned no more than a rectangle moves."""
        board, sheet = self._board, self._board.sheet
        corner, room, zoom = board.scrolled, board.viewport().size(), board.zoom
        seen = QRectF(corner / zoom, room.toSizeF() / zoom)
        narrow = room.width() < _ROOM.width() or room.height() < _ROOM.height()
        fits = seen.contains(QRectF(0, 0, sheet.width, sheet.height))
        due = self.wanted and bool(sheet.lanes) and not fits and not narrow
        due = due and not self._is_in_the_way()
        if due != self._is_due:
            self._is_due = due
            if due:
                self._catch_up()
        self._appear()
        if due:
            self._go_to_corner()
            if seen != self._seen:
                self._seen = seen
                self.update()

    def _is_in_the_way(self) -> bool:
        if self._is_held:
            return False
        place = self._board.place_of_focus()
        return self._is_drag or (place is not None and place.intersects(self._corner()))

    def _marked(self) -> QRectF:
        """Return the rectangle around what is seen, in pixels of this widget."""
        scale, seen = self._scale, self._seen
        inner = QRectF(self.rect()).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        rect = QRectF(
            seen.x() * scale + _FRAME,
            seen.y() * scale + _FRAME,
            max(seen.width() * scale, _LEAST_SEEN),
            max(seen.height() * scale, _LEAST_SEEN),
        )
        return rect.intersected(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet, edge, mark, tint = self._inks
        painter.setPen(edge)
        painter.setBrush(sheet)
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        painter.drawPixmap(_FRAME, _FRAME, self._picture)
        painter.setPen(mark)
        painter.setBrush(tint)
        painter.drawRect(self._marked().adjusted(1, 1, -1, -1))

    # --- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        marked = self._marked()
        self._is_held = True
        inside = marked.contains(event.position())
        self._grip = event.position() - marked.center() if inside else QPointF()
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._is_held = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _go(self, spot: QPointF) -> None:
        """Show what lies at *spot* in the middle of the board."""
        frame = QPointF(_FRAME, _FRAME)
        point = (spot - self._grip - frame) / self._scale
        size = self._board.viewport().size()
        middle = QPointF(size.width() / 2, size.height() / 2)
        self._board.scroll_to(point * self._board.zoom - middle)


def _is_dragging(event: QEvent) -> bool:
    """Tell whether a button is held down, or something is dragged from elsewhere."""
    return not isinstance(event, QMouseEvent) or bool(event.buttons())


def _size(sheet: Sheet) -> tuple[object, ...]:
    """Return what all of the picture depends on."""
    return sheet.width, sheet.height, sheet.head, sheet.top, sheet.look.theme.name


def _inks(sheet: Sheet, accent: str) -> tuple[QBrush, QPen, QPen, QBrush]:
    """Return the colours of ground, edge, and of the rectangle around what is seen."""
    theme, tint = sheet.look.theme, QColor(accent)
    tint.setAlphaF(_TINT)
    ground = QBrush(QColor(theme.sheet))
    edge = mix(theme.quiet, theme.sheet, _EDGE_SHARE)
    return ground, QPen(QColor(edge)), QPen(QColor(accent), 2), QBrush(tint)
