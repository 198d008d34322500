"""A number of any size is typed as people write it."""

import pytest
from PySide6.QtWidgets import QLineEdit

from cjeditor.core.words import set_interface_language
from cjeditor.panels.editor import MIXED
from cjeditor.panels.number_field import NumberEditor


@pytest.fixture
def editor(qtbot):
    made = NumberEditor(optional=True)
    made.said = []
    made.edited.connect(lambda change: made.said.append(change(None)))
    qtbot.addWidget(made)
    yield made
    set_interface_language("en")


def typed(qtbot, editor, text):
    line = editor.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, text)
    return line


def test_each_sign_tells_the_number_so_far(qtbot, editor):
    typed(qtbot, editor, "4,08")

    assert editor.said == [4, 4, 4.08] or editor.said == [4, 4, 4.0, 4.08]


def test_a_number_is_shown_in_the_language(editor):
    set_interface_language("id")

    editor.show_value(12345.25)

    assert editor.findChild(QLineEdit).text() == "12345,25"


def test_what_is_no_number_is_marked_and_not_told(qtbot, editor):
    line = typed(qtbot, editor, "x")

    assert line.property("wrong")
    assert editor.said == []


def test_nothing_means_none_where_that_may_be(qtbot, editor):
    editor.show_value(4.0)
    line = editor.findChild(QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "\b")

    assert editor.said == [None]


def test_a_number_that_must_be_is_kept_while_nothing_stands_there(qtbot):
    editor = NumberEditor(optional=False)
    qtbot.addWidget(editor)
    told = []
    editor.edited.connect(told.append)
    editor.show_value(4.0)
    line = editor.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "\b")

    assert told == []


def test_several_values_are_named(editor):
    editor.show_value(MIXED)

    assert editor.findChild(QLineEdit).placeholderText() == "several values"
