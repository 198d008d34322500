import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from cjeditor.core.words import Words, set_interface_language
from cjeditor.display import theme
from cjeditor.edits.records import Delete, SetField
from cjeditor.kinds.look import CARD, Look
from cjeditor.layout.hit import cell_rect
from cjeditor.model.map import Map
from cjeditor.session.session import Session

K = Qt.Key


def brightness(colour: QColor) -> int:
    return colour.red() + colour.green() + colour.blue()


def test_it_has_nothing_but_the_map(projector):
    assert [each for each in projector.children() if getattr(each, "isVisible", bool)()] == [
        projector.viewport(),
        projector.status,
    ]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("unit", [K.Key_S, K.Key_T, K.Key_L])
def test_card_text_is_18_pixels_high_at_the_least(projector, press, size, unit):
    projector.resize(*size)
    press(unit)
    press(*[K.Key_Minus] * 5)

    assert CARD.size * projector.transform().m11() >= 18


def test_neither_wheel_nor_pinch_makes_words_smaller(projector):
    projector.zoom_to(0.5)

    assert CARD.size * projector.transform().m11() >= 18


@pytest.mark.parametrize("on", [K.Key_Right, K.Key_Down, K.Key_PageDown, K.Key_Space])
@pytest.mark.parametrize("back", [K.Key_Left, K.Key_Up, K.Key_PageUp, K.Key_Backspace])
def test_keys_step_on_and_back(projector, press, on, back):
    press(K.Key_T, K.Key_Home)
    press(*[on] * (len(projector._screens()) + 1))
    assert projector.stop.element == "s2"

    press(*[back] * 9)
    assert projector.stop.element == "s1"


def test_a_part_that_does_not_fit_goes_on_screen_by_screen(projector, press):
    press(K.Key_Plus, K.Key_Plus)
    count = len(projector._screens())
    seen = [projector.scrolled]
    for _screen in range(count - 1):
        press(K.Key_Right)
        seen.append(projector.scrolled)

    assert count > 1
    assert projector.stop.element == "find"
    assert len({(each.x(), each.y()) for each in seen}) == count
    press(K.Key_Right)
    assert projector.stop.element == "buy"
    press(K.Key_Left)
    assert (projector.stop.element, projector.scrolled) == ("find", seen[-1])


def test_home_and_end_go_to_the_first_and_last(projector, press):
    press(K.Key_L, K.Key_End)
    assert projector.stop.element == "feel"

    press(K.Key_Home)
    assert projector.stop.element == "do"


def test_shift_and_space_goes_back(projector, press):
    press(K.Key_T, K.Key_End)
    before = projector.scrolled
    press(K.Key_Space, modifier=Qt.KeyboardModifier.ShiftModifier)

    assert projector.scrolled != before


def test_stages_steps_and_lanes_take_turns(projector, press):
    press(K.Key_End, K.Key_T)
    assert projector.stop.element == "s3"

    press(K.Key_3)
    assert projector.stop.element == "do"


def test_what_is_not_in_the_light_is_dimmed(projector, lit, press):
    press(K.Key_T, K.Key_Home)
    light = lit("a1", dx=0.9, dy=0.9)
    press(K.Key_L, K.Key_Right, K.Key_Right)
    dim = lit("a1", dx=0.9, dy=0.9)

    assert light.name() == "#fff3c4"
    assert brightness(dim) > brightness(light)


def test_in_the_dark_the_veil_is_dark(qtbot, projector, lit, press):
    projector.set_look(Look(theme.DARK, Words("en")))
    qtbot.waitUntil(lambda: not projector.is_opening)
    press(K.Key_T, K.Key_Home)
    light = lit("a1", dx=0.9, dy=0.9)
    press(K.Key_L, K.Key_Right, K.Key_Right)

    assert brightness(lit("a1", dx=0.9, dy=0.9)) < brightness(light)


def test_heads_and_lane_titles_stay_readable(projector, press):
    press(K.Key_T, K.Key_Home)
    projector.status.hide()
    head = projector.rect_of("buy")
    image = projector.grab().toImage()
    spot = projector.mapFromScene(head.x + 24, head.y + 3)

    assert image.pixelColor(spot).name() == theme.LIGHT.stages[1]


