"""Fixtures for the tools that show cards: a map with something for each, a page, hands."""

import pytest
from maps import full_map, small_map
from PySide6.QtCore import QPointF, Qt

from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.model.records import Link
from cjeditor.session.session import Session

LEFT = Qt.MouseButton.LeftButton


def tool_map():
    """Return the full map with three more opportunities, one of them half rated, and a pain."""
    cell = {"lane": "ideas", "first_step": "sleep", "last_step": "sleep"}
    return full_map().put(
        Opportunity(id="o2", **cell, order="a1", text="A night menu", impact=4, effort=5),
        Opportunity(id="o3", **cell, order="a2", text="Earplugs", impact=2),
        Opportunity(id="o4", **cell, order="a3", text="Thicker curtains", impact=1, effort=1,
                    owner="Housekeeping", due="2026-11-20"),
        Pain(id="p2", lane="front", first_step="sleep", last_step="sleep", order="a1",
             text="Noise from the street", severity=2, people=90),
        Link(id="l9", kind="solves", source="o4", target="p2"),
    )  # fmt: skip


@pytest.fixture
def session(qapp):
    """A session; whatever a test does in it must be undone exactly."""
    made = Session(tool_map())
    first = made.journey
    yield made
    made.undo_stack.setIndex(0)
    assert made.journey is first


@pytest.fixture
def shown(qtbot, session):
    """Shows a page as large as in a small window, and gives it the keyboard."""

    def show(page):
        qtbot.addWidget(page)
        page.say()
        page.resize(960, 560)
        with qtbot.waitActive(page):
            page.show()
        page.setFocus()
        session.refused.connect(lambda error: pytest.fail(f"an edit was refused: {error}"))
        return page

    return show


def diagram_fixtures(make, size):
    """Return fixtures: a session with the small map, the page of a diagram, and hands for it.

    Args:
        make: Makes the page of a session.
        size: Of the page, in pixels.
    """

    @pytest.fixture
    def session(qapp):
        return Session(small_map())

    @pytest.fixture
    def page(qtbot, session):
        made = make(session)
        qtbot.addWidget(made)
        made.say()
        made.resize(*size)
        with qtbot.waitActive(made):
            made.show()
        made.view.setFocus()
        return made

    @pytest.fixture
    def person(page, hands):
        return hands(page.view)

    return session, page, person


class Hands:
    """Uses a chart as a person does; places are cards or keys of places."""

    def __init__(self, qtbot, board):
        self.qtbot = qtbot
        self.board = board

    def spot(self, place):
        chart = self.board.chart
        chips = {chip.element: chip.rect for chip in chart.chips}
        places = {each.key: each.rect for each in chart.places}
        rect = chips.get(place) or places[place]
        x, y = rect.x + rect.width / 2, rect.y + rect.height - 4
        return (QPointF(x, y) * self.board.scale).toPoint()

    def click(self, place, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.mouseClick(self.board, LEFT, modifier, pos=self.spot(place))

    def drag(self, card, place, *, cancel=False):
        start, end = self.spot(card), self.spot(place)
        self.qtbot.mousePress(self.board, LEFT, pos=start)
        self.qtbot.mouseMove(self.board, (start + end) / 2)
        self.qtbot.mouseMove(self.board, end)
        if cancel:
            self.qtbot.keyClick(self.board, Qt.Key.Key_Escape)
        self.qtbot.mouseRelease(self.board, LEFT, pos=end)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.board, key, modifier)


@pytest.fixture
def hands(qtbot):
    return lambda board: Hands(qtbot, board)
