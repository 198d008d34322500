"""Finding cards in the window: bar, matches, saved views."""

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton

from cjeditor.edits.views import SaveView
from cjeditor.model.records import SavedView


@pytest.fixture
def finding(space):
    space.view.setFocus()
    return space.finding


@pytest.fixture
def bar(qtbot, space, finding):
    qtbot.keyClick(space.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return finding.bar


def entries(button):
    """Return the entries of a button's menu by their texts, as it shows them now."""
    button.menu().aboutToShow.emit()
    return {each.text(): each for each in button.menu().actions() if each.text()}


def count(bar):
    return next(
        label.text() for label in bar.children() if getattr(label, "text", str)().endswith("cards")
    )


def test_the_key_opens_the_bar_and_escape_closes_it(qtbot, space, finding, bar):
    assert finding.is_open
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "parcel")
    assert finding.filtering.found

    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)

    assert not finding.is_open
    assert not finding.filtering.sieve.asks
    assert space.view.hasFocus()


def test_typing_finds_and_says_how_many(qtbot, session, finding, bar):
    everything = len(session.journey.cards)
    assert count(bar) == f"{everything} cards"

    qtbot.keyClicks(bar.field, "PARCEL")

    found = finding.filtering.found
    assert 1 < len(found) < everything
    assert count(bar) == f"{len(found)} of {everything} cards"


def test_enter_goes_from_match_to_match(qtbot, session, finding, bar):
    qtbot.keyClicks(bar.field, "parcel")
    seen = []
    for _each in finding.filtering.found:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        seen += session.selection

    assert set(seen) == finding.filtering.found
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == (seen[-2],)
    assert bar.field.hasFocus()


def test_f3_goes_on_from_the_map(qtbot, space, session, finding, bar):
    qtbot.keyClicks(bar.field, "parcel")
    space.view.setFocus()

    qtbot.keyClick(space.view, Qt.Key.Key_F3)
    first = session.selection
    qtbot.keyClick(space.view, Qt.Key.Key_F3)

    assert set(first) <= finding.filtering.found
    assert session.selection != first
    qtbot.keyClick(space.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert session.selection == first


def test_f3_opens_the_bar_if_nothing_is_looked_for(qtbot, space, finding):
    qtbot.keyClick(space.view, Qt.Key.Key_F3)

    assert finding.is_open


def test_a_match_is_brought_into_view(qtbot, space, session, finding, bar):
    space.window.resize(1000, 600)
    qtbot.keyClicks(bar.field, "review within a day")

    qtbot.keyClick(bar.field, Qt.Key.Key_Return)

    rect = space.view.rect_of(session.selection[0])
    seen = space.view.viewport().rect()
    assert seen.contains(space.view.mapFromScene(rect.x + 1, rect.y + 1))


def test_answers_are_counted_and_several_can_be_chosen(session, finding, bar):
    kinds = entries(bar.facets["kinds"])
    pains = sum(card.kind == "pain" for card in session.journey.cards.values())
    assert f"Pain point  ({pains})" in kinds

    kinds[f"Pain point  ({pains})"].trigger()
    next(entry for text, entry in kinds.items() if text.startswith("Opp")).trigger()

    found = {session.journey.cards[each].kind for each in finding.filtering.found}
    assert found == {"pain", "opportunity"}
    assert bar.facets["kinds"].text() == "Type · 2"


def test_answers_to_other_questions_count_only_what_is_found(qtbot, bar):
    before = entries(bar.facets["kinds"])

    qtbot.keyClicks(bar.field, "parcel")

    assert len(entries(bar.facets["kinds"])) < len(before)


def test_a_space_in_the_menu_turns_a_switch_and_leaves_it_open(qtbot, finding, bar):
    menu = bar.facets["kinds"].menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])

    qtbot.keyClick(menu, Qt.Key.Key_Space)

    assert menu.isVisible()
    assert len(finding.filtering.asked.kinds) == 1
    menu.close()


def test_the_tab_key_goes_through_the_bar_in_the_order_of_the_eye(qtbot, space, bar):
    qtbot.keyClicks(bar.field, "parcel")
    seen = [bar.field]
    for _number in range(9):
        qtbot.keyClick(space.window.focusWidget(), Qt.Key.Key_Tab)
        seen.append(space.window.focusWidget())

    buttons = bar.buttons
    steps = [buttons["previous"], buttons["next"], buttons["clear"]]
    assert seen == [bar.field, *bar.facets.values(), *steps, bar.views]


def test_f6_comes_by_the_open_bar(qtbot, space, bar):
    space.view.setFocus()
    seen = []
    while space.view not in seen and len(seen) < 9:
        qtbot.keyClick(space.window.focusWidget(), Qt.Key.Key_F6)
        seen.append(space.window.focusWidget())

    *before, chip, field, view = seen
    assert space.palette_panel.isAncestorOf(chip)
    assert (field, view) == (bar.field, space.view)
    assert {space.tools.tabs, space.search} <= set(before)


def test_owners_tags_and_evidence_can_be_asked_for(session, finding, bar):
    for question in ("tags", "owners", "strengths"):
        first, entry = next(iter(entries(bar.facets[question]).items()))
        entry.trigger()
        assert first.endswith(f"({len(finding.filtering.found)})")
        bar.buttons["clear"].click()


