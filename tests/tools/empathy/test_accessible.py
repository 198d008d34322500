"""The empathy map as Qt knows it for screen readers."""

import pytest
from accessible import DESCRIPTION, NAME, below, is_sound, names, part, whole
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from cjeditor.core.words import set_interface_language
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.records import Evidence
from cjeditor.tools.empathy.page import EmpathyPage

EVENT = QAccessible.Event


@pytest.fixture
def page(session, shown):
    persona = session.journey.ordered_personas[0].id
    session.show(
        session.journey.put(
            Evidence(id="e1", title="Interview 3", kind="interview"),
            EmpathyNote(id="n1", persona=persona, order="a1", field="thinks", text="Why so slow?"),
            EmpathyNote(
                id="n2", persona=persona, order="a2", field="says", text="I gave up",
                detail="twice", evidence=("e1",), strength="heard", tags=("call",),
            ),
        )
    )  # fmt: skip
    made = EmpathyPage(session)
    made.say()
    shown(made)
    made.board.setFocus()
    return made


@pytest.fixture
def told(page):
    """All that a running screen reader is told of the board."""
    heard = []
    page.board.parts._send = heard.append
    QAccessible.setActive(True)
    page.board.clearFocus()
    page.board.setFocus()
    QCoreApplication.processEvents()
    heard.clear()
    yield heard
    QAccessible.setActive(False)


def heard(told, *events):
    QCoreApplication.processEvents()
    objects = [event.object() for event in told if event.type() in events]
    told.clear()
    return [QAccessible.queryAccessibleInterface(each).text(NAME) for each in objects]


def test_fields_are_lists_of_notes_and_the_place_of_the_next(page):
    board = whole(page.board)

    assert board.text(NAME).startswith("Empathy map of ")
    assert names(board) == [
        "Thinks and feels, 1 note",
        "Hears, 0 notes",
        "Sees, 0 notes",
        "Says and does, 1 note",
        "Fears, 0 notes",
        "Goals, 0 notes",
    ]
    says = part(page.board, "Says and does")
    assert says.role() == QAccessible.Role.List
    assert says.text(DESCRIPTION).startswith("What did they tell us")
    assert names(says) == [
        "Says: “I gave up”, evidence: Interview 3",
        "Says and does: new note",
    ]
    assert below(says)[0].text(DESCRIPTION) == "twice; Heard; call"
    assert is_sound(page.board)


def test_a_note_says_where_it_is_and_what_can_be_done_with_it(page, session):
    note = part(page.board, "Says: ")

    assert note.role() == QAccessible.Role.ListItem
    state = note.state()
    assert (state.focusable, state.selectable, state.editable) == (True, True, True)
    assert (state.selected, state.focused, state.offscreen) == (False, False, False)
    spot = note.rect().center()
    assert whole(page.board).childAt(spot.x(), spot.y()).text(NAME) == note.text(NAME)
    assert note.actionInterface().actionNames() == [
        QAccessibleActionInterface.pressAction(),
        QAccessibleActionInterface.setFocusAction(),
        "Write",
        "Delete",
    ]

    note.actionInterface().doAction(QAccessibleActionInterface.pressAction())

    assert session.selection == ("n2",)
    assert note.state().selected
    assert note.state().focused
    assert whole(page.board).focusChild().text(NAME) == note.text(NAME)


def test_a_note_is_written_and_deleted_by_actions(page, session):
    part(page.board, "Says: ").actionInterface().doAction("Write")
    assert page.board.writing.note == "n2"
    page.board.writing.commit()

    part(page.board, "Sees: new note").actionInterface().doAction("Write")
    QTest.keyClicks(page.board.writing.editor, "A queue")
    page.board.writing.commit()
    seen = part(page.board, "Sees: “A queue”")

    seen.actionInterface().doAction("Delete")
    assert not seen.isValid()
    assert len(session.journey.empathy_notes) == 2


def test_the_keyboard_is_told_as_it_moves_also_to_an_empty_place(page, session, told):
    session.select(("n1",))
    assert heard(told, EVENT.Focus) == ["Thinks: “Why so slow?”"]

    QTest.keyClick(page.board, Qt.Key.Key_Escape)

    assert heard(told, EVENT.Focus) == ["Thinks and feels: new note"]


def test_what_is_selected_renamed_new_and_gone_is_told(page, session, told):
    note = part(page.board, "Says: ")
    page.board.parts.follow()
    told.clear()

    session.select(("n2",))
    assert heard(told, EVENT.SelectionAdd) == [note.text(NAME)]
    session.do(SetField(("n2",), "text", "I left"))
    assert "Says: “I left”, evidence: Interview 3" in heard(told, EVENT.NameChanged)
    session.do(Delete(("n2",)))
    QCoreApplication.processEvents()
    assert EVENT.ObjectDestroyed in [event.type() for event in told]
    told.clear()
    session.undo_stack.undo()
    assert heard(told, EVENT.ObjectCreated) == ["Says: “I left”, evidence: Interview 3"]


def test_what_is_locked_cannot_be_changed(page, session):
    session.do(SetScope("lock", "all"))
    note = part(page.board, "Says: ")

    assert note.state().readOnly
    assert not note.state().editable
    assert "Write" not in note.actionInterface().actionNames()


def test_in_indonesian(page):
    set_interface_language("id")
    page.say()
    page.follow()

    assert part(page.board, "Mengatakan: “I gave up”, bukti: Interview 3").isValid()
