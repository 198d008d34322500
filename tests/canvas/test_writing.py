import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from cjeditor.display.shapes import TextLine
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.map import TABLES, Map

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("start", ["double click", "F2", "Return"])
def test_a_card_is_written_in_place_as_one_undo_step(hands, session, view, start):
    if start == "double click":
        hands.double_click("a1")
    else:
        hands.click("a1")
        hands.key(getattr(Qt.Key, f"Key_{start}"))
    hands.type(" and family")
    hands.end_writing(Qt.Key.Key_Return, CONTROL)

    assert session.journey.cards["a1"].text == "Ask friends and family"
    assert session.undo_stack.count() == 1
    assert not view.writer.is_writing
    session.undo_stack.undo()
    assert session.journey.cards["a1"].text == "Ask friends"


def test_typing_on_a_card_goes_on_with_its_text(hands, session):
    hands.click("a1")
    hands.key(Qt.Key.Key_S)
    hands.type("!")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.cards["a1"].text == "Ask friendss!"


def test_typing_in_an_empty_cell_begins_a_card_of_the_lanes_kind(hands, session):
    hands.click(("pain", "s4"))
    hands.type("N")
    hands.type("o card reader")
    hands.end_writing(Qt.Key.Key_Return)

    (card,) = session.journey.cell("pain", "s4")
    assert (card.kind, card.text) == ("pain", "No card reader")
    assert session.selection == (card.id,)
    assert session.undo_stack.count() == 1


def test_an_empty_new_card_is_not_added(hands, session):
    hands.double_click(("pain", "s4"))
    hands.end_writing(Qt.Key.Key_Return)

    assert session.undo_stack.count() == 0


def test_escape_keeps_what_was_written_and_undo_takes_it_back(hands, session, view):
    hands.double_click("a1")
    hands.type(", twice")
    hands.end_writing(Qt.Key.Key_Escape)

    assert session.journey.cards["a1"].text == "Ask friends, twice"
    assert view.hasFocus()
    assert not view.writer.is_writing
    session.undo_stack.undo()
    assert session.journey.cards["a1"].text == "Ask friends"


def test_a_click_elsewhere_keeps_what_was_written(hands, session):
    hands.double_click("a1")
    hands.type("?")
    hands.click("a3")

    assert session.journey.cards["a1"].text == "Ask friends?"
    assert session.selection == ("a3",)


def test_leaving_the_window_for_another_keeps_the_field_open(hands, view):
    hands.double_click("a1")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(view.writer.editor, away)

    assert view.writer.is_writing


def test_shift_enter_makes_a_new_line_in_a_card(hands, session):
    hands.double_click("a1")
    hands.end_writing(Qt.Key.Key_Return, SHIFT)
    hands.type("twice")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.cards["a1"].text == "Ask friends\ntwice"


@pytest.mark.parametrize(
    ("element", "table"), [("find", "stages"), ("s2", "steps"), ("do", "lanes")]
)
def test_heads_are_renamed_in_place(hands, session, element, table):
    hands.double_click(element)
    hands.type("New name")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.table(table)[element].title == "New name"
    assert session.undo_stack.count() == 1


def test_the_map_is_renamed_in_place(hands, session):
    hands.double_click((60.0, 30.0))
    hands.type("Buying a boat")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.scope.title == "Buying a boat"


def test_tab_writes_on_in_the_next_step_and_shift_tab_goes_back(hands, session, view):
    hands.double_click("a1")
    hands.end_writing(Qt.Key.Key_Tab)
    hands.type("Look around")
    hands.end_writing(Qt.Key.Key_Tab)
    third = view.writer.editor.place.element
    hands.end_writing(Qt.Key.Key_Backtab)

    assert third == "a3"
    assert [card.text for card in session.journey.cell("do", "s2")] == ["Look around"]
    assert view.writer.editor.place.before == "Look around"


def test_tab_in_a_step_goes_to_the_next_step(hands, view):
    hands.double_click("s1")
    hands.end_writing(Qt.Key.Key_Tab)

    assert view.writer.editor.place.element == "s2"


def test_markup_is_only_text(hands, session, view):
    view.start_writing("a1")
    view.writer.editor.selectAll()
    view.writer.editor.write("<b>&amp;</b><img src=x>")
    shown = view.writer.editor.toPlainText()
    hands.end_writing(Qt.Key.Key_Return)

    assert shown == session.journey.cards["a1"].text == "<b>&amp;</b><img src=x>"


