"""The file of the open map is changed by others: it is said, and every way out can be undone."""

import pytest
from dialogs import choose, on_dialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPlainTextEdit
from saved import save

from cjeditor.app.clash_dialog import ClashDialog
from cjeditor.app.others import COPY, FILE
from cjeditor.core.words import set_interface_language
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.session import watching

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(watching, "SOON", 30)
    monkeypatch.setattr(watching, "DOUBT", 100)


@pytest.fixture
def path(tmp_path, space, qtbot):
    file = tmp_path / "shop.cjm"
    save(space.session, file)
    quiet(space, qtbot)
    return file


def quiet(space, qtbot):
    """Wait until nothing is saved or looked at."""
    watch = space.safety.others.watching
    saving = space.documents.saver.saving
    qtbot.waitUntil(
        lambda: not (saving.is_busy or watch._work is not None or watch._soon.isActive())
    )


def they(space, path, qtbot, *edits):
    """Let somebody else do *edits* in the file; return their map once it is told here."""
    theirs = cjm.load(path)
    for edit in edits:
        theirs = edit.apply(theirs)
    cjm.save(theirs, path)
    qtbot.waitUntil(lambda: FILE in space.notices.topics)
    return theirs


def press(space, qtbot, label, topic=FILE):
    row = space.notices.row(topic)
    button = next(each for each in row.buttons if each.text() == label)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def labels(space, topic=FILE):
    return [each.text() for each in space.notices.row(topic).buttons]


def cards(space, count=2):
    return list(space.session.journey.cards)[:count]


THEIRS = SetScope("title", "Their title")
MINE = SetScope("title", "My title")


def test_it_is_told_and_nothing_happens_by_itself(space, path, qtbot):
    before = space.session.journey
    they(space, path, qtbot, THEIRS)

    row = space.notices.row(FILE)
    assert row.text.startswith("“shop.cjm” was changed by another program")
    assert labels(space) == ["Take theirs", "Compare …", "Keep mine", "Save as …"]
    assert space.session.journey is before

    space.session.do(MINE)
    assert labels(space)[0] == "Merge …"
    assert "You have changes, too" in space.notices.row(FILE).text
    set_interface_language("id")
    space.notices.dress()
    assert "diubah oleh program lain" in space.notices.row(FILE).text


def test_theirs_is_taken_as_one_step_that_can_be_undone(space, path, qtbot):
    space.session.do(MINE)
    mine, steps = space.session.journey, space.session.undo_stack.count()
    theirs = they(space, path, qtbot, THEIRS)

    press(space, qtbot, "Take theirs")

    assert space.session.journey == theirs
    assert not space.session.is_changed
    assert FILE not in space.notices.topics
    assert space.session.undo_stack.count() == steps + 1
    assert space.session.undo_stack.undoText() == "Take their version"
    space.session.undo_stack.undo()
    assert space.session.journey is mine
    assert space.session.is_changed
    space.actions["save"].trigger()
    quiet(space, qtbot)
    assert cjm.load(path) == mine


def test_theirs_is_taken_though_the_map_is_locked(space, path, qtbot):
    theirs = they(space, path, qtbot, THEIRS)
    space.session.do(SetScope("lock", "all"))

    press(space, qtbot, "Take theirs")

    assert space.session.journey == theirs


def test_mine_is_kept_over_the_version_that_was_told(space, path, qtbot):
    space.session.do(MINE)
    they(space, path, qtbot, THEIRS)

    press(space, qtbot, "Keep mine")
    quiet(space, qtbot)

    assert cjm.load(path).scope.title == "My title"
    assert not space.session.is_changed
    assert FILE not in space.notices.topics


def test_mine_is_not_kept_over_a_version_that_nobody_has_told(space, path, qtbot, gate):
    space.session.do(MINE)
    they(space, path, qtbot, THEIRS)

    press(space, qtbot, "Keep mine")
    newer = SetScope("title", "Newer").apply(cjm.load(path))
    path.write_bytes(cjm.dumps(newer))
    on_dialog(lambda box: box.accept(), QMessageBox)
    gate.set()
    qtbot.waitUntil(lambda: FILE in space.notices.topics)

    assert cjm.load(path) == newer
    assert space.session.is_changed