def test_clearing_asks_nothing_and_keeps_the_bar(qtbot, finding, bar):
    qtbot.keyClicks(bar.field, "parcel")

    bar.buttons["clear"].click()

    assert not finding.filtering.sieve.asks
    assert bar.field.text() == ""
    assert finding.is_open


def test_a_view_is_saved_chosen_and_deleted_and_each_is_undone(qtbot, session, finding, bar):
    qtbot.keyClicks(bar.field, "parcel")
    asked = finding.filtering.asked

    def name_it(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit).setText("Waiting")
        dialog.accept()

    on_dialog(name_it)
    entries(bar.views)["Save as a view …"].trigger()
    (view,) = session.journey.ordered_views
    assert (view.name, view.text) == ("Waiting", "parcel")

    bar.buttons["clear"].click()
    entries(bar.views)["Waiting"].trigger()
    assert finding.filtering.asked == asked
    assert bar.field.text() == "parcel"

    entries(bar.views)["Delete “Waiting”"].trigger()
    assert not session.journey.views
    session.undo_stack.undo()
    assert session.journey.views
    session.undo_stack.undo()
    assert not session.journey.views


def test_a_changed_filter_is_saved_in_its_view(qtbot, session, finding, bar):
    session.do(SaveView(SavedView(id="v", name="Rain & shine", text="parcel")))
    entries(bar.views)["Rain && shine"].trigger()
    qtbot.keyClicks(bar.field, "s")

    entries(bar.views)["Save the changes to “Rain && shine”"].trigger()

    assert session.journey.views["v"].text == "parcels"
    session.undo_stack.undo()
    assert session.journey.views["v"].text == "parcel"


def test_a_view_is_renamed(session, finding, bar):
    session.do(SaveView(SavedView(id="v", name="Rain", text="parcel")))
    entries(bar.views)["Rain"].trigger()

    def rename(dialog: QDialog) -> None:
        dialog.findChild(QLineEdit).setText("Sun")
        dialog.accept()

    on_dialog(rename)
    entries(bar.views)["Rename “Rain” …"].trigger()

    assert session.journey.views["v"].name == "Sun"


def test_every_control_of_the_bar_has_a_name_and_room_for_a_finger(bar):
    controls = [bar.field, *bar.findChildren(QToolButton)]
    seen = [each for each in controls if each.isVisible() and each.parent() is not bar.field]

    assert all(each.accessibleName() or each.text() for each in seen)
    assert all(each.height() >= 24 and each.width() >= 24 for each in seen)


@pytest.mark.parametrize("width", [900, 1280, 1920])
def test_nothing_of_the_bar_is_cut(space, bar, width):
    space.window.resize(width, 720)
    QApplication.processEvents()

    for button in bar.findChildren(QToolButton):
        if button.isVisible() and button.parent() is not bar.field:
            assert button.width() >= button.sizeHint().width() or not button.text()
            spot = button.mapTo(bar, button.rect().bottomRight())
            assert bar.rect().contains(spot)


def test_a_code_leads_to_its_cell(qtbot, space, session, finding):
    qtbot.keyClick(space.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field = space.window.focusWidget()
    qtbot.keyClicks(field, "c5")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    journey = session.journey
    assert session.cursor == (journey.ordered_lanes[4].id, journey.ordered_steps[2].id)
    assert space.view.hasFocus()
    assert not field.isVisible()


def test_enter_in_the_box_leaves_the_selected_card_alone(qtbot, space, session, finding):
    session.select([next(iter(session.journey.cards))])
    qtbot.keyClick(space.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    field = space.window.focusWidget()
    qtbot.keyClicks(field, "a1")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert not space.view.writer.is_writing
    assert session.cursor == (
        session.journey.ordered_lanes[0].id,
        session.journey.ordered_steps[0].id,
    )


def test_a_code_that_is_nowhere_is_told(qtbot, space, session, finding):
    before = session.cursor
    space.actions["go to cell"].trigger()
    field = space.window.focusWidget()
    qtbot.keyClicks(field, "z99")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert "Z99" in field.accessibleDescription()
    assert session.cursor == before
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_links_and_codes_are_switched_and_remembered(space, session):
    space.actions["links"].trigger()
    space.actions["cell codes"].trigger()

    assert space.view.paper.links.shown.keys() == session.journey.links.keys()
    assert space.view.paper.codes.shown
    assert space.settings.value.links_shown
    assert space.settings.value.codes_shown
    space.actions["links"].trigger()
    assert not space.view.paper.links.shown


def test_a_key_links_the_selected_card_to_the_next_one(qtbot, space, session, finding):
    pain = next(card for card in session.journey.reading_order() if card.kind == "pain")
    before = {frozenset((each.source, each.target)) for each in session.journey.links.values()}
    idea = next(
        card
        for card in session.journey.reading_order()
        if card.kind == "opportunity" and frozenset((pain.id, card.id)) not in before
    )
    session.select([pain.id])
    space.view.setFocus()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(space.view, Qt.Key.Key_L, modifiers)
    assert space.linking.is_on

    session.select([idea.id])
    qtbot.keyClick(space.view, Qt.Key.Key_Return)

    made = list(session.journey.links.values())[-1]
    assert (made.kind, made.source, made.target) == ("solves", idea.id, pain.id)
    session.undo_stack.undo()
    assert len(session.journey.links) == len(before)
