import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from cjeditor.canvas.minimap import Minimap
from cjeditor.core.words import Words
from cjeditor.display import theme
from cjeditor.edits.cards import AddCard
from cjeditor.kinds.look import Look

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def minimap(qtbot, view):
    made = Minimap(view)
    view.zoom_to(2)
    qtbot.waitUntil(lambda: made.isVisible() and not made._later.isActive())
    return made


def picture(minimap):
    return minimap._picture.toImage()


def changed(before, after):
    """Return the lines of pixels that differ."""
    return [
        y
        for y in range(before.height())
        if any(before.pixel(x, y) != after.pixel(x, y) for x in range(before.width()))
    ]


def middle(view):
    return view.viewportTransform().inverted()[0].map(QPointF(view.viewport().rect().center()))


def test_it_stands_in_the_corner_while_the_map_does_not_fit(view, minimap):
    corner = view.viewport().rect().bottomRight() - minimap.geometry().bottomRight()

    assert (corner.x(), corner.y()) == (16, 16)
    view.fit()
    assert not minimap.isVisible()


def test_panning_leaves_it_in_its_corner(view, minimap):
    before = minimap.geometry()
    view.pan(140, 90)
    view.resize(1000, 700)

    assert minimap.geometry() == before


def test_a_narrow_window_has_no_room_for_it(view, minimap):
    view.resize(700, 700)
    view.pan(1, 0)

    assert not minimap.isVisible()


def test_it_can_be_switched_off_and_on(minimap):
    minimap.set_wanted(False)
    assert not minimap.isVisible()

    minimap.set_wanted(True)
    assert minimap.isVisible()


def test_it_takes_no_keyboard_and_has_a_name(qtbot, view, minimap):
    view.setFocus()
    qtbot.mouseClick(minimap, LEFT, pos=minimap.rect().center())

    assert minimap.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert minimap.accessibleName() == "Overview of the map"
    assert view.window().focusWidget() in (view, view.viewport())


def test_a_click_goes_there_and_selects_nothing(qtbot, session, view, minimap):
    view.zoom_to(4)
    view.scroll_to(QPointF(0, 0))
    spot = QPoint(minimap.width() // 2, minimap.height() // 2)
    qtbot.mouseClick(minimap, LEFT, pos=spot)
    there = middle(view)

    assert there.x() == pytest.approx(view.sheet.width / 2, abs=6)
    assert there.y() == pytest.approx(view.sheet.height / 2, abs=6)
    assert session.selection == ()


def test_the_rectangle_is_dragged(qtbot, view, minimap):
    view.scroll_to(QPointF(0, 0))
    start = minimap._marked().center().toPoint()
    before = middle(view)
    qtbot.mousePress(minimap, LEFT, pos=start)
    assert (middle(view) - before).manhattanLength() < 8
    qtbot.mouseMove(minimap, start + QPoint(20, 0))
    qtbot.mouseRelease(minimap, LEFT, pos=start + QPoint(20, 0))

    assert middle(view).x() - before.x() == pytest.approx(20 / minimap._scale, abs=6)
    assert middle(view).y() == pytest.approx(before.y(), abs=6)


def test_an_edit_draws_only_its_lane_again_and_undo_too(qtbot, session, view, minimap):
    before = picture(minimap)
    session.do(AddCard("do", "s4", "action", "Pay"))
    assert picture(minimap) == before
    qtbot.waitUntil(lambda: picture(minimap) != before)
    rows = changed(before, picture(minimap))
    lane = view.sheet.lane_of["do"]
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: picture(minimap) == before)

    assert lane.y * minimap._scale - 1 <= rows[0]
    assert rows[-1] <= lane.bottom * minimap._scale + 1


def test_panning_does_not_draw_the_map_again(qtbot, view, minimap, monkeypatch):
    drawn = []
    monkeypatch.setattr(view.paper, "paint_lane", lambda *_a: drawn.append(1))
    for _turn in range(5):
        view.pan(30, 20)
        qtbot.wait(1)

    assert drawn == []


def test_it_follows_the_theme(qtbot, view, minimap):
    view.set_look(Look(theme.DARK, Words("en")))
    minimap.dress()
    qtbot.waitUntil(lambda: not minimap._later.isActive())

    assert picture(minimap).pixelColor(1, 1).name() == theme.DARK.sheet
