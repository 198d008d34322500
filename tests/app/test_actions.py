"""Every action can be found, reached by its own key, read in both languages."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from cjeditor.app.actions import ACTIONS
from cjeditor.app.bindings import keys_of
from cjeditor.app.menus import CONTEXT, MENUS, TOOLBAR, Menu
from cjeditor.core.words import Words
from cjeditor.display.symbols import symbol_names


def names(menu):
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from names(entry)
        elif entry is not None:
            yield entry


def test_every_action_has_its_own_name():
    counts = Counter(action.name for action in ACTIONS)

    assert [name for name, count in counts.items() if count > 1] == []


def test_every_key_does_one_thing(qapp):
    keys = Counter(key.toString() for action in ACTIONS for key in keys_of(action))

    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows(qapp):
    for action in ACTIONS:
        for key in keys_of(action):
            assert not key.isEmpty(), action.name
            assert QKeySequence(key.toString()) == key, action.name


def test_every_symbol_exists():
    known = set(symbol_names())

    assert {action.icon for action in ACTIONS if action.icon} <= known


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_action_is_translated(action):
    same = {"Persona", "Poster", "English", "Bahasa Indonesia"}
    text = Words("id")(action.text)

    assert text
    assert text != action.text or text in same or action.name.startswith("export")


def test_every_action_is_in_a_menu_or_the_toolbar():
    shown = {name for menu in (*MENUS, CONTEXT) for name in names(menu)} | set(TOOLBAR) | {"poster"}

    assert {action.name for action in ACTIONS} <= shown


def test_menus_name_only_actions_that_exist():
    known = {action.name for action in ACTIONS}

    assert {name for menu in (*MENUS, CONTEXT) for name in names(menu)} <= known
