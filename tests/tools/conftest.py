"""A session with the sample map, and pages of tools as large as in a small window."""

import pytest

from cjeditor.app.samples import sample
from cjeditor.files import cjm
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(cjm.load(sample("en")))


@pytest.fixture
def shown(qtbot):
    """Shows a page of a tool and gives it the keyboard."""

    def show(page, size=(960, 560)):
        qtbot.addWidget(page)
        page.resize(*size)
        with qtbot.waitActive(page):
            page.show()
        return page

    return show
