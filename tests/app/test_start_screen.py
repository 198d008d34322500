"""The start screen: maps begin, open and come back from here, by mouse and by keys."""

from itertools import product

import pytest
from cut_text import cut
from dialogs import on_dialog, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
)

from cjeditor.app.samples import EXAMPLES, sample
from cjeditor.app.start import greet
from cjeditor.app.start_screen_tiles import GAP, Tile, bold_of, lines_of
from cjeditor.app.templates import TEMPLATES, OwnTemplates, own_folder
from cjeditor.app.thumbnails import HEIGHT, WIDTH
from cjeditor.display.theme import THEMES
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.panels.choice_fields import ChoiceBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CHANGE = SetScope("title", "Another title")


@pytest.fixture
def home(qtbot, window):
    """The start screen, seen."""
    window.workspace.home.show()
    return window.workspace.home


@pytest.fixture
def screen(home):
    return home.screen


def run(space, name):
    space.actions[name].trigger()


def click(qtbot, grid, row):
    spot = grid.visualRect(grid.tiles.index(row)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def names(grid):
    return [grid.tiles.index(row).data() for row in range(grid.tiles.rowCount())]


def test_it_hides_what_belongs_to_the_map_and_brings_it_back(qtbot, window, home):
    parts = (window.statusBar(), window.workspace.search, window.workspace.view)
    assert not any(part.isVisible() for part in parts)

    qtbot.keyClick(home.screen, Qt.Key.Key_Escape)

    assert not home.is_shown
    assert all(part.isVisible() for part in parts)


def test_a_click_on_a_template_begins_a_map(qtbot, window, screen, home):
    click(qtbot, screen.templates, 5)

    lanes = [lane.title for lane in window.workspace.session.journey.ordered_lanes]
    assert "Frontstage" in lanes
    assert not home.is_shown
    assert window.workspace.session.path is None
    assert not window.workspace.session.is_changed


def test_arrows_and_enter_begin_a_map(qtbot, window, screen, home):
    screen.templates.setFocus()
    qtbot.keyClick(screen.templates, Qt.Key.Key_Right)
    qtbot.keyClick(screen.templates, Qt.Key.Key_Return)

    stages = [stage.title for stage in window.workspace.session.journey.ordered_stages]
    assert stages == ["Awareness", "Engagement", "Conversion", "Retention"]
    assert not home.is_shown


def press_in(window, *keys):
    """Press keys as they come from outside, to whatever has the keyboard."""
    for key in keys:
        QTest.keyClick(window.windowHandle(), key)


def test_who_begins_a_map_by_keys_types_into_its_first_cell(qtbot, window, screen, home):
    press_in(window, Qt.Key.Key_Right, Qt.Key.Key_Return)
    session = window.workspace.session
    lane, step = session.journey.ordered_lanes[0], session.journey.ordered_steps[0]
    assert session.cursor == (lane.id, step.id)

    press_in(window, Qt.Key.Key_H, Qt.Key.Key_I, Qt.Key.Key_Return)
    window.workspace.view.writer.commit()

    assert "hi" in [card.text for card in session.journey.cell(lane.id, step.id)]


@pytest.mark.parametrize("grid", ["templates", "examples", "recent"])
def test_by_keys_every_map_is_begun_in_its_first_cell(qtbot, window, home, grid):
    window.workspace.settings.add_recent(sample("en"))
    home.screen.show_all()
    getattr(home.screen, grid).setFocus()

    press_in(window, Qt.Key.Key_Return)

    session = window.workspace.session
    assert session.cursor == (
        session.journey.ordered_lanes[0].id,
        session.journey.ordered_steps[0].id,
    )
    qtbot.waitUntil(window.workspace.view.hasFocus)  # a window that waited comes back late


def test_a_map_begun_by_mouse_has_no_cursor_yet(qtbot, window, screen, home):
    press_in(window, Qt.Key.Key_Right)
    spot = screen.templates.visualRect(screen.templates.tiles.index(1)).center()
    at = screen.templates.viewport().mapTo(window, spot)

    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    assert not home.is_shown
    session = window.workspace.session
    assert session.cursor is None
    assert not session.selection


def test_every_template_and_example_is_offered_in_both_languages(qtbot, window, screen):
    assert names(screen.templates) == [each.label for each in TEMPLATES]
    assert names(screen.examples) == [each.label for each in EXAMPLES]
    button = next(b for b in screen.findChildren(QAbstractButton) if b.text() == "Bahasa Indonesia")

    button.click()
    click(qtbot, screen.templates, 0)

    assert window.workspace.session.journey.scope.language == "id"


def test_an_example_opens_as_a_map_that_is_not_saved(qtbot, window, screen):
    click(qtbot, screen.examples, 2)

    assert window.workspace.session.journey.scope.title == "An iced coffee ordered ahead"
    assert window.workspace.session.path is None


def test_a_recent_map_opens(qtbot, window, home):
    window.workspace.settings.add_recent(sample("en"))
    home.show()

    click(qtbot, home.screen.recent, 0)

    assert window.workspace.session.path == sample("en")
    assert not home.is_shown


def test_a_map_that_is_gone_is_greyed_and_can_be_removed(qtbot, window, home, tmp_path):
    window.workspace.settings.add_recent(tmp_path / "gone.cjm")
    home.show()
    recent = home.screen.recent
    tile = recent.tiles.tile(recent.tiles.index(0))
    assert (tile.is_there, tile.note) == (False, "Not found")

    click(qtbot, recent, 0)
    assert home.is_shown
    QApplication.activePopupWidget().actions()[0].trigger()

    assert window.workspace.settings.value.recent == ()
    assert not recent.isVisible()


def test_the_delete_key_takes_a_map_out_of_the_recent_ones(qtbot, window, home):
    for language in ("en", "id"):
        window.workspace.settings.add_recent(sample(language))
    home.show()
    home.screen.recent.setFocus()

    qtbot.keyClick(home.screen.recent, Qt.Key.Key_Delete)

    assert window.workspace.settings.value.recent == (str(sample("en")),)
    assert sample("id").exists()


def test_unsaved_changes_are_asked_about(qtbot, window, home):
    session = window.workspace.session
    session.do(CHANGE)
    kept = session.journey
    on_dialog(press(QMessageBox.StandardButton.Cancel))

    click(qtbot, home.screen.templates, 0)

    assert session.journey is kept
    assert home.is_shown


def test_a_map_is_kept_as_a_template_and_begun_from(qtbot, space):
    def name_it(dialog):
        dialog.findChild(QLineEdit).setText("Our workshop")
        dialog.accept()

    on_dialog(name_it)
    run(space, "save as template")
    space.home.show()
    own = space.home.screen.own
    assert names(own) == ["Our workshop"]

    click(qtbot, own, 0)

    assert space.session.journey.scope.title == "Buying running shoes online"
    assert space.session.path is None


def test_own_templates_are_renamed_and_deleted_by_key(qtbot, window, home):
    OwnTemplates(own_folder()).keep(cjm.load(sample("en")), "Old")
    home.show()
    own = home.screen.own
    own.setFocus()

    def name_it(dialog):
        dialog.findChild(QLineEdit).setText("New")
        dialog.accept()

    on_dialog(name_it)
    qtbot.keyClick(own, Qt.Key.Key_F2)
    assert names(own) == ["New"]
    on_dialog(lambda box: box.buttons()[0].click())
    qtbot.keyClick(own, Qt.Key.Key_Delete)

    assert names(own) == []
    assert not own.isVisible()


def test_a_broken_template_is_greyed_with_a_sentence(qtbot, window, home):
    own_folder().mkdir(parents=True)
    (own_folder() / "Broken.cjm").write_text("{")
    home.show()
    own = home.screen.own

    qtbot.waitUntil(lambda: not own.tiles.tile(own.tiles.index(0)).is_there)

    assert "damaged" in own.tiles.tile(own.tiles.index(0)).note
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()))
    click(qtbot, own, 0)
    assert "damaged" in said[0]
    assert home.is_shown


