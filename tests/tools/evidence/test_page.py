"""The library of sources, and what each stage of the map rests on."""

import pytest
from accessible import NAME, below, is_sound, names, whole
from PySide6.QtCore import Qt

from cjeditor.edits.records import SetField
from cjeditor.tools.evidence.page import EvidencePage


@pytest.fixture
def page(session, shown):
    return shown(EvidencePage(session))


def texts(table):
    rows = table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def test_every_source_stands_with_how_much_it_stands_behind(page):
    assert texts(page.table) == [
        ["Guest survey", "Survey", "2026-05-01", "212", "1 card", "https://example.org/survey"],
        ["Night porter", "Interview", "", "", "1 card", ""],
    ]


def test_sources_are_added_copied_and_deleted(qtbot, session, page):
    with qtbot.waitSignal(page.field_wanted):
        qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    (made,) = session.selection
    assert session.journey.ordered_evidence[-1].id == made

    session.select(("ev1",))
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    (copied,) = session.selection
    assert session.journey.evidence[copied].title == "Guest survey"
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    assert copied not in session.journey.evidence


def test_what_a_source_stands_behind_follows_the_map(session, page):
    session.do(SetField(("t1", "p1"), "evidence", ("ev2",)))
    assert texts(page.table)[1][4] == "3 cards"

    session.do(SetField(("dewi",), "evidence", ("ev2",)))
    assert texts(page.table)[1][4] == "3 cards, 1 other record"


def test_the_strip_says_in_words_what_each_stage_rests_on(session, page):
    strip = whole(page.strip)
    assert strip.text(NAME) == "What each stage rests on"
    assert is_sound(page.strip)
    first = below(strip)[0]

    said = first.text(NAME)
    assert said.startswith("Before: Numbers: 1 source; Stories: 1 source; 1 of 7 validated; ")
    spot = first.rect().center()
    assert strip.childAt(spot.x(), spot.y()).text(NAME) == said
    session.do(SetField(("a1",), "evidence", ("ev1",)))
    assert any("nothing says why" in name for name in names(strip))


def test_a_map_of_assumptions_calls_itself_a_hypothesis(session, page):
    assert not page._hypothesis.isVisible()

    session.do(SetField(tuple(session.journey.cards), "strength", "assumed"))

    assert page._hypothesis.isVisible()


def test_words_narrow_the_sources(qtbot, page):
    qtbot.keyClicks(page.search, "porter")

    assert [row[0] for row in texts(page.table)] == ["Night porter"]
