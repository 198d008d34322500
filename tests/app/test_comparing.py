"""The map beside another file: last quarter's, or the future state."""

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from cjeditor.app.comparing import compare_states, compare_with_file
from cjeditor.app.two_maps_dialog import TwoMapsDialog
from cjeditor.edits.records import Delete, SetField
from cjeditor.files import cjm
from cjeditor.kinds.pain import Pain


@pytest.fixture
def pain(space):
    return next(c.id for c in space.session.journey.cards.values() if isinstance(c, Pain))


@pytest.fixture
def earlier(tmp_path, space, pain):
    """A file in which a pain point has other words, and a persona is missing."""
    journey = SetField((pain,), "text", "Too slow").apply(space.session.journey)
    path = tmp_path / "last quarter.cjm"
    cjm.save(Delete((journey.ordered_personas[0].id,)).apply(journey), path)
    return path


@pytest.fixture
def compared(qtbot, space, monkeypatch):
    """Choose a file to compare with, do something in the dialog, and close it."""

    def act(path, work):
        monkeypatch.setattr(QFileDialog, "exec", lambda _self: True)
        monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(path)])

        def in_dialog(dialog):
            QApplication.processEvents()
            work(dialog)
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

        on_dialog(in_dialog, TwoMapsDialog)
        compare_with_file(space)

    return act


def test_the_file_stands_at_the_left_and_the_map_at_the_right(space, earlier, compared, pain):
    before = space.session.journey
    seen = []

    def look(dialog):
        seen.extend(board.session.journey.cards[pain].text for board in dialog.boards)
        seen.extend(box.currentText() for box in dialog.choices)

    compared(earlier, look)

    assert seen == [
        "Too slow", before.cards[pain].text, "last quarter.cjm", "The map as it is now",
    ]  # fmt: skip
    assert space.session.journey is before


def test_the_differences_are_listed_and_lead_to_their_places(qtbot, earlier, compared):
    seen = {}

    def look(dialog):
        qtbot.mouseClick(dialog.listed, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(dialog.gap.isVisible)
        rows = dialog.gap.changes.rows
        seen["rows"] = [rows.sentence(row) for row in range(rows.rowCount())]
        number = next(n for n, text in enumerate(seen["rows"]) if "Too slow" in text)
        dialog.gap.changes.setCurrentIndex(rows.index(number, 0))
        dialog.gap.changes.setFocus()
        qtbot.keyClick(dialog.gap.changes, Qt.Key.Key_Return)
        seen["says"] = dialog.says.text()

    compared(earlier, look)

    assert any(text.startswith("Persona “") and text.endswith("added") for text in seen["rows"])
    assert "“Too slow”" in seen["says"]


def test_the_gap_is_told_by_stage(qtbot, space, earlier, compared):
    seen = []

    def look(dialog):
        qtbot.mouseClick(dialog.listed, Qt.MouseButton.LeftButton)
        table = dialog.gap.stages
        seen.extend(
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        )

    compared(earlier, look)

    journey = space.session.journey
    assert [row[0] for row in seen] == [stage.title for stage in journey.ordered_stages]
    assert any("→" in row[1] for row in seen)  # the feelings of the persona are missing there
    assert not any("→" in text for row in seen for text in row[2:])


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, space, monkeypatch):
    path = tmp_path / "broken.cjm"
    path.write_text('{"format": "cjeditor"')
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(path)])
    told = []

    def close(box):
        told.append(box.text() + box.informativeText())
        box.reject()

    on_dialog(close, QMessageBox)
    compare_with_file(space)

    assert "broken.cjm" in told[0]


@pytest.fixture
def states(qtbot, space):
    """Show both states of the map, do something in the dialog, and close it."""

    def act(work):
        def in_dialog(dialog):
            QApplication.processEvents()
            work(dialog)
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

        on_dialog(in_dialog, TwoMapsDialog)
        compare_states(space)

    return act


def test_the_two_states_stand_side_by_side_with_the_gap_by_stage(space, states):
    journey = space.session.journey
    of_state = {
        state: sorted(each.value for each in journey.emotions.values() if each.state == state)
        for state in ("current", "future")
    }
    seen = {}

    def look(dialog):
        maps = [board.session.journey for board in dialog.boards]
        seen["felt"] = [sorted(e.value for e in each.emotions.values()) for each in maps]
        seen["states"] = [each.scope.state for each in maps]
        seen["chosen"] = [box.currentText() for box in dialog.choices]
        table = dialog.gap.stages
        assert table.isVisible()
        seen["rows"] = [
            [table.item(row, column).text() for column in range(3)]
            for row in range(table.rowCount())
        ]

    states(look)

    assert seen["felt"] == list(of_state.values())
    assert seen["states"] == ["current", "future"]
    assert seen["chosen"] == ["Current state of this map", "Future state of this map"]
    assert ["Purchase", "−0.3 → +0.8", "+1.1"] in seen["rows"]
    assert space.session.journey is journey


def test_whole_maps_stay_whole_when_the_lists_go_and_come(qtbot, states):
    spare, zooms = [], []

    def look(dialog):
        dialog.resize(1400, 700)
        board = dialog.boards[1]
        dialog.fit()
        for _ in range(3):
            spare.append(board.viewport().height() - board.sheet.height * board.zoom)
            zooms.append(board.zoom)
            dialog.listed.toggle()
        board.zoom_to(2.0)
        dialog.listed.toggle()
        zooms.append(board.zoom)

    states(look)

    assert min(spare) >= 0
    assert zooms[0] == zooms[2] < zooms[1]
    assert zooms[3] == 2.0


def test_a_map_of_one_state_says_what_to_do(space):
    points = [e.id for e in space.session.journey.emotions.values() if e.state == "future"]
    space.session.do(Delete(tuple(points)))
    told = []

    def close(box):
        told.append(box.text() + box.informativeText())
        box.reject()

    on_dialog(close, QMessageBox)
    compare_states(space)

    assert "all of one state" in told[0]


def test_the_states_can_be_set_beside_another_file(qtbot, space, earlier, compared):
    seen = []

    def look(dialog):
        box = dialog.choices[1]
        number = box.findText("Future state of this map")
        box.setCurrentIndex(number)
        box.activated.emit(number)
        seen.append(dialog.boards[1].session.journey.scope.state)

    compared(earlier, look)

    assert seen == ["future"]
