"""Cell codes over the map."""

import pytest
from PySide6.QtCore import QPointF


@pytest.fixture
def codes(view):
    return view.paper.codes


def painted(view, rect):
    """Return the colours in a rectangle of the scene."""
    image = view.viewport().grab().toImage()
    top = view.viewportTransform().map(QPointF(rect[0], rect[1])).toPoint()
    return {
        image.pixelColor(top.x() + dx, top.y() + dy).name()
        for dx in range(int(rect[2]))
        for dy in range(int(rect[3]))
    }


def corner(view, lane, step):
    column, band = view.sheet.column_of[step], view.sheet.lane_of[lane]
    return column.x + column.width - 26, band.bottom - 13, 22, 12


def test_codes_come_and_go(view, codes):
    empty = painted(view, corner(view, "pain", "s3"))

    codes.show(True, view.sheet)
    assert painted(view, corner(view, "pain", "s3")) != empty

    codes.show(False, view.sheet)
    assert painted(view, corner(view, "pain", "s3")) == empty


def test_letters_stay_with_the_heads_when_the_map_is_scrolled(view, codes):
    view.resize(420, 300)
    codes.show(True, view.sheet)
    column = view.sheet.columns[1]
    tab = (column.x + 4, view.sheet.top - 6, 20, 12)
    at_home = painted(view, tab)

    view.pan(0, 260)

    down = view.paper.stuck[1]
    assert down > 0
    assert len(painted(view, (tab[0], tab[1] + down, tab[2], tab[3])) & at_home) > 3


def test_from_far_away_only_the_tabs_are_left(view, codes):
    view.zoom_to(0.3)
    before = painted(view, (*corner(view, "pain", "s3")[:2], 8, 4))

    codes.show(True, view.sheet)

    assert painted(view, (*corner(view, "pain", "s3")[:2], 8, 4)) == before
