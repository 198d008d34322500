import pytest
from PySide6.QtCore import QPoint, Qt

from cjeditor.kinds.emotion_lane import y_of
from cjeditor.layout.hit import cell_rect

CONTROL = Qt.KeyboardModifier.ControlModifier


def spot_of(hands, view, value):
    lane = view.sheet.lane_of["feel"]
    return (hands.view.rect_of("e1").x + 8.0, lane.y + y_of(value))


def test_a_point_is_dragged_in_halves(hands, session, view):
    hands.drag("e1", spot_of(hands, view, -1.4))

    assert session.journey.emotions["e1"].value == -1.5
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey.emotions["e1"].value == 1.0


def test_with_ctrl_a_point_is_dragged_freely(hands, session, view):
    end = spot_of(hands, view, -1.3)
    hands.press("e1")
    hands.move(end)
    hands.release(end, CONTROL)

    assert session.journey.emotions["e1"].value == pytest.approx(-1.3, abs=0.03)


def test_the_value_is_shown_and_the_curve_follows_while_dragging(hands, session, view):
    before = view.rect_of("e1").y
    hands.press("e1")
    hands.move(spot_of(hands, view, -1.5))

    assert view.preview.value.text == "\N{MINUS SIGN}1.5"
    assert view.rect_of("e1").y > before + 50
    assert session.journey.emotions["e1"].value == 1.0


def test_a_point_given_up_goes_back(hands, session, view):
    before = view.rect_of("e1")
    hands.press("e1")
    hands.move(spot_of(hands, view, -1.5))
    hands.key(Qt.Key.Key_Escape)
    hands.release(spot_of(hands, view, -1.5))

    assert view.rect_of("e1") == before
    assert session.undo_stack.count() == 0


def test_a_double_click_in_the_emotion_lane_adds_a_point_there(hands, session, view):
    cell = cell_rect(view.sheet, "feel", "s4")

    hands.double_click((cell.x + cell.width / 2, cell.y + y_of(1.0)))

    (added,) = session.journey.emotions_at["s4"]
    assert added.value == 1.0
    assert session.selection == (added.id,)
    assert session.undo_stack.count() == 1


def test_alt_with_an_arrow_moves_a_point(hands, session):
    hands.click("e1")

    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert session.journey.emotions["e1"].value == 1.5


def test_a_point_stays_within_the_range_of_feelings(hands, session):
    hands.drag("e1", hands.spot("e1") + QPoint(0, -400))

    assert session.journey.emotions["e1"].value == 2.0
