"""Notices above the map: seen, answered, left and closed, while the map can be edited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cjeditor.app.notices import Answer, Notice
from cjeditor.core.words import set_interface_language, tr


@pytest.fixture
def notices(space):
    space.window.activateWindow()
    QApplication.processEvents()
    space.view.setFocus()
    return space.notices


def notice(topic="disk", text="The disk is full.", *answers, **more):
    return Notice(topic, lambda: text, answers, **more)


def test_there_are_none_at_first(notices):
    assert notices.topics == ()
    assert not notices.isVisible()


def test_a_notice_stands_above_the_map_until_it_is_dropped(notices, space):
    notices.put(notice())

    assert notices.isVisible()
    assert notices.row("disk").text == "The disk is full."
    bottom = notices.mapToGlobal(notices.rect().bottomLeft()).y()
    assert bottom < space.view.mapToGlobal(space.view.rect().topLeft()).y()

    notices.drop("disk")

    assert not notices.isVisible()


def test_a_newer_notice_on_a_topic_takes_the_place_of_the_old_one(notices):
    notices.put(notice("disk", "The disk is full."))
    notices.put(notice("file", "The file has changed."))
    notices.put(notice("disk", "The disk is gone."))

    assert notices.topics == ("file", "disk") or notices.topics == ("disk", "file")
    assert notices.row("disk").text == "The disk is gone."
    assert notices.row("disk").y() < notices.row("file").y() or not notices.row("file").y()


def test_its_buttons_work_by_mouse_and_by_keys(notices, qtbot, space):
    pressed = []
    notices.put(notice("disk", "Full.", Answer("Save as …", lambda: pressed.append("save"))))
    button = notices.row("disk").buttons[0]

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(space.view, Qt.Key.Key_F6)
    while not notices.isAncestorOf(space.window.focusWidget()):
        qtbot.keyClick(space.window.focusWidget(), Qt.Key.Key_F6)
    assert space.window.focusWidget() is button
    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == ["save", "save"]
    assert notices.topics == ("disk",)


def test_escape_goes_back_to_the_map_and_leaves_the_notice(notices, qtbot, space):
    notices.put(notice())
    notices.focus()

    qtbot.keyClick(space.window.focusWidget(), Qt.Key.Key_Escape)

    assert space.view.hasFocus()
    assert notices.topics == ("disk",)


def test_it_is_closed_by_its_button_only_where_it_may_be(notices, qtbot, space):
    notices.put(notice())
    notices.put(notice("stays", "No.", can_close=False))

    assert not notices.row("stays").close_button.isVisible()
    notices.focus()
    qtbot.keyClick(notices.row("disk").close_button, Qt.Key.Key_Space)

    assert notices.topics == ("stays",)
    assert space.view.hasFocus()


def test_it_speaks_the_language_of_the_interface(notices):
    notices.put(Notice("disk", lambda: tr("Close"), (Answer("Save", print),)))
    row = notices.row("disk")
    set_interface_language("id")
    notices.dress()

    assert row.text == "Tutup"
    assert row.accessibleName() == "Tutup"
    assert row.buttons[0].text() == "Simpan"


def test_its_text_is_never_markup_and_wraps(notices, space):
    space.window.resize(900, 600)
    notices.put(notice("disk", "<b>bold</b> & " + "a long sentence " * 30))
    QApplication.processEvents()

    label = notices.row("disk")._text
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.height() >= 2 * label.fontMetrics().height()
    assert notices.width() <= space.window.width()
