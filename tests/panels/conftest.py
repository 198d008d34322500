"""A session with the sample map, for the panels to show and change."""

import pytest

from cjeditor.app.samples import sample
from cjeditor.files import cjm
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(cjm.load(sample("en")))


@pytest.fixture
def shown(qtbot):
    """Shows a panel as wide as it is in the window, and gives it the keyboard."""

    def show(panel):
        qtbot.addWidget(panel)
        panel.resize(312, 900)
        with qtbot.waitActive(panel):
            panel.show()
        return panel

    return show
