"""What is to be done stands by its day, and what is late says so in a word."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from cjeditor.tools.actions.page import ActionsPage


@pytest.fixture
def page(session, shown):
    return shown(ActionsPage(session, lambda: date(2026, 11, 29)))


def texts(table):
    rows = table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_what_is_due_first_comes_first_with_all_that_is_to_be_known(page):
    assert texts(page.table)[0] == [
        "2026-11-20 (overdue)", "Thicker curtains", "Housekeeping", "", "Noise from the street",
        "Stay / Sleep",
    ]  # fmt: skip
    assert [row[1] for row in texts(page.table)][1:] == [
        "Send the code again by SMS", "A night menu", "Earplugs",
    ]  # fmt: skip


def test_what_is_done_is_overdue_no_longer(session, page):
    session.select(("o4",))
    card = session.journey.cards["o4"]
    assert card.due == "2026-11-20"
    page._today = lambda: date(2026, 11, 20)
    page.follow()

    assert texts(page.table)[0][0] == "2026-11-20"


def test_a_row_is_selected_in_the_session_and_the_other_way_round(qtbot, session, page):
    rect = page.table.visualRect(page.table.rows.index(1, 1))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert session.selection == ("o1",)

    session.select(("o4",))
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [0]


def test_arrows_walk_enter_wants_the_fields_and_delete_deletes(qtbot, session, page):
    session.select(("o4",))
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert session.selection == ("o1",)
    with qtbot.waitSignal(page.field_wanted):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert "o1" not in session.journey.cards
    assert len(texts(page.table)) == 3


@pytest.mark.parametrize("width", [500, 960, 1600])
def test_what_is_late_is_never_cut_and_the_words_of_a_card_always_have_room(page, width):
    page.resize(width, 560)
    header, metrics = page.table.header(), page.table.fontMetrics()

    assert header.sectionSize(0) > metrics.horizontalAdvance("2026-11-20 (overdue)")
    assert header.sectionSize(1) >= 25 * metrics.averageCharWidth()


def test_words_narrow_the_table_and_a_column_sorts_it(qtbot, page):
    qtbot.keyClicks(page.search, "night")
    assert [row[1] for row in texts(page.table)] == ["A night menu"]
    page.search.clear()

    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [row[1] for row in texts(page.table)] == [
        "Thicker curtains", "Send the code again by SMS", "Earplugs", "A night menu",
    ]  # fmt: skip
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert texts(page.table)[-1][0] == ""  # what has no day stays below