def test_both_are_merged_as_one_step(space, path, qtbot):
    one, two = cards(space)
    space.session.do(SetField((one,), "text", "Mine"))
    mine, steps = space.session.journey, space.session.undo_stack.count()
    theirs = they(space, path, qtbot, SetField((two,), "text", "Theirs"))

    press(space, qtbot, "Merge …")

    texts = [space.session.journey.cards[each].text for each in (one, two)]
    assert texts == ["Mine", "Theirs"]
    assert space.session.undo_stack.count() == steps + 1
    assert space.session.saved == theirs
    assert "Merged: Action “Theirs” changed" in space._status._where.text()
    space.actions["save"].trigger()
    quiet(space, qtbot)
    assert cjm.load(path) == space.session.journey
    space.session.undo_stack.undo()
    assert space.session.journey is mine


def test_what_both_changed_is_asked_and_can_be_called_off(space, path, qtbot):
    one, two = cards(space)
    space.session.do(SetField((one,), "text", "Mine"))
    space.session.do(MINE)
    before = space.session.journey
    they(space, path, qtbot, SetField((one, two), "text", "Theirs"), THEIRS)
    seen = []

    def look_and_leave(dialog):
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    on_dialog(look_and_leave, ClashDialog)
    press(space, qtbot, "Merge …")

    assert len(seen) == 2
    assert all(text.startswith("Mine – ") for text in seen)
    assert any("My title" in text and "Their title" in text for text in seen)
    assert space.session.journey is before
    assert FILE in space.notices.topics

    def decide(dialog):
        row = next(row for row in range(2) if "title" in dialog.list.item(row).text())
        while dialog.list.currentRow() != row:
            qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Right)
        assert dialog.list.item(row).text().startswith("Theirs – ")
        assert dialog.theirs.isChecked()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    on_dialog(decide, ClashDialog)
    press(space, qtbot, "Merge …")

    journey = space.session.journey
    assert journey.scope.title == "Their title"
    assert [journey.cards[each].text for each in (one, two)] == ["Mine", "Theirs"]
    space.session.undo_stack.undo()
    assert space.session.journey is before


def test_both_sides_are_compared_in_sentences(space, path, qtbot):
    one, two = cards(space)
    space.session.do(SetField((one,), "text", "Written here"))
    before = space.session.journey
    they(space, path, qtbot, SetField((two,), "text", "Written there"))
    seen = []

    def read(dialog):
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.reject()

    on_dialog(read)
    press(space, qtbot, "Compare …")

    there, here = seen[0].split("Changed by you and not saved:")
    assert "Written there" in there
    assert "Written here" in here
    assert "Written there" not in here
    assert space.session.journey is before
    assert FILE in space.notices.topics


def test_a_save_is_refused_and_told(space, path, qtbot, monkeypatch):
    monkeypatch.setattr(watching, "SOON", 100_000)
    space.session.do(MINE)
    theirs = THEIRS.apply(cjm.load(path))
    cjm.save(theirs, path)
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()), QMessageBox)

    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: FILE in space.notices.topics)

    assert "has changed it since" in said[0]
    assert cjm.load(path) == theirs
    assert space.session.is_changed


def test_a_notice_that_was_sent_away_comes_back_with_the_next_save(space, path, qtbot):
    space.session.do(MINE)
    they(space, path, qtbot, THEIRS)
    qtbot.mouseClick(space.notices.row(FILE).close_button, Qt.MouseButton.LeftButton)
    assert FILE not in space.notices.topics
    assert space.safety.others.is_asking

    on_dialog(lambda box: box.accept(), QMessageBox)
    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: FILE in space.notices.topics)


def test_the_map_can_be_saved_elsewhere(space, path, qtbot, tmp_path):
    space.session.do(MINE)
    theirs = they(space, path, qtbot, THEIRS)

    on_dialog(choose(tmp_path / "other.cjm"), QFileDialog)
    press(space, qtbot, "Save as …")
    quiet(space, qtbot)

    assert cjm.load(tmp_path / "other.cjm").scope.title == "My title"
    assert cjm.load(path) == theirs
    assert FILE not in space.notices.topics


def test_what_they_take_back_is_not_asked_any_more(space, path, qtbot):
    content = path.read_bytes()
    they(space, path, qtbot, THEIRS)
    path.write_bytes(content)

    qtbot.waitUntil(lambda: FILE not in space.notices.topics)
    assert not space.safety.others.is_asking


def test_the_same_change_on_both_sides_needs_no_question(space, path, qtbot):
    space.session.do(THEIRS)
    cjm.save(THEIRS.apply(cjm.load(path)), path)

    qtbot.waitUntil(lambda: not space.session.is_changed)
    assert FILE not in space.notices.topics


