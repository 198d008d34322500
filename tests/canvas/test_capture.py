"""A map written and changed with keys alone, by real key events."""

import pytest
from maps import big_map
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from cjeditor.edits.shown import Show
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES, Map

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the keyboard is: in the open field or on the map; counts them."""

    def __init__(self, qtbot, view):
        self._qtbot = qtbot
        self._view = view
        self.pressed = 0

    def press(self, *keys, modifier=NONE):
        for key in keys:
            self.pressed += 1
            self._qtbot.keyClick(self._view.writer.editor or self._view, key, modifier)

    def type(self, text):
        for letter in text:
            self._qtbot.keyClicks(self._view.writer.editor or self._view, letter)


@pytest.fixture
def keyboard(qtbot, view):
    return Keyboard(qtbot, view)


def elsewhere(journey):
    """Return the same in another document."""
    tables = [journey.table(name).values() for name in TABLES]
    return Map(id="other").put(*(record for table in tables for record in table))


def texts(session, lane, step):
    return [card.text for card in session.journey.cell(lane, step)]


def undo(session):
    session.undo_stack.undo()


def test_thirty_cards_are_written_in_their_cells_without_a_mouse(keyboard, session, view):
    start = session.journey.drop(["a1", "a2", "a3", "p1", "e2"])
    session.show(elsewhere(start))
    steps = [step.id for step in start.ordered_steps]
    wanted = {
        (lane, step): [f"{lane} {step} {number}" for number in range(4 if step in "s1s2s3" else 3)]
        for lane in ("do", "pain")
        for step in steps
    }

    view.capture.enter()
    for lane in ("do", "pain"):
        for column, step in enumerate(steps):
            for number, text in enumerate(wanted[lane, step]):
                keyboard.type(text)
                last = number + 1 == len(wanted[lane, step])
                if not last:
                    keyboard.press(Key.Key_Return)
                elif column + 1 < len(steps):
                    keyboard.press(Key.Key_Tab)
        keyboard.press(Key.Key_Escape, Key.Key_Down, Key.Key_Home)

    found = {cell: texts(session, *cell) for cell in wanted}
    assert found == wanted
    assert len(session.journey.cards) == 30
    assert keyboard.pressed <= 3 * 30
    assert keyboard.pressed == 34, "one key a card, and three more a lane"
    assert {card.kind for card in session.journey.cards.values()} == {"action", "pain"}
    assert session.undo_stack.count() == 30
    assert faults(session.journey) == []


def test_enter_while_writing_begins_the_next_card_below(hands, keyboard, session, view):
    hands.click("a1")
    keyboard.press(Key.Key_F2, Key.Key_Return)
    keyboard.type("Ask twice")
    keyboard.press(Key.Key_Return, Key.Key_Return)

    assert texts(session, "do", "s1") == ["Ask friends", "Ask twice", "Read reviews"]
    assert not view.writer.is_writing
    assert session.undo_stack.count() == 1
    undo(session)
    assert texts(session, "do", "s1") == ["Ask friends", "Read reviews"]


def test_the_next_card_is_of_the_kind_just_written(hands, keyboard, session):
    hands.click(("do", "s4"))
    keyboard.type("Pay")
    hands.view.capture.take_kind("thought")
    keyboard.press(Key.Key_Return)
    keyboard.type("Too dear")
    keyboard.press(Key.Key_Escape)

    assert [card.kind for card in session.journey.cell("do", "s4")] == ["thought", "thought"]
    assert texts(session, "do", "s4") == ["Pay", "Too dear"]


def test_escape_in_an_empty_new_card_leaves_nothing_behind(hands, keyboard, session, view):
    hands.click("a1")
    keyboard.press(Key.Key_Insert, Key.Key_Escape)

    assert session.undo_stack.count() == 0
    assert session.selection == ("a1",)
    assert view.hasFocus()


def test_tab_at_the_last_step_stays_and_says_so(hands, keyboard, session, view, qtbot):
    hands.click(("do", "s4"))
    keyboard.type("Pay")
    with qtbot.waitSignal(view.hint) as said:
        keyboard.press(Key.Key_Tab)
    keyboard.type(" by card")
    keyboard.press(Key.Key_Escape)

    assert said.args == ["This is the last one."]
    assert texts(session, "do", "s4") == ["Pay by card"]


def test_tab_with_nothing_written_leaves_the_canvas(qtbot, view):
    from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

    frame = QWidget()
    qtbot.addWidget(frame)
    row = QHBoxLayout(frame)
    other = QPushButton("Other")
    row.addWidget(view)
    row.addWidget(other)
    with qtbot.waitActive(frame):
        frame.show()
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Tab)
    left = frame.focusWidget()
    view.setParent(None)

    assert left is other


def test_the_keyboard_comes_into_the_first_cell(session, view):
    QApplication.sendEvent(
        view, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    )

    assert session.cursor == ("do", "s1")
    assert session.selection == ("a1",)


def test_titles_are_written_on_with_tab(hands, keyboard, session):
    hands.click("find")
    keyboard.press(Key.Key_F2)
    keyboard.type("Look")
    keyboard.press(Key.Key_Tab)
    keyboard.type("Take")
    keyboard.press(Key.Key_Return)

    assert [stage.title for stage in session.journey.ordered_stages] == ["Look", "Take"]
    assert session.undo_stack.count() == 2
    undo(session)
    undo(session)
    assert [stage.title for stage in session.journey.ordered_stages] == ["Find", "Buy"]


@pytest.mark.parametrize(
    ("start", "key", "cursor"),
    [
        ("a1", Key.Key_Right, ("do", "s3")),
        ("a3", Key.Key_Right, ("do", "s4")),
        ("a3", Key.Key_Left, ("do", "s1")),
        ("a2", Key.Key_Down, ("feel", "s1")),
        ("a3", Key.Key_Home, ("do", "s1")),
        ("a1", Key.Key_End, ("feel", "s4")),
    ],
)
def test_ctrl_with_an_arrow_jumps_to_the_next_filled_cell(
    hands, keyboard, session, start, key, cursor
):
    hands.click(start)
    keyboard.press(key, modifier=CONTROL)

    assert session.cursor == cursor


def test_page_keys_go_from_stage_to_stage(hands, keyboard, session):
    hands.click("a1")
    keyboard.press(Key.Key_PageDown)
    there = session.cursor
    keyboard.press(Key.Key_PageUp)

    assert there == ("do", "s3")
    assert session.cursor == ("do", "s1")


def test_the_cursor_passes_over_what_is_hidden(hands, keyboard, session):
    journey = session.journey
    hidden = journey.put(
        journey.lanes["pain"].replace(shown="hidden"),
        journey.stages["find"].replace(shown="hidden"),
    )
    session.show(elsewhere(hidden))
    session.select(["a3"])
    keyboard.press(Key.Key_Down)
    below = session.cursor
    keyboard.press(Key.Key_Home)

    assert below == ("feel", "s3")
    assert session.cursor == ("feel", "s3")


def test_shift_with_arrows_selects_a_block_of_cells(hands, keyboard, session):
    hands.click("a1")
    keyboard.press(Key.Key_Right, modifier=SHIFT)
    keyboard.press(Key.Key_Down, modifier=SHIFT)
    wide = set(session.selection)
    keyboard.press(Key.Key_Left, modifier=SHIFT)

    assert wide == {"a1", "a2", "p1"}
    assert set(session.selection) == {"a1", "a2"}
    assert session.undo_stack.count() == 0


def test_shift_with_arrows_selects_cards_of_a_cell_and_heads(hands, keyboard, session):
    hands.click("a1")
    keyboard.press(Key.Key_Down, modifier=SHIFT)
    cards = session.selection
    hands.click("s1")
    keyboard.press(Key.Key_Right, Key.Key_Right, modifier=SHIFT)

    assert cards == ("a1", "a2")
    assert session.selection == ("s1", "s2", "s3")


def test_alt_shift_with_arrows_stretches_and_shortens_a_card(hands, keyboard, session):
    before = session.journey
    hands.click("a3")
    keyboard.press(Key.Key_Right, modifier=ALT | SHIFT)

    assert session.journey.cards["a3"].last_step == "s4"
    keyboard.press(Key.Key_Right, modifier=ALT | SHIFT)
    assert session.journey.cards["a3"].last_step == "s4"
    keyboard.press(Key.Key_Left, modifier=ALT | SHIFT)
    assert session.journey.cards["a3"].last_step == "s3"
    keyboard.press(Key.Key_Left, modifier=ALT | SHIFT)
    assert session.journey.cards["a3"].last_step == "s3"
    undo(session)
    undo(session)
    assert session.journey is before


def test_an_accent_or_an_input_method_begins_a_card(view, session):
    session.put_cursor("do", "s2")
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(view, event)

    assert view.writer.editor.text == "é"


@pytest.mark.parametrize(
    ("key", "cell"),
    [(Key.Key_Right, ("do", "s4")), (Key.Key_Left, ("do", "s2")), (Key.Key_Down, ("pain", "s3"))],
)
def test_alt_with_arrows_moves_the_card_and_the_cursor(hands, keyboard, session, key, cell):
    before = session.journey
    hands.click("a3")
    keyboard.press(key, modifier=ALT)

    assert [card.id for card in session.journey.cell(*cell)] == ["a3"]
    assert session.cursor == cell
    undo(session)
    assert session.journey is before


@pytest.mark.parametrize(
    ("key", "table", "order"),
    [
        (Key.Key_Right, "steps", ["s2", "s1", "s3", "s4"]),
        (Key.Key_Down, "lanes", ["pain", "do", "feel"]),
    ],
)
def test_ctrl_shift_with_arrows_reorders_step_or_lane(hands, keyboard, session, key, table, order):
    before = session.journey
    hands.click("a1")
    keyboard.press(key, modifier=CONTROL | SHIFT)

    assert [each.id for each in getattr(session.journey, f"ordered_{table}")] == order
    undo(session)
    assert session.journey is before


def test_a_digit_rates_the_selected_pain_points(hands, keyboard, session):
    hands.click("p1")
    keyboard.press(Key.Key_2)

    assert session.journey.cards["p1"].severity == 2
    undo(session)
    assert session.journey.cards["p1"].severity == 4


def test_digits_rate_impact_and_with_shift_effort(hands, keyboard, session, view):
    hands.click("a3")
    view.capture.take_kind("opportunity")
    keyboard.press(Key.Key_5)
    keyboard.press(Key.Key_1, modifier=SHIFT)

    card = session.journey.cards["a3"]
    assert (card.impact, card.effort) == (5, 1)
    assert session.undo_stack.count() == 3


def test_a_digit_sets_the_selected_feeling_or_makes_one(hands, keyboard, session):
    hands.click("e1")
    keyboard.press(Key.Key_1)
    keyboard.press(Key.Key_End, Key.Key_5)

    emotions = session.journey.emotions
    (new,) = session.journey.emotions_at["s4"]
    assert (emotions["e1"].value, new.value) == (-2.0, 2.0)
    undo(session)
    undo(session)
    assert session.journey.emotions["e1"].value == 1.0


def test_elsewhere_a_digit_is_a_text(hands, keyboard, session):
    hands.click(("do", "s4"))
    keyboard.type("24 hours")
    keyboard.press(Key.Key_Escape)

    assert texts(session, "do", "s4") == ["24 hours"]


def test_a_card_changes_its_kind_and_loses_nothing(hands, session, view):
    before = session.journey
    hands.click("p1")
    view.capture.take_kind("thought")
    changed = session.journey.cards["p1"]
    view.capture.take_kind("pain")

    assert (changed.kind, changed.text) == ("thought", "Too many")
    assert session.journey.cards["p1"] == before.cards["p1"]
    assert session.undo_stack.count() == 2


def test_while_writing_the_kind_changes_and_the_writing_goes_on(hands, keyboard, session, view):
    hands.click(("do", "s4"))
    keyboard.type("It is too")
    view.capture.take_kind("pain")
    keyboard.type(" dear")
    keyboard.press(Key.Key_Escape)

    (card,) = session.journey.cell("do", "s4")
    assert (card.kind, card.text) == ("pain", "It is too dear")
    assert session.undo_stack.count() == 1


def test_what_is_locked_is_not_opened_for_writing(hands, keyboard, session, view, qtbot):
    journey = session.journey
    session.show(elsewhere(journey.put(journey.lanes["do"].replace(lock="all"))))
    view.refused.disconnect()
    session.select(["a1"])
    with qtbot.waitSignal(view.refused):
        keyboard.press(Key.Key_F2)

    assert not view.writer.is_writing


def test_where_cards_may_be_added_they_can_be_written(hands, keyboard, session):
    journey = session.journey
    session.show(elsewhere(journey.put(journey.lanes["do"].replace(lock="add only"))))
    session.put_cursor("do", "s4")
    keyboard.type("New")
    keyboard.press(Key.Key_Escape)

    assert texts(session, "do", "s4") == ["New"]


def test_walking_a_big_map_stays_in_it(keyboard, session, view):
    session.show(big_map(300, 6, 12))
    view.capture.enter()
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_PageDown, Key.Key_Up, Key.Key_Left):
        keyboard.press(*[key] * 40)

    assert session.selection or session.cursor


def test_the_cell_of_a_selected_card_is_ringed_too(hands, view):
    hands.click("a1")

    assert view.paper._rings._cell is not None


def test_tab_passes_a_collapsed_stage_and_leaves_its_title_alone(keyboard, session, view):
    session.do(Show(("buy",), "collapsed"))
    session.put_cursor("do", "s2")

    keyboard.type("Compare")
    keyboard.press(Key.Key_Tab)
    keyboard.press(Key.Key_Escape)

    assert texts(session, "do", "s2") == ["Compare"]
    assert session.journey.stages["buy"].title == "Buy"
    assert session.journey.stages["buy"].shown == "collapsed"
    assert view.writer.editor is None


def test_typing_in_a_cell_of_a_collapsed_stage_opens_it_and_writes_a_card(keyboard, session):
    session.do(Show(("buy",), "collapsed"))
    session.put_cursor("do", "s2")
    keyboard.press(Key.Key_Right)

    keyboard.type("Haggle")
    keyboard.press(Key.Key_Escape)

    assert texts(session, "do", "s3") == ["Ride it", "Haggle"]
    assert session.journey.stages["buy"].shown == "open"
    assert session.journey.stages["buy"].title == "Buy"


def test_tab_with_shift_goes_back_however_the_system_names_it(keyboard, session, view):
    session.put_cursor("do", "s3")
    keyboard.type("Late")

    keyboard.press(Key.Key_Tab, modifier=SHIFT)

    assert session.cursor == ("do", "s2")


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Up])
def test_at_the_end_of_the_map_it_is_said_that_nothing_moves(keyboard, session, view, qtbot, key):
    session.select(["a1"])

    with qtbot.waitSignal(view.hint):
        keyboard.press(key, modifier=ALT)

    assert session.undo_stack.count() == 0


def test_letters_in_a_cell_of_feelings_say_what_can_be_typed_there(keyboard, session, view, qtbot):
    session.put_cursor("feel", "s4")

    with qtbot.waitSignal(view.hint) as said:
        keyboard.type("x")

    assert "1 to 5" in said.args[0]
    assert session.undo_stack.count() == 0
