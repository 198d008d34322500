"""An empty cell says what it asks for, while the pointer or the keyboard is in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.ghost import ghost_of
from cjeditor.display.theme import DARK
from cjeditor.layout.sheet import lay_out


def shown(view):
    """The cells in which ghost text stands."""
    return [block.rect for block in view.ghost.item.blocks]


def test_an_empty_cell_under_the_pointer_shows_what_it_asks_for(view, hands):
    hands.move(("do", "s2"))

    [rect] = shown(view)
    cell = view.sheet.column_of["s2"]
    assert cell.x < rect.x < cell.x + cell.width
    assert view.ghost.item.isVisible()


def test_it_goes_with_the_pointer(view, hands):
    hands.move(("do", "s2"))
    hands.move("a1")
    assert shown(view) == []

    hands.move(("do", "s4"))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))

    assert shown(view) == []


def test_the_empty_cell_of_the_cursor_shows_it_too(view, session):
    session.put_cursor("pain", "s3")

    assert len(shown(view)) == 1
    session.select(["a1"])
    assert shown(view) == []


@pytest.mark.parametrize("cell", [("do", "s1"), ("feel", "s1"), ("pain", "s2"), ("gone", "s1")])
def test_full_cells_and_lanes_without_cards_show_none(view, cell):
    assert ghost_of(view.sheet, cell) is None


def test_a_long_card_fills_every_cell_that_it_covers(journey, look):
    sheet = lay_out(journey.put(journey.cards["a1"].replace(last_step="s2")), look)

    assert ghost_of(sheet, ("do", "s2")) is None
    assert ghost_of(sheet, ("do", "s4")) is not None


def test_it_stays_inside_its_cell(view):
    for lane in ("do", "pain"):
        block = ghost_of(view.sheet, (lane, "s4"))
        band = view.sheet.lane_of[lane]

        assert band.y < block.rect.y
        assert block.rect.bottom < band.bottom


def test_from_afar_and_in_print_there_is_none(view, hands, look):
    hands.move(("do", "s2"))
    view.zoom_to(0.3)

    assert shown(view) == []
    assert all(block.part != "ghost" for block in view.sheet.blocks())


def test_it_takes_the_colours_of_another_theme_at_once(view, session, look):
    session.put_cursor("pain", "s3")
    [before] = [block.drawing.shapes[0].colour for block in view.ghost.item.blocks]

    view.set_look(replace(look, theme=DARK))

    [after] = [block.drawing.shapes[0].colour for block in view.ghost.item.blocks]
    assert after != before
