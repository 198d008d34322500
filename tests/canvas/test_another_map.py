"""Another map on the board: laid out beforehand, made ready bit by bit, the old one gone."""

import gc
import weakref

import pytest
from maps import big_map, full_map, small_map
from PySide6.QtCore import QPointF

from cjeditor.canvas.minimap import Minimap
from cjeditor.canvas.view import MapView
from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import Delete, SetField
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Link
from cjeditor.session.session import Session


@pytest.fixture
def another(view, session):
    """Shows a map that was laid out beforehand, and returns its sheet."""

    def show(journey):
        sheet = lay_out(journey, view.look_for(journey))
        view.expect(sheet)
        session.show(journey)
        return sheet

    return show


@pytest.fixture
def fresh(qtbot, view):
    """Returns a view that has never shown another map."""

    def show(journey):
        made = MapView(Session(journey), view.look_for(journey))
        qtbot.addWidget(made)
        made.resize(1000, 700)
        made.show()
        return made

    return show


def other():
    """Return the small map as another document."""
    return small_map().replace(id="other")


def pictures(view):
    found = []
    for zoom in (1, 0.3, 0.1):
        view.zoom_to(zoom)
        view.scroll_to(QPointF(-20, -20))
        found.append(view.viewport().grab().toImage())
    return found


def ready(qtbot, view):
    qtbot.waitUntil(lambda: view.paper.is_ready)


def test_what_was_laid_out_beforehand_is_shown(view, another):
    assert another(full_map()) is view.sheet


def test_only_the_map_that_was_laid_out_is_shown_so(view, session):
    full, small = full_map(), other()
    sheet = lay_out(full, view.look_for(full))
    view.expect(sheet)

    session.show(small)
    session.show(full)

    assert view.sheet is not sheet
    assert view.sheet.journey is full


def test_the_board_speaks_the_language_of_the_map(view, another):
    journey = other().with_scope(other().scope.replace(language="id"))
    another(journey)

    assert view.look.words.language == "id"
    assert view.look.prompts


@pytest.mark.parametrize("is_ready", [False, True])
@pytest.mark.parametrize("journey", [full_map(), big_map(300, 6, 12)], ids=["full", "big"])
def test_it_looks_as_if_no_other_had_been_there(qtbot, view, another, fresh, journey, is_ready):
    pictures(view)
    another(journey)
    if is_ready:
        ready(qtbot, view)

    assert pictures(view) == pictures(fresh(journey))


def test_an_edit_before_all_is_ready_is_seen(qtbot, view, session, another, fresh):
    another(big_map(300, 6, 12))
    card = next(iter(session.journey.cards))
    lane, step = session.journey.cards[card].lane, session.journey.ordered_steps[2].id
    for edit in (
        SetField((card,), "text", "Something else"),
        AddCard(lane, step, "note", "A note"),
        Delete((list(session.journey.cards)[9],)),
    ):
        session.do(edit)

    assert pictures(view) == pictures(fresh(session.journey))
    ready(qtbot, view)
    assert pictures(view) == pictures(fresh(session.journey))


def test_what_was_shown_before_goes_without_being_looked_for(qtbot, view, another):
    another(full_map())
    pictures(view)
    ready(qtbot, view)
    gone = [weakref.ref(view.sheet), *map(weakref.ref, view.paper._bands.values())]

    assert not gc.isenabled()
    another(other())
    qtbot.waitUntil(lambda: all(each() is None for each in gone))


def test_very_many_links_are_drawn_a_few_at_a_time(qtbot, view, another):
    links = [Link(id=f"l{n}", kind="causes", source="a1", target="p1") for n in range(70)]
    view.paper.links.show_all(True)
    another(other().put(*links))
    assert 0 < len(view.paper.links.shown) < 70

    qtbot.waitUntil(lambda: len(view.paper.links.shown) == 70)

    view.paper.links.show_all(False)
    assert not view.paper.links.shown


def test_links_that_wait_are_not_drawn_once_they_are_hidden(qtbot, view, another):
    links = [Link(id=f"l{n}", kind="causes", source="a1", target="p1") for n in range(70)]
    another(other().put(*links))
    view.paper.links.show_all(True)
    view.paper.links.show_all(False)
    ready(qtbot, view)

    assert not view.paper.links.shown


def test_the_overview_in_the_corner_shows_the_other_map(qtbot, view, another, fresh):
    journey = big_map(300, 6, 12)
    corners = []
    for board in (view, fresh(journey)):
        corners.append(Minimap(board))
        board.zoom_to(2)
    qtbot.waitUntil(lambda: corners[0].isVisible() and not corners[0]._later.isActive())

    another(journey)

    qtbot.waitUntil(lambda: corners[0]._picture.toImage() == corners[1]._picture.toImage())
