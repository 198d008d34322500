"""Keys can be changed: they hold at once, and one key never does two things."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from cjeditor.app.actions import ACTIONS
from cjeditor.app.bindings import Bindings, keys_of, refusal, written
from cjeditor.app.shortcuts import ShortcutsDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = {action.name: action for action in ACTIONS}


def key(text):
    return QKeySequence(text)


def twice(bindings):
    counts = Counter(each for keys in bindings.keys.values() for each in written(keys))
    return [each for each, count in counts.items() if count > 1]


def of(bindings, name):
    return list(written(bindings.keys[name]))


@pytest.fixture
def opened(monkeypatch):
    """How often the sheet of keys was shown; nobody has to close it."""
    seen = []
    monkeypatch.setattr(ShortcutsDialog, "exec", lambda _self: seen.append("sheet"))
    return seen


@pytest.mark.parametrize("changed", [
    (), (("fit", ("Ctrl+D",)),), (("fit", ("Ctrl+D",)), ("duplicate", ("Ctrl+D", "F7"))),
    (("zoom in", ("Ctrl+S", "Del")), ("save", ("Del",))),
])  # fmt: skip
def test_no_key_does_two_things_whatever_the_settings_say(qapp, changed):
    assert twice(Bindings(ACTIONS, changed)) == []


def test_every_action_can_have_the_keys_of_the_table(qapp):
    refused = [
        (action.name, each.toString())
        for action in ACTIONS
        for each in keys_of(action)
        if refusal(action, each) is not None
    ]

    assert refused == []


def test_a_key_that_is_given_is_lost_by_who_had_it_and_comes_back(qapp):
    given = Bindings(ACTIONS, Bindings(ACTIONS).give(TABLE["fit"], [key("Ctrl+D")]))
    assert of(given, "fit") == ["Ctrl+D"]
    assert of(given, "duplicate") == []
    assert given.owner(key("Ctrl+D")).name == "fit"

    back = Bindings(ACTIONS, given.reset(TABLE["duplicate"]))
    assert of(back, "duplicate") == ["Ctrl+D"]
    assert of(back, "fit") == []

    assert Bindings(ACTIONS, back.reset(TABLE["fit"])) == Bindings(ACTIONS)


@pytest.mark.parametrize(("name", "text", "why"), [
    ("fit", "Left", "map"), ("fit", "Shift+Home", "map"), ("fit", "Esc", "map"),
    ("fit", "Tab", "map"), ("fit", "Space", "map"), ("duplicate", "D", "writes"),
    ("fit", "", "empty"), ("fit", "Ctrl+K, Ctrl+L", "empty"),
    ("fit", "D", None), ("rate 1", "A", None), ("fit", "Ctrl+Alt+Left", None),
])  # fmt: skip
def test_what_the_map_needs_cannot_be_given_away(qapp, name, text, why):
    assert refusal(TABLE[name], key(text)) == why


def test_nonsense_in_the_settings_is_no_key(qapp):
    changed = (("fit", ("", "nonsense", "Left", "F7")), ("gone", ("F8",)))

    assert of(Bindings(ACTIONS, changed), "fit") == ["F7"]


def test_another_key_holds_at_once_and_the_old_one_no_longer(qtbot, space, session):
    space.settings.change(keys=(("select all", ("F7",)),))
    space.view.setFocus()

    qtbot.keyClick(space.view, Qt.Key.Key_A, CONTROL)
    assert session.selection == ()
    qtbot.keyClick(space.view, Qt.Key.Key_F7)
    assert len(session.selection) > 41


def test_a_command_of_the_map_takes_another_key_too(qtbot, space, session):
    card = next(each for each in session.journey.cards.values() if hasattr(each, "severity"))
    space.settings.change(keys=(("rate 2", ("Ctrl+7",)),))
    session.select([card.id])
    space.view.setFocus()

    qtbot.keyClick(space.view, Qt.Key.Key_7, CONTROL)

    assert session.journey.cards[card.id].severity == 2
    session.undo_stack.undo()
    assert session.journey.cards[card.id] is card


def test_menus_tips_palette_and_search_box_show_the_new_keys(space):
    changed = (("type action", ("F7",)), ("search", ("F8",)), ("select all", ("F9",)))
    space.settings.change(keys=changed)

    assert space.actions["select all"].shortcut() == key("F9")
    assert space.actions["undo"].toolTip().endswith("(Ctrl+Z)")
    assert space.actions["search"].toolTip().endswith("(F8)")
    assert space.palette_panel.chips()[0].toolTip().endswith("(F7)")
    assert space.search._key.text() == "F8"


def test_a_question_mark_shows_the_sheet_only_while_it_would_write_nothing(
    qtbot, space, session, opened
):
    space.view.setFocus()
    qtbot.keyClick(space.view, "?")
    assert opened == ["sheet"]

    lane, step = session.journey.ordered_lanes[0], session.journey.ordered_steps[-1]
    session.put_cursor(lane.id, step.id)
    qtbot.keyClick(space.view, "?")
    assert opened == ["sheet"]
    assert space.view.writer.editor.toPlainText() == "?"
    space.view.writer.give_up()


def test_ctrl_slash_and_f1_show_the_sheet_always(qtbot, space, session, opened):
    session.select(list(session.journey.cards)[:1])
    space.view.setFocus()

    qtbot.keyClick(space.view, Qt.Key.Key_Slash, CONTROL)
    qtbot.keyClick(space.view, Qt.Key.Key_F1)

    assert opened == ["sheet", "sheet"]


def test_keys_that_are_characters_can_be_switched_off(qtbot, space, session, opened):
    card = next(each for each in session.journey.cards.values() if hasattr(each, "severity"))
    space.settings.change(single_keys=False)
    space.view.setFocus()
    qtbot.keyClick(space.view, "?")
    session.select([card.id])

    assert opened == []
    assert not any(space.actions[f"rate {n}"].shortcuts() for n in range(1, 6))
    assert space.actions["select all"].shortcuts()
    space.settings.change(single_keys=True)
    qtbot.keyClick(space.view, Qt.Key.Key_1)
    assert session.journey.cards[card.id].severity == 1
