"""Fingers and a pen on the map."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.touch import HOLD

SCREEN = QTest.createTouchDevice()


class Fingers:
    """Touch the view's viewport; spots as `Hands` has them."""

    def __init__(self, hands):
        self.hands = hands
        self._where = {}
        self._sequence = QTest.touchEvent(hands.viewport, SCREEN, False)  # it knows what stays

    def _send(self, changes):
        sequence = self._sequence
        for number, (what, spot) in changes.items():
            getattr(sequence, what)(number, spot, self.hands.viewport)
        for number in self._where.keys() - changes.keys():
            sequence.stationary(number)
        sequence.commit()

    def put(self, place, number=0):
        self._where[number] = self.hands.spot(place)
        self._send({number: ("press", self._where[number])})

    def move(self, **to):
        """Move the fingers a (0) and b (1) at once."""
        places = {"ab".index(name): self.hands.spot(place) for name, place in to.items()}
        self._where.update(places)
        self._send({number: ("move", spot) for number, spot in places.items()})

    def lift(self, number=0):
        self._send({number: ("release", self._where.pop(number))})

    def tap(self, place):
        self.put(place)
        self.lift()

    def draw(self, start, end):
        begin, last = self.hands.spot(start), self.hands.spot(end)
        self.put(begin)
        self.move(a=(begin + last) / 2)
        self.move(a=last)
        self.lift()


@pytest.fixture
def fingers(hands, qapp):
    """Fingers that are quick enough for every tap, however busy the machine is."""
    interval = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(60_000)
    hands.view.touch._hold.setInterval(60_000)
    yield Fingers(hands)
    qapp.setDoubleClickInterval(interval)


def test_a_tap_selects(view, fingers):
    fingers.tap("a1")

    assert view.session.selection == ("a1",)


def test_a_tap_on_an_empty_cell_puts_the_cursor_there(view, fingers):
    fingers.tap(("do", "s4"))

    assert view.session.cursor == ("do", "s4")


def test_a_double_tap_writes(view, fingers):
    fingers.tap("a1")
    fingers.tap("a1")

    assert view.writer.editor is not None
    assert view.writer.editor.toPlainText() == "Ask friends"


def test_two_taps_apart_do_not_write(view, fingers):
    fingers.tap("a1")
    fingers.tap("a3")

    assert view.writer.editor is None


@pytest.mark.parametrize("start", ["a1", ("do", "s4")])
def test_a_finger_over_the_map_pans_it_and_moves_no_card(view, fingers, start):
    before, journey = view.scrolled, view.session.journey
    begin = fingers.hands.spot(start)

    fingers.draw(begin, begin - QPoint(80, 50))

    assert view.scrolled == before + QPointF(80, 50)
    assert view.session.journey is journey


def test_a_finger_drags_what_is_selected(view, fingers):
    fingers.tap("a3")
    before = view.scrolled

    fingers.draw("a3", ("do", "s4"))

    assert view.session.journey.cards["a3"].first_step == "s4"
    assert view.scrolled == before
    view.session.undo_stack.undo()
    assert view.session.journey.cards["a3"].first_step == "s3"


def test_a_finger_that_stays_asks_for_the_menu(qtbot, view, fingers):
    asked = []
    view.menu_requested.connect(asked.append)
    fingers.put("a3")

    view.touch._hold.setInterval(0)
    view.touch._hold.start()
    qtbot.waitUntil(lambda: bool(asked))

    assert view.session.selection == ("a3",)
    assert view.viewport().mapFromGlobal(asked[0]) == fingers.hands.spot("a3")
    fingers.lift()
    assert view.session.journey.cards["a3"].first_step == "s3"
    assert 400 <= HOLD <= 800


def test_two_fingers_apart_zoom_and_the_point_between_them_stays(view, fingers):
    middle = QPoint(500, 300)
    fingers.put(middle - QPoint(50, 0), 0)
    fingers.put(middle + QPoint(50, 0), 1)
    kept = view.mapToScene(middle)

    fingers.move(a=middle - QPoint(100, 0), b=middle + QPoint(100, 0))

    assert view.zoom == pytest.approx(2)
    there = view.mapToScene(middle)
    assert abs(there.x() - kept.x()) <= 1
    assert abs(there.y() - kept.y()) <= 1
    fingers.lift(1)
    fingers.lift(0)


def test_two_fingers_together_pan(view, fingers):
    one, other = QPoint(400, 300), QPoint(500, 300)
    fingers.put(one, 0)
    fingers.put(other, 1)
    before = view.scrolled

    fingers.move(a=one + QPoint(30, 40), b=other + QPoint(30, 40))

    assert view.scrolled == before - QPointF(30, 40)
    assert view.zoom == pytest.approx(1)
    fingers.lift(1)
    fingers.lift(0)


def test_the_finger_that_is_left_of_two_moves_nothing(view, fingers):
    one, other = QPoint(400, 300), QPoint(500, 300)
    fingers.put(one, 0)
    fingers.put(other, 1)
    fingers.lift(1)
    before = view.scrolled

    fingers.move(a=one + QPoint(60, 60))

    assert view.scrolled == before
    fingers.lift(0)
    assert view.session.selection == ()


def test_a_second_finger_gives_a_drag_up(view, fingers):
    fingers.tap("a3")
    journey = view.session.journey
    fingers.put("a3", 0)
    fingers.move(a=("do", "s4"))

    fingers.put(QPoint(600, 400), 1)
    fingers.lift(1)
    fingers.lift(0)

    assert view.session.journey is journey


def test_a_finger_in_a_text_places_its_caret(view, hands, fingers):
    hands.double_click("a1")
    editor = view.writer.editor

    fingers.tap(editor.geometry().center())

    assert view.writer.editor is editor


def test_a_pinch_on_a_trackpad_zooms_at_the_pointer(view):
    spot = QPointF(500, 300)
    kept = view.mapToScene(spot.toPoint())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2,
        spot, spot, spot, 0.5, QPointF(),
    )  # fmt: skip

    QApplication.sendEvent(view.viewport(), event)

    assert view.zoom == pytest.approx(1.5)
    assert (view.mapToScene(spot.toPoint()) - kept).manhattanLength() <= 2


def test_a_pen_is_left_to_qt_which_makes_a_mouse_of_it(view):
    journey = view.session.journey
    for kind in (QTabletEvent.Type.TabletPress, QTabletEvent.Type.TabletMove):
        event = QTabletEvent(
            kind, QPointingDevice.primaryPointingDevice(), QPointF(300, 300), QPointF(300, 300),
            0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
        )  # fmt: skip
        event.ignore()
        QApplication.sendEvent(view.viewport(), event)
        assert not event.isAccepted()
    assert view.session.journey is journey
