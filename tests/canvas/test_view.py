import sys

import pytest
from maps import full_map
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QGraphicsView

from cjeditor.canvas.chrome import DARK, LIGHT
from cjeditor.display import theme
from cjeditor.display.shapes import TextLine
from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import Delete, SetField
from cjeditor.kinds.look import Look

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def scene_point(view, spot):
    return view.viewportTransform().inverted()[0].map(QPointF(spot))


@pytest.mark.parametrize("turned", [120, -120, 480, 15])
@pytest.mark.parametrize("spot", [QPoint(333, 222), QPoint(3, 3), QPoint(990, 690)])
def test_ctrl_wheel_zooms_at_the_pointer(hands, view, turned, spot):
    before = scene_point(view, spot)
    hands.wheel(spot, turned, CONTROL)
    after = scene_point(view, spot)

    assert view.zoom != 1
    assert (after - before).manhattanLength() * view.zoom <= 1.01  # half a pixel each way


def test_the_wheel_scrolls_down_and_with_shift_sideways(hands, view):
    before = view.scrolled
    hands.wheel(QPoint(300, 300), -120)
    down = view.scrolled - before
    hands.wheel(QPoint(300, 300), -120, SHIFT)
    right = view.scrolled - before - down

    assert down.y() > 0 == down.x()
    assert right.x() > 0 == right.y()


@pytest.mark.parametrize("button", ["space", "middle"])
def test_the_map_is_panned_by_hand(hands, view, session, button):
    before = view.scrolled
    mouse = Qt.MouseButton.MiddleButton if button == "middle" else Qt.MouseButton.LeftButton
    if button == "space":
        hands.qtbot.keyPress(view, Qt.Key.Key_Space)
    hands.press(QPoint(300, 300), button=mouse)
    hands.move(QPoint(250, 280))
    hands.release(QPoint(200, 260), button=mouse)
    hands.qtbot.keyRelease(view, Qt.Key.Key_Space)

    assert view.scrolled - before == QPointF(100, 40)
    assert session.selection == ()


def test_escape_gives_panning_up(hands, view):
    before = view.scrolled
    hands.press(QPoint(300, 300), button=Qt.MouseButton.MiddleButton)
    hands.move(QPoint(200, 260))
    hands.key(Qt.Key.Key_Escape)

    assert view.scrolled == before


def test_fit_shows_the_whole_map_and_says_the_zoom(view, qtbot):
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.fit()

    sheet = view.viewportTransform().mapRect(QRectF(0, 0, view.sheet.width, view.sheet.height))
    assert QRectF(view.viewport().rect()).contains(sheet)
    assert told.args == [view.zoom]


def test_a_selection_is_fitted(hands, view):
    hands.click("a3")
    view.zoom_to(0.3)
    view.fit_selection()
    spot = view.viewportTransform().mapRect(QRectF(*view.rect_of("a3")))

    assert view.zoom > 1
    assert QRectF(view.viewport().rect()).contains(spot)


def test_heads_and_lane_titles_stay_in_view(view):
    view.resize(500, 300)
    view.scroll_to(QPointF(200, 200))

    corner = view.viewportTransform().map(QPointF(0, 0))
    head = view.viewportTransform().map(QPointF(0, view.rect_of("find").y))
    title = view.viewportTransform().map(QPointF(view.rect_of("pain").x, 0))
    assert (corner.x(), corner.y()) == (-200, -200)
    assert head.y() == 0
    assert title.x() == pytest.approx(16, abs=1)


def test_what_sticks_is_hit_where_it_is_seen(hands, session, view):
    view.resize(500, 300)
    view.scroll_to(QPointF(200, 200))

    hands.click("buy")
    stage = session.selection
    hands.click(QPoint(60, hands.spot("feel").y()))

    assert stage == ("buy",)
    assert session.selection == ("feel",)


def test_back_at_the_top_heads_stand_in_their_place(view):
    view.scroll_to(QPointF(200, 200))
    view.scroll_to(QPointF(-20, -20))

    assert view.paper.stuck == (0, 0)
    assert view.rect_of("find").y == view.sheet.head


