"""What a session that ended badly has left is offered, shown, brought back, and never lost."""

from itertools import pairwise

import pytest
from dialogs import on_dialog
from maps import full_map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit

from cjeditor.app.recovered import preview_of
from cjeditor.app.recovery_dialog import RecoveryDialog
from cjeditor.core.words import Words
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.recovery import leftovers, trash
from cjeditor.files.recovery_folder import RecoveryFolder, places

BEFORE = full_map()
AFTER = SetScope("title", "Rescued map").apply(BEFORE)
CARD = next(iter(BEFORE.cards))
LATER = SetField((CARD,), "text", "the last words").apply(AFTER)
ENGLISH = Words("en")


def left(*states, saved=None, file=None):
    """Leave what a session leaves that was killed after it went through *states*."""
    folder = RecoveryFolder.create(places()[0], states[0], saved, file)
    for before, after in pairwise(states):
        folder.append(before, after)
    folder.flush()
    folder.close()
    return folder.path


def free():
    """Return what would be offered to another window."""
    found = leftovers(*places())
    for each in found:
        each.release()
    return found


@pytest.fixture
def offered(qtbot, space):
    """Look for what was left, as a start does, and do something with the dialog."""

    def offer(act):
        done = []

        def work(dialog):
            assert isinstance(dialog, RecoveryDialog)
            qtbot.waitUntil(lambda: not dialog._previewer.isRunning())
            QApplication.processEvents()
            act(dialog)
            done.append(dialog)

        on_dialog(work)
        space.safety.recovery.look()
        qtbot.waitUntil(lambda: bool(done) and not done[0].isVisible())

    return offer


def press(qtbot, page, name):
    qtbot.mouseClick(page.buttons[name], Qt.MouseButton.LeftButton)


def test_without_anything_left_nothing_is_asked(qtbot, space):
    space.safety.recovery.look()
    space.safety.recovery.stop()
    QApplication.processEvents()

    assert QApplication.activeModalWidget() is None


def test_what_was_left_is_opened_as_an_unsaved_map_and_the_file_is_not_touched(
    qtbot, space, offered, tmp_path
):
    file = tmp_path / "map.cjm"
    cjm.save(BEFORE, file)
    content = file.read_bytes()
    left(BEFORE, AFTER, LATER, saved=BEFORE, file=file)
    seen = []

    def act(dialog):
        seen.append((dialog.found.list.item(0).text(), dialog.found.words.text()))
        press(qtbot, dialog.found, "open")

    offered(act)

    assert space.session.journey == LATER
    assert space.session.path == file
    assert space.session.is_changed
    assert file.read_bytes() == content
    title, words = seen[0]
    assert title.startswith("Rescued map\n")
    assert "1 card changed" in words or "changed" in words
    assert free() == ()
    assert len(trash(*places())) == 1


def test_what_is_opened_is_protected_again_before_the_old_goes_into_the_trash(
    qtbot, space, offered
):
    left(BEFORE, AFTER)
    offered(lambda dialog: press(qtbot, dialog.found, "open"))

    space.session.do(SetScope("scenario", "newer still"))
    assert space.safety.protection.flush()
    space.safety.protection.stop(keep=True)

    (again,) = free()
    assert again.journey.scope.title == "Rescued map"
    assert again.journey.scope.scenario == "newer still"


def test_later_leaves_everything_as_it_is(qtbot, space, offered):
    left(BEFORE, AFTER)
    before = space.session.journey

    offered(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))

    assert space.session.journey is before
    assert len(free()) == 1
    assert trash(*places()) == ()


def test_several_sessions_are_offered_and_one_is_put_into_the_trash_and_back(qtbot, space, offered):
    left(BEFORE, AFTER)
    left(BEFORE, LATER)

    def throw(dialog):
        assert dialog.found.list.count() == 2
        press(qtbot, dialog.found, "discard")
        assert dialog.found.list.count() == 1
        dialog.reject()

    offered(throw)
    assert len(free()) == 1
    (thrown,) = trash(*places())
    expected = thrown.journey

    def restore(dialog):
        dialog.pages.setCurrentWidget(dialog.trash)
        press(qtbot, dialog.trash, "restore")

    offered(restore)
    assert space.session.journey == expected