def test_the_page_speaks_the_interfaces_language_and_stays(qapp, window, home):
    box = next(b for b in home.screen.findChildren(QComboBox) if b.accessibleName() == "Language")
    box.setCurrentIndex(box.findData("id"))
    box.activated.emit(box.currentIndex())
    qapp.processEvents()

    assert home.is_shown
    assert window.workspace.settings.value.language == "id"


def test_the_theme_is_chosen_there(window, home):
    box = next(b for b in home.screen.findChildren(QComboBox) if b.accessibleName() == "Theme")
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())

    assert window.workspace.view.look.theme.dark
    assert home.screen.templates.tiles.theme == "dark"


@pytest.mark.parametrize("theme", ["dark", "contrast", "contrast dark"])
def test_the_pictures_follow_the_theme(qtbot, window, home, theme):
    grid = home.screen.templates
    tile = grid.visualRect(grid.tiles.index(0))
    left_bottom = tile.left() + 6, tile.top() + 8 + (tile.width() - 24) * HEIGHT // WIDTH - 12

    window.workspace.settings.change(theme=theme)

    def paper():
        return grid.viewport().grab().toImage().pixelColor(*left_bottom).name()

    qtbot.waitUntil(lambda: paper() in (THEMES[theme].sheet, THEMES[theme].band))


