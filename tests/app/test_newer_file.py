"""A map of a newer program is open for reading; its file is written only after a question."""

import pytest
from dialogs import choose, on_dialog, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit

from cjeditor.app.newer_file import TOPIC
from cjeditor.app.samples import sample
from cjeditor.core.words import set_interface_language
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.recovery_folder import places
from cjeditor.files.recovery_reading import read

SHOES = cjm.dumps(cjm.load(sample("en")))
NEWER = SHOES.replace(b'"version": 3', b'"version": 9').replace(
    b'"personas": [', b'"weather": [\n{"id":"w1","rain":4}\n],\n"personas": ['
)
Button = QMessageBox.StandardButton


@pytest.fixture
def newer(tmp_path, space):
    path = tmp_path / "shoes.cjm"
    path.write_bytes(NEWER)
    space.documents.open(path)
    return path


def saved(qtbot, space):
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)


def test_it_is_shown_with_a_notice_that_stays(space, session, newer):
    assert session.journey == cjm.loads(SHOES)
    assert session.path == newer
    assert session.is_read_only
    assert not session.is_changed
    assert space.settings.value.recent[0] == str(newer)
    row = space.notices.row(TOPIC)
    assert row.text == (
        "“shoes” was made by a newer version of CJ Editor (file version 9) and is open for reading "
        "only. What you change can be saved in another file. 1 thing in it is not understood and "
        "is missing or changed here."
    )
    assert not row.close_button.isVisibleTo(row)
    set_interface_language("id")
    space.notices.dress()
    assert row.text.startswith("“shoes” dibuat dengan versi CJ Editor yang lebih baru")


def test_what_is_not_understood_is_listed(qtbot, space, newer):
    lines = []

    def look(dialog):
        lines.extend(dialog.findChild(QPlainTextEdit).toPlainText().splitlines())
        dialog.reject()

    on_dialog(look)
    qtbot.mouseClick(space.notices.row(TOPIC).buttons[1], Qt.MouseButton.LeftButton)

    assert lines == ["weather is a field that this version of the program does not know."]


def test_one_of_which_all_is_understood_has_nothing_to_list(space, session, tmp_path):
    path = tmp_path / "plain.cjm"
    path.write_bytes(SHOES.replace(b'"version": 3', b'"version": 4'))

    space.documents.open(path)

    row = space.notices.row(TOPIC)
    assert row.text.endswith("What you change can be saved in another file.")
    assert len(row.buttons) == 1


def test_save_asks_for_another_file(qtbot, space, session, newer):
    session.do(SetScope("title", "Changed"))
    proposed = []

    def accept(dialog):
        proposed.append(dialog.findChild(QLineEdit, "fileNameEdit").text())
        dialog.accept()

    on_dialog(accept, QFileDialog)
    space.actions["save"].trigger()
    saved(qtbot, space)

    assert proposed == ["shoes (older version).cjm"]
    assert newer.read_bytes() == NEWER
    assert cjm.load(newer.with_name(proposed[0])) == session.journey
    assert session.path == newer.with_name(proposed[0])
    assert not session.is_read_only
    assert space.notices.topics == ()


@pytest.mark.parametrize("link", [False, True])
def test_its_own_file_is_replaced_only_after_a_question(qtbot, space, session, newer, link):
    path = newer
    if link:
        path = newer.with_name("another name.cjm")
        path.symlink_to(newer)
    session.do(SetScope("title", "Changed"))
    said = []

    def refuse(box):
        said.append((box.windowTitle(), box.text()))
        box.button(Button.Cancel).click()

    on_dialog(choose(path), QFileDialog)
    on_dialog(press(Button.Yes), QMessageBox)  # Qt's own: there is such a file
    on_dialog(refuse, QMessageBox)
    space.actions["save as"].trigger()
    saved(qtbot, space)

    assert said[0][1].endswith("all in it that this version does not understand is lost.")
    assert newer.read_bytes() == NEWER
    assert session.is_changed
    assert TOPIC in space.notices.topics


def test_it_is_replaced_if_that_is_wanted(qtbot, space, session, newer):
    on_dialog(choose(newer), QFileDialog)
    on_dialog(press(Button.Yes), QMessageBox)
    on_dialog(lambda box: box.buttons()[0].click(), QMessageBox)
    space.actions["save as"].trigger()
    saved(qtbot, space)

    assert cjm.load(newer) == session.journey
    assert space.notices.topics == ()


def test_another_map_takes_the_notice_away(space, session, newer, tmp_path):
    other = tmp_path / "other.cjm"
    other.write_bytes(SHOES)

    space.documents.open(other)

    assert space.notices.topics == ()
    assert not session.is_read_only
    assert session.proposed is None


def test_recovered_changes_never_go_into_its_file(space, session, newer):
    session.do(SetScope("title", "Changed"))
    assert space.safety.protection.flush()
    (folder,) = (each for each in places()[0].iterdir() if each.is_dir())

    found = read(folder)

    assert found.journey.scope.title == "Changed"
    assert found.meta.file is None


def test_one_of_which_nothing_is_understood_is_told_plainly(space, session, tmp_path):
    path = tmp_path / "far.cjm"
    path.write_bytes(b'{"format": "cjeditor", "version": 99, "clouds": [1, 2]}')
    kept, said = session.journey, []
    on_dialog(lambda box: (said.append(box.text()), box.accept()), QMessageBox)

    space.documents.open(path)

    assert "was made by a newer version of CJ Editor (file version 99; this one reads" in said[0]
    assert session.journey is kept
