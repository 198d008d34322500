"""The projector of a whole window."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from saved import forget_changes

from cjeditor.app.projector import screen_for

FIRST = QRect(0, 0, 1920, 1080)
RIGHT = QRect(1920, 0, 1280, 720)
LEFT = QRect(-1280, 100, 1280, 720)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def press_in_editor(qtbot, space, key, modifier=Qt.KeyboardModifier.NoModifier):
    space.window.activateWindow()
    qtbot.waitUntil(space.window.isActiveWindow)
    space.view.setFocus()
    qtbot.keyClick(space.view, key, modifier)


@pytest.fixture
def opened(qtbot, space):
    """The projector, opened by its key in the editor."""
    press_in_editor(qtbot, space, Qt.Key.Key_F5)
    yield space.projector
    space.projector.close()


@pytest.mark.parametrize(
    ("screens", "editor", "chosen"),
    [
        ([FIRST], FIRST, FIRST),
        ([FIRST, RIGHT], FIRST, RIGHT),
        ([FIRST, RIGHT], RIGHT, FIRST),
        ([LEFT, FIRST], FIRST, LEFT),
        ([FIRST, QRect(0, 0, 1280, 720)], FIRST, FIRST),
        ([FIRST, QRect(0, 0, 1280, 720), RIGHT], FIRST, RIGHT),
        ([], FIRST, FIRST),
    ],
    ids=["one", "right", "editor right", "left", "mirrored", "mirrored and one", "none"],
)
def test_it_goes_to_the_screen_that_the_editor_is_not_on(screens, editor, chosen):
    assert screen_for(screens, editor) == chosen


def test_with_one_screen_f5_fills_it_and_escape_leaves(qtbot, space, opened):
    view = opened.view

    assert view.isFullScreen()
    assert view.geometry() == QGuiApplication.primaryScreen().geometry()
    assert space.actions["projector"].isChecked()
    assert not view.follows
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert opened.view is None
    assert not space.actions["projector"].isChecked()
    assert space.window.isVisible()


def test_f5_in_the_editor_closes_it_again(qtbot, space, opened):
    press_in_editor(qtbot, space, Qt.Key.Key_F5)

    assert not space.is_projecting


def test_it_is_closed_like_any_window(space, opened):
    opened.view.close()

    assert not space.is_projecting


def test_the_editor_says_whether_it_is_followed(qtbot, space, opened):
    press_in_editor(qtbot, space, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert opened.view.follows
    assert space.actions["projector follows"].isChecked()

    qtbot.keyClick(opened.view, Qt.Key.Key_F)
    assert not space.actions["projector follows"].isChecked()


def test_it_speaks_the_theme_of_the_window(space, opened):
    space.settings.change(theme="dark")

    assert opened.view.look.theme.dark
    assert not opened.view.look.prompts


def test_it_goes_with_the_window(space, window, opened):
    forget_changes(space.session)
    window.close()

    assert not space.is_projecting


def test_a_screen_that_is_taken_away_takes_it_along(qapp, space, opened):
    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())

    assert not space.is_projecting


def test_the_overview_is_switched_in_the_menu_and_remembered(space):
    assert space.settings.value.minimap_shown
    space.actions["minimap"].trigger()

    assert not space.settings.value.minimap_shown
    assert not space.actions["minimap"].isChecked()


def test_a_start_does_not_load_it():
    code = (
        "import sys, cjeditor.app.workspace; "
        "print([name for name in sys.modules if 'projector' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
