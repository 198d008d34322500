"""The keys of the map in the whole window, where the table of actions takes them."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def press(qtbot, window):
    space = window.workspace
    space.session.show(small_map())
    space.view.setFocus()

    def press(key, modifier=NONE):
        qtbot.keyClick(space.view.writer.editor or space.view, key, modifier)

    def write(text):
        for letter in text:
            qtbot.keyClicks(space.view.writer.editor or space.view, letter)

    press.text = write
    press.view, press.session = space.view, space.session
    return press


def state(journey):
    cards = journey.cards.values()
    return (
        tuple(lane.id for lane in journey.ordered_lanes),
        tuple(step.id for step in journey.ordered_steps),
        sorted((c.id, c.kind, c.lane, c.first_step, c.order) for c in cards),
        [getattr(c, "severity", None) for c in cards],
        sorted((e.id, e.value) for e in journey.emotions.values()),
    )  # fmt: skip


CHANGING = (
    ("p1", Key.Key_2, NONE),
    ("e1", Key.Key_5, NONE),
    ("p1", Key.Key_3, ALT),
    ("a1", Key.Key_Down, ALT),
    ("a1", Key.Key_Right, ALT),
    ("a1", Key.Key_Down, CONTROL | SHIFT),
    ("find", Key.Key_Right, CONTROL | SHIFT),
    ("a1", Key.Key_D, CONTROL),
    ("a1", Key.Key_X, CONTROL),
    ("a1", Key.Key_Delete, NONE),
    ("a1", Key.Key_Backspace, NONE),
)


def test_a_key_changes_the_selection_as_one_undo_step(press):
    before = press.session.journey
    for chosen, key, modifier in CHANGING:
        press.session.select([chosen])
        press(key, modifier)

        assert state(press.session.journey) != state(before), (chosen, key)
        assert press.session.undo_stack.count() == 1, (chosen, key)
        press(Key.Key_Z, CONTROL)
        assert press.session.journey is before, (chosen, key)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_F2])
def test_enter_and_f2_write_the_selected_card(press, key):
    press.session.select(["a1"])
    press(key)

    assert press.view.writer.editor.place.element == "a1"


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Insert, NONE), (Key.Key_Return, CONTROL)])
def test_a_new_card_comes_after_the_selected_one(press, key, modifier):
    press.session.select(["a1"])
    press(key, modifier)
    press.text("New")
    press(Key.Key_Escape)

    texts = [card.text for card in press.session.journey.cell("do", "s1")]
    assert texts == ["Ask friends", "New", "Read reviews"]


@pytest.mark.parametrize(("key", "modifier"), [(Key.Key_Insert, NONE), (Key.Key_Return, CONTROL)])
def test_a_new_card_can_be_begun_again_after_one_was_given_up(qtbot, press, key, modifier):
    press.session.put_cursor("do", "s4")
    press(key, modifier)
    qtbot.waitUntil(lambda: press.view.writer.is_writing)
    press.view.window().workspace.actions.refresh()  # as after anything that changes meanwhile
    press(Key.Key_Escape)
    press(key, modifier)

    assert press.view.writer.is_writing


def test_insert_while_writing_begins_the_next_card(press):
    press.session.put_cursor("do", "s4")
    press.text("One")
    press(Key.Key_Insert)
    press.text("Two")
    press(Key.Key_Escape)

    assert [card.text for card in press.session.journey.cell("do", "s4")] == ["One", "Two"]


def test_digits_are_text_where_there_is_nothing_to_rate(press):
    press.session.put_cursor("do", "s4")
    press.text("42")
    press(Key.Key_Escape)

    assert [card.text for card in press.session.journey.cell("do", "s4")] == ["42"]


def test_alt_with_a_digit_changes_what_is_being_written(press):
    press.session.put_cursor("do", "s4")
    press.text("Too")
    press(Key.Key_4, ALT)
    press.text(" dear")
    press(Key.Key_Escape)

    cards = press.session.journey.cell("do", "s4")
    assert [(card.kind, card.text) for card in cards] == [("pain", "Too dear")]


def test_alt_with_a_digit_leaves_the_card_before_a_new_one_alone(press):
    press.session.select(["a1"])
    press(Key.Key_Insert)
    press(Key.Key_4, ALT)
    press.text("Dear")
    press(Key.Key_Escape)

    kinds = [card.kind for card in press.session.journey.cell("do", "s1")]
    assert kinds == ["action", "pain", "action"]


def test_shift_with_a_digit_sets_the_effort(press):
    press.session.select(["a1"])
    press(Key.Key_5, ALT)
    press(Key.Key_3, SHIFT)

    assert press.session.journey.cards["a1"].effort == 3


def test_tab_leaves_the_map(press):
    press.session.put_cursor("do", "s4")
    press(Key.Key_Tab)

    assert press.view.window().focusWidget() is not press.view