def test_an_edit_shows_at_once(qtbot, session, projector, lit):
    before = projector.rect_of("a1").height
    session.do(SetField(("a1",), "text", "Ask friends, neighbours and everyone in the club"))
    qtbot.waitUntil(lambda: projector.sheet.journey is session.journey)
    after = projector.rect_of("a1").height
    inside = lit("a1", dx=0.9, dy=0.9)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: projector.sheet.journey is session.journey)

    assert after > before == projector.rect_of("a1").height
    assert inside.name() == "#fff3c4"


def test_no_selection_cursor_or_ghost_text_of_the_editor_is_seen(session, projector):
    projector.status.hide()
    plain = projector.grab().toImage()
    session.select(("a1", "find"))
    chosen = projector.grab().toImage()
    session.select(())
    session.put_cursor("do", "s2")

    assert chosen == plain == projector.grab().toImage()
    assert not projector.look.prompts


def test_when_its_part_is_deleted_it_stays_near(qtbot, session, projector, press):
    press(K.Key_T, K.Key_End)
    session.do(Delete(("s4",)))
    qtbot.waitUntil(lambda: projector.sheet.journey is session.journey)

    assert projector.stop.element == "s3"


@pytest.mark.parametrize("unit", [K.Key_S, K.Key_T, K.Key_L])
def test_a_map_without_anything_can_be_shown(qtbot, session, projector, press, unit):
    session.show(Map(id="blank"))
    qtbot.waitUntil(lambda: projector.sheet.journey is session.journey)
    press(unit, K.Key_Right, K.Key_Left, K.Key_End, K.Key_Plus, K.Key_0, K.Key_H)

    assert projector.stop is None


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_F5])
def test_a_key_leaves(qtbot, projector, key):
    with qtbot.waitSignal(projector.left):
        qtbot.keyClick(projector, key)


def test_plus_minus_and_0_change_the_size_of_text(projector, press):
    first = projector.zoom
    press(K.Key_Plus, K.Key_Plus)
    assert projector.zoom == pytest.approx(first * 1.15**2)

    press(K.Key_0)
    assert projector.zoom == first


def test_too_many_presses_of_minus_need_not_be_taken_back(projector, press):
    press(*[K.Key_Minus] * 20)
    least = projector.zoom
    press(K.Key_Plus)

    assert projector.zoom > least


@pytest.mark.parametrize("key", [K.Key_B, K.Key_Period])
def test_the_screen_is_blanked_until_the_next_key(projector, press, key):
    stop = projector.stop
    press(key)
    black = projector.grab().toImage()
    press(K.Key_Right)

    assert {black.pixelColor(x, 200).name() for x in range(0, 1280, 64)} == {"#000000"}
    assert not projector.black.isVisible()
    assert projector.stop == stop


@pytest.mark.parametrize(("unit", "here"), [(K.Key_S, "find"), (K.Key_T, "s1"), (K.Key_L, "do")])
def test_we_are_here_is_pinned_and_taken_off(projector, press, unit, here):
    press(unit, K.Key_Home)
    before = projector.grab().toImage()
    press(K.Key_H)
    pinned = projector.grab().toImage()
    place = projector._pin.pos()
    press(K.Key_H)

    assert pinned != before
    assert projector.stop.element == here
    assert place.x() == projector.sheet.columns[0].x + 4
    assert not projector._pin.isVisible()


def test_the_pin_stays_where_it_was_put(projector, press):
    press(K.Key_H, K.Key_End, K.Key_Home)

    assert projector._pin.isVisible()
    assert projector._here == "find"


def test_the_pin_is_seen_on_every_screen_of_its_stage(projector, press):
    projector.resize(700, 700)
    press(K.Key_S, K.Key_Home, *[K.Key_Plus] * 4, K.Key_Right)
    assert projector.stop.element == "find"

    press(K.Key_H)

    assert projector._pin.isVisible()
    assert projector.viewport().rect().contains(projector.mapFromScene(projector._pin.pos()))


