"""Documents come and go: nothing is lost on the way, and nobody is asked twice."""

import json
from pathlib import Path

import pytest
from dialogs import choose, on_dialog, press
from maps import small_map
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit

from cjeditor.app.templates import TEMPLATES
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.errors import CannotWrite

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Button = QMessageBox.StandardButton
CHANGE = SetScope("title", "Another title")


def run(space, name):
    space.actions[name].trigger()


def test_save_as_writes_the_file_and_remembers_it(space, session, tmp_path):
    path = tmp_path / "shoes.cjm"
    on_dialog(choose(path))

    run(space, "save as")

    assert cjm.load(path) == session.journey
    assert space.settings.value.recent == (str(path),)
    assert space.window.windowTitle() == "shoes[*] – CJ Editor"


def test_a_failed_save_keeps_the_change_mark(space, session, tmp_path, monkeypatch):
    path = tmp_path / "shoes.cjm"
    session.save(path)
    before = path.read_bytes()
    session.do(CHANGE)
    monkeypatch.setattr(cjm, "save", raises(CannotWrite("disk full", "full", path)))
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()))

    assert not space.documents.save()

    assert "disk is full" in said[0]
    assert space.window.isWindowModified()
    assert path.read_bytes() == before


@pytest.mark.parametrize("answer", [Button.Save, Button.Discard, Button.Cancel])
def test_closing_asks_about_unsaved_changes(space, session, tmp_path, answer):
    path = tmp_path / "shoes.cjm"
    session.save(path)
    session.do(CHANGE)
    event = QCloseEvent()
    on_dialog(press(answer))

    space.window.closeEvent(event)

    assert event.isAccepted() == (answer != Button.Cancel)
    saved = cjm.load(path).scope.title == "Another title"
    assert saved == (answer == Button.Save)


def test_what_is_being_written_is_saved_before_another_map_is_opened(space, session, tmp_path):
    path, other = tmp_path / "shoes.cjm", tmp_path / "other.cjm"
    session.save(path)
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
    on_dialog(lambda dialog: (dialog.selectFile(str(path)), dialog.accept()))

    space.documents.ask_open()

    assert session.journey.scope.title == "My day"
    assert session.path is None


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
    def act(*_arguments):
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
