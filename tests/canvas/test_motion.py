"""Gliding to where a command leads."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cjeditor.canvas.motion import DURATION, Place, between


def far(view):
    view.zoom_to(0.5)
    view.scroll_to(QPointF(100, 100))


@pytest.fixture
def moving(view):
    view.motion.wanted = True
    return view


def test_without_motion_the_view_is_there_at_once(view):
    view.motion.glide(lambda: far(view))

    assert view.zoom == 0.5
    assert view.scrolled == QPointF(100, 100)
    assert not view.motion.is_gliding


def test_a_glide_begins_where_the_view_was_and_ends_where_it_would_have_jumped(qtbot, moving):
    moving.motion.glide(lambda: far(moving))
    assert moving.zoom == 1
    assert moving.motion.is_gliding

    qtbot.waitUntil(lambda: not moving.motion.is_gliding)

    assert moving.zoom == 0.5
    assert moving.scrolled == QPointF(100, 100)


def test_a_glide_is_short():
    assert DURATION <= 200


@pytest.mark.parametrize("hand", ["key", "click", "wheel"])
def test_the_users_hand_ends_it_at_once(moving, hands, hand):
    moving.motion.glide(lambda: far(moving))

    if hand == "key":
        QTest.keyClick(moving, Qt.Key.Key_Shift)
    elif hand == "click":
        QTest.mouseClick(moving.viewport(), Qt.MouseButton.LeftButton, pos=hands.spot((300.0, 9.0)))
    else:
        hands.wheel(moving.viewport().rect().center(), 0)

    assert not moving.motion.is_gliding
    assert moving.zoom == 0.5


def test_who_moves_the_view_meanwhile_has_it(moving):
    moving.motion.glide(lambda: far(moving))

    moving.zoom_to(3)
    moving.motion._step(0.5)

    assert not moving.motion.is_gliding
    assert moving.zoom == 3


def test_a_second_glide_goes_on_from_the_end_of_the_first(moving):
    moving.motion.glide(lambda: far(moving))
    moving.motion.glide(lambda: moving.zoom_to(2))

    assert moving.zoom == 0.5
    moving.motion.finish()
    assert moving.zoom == 2


def test_a_way_begins_and_ends_where_it_should_and_never_swings():
    start, end = Place(1, QPointF(0, 0)), Place(0.25, QPointF(800, 400))

    zooms = [between(start, end, share / 10).zoom for share in range(11)]

    assert between(start, end, 0) == start
    assert between(start, end, 1).middle == end.middle
    assert zooms == sorted(zooms, reverse=True)


def test_hovering_outlines_what_can_be_taken_hold_of(view, hands):
    hands.move("a1")
    assert view.paper.hovered == view.rect_of("a1")

    hands.move((5.0, 5.0))
    assert view.paper.hovered != view.rect_of("a1")

    hands.press("a1")
    assert view.paper.hovered is None
    hands.release("a1")
