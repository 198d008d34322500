"""Whatever is done while something is typed, what was typed is kept."""

import pytest
from dialogs import on_dialog, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QTabBar
from saved import save

from cjeditor.edits.records import SetField
from cjeditor.files import cjm
from cjeditor.panels.chips import NamesEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TYPED = "Half a word"
CARD = "pains-pay"
LEFT = Qt.MouseButton.LeftButton
OUTLINE, COMMENTS = 1, 3


def type_in_outline(qtbot, space):
    space.side.show_tab(OUTLINE)
    tree = space.side.outline
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index_of(CARD))
    tree.write()
    field = tree.viewport().findChild(QLineEdit)
    field.clear()
    qtbot.keyClicks(field, TYPED)
    return field


def type_a_tag(qtbot, space):
    space.session.select([CARD])
    space.side.show_tab(0)
    space.side.inspector.catch_up()
    editors = space.side.inspector.findChildren(NamesEditor)
    field = next(each for each in editors if each.isVisible()).focusProxy()
    field.setFocus()
    qtbot.keyClicks(field, TYPED)
    return field


def type_on_the_map(qtbot, space):
    space.view.writer.write(CARD)
    field = space.view.writer.editor
    field.selectAll()
    qtbot.keyClicks(field, TYPED)
    return field


def type_a_comment(qtbot, space):
    space.side.show_tab(COMMENTS)
    field = space.side.comments.findChild(QPlainTextEdit)
    field.setFocus()
    qtbot.keyClicks(field, TYPED)
    return field


def is_kept(journey):
    card = journey.cards[CARD]
    comments = [each.text for each in journey.comments.values()]
    return TYPED in (card.text, *card.tags, *comments)


in_any_field = pytest.mark.parametrize(
    "begin", [type_in_outline, type_a_tag, type_on_the_map, type_a_comment]
)
in_a_panel = pytest.mark.parametrize("begin", [type_in_outline, type_a_tag])


@pytest.fixture
def typing(begin, qtbot, space, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field = begin(qtbot, space)
    qtbot.waitUntil(field.hasFocus)
    return field


def click_on_the_map(qtbot, space):
    qtbot.mouseClick(space.view.viewport(), LEFT, pos=QPoint(300, 200))


def click_another_tab(qtbot, space):
    bar = space.side.findChild(QTabBar)
    qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(2).center())


def close_the_panel(qtbot, space):
    space.actions["side"].trigger()


def show_the_start_screen(qtbot, space):
    space.actions["new"].trigger()


def go_to_the_search_box(qtbot, space):
    space.actions["search"].trigger()


def walk_to_the_next_pane(qtbot, space):
    space.actions["next pane"].trigger()


def present(qtbot, space):
    space.actions["projector"].trigger()
    space.projector.close()


@in_a_panel
@pytest.mark.parametrize(
    "leave",
    [
        click_on_the_map,
        click_another_tab,
        close_the_panel,
        show_the_start_screen,
        go_to_the_search_box,
        walk_to_the_next_pane,
        present,
    ],
)
def test_going_elsewhere_keeps_it(qtbot, space, session, typing, leave):
    leave(qtbot, space)
    space.take_over()

    qtbot.waitUntil(lambda: is_kept(session.journey))


@pytest.mark.parametrize("begin", [type_a_comment])
@pytest.mark.parametrize("leave", [click_on_the_map, click_another_tab, close_the_panel])
def test_a_comment_waits_in_its_field(qtbot, space, session, typing, leave):
    leave(qtbot, space)
    waiting, added = typing.toPlainText(), is_kept(session.journey)
    space.take_over()

    assert (waiting, added) == (TYPED, False)
    assert is_kept(session.journey)


@in_any_field
def test_saving_saves_it(qtbot, space, session, typing, tmp_path):
    path = tmp_path / "shoes.cjm"
    save(session, path)

    space.actions["save"].trigger()
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)

    assert is_kept(cjm.load(path))


@in_any_field
def test_closing_the_window_asks_about_it_and_saves_it(space, session, typing, tmp_path):
    path = tmp_path / "shoes.cjm"
    save(session, path)
    on_dialog(press(QMessageBox.StandardButton.Save))

    space.window.closeEvent(QCloseEvent())

    assert is_kept(cjm.load(path))


@pytest.mark.parametrize("begin", [type_in_outline, type_on_the_map])
def test_a_change_elsewhere_does_not_take_it_away(qtbot, space, session, typing):
    session.do(SetField(("buy",), "title", "Another title"))
    qtbot.keyClick(typing, Qt.Key.Key_Escape)

    assert is_kept(session.journey)
