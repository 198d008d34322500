"""The window as people use it: keys, menus, toolbar, languages, themes, panels."""

import re

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from cjeditor.canvas.view import MapView
from cjeditor.edits.stages import AddStage
from cjeditor.panels.palette import Chip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def run(space, name):
    space.actions[name].trigger()


def card(session, text):
    return next(each for each in session.journey.cards.values() if text in each.text)


def test_the_title_names_the_file_and_marks_changes(space, window):
    run(space, "stage")

    assert window.windowTitle() == "Untitled map[*] – CJ Editor"
    assert window.isWindowModified()


def test_what_is_being_written_is_marked_as_a_change_at_once(qtbot, space, window):
    space.view.writer.write(space.session.journey.ordered_stages[0].id)
    field = space.view.writer.editor
    assert not window.isWindowModified()

    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, "!")
    assert window.isWindowModified()

    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert not window.isWindowModified()


def test_undo_says_what_it_undoes(space):
    run(space, "lane emotion")

    assert space.actions["undo"].text() == "Undo: Add lane"
    run(space, "undo")
    assert space.actions["undo"].text() == "Undo"
    assert not space.actions["undo"].isEnabled()


@pytest.mark.parametrize(
    ("name", "table"), [("stage", "stages"), ("step", "steps"), ("lane emotion", "lanes")]
)
def test_inserting_adds_one_and_undo_takes_it_away(space, session, name, table):
    before = len(session.journey.table(table))

    run(space, name)

    assert len(session.journey.table(table)) == before + 1
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert len(session.journey.table(table)) == before


def test_alt_with_a_digit_writes_a_card_of_that_kind(qapp, qtbot, space, session):
    session.put_cursor("pains", "look")
    space.view.setFocus()

    qtbot.keyClick(space.view, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(space.view.writer.editor, "Too many results")
    qtbot.keyClick(space.view.writer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert card(session, "Too many").kind == "pain"
    assert card(session, "Too many").first_step == "look"


def test_a_click_on_the_palette_begins_a_card(qtbot, space):
    chip = next(each for each in space.palette_panel.chips() if each.kind == "quote")

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert space.view.writer.is_writing


def test_copied_cards_are_pasted_as_new_ones(space, session):
    original = card(session, "Payment fails")
    session.select([original.id])

    run(space, "copy")
    session.put_cursor("pains", "need")
    session.select([])
    run(space, "paste")

    pasted = session.journey.cell("pains", "need")[-1]
    assert (pasted.text, pasted.severity, pasted.id != original.id) == (original.text, 5, True)


def test_lines_of_a_foreign_text_become_cards(qapp, space, session):
    qapp.clipboard().setText("One\n\nTwo <b>bold</b>\n")
    session.put_cursor("actions", "need")

    run(space, "paste")

    assert [each.text for each in session.journey.cell("actions", "need")][-2:] == [
        "One",
        "Two <b>bold</b>",
    ]


def test_cutting_takes_away_and_can_be_undone(space, session):
    chosen = card(session, "Payment fails")
    session.select([chosen.id])

    run(space, "cut")
    assert chosen.id not in session.journey.cards
    run(space, "undo")

    assert chosen.id in session.journey.cards


def test_the_delete_key_in_a_field_leaves_the_card_alone(qtbot, space, session):
    session.select([card(session, "Payment fails").id])
    space.side.inspector.catch_up()
    boxes = space.side.inspector.findChildren(QComboBox)
    box = next(each for each in boxes if each.isVisible())
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Delete)

    assert card(session, "Payment fails")


def test_another_language_changes_every_text_at_once(qapp, qtbot, space, session):
    session.select([card(session, "Payment fails").id])

    space.settings.change(language="id")
    qapp.processEvents()

    menus = [action.text() for action in space.window.menuBar().actions()]
    assert menus == ["&Berkas", "&Sunting", "S&isipkan", "&Tampilan", "&Lokakarya", "Ba&ntuan"]
    assert space.actions["new"].text() == "Peta baru"
    assert space.palette_panel.chips()[0].text() == "Tindakan"
    assert space.search.placeholderText() == "Cari atau jalankan perintah"
    qtbot.waitUntil(lambda: space.side.inspector.title == "Kartu")
    assert "41 kartu · 9 langkah" in texts(space.window.statusBar())


def test_another_theme_recolours_the_window_and_the_map(space, window):
    space.settings.change(theme="dark")

    assert window.palette().color(QPalette.ColorRole.Window).lightness() < 60
    assert space.view.look.theme.dark


def test_hidden_panels_stay_hidden_in_the_settings(space):
    run(space, "side")

    assert not space.side.isVisible()
    assert not space.settings.value.side_shown


def test_a_narrow_window_has_symbols_only(qtbot, window):
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: window.workspace.palette_panel.width() < 80)

    window.resize(1600, 900)
    qtbot.waitUntil(lambda: window.workspace.palette_panel.width() > 150)


