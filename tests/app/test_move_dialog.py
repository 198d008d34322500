"""Everything that can be dragged to a place is also moved there by the keyboard alone."""

import pytest
from dialogs import on_dialog
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.app.move_dialog import MoveDialog
from cjeditor.app.moving import moving
from cjeditor.core.words import Words
from cjeditor.edits.emotions import AddEmotion


@pytest.fixture
def small(space):
    space.session.show(small_map())
    return space


def answered(qtbot, space, *keys):
    """Trigger "Move to …" and press *keys* in the dialog."""

    def answer(dialog):
        for key in keys:
            qtbot.keyClick(dialog.focusWidget(), key)

    on_dialog(answer, MoveDialog)
    space.actions["move to"].trigger()


def test_cards_are_moved_to_another_cell_by_keys_alone(qtbot, small):
    small.session.select(("a1",))

    answered(qtbot, small, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return)

    card = small.session.journey.cards["a1"]
    assert (card.first_step, card.lane) == ("s2", "pain")
    assert [each.id for each in small.session.journey.cell("pain", "s2")] == ["p1", "a1"]
    assert small.session.selection == ("a1",)
    small.session.undo_stack.undo()
    assert small.session.journey.cards["a1"].first_step == "s1"


def test_a_move_given_up_changes_nothing(qtbot, small):
    small.session.select(("a1",))

    answered(qtbot, small, Qt.Key.Key_Down, Qt.Key.Key_Escape)

    assert small.session.undo_stack.count() == 0


def test_a_lane_is_moved_to_a_place(qtbot, small):
    small.session.select(("do",))

    answered(qtbot, small, Qt.Key.Key_End, Qt.Key.Key_Return)

    assert [lane.id for lane in small.session.journey.ordered_lanes] == ["pain", "feel", "do"]


def plan(*ids, journey=None):
    return moving(journey or small_map(), ids, Words("en"))


def test_the_present_place_is_chosen_at_first(qtbot):
    dialog = MoveDialog(None, plan("a2"))
    qtbot.addWidget(dialog)

    assert [box.currentData() for box in dialog.containers] == ["s1", "do"]
    assert dialog.place.currentText() == "After “Ask friends”"
    journey = small_map()
    assert dialog.edit.apply(journey) is journey


@pytest.mark.parametrize(
    ("ids", "index", "into", "expected"),
    [
        (("s1",), 1, ("buy",), ["s2", "s3", "s1", "s4"]),
        (("buy",), 0, (), ["s3", "s4", "s1", "s2"]),
    ],
)
def test_steps_and_stages_are_moved_to_a_place(ids, index, into, expected):
    after = plan(*ids).edit(index, *into).apply(small_map())

    assert [step.id for step in after.ordered_steps] == expected


def test_points_of_a_curve_are_moved_to_another_step():
    journey = AddEmotion("s1", -1, emotion_id="e9").apply(small_map())

    after = plan("e1", "e9", "a1", journey=journey).edit(1, "s3").apply(journey)

    assert [after.emotions[each].step for each in ("e1", "e9")] == ["s3", "s3"]
    assert [name for _, name in plan("e3", journey=after).siblings("s3")] == ["+2", "+1", "−1"]


def test_only_lanes_that_take_cards_are_offered():
    lanes = plan("a1").choices()[1].options

    assert [lane for lane, _ in lanes] == ["do", "pain"]


def test_what_has_no_place_is_not_moved(small):
    small.session.select(("small",))

    assert plan("small") is None
    assert not small.actions["move to"].isEnabled()
