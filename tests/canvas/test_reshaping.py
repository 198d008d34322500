"""The map is reshaped by hand: edges are dragged, places folded, hidden and locked."""

import pytest
from PySide6.QtCore import QPoint, Qt

from cjeditor.edits.cards import MoveCards, SpanCard
from cjeditor.edits.records import SetField
from cjeditor.edits.shown import SetLock, Show
from cjeditor.edits.stage_cuts import SplitStage

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def order(records):
    return [record.id for record in records]


def column_edge(view, step):
    """Return the scene point of the right edge of a step, in the middle of its head."""
    column = view.sheet.column_of[step]
    head = next(block for block in view.sheet.steps if block.element == step)
    return column.x + column.width, head.y + head.rect.height / 2


def lane_edge(view, lane):
    return 40.0, view.sheet.lane_of[lane].bottom


@pytest.fixture
def undone(session):
    """Check at the end that one step was done, and that it can be undone."""
    before = session.journey
    yield
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey is before


# --- widths and heights


@pytest.mark.usefixtures("undone")
def test_the_edge_of_a_step_makes_its_column_wider(hands, session, view):
    x, y = column_edge(view, "s1")

    hands.drag((x, y), (x + 60.0, y))

    assert session.journey.steps["s1"].width == 212
    assert view.sheet.column_of["s2"].x == view.sheet.left + 212
    assert session.selection == ()


@pytest.mark.usefixtures("undone")
def test_the_end_of_a_stage_makes_its_last_column_narrower(hands, session, view):
    block = next(block for block in view.sheet.stages if block.element == "find")

    hands.drag((block.rect.right, block.y + 4), (block.rect.right - 40.0, block.y + 4))

    assert session.journey.steps["s2"].width == 112


def test_while_an_edge_is_dragged_a_line_and_the_width_are_shown(hands, session, view):
    x, y = column_edge(view, "s1")

    hands.press((x, y))
    hands.move((x + 48.0, y))

    assert view.preview.insertion.isVisible()
    assert view.preview.value.text == "200 pt"
    hands.key(Qt.Key.Key_Escape)
    assert session.undo_stack.count() == 0
    assert not view.preview.insertion.isVisible()


def test_a_column_keeps_a_width_that_can_be_read(hands, session, view):
    x, y = column_edge(view, "s1")

    hands.drag((x, y), (x - 140.0, y))

    assert session.journey.steps["s1"].width == 80


def test_all_selected_columns_become_as_wide(hands, session, view):
    session.select(("s1", "s3"))
    x, y = column_edge(view, "s1")

    hands.drag((x, y), (x + 60.0, y))

    assert [session.journey.steps[step].width for step in ("s1", "s2", "s3")] == [212, None, 212]


def test_a_double_click_on_the_edge_gives_the_usual_width(hands, session, view):
    x, y = column_edge(view, "s1")
    hands.drag((x, y), (x + 60.0, y))

    hands.double_click(column_edge(view, "s1"))

    assert session.journey.steps["s1"].width is None
    assert not view.writer.is_writing


def test_a_double_click_on_the_edge_makes_room_for_a_long_word(hands, session, view):
    session.do(SetField(("a1",), "text", "Donaudampfschifffahrtsgesellschaft"))

    hands.double_click(column_edge(view, "s1"))

    assert 200 < session.journey.steps["s1"].width < 400


@pytest.mark.usefixtures("undone")
def test_the_lower_edge_of_a_lane_makes_it_higher(hands, session, view):
    x, y = lane_edge(view, "pain")
    before = view.sheet.lane_of["pain"].band.height

    hands.drag((x, y), (x, y + 80.0))

    assert view.sheet.lane_of["pain"].band.height == pytest.approx(before + 80, abs=4)


def test_a_double_click_on_a_lanes_edge_fits_it_to_its_content(hands, session, view):
    x, y = lane_edge(view, "pain")
    before = view.sheet.lane_of["pain"].band.height
    hands.drag((x, y), (x, y + 80.0))

    hands.double_click(lane_edge(view, "pain"))

    assert session.journey.lanes["pain"].height is None
    assert view.sheet.lane_of["pain"].band.height == before


