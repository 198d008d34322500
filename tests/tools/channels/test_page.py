"""The tool Channels with real mouse and keys."""

import pytest
from accessible import NAME, below, is_sound, names, part, whole
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cjeditor.edits.records import SetField
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.tools.channels.page import ChannelsPage


@pytest.fixture
def page(session, shown):
    made = ChannelsPage(session)
    made.say()
    return shown(made, (1200, 700))


def a_touchpoint(session):
    return next(
        card for card in session.journey.reading_order()
        if isinstance(card, Touchpoint) and card.channels[:1] == ("web",)
    )  # fmt: skip


def spot(page, x, y):
    scale = page.board.scale
    return QPoint(round(x * scale), round(y * scale))


def middle(page, card):
    rect = next(block.rect for block in page.board.chart.chips if block.element == card)
    return spot(page, rect.x + rect.width / 2, rect.y + rect.height / 2)


def test_it_tells_how_often_the_channel_changes(page):
    assert page.told.text() == "7 changes of channel · 3 between digital and physical"


def test_a_touchpoint_is_dragged_to_another_channel_and_back_by_undo(qtbot, page, session):
    card = a_touchpoint(session)
    there = next(p for p in page.board.chart.places if p.key == ("app", card.first_step))
    target = spot(page, there.rect.x + 20, there.rect.y + there.rect.height / 2)

    QTest.mousePress(page.board, Qt.MouseButton.LeftButton, pos=middle(page, card.id))
    QTest.mouseMove(page.board, target - QPoint(6, 0))
    QTest.mouseMove(page.board, target)
    QTest.mouseRelease(page.board, Qt.MouseButton.LeftButton, pos=target)

    assert session.journey.cards[card.id].channels[0] == "app"
    assert session.journey.cards[card.id].first_step == card.first_step
    session.undo_stack.undo()
    assert session.journey.cards[card.id] == card


def test_keys_walk_and_move(qtbot, page, session):
    card = a_touchpoint(session)
    session.select((card.id,))
    page.board.setFocus()
    qtbot.keyClick(page.board, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert session.journey.cards[card.id].channels[0] == "app"
    session.undo_stack.undo()
    qtbot.keyClick(page.board, Qt.Key.Key_Right)
    assert session.selection != (card.id,)
    assert page.board.current.element == session.selection[-1]


def test_a_screen_reader_finds_touchpoints_by_channel_and_step(page, session):
    card = a_touchpoint(session)
    assert is_sound(page.board)
    place = page.board.name_of(("web", card.first_step))
    cell = part(page.board, place)

    assert names(cell)[0].startswith("Touchpoint, ")
    assert names(cell)[0].endswith(place)


def test_a_screen_reader_finds_the_funnel_above_the_channels(page, session):
    stages = [stage.id for stage in session.journey.ordered_stages]
    for stage in stages:
        session.do(SetField((stage,), "funnel", f"Lead {stage}"))
    found = below(whole(page.board))[: len(stages)]

    assert [each.text(NAME).split(", ")[:2] for each in found] == [
        [stage.title, f"sales funnel: Lead {stage.id}"] for stage in session.journey.ordered_stages
    ]
    assert all("touchpoint" in each.text(NAME) and not each.rect().isEmpty() for each in found)
    assert not found[0].state().focusable


def test_enter_wants_the_fields(qtbot, page, session):
    session.select((a_touchpoint(session).id,))
    page.board.setFocus()

    with qtbot.waitSignal(page.field_wanted):
        qtbot.keyClick(page.board, Qt.Key.Key_Return)


def test_a_map_without_touchpoints_says_what_to_do(page, session):
    from cjeditor.model.map import Map

    session.show(Map())

    assert not page.told.isVisible()
    assert "no touchpoint yet" in "".join(
        label.text() for label in page.findChildren(type(page.told)) if label.isVisible()
    )