def test_holding_the_mouse_button_shows_a_red_dot(qtbot, projector):
    left, spot = Qt.MouseButton.LeftButton, QPoint(640, 300)
    projector.status.hide()
    qtbot.mousePress(projector.viewport(), left, pos=QPoint(600, 280))
    qtbot.mouseMove(projector.viewport(), spot)
    red = projector.grab().toImage().pixelColor(spot)
    qtbot.mouseRelease(projector.viewport(), left, pos=spot)

    assert red.name() == "#ff1f1f"
    assert projector.grab().toImage().pixelColor(spot) != red


def test_k_keeps_the_dot_and_hides_the_pointer(qtbot, projector, press):
    press(K.Key_K)
    qtbot.mouseMove(projector.viewport(), QPoint(500, 300))
    qtbot.mouseMove(projector.viewport(), QPoint(520, 300))

    assert projector.grab().toImage().pixelColor(520, 300).name() == "#ff1f1f"
    assert projector.viewport().cursor().shape() == Qt.CursorShape.BlankCursor
    press(K.Key_K)
    assert not projector.laser.isVisible()


def test_the_dot_has_a_trail_unless_motion_is_off(qtbot, session, projector, press):
    press(K.Key_K)
    for x in (400, 430, 460, 490):
        qtbot.mouseMove(projector.viewport(), QPoint(x, 300))
    assert len(projector.laser._spots) == 1

    projector.laser.motion = True
    projector.laser._fading.setInterval(60_000)
    for x in (500, 520, 540):
        qtbot.mouseMove(projector.viewport(), QPoint(x, 300))
    assert len(projector.laser._spots) == 4
    projector.laser._fading.setInterval(1)
    qtbot.waitUntil(lambda: len(projector.laser._spots) == 1)


def test_the_mouse_changes_nothing(qtbot, session, projector):
    before = session.journey
    spot = projector.mapFromScene(cell_rect(projector.sheet, "do", "s1").x + 20, 200)
    qtbot.mouseDClick(projector.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.keyClicks(projector, "xyz")

    assert session.journey is before
    assert session.selection == ()


def test_it_starts_where_the_editor_is(project, journey, look):
    session = Session(journey)
    session.select(("a3",))
    assert project(session, look).stop.element == "buy"


def test_it_starts_in_the_cell_that_the_cursor_is_in(project, journey, look):
    session = Session(journey)
    session.put_cursor("pain", "s4")
    assert project(session, look).stop.element == "buy"


def test_it_follows_the_editor_only_when_asked_to(qapp, qtbot, session, projector, press):
    session.select(("a3",))
    qapp.processEvents()
    assert projector.stop.element == "find"

    press(K.Key_F)
    assert projector.stop.element == "buy"
    session.select(("a1",))
    qtbot.waitUntil(lambda: projector.stop.element == "find")


def test_the_line_says_where_it_is_and_goes(qtbot, projector, press):
    press(K.Key_T, K.Key_End)
    said = projector.status.accessibleName()

    assert "Buying a bicycle  ·  Step 4 of 4: Pay" in said
    assert said.endswith("F1: keys")
    projector.status._ending.setInterval(1)
    press(K.Key_Home)
    qtbot.waitUntil(projector.status.isHidden)
    press(K.Key_I)
    qtbot.waitUntil(lambda: not projector.status._ending.isActive())
    assert projector.status.isVisible()


@pytest.mark.parametrize("key", [K.Key_F1, K.Key_Question])
def test_the_keys_are_shown_and_put_away(projector, press, key):
    press(key)
    assert projector.keys.isVisible()
    assert projector.rect().contains(projector.keys.geometry())

    press(K.Key_Escape)
    assert projector.keys.isHidden()


def test_the_keys_fit_on_a_small_projector_in_every_language(projector, press):
    projector.resize(1024, 600)
    set_interface_language("id")
    press(K.Key_F1)

    assert projector.rect().contains(projector.keys.geometry())
