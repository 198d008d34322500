"""The personas are added, edited and deleted in their own tab."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QToolButton

from cjeditor.edits.personas import AddPersona
from cjeditor.model.records import Persona
from cjeditor.panels.personas import Personas

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def personas(session, shown):
    return shown(Personas(session))


def button(panel, text):
    return next(each for each in panel.findChildren(QPushButton) if each.text() == text)


def field(panel, name):
    return next(each for each in panel.findChildren(QLineEdit) if each.accessibleName() == name)


def test_the_first_persona_is_shown(personas):
    assert field(personas, "Name").text() == "Rina, 29 · new runner"


def test_another_persona_is_shown_when_it_is_chosen(personas):
    personas.findChild(QListWidget).setCurrentRow(1)

    assert field(personas, "Name").text() == "Bayu, 41 · club runner"


def test_a_new_persona_is_named_at_once(qtbot, personas, session):
    qtbot.mouseClick(button(personas, "Add"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(field(personas, "Name"), "Citra")

    assert [each.name for each in session.journey.ordered_personas][-1] == "Citra"
    assert personas.findChild(QListWidget).item(2).text() == "Citra"


def test_a_deleted_persona_comes_back_with_undo(qtbot, personas, session):
    qtbot.mouseClick(button(personas, "Delete"), Qt.MouseButton.LeftButton)
    assert "rina" not in session.journey.personas

    session.undo_stack.undo()

    assert personas.findChild(QListWidget).count() == 2


def test_the_last_one_may_go_too(qtbot, personas, session):
    for _ in range(2):
        qtbot.mouseClick(button(personas, "Delete"), Qt.MouseButton.LeftButton)

    assert not session.journey.personas
    assert not button(personas, "Delete").isEnabled()


def test_their_order_is_changed_by_keys_and_by_buttons(qtbot, personas, session):
    rows = personas.findChild(QListWidget)

    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    by_key = [each.id for each in session.journey.ordered_personas]
    up = next(e for e in personas.findChildren(QToolButton) if e.accessibleName() == "Move up")
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)

    assert by_key == ["bayu", "rina"]
    assert [each.id for each in session.journey.ordered_personas] == ["rina", "bayu"]
    assert not up.isEnabled()
    session.undo_stack.setIndex(0)


def test_who_is_picked_on_the_map_is_shown(personas, session):
    session.select(["bayu"])

    assert field(personas, "Name").text() == "Bayu, 41 · club runner"


def test_while_nobody_sees_it_it_waits_and_then_catches_up(personas, session):
    personas.hide()
    session.do(AddPersona(Persona(id="new", name="Newcomer")))
    assert personas._list.count() == 2

    personas.show()

    assert personas._list.count() == 3


def test_who_is_picked_while_nobody_sees_it_is_shown_then(personas, session):
    other = session.journey.ordered_personas[1]
    personas.hide()
    session.select([other.id])

    personas.show()

    assert personas._list.currentItem().text() == other.name
    assert personas._form.isVisible()
