"""What the window does for the pages of personas and empathy maps."""

import pytest
from cut_text import cut
from PySide6.QtWidgets import QAbstractButton, QApplication


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


@pytest.mark.parametrize("name", ["personas", "empathy"])
@pytest.mark.parametrize(("language", "text_size"), [("en", 200), ("id", 100), ("id", 200)])
def test_no_words_of_the_pages_are_cut(qtbot, space, name, language, text_size):
    space.settings.change(language=language, text_size=text_size)
    space.window.resize(1280, 720)
    space.tools.show(name)
    space.side.inspector.catch_up()

    qtbot.waitUntil(lambda: cut(space.window) == [], timeout=5_000)


@pytest.mark.parametrize("name", ["personas", "empathy"])
def test_every_control_of_the_pages_has_a_name(space, name):
    space.tools.show(name)
    page = space.tools.page

    controls = [page.focusProxy(), *page.findChildren(QAbstractButton)]
    nameless = [
        each for each in controls if each.isVisible() and not (each.accessibleName() or each.text())
    ]
    assert nameless == []