def test_the_pointer_says_what_can_be_dragged(hands, view):
    shapes = []
    for place in (column_edge(view, "s1"), lane_edge(view, "do"), "a1"):
        hands.move(place)
        shapes.append(view.viewport().cursor().shape())

    cursors = Qt.CursorShape
    assert shapes == [cursors.SizeHorCursor, cursors.SizeVerCursor, cursors.ArrowCursor]


def test_keys_make_columns_wider_and_lanes_higher_as_one_step_each(session, view):
    session.select(("a3",))
    before = view.sheet.lane_of["do"].band.height

    for _ in range(3):
        view.reshaping.wider(1)
    view.reshaping.higher(1)

    assert session.journey.steps["s3"].width == 200
    assert view.sheet.lane_of["do"].band.height == pytest.approx(before + 16, abs=1)
    assert session.undo_stack.count() == 2


def test_a_lane_is_no_lower_than_its_content(session, view):
    session.select(("do",))
    before = view.sheet.lane_of["do"].band.height

    for _ in range(4):
        view.reshaping.higher(-1)

    assert view.sheet.lane_of["do"].band.height == before


def test_the_edge_of_a_lane_stays_below_its_content(hands, session, view):
    x, y = lane_edge(view, "do")
    hands.press((x, y))
    hands.move((x, y - 60.0))
    start, _end = view.preview.insertion.line

    hands.release((x, y - 60.0))

    assert start.y() == pytest.approx(y, abs=1)
    assert session.undo_stack.count() == 0


# --- copies of heads


@pytest.mark.parametrize(
    ("head", "end", "table", "expected"),
    [("find", "s4", "stages", ["Find", "Buy", "Find"]), ("do", "feel", "lanes", None)],
)
@pytest.mark.usefixtures("undone")
def test_a_drag_with_alt_copies(hands, session, head, end, table, expected):
    count = len(session.journey.cards)
    spot = hands.spot(end) + QPoint(60, 120)
    hands.press(head)
    hands.move(spot)
    hands.qtbot.keyPress(hands.view, Qt.Key.Key_Alt, ALT)
    hands.release(spot, ALT)

    titles = [record.title for record in getattr(session.journey, f"ordered_{table}")]
    assert titles == (expected or ["Actions", "Pain points", "Emotions", "Actions"])
    assert len(session.journey.cards) > count
    assert session.selection[0] not in ("find", "do")


def test_a_plus_at_the_pointer_says_that_copies_of_a_head_are_dragged(hands, view):
    spot = hands.spot("s4")
    hands.press("find")
    hands.move(spot)
    hands.qtbot.keyPress(hands.view, Qt.Key.Key_Alt, ALT)
    shown = view.viewport().cursor().shape()
    hands.key(Qt.Key.Key_Escape)
    hands.release(spot)

    assert shown == Qt.CursorShape.DragCopyCursor
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


# --- collapsed and hidden


def test_a_collapsed_lane_is_thin_and_opens_by_its_sign(hands, session, view):
    session.do(Show(("do",), "collapsed"))

    lane = view.sheet.lane_of["do"]
    assert lane.band.height < 40
    assert view.rect_of("a1") is None
    hands.click((lane.switch.x + 10.0, lane.y + lane.switch.y + 10.0))
    assert session.journey.lanes["do"].shown == "open"
    session.undo_stack.undo()
    assert session.journey.lanes["do"].shown == "collapsed"


def test_a_collapsed_stage_is_narrow_tells_how_much_it_has_and_opens(hands, session, view):
    session.do(Show(("find",), "collapsed"))

    stage = next(block for block in view.sheet.stages if block.element == "find")
    assert stage.rect.width < 70
    assert view.rect_of("p1") is None
    assert {lane.lane: lane.counts for lane in view.sheet.lanes} == {
        "do": (2,), "pain": (1,), "feel": (2,),
    }  # fmt: skip
    switch = view.sheet.switches[0].rect
    hands.click((switch.x + 8.0, switch.y + 8.0))
    assert session.journey.stages["find"].shown == "open"


def test_a_double_click_among_collapsed_cells_opens_them(hands, session, view):
    session.do(Show(("find",), "collapsed"))
    column = view.sheet.column_of["s2"]

    hands.double_click((column.x + 20.0, view.sheet.lane_of["pain"].y + 50.0))

    assert session.journey.stages["find"].shown == "open"


