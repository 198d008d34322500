"""Sources are put behind whatever can have some, and taken away."""

import pytest
from maps import golden_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.evidence import PutBehind, TakeAwayEvidence
from cjeditor.model.integrity import faults


def test_sources_are_put_behind_several_records_of_several_tables_at_once():
    journey = PutBehind(("ev1", "ev2"), ("t1", "p1", "omar", "en2", "w1")).apply(golden_map())

    for card in ("t1", "p1"):
        assert journey.cards[card].evidence == ("ev1", "ev2")
    assert journey.personas["omar"].evidence == ("ev1", "ev2")
    assert journey.empathy_notes["en2"].evidence == ("ev1", "ev2")
    assert journey.whys["w1"].evidence == ("ev1", "ev2")
    assert faults(journey) == []


def test_a_source_that_is_there_already_stays_once_in_its_place():
    journey = golden_map()

    assert PutBehind(("ev1",), ("a1",)).apply(journey) is journey
    assert PutBehind(("ev2", "ev1"), ("dewi",)).apply(journey).personas["dewi"].evidence == (
        "ev2",
        "ev1",
    )


def test_a_figure_takes_the_new_source_in_the_place_of_its_own():
    journey = PutBehind(("ev2",), ("fi1",)).apply(golden_map())
    assert journey.figures["fi1"].evidence == "ev2"

    journey = TakeAwayEvidence(("ev2",), ("fi1",)).apply(journey)
    assert journey.figures["fi1"].evidence is None


def test_sources_are_taken_away_from_what_has_them():
    journey = TakeAwayEvidence(("ev1",), ("a1", "t1")).apply(golden_map())

    assert journey.cards["a1"].evidence == ("ev2",)
    assert journey.cards["t1"] is not None


@pytest.mark.parametrize("edit", [
    PutBehind(("nobody",), ("a1",)), PutBehind(("ev1",), ("nobody",)), PutBehind(("ev1",), ("f1",)),
    TakeAwayEvidence(("ev1",), ("stay",)),
])  # fmt: skip
def test_what_is_not_there_or_can_have_none_is_refused(edit):
    with pytest.raises(EditError):
        edit.apply(golden_map())
