"""The map as Qt knows it for screen readers: names, roles, states, actions, what is told."""

import subprocess
import sys
from pathlib import Path

import pytest
from maps import small_map
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from cjeditor.canvas.accessible_map import AccessibleMap
from cjeditor.canvas.accessible_parts import Part
from cjeditor.canvas.announcing import Announcer
from cjeditor.core.words import set_interface_language
from cjeditor.edits.empathy import AddEmpathyNote, MoveCardsToEmpathy
from cjeditor.edits.personas import AddPersona
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.records import Persona

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
PAIN = "Pain point, Find / Compare, severity 4: Too many"


@pytest.fixture
def told(view):
    """All that a running screen reader is told of the view."""
    heard = []
    for listener in (AccessibleMap, Announcer):
        view.findChild(listener)._send = heard.append
    QAccessible.setActive(True)
    view.setFocus()
    quiet(heard)
    yield heard
    QAccessible.setActive(False)


@pytest.fixture
def journey_list(view):
    return QAccessible.queryAccessibleInterface(view)


def children(interface):
    found = [interface.child(index) for index in range(interface.childCount())]
    return [each for each in found if each.role() != QAccessible.Role.Client]


def names(interface):
    return [each.text(NAME) for each in children(interface)]


def everything(interface):
    yield interface
    for each in children(interface):
        yield from everything(each)


def part(interface, name):
    return next(each for each in everything(interface) if each.text(NAME).startswith(name))


def quiet(told):
    """Forget what was told until now."""
    QCoreApplication.processEvents()
    told.clear()


def said(told):
    QCoreApplication.processEvents()
    return [event.message() for event in told if event.type() == QAccessible.Event.Announcement]


def focused(told):
    QCoreApplication.processEvents()
    objects = [event.object() for event in told if event.type() == QAccessible.Event.Focus]
    return [QAccessible.queryAccessibleInterface(each).text(NAME) for each in objects]


def test_names_are_sentences_in_reading_order(journey_list):
    assert journey_list.text(NAME) == "Journey map: Buying a bicycle"
    assert [each.text(NAME) for each in everything(journey_list)][1:] == [
        "Map title: Buying a bicycle",
        "Stage Find, 2 steps",
        "Step Notice, stage Find",
        "Step Compare, stage Find",
        "Stage Buy, 2 steps",
        "Step Try, stage Buy",
        "Step Pay, stage Buy",
        "Lane Actions, 3 cards",
        "Action, Find / Notice: Ask friends",
        "Action, Find / Notice: Read reviews",
        "Action, Buy / Try: Ride it",
        "Lane Pain points, 1 card",
        PAIN,
        "Lane Emotions",
        "Emotion, Find / Notice: +1",
        "Emotion, Find / Compare: −1.5",
        "Emotion, Buy / Try: +2",
    ]


def test_every_part_knows_its_place_in_the_tree_and_on_the_screen(view, journey_list):
    for above in everything(journey_list):
        for number, each in enumerate(children(above)):
            assert above.indexOfChild(each) == number
            assert each.parent().text(NAME) == above.text(NAME)
            assert each.isValid()
            assert not each.rect().isEmpty()


def test_a_point_of_the_screen_leads_to_what_is_drawn_there(view, journey_list):
    spot = part(journey_list, PAIN).rect().center()

    assert journey_list.childAt(spot.x(), spot.y()).text(NAME) == PAIN
    assert journey_list.childAt(-500, -500) is None


def test_the_rectangle_follows_scrolling_and_zooming(view, journey_list):
    pain = part(journey_list, PAIN)
    before = pain.rect()

    view.zoom_to(2)
    view.pan(0, 30)

    assert abs(pain.rect().width() - 2 * before.width()) <= 3
    assert pain.rect().topLeft() != before.topLeft()


def test_what_is_scrolled_out_of_view_says_so(view, journey_list):
    pain = part(journey_list, PAIN)
    assert not pain.state().offscreen

    view.zoom_to(4)
    view.pan(9000, 9000)

    assert pain.state().offscreen


def test_only_what_is_asked_for_is_made(view, journey_list):
    parts = view.findChild(AccessibleMap)

    assert journey_list.childCount() > 5
    journey_list.child(4).childCount()

    assert len(parts.findChildren(Part)) == 1


