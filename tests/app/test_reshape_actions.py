"""Reshaping from menus and keys: folding, hiding, locking, sizes."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.app.menus import HIDDEN
from cjeditor.edits.shown import SetLock, Show

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def small(space):
    space.session.show(small_map())
    space.view.setFocus()
    return space


def test_a_lane_is_collapsed_hidden_and_shown_again_by_its_name(qtbot, small):
    small.session.select(("pain",))

    qtbot.keyClick(small.view, Qt.Key.Key_Period, CTRL)
    assert small.session.journey.lanes["pain"].shown == "collapsed"
    assert small.actions["fold"].isChecked()
    qtbot.keyClick(small.view, Qt.Key.Key_H, CTRL)
    assert small.session.journey.lanes["pain"].shown == "hidden"
    menu = small.actions.menu(HIDDEN, small.window)
    menu.aboutToShow.emit()
    entry = menu.actions()[0]
    assert entry.text() == "Pain points"
    entry.trigger()

    assert small.session.journey.lanes["pain"].shown == "open"


def test_all_is_shown_again_as_one_step(small):
    small.session.do(Show(("find", "pain"), "hidden"))
    small.session.do(Show(("do",), "collapsed"))
    small.actions.refresh()

    small.actions["show all"].trigger()

    places = (*small.session.journey.lanes.values(), *small.session.journey.stages.values())
    assert {place.shown for place in places} == {"open"}
    assert small.session.undo_stack.count() == 3
    assert not small.actions["show all"].isEnabled()


def test_the_lock_menu_says_and_sets_the_lock(small):
    small.session.select(("pain",))
    assert small.actions["lock none"].isChecked()

    small.actions["lock add only"].trigger()

    assert small.session.journey.lanes["pain"].lock == "add only"
    assert small.actions["lock add only"].isChecked()
    assert not small.actions["lock none"].isChecked()


def test_a_locked_map_says_so_in_the_status_line_and_is_unlocked_there(qtbot, small):
    button = small._status._lock
    assert not button.isVisible()

    small.session.do(SetLock(("small",), "all"))
    assert button.isVisible()
    assert button.text() == "Locked"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert small.session.journey.scope.lock == "none"
    assert not button.isVisible()


@pytest.mark.parametrize(
    ("key", "table", "field", "more"),
    [
        (Qt.Key.Key_Right, "steps", "width", 168),
        (Qt.Key.Key_Left, "steps", "width", 136),
    ],
)
def test_keys_change_the_width(qtbot, small, key, table, field, more):
    small.session.select(("s1",))

    qtbot.keyClick(small.view, key, CTRL | ALT)

    assert getattr(small.session.journey.steps["s1"], field) == more


def test_actions_of_stages_and_steps_are_for_where_the_keyboard_is(small):
    small.session.select(())
    assert not small.actions["split step"].isEnabled()

    small.session.select(("a1",))

    assert small.actions["split step"].isEnabled()
    assert small.actions["join stages"].isEnabled()
