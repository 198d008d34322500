"""What is selected on the map opens in a tool, and what a tool shows is found by search."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.app.menus import CONTEXT
from cjeditor.app.search_records import MapFindings
from cjeditor.edits.flows import AddFlow
from cjeditor.edits.whys import AddWhy


@pytest.fixture
def session(space):
    space.session.show(AddWhy("p1", None, "No filter", None, "a").apply(small_map()))
    return space.session


def run(space, name):
    space.actions[name].trigger()


def can(space, name):
    space.actions.refresh()
    return space.actions[name].isEnabled()


def test_five_whys_opens_at_the_selected_pain_point_with_the_keyboard_in_its_tree(space, session):
    session.select(("p1",))
    assert can(space, "five whys")

    run(space, "five whys")

    assert space.tools.name == "whys"
    page = space.tools.page
    assert (page.view.pain, page.view.current) == ("p1", "p1")
    assert page.view.hasFocus()
    assert "five whys" in CONTEXT.entries


def test_only_a_single_pain_point_is_asked_why(space, session):
    for selection in ((), ("a1",), ("p1", "a1"), ("s1",)):
        session.select(selection)
        assert not can(space, "five whys")


def test_a_user_flow_opens_from_a_card_and_from_a_step(space, session, qtbot):
    for about in ("a1", "s2"):
        space.tools.show("map")
        session.select((about,))
        assert can(space, "user flow")
        run(space, "user flow")
        assert space.tools.name == "flows"
        assert session.journey.flows[space.tools.page.view.flow].about == about
    session.select(("do",))
    space.tools.show("map")
    assert not can(space, "user flow")


def test_search_leads_to_an_answer_and_to_a_flow(space, session):
    session.do(AddFlow("s1", "Trying it out", "f"))
    found = {finding.text: finding for finding in MapFindings(space).all()}

    found["No filter"].choose()
    assert space.tools.name == "whys"
    assert session.selection == ("a",)
    found["Trying it out"].choose()
    assert (space.tools.name, space.tools.page.view.flow) == ("flows", "f")


def test_f6_and_tab_lead_through_the_page_and_out_of_it(space, session, qtbot, window):
    session.select(("p1",))
    run(space, "five whys")
    seen = set()
    for _ in range(30):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget())

    page = space.tools.page
    assert {page.list, page.view, page._ask} <= seen
    assert any(not page.isAncestorOf(each) for each in seen)
