"""What tools draw shows how many open comments there are on it, as the map does."""

import pytest
from maps import golden_map
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from cjeditor.canvas.comment_marks import bubble
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import SetField
from cjeditor.model.records import Comment
from cjeditor.session.session import Session
from cjeditor.tools.empathy.page import EmpathyPage
from cjeditor.tools.flows.page import FlowsPage
from cjeditor.tools.look import chrome_of
from cjeditor.tools.priorities.page import PrioritiesPage
from cjeditor.tools.whys.page import WhysPage


@pytest.fixture
def session(qapp):
    journey = golden_map()
    return Session(journey.replace(comments={}))


def on_diagram(page, element):
    view = page.view
    view.fit()
    found = bubble(view.rect_of(element), 1)[0]
    return view.viewport().grab, view.mapFromScene(found.x + 2, found.y + 7)


def on_board(page, element):
    page.board.show_selected()
    rect = page.board.chart.chip_of[element].rect
    found, scale = bubble(rect, 1)[0], page.board.scale
    spot = QPoint(round((found.x + 2) * scale), round((found.y + 7) * scale))
    return page.board.grab, spot


def on_empathy(page, element):
    found = bubble(page.board.sheet.rect_of(element), 1)[0]
    return page.board.grab, page.board.at(found).topLeft().toPoint() + QPoint(3, 8)


@pytest.mark.parametrize(
    ("make", "element", "where"),
    [
        (WhysPage, "w2", on_diagram),
        (FlowsPage, "fn1", on_diagram),
        (PrioritiesPage, "o1", on_board),
        (EmpathyPage, "en1", on_empathy),
    ],
)
def test_a_bubble_stands_at_the_corner_until_the_comment_is_settled(
    qtbot, session, make, element, where
):
    page = make(session)
    accent = QColor(chrome_of(page.palette()).accent)
    qtbot.addWidget(page)
    page.say()
    page.resize(1100, 900)
    page.show()
    page.show_record(element)
    session.select(())
    grab, spot = where(page, element)
    assert grab().toImage().pixelColor(spot) != accent

    session.do(AddComment(Comment(id="c", about=element, text="Really?")))
    assert grab().toImage().pixelColor(spot) == accent

    session.do(SetField(("c",), "done", True))
    assert grab().toImage().pixelColor(spot) != accent
