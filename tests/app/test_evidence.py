"""Evidence by keys in the whole window: sources, strengths, the list beside the map."""

from dialogs import on_dialog
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.edits.records import SetField
from cjeditor.panels.evidence_choice import EvidenceChoice
from cjeditor.tools.nothing_yet import NothingYet

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


def some_cards(session, count=3):
    return tuple(card.id for card in session.journey.reading_order()[:count])


def test_keys_say_how_strong_the_evidence_of_all_selected_cards_is(qtbot, window, session):
    cards = some_cards(session)
    session.select(cards)
    for key, strength in (
        (KEY.Key_A, "assumed"), (KEY.Key_H, "heard"), (KEY.Key_O, "observed"),
        (KEY.Key_M, "measured"), (KEY.Key_N, None),
    ):  # fmt: skip
        steps = session.undo_stack.count()
        qtbot.keyClick(window.workspace.view, key, ALT | SHIFT)
        assert {session.journey.cards[each].strength for each in cards} == {strength}
        assert session.undo_stack.count() == steps + 1


def test_a_key_asks_for_the_sources_of_the_selected_cards(qtbot, window, session):
    cards, source = some_cards(session), session.journey.ordered_evidence[0]
    session.select(cards)

    def act(dialog):
        qtbot.keyClicks(dialog.search, source.title)
        qtbot.keyClick(dialog.search, KEY.Key_Return)

    on_dialog(act, EvidenceChoice)
    qtbot.keyClick(window.workspace.view, KEY.Key_E, CONTROL | ALT)

    assert all(source.id in session.journey.cards[each].evidence for each in cards)


def test_the_list_beside_the_map_is_opened_and_closed_by_its_key(qtbot, window, space):
    library = space.side.library
    assert not library.isVisible()

    qtbot.keyClick(space.view, KEY.Key_E, CONTROL | SHIFT)
    assert library.isVisible()
    library.closed.emit()
    assert not library.isVisible()


def test_the_window_says_that_a_map_is_a_hypothesis_and_leads_to_the_evidence(
    qtbot, space, session
):
    status = space._status
    assert not status._hypothesis.isVisible()

    session.do(SetField(tuple(session.journey.cards), "strength", "assumed"))
    assert status._hypothesis.isVisible()
    qtbot.mouseClick(status._hypothesis, Qt.MouseButton.LeftButton)

    assert space.tools.name == "evidence"


def test_each_tool_leads_to_the_fields_of_what_is_selected(qtbot, space, session):
    space.tools.show("priorities")
    board = space.tools.page.board
    assert board.hasFocus()
    qtbot.keyClick(board, KEY.Key_Home)
    qtbot.keyClick(board, KEY.Key_Return)

    assert space.side.inspector.isAncestorOf(space.window.focusWidget())


def test_a_found_source_is_shown_in_its_tool(space, session):
    source = session.journey.ordered_evidence[1]

    space.go_to(source.id)

    assert space.tools.name == "evidence"
    assert session.selection == (source.id,)


def test_an_empty_tool_leads_back_to_the_map(qtbot, space, session):
    session.show(small_map())
    space.tools.show("actions")
    (empty,) = [each for each in space.tools.page.findChildren(NothingYet) if each.isVisible()]

    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)

    assert space.tools.name == "map"
    assert space.view.hasFocus()
