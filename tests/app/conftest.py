"""A whole window for tests, in English, with the sample map in it."""

from functools import cache

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from saved import forget_changes

from cjeditor.app.samples import sample
from cjeditor.app.start import build
from cjeditor.core.words import set_interface_language
from cjeditor.files import cjm


@cache
def english_sample():
    """Return the sample map; a value, so that it can be the same for all tests."""
    return cjm.load(sample("en"))


@pytest.fixture
def window(qtbot, qapp, monkeypatch, request):
    """The window as the program builds it, with the keyboard and a blank map; none of it stays.

    For a test with the fixture `space` the sample is in it when it is first painted.
    """
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    font, palette = qapp.font(), qapp.palette()
    made = build(qapp)
    made.workspace.settings.change(language="en", theme="light", motion="off")
    if "space" in request.fixturenames:
        made.workspace.session.show(english_sample())
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.workspace.take_over()  # what a test leaves half written
    forget_changes(made.workspace.session)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    set_interface_language("en")
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.clipboard().clear()


@pytest.fixture
def space(window):
    """The workspace of the window, with the English sample map."""
    return window.workspace


@pytest.fixture
def session(space):
    return space.session