def test_deleting_for_good_asks(qtbot, space, offered):
    left(BEFORE, AFTER)
    left(BEFORE, LATER)

    def act(dialog):
        press(qtbot, dialog.found, "discard")
        dialog.reject()

    offered(act)

    def delete(dialog):
        dialog.pages.setCurrentWidget(dialog.trash)
        on_dialog(lambda box: box.button(QMessageBox.StandardButton.Cancel).click())
        press(qtbot, dialog.trash, "delete")
        assert dialog.trash.list.count() == 1
        on_dialog(lambda box: next(b for b in box.buttons() if b.text() == "Delete").click())
        press(qtbot, dialog.trash, "delete")
        assert dialog.trash.list.count() == 0
        dialog.reject()

    offered(delete)
    assert trash(*places()) == ()


def test_everything_goes_by_keys(qtbot, space, offered):
    left(BEFORE, AFTER)

    def act(dialog):
        dialog.found.list.setFocus()
        qtbot.keyClick(dialog.found.list, Qt.Key.Key_Return)

    offered(act)
    assert space.session.journey == AFTER


def test_what_a_file_has_needs_no_recovery(qtbot, space):
    left(BEFORE, saved=BEFORE)
    space.safety.recovery.look()
    space.safety.recovery.stop()
    QApplication.processEvents()

    assert QApplication.activeModalWidget() is None
    assert free() == ()


def test_a_session_that_cannot_be_read_is_told_and_kept(qtbot, space, offered):
    folder = left(BEFORE, AFTER)
    for part in folder.glob("base-*"):
        part.write_bytes(b"\x00" * 50)
    seen = []

    def act(dialog):
        seen.append(dialog.found.words.text())
        assert not dialog.found.buttons["open"].isEnabled()
        dialog.reject()

    offered(act)

    assert seen[0].strip()
    assert folder.is_dir()


def test_of_a_damaged_one_what_is_whole_is_opened_beside_the_file(qtbot, space, offered, tmp_path):
    file = tmp_path / "map.cjm"
    cjm.save(BEFORE, file)
    content = file.read_bytes()
    folder = left(BEFORE, AFTER, LATER, saved=BEFORE, file=file)
    (base,) = folder.glob("base-*")
    lane = cjm.line(BEFORE.lanes[BEFORE.cards[CARD].lane])
    base.write_bytes(base.read_bytes().replace(lane, lane.replace(b'"', b"'")))
    seen, lines = [], []

    def look(dialog):
        lines.extend(dialog.findChild(QPlainTextEdit).toPlainText().splitlines())
        dialog.reject()

    def act(dialog):
        seen.append(dialog.found.words.text())
        on_dialog(look)
        press(qtbot, dialog.found, "open")

    offered(act)
    qtbot.waitUntil(lambda: bool(lines))

    assert "A part of this map is damaged. What is whole comes back." in seen[0]
    assert "This line cannot be read" in "".join(lines)
    assert space.session.journey.cards[CARD].text == "the last words"
    assert space.session.journey.scope.title == "Rescued map"
    assert space.session.path is None
    assert space.session.proposed == tmp_path / "map (rescued).cjm"
    assert file.read_bytes() == content
    kept = [each for place in places() for each in place.rglob("*.broken")]
    assert len(kept) == 1


def test_a_file_that_was_changed_since_is_told(tmp_path):
    file = tmp_path / "map.cjm"
    cjm.save(SetScope("title", "Somebody else's").apply(BEFORE), file)
    left(BEFORE, AFTER, saved=BEFORE, file=file)
    (each,) = free()

    lines = preview_of(each, ENGLISH).lines

    assert lines[0].startswith("The file was changed after this")


def test_a_map_that_was_never_saved_says_so(tmp_path):
    left(BEFORE, AFTER)
    (each,) = free()

    preview = preview_of(each, ENGLISH)

    assert preview.title == "Rescued map"
    assert preview.lines[0].startswith("Never saved. ")


def test_the_menu_shows_it_even_if_there_is_nothing(qtbot, space):
    seen = []
    on_dialog(lambda dialog: (seen.append(dialog.found.words.text()), dialog.reject()))
    space.actions["recovered"].trigger()
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == ["There is nothing here."]
