"""Documents come and go: nothing is lost on the way, and nobody is asked twice."""

import gc
import json
import threading
from pathlib import Path

import pytest
from dialogs import choose, on_dialog, press
from maps import small_map
from PySide6.QtCore import QMimeData, QPointF, Qt, QThread, QUrl
from PySide6.QtGui import QCloseEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
)
from saved import save

from cjeditor.app.templates import TEMPLATES
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.errors import CannotWrite

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Button = QMessageBox.StandardButton
CHANGE = SetScope("title", "Another title")


def run(space, name):
    space.actions[name].trigger()


def saved(qtbot, space):
    """Wait until nothing is left to be written."""
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)


def status(space):
    """Return what the status line says about saving."""
    return space._status._saved.text()


def test_save_as_writes_the_file_and_remembers_it(qtbot, space, session, tmp_path):
    path = tmp_path / "shoes.cjm"
    on_dialog(choose(path))

    run(space, "save as")
    saved(qtbot, space)

    assert cjm.load(path) == session.journey
    assert space.settings.value.recent == (str(path),)
    assert space.window.windowTitle() == "shoes[*] – CJ Editor"


def test_a_failed_save_keeps_the_change_mark(qtbot, space, session, tmp_path, monkeypatch):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    before = path.read_bytes()
    session.do(CHANGE)
    monkeypatch.setattr(cjm, "save", raises(CannotWrite("disk full", "full", path)))
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()))

    run(space, "save")
    saved(qtbot, space)

    assert "disk is full" in said[0]
    assert space.window.isWindowModified()
    assert path.read_bytes() == before


def test_writing_goes_on_while_what_is_written_is_saved(qtbot, space, session, gate, tmp_path):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    space.window.activateWindow()
    qtbot.waitUntil(space.window.isActiveWindow)
    card = next(iter(session.journey.cards))
    space.view.writer.write(card)
    field = space.view.writer.editor
    field.selectAll()
    qtbot.keyClicks(field, "Half a ")

    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "sentence")
    gate.set()
    saved(qtbot, space)

    assert cjm.load(path).cards[card].text == "Half a"
    assert space.view.writer.editor is field
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert session.journey.cards[card].text == "Half a sentence"
    assert session.is_changed
    session.undo_stack.undo()
    assert not session.is_changed


def test_a_new_card_is_saved_while_it_is_written(qtbot, space, session, tmp_path):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    lane = next(each for each in session.journey.ordered_lanes if session.journey.cells[each.id])
    step = session.journey.ordered_steps[0]
    before = set(session.journey.cards)
    space.view.start_writing((lane.id, step.id), "New")
    field = space.view.writer.editor

    run(space, "save")
    qtbot.keyClicks(field, "er")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    saved(qtbot, space)

    (new,) = set(session.journey.cards) - before
    assert cjm.load(path).cards[new].text == "New"
    assert session.journey.cards[new].text == "Newer"


def test_a_save_that_takes_its_time_is_told(qtbot, space, session, gate, tmp_path):
    save(session, tmp_path / "shoes.cjm")
    session.do(CHANGE)

    run(space, "save")
    assert status(space) == "Unsaved changes"
    qtbot.waitUntil(lambda: status(space) == "Saving …")
    gate.set()
    saved(qtbot, space)

    assert status(space).startswith("Saved ")
    assert any(digit in status(space) for digit in "0123456789")


def test_what_is_edited_during_a_save_is_a_change(qtbot, space, session, gate, tmp_path):
    save(session, tmp_path / "shoes.cjm")
    session.do(CHANGE)
    run(space, "save")

    session.do(SetScope("title", "A third title"))
    gate.set()
    saved(qtbot, space)

    assert status(space) == "Unsaved changes"
    assert space.window.isWindowModified()


def test_a_second_save_under_way_to_another_place_goes_there_too(
    qtbot, space, session, gate, tmp_path
):
    save(session, tmp_path / "old.cjm")
    on_dialog(choose(tmp_path / "new.cjm"))
    run(space, "save as")
    session.do(CHANGE)

    run(space, "save")
    gate.set()
    saved(qtbot, space)

    assert cjm.load(tmp_path / "new.cjm").scope.title == "Another title"
    assert session.path == tmp_path / "new.cjm"


def test_closing_waits_for_a_save(qtbot, space, session, gate, tmp_path):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    session.do(CHANGE)
    run(space, "save")
    event, seen = QCloseEvent(), []

    def try_to_leave(dialog):
        dialog.close()
        dialog.reject()
        seen.append((dialog.isVisible(), dialog.findChild(QPushButton), space.documents.may_go()))
        gate.set()

    on_dialog(try_to_leave, QProgressDialog)
    space.window.closeEvent(event)

    assert seen == [(True, None, False)]
    assert event.isAccepted()
    assert cjm.load(path).scope.title == "Another title"


