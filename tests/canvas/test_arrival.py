"""What is moved glides to its new place; the map has changed at once."""

import pytest
from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas import arrival
from cjeditor.canvas.arrival import DURATION
from cjeditor.edits.records import SetField

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def moving(view):
    view.motion.wanted = True
    return view


def picture(view):
    return view.viewport().grab().toImage()


def seen_at(view):
    """Return where what glides is seen now."""
    return [(round(rect.x, 3), round(rect.y, 3)) for rect in view.arrival.item.rects]


def place_of(view, element):
    rect = view.rect_of(element)
    return round(rect.x, 3), round(rect.y, 3)


def test_a_dropped_card_glides_from_where_the_hand_let_go(moving, hands, session):
    start = place_of(moving, "a1")
    way = QPoint(150, 8)

    hands.press("a1")
    hands.move(hands.spot("a1") + way / 2)
    hands.move(hands.spot("a1") + way)
    hands.release(hands.spot("a1") + way)

    assert session.journey.cards["a1"].first_step == "s2"
    assert moving.arrival.is_gliding
    assert seen_at(moving) == [(start[0] + way.x(), start[1] + way.y())]


def test_it_ends_where_it_would_have_been_without_motion(qtbot, moving, hands, session):
    hands.drag("a1", ("do", "s2"))
    assert moving.arrival.is_gliding
    on_the_way = picture(moving)

    qtbot.waitUntil(lambda: not moving.arrival.is_gliding)

    arrived = picture(moving)
    assert on_the_way != arrived
    moving.setUpdatesEnabled(False)
    moving.setUpdatesEnabled(True)
    moving.paper.invalidate()
    assert picture(moving) == arrived


def test_on_the_way_it_is_seen_once(moving, hands, session):
    hands.click("a3")
    hands.key(Qt.Key.Key_Right, ALT)

    assert moving.arrival.is_gliding
    new = moving.rect_of("a3")
    paper = hands.colour(new.x + 40, new.y + 3)
    moving.arrival.finish()
    card = hands.colour(new.x + 40, new.y + 3)
    assert paper != card


def test_a_card_moved_by_key_glides_from_its_old_place(moving, hands):
    hands.click("a3")
    start = place_of(moving, "a3")

    hands.key(Qt.Key.Key_Right, ALT)

    assert seen_at(moving) == [start]
    moving.arrival.item.go_to(0.5)
    end = place_of(moving, "a3")
    assert seen_at(moving) == [((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)]


def test_a_stage_moved_by_mouse_and_by_key_glides(moving, hands, session):
    start = place_of(moving, "find")
    hands.drag("find", (700.0, hands.view.rect_of("find").y + 5))
    assert [stage.id for stage in session.journey.ordered_stages] == ["buy", "find"]
    assert moving.arrival.is_gliding
    moving.arrival.finish()

    hands.click("find")
    before = place_of(moving, "find")
    hands.key(Qt.Key.Key_Left, ALT)

    assert seen_at(moving) == [before]
    assert place_of(moving, "find") == start


def test_copies_glide_and_what_they_were_made_of_stays(moving, hands, session):
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.release(("do", "s2"), ALT)

    (copy,) = session.selection
    assert copy != "a1"
    assert moving.arrival.is_gliding
    assert len(seen_at(moving)) == 1


def test_without_motion_everything_is_there_at_once(view, hands):
    hands.drag("a1", ("do", "s2"))

    assert not view.arrival.is_gliding


@pytest.mark.parametrize("hand", ["edit", "undo", "press", "look"])
def test_whatever_comes_next_finds_it_in_its_place(moving, hands, session, look, hand):
    hands.drag("a1", ("do", "s2"))
    assert moving.arrival.is_gliding

    if hand == "edit":
        session.do(SetField(("a1",), "text", "Other"))
    elif hand == "undo":
        session.undo_stack.undo()
    elif hand == "press":
        hands.press("a2")
    else:
        moving.set_look(look)

    assert not moving.arrival.is_gliding


def test_an_edit_that_stays_in_its_place_does_not_glide(moving, hands):
    hands.click("a3")

    hands.key(Qt.Key.Key_Right, ALT | Qt.KeyboardModifier.ShiftModifier)

    assert not moving.arrival.is_gliding


def test_from_afar_nothing_glides(moving, hands, session):
    moving.zoom_to(0.3)
    session.select(["a3"])

    hands.key(Qt.Key.Key_Right, ALT)

    assert session.journey.cards["a3"].first_step == "s4"
    assert not moving.arrival.is_gliding


def test_a_whole_crowd_does_not_glide(moving, hands, session, monkeypatch):
    monkeypatch.setattr(arrival, "MOST", 1)
    session.select(["a1", "a3"])

    hands.key(Qt.Key.Key_Down, ALT)

    assert not moving.arrival.is_gliding


def test_it_is_short():
    assert DURATION <= 150
