"""A tool that has nothing to show says what to do, and leads there by mouse and by key."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.edits.records import Delete
from cjeditor.session.session import Session
from cjeditor.tools.actions.page import ActionsPage
from cjeditor.tools.departments.page import DepartmentsPage
from cjeditor.tools.nothing_yet import NothingYet
from cjeditor.tools.priorities.page import PrioritiesPage


@pytest.mark.parametrize("make", [ActionsPage, DepartmentsPage, PrioritiesPage])
def test_an_empty_page_leads_to_the_map(qtbot, qapp, make):
    page = make(Session(Delete(("p1",)).apply(small_map())))
    qtbot.addWidget(page)
    page.say()
    page.resize(960, 560)
    with qtbot.waitActive(page):
        page.show()
    page.setFocus()

    (empty,) = [each for each in page.findChildren(NothingYet) if each.isVisible()]
    assert empty.button.hasFocus()
    with qtbot.waitSignal(page.map_wanted):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)


def test_it_goes_once_there_is_something(qtbot, qapp):
    session = Session(Delete(("p1",)).apply(small_map()))
    page = DepartmentsPage(session)
    qtbot.addWidget(page)
    page.say()
    page.show()
    (empty,) = page.findChildren(NothingYet)
    assert empty.isVisible()

    session.show(small_map())

    assert not empty.isVisible()
