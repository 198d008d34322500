import pytest
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.canvas.feelings import (
    CurveInHand,
    curve_for,
    emotions_at_level,
    moved_points,
    shown_points,
)
from cjeditor.edits.records import SetField
from cjeditor.kinds.curve_style import CurveKey
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.records import Persona

ALT = Qt.KeyboardModifier.AltModifier
RINA, BAYU = Persona(id="rina", order="a0", name="Rina"), Persona(id="bayu", order="a1")


def _with_lane(journey, **fields):
    return journey.put(journey.lanes["feel"].replace(**fields))


@pytest.mark.parametrize(("level", "value"), [(1, -2), (2, -1), (3, 0), (4, 1), (5, 2)])
def test_a_level_sets_every_selected_point(level, value):
    journey = emotions_at_level(small_map(), ["e1", "a1", "e2"], None, level).apply(small_map())

    assert [journey.emotions[each].value for each in ("e1", "e2", "e3")] == [value, value, 2]


def test_a_level_sets_the_point_of_the_cell_or_adds_one():
    journey = small_map()

    there = emotions_at_level(journey, [], ("feel", "s1"), 1).apply(journey)
    added = emotions_at_level(journey, [], ("feel", "s4"), 5).apply(journey)

    assert there.emotions["e1"].value == -2
    assert [each.value for each in added.emotions_at["s4"]] == [2]


def test_a_level_means_nothing_elsewhere():
    assert emotions_at_level(small_map(), [], ("do", "s1"), 3) is None
    assert emotions_at_level(small_map(), ["a1"], ("feel", "s1"), 3) is None
    assert emotions_at_level(small_map(), [], None, 3) is None


def test_a_new_point_belongs_to_the_curve_in_hand():
    journey = small_map().put(RINA, BAYU)

    edit = emotions_at_level(journey, [], ("feel", "s4"), 5, CurveKey("bayu", "future"))

    (added,) = edit.apply(journey).emotions_at["s4"]
    assert (added.persona, added.state) == ("bayu", "future")


def test_without_a_curve_in_hand_it_is_the_one_that_is_drawn_already():
    journey = small_map().put(RINA)

    assert curve_for(journey, "feel", None) == (None, "current")
    assert curve_for(journey.drop(["e1", "e2", "e3"]), "feel", None) == ("rina", "current")


def test_a_curve_that_the_lane_does_not_show_is_not_in_hand():
    journey = _with_lane(small_map().put(RINA, BAYU), personas=("bayu",), curves="future")

    assert curve_for(journey, "feel", CurveKey("rina", "current")) == ("bayu", "future")


def test_the_persona_or_point_selected_last_is_in_hand(session):
    in_hand = CurveInHand(session)

    session.select(["e1"])
    session.select([])

    assert in_hand.curve == (None, "current")


def test_points_that_no_lane_shows_are_not_selected_with_everything():
    journey = small_map().put(RINA, Emotion(id="r", step="s1", persona="rina"))

    assert shown_points(_with_lane(journey, personas=("rina",))) == ["r"]


def test_at_the_maps_end_a_point_stays():
    assert moved_points(small_map(), ["e1"], "left") is None


def test_alt_with_an_arrow_moves_a_point_to_the_next_step(hands, session):
    hands.click("e3")

    hands.key(Qt.Key.Key_Right, ALT)

    assert session.journey.emotions["e3"].step == "s4"


def test_alt_with_an_arrow_moves_all_selected_points_up(hands, session):
    hands.click("e1")
    hands.click("e2", Qt.KeyboardModifier.ControlModifier)

    hands.key(Qt.Key.Key_Up, ALT)

    values = [session.journey.emotions[each].value for each in ("e1", "e2")]
    assert values == [1.5, -1.0]
    assert session.undo_stack.count() == 1


def test_what_is_said_is_written_at_the_point(hands, session, view):
    hands.click("e2")
    hands.key(Qt.Key.Key_F2)
    hands.type("Too many!")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.emotions["e2"].quote == "Too many!"
    assert view.writer.editor is None
    assert session.undo_stack.count() == 1


def test_typing_on_a_point_writes_what_is_said(hands, session):
    hands.click("e2")
    hands.type("No")
    hands.end_writing(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert session.journey.emotions["e2"].quote == "No"


def test_arrows_follow_a_curve(hands, session):
    hands.click("e1")

    hands.key(Qt.Key.Key_Right)

    assert session.selection == ("e2",)


def test_where_a_lane_shows_the_future_alone_a_persona_in_hand_gets_its_future_curve():
    journey = _with_lane(small_map().put(RINA, BAYU), curves="future")

    assert curve_for(journey, "feel", CurveKey("bayu", "current")) == ("bayu", "future")


@pytest.fixture
def flag(session, view):
    """A spot on the flag of the moment of truth s3, as a point of the scene."""
    session.do(SetField(("s3",), "moment_of_truth", True))
    lane = view.sheet.lane_of["feel"]
    rect = next(each.rect for each in lane.band.blocks if each.part == "truth")
    return rect.x + rect.width / 2, lane.y + rect.y + rect.height / 2


def test_a_digit_on_the_flag_of_a_moment_of_truth_is_a_feeling(hands, session, flag):
    hands.click(flag)
    selected = session.selection
    hands.type("2")

    assert selected == ("s3",)
    assert session.journey.emotions["e3"].value == -1
    assert session.journey.steps["s3"].title == "Try"


def test_a_letter_on_the_flag_writes_nothing_and_says_what_digits_do(qtbot, hands, view, flag):
    hands.click(flag)

    with qtbot.waitSignal(view.hint):
        hands.type("x")

    assert not view.writer.is_writing


def test_a_letter_on_the_head_of_a_moment_of_truth_renames_it(hands, session, view, flag):
    hands.click(flag)
    hands.click("s3")
    hands.type("5")
    hands.end_writing(Qt.Key.Key_Return)

    assert session.journey.steps["s3"].title == "5"
    assert session.journey.emotions["e3"].value == 2