def test_a_save_that_fails_keeps_the_window_open(space, session, tmp_path, monkeypatch):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    session.do(CHANGE)
    monkeypatch.setattr(cjm, "save", raises(CannotWrite("disk full", "full", path)))
    event, said = QCloseEvent(), []

    def answer(box):
        on_dialog(lambda box: (said.append(box.text()), box.accept()))
        box.button(Button.Save).click()

    on_dialog(answer)
    space.window.closeEvent(event)

    assert not event.isAccepted()
    assert len(said) == 1
    assert "disk is full" in said[0]
    assert session.is_changed


@pytest.mark.parametrize("answer", [Button.Save, Button.Discard, Button.Cancel])
def test_closing_asks_about_unsaved_changes(space, session, tmp_path, answer):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    session.do(CHANGE)
    event = QCloseEvent()
    on_dialog(press(answer))

    space.window.closeEvent(event)

    assert event.isAccepted() == (answer != Button.Cancel)
    saved = cjm.load(path).scope.title == "Another title"
    assert saved == (answer == Button.Save)


def test_a_map_without_a_place_that_gets_none_keeps_the_window_open(space, session):
    session.do(CHANGE)
    event = QCloseEvent()

    def answer(box):
        on_dialog(QDialog.reject)
        box.button(Button.Save).click()

    on_dialog(answer)
    space.window.closeEvent(event)

    assert not event.isAccepted()


def test_what_is_being_written_is_saved_before_another_map_is_opened(space, session, tmp_path):
    path, other = tmp_path / "shoes.cjm", tmp_path / "other.cjm"
    save(session, path)
    cjm.save(small_map(), other)
    space.view.writer.write(next(iter(session.journey.cards)), "Half a sentence")
    on_dialog(press(Button.Save))

    space.documents.open(other)

    assert any("Half a sentence" in card.text for card in cjm.load(path).cards.values())
    assert session.journey.id == small_map().id
    assert not space.view.writer.is_writing


def test_a_cancelled_question_keeps_the_map(space, session):
    session.do(CHANGE)
    kept = session.journey
    on_dialog(press(Button.Cancel))

    space.documents.begin(TEMPLATES[0].path("en"))

    assert session.journey is kept


def test_a_new_map_has_stages_and_lanes_to_fill(space, session):
    space.documents.begin(TEMPLATES[0].path("en"))

    journey = session.journey
    assert (len(journey.stages), len(journey.steps), len(journey.lanes)) == (5, 5, 6)
    assert not journey.cards
    assert not session.is_changed


def test_an_untouched_map_follows_the_language_of_the_window(qapp, window):
    window.workspace.settings.change(language="id")
    qapp.processEvents()

    stages = window.workspace.session.journey.ordered_stages
    assert [stage.title for stage in stages][:2] == ["Kesadaran", "Pertimbangan"]


def test_another_template_stays_when_the_window_changes_its_language(qapp, window):
    space = window.workspace
    space.documents.begin(TEMPLATES[1].path("en"))
    begun = space.session.journey

    space.settings.change(language="id")
    qapp.processEvents()

    assert space.session.journey is begun


def test_a_file_that_is_dropped_is_opened(space, session, tmp_path):
    path = tmp_path / "dropped.cjm"
    cjm.save(session.journey.with_scope(session.journey.scope.replace(title="Dropped")), path)

    drop(space.window, path)

    assert session.journey.scope.title == "Dropped"


def test_a_damaged_file_is_told_and_the_map_stays(space, session, tmp_path):
    path = tmp_path / "damaged.cjm"
    path.write_text("{ not a map")
    kept = session.journey
    said = []
    on_dialog(lambda box: (said.append((box.text(), box.textFormat())), box.accept()))

    space.documents.open(path)

    assert "damaged.cjm" in said[0][0]
    assert said[0][1] == Qt.TextFormat.PlainText
    assert session.journey is kept


def test_another_programs_file_named_in_the_dialog_for_maps_is_imported(space, session, tmp_path):
    path = tmp_path / "day.mmd"
    path.write_text("journey\n title My day\n section Work\n  Make tea: 4: Me\n")
    on_dialog(choose(path))

    space.documents.ask_open()

    assert session.journey.scope.title == "My day"
    assert session.path is None


def test_opening_can_be_stopped_and_the_map_stays(space, session, tmp_path, monkeypatch):
    path = tmp_path / "large.cjm"
    cjm.save(small_map(), path)
    kept, sheet, seen = session.journey, space.view.sheet, []
    looked = gc.isenabled()

    def slowly(_path, progress):
        for count in range(10_000):
            progress(count / 10_000)
            QThread.msleep(1)

    def stop(dialog):
        seen.append(dialog.findChild(QLabel).text())
        dialog.findChild(QPushButton).click()

    monkeypatch.setattr(cjm, "load_known", slowly)
    on_dialog(stop, QProgressDialog)
    space.documents.open(path)

    assert seen == ["Opening large.cjm …"]
    assert session.journey is kept
    assert space.view.sheet is sheet
    assert gc.isenabled() == looked


