"""Five whys: answers are added and moved, solved by opportunities, and go with their pain point."""

import pytest
from maps import golden_map, small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.whys import (
    AddCountermeasure,
    AddWhy,
    ChooseCountermeasure,
    DropCountermeasure,
    MoveWhy,
)
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.model.chains import chain_of, depth_of, pain_points
from cjeditor.model.integrity import faults
from cjeditor.model.whys import Why
from cjeditor.session.session import Session


def grown():
    """p1 because a (because aa, ab) and b."""
    journey = small_map().put(CardsLane(id="ideas", order="a3", card="opportunity"))
    for why, parent in (("a", None), ("b", None), ("aa", "a"), ("ab", "a")):
        journey = AddWhy("p1", parent, f"Because {why}", None, why).apply(journey)
    return journey


def tree(journey, pain="p1"):
    return [(level, why.id) for level, why in chain_of(journey, pain).in_order()]


def test_answers_stand_below_what_they_explain_in_the_order_given():
    journey = grown()

    assert tree(journey) == [(1, "a"), (2, "aa"), (2, "ab"), (1, "b")]
    assert tree(AddWhy("p1", "a", "first", 0, "new").apply(journey))[1] == (2, "new")
    assert faults(journey) == []


def test_an_answer_needs_a_pain_point_and_a_parent_that_are_there():
    for refused in (AddWhy("nobody"), AddWhy("p1", "nobody"), AddWhy("a1", "a")):
        with pytest.raises(EditError):
            refused.apply(grown())


def test_an_answer_moves_with_all_below_it_but_never_below_itself():
    journey = MoveWhy("a", "b").apply(grown())

    assert tree(journey) == [(1, "b"), (2, "a"), (3, "aa"), (3, "ab")]
    assert tree(MoveWhy("ab", None, 0).apply(grown())) == [
        (1, "ab"), (1, "a"), (2, "aa"), (1, "b")
    ]  # fmt: skip
    for below in ("a", "aa"):
        with pytest.raises(EditError, match="below itself"):
            MoveWhy("a", below).apply(grown())


def test_a_countermeasure_is_a_card_a_link_and_one_step_to_undo():
    session = Session(grown())

    session.do(AddCountermeasure("ab", "ideas", "s2", "Show three at most", "card"))

    journey = session.journey
    assert journey.cards["card"].kind == "opportunity"
    assert (journey.cards["card"].lane, journey.cards["card"].first_step) == ("ideas", "s2")
    assert journey.whys["ab"].countermeasure == "card"
    assert [(link.kind, link.source, link.target) for link in journey.links.values()] == [
        ("solves", "card", "p1")
    ]
    session.undo_stack.undo()
    assert session.journey == grown()


def test_choosing_a_card_links_it_once_and_dropping_it_leaves_it_on_the_map():
    journey = AddCountermeasure("ab", "ideas", "s2", "Fewer", "card").apply(grown())

    journey = ChooseCountermeasure("aa", "card").apply(journey)

    assert journey.whys["aa"].countermeasure == "card"
    assert len(journey.links) == 1
    journey = DropCountermeasure("aa").apply(journey)
    assert journey.whys["aa"].countermeasure is None
    assert "card" in journey.cards
    assert len(journey.links) == 1


def test_the_pain_point_takes_its_whys_along_and_an_answer_those_below_it():
    assert Delete(("p1",)).apply(grown()).whys == {}
    assert tree(Delete(("a",)).apply(grown())) == [(1, "b")]


def test_a_deleted_countermeasure_leaves_the_answer():
    journey = Delete(("o1",)).apply(golden_map())

    assert journey.whys["w2"].countermeasure is None
    assert faults(journey) == []


def test_answers_that_a_merge_put_in_a_ring_or_below_others_are_still_shown():
    journey = grown().put(
        Why(id="x", pain="p1", parent="y", order="a6"),
        Why(id="y", pain="p1", parent="x", order="a7"),
        Why(id="z", pain="a1", parent="a", order="a8"),
    )

    assert {why for _, why in tree(journey)} == {"a", "aa", "ab", "b", "x", "y"}
    assert tree(journey, "a1") == [(1, "z")]


def test_how_deep_a_chain_goes_and_the_worst_pain_point_first():
    journey = grown()
    assert depth_of(journey, "p1") == "begun"
    assert depth_of(journey, "a1") == "none"
    assert depth_of(SetField(("ab",), "root", True).apply(journey), "p1") == "rooted"

    journey = journey.put(
        journey.cards["p1"].replace(id="p0", order="Zz", severity=1),
        journey.cards["p1"].replace(id="p9", order="a5", severity=None),
        Why(id="w", pain="a1"),
    )
    assert [card.id for card in pain_points(journey)] == ["p1", "p0", "a1", "p9"]