def test_what_is_hidden_is_not_drawn_and_is_shown_by_its_sign(hands, session, view):
    session.do(Show(("find",), "hidden"))
    session.do(Show(("do", "pain"), "hidden"))

    assert [block.element for block in view.sheet.stages] == ["buy"]
    assert [lane.lane for lane in view.sheet.lanes] == ["feel"]
    row = view.sheet.row_switches[0].rect
    hands.click((row.x + 10.0, row.y + 10.0))
    assert [lane.lane for lane in view.sheet.lanes] == ["do", "pain", "feel"]
    gap = view.sheet.switches[0].rect
    hands.click((gap.x + 10.0, gap.y + 10.0))
    assert session.journey.stages["find"].shown == "open"


def test_a_long_card_runs_over_a_collapsed_stage_and_ends_at_a_hidden_one(session, view):
    session.do(SpanCard("a1", "s1", "s4"))
    session.do(Show(("buy",), "hidden"))

    assert view.rect_of("a1").right == view.sheet.column_of["s2"].x + 152 - 6


def test_a_card_is_stretched_over_a_whole_collapsed_stage(hands, session, view):
    session.do(Show(("buy",), "collapsed"))
    card = view.rect_of("p1")
    column = view.sheet.column_of["s3"]

    hands.drag((card.right - 2, card.y + 9), (column.x + 30.0, card.y + 9))

    assert session.journey.cards["p1"].last_step == "s4"
    session.undo_stack.undo()
    assert session.journey.cards["p1"].last_step == "s2"


def test_the_number_of_a_collapsed_stage_stands_below_long_cards(session, view):
    session.do(SplitStage("s2", "Weigh", "weigh"))
    session.do(MoveCards(("a2",), "do", "s2"))
    session.do(SpanCard("a1", "s1", "s3"))
    session.do(Show(("weigh",), "collapsed"))

    lane = view.sheet.lane_of["do"]
    count = next(block for block in lane.band.ground if block.part == "count")
    long = lane.band.rect_of("a1")
    assert long.x < count.x < long.right
    assert long.bottom < count.y
    assert count.rect.bottom <= lane.band.height


def test_the_arrows_pass_what_is_hidden_and_stop_at_what_is_collapsed(hands, session):
    session.do(Show(("pain",), "hidden"))
    session.do(Show(("find",), "collapsed"))
    session.select(("a3",))
    session.put_cursor("do", "s3")

    hands.key(Qt.Key.Key_Left)
    assert session.selection == ("find",)
    hands.key(Qt.Key.Key_Right)
    assert session.selection == ("a3",)
    hands.key(Qt.Key.Key_Down)
    assert session.selection == ("e3",)


def test_the_arrows_keep_their_column_over_a_collapsed_lane(hands, session):
    session.do(Show(("pain",), "collapsed"))
    session.select(("a3",))
    session.put_cursor("do", "s3")

    hands.key(Qt.Key.Key_Down)
    assert session.selection == ("pain",)
    hands.key(Qt.Key.Key_Down)

    assert session.selection == ("e3",)


def test_going_to_something_hidden_opens_its_place(session, view):
    session.do(Show(("find", "pain"), "hidden"))
    session.select(("p1",))

    view.show_focus()

    assert view.rect_of("p1") is not None
    session.undo_stack.undo()
    assert view.rect_of("p1") is None


def test_a_new_card_for_a_hidden_lane_opens_it(hands, session, view):
    session.do(Show(("do", "pain"), "hidden"))
    view.adding.card("action")

    hands.type("Look")
    hands.end_writing(Qt.Key.Key_Return)

    assert any(card.text == "Look" for card in session.journey.cards.values())


def test_typing_where_the_cursor_was_left_opens_the_place(hands, session):
    session.put_cursor("do", "s4")
    session.do(Show(("do",), "hidden"))

    hands.type("L")
    hands.type("ook")
    hands.end_writing(Qt.Key.Key_Return)

    assert [card.text for card in session.journey.cell("do", "s4")] == ["Look"]


