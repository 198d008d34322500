"""A short tour of the window: bubbles that point at the places where the work is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.tools import MAP
from cjeditor.core.words import mark, tr
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.hit import cell_rect
from cjeditor.panels.labels import plain
from cjeditor.panels.palette import Palette

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_WIDTH: Final = 340
_AWAY: Final = 16
"""Pixels between a bubble and what it points at."""

_EDGE: Final = 8
_RADIUS: Final = 8.0
_DARKENED: Final = 90
"""Of 255, how much the window darkens around what is pointed at."""

Place = Callable[["Workspace"], QRect]
"""Returns where something is in the window; an empty rectangle if it is not seen."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One bubble: what it says, and what it points at; the texts English, marked."""

    title: str
    text: str
    place: Place


def _in_window(space: Workspace, widget: QWidget, part: QRect | None = None) -> QRect:
    rect = widget.rect() if part is None else part.intersected(widget.rect())
    if not widget.isVisible() or rect.isEmpty():
        return QRect()
    return rect.translated(widget.mapTo(space.window, QPoint(0, 0)))


def _first_cell(space: Workspace, *, feelings: bool) -> QRect:
    """Return the leftmost cell of the first lane that takes cards, or that shows feelings."""
    sheet = space.view.sheet
    for lane in sheet.lanes:
        kind = kind_of_lane(lane.record)
        fits = kind.shows_emotions if feelings else kind.card(lane.record) is not None
        if fits and sheet.columns:
            rect = cell_rect(sheet, lane.lane, sheet.columns[0].step)
            corners = QRectF(rect.x, rect.y, rect.width, rect.height)
            seen = space.view.mapFromScene(corners).boundingRect()
            return _in_window(space, space.view.viewport(), seen)
    return QRect()


def _palette(space: Workspace) -> QRect:
    palette = space.window.findChild(Palette)
    return QRect() if palette is None else _in_window(space, palette)


def _poster_button(space: Workspace) -> QRect:
    bar = space.window.findChild(QToolBar)
    button = bar.findChild(QToolButton, "primary") if bar is not None else None
    return QRect() if button is None else _in_window(space, button)


STOPS: Final = (
    Stop(
        mark("What a map is made of"),
        mark(
            "Each colour is a type of card. Drag one onto the map, or click it to write a card "
            "where the cursor is."
        ),
        _palette,
    ),
    Stop(
        mark("Just type"),
        mark("Click a cell and type: the card is there. Arrows go from cell to cell."),
        lambda w: _first_cell(w, feelings=False),
    ),
    Stop(
        mark("As fast as people talk"),
        mark(
            "Enter writes the next card in the same cell, Tab goes on in the next step. "
            "Escape stops writing; no word is lost."
        ),
        lambda w: _first_cell(w, feelings=False),
    ),
    Stop(
        mark("How it feels"),
        mark(
            "Double-click in the emotion lane to add a point of the curve, then drag it up or down."
        ),
        lambda w: _first_cell(w, feelings=True),
    ),
    Stop(
        mark("Everything by its name"),
        mark("Ctrl+K finds every card and every command. F1 shows all keys."),
        lambda w: _in_window(w, w.search),
    ),
    Stop(
        mark("Onto the wall"),
        mark("The poster fills its paper, from A4 to A0, and stays sharp at any size."),
        _poster_button,
    ),
)


def start(space: Workspace) -> Tour:
    """Begin the tour on the map; it ends by itself."""
    if not space.document_shown:
        space.home.leave()
    space.tools.show(MAP)
    space.settings.change(tour_seen=True)
    return Tour(space)


