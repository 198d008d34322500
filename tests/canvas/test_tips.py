"""What has no room on the map is told by a tooltip."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from cjeditor.edits.records import SetField
from cjeditor.edits.shown import Show

LONG = "Considering what the others offer before anything is bought at all"


@pytest.fixture(autouse=True)
def no_tip_is_left():
    yield
    QToolTip.hideText()


def rest(view, hands, place):
    """Let the pointer rest on *place* for as long as a tooltip needs."""
    spot = hands.spot(place)
    at = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, spot, at))
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_a_collapsed_stage_tells_its_whole_title(qtbot, view, hands, session):
    session.do(SetField(("find",), "title", LONG))
    session.do(Show(("find",), "collapsed"))

    assert " ".join(rest(view, hands, "find").split()) == LONG
    rest(view, hands, "buy")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_what_is_seen_whole_needs_no_tooltip(view, hands):
    assert rest(view, hands, "find") == ""
    assert rest(view, hands, "a1") == ""
    assert rest(view, hands, QPoint(2, 2)) == ""


def test_a_card_tells_the_tags_that_are_cut(view, hands, session):
    tag = "a tag that is much too long for any card"
    session.do(SetField(("a1",), "tags", (tag, "short")))

    assert rest(view, hands, "a1") == tag


def test_a_very_long_title_does_not_leave_the_screen(view, hands, session):
    session.do(SetField(("find",), "title", "word " * 1000))
    session.do(Show(("find",), "collapsed"))

    lines = rest(view, hands, "find").splitlines()
    assert len(lines) == 17
    assert max(map(len, lines)) <= 64


def test_markup_in_a_title_is_shown_as_it_is(view, hands, session):
    session.do(SetField(("find",), "title", f"<b>{LONG}</b> & more"))
    session.do(Show(("find",), "collapsed"))

    shown = rest(view, hands, "find").replace("\u2060", "")
    assert " ".join(shown.split()) == f"<b>{LONG}</b> & more"
    assert "<b>" not in QToolTip.text()
