import pytest
from maps import big_map
from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas import map_scene
from cjeditor.canvas.chrome import LIGHT
from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display import theme
from cjeditor.display.shapes import Rect
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.session.session import Session

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("element", ["a1", "e1", "find", "s2", "pain"])
def test_a_click_selects(hands, session, element):
    hands.click(element)

    assert session.selection == (element,)
    assert session.undo_stack.count() == 0


def test_a_click_on_the_title_selects_the_map(hands, session):
    hands.click((60.0, 30.0))

    assert session.selection == (session.journey.id,)


@pytest.mark.parametrize("modifier", [CONTROL, SHIFT])
def test_ctrl_and_shift_click_add_and_take_away(hands, session, modifier):
    hands.click("a1")
    hands.click("a3", modifier)
    added = session.selection
    hands.click("a1", modifier)

    assert added == ("a1", "a3")
    assert session.selection == ("a3",)


def test_a_click_on_one_of_several_selected_selects_it_alone(hands, session):
    hands.click("a1")
    hands.click("a3", CONTROL)
    hands.click("a1")

    assert session.selection == ("a1",)


def test_a_click_on_an_empty_cell_puts_the_cursor_there(hands, session):
    hands.click("a1")
    hands.click(("pain", "s4"))

    assert session.selection == ()
    assert session.cursor == ("pain", "s4")


def test_a_rubber_band_selects_what_it_meets(hands, session, view):
    first, last = view.rect_of("a1"), view.rect_of("p1")
    hands.drag((first.x - 3, first.y - 4), (last.right + 3, last.bottom + 3))

    assert set(session.selection) == {"a1", "a2", "p1"}
    assert not view.preview.band.isVisible()


def test_a_rubber_band_with_shift_adds(hands, session, view):
    hands.click("a3")
    rect = view.rect_of("a1")
    end = (rect.x + 20, rect.y + 8)
    hands.press((rect.x - 3, rect.y - 4), SHIFT)
    hands.move(end)
    hands.release(end, SHIFT)

    assert session.selection == ("a3", "a1")


def test_a_rubber_band_given_up_selects_what_was_selected(hands, session, view):
    hands.click("a3")
    rect = view.rect_of("a1")
    hands.press((rect.x - 3, rect.y - 4))
    hands.move((rect.right, rect.bottom))
    hands.key(Qt.Key.Key_Escape)

    assert session.selection == ("a3",)


def test_ctrl_a_selects_all_cards_and_points_and_escape_none(hands, session):
    hands.key(Qt.Key.Key_A, CONTROL)
    everything = session.selection
    hands.key(Qt.Key.Key_Escape)

    assert set(everything) == {"a1", "a2", "a3", "p1", "e1", "e2", "e3"}
    assert session.selection == ()


def test_delete_removes_the_selection_as_one_undo_step(hands, session):
    hands.click("a1")
    hands.click("p1", CONTROL)
    hands.key(Qt.Key.Key_Delete)

    assert set(session.journey.cards) == {"a2", "a3"}
    assert session.undo_stack.count() == 1


@pytest.mark.parametrize(
    ("gone", "cell"),
    [
        ("find", ("do", "s3")),
        ("buy", ("do", "s2")),
        ("s1", ("do", "s2")),
        ("s4", ("do", "s3")),
        ("do", ("pain", "s1")),
        ("feel", ("pain", "s1")),
    ],
)
def test_after_a_head_is_deleted_the_keyboard_is_in_the_cell_beside(hands, session, gone, cell):
    session.select([gone])
    hands.key(Qt.Key.Key_Delete)

    assert session.journey.find(gone) is None
    assert (session.selection, session.cursor) == ((), cell)


def test_after_the_last_lane_is_deleted_the_keyboard_is_nowhere(hands, session):
    for lane in ("do", "pain", "feel"):
        session.select([lane])
        hands.key(Qt.Key.Key_Delete)

    assert session.cursor is None


def test_ctrl_d_duplicates_and_selects_the_copies(hands, session):
    hands.click("a1")
    hands.key(Qt.Key.Key_D, CONTROL)

    (copy,) = session.selection
    assert session.journey.cards[copy].text == "Ask friends"
    assert copy != "a1"
    assert session.undo_stack.count() == 1