def test_a_file_that_is_gone_can_be_written_again(space, path, qtbot):
    path.unlink()
    qtbot.waitUntil(lambda: FILE in space.notices.topics)
    assert "no longer there" in space.notices.row(FILE).text
    assert space.session.is_changed  # closing asks

    press(space, qtbot, "Save again")
    qtbot.waitUntil(lambda: FILE not in space.notices.topics)

    assert cjm.load(path) == space.session.journey
    assert not space.session.is_changed


def test_a_file_that_comes_back_is_the_map_s_again(space, path, qtbot):
    content = path.read_bytes()
    path.unlink()
    qtbot.waitUntil(lambda: FILE in space.notices.topics)
    path.write_bytes(content)

    qtbot.waitUntil(lambda: FILE not in space.notices.topics and not space.session.is_changed)


def test_a_file_that_is_no_map_any_more_can_be_replaced(space, path, qtbot):
    path.write_bytes(b"not a map")
    qtbot.waitUntil(lambda: FILE in space.notices.topics)
    assert "cannot be read" in space.notices.row(FILE).text
    assert labels(space) == ["Save as …", "Keep mine"]

    press(space, qtbot, "Keep mine")
    quiet(space, qtbot)

    assert cjm.load(path) == space.session.journey


def test_what_is_typed_is_in_the_map_that_undo_brings_back(space, path, qtbot):
    card = cards(space)[0]
    they(space, path, qtbot, THEIRS)
    space.view.writer.write(card)
    space.view.writer.editor.selectAll()
    qtbot.keyClicks(space.view.writer.editor, "Half a word")

    space.safety.others.take_theirs()

    assert space.session.journey.cards[card].text != "Half a word"
    space.session.undo_stack.undo()
    assert space.session.journey.cards[card].text == "Half a word"


class TestConflictCopies:
    @pytest.fixture
    def copy(self, space, path, qtbot):
        """A copy in which the second card is other and the first is deleted."""
        one, two = cards(space)
        journey = Delete((one,)).apply(cjm.load(path))
        file = path.with_name("shop (Rina's conflicted copy 2026-11-29).cjm")
        cjm.save(SetField((two,), "text", "In the copy").apply(journey), file)
        qtbot.waitUntil(lambda: COPY + str(file) in space.notices.topics)
        return file

    def test_it_is_noticed_once(self, space, copy, qtbot):
        topic = COPY + str(copy)
        assert "Rina's conflicted copy" in space.notices.row(topic).text
        qtbot.mouseClick(space.notices.row(topic).close_button, Qt.MouseButton.LeftButton)
        space.safety.others.watching.look_again()
        quiet(space, qtbot)

        assert topic not in space.notices.topics
        assert copy.exists()

    def test_it_is_compared(self, space, copy, qtbot):
        seen = []

        def read(dialog):
            seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
            dialog.reject()

        on_dialog(read)
        press(space, qtbot, "Compare …", COPY + str(copy))
        assert "In the copy" in seen[0]

    def test_it_is_merged_and_nothing_is_deleted(self, space, copy, qtbot):
        one, two = cards(space)
        before = space.session.journey

        def all_theirs(dialog):
            qtbot.mouseClick(dialog.all_theirs, Qt.MouseButton.LeftButton)
            dialog.accept()

        on_dialog(all_theirs, ClashDialog)
        press(space, qtbot, "Merge …", COPY + str(copy))

        assert one in space.session.journey.cards
        assert space.session.journey.cards[two].text == "In the copy"
        assert COPY + str(copy) not in space.notices.topics
        assert copy.exists()
        space.session.undo_stack.undo()
        assert space.session.journey is before

    def test_one_that_cannot_be_read_is_said(self, space, copy, qtbot):
        copy.write_bytes(b"damaged")
        said = []
        on_dialog(lambda box: (said.append(box.text()), box.accept()), QMessageBox)
        press(space, qtbot, "Merge …", COPY + str(copy))
        assert "is damaged or cut off" in said[0]

    def test_its_notice_goes_with_it_and_with_the_map(self, space, path, copy, qtbot):
        copy.unlink()
        qtbot.waitUntil(lambda: COPY + str(copy) not in space.notices.topics)
        cjm.save(cjm.load(path).with_scope(THEIRS.apply(cjm.load(path)).scope), copy)
        qtbot.waitUntil(lambda: COPY + str(copy) in space.notices.topics)

        space.session.show(cjm.load(path))
        assert space.notices.topics == ()