def test_it_can_be_left_out_at_the_start(window, home):
    box = next(b for b in home.screen.findChildren(QAbstractButton) if "starts" in b.text())
    box.click()

    assert window.workspace.settings.value.start_shown is False


def test_actions_that_need_the_map_wait(window, home):
    space = window.workspace
    assert not space.actions["stage"].isEnabled()
    assert space.actions["open"].isEnabled()

    home.leave()

    assert space.actions["stage"].isEnabled()


@pytest.mark.parametrize("wanted", [True, False])
def test_the_program_begins_with_it_if_it_is_wanted(window, wanted):
    window.workspace.settings.change(start_shown=wanted)

    greet(window)

    assert window.workspace.map_shown is not wanted


def test_new_map_and_start_screen_lead_there(window, space):
    for name in ("new", "home"):
        run(space, name)
        assert space.home.is_shown
        space.home.leave()


def test_what_takes_the_keyboard_has_a_name_and_can_be_hit(qtbot, window, screen):
    window.resize(1280, 720)
    controls = [
        *screen.findChildren(QAbstractButton),
        *screen.findChildren(QComboBox),
        *screen.grids,
    ]

    for each in controls:
        if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert each.accessibleName() or each.text()
            assert min(each.width(), each.height()) >= 24


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_text_is_cut_in_a_small_window(qtbot, qapp, window, home, language):
    window.workspace.settings.change(language=language)
    window.resize(1280, 720)
    qapp.processEvents()

    for each in (*home.screen.findChildren(QLabel), *home.screen.findChildren(QAbstractButton)):
        if each.isVisible():
            assert each.width() >= each.minimumSizeHint().width(), each


def test_boxes_show_the_longest_of_their_choices(qtbot, window, home):
    window.resize(1280, 720)
    for text_size, language in product((100, 200), ("en", "id")):
        window.workspace.settings.change(language=language, text_size=text_size)

        boxes = home.screen.findChildren(ChoiceBox)
        assert len(boxes) == 2
        qtbot.waitUntil(lambda: not any(map(shortened, home.screen.findChildren(ChoiceBox))))
        for box in boxes:
            assert box.accessibleName()
            assert all(not box.itemIcon(index).isNull() for index in range(box.count()))
        assert cut(home.screen) == []


def shortened(box):
    """Return the choices that have no room in a box."""
    texts = [box.itemText(index) for index in range(box.count())]
    elided, room = box.fontMetrics().elidedText, box.room()
    return [text for text in texts if elided(text, Qt.TextElideMode.ElideRight, room) != text]


def test_all_tiles_are_seen_in_any_width(qtbot, qapp, window, screen):
    for width in (900, 1280, 1920):
        window.resize(width, 720)
        qapp.processEvents()
        grid = screen.templates
        last = grid.visualRect(grid.tiles.index(grid.tiles.rowCount() - 1))
        assert grid.viewport().rect().contains(last.adjusted(1, 1, -1, -1))


def test_the_menu_of_a_tile_belongs_to_what_is_under_the_pointer(qtbot, window, home):
    own = OwnTemplates(own_folder())
    for name in ("A", "B"):
        own.keep(cjm.load(sample("en")), name)
    home.show()
    grid = home.screen.own
    seen = []
    grid.menu_wanted.connect(lambda _at: seen.append(grid.present().name))
    home.screen.rename_wanted.connect(seen.append)

    spot = grid.visualRect(grid.tiles.index(1)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, QPoint(5, 5))
    QApplication.sendEvent(grid.viewport(), event)

    assert seen == ["B"]
    QApplication.activePopupWidget().close()


@pytest.mark.parametrize("language", ["en", "id"])
def test_names_of_templates_and_examples_are_seen_whole(qapp, window, screen, language):
    window.workspace.settings.change(language=language)
    screen.show_language(language)
    for width in (1280, 1600, 1920):
        window.resize(width, 900)
        qapp.processEvents()
        for grid in (screen.templates, screen.examples):
            delegate, bold = grid._delegate, bold_of(grid.font())
            room = delegate.room_for_texts(grid.tile_size().width() - GAP)
            for name in names(grid):
                assert " ".join(lines_of(name, QFontMetrics(bold), room, 2)) == name


def test_tiles_are_as_high_as_their_names_need(window, screen, tmp_path):
    window.resize(1600, 900)
    grid, path = screen.examples, tmp_path / "a.cjm"
    grid.show_tiles([Tile(path, "Short", "A note")])
    usual = grid.tile_size().height()
    grid.show_tiles(
        [Tile(path, "A name that takes more than one line of its tile " * 2, "Note " * 60)]
    )

    assert grid.tile_size().height() == usual + QFontMetrics(grid.font()).lineSpacing()
