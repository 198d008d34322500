"""The search box finds everything by typing, at once, on a large map too."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from cjeditor.app import search
from cjeditor.app.rows import KEYS, NOTE
from cjeditor.app.search_ranking import Query, Rank
from cjeditor.app.search_records import MapFindings
from cjeditor.core.ids import new_id
from cjeditor.edits.comments import AddComment
from cjeditor.edits.metrics import AddMetric
from cjeditor.edits.records import SetField
from cjeditor.edits.views import SaveView
from cjeditor.model.metrics import Metric
from cjeditor.model.records import Comment, Evidence, SavedView

Key = Qt.Key


@pytest.fixture
def look(qtbot, space):
    """Type a text anew; return the rows with what they say they are."""

    def look(text):
        space.search.clear()
        space.search.start()
        qtbot.keyClicks(space.search, text)
        return rows(space)

    return look


def model(space):
    return space.window.findChild(QListView, "findings").model()


def rows(space):
    found = model(space)
    indexes = [found.index(row, 0) for row in range(found.rowCount())]
    return [(each.data(), each.data(NOTE)) for each in indexes]


def enter(qtbot, space):
    qtbot.keyClick(space.search, Key.Key_Return)


FOUND = (
    ("fit the", ("Fit the whole map", "View")),
    ("awareness", ("Awareness", "Stage")),
    ("look around", ("Look around", "Step · Awareness")),
    ("touchpoints", ("Touchpoints", "Lane")),
    ("theme: dark", ("Theme: Dark", "Setting")),
    ("language: ind", ("Language: Bahasa Indonesia", "Setting")),
    ("poster: a1", ("Paper of a poster: A1", "Setting")),
    ("service blue", ("New map: Service blueprint", "Template")),
    ("iced coffee", ("Open example: An iced coffee ordered ahead", "Help")),
)  # fmt: skip


def test_everything_is_found_and_says_what_it_is(look):
    assert [typed for typed, finding in FOUND if finding not in look(typed)] == []


def test_a_card_is_found_with_its_type_and_place(look, session):
    card = next(c for c in session.journey.cards.values() if c.text.startswith("Payment fails"))

    assert look("payment fails")[0] == (card.text, "Pain point · Purchase / Pay")


def test_people_sources_views_comments_and_files_are_found(look, space, session):
    card = next(iter(session.journey.cards))
    comment = Comment(id=new_id(), about=card, text="Zebra remark")
    session.do(AddComment(comment))
    session.do(SaveView(SavedView(id=new_id(), name="Zebra view", text="pay")))
    source = Evidence(id=new_id(), title="Zebra survey")
    session.show(session.journey.put(source))
    space.settings.change(recent=("/maps/zebra.cjm",))
    persona = session.journey.ordered_personas[0]

    found = dict(look("zebra"))
    assert set(found.values()) == {"Comment", "Saved view", "Evidence · 0 cards", "Recent file"}
    assert (persona.name, "Persona") in look(persona.name)


def test_choosing_a_view_filters_the_map(qtbot, look, space, session):
    session.do(SaveView(SavedView(id=new_id(), name="Zebra", text="pay")))
    look("zebra")
    enter(qtbot, space)

    assert space.finding.filtering.asked.text == "pay"


def test_choosing_a_setting_changes_it(qtbot, look, space):
    look("theme: dark")
    enter(qtbot, space)

    assert space.settings.value.theme == "dark"


def test_choosing_a_source_selects_the_cards_behind_which_it_stands(qtbot, look, space, session):
    source = next(s for s in session.journey.ordered_evidence if s.title)
    behind = {card.id for card in session.journey.cards.values() if source.id in card.evidence}
    look(source.title)
    enter(qtbot, space)

    assert set(session.selection) == behind


def test_accents_and_case_do_not_matter(look, session, space):
    card = next(iter(session.journey.cards.values()))
    session.show(session.journey.put(card.replace(text="Café à la Zürich")))

    assert look("CAFE ZURICH")[0][0] == "Café à la Zürich"


def test_beginnings_go_before_middles_and_those_before_letters_in_order():
    rank = Query("pay").rank

    assert rank("pay now") == Rank.BEGINS
    assert rank("how to pay") == Rank.BEGINS_WORDS
    assert rank("repay") == Rank.HOLDS
    assert rank("p a y") is None
    assert Query("ftm").spread("fit the map") == 9
    assert Query("ftm").spread("after the moon") is None


def test_letters_in_order_find_a_command(look):
    assert "Fit the whole map" in [text for text, _note in look("fwm")]


def test_what_was_chosen_last_comes_first_without_a_text(qtbot, look, space):
    look("fit the whole")
    enter(qtbot, space)
    look("select all")
    enter(qtbot, space)

    assert [text for text, _ in look("")[:2]] == ["Select all", "Fit the whole map"]


def test_what_is_not_possible_now_stands_last_and_does_nothing(qtbot, look, space, session):
    found = look("duplicate")

    assert found[-1] == ("Duplicate", "Not possible now")
    before = session.journey
    enter(qtbot, space)
    assert session.journey is before


def test_keys_are_shown_beside_commands_as_they_are_now(look, space):
    space.settings.change(keys=(("fit", ("F7",)),))
    look("fit the whole")

    assert model(space).index(0, 0).data(KEYS) == ("F7",)


def test_the_rest_is_counted(look, space):
    found = look("e")

    assert len(found) == search.MOST + 1
    assert found[-1][0].endswith(" more")


def test_a_search_without_findings_says_so_and_does_nothing(qtbot, look, space, session):
    before = session.journey
    found = look("qqzzxx")

    assert found == [("Nothing found", None)]
    assert space.search.accessibleDescription() == "Nothing found"
    enter(qtbot, space)
    assert session.journey is before


def test_the_size_of_the_text_is_found_by_its_usual_name(look):
    assert look("text size")[0][0].startswith("Text size")


def test_arrow_and_page_keys_go_through_the_list(qtbot, look, space):
    look("e")
    chosen = space.window.findChild(QListView, "findings")
    steps = []
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_PageDown, Key.Key_Down, Key.Key_Up):
        qtbot.keyClick(space.search, key)
        steps.append(chosen.currentIndex().row())
    qtbot.keyClick(space.search, Key.Key_PageUp)

    assert steps == [1, 7, 11, 0, 11]
    assert chosen.currentIndex().row() == 5
    assert space.search.accessibleDescription().startswith(rows(space)[5][0])


@pytest.mark.parametrize("modifier", ["control", "both"])
def test_both_keys_open_it(qtbot, space, modifier):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    space.view.setFocus()
    if modifier == "control":
        qtbot.keyClick(space.view, Key.Key_K, control)
    else:
        qtbot.keyClick(space.view, Key.Key_P, control | shift)

    assert space.window.focusWidget() is space.search


def test_the_list_stands_inside_a_small_window(qtbot, look, space, window):
    window.resize(1280, 720)
    look("e")

    assert window.rect().contains(space.window.findChild(QListView, "findings").geometry())


def test_the_index_knows_what_has_changed_and_keeps_the_rest(space, session):
    findings = space.search._map
    before = {id(each) for each in findings.all()}
    card = next(iter(session.journey.cards.values()))
    session.show(session.journey.put(card.replace(text="Something else")))

    texts = [each.text for each in findings.all()]
    assert "Something else" in texts
    assert card.text not in texts
    assert len(before & {id(each) for each in findings.all()}) >= len(session.journey.cards) - 1


def test_its_words_are_seen_whole_beside_its_key(qapp, space):
    space.view.setFocus()
    box, key = space.search, space.search._key
    for text_size, language, width in product((100, 200), ("en", "id"), (900, 1280, 1920)):
        space.settings.change(language=language, text_size=text_size)
        space.window.resize(width, 720)
        qapp.processEvents()
        end = key.x() if key.isVisible() else box.width()
        words = box.fontMetrics().horizontalAdvance(box.placeholderText())

        assert words > 0
        assert box.textMargins().left() + words <= end - 8


def test_at_the_usual_size_it_says_its_key(space):
    space.window.resize(1280, 720)
    space.view.setFocus()

    assert space.search._key.isVisible()
    assert space.search.placeholderText() == "Search or run a command"


def test_what_can_be_found_is_made_bit_by_bit_and_follows_an_edit(space, session):
    card = next(iter(session.journey.reading_order()))
    finder = MapFindings(space)
    turns = 0
    while not finder.prepare(end=0):
        turns += 1
        if turns == 3:
            session.do(SetField((card.id,), "text", "Written meanwhile"))

    found = [finding.text for finding in finder.all()]
    again = finder.all()

    assert turns > 5
    assert found.count("Written meanwhile") == 1
    assert [each.text for each in MapFindings(space).all()] == found
    assert again is finder.all()


def test_a_search_typed_at_once_finds_what_nothing_was_made_ready_for(qtbot, space, session):
    card = list(session.journey.reading_order())[-1]

    space.search.start()
    qtbot.keyClicks(space.search, card.text[:20])

    assert any(text.startswith(card.text[:20]) for text, _note in rows(space) if text)


def test_a_metric_is_found_and_leads_to_its_page(qtbot, look, space, session):
    session.do(AddMetric(Metric(id="nps", about=session.journey.id, name="Recommendation")))

    look("Recommendation")
    enter(qtbot, space)

    assert space.tools.name == "metrics"
    assert session.selection == ("nps",)
