"""A damaged map is offered with what is whole of it; the file stays as it is, come what may."""

import os
import time

import pytest
from dialogs import on_dialog
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
)

from cjeditor.app.samples import sample
from cjeditor.app.start import _open_up as open_up
from cjeditor.core.words import set_interface_language
from cjeditor.files import cjm

SHOES = cjm.dumps(cjm.load(sample("en")))
CUT = SHOES[: SHOES.index(b'\n"emotions": [')]
WRONG = SHOES.replace(b'"severity":4', b'"severity":44', 1)


@pytest.fixture
def damaged(tmp_path):
    path = tmp_path / "shoes.cjm"
    path.write_bytes(CUT)
    return path


def key(qtbot, name):
    """Return what presses a key in a dialog, after it was looked at."""

    def act(dialog):
        qtbot.keyClick(QApplication.focusWidget() or dialog, name)

    return act


def offered(qtbot, name, said=None):
    """Answer the offer by a key; put what it says into *said*."""

    def act(box):
        assert isinstance(box, QMessageBox)
        assert box.textFormat() == Qt.TextFormat.PlainText
        if said is not None:
            said.extend((box.text(), box.informativeText()))
        key(qtbot, name)(box)

    on_dialog(act, QMessageBox)


def listed(lines):
    """Close the list of losses; put its lines into *lines*."""

    def act(dialog):
        lines.extend(dialog.findChild(QPlainTextEdit).toPlainText().splitlines())
        dialog.reject()

    on_dialog(act)


def test_what_is_whole_opens_as_a_new_map_and_the_losses_are_listed(qtbot, space, session, damaged):
    said, lines = [], []
    offered(qtbot, Qt.Key.Key_Return, said)
    listed(lines)

    space.documents.open(damaged)

    assert said[0].startswith("“shoes.cjm” is damaged or cut off at line ")
    assert "5 stages, " in said[1]
    assert "The file stays as it is." in said[1]
    assert session.journey.cards.keys() == cjm.loads(SHOES).cards.keys()
    assert session.path is None
    assert session.is_changed
    assert lines[0] == "The file is cut off: what stood at its end is missing."
    assert damaged.read_bytes() == CUT
    assert space.window.windowTitle() == "shoes (rescued)[*] – CJ Editor"


def test_cancel_leaves_everything_as_it_is(qtbot, space, session, damaged):
    kept, path = session.journey, session.path
    space.settings.add_recent(damaged)
    offered(qtbot, Qt.Key.Key_Escape)

    space.documents.open(damaged)

    assert session.journey is kept
    assert session.path == path
    assert not session.is_changed
    assert space.settings.value.recent == (str(damaged),)
    assert damaged.read_bytes() == CUT


def test_it_is_saved_under_a_name_of_its_own_beside_the_file(qtbot, space, session, damaged):
    damaged.with_name("shoes (rescued).cjm").write_bytes(b"an earlier one")
    offered(qtbot, Qt.Key.Key_Return)
    listed([])
    space.documents.open(damaged)
    proposed = []

    def accept(dialog):
        name = dialog.findChild(QLineEdit, "fileNameEdit").text()
        proposed.append((dialog.directory().absolutePath(), name))
        dialog.accept()

    on_dialog(accept, QFileDialog)
    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)

    assert proposed == [(str(damaged.parent), "shoes (rescued) 2.cjm")]
    assert cjm.load(damaged.with_name("shoes (rescued) 2.cjm")) == session.journey
    assert damaged.read_bytes() == CUT
    assert not session.is_changed


def test_a_field_that_does_not_fit_is_told_with_its_card(qtbot, space, session, damaged):
    damaged.write_bytes(WRONG)
    said, lines = [], []
    offered(qtbot, Qt.Key.Key_Return, said)
    listed(lines)

    space.documents.open(damaged)

    assert "1 thing is missing or changed" in said[1]
    assert len(lines) == 1
    assert lines[0].startswith("Pain point, Purchase / ")
    assert "severity" in lines[0]
    assert len(session.journey.cards) == len(cjm.loads(SHOES).cards)


def test_of_very_many_losses_the_first_are_listed(qtbot, space, session, damaged):
    record = b'{"id":"x%d","stage":"gone"}'
    lost = b",\n".join(record % number for number in range(1500))
    damaged.write_bytes(SHOES.replace(b'"steps": [\n', b'"steps": [\n' + lost + b",\n", 1))
    said, lines = [], []
    offered(qtbot, Qt.Key.Key_Return, said)
    listed(lines)

    space.documents.open(damaged)

    assert "1500 things are missing or changed" in said[1].replace(",", "")
    assert len(lines) == 1001
    assert lines[-1] == "And 500 more remarks."


@pytest.mark.parametrize("content", [b"", b"{ not a map", b"\0" * 5000, os.urandom(3000)])
def test_a_file_of_which_nothing_can_be_had_is_told_plainly(space, session, damaged, content):
    damaged.write_bytes(content)
    kept, said = session.journey, []
    on_dialog(lambda box: (said.append(box.text()), box.accept()), QMessageBox)

    space.documents.open(damaged)

    assert "“shoes.cjm” is" in said[0]
    assert session.journey is kept


def test_what_is_dropped_is_offered_too(qtbot, space, session, damaged):
    offered(qtbot, Qt.Key.Key_Return)
    listed([])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(damaged))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)

    space.window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))

    assert session.proposed == damaged.with_name("shoes (rescued).cjm")


def test_what_is_named_on_the_command_line_is_offered_too(qtbot, window, damaged):
    offered(qtbot, Qt.Key.Key_Return)
    listed([])

    open_up(window, damaged)

    assert window.workspace.session.journey.cards.keys() == cjm.loads(SHOES).cards.keys()


def test_the_search_for_what_is_whole_can_be_stopped(qtbot, space, session, damaged, monkeypatch):
    kept = session.journey

    def endlessly(path, progress):
        while True:
            time.sleep(0.001)
            progress(0)

    monkeypatch.setattr("cjeditor.app.damaged.salvage_file", endlessly)
    on_dialog(lambda dialog: dialog.reject(), QProgressDialog)
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()), QMessageBox)

    space.documents.open(damaged)

    assert session.journey is kept
    assert "damaged" in said[0]


def test_it_is_said_in_the_interfaces_language(qtbot, space, damaged):
    set_interface_language("id")
    said = []
    offered(qtbot, Qt.Key.Key_Return, said)
    titles = []
    on_dialog(lambda dialog: (titles.append(dialog.windowTitle()), dialog.reject()), QDialog)

    space.documents.open(damaged)

    assert said[1].startswith("Bagian yang utuh dapat dibuka sebagai peta baru: ")
    assert titles == ["Diselamatkan: shoes.cjm"]
