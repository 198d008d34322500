"""The page of the empathy maps with real keys and a real mouse."""

import pytest
from dialogs import on_dialog
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from cjeditor.canvas.chrome import chrome_for
from cjeditor.core.words import set_interface_language
from cjeditor.edits.records import SetField
from cjeditor.edits.shown import Show
from cjeditor.model.empathy import EmpathyNote
from cjeditor.tools.empathy.page import EmpathyPage
from cjeditor.tools.empathy.to_map import ToMapDialog

KEYS = Qt.Key


@pytest.fixture
def rina(session):
    """The first persona, with three notes."""
    persona = session.journey.ordered_personas[0].id
    notes = (("t1", "thinks"), ("f1", "feels"), ("h1", "hears"))
    session.show(
        session.journey.put(
            *(
                EmpathyNote(id=name, persona=persona, order=f"a{n}", field=field, text=name)
                for n, (name, field) in enumerate(notes)
            )
        )
    )
    return persona


@pytest.fixture
def page(session, rina, shown):
    made = EmpathyPage(session)
    made.say()
    shown(made)
    made.board.setFocus()
    return made


def texts(session, field):
    notes = sorted(session.journey.empathy_notes.values(), key=lambda note: note.order)
    return [note.text for note in notes if note.field == field]


def pixel(page, note):
    return page.board.at(page.board.sheet.rect_of(note)).center().toPoint()


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.board, key)


def type_(page, text):
    QTest.keyClicks(page.board.writing.editor, text)


def test_notes_are_written_one_after_the_other_by_keys_alone(page, session):
    session.select(("t1",))
    QTest.keyClicks(page.board, "F")
    type_(page, "irst")
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Return)
    type_(page, "Second")
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Tab)
    type_(page, "Heard")
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Escape)

    assert texts(session, "thinks") == ["t1", "First", "Second"]
    assert texts(session, "hears") == ["h1", "Heard"]
    assert page.board.hasFocus()
    session.undo_stack.undo()
    assert texts(session, "hears") == ["h1"]


def test_an_empty_note_is_none(page, session):
    session.select(("h1",))
    before = session.journey
    page.board.write_new()
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Escape)

    assert session.journey is before
    assert not session.is_trying_out


def test_a_note_is_written_again_with_f2(page, session):
    session.select(("h1",))
    press(page, KEYS.Key_F2)
    type_(page, " and more")
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Escape)

    assert texts(session, "hears") == ["h1 and more"]


def test_what_is_typed_is_seen_by_who_protects_it_and_saved_on_the_way(page, session, qtbot):
    page.board.write_new()
    with qtbot.waitSignal(page.drafted) as drafted:
        type_(page, "Half a th")
    page.take_over()
    type_(page, "ought")
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Escape)

    assert "Half" in "".join(note.text for note in drafted.args[0].empathy_notes.values())
    assert "Half a thought" in texts(session, "thinks")
    assert sum("Half" in text for text in texts(session, "thinks")) == 1


def test_others_see_what_is_being_typed_and_nothing_after_it_is_given_up(page, session):
    page.board.write_new()
    type_(page, "Half")

    assert "Half" in [note.text for note in session.shown.empathy_notes.values()]
    QTest.keyClick(page.board.writing.editor, KEYS.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.board.writing.editor, KEYS.Key_Backspace)
    assert session.shown is session.journey


def test_what_was_half_written_does_not_come_to_another_map(page, session):
    page.board.write_new()
    type_(page, "Half")
    another = session.journey.with_id("another")

    session.show(another)

    assert page.board.writing.editor is None
    assert session.journey is another
    assert not session.is_trying_out


def test_the_arrows_walk_over_notes_and_fields(page, session):
    session.select(("t1",))
    press(page, KEYS.Key_Right)
    assert session.selection == ("f1",)
    assert page.board.stop.note == "f1"
    press(page, KEYS.Key_Left, KEYS.Key_Left)
    assert session.selection == ("h1",)