def test_the_arrow_keys_tell_the_new_focus(hands, session, told):
    session.select(["a3"])

    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        quiet(told)
        hands.key(key)
        seen += focused(told)

    assert seen == [
        "Empty cell, Pain points, Buy / Try",
        PAIN,
        "Empty cell, Actions, Find / Compare",
    ]


def test_the_cell_of_the_cursor_is_a_part_while_nothing_is_selected(view, session, journey_list):
    lane = part(journey_list, "Lane Pain points")
    session.put_cursor("pain", "s3")

    assert names(lane) == [PAIN, "Empty cell, Pain points, Buy / Try"]

    session.select(["p1"])
    assert names(lane) == [PAIN]


def test_focus_and_selection_are_states(view, session, journey_list, told):
    pain = part(journey_list, PAIN)
    assert pain.state().focusable
    assert pain.state().selectable
    assert not pain.state().selected

    session.select(["a1", "p1"])

    assert pain.state().selected
    assert pain.state().focused
    assert part(journey_list, "Action, Find / Notice: Ask").state().selected
    assert not part(journey_list, "Action, Find / Notice: Ask").state().focused
    assert journey_list.focusChild().text(NAME) == PAIN


def test_what_is_locked_is_read_only_and_offers_no_change(view, session, journey_list):
    session.do(SetField(("pain",), "lock", "all"))
    pain = part(journey_list, PAIN)

    assert pain.state().readOnly
    assert pain.actionInterface().actionNames() == [
        "Press",
        QAccessibleActionInterface.setFocusAction(),
    ]
    assert not part(journey_list, "Action, Find").state().readOnly


def test_pressing_selects_and_takes_the_keyboard(view, session, journey_list):
    part(journey_list, PAIN).actionInterface().doAction("Press")

    assert session.selection == ("p1",)
    assert view.hasFocus()


