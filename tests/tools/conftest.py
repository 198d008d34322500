"""A session with the sample map, pages of tools as in a small window, and hands for them."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

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


LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    def __init__(self, qtbot, view):
        self.qtbot, self.view = qtbot, view

    def key(self, key, modifier=PLAIN):
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def spot(self, place, dx=0.5, dy=0.5):
        """Return a spot of the viewport: in a node, as shares of its size, or a point."""
        if isinstance(place, str):
            rect = self.view.rect_of(place)
            place = (rect.x + rect.width * dx, rect.y + rect.height * dy)
        return self.view.mapFromScene(QPointF(*place))

    def click(self, place):
        self.qtbot.mouseClick(self.view.viewport(), LEFT, pos=self.spot(place))

    def double_click(self, place):
        self.qtbot.mouseDClick(self.view.viewport(), LEFT, pos=self.spot(place))

    def grab(self, start, end, dx=0.5, dy=0.5, from_=(0.5, 0.5)):
        """Press on *start* and move to *end*."""
        port = self.view.viewport()
        here, there = self.spot(start, *from_), self.spot(end, dx, dy)
        self.qtbot.mousePress(port, LEFT, pos=here)
        self.qtbot.mouseMove(port, (here + there) / 2)
        self.qtbot.mouseMove(port, there)
        return there

    def drag(self, start, end, dx=0.5, dy=0.5, from_=(0.5, 0.5)):
        there = self.grab(start, end, dx, dy, from_)
        self.qtbot.mouseRelease(self.view.viewport(), LEFT, pos=there)


@pytest.fixture
def hands(qtbot):
    return lambda view: Hands(qtbot, view)


@pytest.fixture
def spoken():
    """Return the names below an interface, nested."""

    def tell(interface):
        found = [interface.child(index) for index in range(interface.childCount())]
        roles = (QAccessible.Role.TreeItem, QAccessible.Role.ListItem)
        return [
            (each.text(QAccessible.Text.Name), tell(each)) for each in found if each.role() in roles
        ]

    return lambda view: tell(QAccessible.queryAccessibleInterface(view))
