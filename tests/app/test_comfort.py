"""Eyes and fingers: large words, long words, large targets, every theme; and what is remembered."""

from itertools import product

import pytest
from cut_text import LongWords, cut
from dialogs import on_dialog
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QTabBar,
    QToolButton,
    QTreeView,
    QWidget,
)
from saved import forget_changes

from cjeditor.app.main_window import SMALLEST
from cjeditor.app.start import build
from cjeditor.app.theme import tokens
from cjeditor.app.toolbar import Toolbar
from cjeditor.core import words
from cjeditor.core.theme_names import THEME_NAMES
from cjeditor.core.words import tr
from cjeditor.display.theme import THEMES

SELECTED = ("cards", "emotions", "stages", "steps", "lanes", "personas", None)
DIALOGS = ("settings", "shortcuts", "about", "poster")


def select_first(space, table):
    """Select the first record of a table, or nothing; the fields follow at once."""
    space.session.select([next(iter(space.session.journey.table(table)))] if table else [])
    space.side.inspector.catch_up()
    QApplication.processEvents()


def cut_anywhere(space):
    """Return what is cut in the window, whatever is selected and whichever tab is in front."""
    found = []
    for table in SELECTED:
        select_first(space, table)
        for number in range(space.side._tabs.count()):
            space.side.show_tab(number)
            found += [(table, number, each) for each in cut(space.window)]
    return found


def cut_in_dialogs(space):
    found = []

    def look(dialog):
        found.extend(cut(dialog))
        dialog.close()

    select_first(space, "cards")
    for name in DIALOGS:
        on_dialog(look)
        space.actions[name].trigger()
    return found


def cut_at_the_start(space):
    space.home.show()
    found = cut(space.window)
    space.home.leave()
    return found


@pytest.fixture
def small(space):
    """The window on a small laptop."""
    space.window.resize(1280, 720)
    return space


@pytest.fixture
def long_words(small, monkeypatch):
    """An interface in a language whose words are 40 % longer than English."""
    monkeypatch.setattr(words, "_interface", LongWords())
    for each in QApplication.allWidgets():
        QApplication.sendEvent(each, QEvent(QEvent.Type.LanguageChange))
    return small


def test_words_of_twice_the_size_are_not_cut(small):
    small.settings.change(text_size=200)

    assert QApplication.font().pixelSize() == 26
    assert cut_anywhere(small) == []
    assert cut_at_the_start(small) == []


def test_words_of_twice_the_size_are_not_cut_in_dialogs(small):
    small.settings.change(text_size=200)

    assert cut_in_dialogs(small) == []


def test_words_of_a_long_language_are_not_cut(long_words):
    assert cut_anywhere(long_words) == []
    assert cut_at_the_start(long_words) == []


def test_words_of_a_long_language_are_not_cut_in_dialogs(long_words):
    assert cut_in_dialogs(long_words) == []


def test_the_smallest_window_cuts_no_words(space):
    space.window.resize(SMALLEST)
    for text_size, language in product((100, 200), ("en", "id")):
        space.settings.change(language=language, text_size=text_size)

        assert cut_anywhere(space) == [], (text_size, language)


def test_every_button_of_the_toolbar_is_reached_by_tab(qtbot, space):
    for text_size, language in product((100, 200), ("en", "id")):
        space.settings.change(language=language, text_size=text_size)
        for size in (SMALLEST, QSize(1280, 720)):
            reach_the_toolbar(qtbot, space, size)


def reach_the_toolbar(qtbot, space, size):
    space.window.resize(size)
    QApplication.processEvents()
    bar = space.window.findChild(Toolbar)
    buttons = bar.findChildren(QToolButton)
    assert not next(each for each in buttons if "ext" in each.objectName()).isVisible()
    first, *others = [each for each in buttons if each.isVisible() and each.isEnabled()]
    words = {tr("Stage"), tr("Lane"), tr("Persona"), tr("Present"), tr("Poster")}
    assert words <= {each.text() for each in others}

    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set()
    for _ in range(2 * len(others)):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert {*others} <= reached
    assert all(bar.rect().contains(each.geometry()) for each in others)