class Tour(QObject):
    """Leads from stop to stop; Enter goes on, Escape leaves.

    Attributes:
        bubble: What is read and pressed.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space.window)
        self._space = space
        self._number = 0
        self._light = Spotlight(space.window)
        self.bubble = Bubble(space.window)
        self.bubble.went.connect(self._go)
        self.bubble.left.connect(self.leave)
        space.window.installEventFilter(self)
        self._show()
        self.bubble.focus_next()

    def leave(self) -> None:
        """End the tour; the keyboard goes back to the map."""
        self._space.window.removeEventFilter(self)
        for each in (self._light, self.bubble):
            each.hide()
            each.deleteLater()
        self._space.view.setFocus()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LanguageChange):
            QTimer.singleShot(0, self, self._show)  # when everything has found its place
        return False

    def _go(self, by: int) -> None:
        self._number = max(0, self._number + by)
        if self._number < len(STOPS):
            self._show()
        else:
            self.leave()

    def _show(self) -> None:
        stop = STOPS[self._number]
        place = stop.place(self._space)
        window = self._space.window
        self._light.point_at(place, self.bubble.palette().color(QPalette.ColorRole.Link))
        self.bubble.show_stop(stop, self._number)
        self.bubble.move(beside(place, self.bubble.size(), window.rect()))
        self._light.raise_()
        self.bubble.raise_()


def beside(place: QRect, size: QSize, window: QRect) -> QPoint:
    """Return where a bubble of *size* stands beside *place*: below, right, left or above it."""
    room = window.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    if place.isEmpty():
        return room.center() - QPoint(size.width() // 2, size.height() // 2)
    x = min(max(place.center().x() - size.width() // 2, room.left()), room.right() - size.width())
    y = min(max(place.center().y() - size.height() // 2, room.top()), room.bottom() - size.height())
    for corner in (
        QPoint(x, place.bottom() + _AWAY),
        QPoint(place.right() + _AWAY, y),
        QPoint(place.left() - _AWAY - size.width(), y),
        QPoint(x, place.top() - _AWAY - size.height()),
    ):
        if room.contains(QRect(corner, size)):
            return corner
    return room.center() - QPoint(size.width() // 2, size.height() // 2)


class Spotlight(QWidget):
    """Darkens the window but for one place; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window = window
        self._place = QRect()
        self._colour = QColor()

    def point_at(self, place: QRect, colour: QColor) -> None:
        """Show *place*, in the window's pixels, ringed in *colour*; nothing if it is empty."""
        self._place, self._colour = place, colour
        self.setGeometry(self._window.rect())
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = QPainterPath()
        dark.addRect(QRectF(self.rect()))
        ring = QRectF(self._place).adjusted(-2, -2, 2, 2).intersected(QRectF(self.rect()))
        hole = QPainterPath()
        if not self._place.isEmpty():
            hole.addRoundedRect(ring, _RADIUS, _RADIUS)
        painter.fillPath(dark.subtracted(hole), QColor(10, 16, 24, _DARKENED))
        painter.setPen(QPen(self._colour, 2.5))
        painter.drawPath(hole)
        painter.end()


class Bubble(QFrame):
    """One stop's words and its buttons.

    Signals:
        went: To the next stop (1) or the one before (-1).
        left: Out of the tour.
    """

    went = Signal(int)
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("bubble")
        self.setFixedWidth(_WIDTH)
        self._title, self._text = plain("", "heading"), plain("")
        self._count = plain("", "note")
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self._leave, self._back, self._next = QPushButton(), QPushButton(), QPushButton()
        self._next.setObjectName("primary")
        self._leave.clicked.connect(self.left)
        self._back.clicked.connect(lambda: self.went.emit(-1))
        self._next.clicked.connect(lambda: self.went.emit(1))
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self._leave, self._back, self._next):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(4)
        column.addLayout(row)

    def show_stop(self, stop: Stop, number: int) -> None:
        """Say what *stop* says; it is the one of this *number*, from 0."""
        self._title.setText(tr(stop.title))
        self._text.setText(tr(stop.text))
        self._count.setText(f"{number + 1} / {len(STOPS)}")
        self._leave.setText(tr("Leave"))
        self._back.setText(tr("Back"))
        self._back.setVisible(number > 0)
        is_last = number == len(STOPS) - 1
        self._leave.setVisible(not is_last)
        self._next.setText(tr("Done") if is_last else tr("Next"))
        self.setAccessibleName(self._title.text())
        self._next.setAccessibleDescription(f"{self._title.text()}. {self._text.text()}")
        self.show()
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))
        self.focus_next()

    def focus_next(self) -> None:
        """Give the keyboard to the button that goes on."""
        self._next.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Right:
                self.went.emit(1)
            case Qt.Key.Key_Left:
                self.went.emit(-1)
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the keyboard in the bubble until the tour is left."""
        buttons = [b for b in (self._leave, self._back, self._next) if b.isVisible()]
        if not buttons:
            return False
        here = next((n for n, each in enumerate(buttons) if each.hasFocus()), -1)
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus()
        return True
