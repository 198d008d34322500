from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt

from cjeditor.kinds.emotion_lane import y_of
from cjeditor.kinds.feeling import Emotion
from cjeditor.layout.hit import cell_rect
from cjeditor.model.records import Persona

CONTROL = Qt.KeyboardModifier.ControlModifier


def spot_of(hands, view, value):
    lane = view.sheet.lane_of["feel"]
    return (hands.view.rect_of("e1").x + 8.0, lane.y + y_of(value))


def test_a_point_is_dragged_in_halves(hands, session, view):
    hands.drag("e1", spot_of(hands, view, -1.4))

    assert session.journey.emotions["e1"].value == -1.5
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey.emotions["e1"].value == 1.0


def test_with_ctrl_a_point_is_dragged_freely(hands, session, view):
    end = spot_of(hands, view, -1.3)
    hands.press("e1")
    hands.move(end)
    hands.release(end, CONTROL)

    assert session.journey.emotions["e1"].value == pytest.approx(-1.3, abs=0.03)


def test_the_value_is_shown_and_the_curve_follows_while_dragging(hands, session, view):
    before = view.rect_of("e1").y
    hands.press("e1")
    hands.move(spot_of(hands, view, -1.5))

    assert view.preview.value.text == "\N{MINUS SIGN}1.5"
    assert view.rect_of("e1").y > before + 50
    assert session.journey.emotions["e1"].value == 1.0


def test_a_point_given_up_goes_back(hands, session, view):
    before = view.rect_of("e1")
    hands.press("e1")
    hands.move(spot_of(hands, view, -1.5))
    hands.key(Qt.Key.Key_Escape)
    hands.release(spot_of(hands, view, -1.5))

    assert view.rect_of("e1") == before
    assert session.undo_stack.count() == 0


def test_a_double_click_in_the_emotion_lane_adds_a_point_there(hands, session, view):
    cell = cell_rect(view.sheet, "feel", "s4")

    hands.double_click((cell.x + cell.width / 2, cell.y + y_of(1.0)))

    (added,) = session.journey.emotions_at["s4"]
    assert added.value == 1.0
    assert session.selection == (added.id,)
    assert session.undo_stack.count() == 1


def test_alt_with_an_arrow_moves_a_point(hands, session):
    hands.click("e1")

    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert session.journey.emotions["e1"].value == 1.5


def test_a_point_stays_within_the_range_of_feelings(hands, session):
    hands.drag("e1", hands.spot("e1") + QPoint(0, -400))

    assert session.journey.emotions["e1"].value == 2.0


def sideways(hands, step, share=0.5, value=1.0):
    """Return a spot at *share* of a step's width, at the height of *value*."""
    cell = cell_rect(hands.view.sheet, "feel", step)
    band = hands.view.sheet.lane_of["feel"].band
    return (cell.x + share * cell.width, cell.y + band.plot.y_of(value))


def test_a_point_is_dragged_to_another_step(hands, session):
    hands.drag("e1", sideways(hands, "s4", value=-1.0))

    moved = session.journey.emotions["e1"]
    assert (moved.step, moved.value) == ("s4", -1.0)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey.emotions["e1"].step == "s1"


def test_a_point_dragged_beyond_the_last_step_stops_there(hands, session):
    hands.drag("e3", hands.spot("e3") + QPoint(900, 0))

    assert session.journey.emotions["e3"].step == "s4"


def test_a_little_way_sideways_keeps_the_step(hands, session):
    hands.drag("e1", hands.spot("e1") + QPoint(50, 30))

    assert session.journey.emotions["e1"].step == "s1"


@pytest.mark.parametrize(("share", "order"), [(0.1, ["new", "e1"]), (0.9, ["e1", "new"])])
def test_a_double_click_beside_a_point_adds_a_second_one(hands, session, share, order):
    hands.double_click(sideways(hands, "s1", share, value=-1.0))

    there = session.journey.emotions_at["s1"]
    names = ["e1" if each.id == "e1" else "new" for each in there]
    assert (names, len(there)) == (order, 2)
    assert session.undo_stack.count() == 1


def test_two_points_of_a_step_change_places(hands, session):
    hands.double_click(sideways(hands, "s1", 0.9, value=-1.0))
    new = session.selection[0]

    hands.drag(new, sideways(hands, "s1", 0.1, value=-1.0))

    assert [each.id for each in session.journey.emotions_at["s1"]] == [new, "e1"]


def test_a_double_click_on_a_point_writes_what_is_said(hands, session, view):
    hands.double_click("e1")

    assert view.writer.editor is not None
    assert session.undo_stack.count() == 0


def test_a_stretched_lane_takes_the_value_under_the_pointer(hands, session, view):
    lane = session.journey.lanes["feel"]
    view._show_map(session.journey.put(lane.replace(height=400.0)))

    hands.double_click(sideways(hands, "s4", value=-1.5))

    assert session.journey.emotions_at["s4"][0].value == -1.5


@pytest.fixture
def two_personas(session):
    session.do(Put())
    return session


@dataclass(frozen=True)
class Put:
    """Two personas with a curve each."""

    label = "Put"

    def apply(self, journey):
        people = [Persona(id=name, order=f"a{n}", name=name) for n, name in enumerate("AB")]
        felt = [
            Emotion(id=f"{name}{n}", step=f"s{n}", persona=name, value=1.5 * (-1) ** place)
            for place, name in enumerate("AB")
            for n in (1, 2, 3)
        ]
        return journey.drop(["e1", "e2", "e3"]).put(*people, *felt)


def test_a_click_on_a_curve_selects_its_persona(hands, two_personas, view):
    middle = (view.rect_of("B1").right + view.rect_of("B2").x) / 2
    lane = view.sheet.lane_of["feel"]

    hands.click((middle, lane.y + lane.band.plot.y_of(-1.5)))

    assert two_personas.selection == ("B",)


def test_a_new_point_belongs_to_the_persona_selected_last(hands, two_personas):
    two_personas.select(["B"])

    hands.double_click(sideways(hands, "s4"))

    assert two_personas.journey.emotions_at["s4"][0].persona == "B"


def test_a_double_click_on_a_curve_adds_to_that_curve(hands, two_personas, view):
    two_personas.select(["A"])
    cell = cell_rect(view.sheet, "feel", "s2")
    lane = view.sheet.lane_of["feel"]

    hands.double_click((cell.x + 4.0, lane.y + lane.band.plot.y_of(-1.5)))

    felt = [each.persona for each in two_personas.journey.emotions_at["s2"]]
    assert sorted(felt) == ["A", "B", "B"]