def test_no_density_cuts_words(small):
    for density, language in product(("comfortable", "compact", "touch"), ("en", "id")):
        small.settings.change(density=density, language=language)

        assert cut_anywhere(small) == [], (density, language)


def targets(window):
    """Yield what a finger presses: buttons, fields, entries; parts that Qt puts in them aside."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
    for each in window.findChildren(QWidget):
        inner = isinstance(each.parent(), QAbstractSpinBox | QLineEdit | QComboBox | QTabBar)
        by_qt = inner or each.objectName().startswith("qt_")
        if isinstance(each, kinds) and each.isVisible() and not by_qt:
            yield each


@pytest.mark.parametrize(("density", "least"), [("compact", 24), ("touch", 40)])
def test_targets_are_as_large_as_a_hand_needs_them(small, density, least):
    small.settings.change(density=density)
    low = []
    for table in SELECTED:
        select_first(small, table)
        for number in range(small.side._tabs.count()):
            small.side.show_tab(number)
            QApplication.processEvents()
            low += [
                (type(each).__name__, each.objectName(), each.width(), each.height())
                for each in targets(small.window)
                if min(each.width(), each.height()) < least
            ]

    assert sorted(set(low)) == []
    bar = small.side._tabs.tabBar()
    assert all(bar.tabRect(number).height() >= least for number in range(bar.count()))


def test_rows_of_lists_are_as_high_as_a_finger(small):
    small.settings.change(density="touch")
    small.side.show_tab(1)
    QApplication.processEvents()

    for view in (*small.side.findChildren(QTreeView), *small.side.findChildren(QListView)):
        index = view.model().index(0, 0)
        if view.isVisible() and index.isValid():
            assert view.visualRect(index).height() >= 40


def test_every_theme_dresses_window_and_map(space):
    for name in reversed(THEME_NAMES):  # the window begins with the first
        space.settings.change(theme=name)

        window = QApplication.palette().color(QPalette.ColorRole.Window).name()
        assert window == tokens(name).window
        assert space.view.look.theme is THEMES[name]
        assert space.actions[f"theme {name}"].isChecked()


def test_cards_of_high_contrast_have_outlines(space):
    space.settings.change(theme="contrast")
    card = next(iter(space.session.journey.cards))
    space.session.select(())
    space.view.show_place_of(type(space.view.focus)(card))
    QApplication.processEvents()
    rect = space.view.rect_of(card)
    spot = space.view.mapFromScene(rect.x + rect.width / 2, rect.y)

    image = space.view.viewport().grab().toImage()

    edge = [image.pixelColor(spot.x(), spot.y() + down).lightness() for down in range(-1, 3)]
    assert min(edge) < 60
    assert image.pixelColor(spot.x(), spot.y() + 5).lightness() > 240


def test_the_window_comes_back_as_it_was_left(qapp, window):
    space = window.workspace
    space.side.show_tab(2)
    window.close()

    again = build(qapp)
    again.show()

    assert again.workspace.side.tab == 2
    forget_changes(again.workspace.session)
    again.close()
    again.deleteLater()


@pytest.mark.parametrize(("choice", "moves"), [("on", True), ("off", False)])
def test_motion_can_be_switched(space, choice, moves):
    space.settings.change(motion=choice)

    assert space.view.motion.wanted is moves


def test_going_to_the_whole_map_glides(qtbot, space):
    space.settings.change(motion="on")
    space.view.zoom_to(2)

    space.actions["fit"].trigger()

    assert space.view.zoom == 2
    qtbot.waitUntil(lambda: not space.view.motion.is_gliding)
    assert space.view.zoom < 1.6