def test_the_ring_lies_two_pixels_off_the_card_in_the_accent(hands, view):
    hands.click("a1")
    rect = view.rect_of("a1")

    assert hands.colour(rect.x + 40, rect.y - 3.5) == LIGHT.accent
    assert hands.colour(rect.x + 40, rect.y - 1.2) != LIGHT.accent


def test_a_selected_stage_is_ringed_where_it_sticks(hands, view):
    hands.click("find")
    view.scroll_to(QPoint(-20, 150).toPointF())
    rect = view.rect_of("find")

    assert rect.y == pytest.approx(150, abs=1)
    assert hands.colour(rect.x + 40, rect.y + 3) == LIGHT.accent


def test_the_right_button_selects_and_asks_for_a_menu(hands, session, view):
    hands.press("a3", button=Qt.MouseButton.RightButton)
    asked = []
    view.menu_requested.connect(asked.append)
    hands.key(Qt.Key.Key_Menu)
    view.contextMenuEvent(_menu_event(hands))

    assert session.selection == ("a3",)
    assert len(asked) >= 1


def _menu_event(hands):
    from PySide6.QtGui import QContextMenuEvent

    spot = hands.spot("a3")
    reason = QContextMenuEvent.Reason.Mouse
    return QContextMenuEvent(reason, spot, hands.viewport.mapToGlobal(spot))


@pytest.mark.parametrize(
    ("start", "keys", "selected", "cursor"),
    [
        ("a1", ["Right"], (), ("do", "s2")),
        ("a1", ["Down"], ("a2",), ("do", "s1")),
        ("a1", ["Down", "Down"], (), ("pain", "s1")),
        ("a1", ["Down", "Down", "Right"], ("p1",), ("pain", "s2")),
        ("a1", ["Up"], ("s1",), None),
        ("a1", ["Up", "Up"], ("find",), None),
        ("a1", ["Up", "Up", "Up"], ("small",), None),
        ("a1", ["Left"], ("do",), None),
        ("a1", ["End"], (), ("do", "s4")),
        ("find", ["Right"], ("buy",), None),
        ("p1", ["Down"], ("e2",), ("feel", "s2")),
        ("a3", ["Home"], ("a1",), ("do", "s1")),
    ],
)
def test_arrows_walk_over_the_map(hands, session, start, keys, selected, cursor):
    hands.click(start)

    for key in keys:
        hands.key(getattr(Qt.Key, f"Key_{key}"))

    assert session.selection == selected
    assert session.cursor == cursor


def test_the_cursor_of_an_empty_cell_is_seen(hands, view):
    hands.click(("pain", "s4"))
    cell = view.paper._rings._cell

    assert hands.colour(cell.x + 40, cell.y + 3.2) == LIGHT.accent


def test_walking_scrolls_what_is_selected_into_view(hands, view):
    view.resize(420, 400)
    hands.click("a1")
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    rect = view.rect_of("a3")
    seen = view.viewportTransform().mapRect(_qrect(rect))

    assert seen.left() >= view.sheet.left
    assert seen.right() <= view.viewport().width()


def _qrect(rect):
    from PySide6.QtCore import QRectF

    return QRectF(*rect)


def test_of_many_selected_cards_those_in_view_have_the_rings_of_few(qtbot, monkeypatch):
    session = Session(big_map(260, 5, 20))
    view = MapView(session, Look(theme.LIGHT, Words("en")))
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.zoom_to(1.0)
    chosen = [*session.journey.cards, *session.journey.emotions]

    session.select(chosen)
    many = view.grab().toImage()
    monkeypatch.setattr(map_scene, "_MANY", len(chosen))
    session.select(())
    bare = view.grab().toImage()
    session.select(chosen)

    assert view.grab().toImage() == many != bare


def test_what_stands_in_an_area_is_found_where_it_is_drawn():
    sheet = lay_out(big_map(260, 5, 20), Look(theme.LIGHT, Words("en")))
    everything = Rect(0, 0, sheet.width, sheet.height)

    found = dict(map_scene.solid_in(sheet, everything))

    assert found.keys() == sheet.journey.cards.keys() | sheet.journey.emotions.keys()
    assert all(sheet.rect_of(element) == rect for element, rect in found.items())
    some = next(iter(found.values()))
    assert set(found) > {each for each, _ in map_scene.solid_in(sheet, some)}
