"""The map beside another file: last quarter's, or the future state."""

import pytest
from dialogs import on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from cjeditor.app.comparing import compare_with_file
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
