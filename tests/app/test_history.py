"""The history: every undo step in a list, and the way to each of them."""

import pytest
from PySide6.QtCore import Qt
from saved import save
from shiboken6 import isValid

from cjeditor.app.history import HistoryPopup
from cjeditor.app.rows import FAINT, NOTE, STRONG

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def states(space, session):
    """The map after none, one, two and three deletions."""
    found = [session.journey]
    for card in list(session.journey.cards)[:3]:
        session.select([card])
        space.view.delete()
        found.append(session.journey)
    return found


@pytest.fixture
def popup(qtbot, space, states):
    space.view.setFocus()
    qtbot.keyClick(space.view, Qt.Key.Key_Z, CONTROL | ALT)
    (found,) = space.window.findChildren(HistoryPopup)
    yield found
    if isValid(found):
        found.close()


def rows(popup, role=Qt.ItemDataRole.DisplayRole):
    model = popup.list.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_every_step_stands_in_it_and_the_present_one_is_marked(popup):
    assert rows(popup) == ["Before all changes", "Delete", "Delete", "Delete"]
    assert rows(popup, STRONG) == [False, False, False, True]
    assert popup.list.currentIndex().row() == 3


def test_arrows_and_enter_go_back_and_forth(qtbot, popup, session, states):
    keys = Qt.Key
    for key in (keys.Key_Up, keys.Key_Up, keys.Key_Return):
        qtbot.keyClick(popup.list, key)
    assert session.journey is states[1]
    assert rows(popup, FAINT) == [False, False, True, True]

    for key in (keys.Key_End, keys.Key_Return):
        qtbot.keyClick(popup.list, key)
    assert session.journey is states[3]

    for key in (keys.Key_Home, keys.Key_Return):
        qtbot.keyClick(popup.list, key)
    assert session.journey is states[0]


def test_a_click_goes_there(qtbot, popup, session, states):
    place = popup.list.visualRect(popup.list.model().index(2, 0)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert session.journey is states[2]


def test_the_way_is_seen_as_one_change(popup, session, states):
    heard = []
    session.map_changed.connect(lambda before, after: heard.append((before, after)))

    session.travel(0)

    assert heard == [(states[3], states[0])]
    assert session.undo_stack.canRedo()


def test_the_saved_state_is_marked(space, session, states, tmp_path):
    session.travel(2)
    save(session, tmp_path / "a.cjm")
    session.travel(3)
    popup = HistoryPopup(space.window, session)

    assert rows(popup, NOTE) == ["", "", "Saved", ""]
    popup.close()


def test_escape_closes_it(qtbot, popup):
    qtbot.keyClick(popup.list, Qt.Key.Key_Escape)

    assert not isValid(popup) or not popup.isVisible()


def test_the_arrow_beside_undo_opens_it(space, states):
    space._toolbar._history.click()

    (popup,) = space.window.findChildren(HistoryPopup)
    assert popup.isVisible()
    popup.close()
