"""Who owns what: given by typing, by dragging and by keys, renamed everywhere at once."""

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from cjeditor.tools.departments.page import DepartmentsPage
from cjeditor.tools.departments.renaming import RenameOwnerDialog

ALT, KEY = Qt.KeyboardModifier.AltModifier, Qt.Key


@pytest.fixture
def page(session, shown):
    return shown(DepartmentsPage(session))


@pytest.fixture
def board(page, hands):
    return hands(page.board)


def owner(session, card):
    return session.journey.cards[card].owner


def test_nobody_comes_first_and_then_each_owner_with_what_is_theirs(page):
    chart = page.board.chart

    assert [place.key for place in chart.places] == ["", "Front office", "Housekeeping", "IT"]
    assert {chip.element: chart.place_of(chip.element).key for chip in chart.chips} == {
        "p2": "", "o2": "", "o3": "", "t1": "Front office", "o4": "Housekeeping",
        "p1": "IT", "o1": "IT",
    }  # fmt: skip


def test_a_typed_name_owns_what_is_selected_and_the_next_of_nobody_is_selected(
    qtbot, session, page, board
):
    board.click("p2")
    board.key(KEY.Key_R)
    assert page.field.hasFocus()
    qtbot.keyClicks(page.field, "eception")
    qtbot.keyClick(page.field, KEY.Key_Return)

    assert owner(session, "p2") == "reception"
    assert session.selection == ("o2",)
    assert page.board.hasFocus()
    assert session.undo_stack.count() == 1


def test_all_of_an_owner_are_selected_and_given_at_once(qtbot, session, page, board):
    session.select(("o2",))
    board.key(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(session.selection) == {"p2", "o2", "o3"}
    board.key(KEY.Key_X)
    qtbot.keyClick(page.field, KEY.Key_Return)

    assert owner(session, "p2") == owner(session, "o2") == owner(session, "o3") == "x"
    assert session.undo_stack.count() == 1


def test_the_names_that_the_map_knows_are_suggested(page, session):
    session.select(("p2",))
    completer = page.field.completer()
    completer.setCompletionPrefix("office")

    assert completer.currentCompletion() == "Front office"


def test_a_drag_gives_a_card_to_another_owner(session, board):
    board.drag("o2", "IT")

    assert owner(session, "o2") == "IT"
    assert session.undo_stack.count() == 1


def test_alt_with_an_arrow_gives_a_card_to_the_next_owner(session, board):
    session.select(("o4",))

    board.key(KEY.Key_Right, ALT)
    assert owner(session, "o4") == "IT"
    board.key(KEY.Key_Left, ALT)
    assert owner(session, "o4") == "Front office"  # Housekeeping owns nothing any more


def test_without_a_card_nothing_can_be_given(session, page):
    session.select(())
    assert not page.field.isEnabled()

    session.select(("a1",))
    assert not page.field.isEnabled()


def test_an_owner_is_renamed_everywhere_by_one_edit(qtbot, session, page):
    session.select(("p1",))

    def act(dialog):
        assert dialog.who.currentText() == "IT"
        ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
        assert not ok.isEnabled()
        dialog.name.setText("Platform team")
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)

    on_dialog(act, RenameOwnerDialog)
    qtbot.mouseClick(page.rename, Qt.MouseButton.LeftButton)

    assert owner(session, "p1") == owner(session, "o1") == "Platform team"
    assert session.undo_stack.count() == 1


def test_renaming_to_a_known_name_says_that_the_two_become_one(qtbot, session, page):
    dialog = RenameOwnerDialog(session.journey, "IT", page)
    dialog.name.setText("Front office")

    assert "become one" in dialog._note.text()


def test_a_suggested_name_is_taken_with_an_arrow_and_return(qtbot, session, page):
    session.select(("p2",))
    page.field.setFocus()
    qtbot.keyClicks(page.field, "of")
    popup = page.field.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, KEY.Key_Down)
    qtbot.keyClick(popup, KEY.Key_Return)

    assert owner(session, "p2") == "Front office"
    assert page.field.text() == ""
    assert session.selection == ("o2",)
