"""The sheet of keys, in the program and in the documentation, says what the table says."""

import importlib.util
from pathlib import Path

import pytest

from cjeditor.app.actions import ACTIONS
from cjeditor.app.key_sheet import sections

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("shortcuts", ROOT / "packaging" / "shortcuts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_as_the_table_is(qapp, script):
    stale = [path.name for path, text in script.pages() if path.read_text("utf-8") != text]

    assert stale == [], "run packaging/shortcuts.py"


def test_every_action_with_a_key_stands_in_the_sheet(space):
    said = {
        key
        for _title, rows in sections(ACTIONS, space.actions.keys)
        for _text, keys in rows
        for key in keys
    }

    assert {key for action in ACTIONS for key in space.actions.keys(action.name)} <= said


def test_a_changed_key_stands_in_the_sheet(space):
    space.settings.change(keys=(("fit", ("F7",)),))

    rows = dict(row for _title, rows in sections(ACTIONS, space.actions.keys) for row in rows)
    assert rows["Fit the whole map"] == ["F7"]
