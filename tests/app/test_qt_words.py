"""Qt's own buttons, dialogs and menus speak Indonesian too."""

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLineEdit, QMessageBox, QPlainTextEdit
from shiboken6 import delete

from cjeditor.app.languages import Speech
from cjeditor.app.qt_words import QtWords
from cjeditor.core.words import Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SAME = {"QT_LAYOUT_DIRECTION", "Drive", "Folder", "%p%", "Alt+Left", "Alt+Right", "Alt+Up"}
"""Texts of Qt that are the same in Indonesian, or no words."""


class Listening(QTranslator):
    """Notes what Qt asks for and our words do not have."""

    def __init__(self):
        super().__init__()
        self.words = QtWords(Words("id"))
        self.missed = set()

    def translate(self, context, text, disambiguation=None, n=-1):
        found = self.words.translate(context, text, disambiguation, n)
        if found is None:
            self.missed.add((context, text))
        return found

    def isEmpty(self):
        return False


@pytest.fixture
def listening(qapp):
    translator = Listening()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_a_miss_is_none_so_that_qt_keeps_its_own_text():
    words = QtWords(Words("id"))

    assert words.translate("QFileDialog", "No such text") is None
    assert words.translate("QFileDialog", "") is None


def test_buttons_are_translated(qtbot, listening):
    box = QMessageBox()
    qtbot.addWidget(box)
    standard = QMessageBox.StandardButton

    box.setStandardButtons(standard.Save | standard.Discard | standard.Cancel)

    assert {button.text() for button in box.buttons()} == {"Simpan", "Buang", "Batal"}


def test_what_goes_with_a_window_leaves_qt_its_own_words(qapp):
    owner = QObject()
    speech = Speech(qapp, owner)
    speech.speak("en")
    speech.speak("id")
    spoken = QCoreApplication.translate("QPlatformTheme", "Cancel")

    delete(owner)

    assert (spoken, QCoreApplication.translate("QPlatformTheme", "Cancel")) == ("Batal", "Cancel")


@pytest.mark.parametrize("make", [QFileDialog, QColorDialog, QMessageBox])
def test_dialogs_have_no_english_left(qtbot, listening, make):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.setModal(False)  # nobody is to answer it
    with qtbot.waitExposed(dialog):
        dialog.show()

    missed = {text for context, text in listening.missed if context != "QShortcut"}
    assert missed <= SAME


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_menus_of_fields_have_no_english_left(qtbot, listening, make):
    field = make()
    qtbot.addWidget(field)

    field.createStandardContextMenu()

    missed = {text for context, text in listening.missed if context != "QShortcut"}
    assert missed <= SAME
