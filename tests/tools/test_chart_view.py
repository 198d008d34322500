"""After an edit a chart paints only what it changed, and all of that."""

import pytest
from maps import full_map
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication

from cjeditor.edits.channels import MoveToChannel
from cjeditor.edits.comments import AddComment
from cjeditor.edits.owners import GiveOwner
from cjeditor.edits.ratings import RateOpportunities
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.records import Comment
from cjeditor.session.session import Session
from cjeditor.tools.channels.page import ChannelsPage
from cjeditor.tools.departments.page import DepartmentsPage
from cjeditor.tools.evidence.page import EvidencePage
from cjeditor.tools.priorities.page import PrioritiesPage


class Painted(QObject):
    """Gathers what a widget paints."""

    def __init__(self, widget):
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def left_out(before, after, region):
    """Return a pixel that is another one than before and was not painted; None if all were."""
    if before.size() != after.size():
        return None  # then the whole is painted
    wide = 4 * before.width()
    for y in range(before.height()):
        old, new = (bytes(image.constScanLine(y))[:wide] for image in (before, after))
        if old != new:
            for x in range(before.width()):
                if old[4 * x : 4 * x + 4] != new[4 * x : 4 * x + 4] and not region.contains(
                    QRect(x, y, 1, 1)
                ):
                    return x, y
    return None


LONG = SetField(("p1",), "text", "Longer by far than it was before")
COMMENT = AddComment(Comment(id="c", about="o1", text="Really?"))


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (PrioritiesPage, [RateOpportunities(("o1",), 2, 5), SetField(("o1",), "text", "Other")]),
        (DepartmentsPage, [GiveOwner(("t1",), "Marketing"), LONG, Delete(("p1",))]),
        (ChannelsPage, [MoveToChannel(("t1",), "app"), SetField(("t1",), "restarts", True)]),
        (EvidencePage, [SetField(("p1",), "strength", "assumed"), Delete(("p1",))]),
        (PrioritiesPage, [COMMENT, SetField(("c",), "done", True)]),
    ],
)
def test_what_an_edit_changes_is_painted(qtbot, make, changes):
    session = Session(full_map())
    page = make(session)
    qtbot.addWidget(page)
    page.say()
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    chart = page.strip if make is EvidencePage else page.board
    QApplication.processEvents()
    painted = Painted(chart)

    steps = [lambda edit=edit: session.do(edit) for edit in changes]
    steps += [session.undo_stack.undo] * len(changes)
    steps += [lambda: session.select(("t1", "o1", "p1")), lambda: session.select(())]
    for step in steps:
        before = chart.grab().toImage()
        QApplication.processEvents()
        painted.region = QRegion()
        step()
        QApplication.processEvents()
        hidden = QRegion(chart.rect()).subtracted(chart.visibleRegion())
        region = painted.region.united(hidden)
        assert left_out(before, chart.grab().toImage(), region) is None


def test_an_edit_elsewhere_paints_nothing(qtbot):
    session = Session(full_map())
    page = PrioritiesPage(session)
    qtbot.addWidget(page)
    page.say()
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    painted = Painted(page.board)

    step = session.journey.ordered_steps[0]
    session.do(SetField((step.id,), "title", "Another name"))
    QApplication.processEvents()

    assert painted.region.isEmpty()
