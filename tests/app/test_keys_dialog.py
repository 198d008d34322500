"""The dialog of keys: find an action, press a key, see what that means, take it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from cjeditor.app.keys_dialog import KeysDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot, space):
    made = KeysDialog(space.window, space.actions, space.settings)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def choose(qtbot, dialog):
    def choose(name):
        dialog.search.clear()
        qtbot.keyClicks(dialog.search, name)

    return choose


def press(qtbot, dialog, key, modifier=Qt.KeyboardModifier.NoModifier):
    dialog.change.field.setFocus()
    qtbot.keyClick(dialog.change.field, key, modifier)


def names(dialog):
    model = dialog.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_an_action_is_found_by_its_name_and_by_its_key(choose, dialog, space):
    assert len(names(dialog)) == len(space.actions.items())

    choose("duplic")
    assert names(dialog) == ["Duplicate"]
    choose("ctrl d")
    assert "Duplicate" in names(dialog)


def test_a_key_in_use_is_told_at_once_and_goes_over(qtbot, choose, dialog, space):
    choose("fit the whole")
    press(qtbot, dialog, Qt.Key.Key_D, CONTROL)
    assert dialog.change.said.text() == "Ctrl+D is used by “Duplicate”, which will lose it."
    assert space.settings.value.keys == ()

    dialog.change.use.click()

    assert space.settings.value.keys == (("fit", ("Ctrl+D",)),)
    assert space.actions["duplicate"].shortcuts() == []


def test_a_free_key_comes_besides_the_others(qtbot, choose, dialog, space):
    choose("fit the whole")
    press(qtbot, dialog, Qt.Key.Key_F7)
    assert dialog.change.said.text() == "F7 is free."

    dialog.change.add.click()

    assert space.settings.value.keys == (("fit", ("Ctrl+1", "F7")),)


@pytest.mark.parametrize(("key", "modifier"), [
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F, ALT),
])  # fmt: skip
def test_keys_of_the_map_and_of_the_menus_are_refused(qtbot, choose, dialog, key, modifier):
    choose("duplicate")
    press(qtbot, dialog, key, modifier)

    assert dialog.change.said.text()
    assert not dialog.change.use.isEnabled()
    assert not dialog.change.add.isEnabled()


def test_a_key_is_taken_away_and_reset_brings_it_back(qapp, choose, dialog, space):
    choose("duplicate")
    qapp.processEvents()
    caps = dialog.change.findChildren(QToolButton, "cap")
    next(each for each in caps if each.isVisible()).click()
    assert space.settings.value.keys == (("duplicate", ()),)
    assert space.actions["duplicate"].shortcuts() == []

    dialog.change.reset.click()

    assert space.settings.value.keys == ()
    assert space.actions["duplicate"].shortcuts()


def test_all_keys_are_reset(choose, dialog, space):
    space.settings.change(keys=(("fit", ("F7",)), ("save", ())))

    dialog._reset_all.click()

    assert space.settings.value.keys == ()
    assert space.actions["save"].shortcuts()


def test_single_keys_are_switched_here(dialog, space):
    dialog.singles.click()

    assert not space.settings.value.single_keys


def test_escape_empties_the_field_and_then_closes(qtbot, dialog):
    press(qtbot, dialog, Qt.Key.Key_F7)
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert dialog.change.field.keySequence().isEmpty()
    assert dialog.isVisible()

    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_arrow_keys_go_through_the_list_from_the_search_field(qtbot, dialog):
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)

    assert dialog.list.currentIndex().row() == 1
