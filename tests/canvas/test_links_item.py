"""Links on the map: on demand, and those of the card in hand."""

import pytest
from maps import small_map
from PySide6.QtCore import QRectF

from cjeditor.canvas import links_item
from cjeditor.display.shapes import Rect
from cjeditor.edits.links import AddLink
from cjeditor.edits.records import Delete, SetField
from cjeditor.layout.link_names import Name
from cjeditor.model.records import Link


@pytest.fixture
def journey():
    return small_map().put(
        Link(id="l1", kind="causes", source="a1", target="p1"),
        Link(id="l2", kind="leads to", source="a2", target="a3"),
    )


def around(view, curve):
    """Return what is painted around a curve."""
    rect = QRectF(*curve.rect)
    return view.viewport().grab(view.mapFromScene(rect).boundingRect()).toImage()


def test_no_link_is_shown_at_first(view):
    assert not view.paper.links.shown


def test_all_links_are_shown_on_demand(view):
    view.paper.links.show_all(True)

    assert view.paper.links.shown.keys() == {"l1", "l2"}
    curve = view.paper.links.shown["l2"]
    with_links = around(view, curve)

    view.paper.links.show_all(False)
    assert not view.paper.links.shown
    assert around(view, curve) != with_links


def test_the_links_of_the_selected_card_are_always_shown(view, session):
    session.select(["p1"])
    assert view.paper.links.shown.keys() == view.paper.links.lit == {"l1"}

    session.select([])
    assert not view.paper.links.shown


def test_the_selected_card_lights_up_its_links_among_all(view, session):
    view.paper.links.show_all(True)

    session.select(["a3"])

    assert view.paper.links.shown.keys() == {"l1", "l2"}
    assert view.paper.links.lit == {"l2"}


def test_links_follow_edits_and_their_undo(view, session):
    view.paper.links.show_all(True)

    session.do(AddLink("solves", "a3", "p1", "l3"))
    assert "l3" in view.paper.links.shown
    session.do(Delete(("a1",)))
    assert view.paper.links.shown.keys() == {"l2", "l3"}
    session.undo_stack.setIndex(0)

    assert view.paper.links.shown.keys() == {"l1", "l2"}


def test_a_link_moves_with_its_card(view, session):
    view.paper.links.show_all(True)
    before = view.paper.links.shown["l1"]

    session.do(SetField(("a2",), "text", "Read\na\nlot\nof\nlong\nreviews"))

    after = view.paper.links.shown["l1"]
    assert after.path[-1].y > before.path[-1].y


def test_the_name_of_a_link_in_the_light_covers_no_card(view, session):
    session.select(["a1"])

    name = view.paper.links.names["l1"]
    cards = [view.rect_of(card) for card in session.journey.cards]
    assert not any(name.meets(card) for card in cards)


@pytest.fixture
def crowded(view, monkeypatch):
    """A map on which no name has a place of its own."""
    covering = lambda *_: Name(Rect(300, 300, 60, 16), 5.0)  # noqa: E731
    monkeypatch.setattr(links_item, "place_name", covering)


@pytest.mark.usefixtures("crowded")
def test_where_nothing_is_free_the_name_is_shown_for_a_selected_card_only(view, session):
    view.paper.links.show_all(True)

    view.paper.links.hover("a1")
    assert view.paper.links.lit == {"l1"}
    assert not view.paper.links.names

    session.select(["a1"])
    assert view.paper.links.names.keys() == {"l1"}


def test_a_name_makes_room_for_what_is_put_there(view, session):
    session.select(["p1"])
    before = view.paper.links.names["l1"]

    session.do(SetField(("a2",), "text", "Read\na\nlot\nof\nlong\nreviews"))

    after = view.paper.links.names["l1"]
    assert after != before
    assert not any(after.meets(view.rect_of(card)) for card in session.journey.cards)
