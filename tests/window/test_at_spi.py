"""The program as a screen reader knows it, in a session of its own."""

import signal
import sys

import pytest
from maps import small_map
from PySide6.QtGui import QAccessibleActionInterface
from window.screen import PATIENCE, Hands, wait_until
from window.screen_reader import ScreenReader, missing

from cjeditor.files import cjm
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.records import Persona

pytestmark = pytest.mark.window

FOCUS = QAccessibleActionInterface.setFocusAction()
"""Qt has written it in one word and in two."""

PAIN = "Pain point, Find / Compare, severity 4: Too many"


@pytest.fixture
def reader(screen):
    """A screen reader on the screen."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is for Linux and other free systems")
    if lacking := missing():
        pytest.skip(f"needs {', '.join(lacking)}")
    with ScreenReader(screen) as made:
        yield made


@pytest.fixture
def program(screen, reader, tmp_path):
    """The program with the small map open; it must end without a crash."""
    file = tmp_path / "bicycle.cjm"
    rina = Persona(id="rina", name="Rina")
    notes = (
        EmpathyNote(id="n1", persona="rina", order="a1", field="says", text="I gave up"),
        EmpathyNote(id="n2", persona="rina", order="a2", field="hears", text="Read it all"),
    )
    cjm.save(small_map().put(rina, *notes), file)
    process = screen.start(file)
    screen.window("bicycle – CJ Editor")
    yield process
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) in (0, -signal.SIGTERM)


@pytest.fixture
def hands(screen, program):
    return Hands(screen, screen.ask("getwindowfocus").strip())


def names(part):
    return [each["name"] for each in part["children"] if each["name"]]


def below(part):
    yield part
    for each in part["children"]:
        yield from below(each)


def assert_read_as_lists_with_sentences_for_names(reader):
    journey = reader.tree("Journey map")

    assert (journey["role"], journey["name"]) == ("list", "Journey map: Buying a bicycle")
    assert names(journey) == [
        "Map title: Buying a bicycle",
        "Stage Find, 2 steps",
        "Stage Buy, 2 steps",
        "Lane Actions, 3 cards",
        "Lane Pain points, 1 card",
        "Lane Emotions",
    ]
    assert names(reader.tree("Stage Buy")) == ["Step Try, stage Buy", "Step Pay, stage Buy"]
    assert names(reader.tree("Lane Pain points")) == [PAIN]
    assert names(reader.tree("Lane Emotions"))[1] == "Emotion, Find / Compare: −1.5"


def assert_every_part_has_a_role_a_place_and_actions(reader):
    pain = reader.tree(PAIN)

    assert pain["role"] == "list item"
    assert {"focusable", "selectable", "showing", "visible"} <= set(pain["states"])
    assert pain["actions"] == ["Press", FOCUS, "Show Menu", "Write", "Delete"]
    left, top, width, height = pain["box"]
    assert left > 0
    assert top > 0
    assert width > 24
    assert height > 24


def assert_nothing_that_takes_the_keyboard_is_without_a_name(reader):
    window = reader.tree("bicycle")
    nameless = [
        each
        for each in below(window)
        if {"focusable", "showing"} <= set(each["states"])
        and not each["name"]
        and each["role"] not in ("filler", "panel")
    ]

    assert nameless == []


def test_what_is_only_read_is_read_as_it_is_meant(reader, program):
    assert_read_as_lists_with_sentences_for_names(reader)
    assert_every_part_has_a_role_a_place_and_actions(reader)
    assert_nothing_that_takes_the_keyboard_is_without_a_name(reader)


def test_the_focus_is_told_as_it_moves(reader, program, hands):
    reader.act("Action, Find / Notice: Ask friends", FOCUS)
    reader.hears("focus", "Action, Find / Notice: Ask friends")
    reader.forget()

    hands.keys("Right")
    reader.hears("focus", "Empty cell, Actions, Find / Compare")
    hands.keys("Down")
    reader.hears("focus", PAIN)

    assert {"focused", "selected"} <= set(reader.tree(PAIN)["states"])


def test_what_was_done_and_undone_is_said(reader, program, hands):
    reader.act(PAIN, "Press")
    reader.hears("focus", PAIN)

    hands.keys("alt+Right")
    reader.hears("said", "Card moved to Pain points, Buy / Try")
    hands.keys("ctrl+z")
    reader.hears("said", "Undone: Move card")
    hands.keys("Delete")
    reader.hears("said", f"Deleted: {PAIN}")

    wait_until(lambda: not reader.knows(PAIN), "the end of the card")
    assert names(reader.tree("Lane Pain points, 0 cards")) != [PAIN]


def test_a_card_is_written_by_an_action_and_keys(reader, program, hands):
    reader.act(PAIN, "Write")
    reader.hears("focus", "Text")
    hands.keys("End")
    hands.type(" bicycles", "ctrl+Return")

    reader.tree(f"{PAIN} bicycles")


def test_the_notes_of_an_empathy_map_are_read_walked_and_written(reader, program, hands):
    hands.keys("ctrl+alt+3")
    board = reader.tree("Empathy map of Rina")
    assert board["role"] == "list"
    assert names(board)[0] == "Thinks and feels, 0 notes"
    note = reader.tree("Says: “I gave up”")
    assert note["role"] == "list item"
    assert {"focusable", "selectable", "showing", "visible"} <= set(note["states"])
    assert note["actions"] == ["Press", FOCUS, "Write", "Delete"]

    reader.act("Says: “I gave up”", FOCUS)
    reader.hears("focus", "Says: “I gave up”")
    assert {"focused", "selected"} <= set(reader.tree("Says: “I gave up”")["states"])
    reader.forget()
    hands.keys("Escape")
    reader.hears("focus", "Says and does: new note")
    reader.act("Says: “I gave up”", "Write")
    hands.keys("End")
    hands.type(" twice", "ctrl+Return")
    reader.tree("Says: “I gave up twice”")
    reader.forget()
    hands.keys("Delete")
    reader.hears("said", "Deleted: Empathy note: I gave up twice")
