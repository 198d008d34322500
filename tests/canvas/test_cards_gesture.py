import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def cell(session, lane, step):
    return [card.id for card in session.journey.cell(lane, step)]


def test_a_card_dropped_in_another_cell_lands_there_as_one_undo_step(hands, session):
    before = session.journey

    hands.drag("a1", ("do", "s2"))

    assert cell(session, "do", "s2") == ["a1"]
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey is before


def test_a_card_dropped_below_another_of_its_cell_comes_after_it(hands, session):
    hands.drag("a1", hands.spot("a2") + QPoint(0, 12))

    assert cell(session, "do", "s1") == ["a2", "a1"]


def test_a_card_lands_where_the_insertion_line_was(hands, session, view):
    hands.press("p1")
    hands.move(hands.spot("p1") + QPoint(20, -10))
    hands.move(hands.spot("a1") - QPoint(0, 10))
    start, _end = view.preview.insertion.line

    assert start.y() < view.rect_of("a1").y
    assert view.preview.insertion.isVisible()
    hands.release(hands.spot("a1") - QPoint(0, 10))
    assert cell(session, "do", "s1") == ["p1", "a1", "a2"]


def test_all_selected_cards_are_dragged_together(hands, session):
    hands.click("a1")
    hands.click("a3", CONTROL)

    hands.drag("a1", ("pain", "s4"))

    assert cell(session, "pain", "s4") == ["a1", "a3"]
    assert session.undo_stack.count() == 1


def test_escape_gives_a_drag_up(hands, session, view):
    before = session.journey
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.key(Qt.Key.Key_Escape)
    hands.release(("do", "s2"))

    assert session.journey is before
    assert not any(piece.isVisible() for piece in view.preview.pieces)


def test_a_card_dropped_beside_the_cells_stays(hands, session):
    before = session.journey

    hands.drag("a1", QPoint(800, 650))

    assert session.journey is before
    assert session.undo_stack.count() == 0


def test_a_card_dropped_on_its_own_place_is_no_undo_step(hands, session):
    hands.drag("a1", hands.spot("a1") + QPoint(15, 2))

    assert session.undo_stack.count() == 0


def test_a_lane_without_cards_takes_none(hands, session):
    hands.drag("a1", ("feel", "s2"))

    assert session.undo_stack.count() == 0


def test_while_dragged_a_card_leaves_a_dashed_place_and_tints_its_target(hands, view):
    hands.press("a1")
    hands.move(("do", "s2"))
    rect = view.rect_of("a1")
    cell = ("do", "s2")

    assert hands.colour(rect.x + rect.width / 2, rect.y + rect.height / 2) == "#ffffff"
    assert view.preview.tint.isVisible()
    assert view.preview.lifted.pos().x() == pytest.approx(
        hands.spot(cell).x() - hands.spot("a1").x(), abs=1
    )


def test_the_right_end_of_a_card_drags_its_span(hands, session, view):
    rect = view.rect_of("a1")

    hands.drag((rect.right - 2, rect.y + 8), ("do", "s3"))

    assert session.journey.cards["a1"].last_step == "s3"
    assert session.undo_stack.count() == 1


def test_a_span_given_up_is_drawn_as_before(hands, session, view):
    rect = view.rect_of("a1")
    hands.press((rect.right - 2, rect.y + 8))
    hands.move(("do", "s3"))
    grown = view.rect_of("a1").width
    hands.key(Qt.Key.Key_Escape)

    assert grown > 2 * rect.width
    assert view.rect_of("a1") == rect
    assert session.undo_stack.count() == 0


def test_a_drag_at_the_edge_scrolls_the_map(hands, view, qtbot):
    hands.press("a1")
    hands.move("a2")
    before = view.scrolled
    hands.move(QPoint(995, 300))

    qtbot.waitUntil(lambda: view.scrolled.x() > before.x() + 20)
    hands.key(Qt.Key.Key_Escape)


def test_alt_at_the_end_of_a_drag_copies_the_card_as_one_undo_step(hands, session):
    before = session.journey
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.release(("do", "s2"), ALT)

    (copy,) = cell(session, "do", "s2")
    assert cell(session, "do", "s1") == ["a1", "a2"]
    assert session.journey.cards[copy].text == session.journey.cards["a1"].text
    assert session.selection == (copy,)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey is before


def test_all_selected_cards_are_copied_together_to_where_the_line_is(hands, session):
    hands.click("a1")
    hands.click("a3", CONTROL)
    hands.press("a1")
    hands.move("a2")
    spot = hands.spot("a2") + QPoint(0, 12)
    hands.release(spot, ALT)

    texts = [card.text for card in session.journey.cell("do", "s1")]
    known = session.journey.cards
    assert texts == [known[each].text for each in ("a1", "a2", "a1", "a3")]


def test_while_alt_is_held_the_old_card_stays_in_sight(hands, session, view):
    hands.press("a1")
    hands.move(("do", "s2"))
    assert view.preview.places.isVisible()

    hands.qtbot.keyPress(view, Qt.Key.Key_Alt)
    assert not view.preview.places.isVisible()
    assert view.preview.lifted.pos() != QPointF()

    hands.qtbot.keyRelease(view, Qt.Key.Key_Alt)
    assert view.preview.places.isVisible()
    hands.release(("do", "s2"))
    assert cell(session, "do", "s2") == ["a1"]


@pytest.mark.parametrize(
    ("key", "lane", "step"),
    [(Qt.Key.Key_Right, "do", "s2"), (Qt.Key.Key_Down, "pain", "s1")],
)
def test_alt_with_an_arrow_moves_the_card_without_a_mouse(hands, session, key, lane, step):
    hands.click("a2")

    hands.key(key, ALT)

    assert "a2" in cell(session, lane, step)
    assert session.undo_stack.count() == 1


def test_alt_up_reorders_within_the_cell(hands, session):
    hands.click("a2")

    hands.key(Qt.Key.Key_Up, ALT)

    assert cell(session, "do", "s1") == ["a2", "a1"]


def test_a_plus_at_the_pointer_says_that_copies_are_dragged(hands, view):
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.qtbot.keyPress(view, Qt.Key.Key_Alt)
    shown = view.viewport().cursor().shape()
    hands.key(Qt.Key.Key_Escape)
    hands.release(("do", "s2"))

    assert shown == Qt.CursorShape.DragCopyCursor
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
