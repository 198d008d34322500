"""The inspector shows what is selected, and what is typed into it is on the map."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from cjeditor.core.words import tr
from cjeditor.edits.evidence import AddEvidence
from cjeditor.edits.records import SetField
from cjeditor.panels.chips import Chip
from cjeditor.panels.choice_fields import ChoiceBox, ChoiceEditor
from cjeditor.panels.fields import Field
from cjeditor.panels.form import Form
from cjeditor.panels.inspector import PATIENCE, Inspector
from cjeditor.panels.options import Option
from cjeditor.panels.pages import Page
from cjeditor.panels.picture import PicturePart
from cjeditor.panels.rows import Row, RowButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PAIN = "pains-pay"


@pytest.fixture
def inspector(session, shown):
    return shown(Inspector(session))


def seen(panel, kind):
    """Return the controls of the page in front; those of others are kept for later."""
    page = next(each for each in panel.findChildren(Page) if each.isVisibleTo(panel))
    return page.findChildren(kind)


def named(panel, kind, name):
    return next(each for each in seen(panel, kind) if each.accessibleName() == name)


def test_typing_changes_the_card_in_one_step(qtbot, session, inspector):
    session.select([PAIN])
    field = named(inspector, QPlainTextEdit, "Text")
    field.selectAll()

    qtbot.keyClicks(field, "It fails")

    assert session.journey.cards[PAIN].text == "It fails"
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert field.toPlainText() == "Payment fails without an explanation"


def test_undo_in_a_field_is_left_to_the_map(qtbot, session, inspector):
    session.select([PAIN])
    field = named(inspector, QLineEdit, "Owner")

    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "X")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == session.journey.cards[PAIN].owner == "PaymentsX"


@pytest.mark.parametrize(("number", "severity"), [(2, 2), (5, None)])
def test_a_rating_is_set_and_taken_away(qtbot, session, inspector, number, severity):
    session.select([PAIN])

    button = named(inspector, QToolButton, f"Severity: {number} of 5")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert session.journey.cards[PAIN].severity == severity


def test_another_kind_converts_the_card_and_keeps_the_keyboard(qtbot, session, inspector):
    session.select([PAIN])
    box = named(inspector, ChoiceBox, "Kind")
    box.setFocus()

    pick(box, "opportunity")

    assert session.journey.cards[PAIN].kind == "opportunity"
    assert named(inspector, ChoiceBox, "Kind").hasFocus()


def test_another_step_moves_the_card(session, inspector):
    session.select([PAIN])

    pick(named(inspector, ChoiceBox, "Stage / step"), "wait")

    assert session.journey.cards[PAIN].first_step == "wait"


def test_a_later_end_stretches_the_card(session, inspector):
    session.select([PAIN])

    pick(named(inspector, ChoiceBox, "Until"), "receive")

    assert session.journey.cards[PAIN].last_step == "receive"


def test_another_lane_moves_the_card(session, inspector):
    session.select([PAIN])

    pick(named(inspector, ChoiceBox, "Lane"), "ideas")

    assert session.journey.cards[PAIN].lane == "ideas"


def test_tags_are_added_and_removed(qtbot, session, inspector):
    session.select([PAIN])
    line = next(each for each in seen(inspector, QLineEdit) if each.maxLength() == 200)

    qtbot.keyClicks(line, "dark pattern")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert session.journey.cards[PAIN].tags == ("confusing information", "dark pattern")
    chip = next(each for each in seen(inspector, Chip) if shows(each, "confusing"))
    qtbot.mouseClick(chip.findChild(QToolButton), Qt.MouseButton.LeftButton)

    assert session.journey.cards[PAIN].tags == ("dark pattern",)


def test_a_tag_for_several_cards_leaves_each_its_own(qtbot, session, inspector):
    session.select([PAIN, "pains-wait"])
    line = next(each for each in seen(inspector, QLineEdit) if each.maxLength() == 200)

    qtbot.keyClicks(line, "urgent")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    cards = session.journey.cards
    assert cards[PAIN].tags == ("confusing information", "urgent")
    assert cards["pains-wait"].tags == ("long wait", "urgent")
    assert session.undo_stack.count() == 1


def test_different_values_are_shown_as_several(qtbot, session, inspector):
    session.select([PAIN, "pains-wait"])
    field = named(inspector, QLineEdit, "Owner")
    assert (field.text(), field.placeholderText()) == ("", "several values")

    qtbot.keyClicks(field, "Y")

    assert {session.journey.cards[each].owner for each in (PAIN, "pains-wait")} == {"Y"}


def test_cards_of_different_kinds_share_what_both_have(session, inspector):
    session.select([PAIN, "ideas-pay"])

    names = {each.accessibleName() for each in seen(inspector, QLineEdit)}
    assert "Owner" in names
    assert not [each for each in seen(inspector, QToolButton) if "Severity" in each.text()]


def test_nothing_selected_shows_the_map_s_scope(qtbot, session, inspector):
    field = named(inspector, QLineEdit, "Title")

    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")

    assert session.journey.scope.title == "Buying running shoes online!"
    assert inspector.title == "Map"


@pytest.mark.parametrize(
    ("element", "title"),
    [("buy", "Stage"), ("pay", "Step"), ("pains", "Lane"), ("now-pay", "Emotion")],
)
def test_the_title_says_what_is_shown(session, inspector, element, title):
    session.select([element])

    assert inspector.title == title


def test_a_flag_is_set(qtbot, session, inspector):
    session.select(["order"])

    qtbot.keyClick(named(inspector, QCheckBox, "Moment of truth"), Qt.Key.Key_Space)

    assert session.journey.steps["order"].moment_of_truth


def test_a_wrong_day_is_marked_and_not_taken(qtbot, session, inspector):
    field = named(inspector, QLineEdit, "Date")
    field.selectAll()

    qtbot.keyClicks(field, "2026-13-40")

    assert field.property("wrong")
    assert session.journey.scope.date == "2026-11-12"


def test_evidence_is_shown_and_taken_away(qtbot, session, inspector):
    session.select([PAIN])
    row = next(each for each in seen(inspector, Row) if shows(each, "Survey of"))

    qtbot.mouseClick(row.findChild(QToolButton), Qt.MouseButton.LeftButton)

    assert session.journey.cards[PAIN].evidence == ("payments",)


def test_new_evidence_comes_to_the_card_in_one_step(qtbot, session, inspector, monkeypatch):
    from cjeditor.panels import evidence

    opened = []
    monkeypatch.setattr(evidence.EvidenceDialog, "exec", lambda box: opened.append(box) or 0)
    session.select([PAIN])

    inspector.findChild(evidence.EvidencePart)._add_new()

    added = session.journey.cards[PAIN].evidence[-1]
    assert added in session.journey.evidence
    assert (len(opened), session.undo_stack.count()) == (1, 1)


def test_what_answers_a_pain_point_is_a_click_away(qtbot, session, inspector):
    session.select([PAIN])
    row = next(each for each in seen(inspector, RowButton) if "A message" in each.text())

    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)

    assert session.selection == ("ideas-pay",)


def test_a_link_is_chosen_in_a_dialog(qtbot, session):
    from cjeditor.panels.links import LinkDialog

    dialog = LinkDialog(session.journey, PAIN, None)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog._filter, "first pair")
    visible = [i for i in range(dialog._list.count()) if not dialog._list.item(i).isHidden()]
    dialog._list.setCurrentRow(visible[0])

    session.do(dialog.edit())

    link = list(session.journey.links.values())[-1]
    assert (link.kind, link.source, link.target) == ("solves", "ideas-look", PAIN)


def test_a_picture_is_embedded(qtbot, session, inspector, tmp_path):
    path = tmp_path / "shoe.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    session.select(["rina"])

    inspector.findChild(PicturePart).take(path)

    qtbot.waitUntil(lambda: session.journey.personas["rina"].picture is not None)
    picture = session.journey.pictures[session.journey.personas["rina"].picture]
    assert (picture.width, picture.height) == (40, 30)


def test_a_file_that_is_no_picture_is_refused(qtbot, session, inspector, tmp_path):
    path = tmp_path / "shoe.png"
    path.write_text("<svg/>")
    session.select(["rina"])
    part = inspector.findChild(PicturePart)

    part.take(path)

    qtbot.waitUntil(part._problem.isVisible)
    assert part._problem.text() == tr("Only PNG, JPEG and WebP pictures can be taken in.")
    assert not session.journey.pictures


@pytest.mark.parametrize("text", ["<img src='x'>", "=SUM(1)", "نص", "\ud800", "a\0b"])
def test_any_text_is_shown_and_taken_as_plain_text(session, inspector, text):
    session.select([PAIN])
    field = named(inspector, QPlainTextEdit, "Text")

    field.setPlainText(text)

    kept = session.journey.cards[PAIN].text
    assert kept == field.toPlainText()
    assert kept.encode() is not None


def test_a_map_that_loses_the_selected_record_is_no_trouble(session, inspector):
    session.do(AddEvidence(session.journey.evidence["survey"].replace(id="other")))
    session.select(["other"])

    session.undo_stack.undo()

    assert inspector.title == "Map"


def pick(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def shows(widget, text):
    return any(text in getattr(each, "text", str)() for each in widget.findChildren(object))


def test_a_field_whose_choices_are_long_gets_a_row_of_its_own(session, shown):
    form = shown(Form([choices("Short", "B2B"), choices("Long", "A choice of very many words")]))
    form.show_records([SimpleNamespace(Short="0", Long="0")], session.journey)
    form.layout().activate()

    short, long = form.findChildren(ChoiceBox)
    assert long.parentWidget().width() == short.parentWidget().width() == form.width()


def choices(name, label):
    return Field(name, name, lambda: ChoiceEditor(lambda _map: {"0": Option(label)}))


def test_the_button_that_links_has_a_caption(session, inspector):
    action = next(c for c in session.journey.cards.values() if c.kind == "touchpoint")
    session.select((action.id,))

    assert "Links" in [label.text() for label in seen(inspector, QLabel)]


def test_a_width_is_typed_in_points_and_given_back(qtbot, session, inspector):
    session.select(["pay"])
    box = named(inspector, QDoubleSpinBox, "Column width")
    assert box.text() == "Automatic"

    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "240")
    width = session.journey.steps["pay"].width
    back = named(inspector, QToolButton, "Column width: automatic")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert width == 240
    assert session.journey.steps["pay"].width is None
    assert not back.isVisible()
    session.undo_stack.setIndex(0)


def test_an_emptied_height_is_automatic(qtbot, session, inspector):
    session.do(SetField(("pains",), "height", 120.0))
    session.select(["pains"])
    box = named(inspector, QDoubleSpinBox, "Least height")
    box.lineEdit().selectAll()

    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    qtbot.keyClick(box, Qt.Key.Key_Return)

    assert session.journey.lanes["pains"].height is None


def test_how_things_are_shown_stands_after_what_they_say(session, inspector):
    session.select(["pains"])
    heading = next(e for e in seen(inspector, QLabel) if e.text() == "On the sheet")
    title = named(inspector, QLineEdit, "Title")
    lock = named(inspector, ChoiceBox, "Lock")

    def top(widget):
        return widget.mapTo(inspector.widget(), QPoint(0, 0)).y()

    assert top(title) < top(heading) < top(lock)


def test_the_names_of_levels_are_asked_for_where_they_show(qtbot, session, inspector):
    session.select(["emotions"])
    line = named(inspector, QLineEdit, "Names of the levels: Very good")
    before = line.isVisible()

    pick(named(inspector, ChoiceBox, "Scale"), "names")
    qtbot.keyClicks(line, "Happy")
    qtbot.keyClicks(named(inspector, QLineEdit, "Names of the levels: Very bad"), "Gone")

    assert not before
    assert line.isVisible()
    assert session.journey.lanes["emotions"].level_names == ("Happy", "", "", "", "Gone")


def test_fewer_names_stand_evenly_from_best_to_worst(session, inspector):
    session.do(SetField(("emotions",), "level_names", ("A", "B", "C")))
    session.select(["emotions"])

    lines = [e for e in seen(inspector, QLineEdit) if "levels" in e.accessibleName()]
    assert [line.text() for line in lines] == ["A", "", "B", "", "C"]


@pytest.mark.parametrize("values", [(True, False), (False, True)])
def test_a_flag_that_differs_is_neither_on_nor_off(qtbot, session, inspector, values):
    ids = ("pains-pay", "pains-wait")
    for each, value in zip(ids, values, strict=True):
        session.do(SetField((each,), "moment_of_truth", value))
    session.select(ids)
    box = named(inspector, QCheckBox, "Moment of truth")
    before = box.checkState()

    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert before == Qt.CheckState.PartiallyChecked
    assert {session.journey.cards[each].moment_of_truth for each in ids} == {True}


def test_widths_that_differ_are_shown_as_several(session, inspector):
    session.do(SetField(("pay",), "width", 240.0))
    session.select(["pay", "order"])

    assert named(inspector, QDoubleSpinBox, "Column width").text() == "several values"


def test_a_stage_and_a_step_share_their_title_only(session, inspector):
    session.select(["buy", "pay"])

    assert inspector.title == "Several"
    assert [e.accessibleName() for e in seen(inspector, QLineEdit) if e.accessibleName()] == [
        "Title"
    ]


def test_what_has_nothing_in_common_says_so(session, inspector):
    session.select(["buy", PAIN])

    assert "no field in common" in " ".join(e.text() for e in seen(inspector, QLabel))


def test_a_change_of_what_is_locked_is_refused_and_shown_as_it_was(qtbot, session, inspector):
    session.select(["buy"])
    session.do(SetField(("buy",), "lock", "all"))
    field = named(inspector, QLineEdit, "Title")

    with qtbot.waitSignal(session.refused):
        qtbot.keyClicks(field, "X")

    assert field.text() == session.journey.stages["buy"].title


def test_any_card_can_have_a_picture_in_a_quiet_row(session, inspector):
    session.select([PAIN])
    add = next(e for e in seen(inspector, QToolButton) if e.text() == "Add a picture …")

    assert add.isVisible()
    assert not [e for e in seen(inspector, QPushButton) if e.isVisible()]


def test_it_follows_when_the_keyboard_rests(qapp, qtbot, session, shown):
    inspector = shown(Inspector(session, PATIENCE))
    qapp.focusWidget().clearFocus()

    session.select([PAIN])

    assert inspector.title == "Map"
    qtbot.waitUntil(lambda: inspector.title == "Card")
    assert named(inspector, QPlainTextEdit, "Text").isVisible()


def test_whoever_goes_to_the_fields_does_not_wait(session, shown):
    inspector = shown(Inspector(session, PATIENCE))
    session.select([PAIN])

    inspector.focus_first()

    assert inspector.window().focusWidget() is named(inspector, QPlainTextEdit, "Text")


def test_what_was_shown_before_is_shown_again_on_the_same_page(session, inspector):
    session.select([PAIN])
    field = named(inspector, QPlainTextEdit, "Text")

    session.select(["pay"])
    session.select(["pains-wait"])

    assert named(inspector, QPlainTextEdit, "Text") is field
    assert field.toPlainText() == session.journey.cards["pains-wait"].text
