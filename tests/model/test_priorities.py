"""Pain points are ranked by severity times reach, opportunities by impact and effort."""

import pytest
from maps import small_map

from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.model.priorities import (
    QUADRANTS,
    opportunities,
    pains_solved,
    quadrant_of,
    ranked_pains,
    rated,
    unrated,
)
from cjeditor.model.records import Link

CELL = {"lane": "pain", "first_step": "s2", "last_step": "s2"}


def pain(name, **fields):
    return Pain(id=name, **CELL, order=f"a{name}", **fields)


def weights(*pains, links=()):
    return [
        (each.pain.id, each.weight)
        for each in ranked_pains(small_map().drop(["p1"]).put(*pains, *links))
    ]


def test_the_weight_is_severity_times_one_and_linked_cards_and_digits_of_people():
    links = (
        Link(id="l1", kind="causes", source="a1", target="x"),
        Link(id="l2", kind="leads to", source="x", target="a1"),  # the same card again
        Link(id="l3", kind="leads to", source="x", target="a2"),
    )

    assert weights(pain("x", severity=4, people=340), links=links) == [("x", 4 * (1 + 2 + 3))]


@pytest.mark.parametrize(
    ("people", "reach"), [(None, 1), (0, 1), (1, 2), (9, 2), (10, 3), (99, 3), (100, 4)]
)
def test_ten_times_the_people_weigh_as_one_card_more(people, reach):
    assert weights(pain("x", severity=5, people=people)) == [("x", 5 * reach)]


def test_the_heaviest_is_first_and_what_is_not_rated_last():
    found = weights(
        pain("1", severity=1), pain("2"), pain("3", severity=5, people=20), pain("4", severity=5)
    )

    assert found == [("3", 15), ("4", 5), ("1", 1), ("2", None)]


def test_of_the_same_weight_more_people_then_more_votes_come_first():
    found = weights(
        pain("1", severity=3, people=20),
        pain("2", severity=3, people=30),
        pain("3", severity=3, people=20, votes=2),
    )

    assert [name for name, _weight in found] == ["2", "3", "1"]


def test_every_pair_of_ratings_has_its_quadrant():
    table = ["".join(quadrant_of(impact, effort)[0] for effort in range(1, 6))
             for impact in range(5, 0, -1)]  # fmt: skip

    assert table == ["qqqbb", "qqqbb", "qqqbb", "ffftt", "ffftt"]
    assert list(QUADRANTS) == ["quick win", "big bet", "fill-in", "thankless"]


def test_an_opportunity_with_half_a_rating_is_unrated():
    journey = small_map().put(
        Opportunity(id="o1", **CELL, order="a1", impact=5, effort=1),
        Opportunity(id="o2", **CELL, order="a2", impact=5),
        Opportunity(id="o3", **CELL, order="a3", effort=5),
    )

    assert {place: [each.id for each in found] for place, found in rated(journey).items()} == {
        (5, 1): ["o1"]
    }
    assert [each.id for each in unrated(journey)] == ["o2", "o3"]
    assert len(opportunities(journey)) == 3


def test_only_links_that_solve_tell_what_is_solved():
    journey = small_map().put(
        Link(id="l1", kind="solves", source="a1", target="p1"),
        Link(id="l2", kind="causes", source="a2", target="p1"),
        Link(id="l3", kind="solves", source="a1", target="a2"),
    )

    assert {card: [p.id for p in pains] for card, pains in pains_solved(journey).items()} == {
        "a1": ["p1"]
    }
