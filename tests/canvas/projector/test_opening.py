"""A projector opens a large map a slice at a time, and takes over what the editor has laid out."""

from dataclasses import replace

import pytest
from maps import big_map, full_map
from PySide6.QtCore import Qt
from shiboken6 import isValid

from cjeditor.canvas.chrome import chrome_for
from cjeditor.canvas.projector import slices
from cjeditor.canvas.projector.view import ProjectorView
from cjeditor.canvas.view import MapView
from cjeditor.display.theme import DARK
from cjeditor.edits.records import SetField
from cjeditor.session.session import Session

K = Qt.Key


@pytest.fixture
def slowly(monkeypatch):
    """Make each slice as thin as it can be."""
    monkeypatch.setattr(slices, "_SLICE", 0.0)


@pytest.fixture
def opening(qtbot, slowly, session, look):
    """A projector that has just been opened and has not laid out anything yet."""
    view = ProjectorView(session, look, motion=False)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    assert view.is_opening
    return view


def opened(qtbot, view):
    qtbot.waitUntil(lambda: not view.is_opening)
    qtbot.waitUntil(lambda: view.sheet.journey is view.session.shown)


def colours(view):
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, 1280, 40) for y in range(0, 600, 40)}


def test_an_empty_desk_is_seen_until_the_map_is_there(qtbot, opening):
    assert colours(opening) == {opening.chrome.desk}

    opened(qtbot, opening)
    assert {"#ffffff", "#fff3c4"} <= colours(opening)
    assert opening.stop.element == "find"


def test_keys_that_come_too_early_do_no_harm(qtbot, opening):
    for key in (K.Key_Right, K.Key_S, K.Key_Plus, K.Key_0, K.Key_H, K.Key_End, K.Key_Home):
        qtbot.keyClick(opening, key)
    opened(qtbot, opening)

    assert opening.stop.element == "find"


def test_it_can_be_closed_before_the_map_is_there(qtbot, slowly, session, look):
    view = ProjectorView(session, look, motion=False)
    view.show()
    with qtbot.waitSignal(view.left):
        view.close()
    view.deleteLater()
    qtbot.waitUntil(lambda: not isValid(view))


def test_what_is_done_meanwhile_is_seen_afterwards(qtbot, session, opening):
    session.do(SetField(("a1",), "text", "Ask"))
    session.select(("a3",))
    opened(qtbot, opening)

    assert opening.sheet.journey.cards["a1"].text == "Ask"
    assert opening.stop.element == "buy"


def test_another_map_takes_its_place(qtbot, session, opening):
    session.show(full_map())
    opened(qtbot, opening)
    assert opening.stop.element == "before"

    session.show(big_map(50, 3, 12))
    opened(qtbot, opening)
    assert opening.stop.element == "stage0"


def test_a_black_screen_stays_black(qtbot, opening, look):
    opened(qtbot, opening)
    qtbot.keyClick(opening, K.Key_B)
    opening.set_look(replace(look, theme=DARK))

    assert colours(opening) == {"#000000"}
    opened(qtbot, opening)
    assert colours(opening) == {"#000000"}


def test_another_look_keeps_the_place(qtbot, opening, look):
    opened(qtbot, opening)
    qtbot.keyClick(opening, K.Key_End)
    opening.set_look(replace(look, theme=DARK))
    assert colours(opening) == {chrome_for("dark").desk}
    opened(qtbot, opening)

    assert opening.stop.element == "buy"
    assert DARK.sheet in colours(opening)


def test_cards_that_look_the_same_are_those_of_the_editor(project, session, view, look):
    projector = project(session, look, editor=view)
    ours, theirs = projector.block_of("a1"), view.block_of("a1")

    assert ours.drawing is theirs.drawing
    assert projector.paper.cards.prepared(ours.drawing) is view.paper.cards.prepared(ours.drawing)


def test_what_is_kept_at_one_zoom_is_not_shared(project, session, view, look):
    projector = project(session, look, editor=view)
    body = view.paper.cards.prepared(view.block_of("a1").drawing).body
    small, large = view.paper.cards.pixmap(body, 1.0), projector.paper.cards.pixmap(body, 2.0)

    assert large.width() > small.width()
    assert view.paper.cards.pixmap(body, 1.0) is small


def test_a_large_map_looks_the_same_whether_the_editor_helps_or_not(qtbot, project, look):
    session = Session(big_map(300, 5, 8))
    editor = MapView(session, look)
    qtbot.addWidget(editor)
    pictures = []
    for view in (project(session, look), project(session, look, editor=editor)):
        view.resize(1280, 720)
        view.show()
        view.status.hide()
        pictures.append(view.grab().toImage())

    assert pictures[0] == pictures[1]
