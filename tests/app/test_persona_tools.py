"""What the window does for the pages of personas and empathy maps."""

from PySide6.QtWidgets import QApplication


def test_a_part_of_the_sheet_puts_the_keyboard_into_its_field(space, session):
    space.tools.show("personas")
    page = space.tools.page

    page.edit("needs")

    assert space.side.inspector._page.focused() == "needs"


def test_the_part_of_the_evidence_leads_to_what_adds_a_source(space, session):
    space.tools.show("personas")

    space.tools.page.edit("evidence")

    assert QApplication.focusWidget().accessibleName() == "Add evidence"


def test_only_this_journey_shows_the_map_with_the_persona_looked_for(space, session):
    space.tools.show("personas")
    persona = space.tools.page.chosen

    space.tools.page._journey.click()

    assert space.tools.name == "map"
    assert space.finding.filtering.asked.personas == (persona,)
    assert space.finding.is_open


def test_a_persona_that_is_found_is_shown_on_its_sheet(space, session):
    last = session.journey.ordered_personas[-1].id

    space.go_to(last)

    assert space.tools.name == "personas"
    assert space.tools.page.chosen == last
