"""Opportunities are rated by dragging and by keys; pain points stand by their weight."""

import pytest
from accessible import NAME, below, everything, is_sound, names, part, whole
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from cjeditor.tools.priorities.page import PrioritiesPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def page(session, shown):
    return shown(PrioritiesPage(session))


@pytest.fixture
def board(page, hands):
    return hands(page.board)


def rating(session, card):
    record = session.journey.cards[card]
    return record.impact, record.effort


def test_every_opportunity_stands_where_its_ratings_put_it(page):
    chart = page.board.chart

    places = {chip.element: chart.place_of(chip.element).key for chip in chart.chips}

    assert places == {"o1": (5, 2), "o2": (4, 5), "o3": None, "o4": (1, 1)}


def test_a_drag_sets_impact_and_effort_in_one_undo_step(session, board):
    board.drag("o1", (2, 4))

    assert rating(session, "o1") == (2, 4)
    assert session.undo_stack.count() == 1
    assert board.board.chart.place_of("o1").key == (2, 4)
    session.undo_stack.undo()
    assert rating(session, "o1") == (5, 2)


def test_a_drag_from_the_tray_rates_and_one_into_it_takes_the_rating_away(session, board):
    board.drag("o3", (3, 3))
    assert rating(session, "o3") == (3, 3)

    board.drag("o1", None)
    assert rating(session, "o1") == (None, None)


def test_several_selected_ones_are_dragged_together(session, board):
    board.click("o1")
    board.click("o4", CONTROL)
    board.drag("o4", (3, 2))

    assert rating(session, "o1") == rating(session, "o4") == (3, 2)
    assert session.undo_stack.count() == 1


def test_escape_gives_a_drag_up(session, board):
    board.drag("o1", (1, 1), cancel=True)

    assert rating(session, "o1") == (5, 2)
    assert session.selection == ("o1",)
    assert session.undo_stack.count() == 0


def test_a_click_selects_and_does_nothing_else(session, board):
    board.click("o4")
    assert session.selection == ("o4",)

    board.click((3, 5))
    assert session.selection == ()
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("key", "after"),
    [(KEY.Key_Up, (5, 5)), (KEY.Key_Down, (3, 5)), (KEY.Key_Left, (4, 4)), (KEY.Key_Right, (4, 5))],
)
def test_an_arrow_moves_the_selected_one_by_one_step(session, board, key, after):
    session.select(("o2",))

    board.key(key)

    assert rating(session, "o2") == after


def test_everything_can_be_done_by_keys_alone(qtbot, session, page, board):
    assert page.board.hasFocus()
    board.key(KEY.Key_Home)
    first = session.selection
    board.key(KEY.Key_PageDown)
    assert session.selection != first
    session.select(("o4",))
    board.key(KEY.Key_Up, CONTROL)
    assert session.selection == ("o1",)  # the nearest one above it
    session.select(("o3",))
    board.key(KEY.Key_Right)  # comes out of the tray into the middle
    assert rating(session, "o3") == (3, 3)
    board.key(KEY.Key_Right)
    assert rating(session, "o3") == (3, 4)
    board.key(KEY.Key_0)
    assert rating(session, "o3") == (None, None)
    with qtbot.waitSignal(page.field_wanted):
        board.key(KEY.Key_Return)
    board.key(KEY.Key_Delete)
    assert "o3" not in session.journey.cards


def test_a_screen_reader_finds_the_cells_as_lists_of_opportunities(session, page):
    matrix = whole(page.board)
    assert matrix.text(NAME) == "Matrix of impact and effort"
    assert len(names(matrix)) == 26
    cell = part(page.board, "Quick wins: impact 5, effort 2, 1 card")
    assert cell.role() == QAccessible.Role.List
    [name] = names(cell)
    assert name.startswith("Opportunity, ")
    assert "Send the code again by SMS" in name
    assert name.endswith("Quick wins: impact 5, effort 2")
    assert is_sound(page.board)

    session.select(("o1",))
    page.board.setFocus()

    [card] = below(cell)
    assert card.state().selected
    assert card.state().focused
    assert card.state().editable
    assert not cell.state().selectable
    assert matrix.focusChild().text(NAME) == name
    spot = card.rect().center()
    assert matrix.childAt(spot.x(), spot.y()).text(NAME) == name


def test_a_screen_reader_hears_where_one_has_come(session, page, board):
    session.select(("o1",))
    page.board.setFocus()
    card = next(each for each in everything(whole(page.board)) if "SMS" in each.text(NAME))
    page.board.parts.follow()
    heard = []
    page.board.parts._send = heard.append

    board.key(KEY.Key_Left)

    assert card.text(NAME).endswith("Quick wins: impact 5, effort 1")
    renamed = [event.object() for event in heard if event.type() == QAccessible.Event.NameChanged]
    assert card.object() in renamed


def test_actions_for_a_screen_reader(qtbot, session, page):
    card = next(each for each in everything(whole(page.board)) if "SMS" in each.text(NAME))
    with qtbot.waitSignal(page.field_wanted):
        card.actionInterface().doAction("Write")
    assert session.selection == ("o1",)
    card.actionInterface().doAction("Delete")
    assert "o1" not in session.journey.cards
    assert not card.isValid()


def test_pain_points_stand_by_weight_with_what_it_is_made_of(session, page):
    page.show_record("p2")
    rows = page.pains.rows
    texts = [[rows.index(row, column).data() for column in range(6)] for row in range(2)]

    assert texts[0] == ["15", "The code does not work", "Before / Check-In", "5", "2", ""]
    assert texts[1] == ["8", "Noise from the street", "Stay / Sleep", "2", "1", "90"]
    assert page.pains.isVisible()
    assert [index.row() for index in page.pains.selectionModel().selectedRows()] == [1]


def test_the_selected_one_has_a_ring(session, page):
    before = page.board.grab().toImage()
    session.select(("o2",))
    after = page.board.grab().toImage()

    rect = next(chip.rect for chip in page.board.chart.chips if chip.element == "o2")
    scale = page.board.scale
    spot = round((rect.x + rect.width / 2) * scale), round((rect.y - 2) * scale)
    assert before.pixelColor(*spot) != after.pixelColor(*spot)