def test_an_edit_repaints_only_its_cell(session, view, qtbot):
    painted = _Painted()
    view.viewport().installEventFilter(painted)
    session.do(SetField(("a3",), "text", "Drive"))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    painted.region = QRegion()
    session.do(SetField(("a3",), "text", "Ride"))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())

    cell = view.viewportTransform().mapRect(QRectF(*view.rect_of("a3").grown(10)))
    assert cell.contains(QRectF(painted.region.boundingRect()))


class _Painted(QObject):
    """Gathers where a widget is painted."""

    def __init__(self):
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def test_an_edit_takes_the_other_lanes_over(session, view):
    before = view.sheet.lane_of
    session.do(SetField(("a3",), "text", "Ride"))

    assert view.sheet.lane_of["pain"] is before["pain"]
    assert view.sheet.lane_of["do"] is not before["do"]


def test_undo_and_redo_are_seen(session, view):
    session.do(AddCard("pain", "s4", "pain", "Slow", card_id="new"))
    added = view.rect_of("new")
    session.undo_stack.undo()
    undone = view.rect_of("new")
    session.undo_stack.redo()

    assert added is not None
    assert undone is None
    assert view.rect_of("new") == added


def test_deleted_lanes_leave_the_scene(session, view):
    items = len(view.scene().items())
    session.do(Delete(("pain",)))

    assert len(view.scene().items()) == items - 1


def test_another_document_takes_the_place_of_the_first(session, view):
    session.show(full_map())

    assert view.rect_of("a1") is not None
    assert view.rect_of("p1").x > view.sheet.left
    assert view.session.selection == ()


def test_light_and_dark(view, hands, look):
    light = hands.colour(-18, 5)
    view.set_look(Look(theme.DARK, look.words))

    assert light == LIGHT.desk
    assert hands.colour(-18, 5) == DARK.desk
    assert hands.colour(4, 4) == theme.DARK.sheet


def test_only_what_changed_is_updated_never_the_whole_view(view):
    mode = QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate

    assert view.viewportUpdateMode() == mode


def test_every_part_shows_at_every_zoom(view, session):
    session.show(full_map())
    pictures = []
    for zoom in (4, 1, 0.45, 0.44, 0.12, 0.11, 0.02):
        view.zoom_to(zoom)
        view.scroll_to(QPointF(150, 150) * zoom)
        image = view.grab().toImage()
        pictures.append({image.pixel(x, y) for x in range(200) for y in range(0, 200, 2)})

    assert all(len(colours) > 1 for colours in pictures)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is never freed there")
def test_qt_calls_keep_their_references_to_none():
    from PySide6.QtGui import QImage, QPainter, QTransform

    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(1_000):
        painter.setTransform(QTransform())
        painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    after = sys.getrefcount(None), sys.getrefcount(True)
    painter.end()

    assert all(abs(now - then) < 100 for now, then in zip(after, before, strict=True))


def test_a_map_begins_at_its_beginning_however_the_window_is_resized(view):
    view.resize(300, 200)
    view.go_home()
    view.resize(900, 700)

    assert view.mapToScene(0, 0).x() < 0 < view.mapToScene(40, 40).x()
    assert view.zoom <= 1


def test_a_view_that_was_moved_stays_where_it_is(view):
    view.resize(300, 200)
    view.go_home()
    view.pan(50, 40)
    corner = view.mapToScene(0, 0)
    view.resize(400, 300)

    assert view.mapToScene(0, 0) == corner


def test_the_title_of_a_stage_that_is_cut_off_at_the_left_stays_in_view(view, session):
    view.do(SetField(("find",), "title", "Finding out"))
    block = view.block_of("find")
    view.scroll_to(QPointF(block.x - view.sheet.left + block.drawing.width / 3, -20))
    seen = view.mapToScene(0, 0).x() + view.sheet.left

    starts = [s.x for s in view.block_of("find").drawing.shapes if isinstance(s, TextLine)]

    assert block.x + min(starts) >= seen
    view.scroll_to(QPointF(-20, -20))
    assert view.block_of("find").drawing is block.drawing


def test_the_title_of_a_stage_never_leaves_its_chevron(view):
    block = view.block_of("find")
    view.scroll_to(QPointF(block.rect.right - view.sheet.left - 5, -20))

    texts = [s for s in view.block_of("find").drawing.shapes if isinstance(s, TextLine)]

    assert max(s.x + s.line.width for s in texts) <= block.drawing.width
