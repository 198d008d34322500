"""The whole window without a mouse and without eyes: keys, names, sizes, the way of Tab."""

from collections import Counter

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)

SELECTED = ("card", "emotion", "stage", "step", "lane", "persona", "several", "nothing")
DIALOGS = ("settings", "shortcuts", "change keys", "about")
LEAST = 24
"""Pixels of a target, on the logical screen."""


def run(space, name):
    space.actions[name].trigger()


def select(space, what):
    """Select the first record of a table, two cards, or nothing; the fields follow at once."""
    journey = space.session.journey
    chosen = {
        "card": list(journey.cards)[:1],
        "emotion": list(journey.emotions)[:1],
        "stage": [journey.ordered_stages[0].id],
        "step": [journey.ordered_steps[0].id],
        "lane": [journey.ordered_lanes[0].id],
        "persona": [journey.ordered_personas[0].id],
        "several": list(journey.cards)[:2],
        "nothing": [],
    }
    space.session.select(chosen[what])
    space.side.inspector.catch_up()
    QApplication.processEvents()


def own_controls(window):
    """Every visible widget that Tab leads to; the parts that Qt puts in them aside."""
    for each in window.findChildren(QWidget):
        inside = isinstance(each.parent(), QAbstractSpinBox | QLineEdit | QComboBox | QTabBar)
        by_qt = inside or each.objectName().startswith("qt_")
        tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and each.isVisible() and not by_qt and each.focusProxy() is None:
            yield each


def nameless(window):
    found = []
    for each in own_controls(window):
        interface = QAccessible.queryAccessibleInterface(each)
        if not interface.text(QAccessible.Text.Name) and not each.accessibleName():
            found.append(described(each))
    return found


def small(window):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea)
    return [
        described(each)
        for each in own_controls(window)
        if isinstance(each, kinds) and min(each.width(), each.height()) < LEAST
    ]


def described(widget):
    above = type(widget.parent()).__name__
    return f"{type(widget).__name__} in {above}, {widget.width()} x {widget.height()}"


def window_keys(window):
    """Every key that works in the whole window, once for each that listens to it."""
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    for action in window.findChildren(QAction):
        if action.shortcutContext() in wide:
            yield from ((key.toString(), action.text()) for key in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() in wide:
            yield from ((key.toString(), "shortcut") for key in shortcut.keys())  # noqa: SIM118


def test_no_key_of_the_window_does_two_things(space, window):
    used = [key for key, _ in window_keys(window)]

    assert used
    assert [key for key, count in Counter(used).items() if count > 1] == []


def test_no_two_menus_or_entries_of_one_menu_have_the_same_letter(space, window):
    menus = [window.menuBar(), *window.findChildren(QMenu)]

    for menu in menus:
        letters = [letter_of(action.text()) for action in menu.actions()]
        twice = [key for key, count in Counter(filter(None, letters)).items() if count > 1]
        assert twice == [], [action.text() for action in menu.actions()]


def letter_of(text):
    plain = text.replace("&&", "")
    at = plain.find("&")
    return plain[at + 1].lower() if 0 <= at < len(plain) - 1 else ""


def test_every_control_of_the_window_has_a_name_and_can_be_hit(space):
    for what in SELECTED:
        select(space, what)
        for number in range(space.side._tabs.count()):
            space.side._tabs.setCurrentIndex(number)
            QApplication.processEvents()
            assert nameless(space.window) == [], what
            assert small(space.window) == [], what


@pytest.mark.parametrize("name", DIALOGS)
def test_every_control_of_a_dialog_has_a_name_and_can_be_hit(space, name):
    seen = []

    def look(dialog):
        seen.append((dialog.windowTitle(), nameless(dialog), small(dialog)))
        dialog.close()

    on_dialog(look)
    run(space, name)

    ((title, without_name, too_small),) = seen
    assert title
    assert without_name == []
    assert too_small == []


def test_tab_goes_through_all_panes_and_comes_back_to_the_map(qtbot, space, session):
    select(space, "card")
    space.view.setFocus()

    way = []
    for _ in range(300):
        qtbot.keyClick(space.window.focusWidget(), Qt.Key.Key_Tab)
        way.append(space.window.focusWidget())
        if way[-1] is space.view:
            break

    assert way[-1] is space.view
    assert len({id(each) for each in way}) == len(way)
    for pane in (space.palette_panel, space.side):
        assert any(pane.isAncestorOf(each) for each in way), pane
    assert session.selection  # Tab has changed nothing


def test_the_way_back_is_the_way_there(qtbot, space):
    space.view.setFocus()
    qtbot.keyClick(space.view, Qt.Key.Key_Tab)
    there = space.window.focusWidget()

    qtbot.keyClick(there, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)

    assert there is not space.view
    assert space.window.focusWidget() is space.view


def test_the_map_is_read_with_the_title_of_the_open_one(space):
    read = QAccessible.queryAccessibleInterface(space.view)

    assert read.text(QAccessible.Text.Name) == "Journey map: Buying running shoes online"
    assert read.childCount() > len(space.session.journey.stages)
