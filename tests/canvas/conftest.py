"""A session with a small map, the view of it, and hands that use it with real events."""

import pytest
from maps import small_map
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.hit import cell_rect
from cjeditor.session.session import Session

LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Uses the view as a person does; places are elements, cells or scene points."""

    def __init__(self, qtbot, view):
        self.qtbot = qtbot
        self.view = view
        self.viewport = view.viewport()

    def spot(self, place, dx=None, dy=None):
        """Return a viewport spot: the middle of an element or cell, or *dx*, *dy* inside it."""
        if isinstance(place, QPoint):
            return place
        if isinstance(place, tuple) and isinstance(place[0], float):
            return self.view.mapFromScene(QPointF(*place))
        rect = (
            self.view.rect_of(place)
            if isinstance(place, str)
            else cell_rect(self.view.sheet, *place)
        )
        x = rect.x + (rect.width / 2 if dx is None else dx)
        y = rect.y + (rect.height / 2 if dy is None else dy)
        return self.view.mapFromScene(QPointF(x, y))

    def press(self, place, modifier=Qt.KeyboardModifier.NoModifier, button=LEFT):
        self.qtbot.mousePress(self.viewport, button, modifier, pos=self.spot(place))

    def click(self, place, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.mouseClick(self.viewport, LEFT, modifier, pos=self.spot(place))

    def double_click(self, place):
        self.qtbot.mouseDClick(self.viewport, LEFT, pos=self.spot(place))

    def move(self, place):
        self.qtbot.mouseMove(self.viewport, self.spot(place))

    def release(self, place, modifier=Qt.KeyboardModifier.NoModifier, button=LEFT):
        self.qtbot.mouseRelease(self.viewport, button, modifier, pos=self.spot(place))

    def drag(self, start, end):
        self.press(start)
        middle = (self.spot(start) + self.spot(end)) / 2
        self.move(middle)
        self.move(end)
        self.release(end)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.view, key, modifier)

    def type(self, text):
        """Type into whatever has the keyboard: the open field, or the map."""
        self.qtbot.keyClicks(self.view.writer.editor or self.view, text)

    def end_writing(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.view.writer.editor, key, modifier)

    def wheel(self, spot, turned, modifier=Qt.KeyboardModifier.NoModifier):
        event = QWheelEvent(
            QPointF(spot),
            QPointF(self.viewport.mapToGlobal(spot)),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)

    def colour(self, x, y):
        """Return the colour that is painted at a scene point."""
        image = self.viewport.grab().toImage()
        spot = self.view.viewportTransform().map(QPointF(x, y))
        return image.pixelColor(spot.toPoint()).name()


@pytest.fixture
def journey():
    return small_map()


@pytest.fixture
def session(qapp, journey):
    """A session; whatever a test does in it must be undone and redone exactly."""
    session = Session(journey)
    yield session
    stack = session.undo_stack
    stack.setIndex(stack.count())
    last = session.journey
    stack.setIndex(0)
    if session.journey.id == journey.id:  # else the test took up another document
        assert session.journey is journey
    stack.setIndex(stack.count())
    assert session.journey is last


@pytest.fixture
def look():
    return Look(LIGHT, Words("en"), prompts=True, on_screen=True)


@pytest.fixture
def view(qtbot, session, look):
    view = MapView(session, look)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    with qtbot.waitActive(view):
        view.show()
    view.zoom_to(1)
    view.scroll_to(QPointF(-20, -20))
    view.refused.connect(_fail)
    return view


def _fail(error):
    pytest.fail(f"an edit was refused: {error}")


@pytest.fixture
def hands(qtbot, view):
    return Hands(qtbot, view)
