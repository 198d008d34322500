"""The tour points at what it speaks of, and can be left at any time."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel

from cjeditor.app import tour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def begun(qtbot, window):
    return tour.start(window.workspace)


def said(begun):
    return [label.text() for label in begun.bubble.findChildren(QLabel)]


def test_every_stop_points_at_something_in_the_window(window):
    for stop in tour.STOPS:
        place = stop.place(window.workspace)

        assert not place.isEmpty(), stop.title
        assert window.rect().contains(place), stop.title


def test_enter_leads_to_the_end(qtbot, window, begun):
    for stop in tour.STOPS:
        assert stop.title in said(begun)
        qtbot.keyClick(begun.bubble.focusWidget(), Qt.Key.Key_Return)

    assert not begun.bubble.isVisible()
    assert window.workspace.settings.value.tour_seen


def test_escape_leaves_and_the_keyboard_goes_back_to_the_map(qtbot, window, begun):
    qtbot.keyClick(begun.bubble.focusWidget(), Qt.Key.Key_Escape)

    assert not begun.bubble.isVisible()
    assert window.focusWidget() is window.workspace.view


def test_arrows_lead_on_and_back(qtbot, begun):
    qtbot.keyClick(begun.bubble, Qt.Key.Key_Right)
    assert tour.STOPS[1].title in said(begun)

    qtbot.keyClick(begun.bubble, Qt.Key.Key_Left)
    qtbot.keyClick(begun.bubble, Qt.Key.Key_Left)
    assert tour.STOPS[0].title in said(begun)


def test_tab_stays_in_the_bubble(qtbot, begun):
    for _ in range(5):
        qtbot.keyClick(begun.bubble.focusWidget(), Qt.Key.Key_Tab)
        assert begun.bubble.isAncestorOf(begun.bubble.window().focusWidget())


def test_the_bubble_covers_nothing_that_it_points_at(window, begun):
    for stop in tour.STOPS:
        place = stop.place(window.workspace)
        corner = tour.beside(place, begun.bubble.size(), window.rect())

        assert not QRect(corner, begun.bubble.size()).intersects(place), stop.title


def test_a_bubble_without_a_place_stands_in_the_middle():
    corner = tour.beside(QRect(), QSize(100, 50), QRect(0, 0, 500, 400))

    assert corner == QPoint(199, 174)


def test_it_begins_from_the_start_screen(qtbot, window):
    window.workspace.home.show()

    window.workspace.home.screen.tour_wanted.emit()

    assert not window.workspace.home.is_shown
    assert window.findChild(tour.Bubble).isVisible()
