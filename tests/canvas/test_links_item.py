"""Links on the map: on demand, and those of the card in hand."""

import pytest
from maps import small_map
from PySide6.QtCore import QRectF

from cjeditor.edits.links import AddLink
from cjeditor.edits.records import Delete, SetField
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
