"""What is written or dragged in the editor is seen on the projector before it is done."""

import pytest
from PySide6.QtCore import Qt

from cjeditor.display.shapes import TextLine
from cjeditor.edits.records import SetField

K = Qt.Key


@pytest.fixture
def said(qtbot, session, projector):
    """Return what the projector shows of an element, all lines of it, once it has caught up."""

    def said(element):
        qtbot.waitUntil(lambda: projector.sheet.journey is session.shown)
        block = projector.block_of(element)
        if block is None:
            return None
        shapes = block.drawing.shapes
        return " ".join(each.line.text.strip() for each in shapes if isinstance(each, TextLine))

    return said


def test_a_card_is_seen_while_it_is_written(hands, session, said):
    hands.double_click("a1")
    hands.type(", twic")
    assert said("a1") == "Ask friends, twic"
    hands.type("e")

    assert said("a1") == "Ask friends, twice"
    assert session.journey.cards["a1"].text == "Ask friends"
    assert session.undo_stack.count() == 0


def test_a_new_card_is_seen_from_its_first_letter_on(hands, session, view, said):
    hands.click(("pain", "s4"))
    hands.type("N")
    hands.type("o")
    card = view.writer.editor.place.element

    assert said(card) == "No"
    assert card not in session.journey.cards
    hands.end_writing(K.Key_Return)
    assert said(card) == "No"
    assert card in session.journey.cards


def test_a_new_card_that_is_left_empty_is_gone_again(hands, session, view, said):
    hands.click(("pain", "s4"))
    hands.type("N")
    card = view.writer.editor.place.element
    assert said(card) == "N"
    hands.end_writing(K.Key_Backspace)
    hands.end_writing(K.Key_Escape)

    assert said(card) is None
    assert session.shown is session.journey


@pytest.mark.parametrize("element", ["find", "s1", "do", "small"])
def test_titles_are_seen_while_they_are_written(hands, session, view, said, element):
    view.writer.write(element, "New")
    hands.type("er")

    assert said(element) == "Newer"
    assert session.undo_stack.count() == 0


def test_what_is_said_at_a_point_is_seen_while_it_is_written(hands, projector, view, said):
    view.writer.write("e1")
    hands.type("Wow")
    said("e1")

    lines = [
        shape.line.text
        for block in projector.sheet.lane_of["feel"].band.blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]
    assert "“Wow”" in lines


def test_a_change_elsewhere_does_not_take_away_what_is_being_written(hands, session, said):
    hands.double_click("a1")
    hands.type("!")
    session.do(SetField(("a2",), "text", "Read"))

    assert said("a1") == "Ask friends!"
    assert said("a2") == "Read"


def test_what_was_written_is_seen_when_it_is_opened_meanwhile(hands, session, said, projector):
    hands.double_click("a1")
    hands.type("!")
    projector.set_look(projector.look)

    assert said("a1") == "Ask friends!"


def test_a_card_is_seen_where_it_would_land(hands, session, projector, said):
    before = projector.rect_of("a1")
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.move(("do", "s4"))
    said("a1")
    over = projector.rect_of("a1")
    hands.key(K.Key_Escape)
    said("a1")

    column = projector.sheet.column_of["s4"]
    assert column.x < over.x < column.x + column.width
    assert projector.rect_of("a1") == before
    assert session.undo_stack.count() == 0


def test_a_card_dropped_where_it_was_seen_stays_there(hands, projector, said):
    hands.press("a1")
    hands.move(("do", "s2"))
    hands.move(("do", "s4"))
    said("a1")
    over = projector.rect_of("a1")
    hands.release(("do", "s4"))
    said("a1")

    assert projector.rect_of("a1") == over


def test_a_feeling_is_seen_while_it_is_dragged(hands, projector, said, session):
    before = projector.rect_of("e1")
    spot = hands.spot("e1")
    hands.press("e1")
    hands.move(spot + spot.__class__(0, 20))
    hands.move(spot + spot.__class__(0, 40))
    said("e1")

    assert projector.rect_of("e1").y > before.y
    hands.release(spot + spot.__class__(0, 40))
    assert session.undo_stack.count() == 1
