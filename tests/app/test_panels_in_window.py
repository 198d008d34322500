"""Panels and map work together in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QTabBar

from cjeditor.core.ids import new_id
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import Delete, SetField
from cjeditor.layout.persona_invitation import PART
from cjeditor.model.records import Comment

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RIGHT = QTabBar.ButtonPosition.RightSide
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_a_comment_is_written_by_keys_and_signed(qtbot, space, session, window):
    space.settings.change(author="")
    session.select(["pains-pay"])

    space.actions["comment"].trigger()
    field = space.side.comments.findChild(QPlainTextEdit)
    assert window.focusWidget() is field
    qtbot.keyClicks(field, "Why?")
    qtbot.keyClick(field, Qt.Key.Key_Return, CTRL)

    assert [each.about for each in session.journey.comments.values()] == ["pains-pay"]


def test_a_comment_leads_to_its_card(space, session):
    session.do(AddComment(Comment(id=new_id(), about="pains-pay", text="Why?")))

    space.side.comments.wanted.emit("pains-pay")

    assert session.selection == ("pains-pay",)


def test_the_tab_makes_room_for_the_number_of_comments(qapp, window, space, session):
    bar = space.side.findChild(QTabBar)
    window.resize(1280, 720)
    qapp.processEvents()
    session.do(AddComment(Comment(id=new_id(), about="pains-pay", text="Why?")))
    qapp.processEvents()

    badge = bar.tabButton(3, RIGHT)
    assert badge.isVisible()
    assert bar.rect().contains(badge.geometry())
    assert bar.tabRect(3).width() >= bar.tabSizeHint(3).width()


def test_a_refusal_in_a_panel_is_told_in_the_status_line(space, session):
    session.do(SetField(("buy",), "lock", "all"))
    told = []
    space.view.refused.connect(told.append)

    session.attempt(SetField(("buy",), "title", "X"))

    assert len(told) == 1


def test_the_ghost_on_the_map_adds_the_first_persona(qtbot, space, session):
    session.do(Delete(tuple(session.journey.personas)))
    block = next(each for each in space.view.sheet.title if each.part == PART)
    space.view.fit()
    spot = space.view.mapFromScene(block.rect.x + 20, block.rect.y + 10)

    qtbot.mouseClick(space.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert len(session.journey.personas) == 1
    assert not [each for each in space.view.sheet.title if each.part == PART]


def test_the_outline_s_keys_do_not_reach_the_map(qtbot, space, session, window):
    tree = space.side.outline
    space.side._tabs.setCurrentIndex(1)
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index_of("pay"))

    qtbot.keyClick(tree, Qt.Key.Key_4, ALT)

    assert tree.here in session.journey.cards
    assert session.journey.cards[tree.here].kind == "pain"
    assert not space.view.writer.is_writing


def test_what_the_outline_goes_to_comes_into_view(space, session):
    space.view.zoom_to(2)
    tree = space.side.outline
    space.side._tabs.setCurrentIndex(1)

    tree.setCurrentIndex(tree.model().index_of("feedback"))

    rect = space.view.rect_of("feedback")
    spot = space.view.mapFromScene(rect.x + 5, rect.y + 5)
    assert space.view.viewport().rect().contains(spot)
