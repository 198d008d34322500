import pytest
from PySide6.QtCore import QPoint, Qt

ALT = Qt.KeyboardModifier.AltModifier


def order(records):
    return [record.id for record in records]


def test_a_stage_is_dragged_with_its_steps(hands, session):
    hands.drag("buy", hands.spot("find", 20, 10))

    assert order(session.journey.ordered_stages) == ["buy", "find"]
    assert order(session.journey.ordered_steps) == ["s3", "s4", "s1", "s2"]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert order(session.journey.ordered_stages) == ["find", "buy"]


def test_a_step_is_dragged_within_its_stage(hands, session):
    hands.drag("s1", hands.spot("s2") + QPoint(30, 0))

    assert order(session.journey.ordered_steps) == ["s2", "s1", "s3", "s4"]


def test_a_step_is_dragged_to_another_stage(hands, session):
    hands.drag("s1", hands.spot("s4") - QPoint(30, 0))

    assert order(session.journey.steps_of["buy"]) == ["s3", "s1", "s4"]
    assert session.undo_stack.count() == 1


def test_the_only_step_of_a_stage_stays_with_a_reason(hands, session, view):
    hands.drag("s1", hands.spot("s4") - QPoint(30, 0))
    reasons = []
    view.refused.disconnect()
    view.refused.connect(reasons.append)

    hands.drag("s2", hands.spot("s4") - QPoint(30, 0))

    assert len(reasons) == 1
    assert session.undo_stack.count() == 1


def test_a_lane_is_dragged_down(hands, session):
    hands.drag("do", hands.spot("pain") + QPoint(0, 60))

    assert order(session.journey.ordered_lanes) == ["pain", "do", "feel"]
    assert session.undo_stack.count() == 1


@pytest.mark.parametrize("head", ["buy", "s1", "do"])
def test_a_head_drag_given_up_changes_nothing(hands, session, view, head):
    before = session.journey
    hands.press(head)
    hands.move(hands.spot(head) + QPoint(-90, 60))
    line = view.preview.insertion.isVisible()
    hands.key(Qt.Key.Key_Escape)

    assert line
    assert session.journey is before
    assert not any(piece.isVisible() for piece in view.preview.pieces)


@pytest.mark.parametrize(
    ("head", "key", "table", "expected"),
    [
        ("buy", Qt.Key.Key_Left, "ordered_stages", ["buy", "find"]),
        ("s2", Qt.Key.Key_Left, "ordered_steps", ["s2", "s1", "s3", "s4"]),
        ("s2", Qt.Key.Key_Right, "ordered_steps", ["s1", "s2", "s3", "s4"]),
        ("do", Qt.Key.Key_Down, "ordered_lanes", ["pain", "do", "feel"]),
    ],
)
def test_alt_with_an_arrow_moves_heads(hands, session, head, key, table, expected):
    hands.click(head)

    hands.key(key, ALT)

    assert order(getattr(session.journey, table)) == expected
    assert session.undo_stack.count() == 1


def test_heads_are_dragged_while_they_stick_to_the_edge(hands, session, view):
    view.zoom_to(3)
    view.scroll_to(view.scrolled + QPoint(0, 500).toPointF())

    hands.drag("s1", hands.spot("s2") + QPoint(60, 0))

    assert order(session.journey.ordered_steps)[:2] == ["s2", "s1"]
