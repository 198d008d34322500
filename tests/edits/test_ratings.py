import pytest
from maps import full_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.ratings import RateOpportunities


def test_impact_and_effort_are_set_together_and_taken_away_together():
    journey = RateOpportunities(("o1",), 2, 4).apply(full_map())
    assert (journey.cards["o1"].impact, journey.cards["o1"].effort) == (2, 4)

    journey = RateOpportunities(("o1",), None, None).apply(journey)
    assert (journey.cards["o1"].impact, journey.cards["o1"].effort) == (None, None)


def test_the_same_rating_changes_nothing():
    journey = full_map()

    assert RateOpportunities(("o1",), 5, 2).apply(journey) is journey


@pytest.mark.parametrize(
    "edit", [RateOpportunities(("o1",), 6, 1), RateOpportunities(("p1",), 3, 3)]
)
def test_ratings_out_of_range_and_other_cards_are_refused(edit):
    with pytest.raises(EditError):
        edit.apply(full_map())