def test_nothing_else_is_opened_and_the_window_stays_while_a_map_is_opened(
    space, session, tmp_path, monkeypatch
):
    path = tmp_path / "large.cjm"
    cjm.save(small_map(), path)
    load, going_on, seen = cjm.load_known, threading.Event(), []

    def slowly(path, progress):
        going_on.wait(20)
        return load(path, progress)

    def meanwhile(_dialog):
        space.documents.open(path)
        seen.append((space.window.close(), session.journey.id))
        going_on.set()

    monkeypatch.setattr(cjm, "load_known", slowly)
    before = session.journey.id
    on_dialog(meanwhile, QProgressDialog)
    space.documents.open(path)

    assert seen == [(False, before)]
    assert session.journey.id == "small"


def test_a_map_is_opened_as_it_will_be_seen(qtbot, space, session, tmp_path):
    path = tmp_path / "peta.cjm"
    indonesian = small_map().with_scope(small_map().scope.replace(language="id"))
    cjm.save(indonesian, path)
    run(space, "projector")
    shown = space.projector.view
    qtbot.waitUntil(lambda: not shown.is_opening)

    space.documents.open(path)
    qtbot.waitUntil(lambda: not shown.is_opening)

    assert space.view.sheet.journey is shown.sheet.journey is session.journey
    assert space.view.look.words.language == shown.look.words.language == "id"
    space.projector.close()


def test_a_file_that_cannot_be_written_is_opened_read_only(qtbot, space, session, tmp_path):
    path = tmp_path / "shoes.cjm"
    cjm.save(small_map(), path)
    path.chmod(0o444)

    space.documents.open(path)

    assert session.is_read_only
    assert status(space) == "Read only"
    on_dialog(choose(tmp_path / "copy.cjm"))
    run(space, "save as")
    saved(qtbot, space)
    assert not session.is_read_only


def test_another_map_has_not_been_saved_when_the_last_one_was(qtbot, space, session, tmp_path):
    other = tmp_path / "other.cjm"
    cjm.save(small_map(), other)
    save(session, tmp_path / "shoes.cjm")
    run(space, "save")
    saved(qtbot, space)

    space.documents.open(other)

    assert status(space) == "Saved"


def test_an_import_lists_what_it_could_not_take(space, session, tmp_path):
    path = tmp_path / "day.mmd"
    path.write_text("journey\n title My day\n section Work\n  Make tea: ten: Me\n")
    listed = []

    def read(dialog):
        listed.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.close()

    on_dialog(read)

    space.documents.open(path)

    assert session.journey.scope.title == "My day"
    assert "ten" in listed[0]
    assert session.is_changed
    assert session.path is None


def test_recent_files_are_listed_and_can_be_cleared(space, tmp_path):
    for number in range(12):
        space.settings.add_recent(tmp_path / f"map{number}.cjm")
    (tmp_path / "map11.cjm").write_bytes(b"x")
    menu = menu_named(space, "Open recent")

    menu.aboutToShow.emit()
    files = [each for each in menu.actions() if ".cjm" in each.text()]

    assert len(files) == 10
    assert files[0].text().startswith("map11.cjm")
    assert [each.isEnabled() for each in files][:2] == [True, False]
    run(space, "clear recent")
    assert space.settings.value.recent == ()


def test_the_sample_map_opens_in_the_language_of_the_window(space, session):
    space.settings.change(language="id")

    run(space, "example shoes")

    assert session.journey.scope.title.startswith("Membeli")
    assert session.path is None


def test_a_broken_settings_file_is_set_aside(tmp_path):
    from cjeditor.app.settings import Settings, SettingsFile

    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink"}')

    assert SettingsFile(path).value == Settings()
    assert (tmp_path / "settings.broken.json").read_text() == '{"theme": "pink"}'


def test_settings_last(tmp_path):
    from cjeditor.app.settings import SettingsFile

    path = tmp_path / "deep" / "settings.json"
    SettingsFile(path).change(theme="dark", recent=("/a.cjm",))

    assert SettingsFile(path).value.theme == "dark"
    assert json.loads(path.read_text())["recent"] == ["/a.cjm"]


def raises(error):
    def act(*_arguments, **_more):
        raise error

    return act


def drop(window, path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(50, 50), action, carried, left, none))


def menu_named(space, title):
    from PySide6.QtWidgets import QMenu

    return next(each for each in space.window.findChildren(QMenu) if each.title() == title)
