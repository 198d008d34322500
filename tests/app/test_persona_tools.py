"""What the window does for the pages of personas and empathy maps."""

import pytest
from cut_text import cut
from dialogs import on_dialog
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from cjeditor.model.empathy import EmpathyNote
from cjeditor.tools.empathy.to_map import ToMapDialog


def test_a_part_of_the_sheet_puts_the_keyboard_into_its_field(space, session):
    space.tools.show("personas")
    page = space.tools.page

    page.edit("needs")

    assert space.side.inspector._page.focused() == "needs"


def test_the_part_of_the_evidence_leads_to_what_adds_a_source(space, session):
    space.tools.show("personas")

    space.tools.page.edit("evidence")

    assert QApplication.focusWidget().accessibleName() == "Add evidence"


def test_only_this_journey_shows_the_map_with_the_persona_looked_for(space, session):
    space.tools.show("personas")
    persona = space.tools.page.chosen

    space.tools.page._journey.click()

    assert space.tools.name == "map"
    assert space.finding.filtering.asked.personas == (persona,)
    assert space.finding.is_open


def test_a_persona_that_is_found_is_shown_on_its_sheet(space, session):
    last = session.journey.ordered_personas[-1].id

    space.go_to(last)

    assert space.tools.name == "personas"
    assert space.tools.page.chosen == last


def test_no_words_of_the_pages_are_cut(qtbot, space):
    space.window.resize(1280, 720)
    for language, text_size in (("en", 200), ("id", 100), ("id", 200)):
        space.settings.change(language=language, text_size=text_size)
        for name in ("personas", "empathy"):
            space.tools.show(name)
            space.side.inspector.catch_up()

            qtbot.waitUntil(lambda: cut(space.window) == [], timeout=5_000)


@pytest.mark.parametrize("name", ["personas", "empathy"])
def test_every_control_of_the_pages_has_a_name(space, name):
    space.tools.show(name)
    page = space.tools.page

    controls = [page.focusProxy(), *page.findChildren(QAbstractButton)]
    nameless = [
        each for each in controls if each.isVisible() and not (each.accessibleName() or each.text())
    ]
    assert nameless == []


def test_in_the_whole_window_the_keys_of_the_board_are_its_own(space, session):
    persona = session.journey.ordered_personas[0].id
    session.show(
        session.journey.put(
            EmpathyNote(id="n1", persona=persona, order="a0", text="One"),
            EmpathyNote(id="n2", persona=persona, order="a1", text="Two"),
        )
    )
    space.go_to("n1")
    board = space.tools.page.board
    board.setFocus()
    cards = session.journey.cards

    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [note.id for note in session.journey.empathy_of[persona]] == ["n2", "n1"]
    QTest.keyClick(board, Qt.Key.Key_3)
    QTest.keyClicks(board.writing.editor, " days")
    QTest.keyClick(board.writing.editor, Qt.Key.Key_Escape)
    assert "3 days" in [note.text for note in session.journey.empathy_of[persona]]
    QTest.keyClick(board, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(board, Qt.Key.Key_Delete)

    assert persona not in session.journey.empathy_of
    assert session.journey.cards == cards


def test_in_the_whole_window_a_persona_is_copied_and_pasted_by_keys(space, session):
    space.tools.show("personas")
    gallery = space.tools.page.gallery
    gallery.setFocus()
    before = [each.name for each in session.journey.ordered_personas]

    QTest.keyClick(gallery, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(gallery, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    after = [each.name for each in session.journey.ordered_personas]
    assert after == [before[0], *before]


def test_a_note_that_is_dropped_on_the_tab_of_the_map_is_asked_where_to_go(space, session):
    persona = session.journey.ordered_personas[0].id
    session.show(session.journey.put(EmpathyNote(id="n1", persona=persona, text="One")))
    space.go_to("n1")
    board, tabs = space.tools.page.board, space.tools.tabs
    start = board.at(board.sheet.rect_of("n1")).center().toPoint()
    end = board.mapFromGlobal(tabs.mapToGlobal(tabs.tabRect(0).center()))

    on_dialog(lambda dialog: dialog.accept(), kind=ToMapDialog)
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(board, start - QPoint(30, 30))
    QTest.mouseMove(board, end)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=end)

    assert session.journey.cards["n1"].kind == "thought"
    assert session.journey.cards["n1"].personas == (persona,)
