"""A whole window for tests, in English, with the sample map in it."""

import sys

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from cjeditor.app.samples import sample
from cjeditor.app.start import build
from cjeditor.core.words import set_interface_language
from cjeditor.files import cjm


@pytest.fixture
def window(qapp, monkeypatch):
    """The window as the program builds it, shown, with a blank map; nothing of it stays."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    font, palette = qapp.font(), qapp.palette()
    made = build(qapp)
    made.workspace.settings.change(language="en", theme="light", motion="off")
    made.show()
    watch = QTimer(made, interval=10_000)
    watch.timeout.connect(_close_what_waits)
    watch.start()
    yield made
    made.workspace.session.undo_stack.setClean()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    set_interface_language("en")
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def _close_what_waits():
    """Close a dialog that nobody answers, so that its test fails instead of waiting for ever."""
    waiting = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if waiting is not None:
        waiting.close()


@pytest.fixture
def space(window):
    """The workspace of the window, with the English sample map."""
    window.workspace.session.show(cjm.load(sample("en")))
    return window.workspace


@pytest.fixture
def session(space):
    return space.session