def test_the_field_lies_over_the_card_at_every_zoom_and_grows(hands, view):
    view.zoom_to(2)
    view.start_writing("a1")
    field, card = view.writer.editor, hands.spot("a1")
    height = field.height()
    inside = field.geometry().contains(card)
    hands.type(" and then some more words than fit into it, many more of them")

    assert inside
    assert field.height() > height
    assert field.font().pointSizeF() == pytest.approx(2 * 12.5 * 72 / field.logicalDpiY(), rel=0.01)


def test_from_afar_the_field_stays_readable(view):
    view.zoom_to(0.2)
    view.start_writing("a1")

    pixels = view.writer.editor.font().pointSizeF() * view.writer.editor.logicalDpiY() / 72
    assert pixels >= 9


def test_the_field_moves_along_when_the_map_scrolls(view):
    view.start_writing("a1")
    before = view.writer.editor.pos()
    view.pan(30, 10)

    moved = before - view.writer.editor.pos()
    assert (moved.x(), moved.y()) == (30, 10)


def test_the_field_stays_over_a_title_that_is_kept_in_view(view):
    def off() -> float:
        """Return how far the field begins left of the title that is drawn."""
        block = view.block_of("find")
        title = next(each for each in block.drawing.shapes if isinstance(each, TextLine))
        at = view.viewportTransform().map(QPointF(block.x + title.x, block.y))
        return at.x() - view.writer.editor.x()

    view.zoom_to(2)
    view.start_writing("find")
    before, drawn = off(), view.block_of("find").drawing
    view.pan(60, 250)

    assert view.block_of("find").drawing != drawn, "the title goes along inside of its head"
    assert off() == pytest.approx(before, abs=1)
    assert view.paper.stuck[1] > 0


def test_the_field_closes_when_its_card_is_gone(session, view):
    view.start_writing("a1")
    session.do(Delete(("a1",)))

    assert not view.writer.is_writing


def test_a_new_stage_and_its_name_are_one_undo_step(hands, session, view):
    hands.click("find")
    view.adding.stage()
    hands.type("Decide")
    hands.end_writing(Qt.Key.Key_Return)

    titles = [stage.title for stage in session.journey.ordered_stages]
    assert titles == ["Find", "Decide", "Buy"]
    assert session.undo_stack.count() == 1


def test_a_new_stage_is_written_in_the_ink_of_the_others(hands, view):
    hands.double_click("find")
    ink = view.writer.editor.place.ink
    view.adding.stage()

    assert view.writer.editor.place.before == ""
    assert view.writer.editor.place.ink == ink == "#ffffff"


@pytest.mark.parametrize("title", ["Pay", ""])
def test_the_title_of_a_moment_of_truth_is_written_on_the_sheet(session, view, title):
    session.do(SetField(("s2",), "title", title))
    session.do(SetField(("s2",), "moment_of_truth", True))
    view.start_writing("s2")
    place, theme = view.writer.editor.place, view.sheet.look.theme

    assert (place.ground, place.ink) == (theme.sheet, theme.ink)


def test_a_new_step_comes_after_the_selected_one(hands, session, view):
    hands.click("s1")
    view.adding.step()
    hands.type("Wonder")
    hands.end_writing(Qt.Key.Key_Return)

    assert [step.title for step in session.journey.steps_of["find"]] == [
        "Notice",
        "Wonder",
        "Compare",
    ]


def test_a_new_lane_comes_below_the_selected_one(hands, session, view):
    hands.click("do")
    view.adding.lane("cards", "thought")
    hands.type("Thoughts")
    hands.end_writing(Qt.Key.Key_Return)

    lanes = session.journey.ordered_lanes
    assert [lane.title for lane in lanes] == ["Actions", "Thoughts", "Pain points", "Emotions"]
    assert lanes[1].card == "thought"


def test_a_lane_that_keeps_its_own_name_gets_no_title(hands, session, view):
    view.adding.lane("emotion")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.ordered_lanes[-1].title == ""
    assert session.undo_stack.count() == 1


def test_a_new_card_is_written_after_the_selected_one(hands, session, view):
    hands.click("a1")
    view.adding.card()
    hands.type("Ask twice")
    hands.end_writing(Qt.Key.Key_Return)

    assert [card.text for card in session.journey.cell("do", "s1")] == [
        "Ask friends",
        "Ask twice",
        "Read reviews",
    ]


