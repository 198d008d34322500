import pytest
from canvas.drops import drag_in, drop, mime
from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.gestures.palette import CARD_TYPE, LANE_TYPE

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the events' makers


def test_a_card_type_dropped_in_a_cell_becomes_a_card(hands, session):
    content = mime(CARD_TYPE, b'{"kind": "pain"}')

    assert drop(hands, content, hands.spot(("do", "s2")))

    (card,) = session.journey.cell("do", "s2")
    assert card.kind == "pain"
    assert session.selection == (card.id,)
    assert session.undo_stack.count() == 1


def test_the_line_says_where_the_card_will_land(hands, session, view):
    content = mime(CARD_TYPE, b'{"kind": "pain"}')
    above = hands.spot("a1", dy=2)
    drag_in(hands, content, above)
    start, _end = view.preview.insertion.line

    assert start.y() < view.rect_of("a1").y
    drop(hands, content, above)
    assert session.journey.cell("do", "s1")[0].kind == "pain"


def test_a_lane_dropped_between_lanes_becomes_one(hands, session):
    content = mime(LANE_TYPE, b'{"kind": "emotion"}')

    assert drop(hands, content, hands.spot(("pain", "s1"), dy=4))

    kinds = [lane.kind for lane in session.journey.ordered_lanes]
    assert kinds == ["cards", "emotion", "cards", "emotion"]
    assert session.undo_stack.count() == 1


def test_no_card_is_dropped_where_none_can_be(hands, session):
    content = mime(CARD_TYPE, b'{"kind": "pain"}')

    assert not drag_in(hands, content, hands.spot(("feel", "s2")))
    assert not drop(hands, content, hands.spot(("feel", "s2")))
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("media", "content"),
    [
        (CARD_TYPE, b"not json"),
        (CARD_TYPE, b'{"kind": "dragon"}'),
        (CARD_TYPE, b'{"kind": 7}'),
        (CARD_TYPE, b'{"kind": "pain", "and": "more"}'),
        (CARD_TYPE, b'{"kind": "pain"}' + b" " * 1_000_000),
        (LANE_TYPE, b'{"kind": "pain"}'),
        ("application/x-qabstractitemmodeldatalist", b"\x80\x04\x95pickle"),
        ("text/plain", b'{"kind": "pain"}'),
    ],
)
def test_nothing_foreign_is_taken(hands, session, media, content):
    assert not drop(hands, mime(media, content), hands.spot(("do", "s2")))
    assert session.undo_stack.count() == 0


def test_leaving_takes_the_line_away(hands, view):
    drag_in(hands, mime(CARD_TYPE, b'{"kind": "pain"}'), hands.spot("a1"))
    QApplication.sendEvent(hands.viewport, QDragLeaveEvent())

    assert not any(piece.isVisible() for piece in view.preview.pieces)


def test_dragging_to_the_edge_scrolls_the_map(hands, view, qtbot):
    view.zoom_to(3)
    before = view.scrolled
    corner = view.viewport().rect().bottomRight() - QPoint(4, 4)

    drag_in(hands, mime(CARD_TYPE, b'{"kind": "pain"}'), corner)
    qtbot.waitUntil(lambda: view.scrolled.x() > before.x() + 20)
    QApplication.sendEvent(hands.viewport, QDragLeaveEvent())

    with qtbot.assertNotEmitted(view.horizontalScrollBar().valueChanged, wait=50):
        pass