def test_writing_opens_the_text(view, hands, session, journey_list):
    part(journey_list, PAIN).actionInterface().doAction("Write")
    hands.type("!")
    hands.end_writing(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert session.journey.cards["p1"].text.endswith("!")


def test_writing_in_an_empty_cell_adds_a_card(view, hands, session, journey_list):
    session.put_cursor("pain", "s3")
    part(journey_list, "Empty cell").actionInterface().doAction("Write")
    hands.type("Queue")
    hands.end_writing(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert [card.text for card in session.journey.cell("pain", "s3")] == ["Queue"]


def test_deleting_takes_the_part_away_and_undo_brings_it_back(session, journey_list, told):
    lane = part(journey_list, "Lane Pain points")
    pain = part(journey_list, PAIN)

    pain.actionInterface().doAction("Delete")

    assert names(lane) == ["Empty cell, Pain points, Find / Compare"]
    assert lane.text(NAME) == "Lane Pain points, 0 cards"
    assert not pain.isValid()
    assert pain.text(NAME) == ""
    assert QAccessible.Event.ObjectDestroyed in [event.type() for event in told]

    quiet(told)
    session.undo_stack.undo()
    assert names(lane) == [PAIN, "Cell, Pain points, Find / Compare, 1 card"]
    assert QAccessible.Event.ObjectCreated in [event.type() for event in told]


def test_the_menu_is_asked_for_at_the_part(qtbot, view, journey_list):
    pain = part(journey_list, PAIN)

    with qtbot.waitSignal(view.menu_requested) as asked:
        pain.actionInterface().doAction(QAccessibleActionInterface.showMenuAction())

    assert pain.rect().contains(asked.args[0])


def test_actions_have_names_and_keys(journey_list):
    actions = part(journey_list, PAIN).actionInterface()

    assert actions.localizedActionName("Write") == "Write"
    assert actions.keyBindingsForAction("Write") == ["F2"]
    assert actions.localizedActionDescription("Delete") == "Takes it off the map"
    set_interface_language("id")
    assert actions.localizedActionName("Delete") == "Hapus"


def test_another_name_is_told(session, journey_list, told):
    pain = part(journey_list, PAIN)
    quiet(told)

    session.do(SetField(("p1",), "text", "Too few"))

    assert pain.text(NAME).endswith("Too few")
    renamed = [e.object() for e in told if e.type() == QAccessible.Event.NameChanged]
    assert pain.object() in renamed


def test_details_marks_and_comments_are_the_description(session, journey_list):
    session.do(SetField(("p1",), "detail", "Hundreds of\nmodels"))
    session.do(SetField(("p1",), "votes", 3))
    session.do(SetField(("p1",), "strength", "observed"))

    assert part(journey_list, PAIN).text(DESCRIPTION) == "Hundreds of models; Observed; 3 votes"


def test_moving_is_said_with_the_place(hands, session, told):
    session.select(["p1"])

    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert said(told) == ["Card moved to Pain points, Buy / Try"]


def test_undo_and_redo_are_said_with_what_they_undo(session, told):
    session.do(SetField(("p1",), "text", "Too few"))
    session.do(Delete(("a1",)))
    quiet(told)

    session.undo_stack.undo()
    session.undo_stack.redo()
    session.undo_stack.setIndex(0)

    assert said(told) == ["Undone: Delete", "Redone: Delete", "2 steps undone"]


def test_another_edit_after_undo_is_not_taken_for_redo(session, told):
    session.do(Delete(("a1",)))
    session.undo_stack.undo()
    quiet(told)

    session.do(Delete(("a3",)))

    assert said(told) == ["Deleted: Action, Buy / Try: Ride it"]


def test_what_is_deleted_with_its_stage_is_said_as_one(session, told):
    session.do(Delete(("find",)))

    assert said(told) == ["Deleted: Stage Find, 2 steps"]


def test_what_is_refused_is_said(view, session, told):
    session.do(SetField(("pain",), "lock", "all"))
    quiet(told)
    view.refused.disconnect()
    view.refused.connect(view.findChild(Announcer)._tell_refused)

    view.do(Delete(("p1",)))

    assert said(told) == ["This is locked against changes. Unlock it first."]


def test_nothing_is_told_while_no_screen_reader_runs(view, session, hands):
    heard = []
    for listener in (AccessibleMap, Announcer):
        view.findChild(listener)._send = heard.append

    session.select(["p1"])
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_Up)

    assert heard == []
    assert view.findChild(AccessibleMap).findChildren(Part) == []


def test_another_document_takes_all_parts_with_it(session, journey_list, told):
    old = [each.object() for each in everything(journey_list)][1:]
    other = Delete(("p1",)).apply(small_map()).replace(id="other")

    session.show(other)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    assert len(old) == 17
    assert names(part(journey_list, "Lane Pain points")) == []


CHURN = """
import gc, sys
sys.path.insert(0, {tests!r})
from maps import small_map
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication
from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import Delete
from cjeditor.kinds.look import Look
from cjeditor.session.session import Session

def walk(part):
    part.text(QAccessible.Text.Name), part.state(), part.rect(), part.actionInterface()
    return 1 + sum(walk(part.child(index)) for index in range(part.childCount()))

application = QApplication([])
QAccessible.setActive(True)
session = Session(small_map())
view = MapView(session, Look(LIGHT, Words("en"), prompts=True))
view.show()
seen = set()
for turn in range(300):
    session.do(Delete(("p1", "find")))
    seen.add(walk(QAccessible.queryAccessibleInterface(view)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    session.undo_stack.undo()
    seen.add(walk(QAccessible.queryAccessibleInterface(view)))
    if turn % 50 == 0:
        gc.collect()
print(len(seen))
"""


def test_parts_come_and_go_hundreds_of_times_and_the_program_ends_cleanly():
    tests = str(Path(__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", CHURN.format(tests=tests)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "2\n", "")


def test_what_is_done_beside_the_map_is_said_too(session, told):
    session.do(AddPersona(Persona(id="rina", name="Rina")))
    session.do(AddEmpathyNote(EmpathyNote(id="n", persona="rina", text="Too far")))
    session.do(MoveCardsToEmpathy(("p1",), "rina"))
    session.do(Delete(("n",)))

    assert said(told) == [
        "Added: Persona Rina",
        "Added: Empathy note: Too far",
        "Done: Move to the empathy map",
        "Deleted: Empathy note: Too far",
    ]