HOSTILE = [
    "<b>x</b> & <table><tr><td>" * 20,
    "=SUM(1)",
    "\x01\x07\x1b[31m \u202e\u2066 \ufeff",
    "x" * 5_000,
    "\u0645\u0631\u062d\u0628\u0627 42",
    "\u0928\u092e\u0938\u094d\u0924\u0947",
    "\uc548\ub155\ud558\uc138\uc694",
    "\U0001f469\u200d\U0001f373 \U0001f3f3\ufe0f\u200d\U0001f308",
    " two  spaces\nand lines ",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_a_text_that_is_only_looked_at_stays_as_it_is(hands, session, view, text):
    from cjeditor.edits.records import SetField

    session.do(SetField(("a1",), "text", text))
    view.start_writing("a1")
    view.grab()
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.cards["a1"].text == text
    assert session.undo_stack.count() == 1


@pytest.mark.parametrize("text", HOSTILE[:2] + HOSTILE[3:8], ids=lambda text: repr(text[:12]))
def test_any_text_is_kept_as_it_was_pasted(hands, session, view, text):
    view.start_writing("a1")
    view.writer.editor.selectAll()
    view.writer.editor.write(text)
    view.grab()
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.cards["a1"].text == text.strip()


def test_pasted_rich_text_is_pasted_plain(hands, session, view):
    from PySide6.QtCore import QMimeData

    mime = QMimeData()
    mime.setHtml("<b>bold</b> words")
    mime.setText("bold words")
    view.start_writing("a1")
    view.writer.editor.selectAll()
    view.writer.editor.insertFromMimeData(mime)
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.cards["a1"].text == "bold words"


def test_the_first_line_begins_where_it_is_drawn(view):
    view.start_writing("a1")
    field = view.writer.editor
    layout = field.document().firstBlock().layout()
    shown = field.viewport().mapTo(view.viewport(), layout.position().toPoint()).x()
    text = next(s for s in view.block_of("a1").drawing.shapes if hasattr(s, "baseline"))
    spot = view.viewportTransform().map(view.rect_of("a1").x + text.x, 0.0)

    assert shown + layout.lineAt(0).x() == pytest.approx(spot[0], abs=1)


def test_the_field_of_a_new_card_goes_with_its_lane(session, view):
    session.put_cursor("do", "s2")
    view.rename()
    view.writer.editor.setPlainText("Homeless")

    session.do(Delete(("do",)))

    assert not view.writer.is_writing


def test_the_field_of_a_new_card_goes_with_its_map(session, view, journey):
    session.put_cursor("do", "s2")
    view.rename()
    view.writer.editor.setPlainText("Homeless")

    tables = [journey.table(name).values() for name in TABLES]
    session.show(Map(id="other").put(*(record for table in tables for record in table)))

    assert not view.writer.is_writing
    assert session.undo_stack.count() == 0


class TestDrafts:
    """What is typed is told before it is an edit, so that it can be protected."""

    @pytest.fixture
    def drafts(self, view):
        view.writer.drafting._pause.setInterval(0)
        told = []
        view.writer.drafting.drafted.connect(told.append)
        return told

    @pytest.mark.parametrize("element", ["a1", "find", "s1", "do", "small"])
    def test_every_text_on_the_map_is_told(self, qtbot, hands, view, session, drafts, element):
        view.writer.write(element)
        hands.type("More")
        qtbot.waitUntil(lambda: bool(drafts) and _text(drafts[-1], element).endswith("More"))

        assert session.undo_stack.count() == 0
        hands.end_writing(Qt.Key.Key_Escape)
        assert _text(session.journey, element).endswith("More")

    def test_so_is_a_card_that_is_not_there_yet(self, qtbot, hands, view, session, drafts):
        hands.click(("pain", "s4"))
        hands.type("N")
        hands.type("o card reader")
        qtbot.waitUntil(lambda: bool(drafts) and len(drafts[-1].cell("pain", "s4")) == 1)

        view.writer.change_kind("question")
        qtbot.waitUntil(lambda: drafts[-1].cell("pain", "s4")[0].kind == "question")
        assert None not in drafts

    def test_an_edit_made_meanwhile_is_in_it(self, qtbot, hands, view, session, drafts):
        view.writer.write("a1")
        hands.type("More")
        qtbot.waitUntil(lambda: bool(drafts))
        session.do(SetField(("a2",), "text", "Meanwhile"))

        qtbot.waitUntil(lambda: drafts[-1].cards["a2"].text == "Meanwhile")
        assert drafts[-1].cards["a1"].text.endswith("More")

    def test_a_text_that_is_as_it_was_is_told_too(self, qtbot, hands, view, drafts):
        view.writer.write("a1")
        hands.type("M")
        qtbot.waitUntil(lambda: bool(drafts))
        hands.end_writing(Qt.Key.Key_Backspace)

        qtbot.waitUntil(lambda: drafts[-1] is None)


def _text(journey, element):
    if element == journey.id:
        return journey.scope.title
    record = journey.find(element)
    return getattr(record, "text", "") or getattr(record, "title", "")