@pytest.mark.parametrize("shown", ["collapsed", "hidden"])
def test_fold_and_hide_from_the_selection(session, view, shown):
    session.select(("do", "find"))

    view.reshaping.fold() if shown == "collapsed" else view.reshaping.hide()

    assert session.journey.lanes["do"].shown == session.journey.stages["find"].shown == shown
    view.reshaping.show(view.reshaping.folded(), "open")
    assert view.reshaping.folded() == ()


def test_everything_hidden_can_be_shown_again(hands, session, view):
    session.do(Show(("find", "buy", "do", "pain", "feel"), "hidden"))

    hands.click((300.0, 300.0))
    hands.key(Qt.Key.Key_Down)
    view.reshaping.show(view.reshaping.folded(), "open")

    assert len(view.sheet.columns) == 4


def test_lanes_are_dragged_past_hidden_ones(hands, session, view):
    session.do(Show(("pain",), "hidden"))

    hands.drag("do", hands.spot("feel") + QPoint(0, 120))

    assert order(session.journey.ordered_lanes) == ["pain", "feel", "do"]


# --- locks


def test_a_locked_card_is_not_even_lifted(hands, session, view):
    session.do(SetLock(("do",), "all"))
    reasons = []
    view.refused.disconnect()
    view.refused.connect(reasons.append)

    hands.press("a1")
    hands.move(hands.spot(("do", "s2")))
    hands.move(hands.spot(("do", "s3")))

    assert not view.preview.lifted.isVisible()
    assert view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hands.release(("do", "s3"))
    assert len(reasons) == 1


def test_a_lock_is_seen_on_the_title(session, view):
    before = view.sheet.lane_of["do"].title.drawing.shapes

    session.do(SetLock(("do", "find"), "add only"))

    names = [getattr(shape, "name", "") for shape in view.sheet.lane_of["do"].title.drawing.shapes]
    assert "lock" in names
    assert len(names) > len(before)
    assert "lock" in [getattr(s, "name", "") for s in view.sheet.stages[0].drawing.shapes]


def test_the_lock_key_locks_the_selection_or_the_map(session, view):
    view.reshaping.toggle_lock()
    assert session.journey.scope.lock == "all"
    view.reshaping.toggle_lock()
    session.select(("do",))
    view.reshaping.toggle_lock()
    assert session.journey.lanes["do"].lock == "all"
    assert session.journey.scope.lock == "none"


def test_what_is_locked_can_be_collapsed(session):
    session.do(SetLock(("do",), "all"))

    session.do(Show(("do",), "collapsed"))

    assert session.journey.lanes["do"].shown == "collapsed"


# --- stages and steps


@pytest.mark.parametrize(("after", "expected"), [(False, 2), (True, 3)])
def test_a_step_is_inserted_beside_the_cards_and_written(hands, session, view, after, expected):
    session.select(("a3",))

    view.reshaping.insert_step(after=after)
    hands.type("Sit")
    hands.end_writing(Qt.Key.Key_Return)

    assert [step.title for step in session.journey.ordered_steps][expected] == "Sit"
    assert session.undo_stack.count() == 1


def test_a_stage_is_inserted_before(session, view):
    session.select(("buy",))

    view.reshaping.insert_stage(after=False)

    assert [stage.title for stage in session.journey.ordered_stages] == ["Find", "", "Buy"]


def test_a_step_is_split_with_the_selected_cards_and_joined_again(hands, session, view):
    session.select(("a2",))

    view.reshaping.split_step()
    hands.end_writing(Qt.Key.Key_Escape)
    new = session.journey.ordered_steps[1].id
    assert session.journey.cards["a2"].first_step == new
    session.select(("s1",))
    view.reshaping.join_steps()

    assert [card.id for card in session.journey.cell("do", "s1")] == ["a1", "a2"]


def test_a_stage_is_split_and_joined_again(hands, session, view):
    session.select(("s2",))

    view.reshaping.split_stage()
    hands.end_writing(Qt.Key.Key_Escape)
    assert len(session.journey.stages) == 3
    session.select(("find",))
    view.reshaping.join_stages()

    assert order(session.journey.steps_of["find"]) == ["s1", "s2"]
    assert session.selection == ("find",)
