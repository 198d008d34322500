"""The sources behind any record: in the inspector, by the dialog, from the list beside the map."""

import pytest
from maps import golden_map
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from cjeditor.edits.shown import SetLock
from cjeditor.model.coverage import sources_of
from cjeditor.panels.evidence import BackedPart, EvidencePart
from cjeditor.panels.evidence_choice import EvidenceChoice, founded
from cjeditor.panels.inspector import Inspector
from cjeditor.panels.library import Library
from cjeditor.panels.rows import Row, RowButton
from cjeditor.panels.sources import EVIDENCE_TYPE
from cjeditor.session.session import Session

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def session(qapp):
    journey = golden_map()
    locked = (*journey.lanes, *journey.stages, journey.id)
    return Session(SetLock(locked, "none").apply(journey))


@pytest.mark.parametrize("record", ["a1", "dewi", "en1", "w2", "fi1"])
def test_whatever_can_have_sources_shows_them_in_the_inspector(session, shown, record):
    session.select((record,))
    inspector = shown(Inspector(session))

    part = inspector.findChild(EvidencePart)
    rows = part.findChildren(RowButton)

    titles = {"ev1": "Guest survey", "ev2": "Night porter"}
    wanted = [titles[each] for each in sources_of(session.journey.find(record))]
    assert [row.text() for row in rows] == wanted
    assert wanted


@pytest.mark.parametrize("record", ["t1", "omar", "en2", "w1"])
def test_a_source_is_put_behind_any_record_and_taken_away(qtbot, session, shown, record):
    session.select((record,))
    part = shown(Inspector(session)).findChild(EvidencePart)
    menu = part.findChild(QToolButton, "plus").menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == "Guest survey").trigger()
    assert session.journey.find(record).evidence == ("ev1",)

    remove = part.findChild(Row).findChild(QToolButton)
    qtbot.mouseClick(remove, LEFT)
    assert session.journey.find(record).evidence == ()


def test_a_source_tells_what_it_stands_behind(qtbot, session, shown):
    session.select(("ev1",))
    part = shown(Inspector(session)).findChild(BackedPart)
    rows = part.findChildren(Row)

    texts = [row.findChild(RowButton).text() for row in rows]
    assert len(texts) == 3
    assert "Walks from the station" in texts[0]
    qtbot.mouseClick(rows[0].findChild(QToolButton), LEFT)
    assert session.journey.cards["a1"].evidence == ("ev2",)


def test_only_what_can_have_sources_is_asked_about(session):
    assert founded(session.journey, ("a1", "stay", "dewi", "nobody", "f1")) == ("a1", "dewi")


@pytest.fixture
def choice(qtbot, session, shown):
    def show(*records):
        return shown(EvidenceChoice(session.journey, records, None))

    return show


def test_a_source_is_found_by_typing_and_put_behind_several_cards_with_return(
    qtbot, session, choice
):
    dialog = choice("t1", "p1")
    qtbot.keyClicks(dialog.search, "PORTER")
    qtbot.keyClick(dialog.search, KEY.Key_Return)

    assert dialog.result() == dialog.DialogCode.Accepted
    session.do(dialog.edit())
    assert session.journey.cards["t1"].evidence == session.journey.cards["p1"].evidence == ("ev2",)
    assert session.undo_stack.count() == 1


def test_space_in_the_list_puts_and_takes_away(qtbot, session, choice):
    dialog = choice("a1")
    states = [dialog.list.item(row).checkState() for row in range(2)]
    assert states == [Qt.CheckState.Checked] * 2
    qtbot.keyClick(dialog.search, KEY.Key_Down)
    assert dialog.list.hasFocus()
    qtbot.keyClick(dialog.list, KEY.Key_Space)

    session.do(dialog.edit())
    assert session.journey.cards["a1"].evidence == ("ev2",)


def test_what_stands_behind_some_of_them_only_is_half_checked_and_stays_so(choice):
    dialog = choice("a1", "t1")

    assert dialog.list.item(0).checkState() == Qt.CheckState.PartiallyChecked
    assert dialog.edit() is None


def test_a_source_that_is_not_there_yet_is_made_with_what_was_typed(qtbot, session, choice):
    dialog = choice("t1", "d1")
    qtbot.keyClicks(dialog.search, "Call of 3 May")
    qtbot.mouseClick(dialog.new, LEFT)

    session.do(dialog.edit())
    assert session.journey.evidence[dialog.new_source].title == "Call of 3 May"
    assert session.journey.cards["d1"].evidence == (dialog.new_source,)
    assert session.undo_stack.count() == 1


@pytest.fixture
def library(session, shown):
    return shown(Library(session))


def test_the_list_beside_the_map_says_what_each_source_is_and_follows(session, library):
    assert library.list.item(0).text() == (
        "Guest survey\nbehind 3 records · Survey · 2026-05-01 · n = 212"
    )
    session.undo_stack.undo()


def test_a_chosen_source_is_dragged_by_its_name_alone(qtbot, monkeypatch, library):
    carried = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: carried.append(drag.mimeData()))
    viewport = library.list.viewport()
    start = library.list.visualItemRect(library.list.item(1)).center()
    qtbot.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + QPoint(30, 30))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(start + QPoint(40, 0)), QPointF(0, 0),
        LEFT, LEFT, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(viewport, move)
    QApplication.sendEvent(viewport, move)

    assert carried[0].formats() == [EVIDENCE_TYPE]
    assert bytes(carried[0].data(EVIDENCE_TYPE).data()) == b'{"sources": ["ev2"]}'


def test_return_puts_the_chosen_sources_behind_the_selected_cards(qtbot, session, library):
    session.select(("t1", "p1"))
    library.list.setCurrentRow(1)
    qtbot.keyClick(library.list, KEY.Key_Return)

    assert session.journey.cards["t1"].evidence == session.journey.cards["p1"].evidence == ("ev2",)
    assert library.list.chosen() == ("ev2",)
    assert library.list.item(1).text().startswith("Night porter\nbehind 5 records")


def test_without_a_selected_card_return_does_nothing(qtbot, session, library):
    library.list.setCurrentRow(1)
    qtbot.keyClick(library.list, KEY.Key_Return)

    assert session.undo_stack.count() == 0


def test_words_narrow_the_list(qtbot, library):
    qtbot.keyClicks(library.search, "night")

    assert [library.list.item(row).isHidden() for row in range(2)] == [True, False]