def test_the_status_line_says_what_is_selected_and_where(space, session):
    session.select([card(session, "Payment fails").id])

    assert "Pain point · Purchase / Pay · F5" in texts(space.window.statusBar())


@pytest.mark.parametrize(
    ("element", "said"),
    [("stage", "Stage 6"), ("step", "Step 1"), ("buy", "Stage · Purchase")],
)
def test_the_status_line_says_the_numbers_of_untitled_heads(space, session, element, said):
    session.do(AddStage(stage_id="stage", step_ids=("step",)))
    session.select([element])

    assert said in texts(space.window.statusBar())


def test_f6_goes_from_pane_to_pane(qtbot, space, window):
    space.view.setFocus()

    seen = []
    for _ in range(5):  # the tabs of the tools among them
        run(space, "next pane")
        seen.append(window.focusWidget())

    assert len({id(each) for each in seen}) == 5
    assert isinstance(seen[-1], MapView)


def test_the_search_box_runs_a_command(qtbot, space, session):
    space.search.start()
    qtbot.keyClicks(space.search, "select all")
    qtbot.keyClick(space.search, Qt.Key.Key_Return)

    assert len(session.selection) > 41


def test_the_search_box_goes_to_a_card(qtbot, space, session):
    space.search.start()
    qtbot.keyClicks(space.search, "fails without")
    qtbot.keyClick(space.search, Qt.Key.Key_Return)

    assert session.selection == (card(session, "Payment fails").id,)


@pytest.mark.parametrize("name", ["settings", "shortcuts", "about"])
def test_dialogs_open_and_close(space, name):
    seen = []
    on_dialog(lambda dialog: (seen.append(dialog.windowTitle()), dialog.close()))

    run(space, name)

    assert seen[0]


def test_every_control_that_takes_the_keyboard_has_a_name(space, session):
    session.select([card(session, "Payment fails").id])

    nameless = [
        each
        for each in controls(space.window)
        if not each.accessibleName() and not getattr(each, "text", str)()
    ]

    assert nameless == []


def test_every_control_can_be_hit(space, session):
    session.select([card(session, "Payment fails").id])

    small = [
        (each, each.size())
        for each in controls(space.window)
        if each.isVisible() and min(each.width(), each.height()) < 24
    ]

    assert small == []


def controls(window):
    """Every button and field that takes the keyboard; the parts that Qt puts in them aside."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, Chip)
    for each in window.findChildren(QWidget):
        inside = isinstance(each.parent(), QAbstractSpinBox | QLineEdit | QComboBox)
        by_qt = inside or each.objectName().startswith("qt_")
        takes_keys = each.focusPolicy() != Qt.FocusPolicy.NoFocus
        if isinstance(each, kinds) and takes_keys and not by_qt:
            yield each


def texts(widget):
    return [each.text() for each in widget.findChildren(QWidget) if hasattr(each, "text")]


def test_the_search_tells_a_card_from_a_lane_and_begins_with_the_beginnings_of_words(space):
    space.search.setText("pain point")
    space.search.start()
    rows = _found(space)

    assert rows[0] == "Add card: Pain point"
    assert "Add lane: Pain point" in rows[:3]

    space.search.setText("age")
    space.search.start()

    beginning = [re.search(r"\bage", row, re.IGNORECASE) is not None for row in _found(space)]
    assert beginning == sorted(beginning, reverse=True)


def _found(space):
    model = space.window.findChild(QListView, "findings").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_text_fields_show_whole_lines(qtbot, space):
    space.side.inspector.catch_up()
    fields = [each for each in space.side.findChildren(QPlainTextEdit) if each.isVisible()]
    assert fields

    def beyond(field):
        return field.viewport().height() % QFontMetricsF(field.font()).lineSpacing()

    qtbot.waitUntil(lambda: all(beyond(field) < 4 for field in fields))
