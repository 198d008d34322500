"""A whole window for tests, in English, with the sample map in it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from saved import forget_changes

from cjeditor.app.samples import sample
from cjeditor.app.start import build
from cjeditor.core.words import set_interface_language
from cjeditor.files import cjm


@pytest.fixture
def window(qtbot, qapp, monkeypatch):
    """The window as the program builds it, with the keyboard and a blank map; none of it stays."""
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    font, palette = qapp.font(), qapp.palette()
    made = build(qapp)
    made.workspace.settings.change(language="en", theme="light", motion="off")
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
    window.workspace.session.show(cjm.load(sample("en")))
    return window.workspace


@pytest.fixture
def session(space):
    return space.session
