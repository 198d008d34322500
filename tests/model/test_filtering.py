"""What a filter finds."""

import pytest
from maps import full_map, small_map

from cjeditor.kinds.fields import Extra
from cjeditor.model.filtering import Sieve, counts, folded, found_in_order, matching
from cjeditor.model.records import Filter


def found(journey, **asked):
    return matching(journey, Sieve(Filter(**asked)))


def test_a_filter_without_questions_finds_every_card():
    journey = small_map()

    assert found(journey) == set(journey.cards)
    assert not Sieve(Filter(text="  ")).asks


@pytest.mark.parametrize("text", ["friends ask", "ASK", "frie", "àsk friénds"])
def test_words_are_found_in_any_order_case_and_accent(text):
    assert found(small_map(), text=text) == {"a1"}


def test_every_word_must_be_there():
    assert found(small_map(), text="ask reviews") == set()


def test_accents_on_the_card_are_overlooked_too():
    journey = small_map()
    journey = journey.put(journey.cards["a1"].replace(text="Café à côté"))

    assert found(journey, text="cafe cote") == {"a1"}


@pytest.mark.parametrize(
    ("text", "card"),
    [("in the rain", "a1"), ("night rain", "a1"), ("front office", "t1"), ("source 17", "a1")],
)
def test_details_tags_owners_and_own_fields_are_searched(text, card):
    assert found(full_map(), text=text) == {card}


def test_a_word_does_not_reach_from_one_field_into_the_next():
    journey = small_map()
    extra = Extra(name="one", value="two")
    journey = journey.put(journey.cards["a1"].replace(detail="zero", extras=(extra,)))

    assert found(journey, text="onetwo") == set()


def test_of_several_values_one_is_enough_but_every_question_counts():
    journey = full_map()

    assert found(journey, kinds=("pain", "touchpoint")) == {"p1", "t1"}
    assert found(journey, kinds=("pain", "touchpoint"), owners=("IT",)) == {"p1"}


def test_a_card_of_everyones_is_each_personas():
    journey = full_map()

    assert found(journey, personas=("omar",)) == set(journey.cards) - {"a1"}


def test_cards_without_an_owner_are_those_that_could_have_one():
    journey = small_map()

    assert found(journey, owners=("",)) == {"p1"}


def test_unknown_evidence_is_an_answer():
    journey = full_map()

    assert found(journey, strengths=("observed",)) == {"a1"}
    assert "a1" not in found(journey, strengths=("unknown", "assumed"))


def test_an_answer_is_given_anew_for_a_changed_card():
    journey, sieve = small_map(), Sieve(Filter(text="friends"))
    assert sieve.passes(journey.cards["a1"])

    assert not sieve.passes(journey.cards["a1"].replace(text="Ask nobody"))


def test_counts_are_of_cards_that_answer_the_other_questions():
    asked = Filter(kinds=("pain",), owners=("IT",))

    assert counts(full_map(), asked, "kinds") == {"pain": 1, "opportunity": 1}
    assert counts(full_map(), asked, "owners") == {"IT": 1}


def test_found_cards_are_read_lane_by_lane():
    assert found_in_order(small_map(), {"p1", "a3", "a2", "a1"}) == ["a1", "a2", "a3", "p1"]


def test_folding_keeps_letters_of_other_scripts():
    assert folded("МОСКВА Straße") == "москва strasse"