def test_alt_and_arrows_move_a_note_on_and_over_the_end_of_its_field(page, session):
    session.select(("t1",))
    QTest.keyClick(page.board, KEYS.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [note for note, _ in page.board.sheet.areas[0].notes] == ["f1", "t1"]
    QTest.keyClick(page.board, KEYS.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert session.journey.empathy_notes["t1"].field == "hears"
    assert [note for note, _ in page.board.sheet.areas[1].notes] == ["t1", "h1"]
    assert session.selection == ("t1",)


def test_a_note_is_dragged_into_another_field(page, session):
    start, end = pixel(page, "t1"), pixel(page, "h1") - QPoint(60, 0)
    QTest.mousePress(page.board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.board, start + QPoint(30, 30))
    QTest.mouseMove(page.board, end)
    QTest.mouseRelease(page.board, Qt.MouseButton.LeftButton, pos=end)

    assert session.journey.empathy_notes["t1"].field == "hears"
    assert [note for note, _ in page.board.sheet.areas[1].notes] == ["t1", "h1"]
    session.undo_stack.undo()
    assert session.journey.empathy_notes["t1"].field == "thinks"


def test_a_line_says_where_a_dragged_note_would_come(page, session):
    start, end = pixel(page, "t1"), pixel(page, "h1") + QPoint(0, 120)
    still = page.board.grab().toImage()
    QTest.mousePress(page.board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.board, start + QPoint(30, 30))
    QTest.mouseMove(page.board, end)

    line = page.board.at(page.board._landing().line)
    at = line.topLeft().toPoint() + QPoint(0, 4)
    accent = QColor(chrome_for("light").accent)
    seen = page.board.grab().toImage()
    columns = [at + QPoint(dx, 0) for dx in (-1, 0, 1)]
    assert any(_like(seen.pixelColor(each), accent) for each in columns)
    assert not any(_like(still.pixelColor(each), accent) for each in columns)
    QTest.mouseRelease(page.board, Qt.MouseButton.LeftButton, pos=end)


def _like(one, other):
    return all(abs(a - b) < 40 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_escape_ends_a_drag_without_a_change(page, session):
    before, start = session.journey, pixel(page, "t1")
    QTest.mousePress(page.board, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.board, start + QPoint(-80, 200))
    press(page, KEYS.Key_Escape)
    QTest.mouseRelease(page.board, Qt.MouseButton.LeftButton, pos=start + QPoint(-80, 200))

    assert session.journey is before


def test_delete_takes_the_note_and_selects_the_next(page, session):
    session.select(("t1",))
    press(page, KEYS.Key_Delete)

    assert "t1" not in session.journey.empathy_notes
    assert session.selection == ("f1",)


def test_the_keyboard_turns_to_the_next_persona(page, session, rina):
    press(page, KEYS.Key_PageDown)
    other = session.journey.ordered_personas[1].id
    assert page.board.persona.id == other
    press(page, KEYS.Key_PageUp)
    assert page.board.persona.id == rina


def test_four_fields_keep_the_notes_of_others_elsewhere(page, session, rina):
    session.do(SetField((rina,), "empathy", "four"))

    labels = [place.area.label for place in page.board.sheet.areas]
    assert labels == ["Says", "Thinks", "Does", "Feels", "Elsewhere"]
    assert [note for note, _ in page.board.sheet.areas[-1].notes] == ["h1"]


def test_a_note_goes_to_the_cell_that_is_chosen(page, session):
    lane = next(each for each in session.journey.ordered_lanes if each.title == "Pain points")
    step = session.journey.ordered_steps[2].id
    session.select(("t1", "f1"))

    def choose(dialog):
        dialog.lane.setCurrentIndex(dialog.lane.findData(lane.id))
        dialog.step.setCurrentIndex(dialog.step.findData(step))
        dialog.accept()

    on_dialog(choose, kind=ToMapDialog)
    page.ask_cell()

    assert [session.journey.cards[each].kind for each in ("t1", "f1")] == ["pain", "pain"]
    assert session.journey.cards["t1"].first_step == step


def test_a_note_is_not_offered_a_cell_that_is_hidden(page, session):
    journey = session.journey
    stage, lane = journey.ordered_stages[0], journey.ordered_lanes[0]
    session.do(Show((stage.id, lane.id), "hidden"))

    dialog = ToMapDialog(page, session.journey, [session.journey.empathy_notes["t1"]], None)

    steps = {dialog.step.itemData(row) for row in range(dialog.step.count())}
    lanes = {dialog.lane.itemData(row) for row in range(dialog.lane.count())}
    assert steps == {each.id for each in journey.ordered_steps if each.stage != stage.id}
    assert lane.id not in lanes
    assert lanes


def test_everything_has_a_name_and_is_in_indonesian(page, session):
    set_interface_language("id")
    page.say()
    page.follow()

    assert page.accessibleName() == "Peta empati"
    assert page.board.accessibleName().startswith("Peta empati ")


def test_without_a_persona_the_page_offers_to_add_one(session, shown):
    session.show(session.journey.drop(list(session.journey.personas)))
    page = EmpathyPage(session)
    page.say()
    shown(page)

    page._empty.button.click()

    assert len(session.journey.personas) == 1
    assert page.board.isVisible()
