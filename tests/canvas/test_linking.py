"""Linking cards by hand."""

import pytest
from PySide6.QtCore import Qt

from cjeditor.canvas.linking import Linking
from cjeditor.edits.records import Delete
from cjeditor.model.records import Link


@pytest.fixture
def linking(view):
    return Linking(view)


@pytest.fixture
def hints(view):
    said = []
    view.hint.connect(said.append)
    return said


def links(session):
    return [(each.source, each.kind, each.target) for each in session.journey.links.values()]


def test_the_next_card_clicked_is_the_other_end(session, hands, linking, hints):
    session.select(["a1"])
    linking.start()
    assert "Escape" in hints[-1]

    hands.move("p1")
    hands.click("p1")

    assert links(session) == [("a1", "causes", "p1")]
    assert session.selection == ("p1",)
    assert hints[-1] == "Linked: Causes"
    assert not linking.is_on


def test_a_card_reached_with_the_arrows_and_entered_is_the_other_end(session, hands, linking):
    hands.click("a1")
    linking.start()

    hands.key(Qt.Key.Key_Down)
    assert session.selection == ("a2",)
    hands.key(Qt.Key.Key_Return)

    assert links(session) == [("a1", "leads to", "a2")]


def test_escape_leaves_everything_as_it_was(session, hands, linking, view):
    hands.click("a1")
    linking.start()
    hands.key(Qt.Key.Key_Down)

    hands.key(Qt.Key.Key_Escape)

    assert not linking.is_on
    assert session.selection == ("a1",)
    assert links(session) == []
    assert view.writer.editor is None


def test_a_click_beside_all_cards_makes_no_link(session, hands, linking):
    session.select(["a1"])
    linking.start()

    hands.click(("do", "s4"))

    assert not linking.is_on
    assert links(session) == []


def test_typing_writes_no_card_while_one_is_chosen(session, hands, linking, view):
    session.select(["a1"])
    linking.start()

    hands.key(Qt.Key.Key_X)

    assert view.writer.editor is None


def test_several_cards_are_linked_in_one_step(session, hands, linking):
    session.select(["a1", "a2"])
    linking.start()

    hands.click("p1")

    assert {each[0] for each in links(session)} == {"a1", "a2"}
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert links(session) == []


def test_a_line_shows_where_the_link_would_go(session, hands, linking, view):
    session.select(["a1"])
    linking.start()
    hands.move(("do", "s4"))
    before = view.viewport().grab().toImage()

    hands.move("p1")

    assert view.viewport().grab().toImage() != before


def test_without_a_card_there_is_nothing_to_link(session, linking):
    session.select(["find"])

    linking.start()

    assert not linking.is_on


def test_a_source_that_goes_ends_the_choice(session, linking):
    session.select(["a1"])
    linking.start()

    session.do(Delete(("a1",)))

    assert not linking.is_on


def test_the_pointer_lights_up_the_links_of_a_card_if_links_are_shown(
    session, hands, linking, view, journey
):
    session.show(journey.put(Link(id="l1", kind="causes", source="a1", target="p1")))
    hands.move("p1")
    assert view.paper.links.lit == set()

    view.paper.links.show_all(True)
    hands.move("a3")
    assert view.paper.links.lit == set()
    hands.move("p1")

    assert view.paper.links.lit == {"l1"}
    session.show(journey)


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_Insert])
def test_no_key_changes_the_map_while_a_card_is_chosen(session, hands, linking, key):
    session.select(["a1"])
    linking.start()
    session.select(["p1"])

    hands.key(key)

    assert session.undo_stack.count() == 0
    assert linking.is_on
