"""Sources dragged from the list beside the map are put behind cards."""

import pytest
from canvas.drops import drag_in, drop
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from cjeditor.edits.evidence import AddEvidence
from cjeditor.model.records import Evidence
from cjeditor.panels.sources import EVIDENCE_TYPE, carried

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the events' makers


@pytest.fixture(autouse=True)
def source(session):
    session.do(AddEvidence(Evidence(id="src", title="Survey")))


def behind(session, card):
    return session.journey.cards[card].evidence


def test_a_source_is_dropped_behind_the_card_under_the_pointer(session, hands):
    steps = session.undo_stack.count()

    assert drop(hands, carried(("src",)), hands.spot("a1"))

    assert behind(session, "a1") == ("src",)
    assert behind(session, "a2") == ()
    assert session.undo_stack.count() == steps + 1


def test_one_of_several_selected_cards_stands_for_all(session, hands):
    session.select(("a1", "p1", "src"))

    assert drop(hands, carried(("src",)), hands.spot("a1"))

    assert behind(session, "a1") == behind(session, "p1") == ("src",)
    assert session.selection == ("a1", "p1", "src")


def test_beside_a_card_and_with_what_the_map_does_not_have_nothing_is_dropped(session, hands):
    before = session.journey

    assert not drag_in(hands, carried(("src",)), hands.spot(("do", "s4")))
    assert not drop(hands, carried(("src",)), hands.spot(("do", "s4")))
    assert not drop(hands, carried(("nobody",)), hands.spot("a1"))
    assert session.journey is before


@pytest.mark.parametrize("content", [
    b"", b"{", b'{"sources": [1]}', b'{"sources": []}', b'{"sources": ["src"], "more": 1}',
    b"x" * 200_000,
])  # fmt: skip
def test_what_is_not_ours_is_never_taken(session, hands, content):
    data = QMimeData()
    data.setData(EVIDENCE_TYPE, content)

    assert not drop(hands, data, hands.spot("a1"))


def test_a_drag_that_leaves_shows_the_selection_again(session, hands):
    session.select(("a3",))
    drag_in(hands, carried(("src",)), hands.spot("a1"))
    QApplication.sendEvent(hands.viewport, QDragLeaveEvent())

    assert session.selection == ("a3",)
    assert behind(session, "a1") == ()
