"""The editor of a drawn face."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cjeditor.model.avatar import Avatar
from cjeditor.panels.avatar import AvatarEditor


def changes(editor):
    found = []
    editor.edited.connect(found.append)
    return found


def test_without_a_face_there_is_one_button_that_draws_any(qtbot, shown):
    editor = shown(AvatarEditor())
    found = changes(editor)
    assert editor.focusProxy() is editor._add

    QTest.mouseClick(editor._add, Qt.MouseButton.LeftButton)

    assert isinstance(found[0](None), Avatar)


def test_each_choice_changes_only_itself(shown):
    editor = shown(AvatarEditor())
    avatar = Avatar(hair="bun", skin="dark", glasses=True)
    editor.show_value(avatar)
    found = changes(editor)
    box = editor._boxes["clothes"]
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.mouseClick(editor._flags["beard"], Qt.MouseButton.LeftButton, pos=_in_box())
    QTest.mouseClick(editor._remove, Qt.MouseButton.LeftButton)

    after = [change(avatar) for change in found]
    assert after == [avatar.replace(clothes="green"), avatar.replace(beard=True), None]


def test_what_is_shown_is_what_the_record_has_and_nothing_is_changed_by_showing(shown):
    editor = shown(AvatarEditor())
    found = changes(editor)
    editor.show_value(Avatar(hair="curls", beard=True))

    assert editor._boxes["hair"].currentData() == "curls"
    assert editor._flags["beard"].isChecked()
    assert not editor._face.pixmap().isNull()
    assert found == []


def _in_box():
    from PySide6.QtCore import QPoint

    return QPoint(8, 8)
