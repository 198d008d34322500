"""How far a map has come on the way of a workshop."""

import pytest
from maps import full_map, golden_map, small_map

from cjeditor.checks.guide import GUIDE, Count, next_step
from cjeditor.core.words import Words
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure
from cjeditor.model.records import Evidence, Saying


def standing(journey: Map, name: str) -> str:
    return next(step for step in GUIDE if step.name == name).count(journey).standing


@pytest.mark.parametrize(
    ("there", "wanted", "expected"),
    [(0, 3, "to do"), (1, 3, "begun"), (3, 3, "done"), (4, 3, "done"), (0, 0, "to do")],
)
def test_a_step_is_done_when_all_are_there(there, wanted, expected):
    assert Count(there, wanted).standing == expected


def test_there_are_seven_steps_and_an_empty_map_is_at_the_first():
    assert len(GUIDE) == 7
    assert next_step(Map()) is GUIDE[0]


def test_data_wants_numbers_and_stories():
    journey = small_map()

    assert standing(journey, "data") == "to do"
    assert standing(journey.put(Evidence(id="e", kind="survey")), "data") == "begun"
    assert standing(full_map(), "data") == "done"


def test_a_persona_is_described_by_name_needs_and_a_quote():
    journey = full_map()

    assert standing(journey, "persona") == "begun"
    omar = journey.personas["omar"].replace(needs="Receipts", sayings=(Saying(text="Mahal"),))
    assert standing(journey.put(omar), "persona") == "done"


def test_touchpoints_and_feelings_are_counted_by_stage():
    journey = full_map()

    assert standing(journey, "touchpoints") == "begun"
    assert standing(journey, "feelings") == "done"
    assert standing(journey.drop(["em4"]), "feelings") == "begun"


def test_opportunities_are_rated_by_impact_and_effort():
    journey = full_map()

    assert standing(journey, "opportunities") == "done"
    unrated = journey.put(journey.cards["o1"].replace(effort=None))
    assert standing(unrated, "opportunities") == "to do"


def test_every_touchpoint_wants_an_owner():
    journey = full_map()

    assert standing(journey, "owners") == "done"
    assert standing(journey.put(journey.cards["t1"].replace(owner="")), "owners") == "to do"


def test_a_second_round_is_a_second_measurement_and_a_future_curve():
    journey = golden_map()

    assert standing(journey, "rounds") == "begun"
    again = journey.put(Figure(id="fi2", metric="m1", date="2026-11-30", value=3.0))
    assert standing(again, "rounds") == "done"


@pytest.mark.parametrize("language", ["en", "id"])
def test_how_far_it_is_is_told_in_words(language):
    words = Words(language)

    for step in GUIDE:
        text = step.told(words, step.count(full_map()))
        assert text
        assert "{" not in text
