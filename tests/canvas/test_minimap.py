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
    qtbot.waitUntil(lambda: len(made._drawn) == len(view.sheet.lanes))
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


def test_it_is_not_seen_before_it_has_a_picture(qtbot, session, view, minimap, monkeypatch):
    monkeypatch.setattr(type(view.paper), "is_ready", False)
    view.paper.begun.emit()
    session.do(AddCard("do", "s1", "action", "New"))
    view.pan(3, 3)
    assert not minimap.isVisible()

    monkeypatch.undo()
    qtbot.waitUntil(minimap.isVisible)
    assert not picture(minimap).isNull()


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


def test_panning_does_not_draw_the_map_again(qapp, view, minimap, monkeypatch):
    drawn = []
    monkeypatch.setattr(view.paper, "paint_lane", lambda *_a: drawn.append(1))
    for _turn in range(5):
        view.pan(30, 20)
        qapp.processEvents()

    assert drawn == []


@pytest.mark.parametrize("size", [(720, 420), (907, 597), (1000, 700), (1500, 950), (2600, 700)])
def test_it_takes_a_small_part_of_the_view(qtbot, view, minimap, size):
    view.resize(*size)
    room = view.viewport().size()
    qtbot.waitUntil(lambda: not minimap._later.isActive())
    taken = minimap.size()

    assert minimap.isVisible()
    assert taken.width() <= max(room.width() / 8, 96) + 8
    assert taken.width() >= 60
    assert taken.width() * taken.height() < room.width() * room.height() / 12


@pytest.fixture
def over_cards(view, minimap):
    """The overview with cells of the map, not the end of the sheet, under it."""
    view.zoom_to(3)
    view.scroll_to(QPointF(0, 0))
    cell = view.cell_at(view.aim(minimap.geometry().center()))
    assert cell is not None
    return cell.lane, cell.step


def test_it_hides_while_the_keyboard_is_under_it(session, view, minimap, over_cards):
    session.put_cursor(*over_cards)
    hidden = minimap.isHidden()
    session.go((), None)

    assert hidden
    assert minimap.isVisible()


def test_it_hides_while_something_is_dragged(hands, session, view, minimap, over_cards):
    session.select(["a1"])
    hands.press(QPoint(500, 500))
    pressed = minimap.isVisible()
    hands.move(QPoint(520, 500))
    dragged = minimap.isVisible()
    hands.release(QPoint(520, 500))
    session.go((), None)

    assert (pressed, dragged, minimap.isVisible()) == (True, False, True)


def test_it_stays_under_the_pointer_that_drags_in_it(qtbot, session, view, minimap, over_cards):
    session.put_cursor("do", "s1")
    start = minimap._marked().center().toPoint()
    qtbot.mousePress(minimap, LEFT, pos=start)
    for step in range(1, 30):
        qtbot.mouseMove(minimap, start + QPoint(step, step))
        assert minimap.isVisible()
    qtbot.mouseRelease(minimap, LEFT, pos=start)


def test_it_follows_the_theme(qtbot, view, minimap):
    view.set_look(Look(theme.DARK, Words("en")))
    minimap.dress()

    assert minimap.grab().toImage().pixelColor(2, 2).name() == theme.DARK.sheet
    qtbot.waitUntil(lambda: not minimap._later.isActive())
    assert picture(minimap).pixelColor(1, 1).name() == theme.DARK.sheet
