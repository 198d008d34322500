"""What is done in the window can be recovered; where it cannot, one is told and works on."""

import os
from pathlib import Path

import pytest
from dialogs import on_dialog, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from cjeditor.core.words import set_interface_language
from cjeditor.edits.scope import SetScope
from cjeditor.files.recovery import leftovers, trash
from cjeditor.files.recovery_folder import places
from cjeditor.files.recovery_reading import read


@pytest.fixture
def root():
    return places()[0]


def recovered(space, root):
    assert space.safety.protection.flush()
    (folder,) = (each for each in root.iterdir() if each.is_dir() and each.name != "trash")
    return read(folder)


def blocked(root):
    """Put a file where the folder would be."""
    root.parent.mkdir(parents=True, exist_ok=True)
    root.write_bytes(b"")


@pytest.fixture
def nowhere(monkeypatch, tmp_path):
    """No place can be written; return them."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    for place in places():
        blocked(place)
    return places()


def test_edits_and_what_is_typed_can_be_recovered(space, root, qtbot):
    space.session.do(SetScope("title", "Safe"))
    assert recovered(space, root).journey == space.session.journey

    space.view.writer.drafting._pause.setInterval(0)
    space.view.writer.write(space.session.journey.id)
    qtbot.keyClicks(space.view.writer.editor, "Typed")
    qtbot.waitUntil(lambda: recovered(space, root).journey.scope.title.endswith("Typed"))
    assert recovered(space, root).confirmed == space.session.journey


@pytest.mark.parametrize("panel", ["outline", "comments"])
def test_so_can_what_is_typed_in_panels(space, root, qtbot, panel):
    widget = getattr(space.side, panel)
    widget.drafting._pause.setInterval(0)
    if panel == "comments":
        space.write_comment()
        line = QApplication.focusWidget() or widget._writing._text
        qtbot.keyClicks(widget._writing._text, "Why so?")
    else:
        space.side.show_tab(1)
        widget.setCurrentIndex(widget.model().index(0, 0))
        widget.write()
        line = widget.indexWidget(widget.currentIndex())
        qtbot.keyClicks(line, "Why so?")

    qtbot.waitUntil(lambda: root.exists() and "Why so?" in str(recovered(space, root).journey))
    assert space.session.undo_stack.count() == 0


@pytest.mark.parametrize("tool", ["whys", "flows"])
def test_so_can_what_is_typed_in_tools(space, root, qtbot, tool):
    pain = next(card.id for card in space.session.journey.cards.values() if card.kind == "pain")
    space.tools.go_to(pain, tool)
    count = space.session.undo_stack.count()
    view = space.tools.page.view
    view.writer.drafting._pause.setInterval(0)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClicks(view.writer.editor, "Why so?")

    qtbot.waitUntil(lambda: root.exists() and "Why so?" in str(recovered(space, root).journey))
    assert space.session.undo_stack.count() == count
    space.safety.keep()
    assert "Why so?" in str(space.session.journey)


def test_a_window_that_is_closed_leaves_nothing_to_be_recovered(window, space, root):
    space.session.do(SetScope("title", "Given up"))
    assert space.safety.protection.flush()
    last = space.session.journey
    on_dialog(press(QMessageBox.StandardButton.Discard))
    window.close()

    assert leftovers(root) == ()
    assert [each.journey for each in trash(root)] == [last]


def test_it_is_said_that_changes_are_not_protected_until_they_are(space, qtbot, nowhere):
    space.session.do(SetScope("title", "At risk"))
    qtbot.waitUntil(lambda: "protection" in space.notices.topics)
    row = space.notices.row("protection")

    assert row.text.startswith("Changes are not protected: ")
    assert not row.close_button.isVisibleTo(row)
    set_interface_language("id")
    space.notices.dress()
    assert row.text.startswith("Perubahan tidak terlindungi: folder ")
    assert row.buttons[1].text() == "Coba lagi"
    space.session.do(SetScope("title", "Editing goes on"))

    for place in nowhere:
        place.unlink()
    qtbot.mouseClick(row.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: space.notices.topics == ())

    assert recovered(space, nowhere[0]).journey == space.session.journey


def test_it_can_be_saved_from_there(space, qtbot, nowhere, monkeypatch):
    saved = []
    monkeypatch.setattr(space.documents.saver, "save_as", lambda: saved.append(1))
    space.session.do(SetScope("title", "At risk"))
    qtbot.waitUntil(lambda: "protection" in space.notices.topics)

    qtbot.mouseClick(space.notices.row("protection").buttons[0], Qt.MouseButton.LeftButton)

    assert saved == [1]
    assert space.notices.topics == ("protection",)


def test_it_is_said_that_another_place_was_taken(space, qtbot, root):
    blocked(root)
    space.session.do(SetScope("title", "Elsewhere"))
    qtbot.waitUntil(lambda: "protection" in space.notices.topics)

    text = space.notices.row("protection").text
    assert str(places()[1]) in text
    assert recovered(space, places()[1]).journey == space.session.journey
    assert Path(os.environ["XDG_STATE_HOME"]) in places()[1].parents
