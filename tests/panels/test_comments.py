"""Comments are written, read, settled, changed and deleted beside the map."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QToolButton

from cjeditor.edits.comments import AddComment
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.flows import Flow, FlowNode
from cjeditor.model.records import Comment, Persona
from cjeditor.model.whys import Why
from cjeditor.panels.comment_rows import CommentRow
from cjeditor.panels.comments import MOST, Comments
from cjeditor.panels.side import SidePanel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 22, 14, 32, 5, tzinfo=UTC)


@pytest.fixture
def panel(session, shown):
    return shown(Comments(session, lambda: NOW))


def field(panel):
    return panel.findChild(QPlainTextEdit)


def rows(panel):
    return [row for row in panel.findChildren(CommentRow) if row.isVisible()]


def texts(panel):
    return [label.text() for row in rows(panel) for label in row.children() if _is_text(label)]


def _is_text(label):
    return hasattr(label, "wordWrap") and label.wordWrap() and not label.property("role")


def button(panel, name):
    return next(
        each
        for each in panel.findChildren(QToolButton)
        if each.accessibleName().startswith(name) or each.text() == name
    )


def add(session, name, about="pains-pay", **fields):
    session.do(AddComment(Comment(id=name, about=about, text=f"Text {name}", **fields)))


def test_a_comment_is_written_on_what_is_selected(qtbot, panel, session):
    session.select(["pains-pay"])
    panel.set_author("Ani")

    qtbot.keyClicks(field(panel), "Who says so?")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return, CTRL)

    [comment] = session.journey.comments.values()
    assert (comment.about, comment.text, comment.author) == ("pains-pay", "Who says so?", "Ani")
    assert comment.written == "2026-11-22T14:32:05Z"
    assert texts(panel) == ["Who says so?"]
    assert field(panel).toPlainText() == ""
    session.undo_stack.undo()
    assert not session.journey.comments


@pytest.mark.parametrize(
    ("element", "said"),
    [
        ("n", "About: Empathy note: Too far"),
        ("w", "About: Why 1: No light"),
        ("fn", "About: Action: Search"),
        ("someone", "About: Persona Rina"),
    ],
)
def test_what_stands_beside_the_map_is_commented_on_too(qtbot, panel, session, element, said):
    session.show(
        session.journey.put(
            Persona(id="someone", name="Rina"),
            EmpathyNote(id="n", persona="someone", text="Too far"),
            Why(id="w", pain="pains-pay", text="No light"),
            Flow(id="f", about="pains-pay"),
            FlowNode(id="fn", flow="f", text="Search"),
        )
    )
    session.select([element])
    assert said in [label.text() for label in panel.findChildren(QLabel)]

    qtbot.keyClicks(field(panel), "Who says so?")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return, CTRL)

    assert [comment.about for comment in session.journey.comments.values()] == [element]
    assert texts(panel) == ["Who says so?"]


def test_without_a_selection_it_is_about_the_map(qtbot, panel, session):
    qtbot.keyClicks(field(panel), "Nice")
    add_button = next(e for e in panel.findChildren(QPushButton) if e.text() == "Add")
    qtbot.mouseClick(add_button, LEFT)

    assert [each.about for each in session.journey.comments.values()] == [session.journey.id]


def test_what_is_wanted_is_listed(qtbot, panel, session):
    add(session, "c1", written="2026-01-01T10:00:00Z")
    add(session, "c2", about="buy", written="2026-01-02T10:00:00Z")
    add(session, "c3", done=True, written="2026-01-03T10:00:00Z")
    session.select(["pains-pay"])
    everything = texts(panel)

    qtbot.mouseClick(button(panel, "Open"), LEFT)
    open_ones = texts(panel)
    qtbot.mouseClick(button(panel, "Selection"), LEFT)

    assert everything == ["Text c3", "Text c2", "Text c1"]
    assert open_ones == ["Text c2", "Text c1"]
    assert texts(panel) == ["Text c3", "Text c1"]


def test_a_comment_is_settled_and_opened_again(qtbot, panel, session):
    add(session, "c1")

    qtbot.mouseClick(button(panel, "Settled"), LEFT)
    settled = session.journey.comments["c1"].done
    qtbot.mouseClick(button(panel, "Settled"), LEFT)

    assert settled
    assert not session.journey.comments["c1"].done


def test_the_text_is_changed_in_one_step(qtbot, panel, session):
    add(session, "c1")

    qtbot.mouseClick(button(panel, "Change the text"), LEFT)
    qtbot.keyClicks(field(panel), "Better")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return, CTRL)

    assert session.journey.comments["c1"].text == "Better"
    session.undo_stack.undo()
    assert session.journey.comments["c1"].text == "Text c1"


def test_escape_keeps_what_was_written(qtbot, panel, session):
    add(session, "c1")
    qtbot.mouseClick(button(panel, "Change the text"), LEFT)

    qtbot.keyClicks(field(panel), "Better")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)

    assert session.journey.comments["c1"].text == "Better"
    assert field(panel).toPlainText() == ""


def test_escape_in_an_empty_field_leaves_the_comment_as_it_was(qtbot, panel, session):
    add(session, "c1")
    qtbot.mouseClick(button(panel, "Change the text"), LEFT)

    qtbot.keyClick(field(panel), Qt.Key.Key_Delete)
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)

    assert session.journey.comments["c1"].text == "Text c1"


def test_a_new_comment_waits_in_the_field(qtbot, panel, session):
    qtbot.keyClicks(field(panel), "Why")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    panel.write()
    session.select(["pains-pay"])

    assert field(panel).toPlainText() == "Why"
    assert not session.journey.comments


def test_a_new_comment_is_kept_when_another_one_is_changed(qtbot, panel, session):
    add(session, "c1")
    qtbot.keyClicks(field(panel), "Why?")

    qtbot.mouseClick(button(panel, "Change the text"), LEFT)

    assert [each.text for each in session.journey.comments.values()] == ["Text c1", "Why?"]


def test_a_change_is_kept_when_a_new_comment_is_begun(qtbot, panel, session):
    add(session, "c1")
    qtbot.mouseClick(button(panel, "Change the text"), LEFT)
    qtbot.keyClicks(field(panel), "Better")

    panel.write()

    assert session.journey.comments["c1"].text == "Better"
    assert field(panel).toPlainText() == ""


def test_what_is_taken_over_is_written_on(qtbot, panel, session):
    session.select(["pains-pay"])
    qtbot.keyClicks(field(panel), "Who")
    panel.take_over()
    [taken] = session.journey.comments.values()
    session.select(["buy"])
    qtbot.keyClicks(field(panel), " knows?")
    qtbot.keyClick(field(panel), Qt.Key.Key_Return, CTRL)

    [comment] = session.journey.comments.values()
    assert (taken.text, comment.text) == ("Who", "Who knows?")
    assert comment.about == "pains-pay"
    assert field(panel).toPlainText() == ""


def test_words_of_a_comment_that_goes_stay_if_nobody_has_them_yet(qtbot, panel, session):
    add(session, "c1")
    qtbot.mouseClick(button(panel, "Change the text"), LEFT)
    qtbot.keyClicks(field(panel), "Better")

    session.undo_stack.undo()
    kept = field(panel).toPlainText()
    session.undo_stack.redo()

    assert kept == "Better"
    assert session.journey.comments["c1"].text == "Text c1"


def test_a_comment_is_deleted(qtbot, panel, session):
    add(session, "c1")

    qtbot.mouseClick(button(panel, "Delete"), LEFT)

    assert not session.journey.comments
    session.undo_stack.undo()
    assert texts(panel) == ["Text c1"]


def test_a_click_goes_to_what_it_is_about(qtbot, panel, session):
    add(session, "c1")
    where = next(e for e in rows(panel)[0].children() if getattr(e, "toolTip", str)() == "Go there")

    with qtbot.waitSignal(panel.wanted) as told:
        qtbot.mouseClick(where, LEFT)

    assert told.args == ["pains-pay"]


def test_the_author_is_told_for_the_next_time(qtbot, panel):
    line = panel.findChild(QLineEdit)
    qtbot.keyClicks(line, "Ben")

    with qtbot.waitSignal(panel.author_changed) as told:
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told.args == ["Ben"]


def test_very_many_comments_are_not_all_listed(qtbot, panel, session):
    for number in range(MOST + 3):
        add(session, f"c{number}")

    qtbot.waitUntil(lambda: len(rows(panel)) == MOST)
    assert panel._note.text() == "3 more are not listed."


def test_the_tab_counts_what_is_open(session, shown):
    side = shown(SidePanel(session))
    add(session, "c1")
    add(session, "c2", done=True)

    assert (side._badge.text(), side._badge.isVisible()) == ("1", True)
    session.undo_stack.setIndex(0)
    assert not side._badge.isVisible()


def test_markup_is_shown_as_text(panel, session):
    session.do(AddComment(Comment(id="c1", about="buy", text="<b>bold</b>")))

    assert texts(panel) == ["<b>bold</b>"]
